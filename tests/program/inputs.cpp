// Articles that cannot be read, and what may be read beside them.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include "program.h"

using namespace pubbuild;

namespace {

// A grey pixel.
const std::string png(
    "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9BU\0\0\0\nIDATx\x9C"
    "ch\0\0\0\x82\0\x81w\xCDr\xB6\0\0\0\0IEND\xAE"
    "B`\x82",
    67);

}  // namespace

TEST_CASE("an article that cannot be read is named, with the reason") {
  const Folder folder;
  fs::create_directory(folder.at("folder.md"));
  ::mkfifo(folder.at("fifo.md").c_str(), 0666);
  folder.put("large.md", std::string((16 << 20) + 1, 'x'));
  const std::pair<const char*, const char*> rows[] = {{"missing.md", "does not exist"},
                                                      {"folder.md", "is a folder"},
                                                      {"fifo.md", "is not a regular file"},
                                                      {"large.md", "larger than 16 MB"}};
  for (const auto& [name, reason] : rows) {
    const Outcome outcome = run(folder, {name, "-o", "out.epub"});
    CHECK(outcome.status == 3);
    CHECK(contains(outcome.err, std::string(name) + ": "));
    CHECK(contains(outcome.err, reason));
    CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
    CHECK_FALSE(fs::exists(folder.at("out.epub")));
  }
}

TEST_CASE("an empty article is an error at its beginning") {
  const Folder folder;
  folder.put("empty.md", "");
  const Outcome outcome = run(folder, {"empty.md", "-o", "out.epub"});
  CHECK(outcome.status == 1);
  CHECK(outcome.err.starts_with("empty.md:1:1: error: "));
  CHECK(folder.names() == std::vector<std::string>{"empty.md"});
}

TEST_CASE("a text in another encoding is read, and what was assumed is said") {
  const Folder folder;
  // 关于会议规则的说明。 in GB 18030, often enough for its encoding to be told.
  const std::string sentence =
      "\xB9\xD8\xD3\xDA\xBB\xE1\xD2\xE9\xB9\xE6\xD4\xF2\xB5\xC4\xCB\xB5\xC3\xF7\xA1\xA3";
  folder.put("gb.md",
             "# a\n\n" + sentence + sentence + sentence + sentence + sentence + sentence + sentence + "\n");
  const Outcome outcome = run(folder, {"gb.md", "-o", "out.epub"});
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.err, "gb.md:1:1: note: the encoding is taken to be GB18030 [encoding-assumed]"));
  CHECK(contains(run(folder, {"debug", "tree", "gb.md"}).out, "关于会议规则的说明。"));
}

TEST_CASE("an encoding is said where it cannot be told") {
  const Folder folder;
  folder.put("short.md", "# \xB9\xD8\n");
  const Outcome asked = run(folder, {"short.md", "-o", "out.epub"});
  CHECK(asked.status == 1);
  CHECK(contains(asked.err, "short.md:1:1: error: its encoding cannot be told"));
  CHECK(contains(asked.err, "--encoding"));
  const Outcome said = run(folder, {"debug", "tree", "short.md", "--encoding", "gbk"});
  CHECK(said.status == 0);
  CHECK(contains(said.out, "\"关\""));
  const Outcome wrong = run(folder, {"debug", "tree", "short.md", "--encoding", "utf-8"});
  CHECK(wrong.status == 0);
  CHECK(contains(wrong.err, "short.md:1:3: warning: byte 0xB9 at offset 2 is no UTF-8"));
}

TEST_CASE("a picture under the name of an article is no text") {
  const Folder folder;
  folder.put("picture.md", png);
  const Outcome outcome = run(folder, {"picture.md", "-o", "out.epub"});
  CHECK(outcome.status == 1);
  CHECK(contains(outcome.err, "picture.md:1:1: error: this is no text"));
}

TEST_CASE("bytes that are no text of the encoding are named and the rest is read") {
  const Folder folder;
  folder.put("a.md", "# 题\n\n正文\xE6在此。\n");
  const Outcome outcome = run(folder, {"debug", "tree", "a.md"});
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.err, "a.md:3:3: warning: byte 0xE6 at offset 13 is no UTF-8"));
  CHECK(contains(outcome.out, "正文\uFFFD在此。"));
}

