// Vertical books, however they are asked for: both files are vertical and open from the right.
#include <doctest/doctest.h>

#include "epub/opened_epub.h"
#include "program/program.h"

using namespace pubbuild;

namespace {

void check_vertical(const std::string& front, const std::vector<std::string>& options) {
  const Folder folder;
  folder.put("a.md", "---\ntitle: 題\nlang: zh-Hant\n" + front + "---\n\n永和九年，歲在癸丑。\n");
  folder.put("v.css", "body { writing-mode: vertical-rl }");
  std::vector<std::string> build{"a.md", "-o", "a.pdf", "-o", "a.epub"};
  std::vector<std::string> debug{"debug", "pages", "a.md"};
  build.insert(build.end(), options.begin(), options.end());
  debug.insert(debug.end(), options.begin(), options.end());
  REQUIRE(run(folder, build).status == 0);
  CHECK(contains(run(folder, debug).out, "\"永和九年，歲在癸丑。\" upright"));
  const OpenedEpub epub(folder.get("a.epub"));
  CHECK(contains(epub.file("EPUB/package.opf"), "page-progression-direction=\"rtl\""));
  std::string styles;
  for (const std::string& name : epub.names()) {
    if (name.ends_with(".css")) styles += epub.file(name);
  }
  CHECK(contains(styles, "-epub-writing-mode: vertical-rl"));
  CHECK(complaints_of_epubcheck(folder.get("a.epub")) == "");
  const std::string viewer = "qpdf --json '" + folder.at("a.pdf") + "' | grep -q '/R2L'";
  CHECK(std::system(viewer.c_str()) == 0);
}

}  // namespace

TEST_CASE("front matter, an option, a style sheet and the theme make a vertical book") {
  check_vertical("writing-mode: vertical-rl\n", {});
  check_vertical("", {"--set", "writing-mode=vertical-rl"});
  check_vertical("", {"--style", "v.css"});
  check_vertical("style: vertical\n", {});
}

TEST_CASE("a writing mode that there is not is told") {
  const Folder folder;
  folder.put("a.md", "---\nlang: zh\nwriting-mode: upwards\n---\n\n正文。\n");
  CHECK(contains(run(folder, {"a.md", "-o", "a.pdf"}).err, "'upwards' is no value of 'writing-mode'"));
  CHECK(run(folder, {"a.md", "-o", "a.pdf", "--set", "writing-mode=upwards"}).status == 2);
}
