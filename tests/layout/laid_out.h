// An article as an author writes it, laid out with the theme `article` and a sheet of the test's own: for
// tests.
#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "generate/generate.h"
#include "layout/layout.h"
#include "read/article.h"
#include "resolve/resolve.h"
#include "shipped_styles.h"
#include "text/font_faces.h"

namespace pubbuild::testing {

inline std::string project_file(const std::string& path) {
  std::ifstream file(std::string(PROJECT_DIR) + "/" + path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// A text item of a page with what is asked of it.
struct PlacedText {
  size_t page = 0;
  std::string text;
  Length x;
  Length y;
  Length size;
  Length width;
};

class LaidOut {
 public:
  explicit LaidOut(const std::string& markdown, const std::string& css = "",
                   std::map<std::string, std::string> files = {})
      : fonts_({"/usr/share/fonts"}, project_file("fonts/families.tsv")) {
    Publication publication = new_publication();
    read_article(sources_, {sources_.add("a.md", markdown), "."}, publication, diagnostics);
    Pictures pictures;
    const MemoryRoots roots(std::move(files));
    resolve(publication, pictures, roots, sources_, diagnostics);
    const StyleSheet sheet =
        read_styles(sources_,
                    {{sources_.add("base.css", project_file("styles/base.css")), Origin::base},
                     {sources_.add("article.css", project_file("styles/article.css")), Origin::theme},
                     {sources_.add("test.css", css), Origin::user}},
                    diagnostics, shipped_imports(sources_));
    define_faces(sheet, Medium::print, roots, fonts_, diagnostics);
    Styles styles = cascade(publication.tree, sheet, Medium::print);
    const Generated generated = generate(publication.tree, styles);
    document = lay_out(
        {publication, styles, sheet, generated.markers, generated.strings, generated.counters, pictures},
        fonts_, sources_, diagnostics);
  }

  // All visible text items in drawing order.
  std::vector<PlacedText> texts() const {
    std::vector<PlacedText> found;
    for (size_t page = 0; page < document.pages.size(); ++page) {
      for (const Item& item : document.pages[page].items) {
        const auto* text = std::get_if<TextItem>(&item);
        if (!text || text->invisible) continue;
        Length width;
        for (const Glyph& glyph : text->run.glyphs) width += millipoints(glyph.advance);
        found.push_back({page, text->run.text, text->origin.x, text->origin.y, text->run.size, width});
      }
    }
    return found;
  }

  // The first text item that holds these words; a page of 9999 when there is none.
  PlacedText find(const std::string& words) const {
    for (const PlacedText& text : texts()) {
      if (text.text.find(words) != std::string::npos) return text;
    }
    return {9999, "", {}, {}, {}, {}};
  }

  template <typename Kind>
  std::vector<Kind> items_of(size_t page) const {
    std::vector<Kind> found;
    for (const Item& item : document.pages[page].items) {
      if (const auto* one = std::get_if<Kind>(&item)) found.push_back(*one);
    }
    return found;
  }

  std::vector<std::string> codes() const {
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : diagnostics.all()) codes.emplace_back(diagnostic.code);
    return codes;
  }

  Diagnostics diagnostics;
  PagedDocument document;

 private:
  Sources sources_;
  Fonts fonts_;
};

// A front matter that leaves nothing to guess, and the text.
inline std::string article(const std::string& text) {
  return "---\ntitle: 题目\nlang: zh-Hans\n---\n\n" + text;
}

// Chinese filler of so many characters, no marks in it.
inline std::string filler(size_t characters) {
  const std::string words = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏";
  std::string text;
  for (size_t n = 0; n < characters; ++n) text += words.substr(n % (words.size() / 3) * 3, 3);
  return text;
}

}  // namespace pubbuild::testing
