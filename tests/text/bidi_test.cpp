// Directions of texts, and the order in which the pieces of a line stand.
#include "text/bidi.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/typeset.h"

using namespace pubbuild;

namespace {

std::string digits(const std::vector<uint8_t>& levels) {
  std::string shown;
  for (const uint8_t level : levels) shown += static_cast<char>('0' + level);
  return shown;
}

std::string levels_of(const std::string& text, const std::vector<BidiSpan>& spans = {},
                      Direction base = Direction::ltr, UnicodeBidi paragraph = UnicodeBidi::normal) {
  return digits(bidi_levels(utf8::decode_all(text), spans, base, paragraph));
}

// The characters of a line from left to right.
std::string from_left(const std::string& text) {
  const pubbuild::testing::Paragraph paragraph(text, "zh-Hans");
  const std::vector<Cluster>& clusters = paragraph.prepared().clusters;
  const LineWidths widths(clusters);
  const SetLine line = set_line(clusters, widths, 0, clusters.size(), points(1000), Adjust::none);
  std::vector<std::pair<int32_t, std::string>> placed;
  for (size_t n = 0; n < line.place.size(); ++n) {
    const size_t end = n + 1 < clusters.size() ? clusters[n + 1].begin : text.size();
    placed.emplace_back(line.place[n], text.substr(clusters[n].begin, end - clusters[n].begin));
  }
  std::sort(placed.begin(), placed.end());
  std::string shown;
  for (const auto& [place, piece] : placed) shown += piece;
  return shown;
}

}  // namespace

TEST_CASE("a text of Han and Latin has one direction and costs nothing") {
  CHECK(levels_of("汉字 and Latin, 123").empty());
  CHECK(levels_of("汉字", {{0, 1, UnicodeBidi::embed, Direction::ltr}}).empty());
}

TEST_CASE("Hebrew and Arabic run from right to left, numbers in them from left to right") {
  CHECK(levels_of("他说שלום了") == "0011110");
  CHECK(levels_of("aא12ב") == "01221");
  CHECK(levels_of("א。ב") == "111");
}

TEST_CASE("the direction of the paragraph holds for what has none") {
  CHECK(levels_of("a!", {}, Direction::rtl) == "21");
  CHECK(levels_of("!א", {}, Direction::ltr, UnicodeBidi::plaintext) == "11");
  CHECK(levels_of("!aא", {}, Direction::ltr, UnicodeBidi::plaintext) == "001");
}

TEST_CASE("elements embed, isolate and override") {
  CHECK(levels_of("a1b", {{1, 2, UnicodeBidi::isolate, Direction::rtl}}) == "020");
  CHECK(levels_of("abc", {{1, 2, UnicodeBidi::bidi_override, Direction::rtl}}) == "010");
  CHECK(levels_of("abc", {{0, 3, UnicodeBidi::embed, Direction::rtl},
                          {1, 2, UnicodeBidi::normal, Direction::rtl}}) == "222");
  CHECK(levels_of("ab!", {{1, 3, UnicodeBidi::isolate_override, Direction::rtl}}) == "033");
}

TEST_CASE("a line of both directions is put into the order it is read in") {
  CHECK(visual_order(std::vector<uint8_t>{0, 1, 1, 0}) == std::vector<uint32_t>{0, 2, 1, 3});
  CHECK(from_left("他说שלום了") == "他说םולש了");
  CHECK(from_left("他說שלום (12)") == "他說)12( םולש");
}

TEST_CASE("brackets in text from right to left are mirrored") {
  const pubbuild::testing::Paragraph plain("()");
  const pubbuild::testing::Paragraph turned("א(א)א");
  CHECK(turned.prepared().glyphs.size() == 5);
  CHECK(plain.prepared().clusters[0].bidi_level == 0);
  CHECK(turned.prepared().clusters[1].bidi_level == 1);
}

TEST_CASE("letters of Arabic join in the text's order") {
  const pubbuild::testing::Paragraph word("سلام");
  REQUIRE(word.prepared().clusters.size() >= 2);
  for (size_t n = 1; n < word.prepared().clusters.size(); ++n)
    CHECK(word.prepared().clusters[n - 1].begin < word.prepared().clusters[n].begin);
}

TEST_CASE("deep embeddings end") {
  std::vector<BidiSpan> spans;
  for (size_t n = 0; n < 1000; ++n) spans.push_back({n, 2000 - n, UnicodeBidi::embed, Direction::rtl});
  CHECK(bidi_levels(std::u32string(2000, U'a'), spans, Direction::ltr, UnicodeBidi::normal).size() == 2000);
}
