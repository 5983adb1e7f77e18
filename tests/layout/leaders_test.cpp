// Leaders in lines, page numbers after them, and first letters.
#include <doctest/doctest.h>

#include "laid_out.h"

using namespace pubbuild;
using namespace pubbuild::testing;

namespace {

const std::string contents_style =
    "li { display: block; text-indent: 0; margin: 0; padding: 0 } ul { padding: 0 }"
    "li::after { content: leader(\"·\") \"　\" attr(title) }";

std::string entries(const std::vector<std::pair<std::string, std::string>>& all) {
  std::string list = "<ul>\n";
  for (const auto& [title, folio] : all) list += "<li title=\"" + folio + "\">" + title + "</li>\n";
  return article(list + "</ul>\n");
}

// The leaders of a document in drawing order: runs that are copied as a blank.
std::vector<TextItem> leaders(const LaidOut& pages) {
  std::vector<TextItem> found;
  for (size_t page = 0; page < pages.document.pages.size(); ++page) {
    for (const TextItem& text : pages.items_of<TextItem>(page)) {
      if (text.actual_text == " " && text.run.text.find("·") != std::string::npos) found.push_back(text);
    }
  }
  return found;
}

Length end_of(const TextItem& text) {
  Length end = text.origin.x;
  for (const Glyph& glyph : text.run.glyphs) end += millipoints(glyph.advance);
  return end;
}

Length end_of(const PlacedText& text) {
  return text.x + text.width;
}

}  // namespace

TEST_CASE("a leader takes what is left, and what follows it ends at the end of the line") {
  const LaidOut pages(entries({{"甲", "7"}, {"甲乙丙丁", "123"}}), contents_style);
  CHECK(end_of(pages.find("7")) == end_of(pages.find("123")));
  REQUIRE(leaders(pages).size() == 2);
  for (const TextItem& leader : leaders(pages)) CHECK(leader.structure == StructureId::artifact);
}

TEST_CASE("dots of neighbouring lines stand under each other, whatever stands beside them") {
  const LaidOut pages(entries({{"甲", "7"}, {"甲 Latin words", "123"}}), contents_style);
  const std::vector<TextItem> all = leaders(pages);
  REQUIRE(all.size() == 2);
  const Length pitch = millipoints(all[0].run.glyphs[0].advance);
  CHECK(pitch == points(6));
  CHECK((all[0].origin.x - all[1].origin.x).milli % pitch.milli == 0);
  CHECK((end_of(all[0]) - end_of(all[1])).milli % pitch.milli == 0);
  CHECK(end_of(all[0]) <= pages.find("7").x);
  CHECK(pages.find("7").x - end_of(all[0]) < pitch);
}

TEST_CASE("a line with a leader is not justified otherwise") {
  const LaidOut pages(entries({{"a b c", "7"}}), contents_style + "li { text-align: justify }");
  const LaidOut plain(entries({{"a b c", ""}}), "li::after { content: none }");
  CHECK(pages.find("a b c").width == plain.find("a b c").width);
}

TEST_CASE("a title that leaves no room for a leader turns over, and keeps its number") {
  const LaidOut pages(entries({{filler(36), "7"}, {filler(35), "12"}}), contents_style);
  for (const std::string folio : {"7", "12"}) {
    const PlacedText number = pages.find(folio);
    CHECK(end_of(number) > points(400));
    bool has_title = false;
    for (const PlacedText& text : pages.texts())
      has_title = has_title || (text.y == number.y && text.text.find("·") != std::string::npos);
    CHECK(has_title);
  }
}

TEST_CASE("a number may stick out of the measure that titles keep to") {
  const LaidOut pages(
      entries({{filler(40), "7"}}),
      contents_style + "li { padding-inline-end: 4em } li::after { margin-inline-end: -4em }");
  const LaidOut plain(entries({{"甲", "7"}}), contents_style);
  CHECK(end_of(pages.find("7")) == end_of(plain.find("7")));
  for (const PlacedText& text : pages.texts()) {
    if (text.text.find("天地") != std::string::npos)
      CHECK(end_of(text) <= end_of(pages.find("7")) - points(48) + millipoints(10));
  }
}

TEST_CASE("any text may lead, and none but blanks draws nothing") {
  const LaidOut solid(entries({{"甲", "7"}}), contents_style + "li::after { content: leader(solid) \"x\" }");
  CHECK(solid.find("____").page == 0);
  const LaidOut space(entries({{"甲", "7"}}), contents_style + "li::after { content: leader(space) \"x\" }");
  CHECK(end_of(space.find("x")) == end_of(solid.find("x")));
  const LaidOut words(entries({{"甲", "7"}}),
                      contents_style + "li::after { content: leader(\"乙。\") \"x\" }");
  CHECK(words.find("乙。乙。乙。").page == 0);
}

TEST_CASE("a first letter is set as ::first-letter says, and the rest as before") {
  const LaidOut pages(article("“甲”乙丙丁\n"), "p::first-letter { font-size: 24pt; color: red }");
  CHECK(pages.find("甲").size == points(24));
  CHECK(pages.find("甲").text.find("乙") == std::string::npos);
  CHECK(pages.find("乙").size == points(12));
}
