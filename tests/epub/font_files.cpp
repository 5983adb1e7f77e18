// Fonts cut to the text of an EPUB.
#include "epub/font_files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/source.h"

using namespace pubbuild;

namespace {

std::string family_table() {
  std::ifstream file(PROJECT_DIR "/fonts/families.tsv");
  std::stringstream table;
  table << file.rdbuf();
  return table.str();
}

// A paragraph with a word of code, and the fonts that a sheet gives them.
struct Embedded {
  explicit Embedded(const std::string& css, const std::string& text = "正文 abc") {
    const NodeId p = tree.append_element(tree.root(), Tag::p, {});
    tree.append_text(p, text, {});
    tree.append_text(tree.append_element(p, Tag::code, {}), "x", {});
    Sources sources;
    const FileId file = sources.add("a.css", css);
    const Styles styles =
        cascade(tree, read_styles(sources, {{file, Origin::theme}}, diagnostics), Medium::reading_system);
    FontUsage usage(tree, styles);
    usage.add(tree.root());
    Fonts installed({"/usr/share/fonts"}, family_table());
    fonts = embed_fonts(usage, installed, diagnostics);
  }

  Tree tree;
  Diagnostics diagnostics;
  EmbeddedFonts fonts;
};

const std::string sheet = "html { font-family: serif } code { font-family: monospace }";

size_t count_of(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

std::unique_ptr<Face> face_of(const PackedFont& file) {
  std::string why_not;
  auto face = Face::read(file.name, file.bytes, "", why_not);
  REQUIRE_MESSAGE(face != nullptr, why_not);
  return face;
}

}  // namespace

TEST_CASE("each list of families has one family of the EPUB's own") {
  const Embedded embedded(sheet);
  CHECK(embedded.fonts.families == std::map<std::vector<std::string>, std::string>{
                                       {{"monospace"}, "pub-font-1"}, {{"serif"}, "pub-font-2"}});
  CHECK(count_of(embedded.fonts.css, "@font-face") == embedded.fonts.files.size());
  for (const PackedFont& file : embedded.fonts.files)
    CHECK(count_of(embedded.fonts.css, "src: url(" + file.name + ")") == 1);
  CHECK(embedded.diagnostics.all().empty());
}

TEST_CASE("an embedded font has the characters of the text and no others") {
  const Embedded embedded("html { font-family: serif }");
  REQUIRE(embedded.fonts.files.size() == 1);
  const PackedFont& file = embedded.fonts.files[0];
  CHECK(file.name.ends_with(".otf"));
  CHECK(file.media_type == "font/otf");
  CHECK(file.bytes.size() < 20'000);
  const auto face = face_of(file);
  for (const char32_t c : U"正文abcx") {
    if (c != 0) CHECK(face->covers(c));
  }
  CHECK_FALSE(face->covers(U'鼠'));
}

TEST_CASE("the same text gives the same fonts, another one others") {
  const Embedded one(sheet);
  const Embedded two(sheet);
  CHECK(one.fonts.css == two.fonts.css);
  CHECK(one.fonts.files[0].bytes == two.fonts.files[0].bytes);
  CHECK(one.fonts.css != Embedded(sheet, "别的字").fonts.css);
}