TEST_CASE("texts and pages are articles beside those in Markdown") {
  const Folder folder;
  folder.put("a.txt", "题目\n\n一、甲\n正文。\n");
  folder.put("b.html", "<html><body><h1>页</h1><p>正文，在此。</p></body></html>");
  folder.put("c.md", "# 题\n\n正文。\n");
  const Outcome outcome = run(folder, {"debug", "tree", "a.txt", "b.html", "c.md", "--set", "lang=zh"});
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.out, "一、甲"));
  CHECK(contains(outcome.out, "正文，在此。"));
}

TEST_CASE("an article may come from standard input") {
  const Folder folder;
  folder.put("input", "# 题\n\n正文。\n");
  const Outcome outcome = run(folder, {"-", "-o", "out.epub", "--set", "lang=zh"});
  CHECK(outcome.status == 0);
  CHECK(folder.get("out.epub").starts_with("PK"));
}

TEST_CASE("pictures are read from the article's folder and from roots, and from nowhere else") {
  const Folder folder;
  folder.put("articles/a.md", "---\nlang: zh\n---\n# 题\n\n![图](../secret/a.png)\n");
  folder.put("articles/b.md", "---\nlang: zh\n---\n# 题\n\n![图](link.png)\n");
  folder.put("secret/a.png", png);
  fs::create_symlink("../secret/a.png", folder.at("articles/link.png"));
  for (const char* article : {"articles/a.md", "articles/b.md"}) {
    const Outcome refused = run(folder, {article, "-o", "out.epub"});
    CHECK(refused.status == 0);
    CHECK(contains(refused.err, "outside the folder of the publication [picture-missing]"));
    const Outcome strict = run(folder, {article, "-o", "strict.epub", "--strict"});
    CHECK(strict.status == 1);
    CHECK_FALSE(fs::exists(folder.at("strict.epub")));
    const Outcome allowed = run(folder, {article, "-o", "out.epub", "--root", "secret"});
    CHECK(allowed.status == 0);
    CHECK_FALSE(contains(allowed.err, "picture-missing"));
  }
}

TEST_CASE("the tree is printed as it is understood") {
  const Folder folder;
  folder.put("a.md", "---\nlang: zh\n---\n# 题\n\n正文。\n");
  const Outcome outcome = run(folder, {"debug", "tree", "a.md"});
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.out, "h1 id=\"title\"\n"));
  CHECK(contains(outcome.out, "\"正文。\"\n"));
}

TEST_CASE("the pages are printed as they are laid out") {
  const Folder folder;
  folder.put("a.md", "---\nlang: zh\n---\n# 题\n\n正文。\n");
  const Outcome outcome = run(folder, {"debug", "pages", "a.md"});
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.out, "正文"));
}

TEST_CASE("diagnostics are lines of JSON where that is asked for") {
  const Folder folder;
  folder.put("a.md", "---\nlang: zh\n---\n# 题\n\n[x](#nowhere)\n");
  const Outcome outcome = run(folder, {"a.md", "-o", "out.epub", "--diagnostics", "json"});
  CHECK(outcome.status == 0);
  CHECK(outcome.err.starts_with(
      "{\"severity\":\"warning\",\"code\":\"link-target\",\"file\":\"a.md\",\"line\":6"));
  CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
  const Outcome failed = run(folder, {"no.md", "-o", "out.epub", "--diagnostics", "json"});
  CHECK(failed.status == 3);
  CHECK(failed.err.starts_with("{\"severity\":\"error\""));
}

TEST_CASE("an unknown theme is an error with the themes there are") {
  const Folder folder;
  folder.put("a.md", "---\nlang: zh\n---\n# 题\n\n正文。\n");
  const Outcome outcome = run(folder, {"a.md", "-o", "out.epub", "--style", "no-such"});
  CHECK(outcome.status == 1);
  CHECK(contains(outcome.err, "no theme called 'no-such'"));
  CHECK(contains(outcome.err, "article"));
}

TEST_CASE("Chinese is converted to the other script where that is asked for") {
  const Folder folder;
  folder.put("a.md", "---\nlang: zh-Hans\n---\n# 头发\n\n图书馆`头`。\n");
  const Outcome outcome = run(folder, {"debug", "tree", "a.md", "--script", "hant"});
  CHECK(contains(outcome.out, "html lang=\"zh-Hant\""));
  CHECK(contains(outcome.out, "\"頭髮\""));
  CHECK(contains(outcome.out, "\"圖書館\""));
  CHECK(contains(outcome.out, "\"头\""));
  CHECK(run(folder, {"a.md", "-o", "a.epub", "--script", "latn"}).status == 2);
}
