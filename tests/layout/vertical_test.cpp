// Vertical writing: lines from top to bottom, one left of the other, on pages that are as they look.
#include <doctest/doctest.h>

#include "laid_out.h"

using namespace pubbuild;
using namespace pubbuild::testing;

namespace {

constexpr const char* vertical =
    "@page { size: 300pt 400pt; margin: 50pt 40pt 30pt 60pt }"
    "html { writing-mode: vertical-rl; font-size: 10pt; line-height: 20pt }"
    "p { text-indent: 0 } header { display: none }";

std::string front(const std::string& text) {
  return "---\nlang: zh-Hant\n---\n\n" + text;
}

template <typename Kind>
std::vector<Kind> items_of(const LaidOut& laid_out) {
  std::vector<Kind> found;
  for (const Page& page : laid_out.document.pages) {
    for (const Item& item : page.items) {
      if (const auto* one = std::get_if<Kind>(&item)) found.push_back(*one);
    }
  }
  return found;
}

TextItem text_of(const LaidOut& laid_out, const std::string& words) {
  for (const TextItem& text : items_of<TextItem>(laid_out)) {
    if (text.run.text.find(words) != std::string::npos) return text;
  }
  return {};
}

}  // namespace

TEST_CASE("vertical lines run down the page area and follow each other leftwards") {
  std::string text;
  for (int n = 0; n < 40; ++n) text += "永";
  const LaidOut laid_out(front("甲" + text + "\n\n乙" + text), vertical);
  const TextItem first = text_of(laid_out, "甲");
  const TextItem second = text_of(laid_out, "乙");
  CHECK(first.posture == Posture::upright);
  CHECK(first.origin.x == points(250));  // the middle of the first line of 20 pt, from the right margin
  CHECK(first.origin.y == points(50));
  CHECK(second.origin.x == points(210));  // the measure is the height, 320 pt
  CHECK(second.origin.y == points(50));
}

TEST_CASE("lines go from left to right where the mode says so, their upper side is still the right one") {
  const std::string css = std::string(vertical) + "html { writing-mode: vertical-lr } u { color: red }";
  const LaidOut laid_out(front("甲\n\n乙<span style=\"vertical-align: 3pt\">上</span>"), css);
  CHECK(text_of(laid_out, "甲").origin.x == points(70));
  CHECK(text_of(laid_out, "乙").origin.x < text_of(laid_out, "上").origin.x);
  CHECK(text_of(laid_out, "乙").origin.x > points(80));
}

