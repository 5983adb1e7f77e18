// CSS files → the rules of a style sheet: rules and at-rules told apart (CSS Syntax 3 §5.4).
#include "style/stylesheet.h"

#include <algorithm>

#include "style/at_rules.h"
#include "style/counter_style_rules.h"
#include "style/declarations.h"
#include "style/supports.h"

namespace pubbuild {

namespace {

using css::BlockContext;
using css::RawRule;
using css::Token;
using css::TokenKind;
using css::TokenView;

// Those that say nothing to paper.
bool is_foreign_at_rule(std::string_view name) {
  constexpr std::string_view names[] = {"container",
                                        "keyframes",
                                        "-webkit-keyframes",
                                        "property",
                                        "font-feature-values",
                                        "font-palette-values",
                                        "scope",
                                        "starting-style",
                                        "view-transition",
                                        "position-try",
                                        "viewport",
                                        "document",
                                        "-moz-document",
                                        "-ms-viewport"};
  return std::ranges::find(names, name) != std::end(names);
}

// What all files of a sheet are read with, and what they have imported so far.
struct Reading {
  const Sources& sources;
  const ImportReader& read_import;
  StyleSheet& sheet;
  Diagnostics& diagnostics;
  std::vector<std::string> open = {};  // paths of the files that import each other
  size_t imports = 0;
  size_t imported_bytes = 0;
};

class SheetReader {
 public:
  SheetReader(StyleFile file, Reading& reading)
      : source_(reading.sources[file.file].text()),
        file_(std::move(file)),
        reading_(reading),
        sheet_(reading.sheet),
        diagnostics_(reading.diagnostics) {}

  void read(const MediaScope& media);

 private:
  void rules(TokenView tokens, css::Level level, const MediaScope& media);
  void style_rule(const RawRule& rule, const MediaScope& media);
  void at_rule(const RawRule& parts, const MediaScope& media);
  void import_rule(const RawRule& parts, const MediaScope& media);
  void import_file(std::string_view url, Span span, const MediaScope& media);
  void add_rule(css::SelectorList list, const RawRule& parts, const MediaScope& media);
  bool has_room_for(size_t selectors, const RawRule& parts);
  void read_rule_block(const std::vector<css::Selector>& selectors, const RawRule& parts,
                       const MediaScope& media);
  void nested_rule(const RawRule& parts, const std::vector<css::Selector>& outer, const MediaScope& media);
  std::optional<MediaScope> condition_of(const RawRule& parts);
  void conditional_rule(const RawRule& parts, const MediaScope& outer);
  void layer_rule(const RawRule& parts, const MediaScope& media);
  void font_face(const RawRule& parts, const MediaScope& media);
  void counter_style(const RawRule& parts, const MediaScope& media);
  void page_rule(const RawRule& parts, const MediaScope& media);
  void page_part(const RawRule& parts, PageRule& page);
  void complain_of_brackets(const css::TokenList& list);

  BlockContext context(const MediaScope& media) const {
    return {.place = place_, .for_print = media.print, .diagnostics = &diagnostics_};
  }
  BlockContext descriptors() const {
    return {.place = place_, .names = css::Names::descriptors, .diagnostics = &diagnostics_};
  }
  void warn(std::string_view code, Span span, std::string message, std::string hint = {}) {
    diagnostics_.warning(code, span, std::move(message), std::move(hint));
  }
  css::RuleReader refuse_rules() {
    return [this](const RawRule& rule) {
      const Token& first = rule.tokens[0];
      if (rule.is_at_rule()) {
        return warn("style-unknown-at-rule", place_.of(first), "'@" + first.text + "' cannot stand here");
      }
      warn("style-syntax", place_.of(first), "no rules can stand inside of this one");
    };
  }

