// Counters of the text in margin boxes, the page counter changed by elements, pages chosen by number.
#include <doctest/doctest.h>

#include "layout/laid_out.h"

using namespace pubbuild;
using pubbuild::testing::article;
using pubbuild::testing::filler;
using pubbuild::testing::LaidOut;
using pubbuild::testing::PlacedText;

namespace {

// What the margin boxes of each page show, in a size of their own.
std::vector<std::string> heads(const LaidOut& pages) {
  std::vector<std::string> found(pages.document.pages.size());
  for (const PlacedText& text : pages.texts()) {
    if (text.size == points(7)) found[text.page] += text.text;
  }
  return found;
}

std::string head(const std::string& content) {
  return "@page { @bottom-center { content: none } @top-center { font-size: 7pt; content: " + content +
         " } } ";
}

std::string chapters(size_t count, size_t characters) {
  std::string text;
  for (size_t n = 0; n < count; ++n) text += "## 章\n\n" + filler(characters) + "\n\n";
  return text;
}

std::string block(const std::string& name, const std::string& text) {
  return "<section class=\"" + name + "\">\n\n" + text + "\n\n</section>\n\n";
}

using Heads = std::vector<std::string>;

}  // namespace

TEST_CASE("a margin box shows the first value that a counter takes on its page, else the one before") {
  const std::string css = head("counter(chapter, cjk-decimal)") +
                          "body { counter-reset: chapter } h2 { counter-increment: chapter } ";
  const Heads own_pages = heads(LaidOut(article(chapters(2, 36 * 40)), css + "h2 { break-before: page }"));
  CHECK(own_pages == Heads{"〇", "一", "一", "二", "二"});
  const Heads shared_page = heads(LaidOut(article("首段\n\n" + chapters(3, 20)), css + "body { counter-set: "
                                                                                       "none }"));
  CHECK(shared_page == Heads{"〇"});
}

TEST_CASE("counters of ::before, of inline elements and of cells reach the margin boxes") {
  const std::string text = article("前 *甲* 后\n\n| 头 |\n|---|\n| *乙* |\n");
  CHECK(heads(LaidOut(text, head("counter(c)") +
                                "p em::before { content: \"※\"; counter-increment: c 3 }")) == Heads{"3"});
  CHECK(heads(LaidOut(text, head("counter(c)") + "p em { counter-set: c 5 }")) == Heads{"5"});
  CHECK(heads(LaidOut(text, head("counter(c)") + "td em { counter-set: c 6 }")) == Heads{"6"});
}

TEST_CASE("an inline element gives a named string its value") {
  const LaidOut pages(article("前 *甲词* 后 *乙词* 末\n"),
                      head("string(w) \"／\" string(w, last)") + "em { string-set: w content() }");
  CHECK(heads(pages) == Heads{"甲词／乙词"});
}

TEST_CASE("elements reset, set and increase the page counter") {
  const std::string text = article("甲段\n\n" + block("b", "乙段") + block("b", "丙段"));
  const auto numbers = [&](const std::string& css) {
    std::vector<int32_t> found;
    const LaidOut pages(text, ".b { break-before: page; " + css + " }");
    for (const Page& page : pages.document.pages) found.push_back(page.number);
    return found;
  };
  using Numbers = std::vector<int32_t>;
  CHECK(numbers("") == Numbers{1, 2, 3});
  CHECK(numbers("counter-reset: page 10") == Numbers{1, 10, 10});
  CHECK(numbers("counter-set: page 20") == Numbers{1, 20, 20});
  CHECK(numbers("counter-increment: page") == Numbers{1, 3, 5});
  CHECK(numbers("counter-increment: page 4; counter-set: page 7") == Numbers{1, 7, 7});
}

TEST_CASE("pages of a number have a style of their own, and none of them gives the measure") {
  const std::string css =
      "@page :nth(2) { @top-center { content: \"二页\"; font-size: 7pt } }"
      "@page :nth(2 of text) { @top-center { content: \"文二\"; font-size: 7pt } }"
      ".text { page: text } ";
  const LaidOut pages(article(filler(36 * 80) + "\n\n" + block("text", filler(36 * 80))), css);
  const Heads found = heads(pages);
  REQUIRE(found.size() >= 6);
  const size_t begin = pages.document.pages.size() - 3;
  CHECK(found[1] == "二页");
  CHECK(found[begin + 1] == "文二");
  CHECK(LaidOut(article(filler(36 * 20)), "@page :nth(2) { margin: 1pt }").codes().empty());
}
