// Vertical lines are drawn one glyph below the other and copied in reading order.
#include <doctest/doctest.h>

#include "paged.h"

using namespace pubbuild;
using namespace pubbuild::test;

namespace {

// Glyphs of an em each, their line in the middle of the column at `x`.
TextItem upright(int64_t x, int64_t y, std::string_view text, FontId font = serif) {
  TextItem item = text_at(x, y, text, font);
  item.posture = Posture::upright;
  for (Glyph& glyph : item.run.glyphs) glyph.advance = static_cast<int32_t>(item.run.size.milli);
  return item;
}

TextItem sideways(int64_t x, int64_t y, std::string_view text) {
  TextItem item = text_at(x, y, text);
  item.posture = Posture::sideways;
  return item;
}

TextItem combined(int64_t x, int64_t y, std::string_view text) {
  TextItem item = text_at(x, y, text);
  item.posture = Posture::combined;
  Length others;
  for (const Glyph& glyph : item.run.glyphs) others += Length{glyph.advance};
  Glyph& last = item.run.glyphs.back();
  last.advance += static_cast<int32_t>((item.run.size - others).milli);
  return item;
}

// Has the page any ink in the square of this many points?
bool has_ink(const Rendering& page, int left, int top, int width, int height) {
  for (int y = top; y < top + height; ++y) {
    for (int x = left; x < left + width; ++x) {
      if (page.at(x, y) != 0xFFFFFF) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("upright glyphs stand below each other in the middle of their column") {
  for (const FontId font : {serif, kai}) {
    const std::string pdf = write(document_of({upright(100, 20, "一一一", font)}));
    CHECK(is_sound(pdf));
    CHECK(text_of(pdf) == "一一一");
    const Rendering page = render(pdf);
    for (const int top : {20, 32, 44}) {
      CHECK(has_ink(page, 95, top, 2, 12));
      CHECK(has_ink(page, 103, top, 2, 12));
    }
    CHECK_FALSE(has_ink(page, 80, 10, 13, 60));
    CHECK_FALSE(has_ink(page, 107, 10, 13, 60));
    CHECK_FALSE(has_ink(page, 90, 57, 20, 20));
  }
}

TEST_CASE("vertical lines are copied from right to left, words on their side among them") {
  TextItem before = upright(200, 20, "永和九年");
  before.run.glyphs.back().advance += 3'000;
  TextItem word = sideways(195, 71, "PDF");
  word.run.glyphs.back().advance += 3'000;
  const std::string pdf = write(document_of(
      {before, word, upright(200, 98, "歲在"), upright(180, 20, "癸丑暮春"), upright(160, 20, "之初會于")}));
  CHECK(is_sound(pdf));
  CHECK(text_of(pdf) == "永和九年PDF歲在\n癸丑暮春\n之初會于");
}

TEST_CASE("a single character between words on their side is copied without blanks") {
  TextItem word = sideways(195, 20, "PDF");
  const int64_t width = 24'480;
  word.run.glyphs.back().advance += 3'000;
  TextItem alone = upright(200, 0, "到");
  alone.origin.y = points(20) + millipoints(width + 3'000);
  alone.run.glyphs.back().advance += 3'000;
  TextItem next = sideways(195, 0, "EPUB");
  next.origin.y = alone.origin.y + points(15);
  CHECK(text_of(write(document_of({word, alone, next}))) == "PDF到EPUB");
}

TEST_CASE("what is combined stands side by side in one frame, and is copied in its place") {
  const std::string pdf =
      write(document_of({upright(200, 20, "二月"), combined(200, 44, "28"), upright(200, 56, "日也")}));
  CHECK(is_sound(pdf));
  CHECK(text_of(pdf) == "二月28日也");
  const Rendering page = render(pdf);
  CHECK(has_ink(page, 194, 44, 6, 12));
  CHECK(has_ink(page, 200, 44, 6, 12));
}

TEST_CASE("what is too wide for its frame is narrowed") {
  const Rendering page = render(write(document_of({combined(200, 44, "2028")})));
  CHECK(has_ink(page, 194, 44, 12, 12));
  CHECK_FALSE(has_ink(page, 180, 30, 13, 40));
  CHECK_FALSE(has_ink(page, 207, 30, 20, 40));
}

TEST_CASE("upright glyphs are moved along and across their line by their offsets") {
  TextItem item = upright(100, 20, "一一一");
  item.run.glyphs[1].y_offset = 30'000;
  item.run.glyphs[1].x_offset = 50'000;
  const Rendering page = render(write(document_of({item, upright(100, 140, "一")})));
  CHECK(has_ink(page, 95, 20, 10, 12));
  CHECK_FALSE(has_ink(page, 90, 32, 20, 12));
  CHECK(has_ink(page, 125, 82, 10, 12));
  CHECK(has_ink(page, 95, 44, 10, 12));
  CHECK(has_ink(page, 95, 140, 10, 12));
}

TEST_CASE("glyphs with a frame of their own say so in the font") {
  TextItem dash = upright(100, 20, "⸺");
  dash.run.glyphs[0].advance = 24'000;
  const std::string pdf = unpacked(write(document_of({dash, upright(100, 44, "一")})));
  CHECK(pdf.find("/Identity-V") != std::string::npos);
  CHECK(pdf.find("/W2 [") != std::string::npos);
  CHECK(pdf.find("/Identity-H") == std::string::npos);
}

TEST_CASE("letters that are spaced back over each other are still copied") {
  TextItem alone = upright(100, 20, "永");
  alone.run.glyphs[0].advance = 0;
  const std::string pdf = write(document_of({alone, upright(100, 20, "和")}));
  CHECK(is_sound(pdf));
  CHECK(text_of(pdf).find("永") != std::string::npos);
}

TEST_CASE("glyphs of all widths stand in the middle of their column") {
  const Rendering page = render(write(document_of({upright(100, 20, "一A1，。一")})));
  CHECK_FALSE(has_ink(page, 80, 10, 13, 100));
  CHECK_FALSE(has_ink(page, 107, 10, 13, 100));
  for (const int top : {20, 32, 44, 56, 68, 80}) CHECK(has_ink(page, 94, top, 12, 12));
}
