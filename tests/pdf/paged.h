// Paged documents built by hand, and questions to the finished PDF.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "font/fonts.h"
#include "page/pages.h"
#include "pdf/pdf.h"

namespace pubbuild::test {

extern const FontId serif;   // Noto Serif CJK SC: CFF, CID-keyed
extern const FontId kai;     // LXGW WenKai: TrueType
extern const FontId region;  // a subset of Noto Serif CJK as an OTF, whose CIDs are not its glyph ids

class TestFaces : public FaceSet {
 public:
  TestFaces();
  const Face& face(FontId font) const override { return *faces_[static_cast<size_t>(font)]; }
  size_t size() const override { return faces_.size(); }

 private:
  std::vector<std::unique_ptr<Face>> faces_;
};

const TestFaces& faces();

// One glyph a character, advances as the face has them.
GlyphRun run_of(FontId font, Length size, std::string_view text);
TextItem text_at(int64_t x, int64_t y, std::string_view text, FontId font = serif, int64_t size = 12);
// One page of 300 by 200 points.
PagedDocument document_of(std::vector<Item> items);

std::string write(const PagedDocument& document, const Pictures& pictures = {});
// The file's name is given to the command for each "%"; the result is what it prints.
std::string ask(const std::string& pdf, std::string command);
// What `pdftotext` reads, without the line ends at the end.
std::string text_of(const std::string& pdf);
// True where `qpdf --check` finds no fault.
bool is_sound(const std::string& pdf);
// The file with its streams unpacked, as readable syntax.
std::string unpacked(const std::string& pdf);

// A rendered page at 72 pixels an inch.
struct Rendering {
  int width = 0;
  int height = 0;
  std::string rgb;
  // 0xRRGGBB of the pixel at `x`, `y` from the top left.
  uint32_t at(int x, int y) const;
};
Rendering render(const std::string& pdf);

}  // namespace pubbuild::test
