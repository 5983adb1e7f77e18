// Text is drawn where it is due and copied out as what it means.
#include <doctest/doctest.h>

#include <cmath>

#include "paged.h"

using namespace pubbuild;
using namespace pubbuild::test;

namespace {

size_t count(const std::string& text, std::string_view part) {
  size_t found = 0;
  for (size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++found;
  return found;
}

// The left edges of the words that `pdftotext -bbox` finds.
std::vector<double> left_edges(const std::string& pdf) {
  const std::string words = ask(pdf, "pdftotext -bbox % -");
  std::vector<double> edges;
  for (size_t at = 0; (at = words.find("xMin=\"", at)) != std::string::npos;) {
    at += 6;
    edges.push_back(std::stod(words.substr(at)));
  }
  return edges;
}

// A ligature or an emoji: all glyphs belong to the character at `cluster`.
TextItem one_cluster(std::string_view shown, std::string_view meant) {
  TextItem item = text_at(20, 40, shown);
  for (Glyph& glyph : item.run.glyphs) glyph.cluster = 0;
  item.run.text = meant;
  return item;
}

}  // namespace

TEST_CASE("Chinese text comes out of a PDF as it went in") {
  const std::string pdf = write(
      document_of({text_at(20, 40, "𠮷野家：永和九年，歲在癸丑。"), text_at(20, 80, "霞鹜文楷 Kai", kai)}));
  CHECK(is_sound(pdf));
  CHECK(text_of(pdf) == "𠮷野家：永和九年，歲在癸丑。\n霞鹜文楷 Kai");
  const std::string fonts = ask(pdf, "pdffonts %");
  CHECK(fonts.find("CID Type 0C") != std::string::npos);
  CHECK(fonts.find("CID TrueType") != std::string::npos);
  CHECK(fonts.find("NotoSerifCJKsc-Regular") != std::string::npos);
}

TEST_CASE("a font whose CIDs are not its glyph ids shows and copies the right characters") {
  CHECK(faces().face(region).glyph_count() < 40);
  const std::string pdf = write(document_of({text_at(20, 40, "永和九年𠮷A", region)}));
  CHECK(is_sound(pdf));
  CHECK(text_of(pdf) == "永和九年𠮷A");
  CHECK(render(pdf).rgb == render(write(document_of({text_at(20, 40, "永和九年𠮷A")}))).rgb);
}

TEST_CASE("glyphs never drift from where they are due") {
  for (const FontId font : {serif, kai}) {
    TextItem item = text_at(10, 40, "永永永永永永永永永永永永永永永永永永永永永永永永永永永永永永", font);
    item.run.size = millipoints(10'537);
    for (Glyph& glyph : item.run.glyphs) glyph.advance = 27'123;
    PagedDocument document = document_of({item});
    document.pages[0].size.width = points(900);
    const std::vector<double> edges = left_edges(write(document));
    REQUIRE(edges.size() == item.run.glyphs.size());
    for (size_t i = 0; i < edges.size(); ++i) {
      CHECK(std::abs(edges[i] - (10.0 + 27.123 * static_cast<double>(i))) < 0.01);
    }
  }
}

TEST_CASE("runs that keep a space from each other, or are squeezed together, are copied as one text") {
  TextItem spaced = text_at(20, 40, "请寄");
  spaced.run.glyphs.back().advance += 3'000;
  TextItem squeezed = text_at(20, 80, "见，");
  squeezed.run.glyphs.back().advance -= 6'000;
  const std::string pdf =
      write(document_of({spaced, text_at(47, 40, "reading"), squeezed, text_at(38, 80, "题")}));
  CHECK(is_sound(pdf));
  CHECK(text_of(pdf) == "请寄reading\n见，题");
}

TEST_CASE("glyphs are moved sideways and up by their offsets") {
  TextItem item = text_at(10, 40, "一一");
  item.run.glyphs[1].y_offset = 20'000;
  item.run.glyphs[1].x_offset = 50'000;
  const Rendering page = render(write(document_of({item, text_at(100, 40, "一")})));
  CHECK(page.at(16, 35) != 0xFFFFFF);
  CHECK(page.at(28, 35) == 0xFFFFFF);
  CHECK(page.at(78, 15) != 0xFFFFFF);
  CHECK(page.at(106, 35) != 0xFFFFFF);
}

TEST_CASE("runs of one line share a text object and, touching, an array") {
  TextItem second = text_at(34, 40, "九年");
  const std::string close = unpacked(write(document_of({text_at(10, 40, "永和"), second})));
  CHECK(count(close, "BT\n") == 1);
  CHECK(count(close, "TJ\n") == 1);
  CHECK(count(close, " Tf\n") == 1);
  second.run.ink = {255, 0, 0};
  const std::string red = unpacked(write(document_of({text_at(10, 40, "永和"), second})));
  CHECK(count(red, "BT\n") == 1);
  CHECK(count(red, "TJ\n") == 2);
  CHECK(count(red, " Td\n") == 1);
}

TEST_CASE("characters that share a glyph are all copied as themselves") {
  const TextItem item = text_at(20, 40, "文文⽂文");
  REQUIRE(item.run.glyphs[1].id == item.run.glyphs[2].id);
  const std::string pdf = write(document_of({item}));
  CHECK(is_sound(pdf));
  CHECK(text_of(pdf) == "文文⽂文");
  CHECK(count(unpacked(pdf), "/ActualText") == 1);
}

TEST_CASE("several glyphs of one character are copied once") {
  const std::string pdf = write(document_of({one_cluster("永和", "👩‍👧")}));
  CHECK(is_sound(pdf));
  CHECK(text_of(pdf) == "👩‍👧");
  CHECK(text_of(write(document_of({one_cluster("f", "ffi")}))) == "ffi");
}

TEST_CASE("a run is copied as its actual text") {
  TextItem item = text_at(20, 40, "一一");
  item.actual_text = "——";
  CHECK(text_of(write(document_of({item}))) == "——");
  item.invisible = true;
  const std::string pdf = write(document_of({item}));
  CHECK(text_of(pdf) == "——");
  CHECK(render(pdf).rgb.find_first_not_of('\xFF') == std::string::npos);
}

TEST_CASE("a glyph that shows no text is not copied") {
  TextItem item = text_at(20, 40, "中文-");
  item.run.text = "中文";
  CHECK(text_of(write(document_of({item}))) == "中文");
}

TEST_CASE("a run of no face draws nothing") {
  TextItem item = text_at(20, 40, "中");
  item.run.font = FontId::none;
  CHECK(text_of(write(document_of({item}))).empty());
}

TEST_CASE("rules, fills and frames have their inks and places") {
  StrokeItem rule{
      {points(20), points(20)}, {points(120), points(20)}, points(4), {255, 0, 0}, StrokeStyle::solid};
  FillItem fill{{points(20), points(40), points(50), points(20)}, {0, 0, 255}, StructureId::artifact};
  FrameItem frame{{points(200), points(40), points(50), points(50)}, points(4), {128, 128, 128}};
  std::vector<Item> items{rule, fill, frame};
  for (const StrokeStyle style : {StrokeStyle::dashed, StrokeStyle::dotted, StrokeStyle::wavy}) {
    StrokeItem other = rule;
    other.style = style;
    other.from.y = other.to.y = points(100 + 20 * static_cast<int>(style));
    items.push_back(other);
  }
  const std::string pdf = write(document_of(items));
  CHECK(is_sound(pdf));
  const Rendering page = render(pdf);
  CHECK(page.at(60, 20) == 0xFF0000);
  CHECK(page.at(60, 50) == 0x0000FF);
  CHECK(page.at(200, 60) == 0x808080);
  CHECK(page.at(225, 60) == 0xFFFFFF);
  CHECK(page.at(25, 120) == 0xFF0000);
  CHECK(unpacked(pdf).find("0.502 G") != std::string::npos);
}
