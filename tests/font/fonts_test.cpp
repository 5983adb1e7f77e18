#include "font/fonts.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

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
  fonts.define({"mixed", {"LXGW WenKai"}, 400, false, {}, 1000});
  fonts.define({"mixed", {"Noto Serif CJK SC"}, 400, false, {{0x2014, 0x201D}}, 960});
  CHECK(face_of(fonts, {{"mixed"}, 400, false, "zh"}, U'中') == "LXGWWenKai-Regular");
  const ChosenFace quote = fonts.choose(fonts.chain({{"mixed"}, 400, false, "zh"}), U'“');
  CHECK(fonts.face(quote.font).postscript_name() == "NotoSerifCJKsc-Regular");
  CHECK(quote.size_permille == 960);
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
