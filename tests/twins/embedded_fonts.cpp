// An EPUB that brings its fonts along.
#include <doctest/doctest.h>

#include "epub/opened_epub.h"
#include "program/program.h"

using namespace pubbuild;

namespace {

// What stands between two marks, wherever the first one does.
std::vector<std::string> all_between(const std::string& text, const std::string& begin, char end) {
  std::vector<std::string> found;
  for (size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
    at += begin.size();
    found.push_back(text.substr(at, text.find(end, at) - at));
  }
  return found;
}

}  // namespace

TEST_CASE(
    "a sample with its fonts in it is as EPUBCheck wants it, every font is named and every name there") {
  const Folder folder;
  const Outcome outcome =
      run(folder, {PROJECT_DIR "/samples/article.md", "-o", "a.epub", "--embed-fonts", "--strict"});
  REQUIRE_MESSAGE(outcome.status == 0, outcome.err);
  const OpenedEpub epub(folder.get("a.epub"));
  std::vector<std::string> named;
  for (const std::string& file : all_between(epub.file("EPUB/style.css"), "src: url(", ')')) {
    CHECK_MESSAGE(!epub.file("EPUB/" + file).empty(), file);
    named.push_back("EPUB/" + file);
  }
  CHECK(named.size() > 3);
  for (const std::string& name : epub.names()) {
    const bool is_font = name.starts_with("EPUB/font-");
    CHECK_MESSAGE((!is_font || std::ranges::find(named, name) != named.end()), name);
  }
  CHECK(complaints_of_epubcheck(folder.get("a.epub")) == "");
}

TEST_CASE("a style attribute asks for an embedded font as a rule does, generated numbers have theirs") {
  const Folder folder;
  folder.put("a.md",
             "---\nlang: zh-Hans\nstyle: a.css\n---\n# 题\n\n## 总则\n\n"
             "正文<span style=\"font-family: kaiti\">引语</span>。\n");
  folder.put("a.css",
             "h2 { counter-increment: c } h2::before { content: counter(c, trad-chinese-formal) \" \"; "
             "font-family: kaiti }");
  const Outcome outcome = run(folder, {"a.md", "-o", "a.epub", "--embed-fonts", "--strict"});
  REQUIRE_MESSAGE(outcome.status == 0, outcome.err);
  const OpenedEpub epub(folder.get("a.epub"));
  const std::string chapter = epub.file("EPUB/ch001.xhtml");
  CHECK(contains(chapter, "<span class=\"pub-before\">壹 </span>总则"));
  const auto styles = all_between(chapter, "style=\"", '"');
  REQUIRE(styles.size() == 1);
  CHECK(styles[0].starts_with("font-family: kaiti; font-family: &quot;pub-font-"));
  const std::string family = styles[0].substr(styles[0].find("pub-font-"), 10);
  CHECK(contains(epub.file("EPUB/style.css"), "h2 > .pub-before {\n  font-family: \"" + family + "\""));
  CHECK(complaints_of_epubcheck(folder.get("a.epub")) == "");
}
