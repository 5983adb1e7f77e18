// Fonts that style sheets ask for, bring along, and put into the EPUB.
#include <doctest/doctest.h>

#include "program.h"

using namespace pubbuild;

namespace {

const std::string article =
    "---\nlang: zh-Hans\nstyle: a.css\n---\n# 题\n\n正文“引文”，Latin。\n\n## 一\n\n> 引语\n";
const std::string kai = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf";

size_t count_of(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("fonts that are not installed are named in one note, which is no warning") {
  const Folder folder;
  folder.put("a.md", article);
  folder.put("a.css", "p { font-family: SimSun, serif } h2 { font-family: 微软雅黑 }");
  const Outcome outcome = run(folder, {"a.md", "-o", "a.pdf", "-o", "a.epub", "--embed-fonts", "--strict"});
  CHECK(outcome.status == 0);
  CHECK(count_of(outcome.err, "[font-substituted]") == 1);
  CHECK(contains(
      outcome.err,
      "note: these fonts are not installed: SimSun → Noto Serif CJK SC, 微软雅黑 → Noto Sans CJK SC"));
  folder.put("a.css", "p { color: red }");
  CHECK_FALSE(contains(run(folder, {"a.md", "-o", "a.pdf"}).err, "[font-substituted]"));
}

TEST_CASE("a font file lies beside the style sheet that names it, wherever that is") {
  const Folder folder;
  folder.put("book/a.md", article);
  folder.put("book/a.css", "");
  folder.put("styles/own.css",
             "@font-face { font-family: own; src: url(fonts/kai.ttf) } p { font-family: own }");
  fs::create_directories(folder.at("styles/fonts"));
  fs::copy_file(kai, folder.at("styles/fonts/kai.ttf"));
  const Outcome outcome =
      run(folder, {"book/a.md", "--style", "styles/own.css", "-o", "a.pdf", "-o", "a.epub", "--strict"});
  CHECK(outcome.status == 0);
  CHECK(contains(folder.get("a.pdf"), "LXGWWenKai-Regular"));
  CHECK_FALSE(contains(folder.get("a.epub"), "EPUB/font-"));
}

TEST_CASE("a font file that is not there is a warning at its place, said once") {
  const Folder folder;
  folder.put("a.md", article);
  folder.put("a.css", "@font-face {\n  font-family: own; src: url(none.ttf) }\np { font-family: own }");
  const Outcome outcome = run(folder, {"a.md", "-o", "a.pdf", "-o", "a.epub", "--embed-fonts"});
  CHECK(outcome.status == 0);
  CHECK(count_of(outcome.err, "[font-file]") == 1);
  CHECK(contains(outcome.err, "a.css:2:26: warning: the font 'none.ttf' does not exist"));
}

TEST_CASE("the fonts of the text go into the EPUB where that is asked for, and are small") {
  const Folder folder;
  folder.put("a.md", article);
  folder.put("a.css", "");
  CHECK(run(folder, {"a.md", "-o", "plain.epub"}).status == 0);
  CHECK(run(folder, {"a.md", "-o", "a.epub", "--embed-fonts"}).status == 0);
  CHECK(run(folder, {"a.md", "-o", "b.epub", "--embed-fonts"}).status == 0);
  CHECK_FALSE(contains(folder.get("plain.epub"), "EPUB/font-"));
  const std::string epub = folder.get("a.epub");
  CHECK(contains(epub, "EPUB/font-"));
  CHECK(epub.size() < 100'000);
  CHECK(epub == folder.get("b.epub"));
}
