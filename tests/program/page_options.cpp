// Paper, text size and margins without a style sheet.
#include <doctest/doctest.h>

#include "program.h"

using namespace pubbuild;

namespace {

const std::string paragraph =
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十\n";

// The lines of the first page, "page 1 419.528×595.276" above them.
std::string pages_of(const std::string& front, std::vector<std::string> options) {
  const Folder folder;
  folder.put("a.md", "---\nlang: zh\n" + front + "---\n# 题\n\n" + paragraph);
  options.insert(options.begin(), {"debug", "pages", "a.md"});
  const Outcome outcome = run(folder, options);
  CHECK(outcome.status == 0);
  CHECK(outcome.err == "");
  return outcome.out;
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

}  // namespace

TEST_CASE("a paper is known by its name, turned round, or by its sides") {
  CHECK(first_line(pages_of("", {})) == "page 1 595.276×841.89");
  CHECK(first_line(pages_of("", {"--paper", "A5"})) == "page 1 419.528×595.276");
  CHECK(first_line(pages_of("", {"--paper", "A4 landscape"})) == "page 1 841.89×595.276");
  CHECK(first_line(pages_of("", {"--paper", "16开"})) == "page 1 524.409×737.008");
  CHECK(first_line(pages_of("", {"--paper", "Letter"})) == "page 1 612×792");
  CHECK(first_line(pages_of("", {"--paper", "170x240mm"})) == "page 1 481.89×680.315");
  CHECK(first_line(pages_of("", {"--paper", "17cm × 240mm"})) == "page 1 481.89×680.315");
  CHECK(first_line(pages_of("paper: 32开\n", {})) == "page 1 368.504×521.575");
  CHECK(first_line(pages_of("paper: 32开\n", {"--paper", "B5"})) == "page 1 498.898×708.661");
  CHECK(first_line(pages_of("", {"--set", "paper=B5"})) == "page 1 498.898×708.661");
}

TEST_CASE("the text is set in the size that is asked for, headings in proportion") {
  const std::string large = pages_of("", {"--font-size", "小三"});
  CHECK(contains(large, "size 15 "));
  CHECK(contains(large, "size 27.5 "));  // of the title: 22 by 12
  CHECK(pages_of("font-size: 15\n", {}) == large);
  CHECK(pages_of("font-size: 10\n", {"--font-size", "15pt"}) == large);
}

TEST_CASE("margins leave a type area of whole characters, the rest shared by both sides") {
  // 210 mm less twice 20 mm are 481.89 pt: 40 characters of 12 pt and 1.89 pt.
  const std::string pages = pages_of("margins: 25mm 20mm\n", {});
  CHECK(contains(pages, "text 57.638"));
  CHECK(pages_of("", {"--margins", "25 20"}) == pages);
  CHECK(pages_of("", {"--margins", "25mm 20mm 25mm 2cm"}) == pages);
}

TEST_CASE("what is no paper, size or margin is told with what there is") {
  const Folder folder;
  folder.put("a.md", "---\nlang: zh\npaper: A77\nfont-size: 2em\nmargins: 1 2 3 4 5\n---\n# 题\n\n正文。\n");
  const std::string said = run(folder, {"a.md", "-o", "a.pdf"}).err;
  CHECK(contains(said, "a.md:3:8: warning: 'A77' is no value of 'paper'"));
  CHECK(contains(said, "a.md:4:12: warning: '2em' is no value of 'font-size'"));
  CHECK(contains(said, "a.md:5:10: warning: '1 2 3 4 5' is no value of 'margins'"));
  CHECK(contains(said, "16开"));
  for (const char* bad : {"A77", "0x0mm", "9999mm 1mm", "A4} p {", "", "red", "5em"}) {
    const Outcome outcome = run(folder, {"a.md", "-o", "b.pdf", "--paper", bad});
    CHECK_MESSAGE((outcome.status == 2 || std::string(bad).empty()), bad);
  }
  CHECK(run(folder, {"a.md", "-o", "b.pdf", "--font-size", "1pt"}).status == 2);
  CHECK(run(folder, {"a.md", "-o", "b.pdf", "--margins", "-5mm"}).status == 2);
}
