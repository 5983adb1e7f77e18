// CSS files → parsed rules, in cascade order, with what is wrong in them said.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostics.h"
#include "base/roots.h"
#include "base/source.h"
#include "style/computed.h"
#include "style/counter_style.h"
#include "style/selectors.h"
#include "style/tokens.h"

namespace pubbuild {

enum class Medium : uint8_t { print, reading_system };
enum class Origin : uint8_t { base, theme, user };

// The PDF is print; a reading system is a screen.
struct MediaScope {
  bool print = true;
  bool reading_system = true;
  std::string condition;  // a media query that only reading systems can answer, as CSS; empty: none
};

namespace css {
struct Property;

// `name: value`, as written or, in `Rule::longhands`, one longhand of it.
struct Declaration {
  std::string name;                    // lower case, but for custom properties
  const Property* property = nullptr;  // nullptr: a custom or an unknown property
  std::vector<Token> value;
  bool important = false;
  bool has_var = false;  // then `property` may be a shorthand still
  Span span;
  bool is_custom() const { return name.starts_with("--"); }
};
}  // namespace css

struct Rule {
  std::vector<css::Selector> selectors;
  std::vector<css::Declaration> declarations;  // all of them, as written
  std::vector<css::Declaration> longhands;     // what our layout can honour
  Origin origin = Origin::base;
  MediaScope media;
  Span span;
};

struct UnicodeRange {
  char32_t first = 0;
  char32_t last = 0;
  bool operator==(const UnicodeRange&) const = default;
};

struct FontSource {
  enum class Kind : uint8_t { local, file };
  Kind kind = Kind::local;
  std::string name;    // of the face, or the path as written
  std::string folder;  // what the path is relative to
  std::string format;  // the hint of format(), lower case: "woff2", "opentype"; empty: none
  std::string tech;    // the hint of tech(), as CSS; empty: none
  Span span;
  bool operator==(const FontSource&) const = default;
};

// @font-face: a face of `family`, from the first source that there is. No ranges: all characters.
struct FontFaceRule {
  std::string family;
  std::vector<FontSource> sources;
  int32_t weight_from = 400;
  int32_t weight_to = 400;
  FontStyle style = FontStyle::normal;
  std::vector<UnicodeRange> ranges;
  int32_t size_adjust = 1000;  // thousandths
  MediaScope media;
  Span span;
};

// The margin boxes of CSS Paged Media 3 §5.1, clockwise from the top left corner.
enum class MarginArea : uint8_t {
  top_left_corner,
  top_left,
  top_center,
  top_right,
  top_right_corner,
  right_top,
  right_middle,
  right_bottom,
  bottom_right_corner,
  bottom_right,
  bottom_center,
  bottom_left,
  bottom_left_corner,
  left_bottom,
  left_middle,
  left_top,
};
constexpr size_t margin_area_count = 16;

struct MarginBoxRule {
  MarginArea area;
  std::vector<css::Declaration> longhands;
};

// Which pages an @page rule speaks of: `name:first:left`.
struct PageSelector {
  // The pages of a number in the document or, with `of`, among those of that name that follow each other (CSS
  // GCPM 3 §4.1).
  struct Numbered {
    css::Nth nth;
    std::string of;
  };
  std::string name;  // the named page type; empty: any
  bool first = false;
  bool left = false;
  bool right = false;
  bool blank = false;
  std::vector<Numbered> numbered;  // all of them
};

struct PageRule {
  std::vector<PageSelector> selectors;  // one of them
  std::vector<css::Declaration> longhands;
  std::vector<MarginBoxRule> margin_boxes;
  std::vector<css::Declaration> footnote;
  Origin origin = Origin::base;
  Span span;
};

// @counter-style: later rules of a name take the place of earlier ones.
struct CounterStyleRule {
  CounterStyle style;
  std::vector<css::Declaration> descriptors;  // as written
  Origin origin = Origin::base;
  MediaScope media;
  Span span;
};

struct StyleSheet {
  std::vector<Rule> rules;
  std::vector<FontFaceRule> font_faces;
  std::vector<PageRule> pages;
  std::vector<CounterStyleRule> counter_styles;
  size_t selector_count = 0;
};

// A file of CSS and whose it is. Later files win over earlier ones of the same origin.
struct StyleFile {
  FileId file;
  Origin origin;
  std::string folder = ".";  // what relative URLs in it are relative to
  std::string path = "";     // tells a file that imports itself, over others or not
  std::string root = "";     // a folder that it may import from, besides those of the publication
};

// Finds the sheet that `url`, as written in an @import of `from`, means, or says why it is not read.
using ImportReader =
    std::function<std::variant<StyleFile, Refusal>(const StyleFile& from, std::string_view url)>;

// A sheet that imports more than this, or in a longer chain, is no style sheet.
constexpr size_t max_imports = 64;
constexpr size_t max_import_depth = 8;
constexpr size_t max_imported_bytes = size_t{8} * 1024 * 1024;

// More selectors than this are no style sheet: every element would be asked for each of them.
constexpr size_t max_style_selectors = 10'000;

// Total: what is wrong is left out and said, the rest holds.
// Imported rules stand in the place of their @import (CSS Cascade 5 §2); without `read_import` nothing is
// imported.
StyleSheet read_styles(const Sources& sources, const std::vector<StyleFile>& files, Diagnostics& diagnostics,
                       const ImportReader& read_import = {});

namespace css {
// The declarations of a style attribute; all diagnostics point at `span`.
std::vector<Declaration> read_style_attribute(std::string_view text, Span span, Diagnostics& diagnostics);
}  // namespace css

}  // namespace pubbuild
