// Faces that a style sheet composes of installed fonts and of files.
#include "text/font_faces.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace pubbuild;

namespace {

std::string bytes_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::string kai = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf";

// The faces that a sheet in the folder `css` defines, and what was said: a line of code and message each.
class Defined {
 public:
  explicit Defined(const std::string& css, Medium medium = Medium::print)
      : fonts_({"/usr/share/fonts/opentype", "/usr/share/fonts/truetype"}, "serif\t*\tNoto Serif CJK SC\n") {
    Sources sources;
    Diagnostics diagnostics;
    const StyleSheet sheet =
        read_styles(sources, {{sources.add("css/a.css", css), Origin::user, "css"}}, diagnostics);
    const MemoryRoots roots({{"css/kai.ttf", bytes_of_file(kai)},
                             {"fonts/my kai.ttf", bytes_of_file(kai)},
                             {"css/cut.ttf", bytes_of_file(kai).substr(0, 5000)}});
    define_faces(sheet, medium, roots, fonts_, diagnostics);
    for (const Diagnostic& one : diagnostics.all()) {
      said += std::string(sources.text(one.span)) + ": " + one.message + "\n";
    }
  }

  std::string face(char32_t character, int32_t weight = 400) {
    const ChosenFace chosen = fonts_.choose(fonts_.chain({{"own"}, weight, false, "zh"}), character);
    return fonts_.face(chosen.font).postscript_name();
  }
  int32_t size(char32_t character) {
    return fonts_.choose(fonts_.chain({{"own"}, 400, false, "zh"}), character).size_permille;
  }

  std::string said;

 private:
  Fonts fonts_;
};

}  // namespace

TEST_CASE("a font file lies beside its style sheet, or where the path leads from there") {
  Defined beside("@font-face { font-family: own; src: url(kai.ttf) }");
  CHECK(beside.face(U'中') == "LXGWWenKai-Regular");
  CHECK(beside.said.empty());
  Defined elsewhere(
      "@font-face { font-family: own; src: url('../fonts/my%20kai.ttf#x') format('truetype') }");
  CHECK(elsewhere.face(U'中') == "LXGWWenKai-Regular");
  CHECK(elsewhere.said.empty());
}

TEST_CASE("sources are tried in their order, and what is wrong with one is said at its place") {
  Defined faces(
      "@font-face { font-family: own; src: local(No Such Font), url(none.ttf), url(cut.ttf), url(kai.ttf) }");
  CHECK(faces.face(U'中') == "LXGWWenKai-Regular");
  CHECK(faces.said ==
        "url(none.ttf): the font 'none.ttf' does not exist\n"
        "url(cut.ttf): the font 'cut.ttf' is damaged: the table hmtx is missing or cut off\n");
  Defined local("@font-face { font-family: own; src: local('LXGWWenKai-Regular'), url(none.ttf) }");
  CHECK(local.face(U'中') == "LXGWWenKai-Regular");
  CHECK(local.said.empty());
}

TEST_CASE("formats of the web are passed over in silence where another file serves") {
  Defined faces("@font-face { font-family: own; src: url(a.woff2), url(b) format('woff'), url(kai.ttf) }");
  CHECK(faces.face(U'中') == "LXGWWenKai-Regular");
  CHECK(faces.said.empty());
  Defined none("@font-face { font-family: own; src: url(a.woff2) }");
  CHECK(none.face(U'中') == "NotoSerifCJKsc-Regular");
  CHECK(none.said == "url(a.woff2): the font 'a.woff2' is of a format for browsers, which is not read\n");
}

TEST_CASE("no font comes from outside the roots or from a network") {
  Defined faces(
      "@font-face { font-family: own; src: url(../../etc/a.ttf), url(https://example.org/a.ttf), "
      "url(//example.org/a.ttf), url(data:font/ttf;base64,AAAA) }");
  CHECK(faces.face(U'中') == "NotoSerifCJKsc-Regular");
  CHECK(faces.said.find("'../../etc/a.ttf' lies outside") != std::string::npos);
  CHECK(faces.said.find("'https://example.org/a.ttf' is not a file") != std::string::npos);
  CHECK(faces.said.find("'//example.org/a.ttf' is not a file") != std::string::npos);
  CHECK(faces.said.find("'data:font/ttf;base64,AAAA' is not a file") != std::string::npos);
}

TEST_CASE("ranges, weights and sizes are those of the rules of the medium") {
  const std::string css =
      "@font-face { font-family: own; src: url(kai.ttf); font-weight: 100 500 }"
      "@font-face { font-family: own; src: local(Noto Serif CJK SC); font-weight: 100 500;"
      " unicode-range: U+4E00-4E0F, U+201?; size-adjust: 96% }"
      "@font-face { font-family: own; src: local(Noto Sans CJK SC Bold); font-weight: 700 }"
      "@media not print { @font-face { font-family: own; src: local(Noto Sans CJK SC); } }";
  Defined faces(css);
  CHECK(faces.face(U'中') == "LXGWWenKai-Regular");
  CHECK(faces.face(U'“') == "NotoSerifCJKsc-Regular");
  CHECK(faces.size(U'一') == 960);
  CHECK(faces.face(U'一', 600) == "NotoSansCJKsc-Bold");
  CHECK(Defined(css, Medium::reading_system).face(U'中') == "NotoSansCJKsc-Regular");
  CHECK(faces.said.empty());
}
