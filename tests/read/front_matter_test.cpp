// Front matter and articles: metadata, and mistakes at their places.
#include "read/front_matter.h"

#include <doctest/doctest.h>

#include "read/read_article.h"

using namespace pubbuild;

TEST_CASE("front matter becomes metadata, and the body begins behind it") {
  const ReadArticle read(
      "---\ntitle: 标题\nsubtitle: \"副：题\"\nauthor:\n  - 张三\n  - {name: 李四, role: 整理, file-as: Li "
      "Si}\n"
      "date: 2026-05-03\nlang: zh-Hans\nvolume: 1.10\nrights: no\nsubject: [甲, 乙]\nstyle: seminar\npaper: "
      "A4\n---\n"
      "正文\n");
  CHECK(read.places().empty());
  CHECK(read.metadata().title.text == "标题");
  CHECK(read.sources.text(read.metadata().title.span) == "标题");
  CHECK(read.metadata().subtitle.text == "副：题");
  CHECK(read.metadata().authors == std::vector<Person>{{"张三", "", ""}, {"李四", "整理", "Li Si"}});
  CHECK(read.metadata().date.text == "2026-05-03");
  CHECK(read.metadata().volume.text == "1.10");
  CHECK(read.metadata().rights.text == "no");
  CHECK(read.metadata().subjects == std::vector<std::string>{"甲", "乙"});
  REQUIRE(read.metadata().style.size() == 1);
  CHECK(read.metadata().style[0].text == "seminar");
  CHECK(read.html() == "<p>正文</p>\n");
  CHECK(read.publication.articles[0].folder == "folder");
}

TEST_CASE("front matter may end with three full stops, and an author may be one text") {
  const ReadArticle read("---\nauthor: 张三\nsource:\n...\nx\n");
  CHECK(read.metadata().authors == std::vector<Person>{{"张三", "", ""}});
  CHECK(read.metadata().source.text.empty());
  CHECK(read.html() == "<p>x</p>\n");
}

TEST_CASE("a rule at the front is no front matter") {
  CHECK(ReadArticle("---\n\na: b\n\n---\n").html() == "<hr />\n<p>a: b</p>\n<hr />\n");
  CHECK(ReadArticle("---\njust text\n---\n").html() == "<hr />\n<h2>just text</h2>\n");
  const ReadArticle open("---\ntitle: a\n\nb\n");
  CHECK(open.html() == "<hr />\n<p>title: a</p>\n<p>b</p>\n");
  CHECK(open.places() == "1:1 front-matter-open\n");
}

TEST_CASE("an unknown key is a warning that names the nearest one") {
  const ReadArticle read("---\ntitle: a\nauthr: b\n---\nx\n");
  CHECK(read.places() == "3:1 metadata-key\n");
  CHECK(read.hint() == "the nearest is 'author'");
}

TEST_CASE("mistakes of YAML are errors at their places, and what was understood counts") {
  const ReadArticle read("---\nlang: zh\ntitle: a: b\n---\nx\n");
  CHECK(read.places() == "3:9 yaml\n");
  CHECK(read.hint() == "quote the value: title: \"…\"");
  CHECK(read.metadata().lang.text == "zh");
  CHECK(read.html() == "<p>x</p>\n");
  CHECK(ReadArticle("---\ntitle: a\ntitle: b\n---\nx\n").places() == "3:1 yaml-duplicate\n");
  CHECK(ReadArticle("---\ntitle: a\ntitle: b\n---\nx\n").metadata().title.text == "a");
  CHECK(ReadArticle("---\ntitle: \"a\n---\nx\n").diagnostics.has_errors());
  CHECK(ReadArticle("---\ntitle:\n\t- a\n---\nx\n").places() == "3:1 yaml\n");
  CHECK(ReadArticle("---\ntitle: [a, b]\n---\nx\n").places() == "2:8 metadata-type\n");
}

TEST_CASE("a full-width colon behind a key has its own hint, and other keys are read") {
  const ReadArticle read("---\ntitle：标题\nlang: zh\n---\nx\n");
  CHECK(read.places() == "2:6 yaml-colon\n");
  CHECK(read.hint() == "write 'title: …' with ':' and a blank");
  CHECK(read.metadata().lang.text == "zh");
}

TEST_CASE("anchors, aliases, control characters, depth and size of YAML are refused") {
  CHECK(ReadArticle("---\ntitle: &a b\nsource: *a\n---\nx\n").places() == "2:8 yaml-alias\n3:9 yaml-alias\n");
  CHECK(ReadArticle("---\ntitle: a\x01\n---\nx\n").places() == "2:9 yaml-control\n");
  CHECK(ReadArticle("---\ntitle: " + std::string(50, '[') + "\n---\nx\n").places().find("yaml-nesting") !=
        std::string::npos);
  CHECK(ReadArticle("---\ntitle: " + std::string(max_yaml_bytes, 'a') + "\n---\nx\n").places() ==
        "2:1 yaml-size\n");
}

TEST_CASE("a file without text is an error") {
  CHECK(ReadArticle("").places() == "1:1 empty\n");
  CHECK(ReadArticle(" \r\n\t\n").places() == "1:1 empty\n");
}

TEST_CASE("a byte order mark is no text") {
  CHECK(ReadArticle("\xEF\xBB\xBF---\ntitle: a\n---\n# b\n").html() == "<h1>b</h1>\n");
  CHECK(ReadArticle("\xEF\xBB\xBF# b\n").html() == "<h1>b</h1>\n");
}

TEST_CASE("the first article's metadata is the publication's") {
  ReadArticle read("---\ntitle: a\n---\nx\n");
  const FileId file = read.sources.add("b.md", "---\ntitle: b\n---\ny\n");
  read_article(read.sources, {file, "."}, read.publication, read.diagnostics);
  CHECK(read.metadata().title.text == "a");
  REQUIRE(read.publication.articles.size() == 2);
  CHECK(read.publication.articles[1].metadata.title.text == "b");
}
