#include "font/fonts.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "font/installed.h"

using namespace pubbuild;

namespace {

std::string family_table() {
  std::ifstream file(PROJECT_DIR "/fonts/families.tsv");
  std::stringstream table;
  table << file.rdbuf();
  return table.str();
}

std::string face_of(Fonts& fonts, FontRequest request, char32_t character) {
  const ChosenFace chosen = fonts.choose(fonts.chain(request), character);
  return chosen.font == FontId::none ? "" : fonts.face(chosen.font).postscript_name();
}

FaceSource local(const Fonts& fonts, std::string_view name) {
  const std::optional<FaceSource> found = fonts.local_face(name, 400, false);
  REQUIRE(found);
  return *found;
}

std::string bytes_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::string wenkai_file = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf";
const std::string noto_file = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";

}  // namespace

TEST_CASE("generic families mean another face in each language") {
  Fonts fonts({"/usr/share/fonts"}, family_table());
  CHECK(face_of(fonts, {{"serif"}, 400, false, "zh-Hans"}, U'中') == "NotoSerifCJKsc-Regular");
  CHECK(face_of(fonts, {{"serif"}, 400, false, "zh-TW"}, U'中') == "NotoSerifCJKtc-Regular");
  CHECK(face_of(fonts, {{"serif"}, 400, false, "ja"}, U'中') == "NotoSerifCJKjp-Regular");
  CHECK(face_of(fonts, {{"sans-serif"}, 700, false, "ko"}, U'한') == "NotoSansCJKkr-Bold");
}

TEST_CASE("customary names mean the installed family of their kind, and that is told") {
  Fonts fonts({"/usr/share/fonts"}, family_table());
  CHECK(face_of(fonts, {{"宋体"}, 400, false, "zh-Hans"}, U'中') == "NotoSerifCJKsc-Regular");
  CHECK(face_of(fonts, {{"simhei"}, 400, false, "zh-Hans"}, U'中') == "NotoSansCJKsc-Regular");
  CHECK(face_of(fonts, {{"楷体_GB2312"}, 400, false, "zh-Hans"}, U'中') == "LXGWWenKai-Regular");
  CHECK(fonts.substitutions().at("宋体") == "Noto Serif CJK SC");
}

TEST_CASE("a weight that is not there gives the nearest, the bolder one from 500 on") {
  Fonts fonts({"/usr/share/fonts/opentype"}, family_table());
  CHECK(face_of(fonts, {{"Noto Serif CJK SC"}, 300, false, "zh"}, U'中').starts_with("NotoSerifCJKsc-"));
  CHECK(face_of(fonts, {{"Noto Serif CJK SC"}, 900, false, "zh"}, U'中') != "NotoSerifCJKsc-Regular");
}

TEST_CASE("a character the family lacks comes from one that has it") {
  Fonts fonts({"/usr/share/fonts"}, family_table());
  CHECK(!face_of(fonts, {{"Noto Serif"}, 400, false, "en"}, U'中').empty());
  CHECK(face_of(fonts, {{"serif"}, 400, false, "zh"}, 0xF1234).empty());
}

TEST_CASE("a composed family takes each range from its own face") {
  Fonts fonts({"/usr/share/fonts"}, family_table());
  fonts.define({"mixed", local(fonts, "LXGW WenKai"), 400, 400, false, {}, 1000});
  fonts.define({"mixed", local(fonts, "Noto Serif CJK SC"), 400, 400, false, {{0x2014, 0x201D}}, 960});
  CHECK(face_of(fonts, {{"mixed"}, 400, false, "zh"}, U'中') == "LXGWWenKai-Regular");
  const ChosenFace quote = fonts.choose(fonts.chain({{"mixed"}, 400, false, "zh"}), U'“');
  CHECK(fonts.face(quote.font).postscript_name() == "NotoSerifCJKsc-Regular");
  CHECK(quote.size_permille == 960);
}

TEST_CASE("Type 1 fonts are passed over for the OpenType fonts of their name") {
  const InstalledFaces installed({"/usr/share/fonts"});
  for (const InstalledFace& face : installed.all()) {
    CAPTURE(face.path);
    CHECK_FALSE(face.path.ends_with(".pfb"));
    CHECK_FALSE(face.path.ends_with(".t1"));
  }
}

TEST_CASE("a font put into a folder of one's own is found without a cache") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "pubbuild-own-fonts";
  fs::remove_all(folder);
  fs::create_directories(folder / "inner");
  fs::copy_file("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", folder / "inner/own.ttf");
  std::ofstream(folder / "README.md") << "no font";
  Fonts fonts({folder.string()}, "");
  CHECK(face_of(fonts, {{"LXGW WenKai"}, 400, false, "zh"}, U'中') == "LXGWWenKai-Regular");
  fs::remove_all(folder);
}

TEST_CASE("the family map follows names to names and stops at a circle") {
  const FamilyMap map("a\t*\tb;X\nb\t*\ta;Y\nb\tja\tZ\n");
  CHECK(map.families("A", "zh") == std::vector<std::string>{"b", "X", "a", "Y"});
  CHECK(map.families("b", "ja") == std::vector<std::string>{"Z"});
  CHECK(map.families("c", "zh").empty());
}