TEST_CASE("words lie on their side, in the middle of their column") {
  const LaidOut laid_out(front("甲Aha乙"), vertical);
  const TextItem word = text_of(laid_out, "Aha");
  CHECK(word.posture == Posture::sideways);
  CHECK(word.origin.x == points(250) - millipoints(3'800));
  CHECK(text_of(laid_out, "甲").origin.x == text_of(laid_out, "乙").origin.x);
}

TEST_CASE("short numbers are combined upright in one frame, longer ones lie on their side") {
  const LaidOut laid_out(front("甲12乙2026丙"),
                         std::string(vertical) + "html { text-combine-upright: digits }");
  CHECK(text_of(laid_out, "12").posture == Posture::combined);
  CHECK(text_of(laid_out, "12").origin.y == points(60));
  CHECK(text_of(laid_out, "乙").origin.y == points(70));
  CHECK(text_of(laid_out, "2026").posture == Posture::sideways);
}

TEST_CASE("a word that is combined as a whole takes one frame") {
  const LaidOut laid_out(front("甲<span style=\"text-combine-upright: all\">No.1</span>乙"), vertical);
  CHECK(text_of(laid_out, "No.1").posture == Posture::combined);
  CHECK(text_of(laid_out, "乙").origin.y == points(70));
}

TEST_CASE("the underline of a vertical line is at its left, in Japanese at its right") {
  const auto underline = [](const std::string& lang) {
    const LaidOut laid_out("---\nlang: " + lang + "\n---\n\n<u>永和</u>", vertical);
    return items_of<StrokeItem>(laid_out).at(0);
  };
  const StrokeItem left = underline("zh-Hant");
  CHECK(left.from.x == left.to.x);
  CHECK(left.from.x < points(245));
  CHECK(left.to.y - left.from.y == points(20));
  const StrokeItem right = underline("ja");
  CHECK(right.from.x > points(255));
  CHECK(points(250) - left.from.x == right.from.x - points(250));
}

TEST_CASE("emphasis marks stand at the right of vertical lines, those that shall be left at the left") {
  const std::string dots = "<span style=\"text-emphasis: dot; text-emphasis-position: ";
  const LaidOut right(front(dots + "under right\">永和</span>"), vertical);
  const LaidOut left(front(dots + "under left\">永和</span>"), vertical);
  CHECK(items_of<TextItem>(right).back().posture == Posture::upright);
  CHECK(items_of<TextItem>(right).back().origin.x > points(255));
  CHECK(items_of<TextItem>(left).back().origin.x < points(245));
}

TEST_CASE("footnotes stand at the left of a vertical page, their rule along the lines") {
  const LaidOut laid_out(front("甲[^a]\n\n[^a]: 注釋"), vertical);
  const TextItem note = text_of(laid_out, "注釋");
  CHECK(note.posture == Posture::upright);
  CHECK(note.origin.x > points(60));
  CHECK(note.origin.x < points(80));
  const StrokeItem rule = items_of<StrokeItem>(laid_out).at(0);
  CHECK(rule.from.x == rule.to.x);
  CHECK(rule.from.x > note.origin.x);
}

TEST_CASE("links cover their characters") {
  const LaidOut laid_out(front("甲[永和](https://example.org/)乙"), vertical);
  const Rect area = items_of<LinkItem>(laid_out).at(0).area;
  CHECK(area.y == points(60));
  CHECK(area.height == points(20));
  CHECK(area.x < points(247));
  CHECK(area.x + area.width > points(253));
}

TEST_CASE("what no face has is a frame of a vertical line too") {
  const LaidOut laid_out(front("甲\xF3\xB0\x80\x80乙"), vertical);
  const Rect area = items_of<FrameItem>(laid_out).at(0).area;
  CHECK(area.y >= points(60));
  CHECK(area.x > points(244));
  CHECK(area.x + area.width < points(256));
}

TEST_CASE("margin boxes are horizontal beside vertical text") {
  const LaidOut laid_out(front("甲"), std::string(vertical) + "@page { @top-center { content: \"書名\" } }");
  CHECK(text_of(laid_out, "書名").posture == Posture::level);
}

TEST_CASE("readings stand at the right edge of their characters") {
  const LaidOut pages(article(front("文{漢|かん}字\n")), vertical);
  const TextItem base = text_of(pages, "漢");
  const TextItem reading = text_of(pages, "かん");
  CHECK(reading.origin.x - base.origin.x == millipoints(7500));
  CHECK(reading.origin.y == base.origin.y);
}

TEST_CASE("bopomofo is a column at the right of its character, its tone at the right of the last symbol") {
  const LaidOut pages(article(front("埤{頭|ㄊㄡˊ}村\n")), vertical);
  const TextItem base = text_of(pages, "頭");
  const TextItem first = text_of(pages, "ㄊ");
  const TextItem last = text_of(pages, "ㄡ");
  CHECK(text_of(pages, "村").origin.y - base.origin.y == points(10));
  CHECK(first.origin.x == base.origin.x + points(5));
  CHECK(last.origin.x == first.origin.x);
  CHECK(last.origin.y - first.origin.y == points(3));
  CHECK(text_of(pages, "ˊ").origin.x > last.origin.x);
  CHECK(text_of(pages, "ˊ").origin.y < last.origin.y + points(1));
}
