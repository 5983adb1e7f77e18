// Faces are opened, measured, and refused with a reason.
#include "font/face.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace pubbuild;

namespace {

const std::string noto = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";
const std::string wenkai = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf";
constexpr unsigned simplified_chinese = 2;

std::string slurp(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Opens `bytes` as a font file and gives back why it was refused; empty if it was not.
std::string refusal_of(const std::string& bytes) {
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "pubbuild-test-face.ttf";
  std::ofstream(path, std::ios::binary) << bytes;
  std::string why_not;
  const auto face = Face::open(path.string(), 0, why_not);
  std::filesystem::remove(path);
  CHECK((face != nullptr) == why_not.empty());
  return why_not;
}

// Where the record of a table stands in a file of one face.
size_t record_of(const std::string& font, const std::string& tag) {
  const size_t at = font.find(tag, 12);
  REQUIRE(at < 12 + 16 * 64);
  return at;
}

size_t table_of(const std::string& font, const std::string& tag) {
  size_t begin = 0;
  for (size_t i = 0; i < 4; ++i)
    begin = begin << 8 | static_cast<uint8_t>(font[record_of(font, tag) + 8 + i]);
  return begin;
}

}  // namespace

TEST_CASE("a face of a collection knows its name, metrics and coverage") {
  std::string why_not;
  const auto face = Face::open(noto, simplified_chinese, why_not);
  REQUIRE_MESSAGE(face, why_not);
  CHECK(face->postscript_name() == "NotoSerifCJKsc-Regular");
  CHECK(face->is_cff());
  CHECK(face->metrics().units_per_em == 1000);
  CHECK(face->metrics().ascent == 880);
  CHECK(face->metrics().descent == 120);
  CHECK(face->metrics().cap_height > face->metrics().x_height);
  CHECK(face->glyph_count() == 65535);
  CHECK(face->covers(U'中'));
  CHECK(face->covers(U'\U00020BB7'));
  CHECK(!face->covers(U'\U0010FFFE'));
  CHECK(face->glyph(U'中') == face->glyph(U'中'));
  CHECK(face->advance(face->glyph(U'中')) == 1000);
  CHECK(face->at_size(1000, points(12)) == 12000);
}

TEST_CASE("a TrueType face is open as well") {
  std::string why_not;
  const auto face = Face::open(wenkai, 0, why_not);
  REQUIRE_MESSAGE(face, why_not);
  CHECK(!face->is_cff());
  CHECK(face->advance(face->glyph(U'永')) == face->metrics().units_per_em);
  CHECK(face->advance(0xFFFF) == 0);
}

TEST_CASE("what is no font is refused with a reason") {
  CHECK(refusal_of("") == "is empty");
  CHECK(refusal_of("GIF89a, not a font") == "is no OpenType or TrueType font, or has no face of that number");
  std::string why_not;
  CHECK(!Face::open("/nowhere/at/all.ttf", 0, why_not));
  CHECK(why_not == "cannot be read");
  CHECK(!Face::open("/", 0, why_not));
  CHECK(why_not == "is no regular file");
  CHECK(!Face::open(noto, 99, why_not));
}

TEST_CASE("a font with damaged tables is refused with a reason") {
  const std::string sound = slurp(wenkai);
  CHECK(refusal_of(sound).empty());
  CHECK(refusal_of(sound.substr(0, sound.size() / 8)).starts_with("is damaged"));

  std::string no_cmap = sound;
  no_cmap[record_of(sound, "cmap")] = 'x';
  CHECK(refusal_of(no_cmap) == "is damaged: the table cmap is missing or cut off");

  std::string zero_em = sound;
  zero_em.replace(table_of(sound, "head") + 18, 2, 2, '\0');
  CHECK(refusal_of(zero_em) == "is damaged: unitsPerEm is not from 16 to 16384");

  std::string no_metrics = sound;
  no_metrics.replace(table_of(sound, "hhea") + 34, 2, 2, '\0');
  CHECK(refusal_of(no_metrics) == "is damaged: numberOfHMetrics does not fit its glyphs");

  std::string restricted = sound;
  restricted.replace(table_of(sound, "OS/2") + 8, 2, std::string("\0\2", 2));
  CHECK(refusal_of(restricted) == "may not be embedded: its licence bits (fsType) restrict it");
}