  std::string_view source_;
  StyleFile file_;
  css::Place place_{file_.file, {}};
  Reading& reading_;
  bool may_import_ = true;  // until a rule of another kind is met
  StyleSheet& sheet_;
  Diagnostics& diagnostics_;
};

void SheetReader::read(const MediaScope& media) {
  const css::TokenList list = css::tokenize(source_);
  complain_of_brackets(list);
  reading_.open.push_back(file_.path);
  rules(list.tokens, css::Level::top, media);
  reading_.open.pop_back();
}

void SheetReader::complain_of_brackets(const css::TokenList& list) {
  if (list.too_deep_at < list.tokens.size()) {
    warn("style-too-deep", place_.of(list.tokens[list.too_deep_at]),
         "blocks nested more than " + std::to_string(css::max_nesting) + " deep are not read");
  }
  for (size_t at = 0; at < list.tokens.size(); ++at) {
    if (!list.tokens[at].opens() || at + list.tokens[at].match < list.tokens.size()) continue;
    return warn("style-syntax", place_.of(list.tokens[at]), "what opens here is never closed");
  }
}

void SheetReader::rules(TokenView tokens, css::Level level, const MediaScope& media) {
  for (const RawRule& rule : css::rules_of(tokens, level)) {
    if (rule.is_at_rule()) {
      at_rule(rule, media);
    } else {
      style_rule(rule, media);
    }
  }
}

void SheetReader::style_rule(const RawRule& parts, const MediaScope& media) {
  may_import_ = false;
  if (!parts.has_block) {
    return warn("style-syntax", place_.of(parts.prelude.empty() ? parts.tokens : parts.prelude),
                "a rule has no block: `selector { … }`");
  }
  add_rule(css::parse_selectors(parts.prelude), parts, media);
}

void SheetReader::add_rule(css::SelectorList list, const RawRule& parts, const MediaScope& media) {
  if (!list.complaint.empty()) {
    const bool at_token = list.bad_at < parts.prelude.size();
    const Span span = at_token ? place_.of(parts.prelude[list.bad_at])
                               : place_.of(parts.prelude.empty() ? parts.tokens.first(1) : parts.prelude);
    return warn("style-bad-selector", span, list.complaint, "the whole rule is left out");
  }
  for (const css::Selector& one : list.selectors) {
    if (one.foreign_pseudo.empty() || !media.print) continue;
    warn("style-unsupported", place_.of(parts.prelude),
         "'" + one.foreign_pseudo + "' is kept for the EPUB only",
         "inside of `@media not print` it stands without this warning");
  }
  read_rule_block(list.selectors, parts, media);
}

bool SheetReader::has_room_for(size_t selectors, const RawRule& parts) {
  if (sheet_.selector_count + selectors <= max_style_selectors) return true;
  warn("style-too-many-rules", place_.of(parts.prelude),
       "this rule is left out: there are more than " + std::to_string(max_style_selectors) + " selectors");
  return false;
}

// The rules inside of a rule hold after its own declarations, wherever they stand among them.
void SheetReader::read_rule_block(const std::vector<css::Selector>& selectors, const RawRule& parts,
                                  const MediaScope& media) {
  if (!has_room_for(selectors.size(), parts)) return;
  std::vector<RawRule> nested;
  css::Block block =
      css::read_block(parts.block, context(media), [&](const RawRule& rule) { nested.push_back(rule); });
  Rule rule;
  rule.selectors = selectors;
  sheet_.selector_count += selectors.size();
  rule.declarations = std::move(block.declarations);
  rule.longhands = std::move(block.longhands);
  rule.origin = file_.origin;
  rule.media = media;
  rule.span = place_.of(parts.prelude);
  sheet_.rules.push_back(std::move(rule));
  for (const RawRule& one : nested) nested_rule(one, selectors, media);
}

// CSS Nesting 1: a rule, or conditions for the outer one.
void SheetReader::nested_rule(const RawRule& parts, const std::vector<css::Selector>& outer,
                              const MediaScope& media) {
  const Token& first = parts.tokens[0];
  if (parts.is_at_rule()) {
    const std::optional<MediaScope> inner = condition_of(parts);
    if (!inner)
      return warn("style-unknown-at-rule", place_.of(first), "'@" + first.text + "' cannot stand here");
    if (inner->print || inner->reading_system) read_rule_block(outer, parts, css::narrowed(media, *inner));
    return;
  }
  const auto commas = std::ranges::count(parts.prelude, TokenKind::comma, &Token::kind);
  if (!has_room_for(outer.size() * static_cast<size_t>(commas + 1), parts)) return;
  add_rule(css::parse_nested_selectors(parts.prelude, outer), parts, media);
}

// Of @media and @supports; nothing where the rule is another or cannot be read.
std::optional<MediaScope> SheetReader::condition_of(const RawRule& parts) {
  const std::string name = css::ascii_lower(parts.tokens[0].text);
  const TokenView condition = css::trimmed(parts.prelude.subspan(1));
  if (!parts.has_block) return std::nullopt;
  if (name == "media") {
    const std::optional<MediaScope> media = css::read_media(condition);
    const bool is_asked = media && !media->print && css::asks_print_for_features(condition);
    if (is_asked) {
      warn("style-unsupported", place_.of(condition),
           "'" + css::to_css(condition) + "' does not hold on paper",
           "of media queries paper knows @media print, and no features");
    }
    return media;
  }
  if (name != "supports") return std::nullopt;
  const css::Supported supported = css::is_supported(condition);
  return MediaScope{supported.on_paper, supported.on_screens, {}};
}

void SheetReader::at_rule(const RawRule& parts, const MediaScope& media) {
  const Token& keyword = parts.tokens[0];
  const Span span = place_.of(keyword);
  const std::string name = css::ascii_lower(keyword.text);
  if (name == "import") return import_rule(parts, media);
  if (name == "charset" || name == "namespace") return;  // text is UTF-8, and the tree has one vocabulary
  if (name == "layer" && !parts.has_block) return layer_rule(parts, media);
  may_import_ = false;
  if (name == "layer") return layer_rule(parts, media);
  if (name == "media" || name == "supports") return conditional_rule(parts, media);
  if (name == "page") return page_rule(parts, media);
  if (name == "font-face") return font_face(parts, media);
  if (name == "counter-style") return counter_style(parts, media);
  if (is_foreign_at_rule(name)) return warn("style-unsupported", span, "'@" + keyword.text + "' is not read");
  warn("style-unknown-at-rule", span, "there is no rule '@" + keyword.text + "'");
}

// CSS Cascade 5 §2.
void SheetReader::import_rule(const RawRule& parts, const MediaScope& media) {
  const Span span = place_.of(parts.prelude);
  const std::optional<css::Import> import = css::read_import(css::trimmed(parts.prelude.subspan(1)));
  if (!import || parts.has_block) {
    return warn("style-syntax", span, "@import cannot be read", "@import \"other.css\" print;");
  }
  if (!may_import_) {
    return warn("style-import", span, "@import stands after other rules and is not followed",
                "imports come first in a style sheet");
  }
  if (!import->condition.empty()) {
    return warn("style-import", span, "@import with '" + import->condition + "' is not followed",
                "a media query alone may stand after the file's name");
  }
  import_file(import->url, span, css::narrowed(media, import->media));
}

void SheetReader::import_file(std::string_view url, Span span, const MediaScope& media) {
  const std::string what = "the imported style sheet '" + std::string(url) + "' ";
  if (!reading_.read_import)
    return warn("style-import", span, what + "is not read: imports are not followed here");
  const bool is_too_much = ++reading_.imports > max_imports || reading_.open.size() > max_import_depth ||
                           reading_.imported_bytes > max_imported_bytes;
  if (is_too_much) return warn("style-import", span, what + "is not read: there are too many");
  std::variant<StyleFile, Refusal> found = reading_.read_import(file_, url);
  if (const Refusal* refusal = std::get_if<Refusal>(&found)) {
    return warn("style-import", span, what + refusal->reason, refusal->hint);
  }
  StyleFile& file = std::get<StyleFile>(found);
  if (std::ranges::find(reading_.open, file.path) != reading_.open.end()) {
    return warn("style-import", span, what + "imports this one in turn and is not read again");
  }
  reading_.imported_bytes += reading_.sources[file.file].text().size();
  SheetReader(std::move(file), reading_).read(media);
}

void SheetReader::conditional_rule(const RawRule& parts, const MediaScope& outer) {
  const std::optional<MediaScope> inner = condition_of(parts);
  if (!inner) {
    return warn("style-syntax", place_.of(parts.prelude), "a condition and a block were expected",
                "@media print, @media not print, @media screen, @media all, @supports (display: grid)");
  }
  if (!inner->print && !inner->reading_system && inner->condition.empty()) return;
  rules(parts.block, css::Level::nested, css::narrowed(outer, *inner));
}

// Without an order of layers their rules hold by specificity and order, as all others do.
void SheetReader::layer_rule(const RawRule& parts, const MediaScope& media) {
  warn("style-unsupported", place_.of(parts.tokens[0]),
       parts.has_block ? "'@layer' is read as if its rules stood outside of it"
                       : "'@layer' orders nothing here");
  if (parts.has_block) rules(parts.block, css::Level::nested, media);
}

void SheetReader::font_face(const RawRule& parts, const MediaScope& media) {
  if (!parts.has_block) return warn("style-syntax", place_.of(parts.prelude), "@font-face has no block");
  const css::Block block = css::read_block(parts.block, descriptors(), refuse_rules());
  FontFaceRule face = css::read_font_face(block, source_, context(media));
  for (FontSource& one : face.sources) one.folder = file_.folder;
  face.media = media;
  face.span = place_.of(parts.prelude);
  if (face.family.empty() || face.sources.empty()) {
    return warn("style-bad-value", face.span, "@font-face needs 'font-family' and 'src'");
  }
  sheet_.font_faces.push_back(std::move(face));
}

void SheetReader::counter_style(const RawRule& parts, const MediaScope& media) {
  const TokenView name = css::trimmed(parts.prelude.subspan(1));
  const Span span = place_.of(parts.prelude);
  if (!parts.has_block || name.size() != 1 || !name[0].is(TokenKind::ident)) {
    return warn("style-syntax", span, "@counter-style needs a name and a block", "@counter-style name { … }");
  }
  if (file_.origin != Origin::base && !css::is_free_counter_style_name(name[0].text)) {
    return warn("style-bad-value", span, "no sheet may define the counter style '" + name[0].text + "'");
  }
  css::Block block = css::read_block(parts.block, descriptors(), refuse_rules());
  auto style = css::read_counter_style(name[0].text, block, descriptors(), span);
  if (!style) return;
  sheet_.counter_styles.push_back(
      {std::move(*style), std::move(block.declarations), file_.origin, media, span});
}

void SheetReader::page_rule(const RawRule& parts, const MediaScope& media) {
  css::PageSelectors selectors = css::read_page_selectors(css::trimmed(parts.prelude.subspan(1)));
  if (!selectors.is_right || !parts.has_block) {
    return warn("style-bad-selector", place_.of(parts.prelude), "@page cannot be read",
                "@page, @page :first, @page name:left { … }");
  }
  if (!media.print) return;
  PageRule page;
  const auto page_parts = [&](const RawRule& rule) { page_part(rule, page); };
  page.longhands = css::read_block(parts.block, context(media), page_parts).longhands;
  page.origin = file_.origin;
  page.span = place_.of(parts.prelude);
  page.selectors = std::move(selectors.pages);
  sheet_.pages.push_back(std::move(page));
}

void SheetReader::page_part(const RawRule& parts, PageRule& page) {
  const Token& keyword = parts.tokens[0];
  const std::string name = css::ascii_lower(keyword.text);
  const std::optional<MarginArea> area = css::margin_area_named(name);
  if (!parts.has_block || (!area && name != "footnote")) {
    return warn("style-unknown-at-rule", place_.of(keyword), "'@" + keyword.text + "' is no part of a page",
                "@top-left to @left-bottom, or @footnote, each with a block");
  }
  css::Block block = css::read_block(parts.block, context({}), refuse_rules());
  if (!area) {
    std::vector<css::Declaration>& into = page.footnote;
    into.insert(into.end(), block.longhands.begin(), block.longhands.end());
  } else {
    page.margin_boxes.push_back({*area, std::move(block.longhands)});
  }
}

}  // namespace

StyleSheet read_styles(const Sources& sources, const std::vector<StyleFile>& files, Diagnostics& diagnostics,
                       const ImportReader& read_import) {
  StyleSheet sheet;
  Reading reading{sources, read_import, sheet, diagnostics};
  for (const StyleFile& file : files) SheetReader(file, reading).read({});
  return sheet;
}

}  // namespace pubbuild
