// --profile says whose edition is built; references to pages are numbers on paper.
#include <doctest/doctest.h>

#include "program.h"

using namespace pubbuild;

namespace {

std::string pdf_text(const Folder& folder, const std::string& name) {
  REQUIRE(std::system(("pdftotext '" + folder.at(name) + "' '" + folder.at("text") + "'").c_str()) == 0);
  return folder.get("text");
}

}  // namespace

TEST_CASE("what is for one profile is in its edition alone") {
  const Folder folder;
  folder.put("a.md", "# 题\n\n甲[乙]{.only-teacher}[丙]{.only-pupil}\n\n## 丁 {.only-teacher}\n\n戊\n");
  run(folder, {"a.md", "-o", "a.pdf"});
  CHECK(!contains(pdf_text(folder, "a.pdf"), "乙"));
  CHECK(!contains(pdf_text(folder, "a.pdf"), "戊"));
  run(folder, {"a.md", "-o", "a.pdf", "--profile", "teacher"});
  CHECK(contains(pdf_text(folder, "a.pdf"), "甲乙"));
  CHECK(contains(pdf_text(folder, "a.pdf"), "戊"));
  run(folder, {"a.md", "-o", "a.pdf", "--profile", "teacher", "--profile", "pupil"});
  CHECK(contains(pdf_text(folder, "a.pdf"), "甲乙丙"));
}

TEST_CASE("an article that is for one profile is no part of other editions") {
  const Folder folder;
  folder.put("a.md", "---\nonly: [teacher, helper]\n---\n# 甲\n\n答案\n");
  folder.put("b.md", "# 乙\n\n问题\n");
  run(folder, {"a.md", "b.md", "-o", "a.pdf"});
  CHECK(!contains(pdf_text(folder, "a.pdf"), "答案"));
  run(folder, {"a.md", "b.md", "-o", "a.pdf", "--profile", "helper"});
  CHECK(contains(pdf_text(folder, "a.pdf"), "答案"));
  const Outcome none = run(folder, {"a.md", "-o", "none.pdf"});
  CHECK(none.status == 1);
  CHECK(contains(none.err, "[edition-empty]"));
}

TEST_CASE("a mention of a page is its number on paper") {
  const Folder folder;
  folder.put(
      "a.md",
      "---\nlang: zh-Hans\n---\n# 题\n\n见[@page:end]。\n\n<div style=\"break-before: page\"></div>\n\n"
      "## 结尾 {#end}\n\n完。\n");
  const Outcome outcome = run(folder, {"a.md", "-o", "a.pdf", "--strict"});
  CHECK(outcome.status == 0);
  const std::string text = pdf_text(folder, "a.pdf");
  CHECK(contains(text, "见第"));
  CHECK(!contains(text, "“结尾”"));
}
