// Text is drawn where it is due and copied out as what it means.
#include <doctest/doctest.h>

#include "paged.h"

using namespace pubbuild;
using namespace pubbuild::test;

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
  const Face& face = faces().face(region);
  CHECK(face.glyph_count() < 40);
  const std::string pdf = write(document_of({text_at(20, 40, "永和九年𠮷A", region)}));
  CHECK(is_sound(pdf));
  CHECK(text_of(pdf) == "永和九年𠮷A");
  const std::string same = write(document_of({text_at(20, 40, "永和九年𠮷A", serif)}));
  CHECK(render(pdf).rgb == render(same).rgb);
}