TEST_CASE("names compare without regard to case, width and blanks") {
  CHECK(folded_family("ＭＳ\u3000明朝") == folded_family("ms  明朝"));
  CHECK(folded_family(" SimSun ") == "simsun");
  Fonts fonts({"/usr/share/fonts"}, family_table());
  CHECK(face_of(fonts, {{"ＭＳ Ｐ明朝"}, 400, false, "ja"}, U'中') == "NotoSerifCJKjp-Regular");
  CHECK(face_of(fonts, {{"맑은 고딕"}, 700, false, "ko"}, U'한') == "NotoSansCJKkr-Bold");
  CHECK(face_of(fonts, {{"標楷體"}, 400, false, "zh-Hant"}, U'中') == "LXGWWenKai-Regular");
  CHECK(face_of(fonts, {{"generic(kai)"}, 400, false, "zh"}, U'中') == "LXGWWenKai-Regular");
}

TEST_CASE("a Latin family leaves Han to the next name") {
  Fonts fonts({"/usr/share/fonts"}, family_table());
  const FontRequest request{{"Times New Roman", "楷体", "serif"}, 400, false, "zh"};
  CHECK(face_of(fonts, request, U'中') == "LXGWWenKai-Regular");
  CHECK(!face_of(fonts, request, U'a').starts_with("LXGW"));
}

TEST_CASE("an unknown family is told where nothing of the list is there") {
  Fonts fonts({"/usr/share/fonts"}, family_table());
  fonts.chain({{"No Such Family", "serif"}, 400, false, "zh"});
  CHECK(fonts.substitutions().empty());
  fonts.chain({{"No Such Family"}, 400, false, "zh"});
  CHECK(fonts.substitutions().at("No Such Family") == "Noto Serif CJK SC");
  fonts.chain({{"SimSun", "Noto Serif CJK SC"}, 400, false, "zh"});
  CHECK(fonts.substitutions().size() == 1);
}

TEST_CASE("italics slant Latin letters and leave Han upright") {
  Fonts fonts({"/usr/share/fonts"}, family_table());
  const FontRequest request{{"serif"}, 400, true, "zh"};
  CHECK(face_of(fonts, request, U'a') == "NotoSerif-Italic");
  CHECK(face_of(fonts, request, U'中') == "NotoSerifCJKsc-Regular");
  CHECK(face_of(fonts, {{"黑体"}, 700, true, "zh"}, U'a') == "NotoSans-BoldItalic");
}

TEST_CASE("a composed family gives the face whose style and weight are nearest") {
  Fonts fonts({"/usr/share/fonts"}, family_table());
  fonts.define({"own", local(fonts, "LXGW WenKai"), 100, 450, false, {}, 1000});
  fonts.define({"own", local(fonts, "Noto Serif CJK SC Bold"), 600, 900, false, {}, 1000});
  fonts.define({"own", local(fonts, "Noto Serif Italic"), 400, 400, true, {}, 1000});
  CHECK(face_of(fonts, {{"own"}, 450, false, "zh"}, U'中') == "LXGWWenKai-Regular");
  CHECK(face_of(fonts, {{"own"}, 500, false, "zh"}, U'中') == "NotoSerifCJKsc-Bold");
  CHECK(face_of(fonts, {{"own"}, 480, false, "zh"}, U'中') == "LXGWWenKai-Regular");
  CHECK(face_of(fonts, {{"OWN"}, 700, true, "zh"}, U'a') == "NotoSerif-Italic");
}

TEST_CASE("of two faces for one range the one defined later is taken") {
  Fonts fonts({"/usr/share/fonts"}, family_table());
  fonts.define({"own", local(fonts, "LXGW WenKai"), 400, 400, false, {{0x4E00, 0x4FFF}}, 1000});
  fonts.define({"own", local(fonts, "Noto Sans CJK SC"), 400, 400, false, {{0x4E2D, 0x9FFF}}, 1000});
  CHECK(face_of(fonts, {{"own"}, 400, false, "zh"}, U'一') == "LXGWWenKai-Regular");
  CHECK(face_of(fonts, {{"own"}, 400, false, "zh"}, U'中') == "NotoSansCJKsc-Regular");
}

TEST_CASE("a face comes from the bytes of a file, of a collection by its name") {
  Fonts fonts({}, "");
  std::string why_not;
  const auto kai = fonts.add_file({"kai.ttf", bytes_of_file(wenkai_file), ""}, why_not);
  const auto song = fonts.add_file({"song.ttc", bytes_of_file(noto_file), "NotoSerifCJKsc-Regular"}, why_not);
  REQUIRE(kai);
  REQUIRE(song);
  fonts.define({"own", *song, 400, 400, false, {}, 1000});
  fonts.define({"own", *kai, 400, 400, false, {{0x4E00, 0x4E00}}, 900});
  CHECK(face_of(fonts, {{"own"}, 400, false, "zh"}, U'一') == "LXGWWenKai-Regular");
  CHECK(face_of(fonts, {{"own"}, 400, false, "zh"}, U'中') == "NotoSerifCJKsc-Regular");
}

TEST_CASE("files that are no fonts are refused with a reason") {
  Fonts fonts({}, "");
  std::string why_not;
  CHECK(!fonts.add_file({"a", "", ""}, why_not));
  CHECK(why_not.starts_with("is no OpenType"));
  CHECK(!fonts.add_file({"a", "wOF2" + std::string(60, 'x'), ""}, why_not));
  CHECK(why_not.starts_with("is a WOFF file"));
  const std::string whole = bytes_of_file(wenkai_file);
  CHECK(!fonts.add_file({"a", whole.substr(0, whole.size() / 3), "LXGW"}, why_not));
  CHECK(why_not.starts_with("is damaged"));
}
