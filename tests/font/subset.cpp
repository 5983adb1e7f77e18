// Subsets hold what was asked for, under codes that find it; damaged fonts give an error.
#include "font/subset.h"

#include <doctest/doctest.h>
#include <hb-subset.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "base/utf8.h"
#include "font/charset.h"

using namespace pubbuild;

namespace {

namespace fs = std::filesystem;

const std::string noto = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";
const std::string wenkai = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf";

std::unique_ptr<Face> open_file(const std::string& path, unsigned index) {
  std::string why_not;
  auto face = Face::open(path, index, why_not);
  REQUIRE_MESSAGE(face, why_not);
  return face;
}

// Nothing where the bytes are refused.
std::unique_ptr<Face> open_bytes(const std::string& bytes) {
  const fs::path path = fs::temp_directory_path() / ("pubbuild-test-subset-" + std::to_string(getpid()));
  std::ofstream(path, std::ios::binary) << bytes;
  std::string why_not;
  auto face = Face::open(path.string(), 0, why_not);
  fs::remove(path);
  return face;
}

// A small font file with these characters, its glyphs numbered anew.
std::string small_font(const Face& face, std::string_view characters) {
  hb_subset_input_t* input = hb_subset_input_create_or_fail();
  for (const char32_t c : utf8::decode_all(characters)) hb_set_add(hb_subset_input_unicode_set(input), c);
  const HbFace subset(hb_subset_or_fail(face.hb_face(), input));
  hb_subset_input_destroy(input);
  const HbBlob blob(hb_face_reference_blob(subset.get()));
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(blob.get(), &length);
  return {bytes, length};
}

std::vector<uint32_t> glyphs_of(const Face& face, std::u32string_view characters) {
  std::vector<uint32_t> glyphs;
  for (const char32_t c : characters) glyphs.push_back(face.glyph(c));
  std::sort(glyphs.begin(), glyphs.end());
  return glyphs;
}

// What may happen to a damaged font: it is refused, or subsetting it is, or all goes well.
void try_all(const std::string& bytes) {
  const auto face = open_bytes(bytes);
  if (!face) return;
  std::vector<uint32_t> glyphs;
  for (uint32_t glyph = 0; glyph < face->glyph_count(); ++glyph) glyphs.push_back(glyph);
  face->advance(face->glyph(U'永'));
  try {
    GlyphCodes(*face).code(1);
    subset_for_pdf(*face, glyphs);
    subset_for_reading_systems(*face, {U'永', U'和', U'A'});
  } catch (const Error&) {
  }
}

}  // namespace

TEST_CASE("the code of a glyph is its CID where the font has CIDs") {
  const auto whole = open_file(noto, 2);
  const auto small = open_bytes(small_font(*whole, "永和九年A"));
  REQUIRE(small);
  const GlyphCodes codes_of_whole(*whole);
  const GlyphCodes codes_of_small(*small);
  for (const char32_t c : U"永和九年A") {
    if (c == 0) continue;
    CHECK(small->glyph(c) != whole->glyph(c));
    CHECK(codes_of_small.code(small->glyph(c)) == codes_of_whole.code(whole->glyph(c)));
  }
  CHECK(codes_of_small.code(0) == 0);
  CHECK(codes_of_small.code(0xFFFF) == 0);
}

TEST_CASE("the code of a glyph of a TrueType font is its number") {
  const auto face = open_file(wenkai, 0);
  CHECK(GlyphCodes(*face).code(face->glyph(U'永')) == face->glyph(U'永'));
}

TEST_CASE("a subset is a small part of its font") {
  const auto cff = open_file(noto, 2);
  const FontProgram ideographs = subset_for_pdf(*cff, glyphs_of(*cff, U"永和九年"));
  CHECK(ideographs.kind == FontProgram::Kind::cff);
  CHECK(ideographs.bytes.size() < 20'000);
  CHECK(ideographs.bytes[0] == 1);  // the bare table: its major version

  const auto truetype = open_file(wenkai, 0);
  const FontProgram outlines = subset_for_pdf(*truetype, glyphs_of(*truetype, U"永和九年"));
  CHECK(outlines.kind == FontProgram::Kind::truetype);
  CHECK(outlines.bytes.starts_with(std::string("\0\1\0\0", 4)));
}

TEST_CASE("a subset for reading systems is a font file with these characters and its licence") {
  for (const auto& [path, index] : {std::pair{noto, 2U}, std::pair{wenkai, 0U}}) {
    const auto whole = open_file(path, index);
    const FontProgram program = subset_for_reading_systems(*whole, {U'永', U'和', U'“', U'A', U' '});
    CHECK(program.bytes.size() < 20'000);
    const auto small = open_bytes(program.bytes);
    REQUIRE(small);
    CHECK(small->covers(U'永'));
    CHECK(!small->covers(U'年'));
    CHECK(small->postscript_name() == whole->postscript_name());
    CHECK(small->metrics().ascent == whole->metrics().ascent);
    CHECK(program.bytes == subset_for_reading_systems(*whole, {U'永', U'和', U'“', U'A', U' '}).bytes);
  }
}

TEST_CASE("damaged fonts are refused or subset, and nothing worse") {
  for (const std::string& font :
       {small_font(*open_file(noto, 2), "永和九年A"), small_font(*open_file(wenkai, 0), "永和九年A")}) {
    for (size_t at = 0; at < font.size(); at += at < 2000 ? 7 : 131) {
      std::string damaged = font;
      damaged[at] = static_cast<char>(damaged[at] ^ 0xA5);
      try_all(damaged);
      try_all(font.substr(0, at));
    }
  }
}

TEST_CASE("a damaged charset is an error") {
  const auto whole = open_file(noto, 2);
  const auto face = open_bytes(small_font(*whole, "永和九年A"));
  const HbBlob blob(hb_face_reference_table(face->hb_face(), HB_TAG('C', 'F', 'F', ' ')));
  unsigned length = 0;
  const auto* bytes = reinterpret_cast<const uint8_t*>(hb_blob_get_data(blob.get(), &length));
  for (size_t cut = 0; cut < length; ++cut) {
    const std::vector<uint8_t> exact(bytes, bytes + cut);  // a heap copy: reading over its end is seen
    try {
      read_cids(exact, face->glyph_count());
    } catch (const Error&) {
    }
  }
  CHECK_THROWS_AS(read_cids({bytes, 20}, face->glyph_count()), Error);
}
