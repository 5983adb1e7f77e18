// Declarations → declarations for reading systems.
#include "style/reading_system_values.h"

#include <algorithm>
#include <array>

#include "style/properties.h"
#include "style/shorthands.h"
#include "style/text_properties.h"

namespace pubbuild::css {

namespace {

bool is_in(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

Token made(TokenKind kind, std::string text, Decimal number = {}) {
  Token token;
  token.kind = kind;
  token.text = std::move(text);
  token.number = number;
  return token;
}

bool is_counter(const Token& token) {
  return token.is_function("counter") || token.is_function("counters");
}

bool counts_pages(TokenView value) {
  Values values(value, {});
  while (!values.at_end()) {
    const bool counts = is_counter(*values.peek());
    if (!counts) {
      values.take();
      continue;
    }
    Values inside = values.take_block();
    if (inside.take_ident("page") || inside.take_ident("pages")) return true;
  }
  return false;
}

// Items of lists are counted for the markers that reading systems make.
bool counts(const Assignment& one) {
  const std::string_view name = one.property->name;
  if (name == "content") return std::ranges::any_of(one.value, is_counter);
  const auto is_list_item = [](const Token& token) { return token.is_ident("list-item"); };
  return name.starts_with("counter-") && std::ranges::none_of(one.value, is_list_item);
}

// What only paged media can show, or what would need a file that is not in the EPUB.
bool is_for_paper(const Assignment& one) {
  if (one.property->epub == InEpub::drop) return true;
  if (one.property->name == "float" && trimmed(one.value)[0].is_ident("footnote")) return true;
  if (one.property->name == "content" && counts_pages(one.value)) return true;
  return std::ranges::any_of(one.value, [](const Token& token) {
    if (token.is(TokenKind::url)) return true;
    return token.is(TokenKind::function) &&
           is_in(ascii_lower(token.text), {"url", "string", "target-counter", "target-counters",
                                           "target-text", "leader", "content", "element"});
  });
}

bool is_calculation(const Token& token) {
  return token.is_function("calc") || token.is_function("round");
}

// calc() of absolute lengths and numbers alone can be worked out here.
bool is_absolute(TokenView calc) {
  return std::ranges::none_of(calc, [](const Token& token) {
    return token.is(TokenKind::percentage) || token.is(TokenKind::ident) ||
           (token.is(TokenKind::function) && !is_calculation(token)) ||
           (token.is(TokenKind::dimension) && !absolute_unit(ascii_lower(token.text)));
  });
}

std::vector<Token> fold_calc(TokenView value) {
  std::vector<Token> folded;
  for (size_t at = 0; at < value.size();) {
    const size_t end = after_component(value, at);
    const TokenView one = value.subspan(at, end - at);
    Length length;
    Values values(one, {});
    if (is_calculation(value[at]) && is_absolute(one) && read_length(values, length)) {
      folded.push_back(made(TokenKind::dimension, "pt", {length.milli * 1000}));
      at = end;
    } else {
      folded.push_back(value[at++]);
    }
  }
  match_brackets(folded);
  return folded;
}

// The families of Chinese type that every system has under names of its own. None of them is generic: a list
// that ends here would end nowhere.
constexpr std::string_view kaiti_names[] = {"LXGW WenKai", "Kaiti SC",    "STKaiti",      "KaiTi",
                                            "楷体",        "楷体_GB2312", "KaiTi_GB2312", "华文楷体",
                                            "Kaiti TC",    "BiauKai",     "DFKai-SB",     "標楷體"};
constexpr std::string_view fangsong_names[] = {"STFangsong",  "FangSong",        "仿宋",
                                               "仿宋_GB2312", "FangSong_GB2312", "华文仿宋"};
using Names = std::span<const std::string_view>;

Names aliases_of(std::string_view family) {
  const std::string lower = ascii_lower(family);
  for (const Names names : {Names(kaiti_names), Names(fangsong_names)}) {
    if (std::ranges::any_of(names, [&](std::string_view name) { return equals_ignoring_case(name, lower); }))
      return names;
  }
  if (family == "generic(kai)") return kaiti_names;
  return family == "generic(fangsong)" || family == "fangsong" ? Names(fangsong_names) : Names();
}

bool is_generic(std::string_view family) {
  return is_in(ascii_lower(family), {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"});
}

// A reading system that has none of so many families has none of the others.
constexpr size_t most_families = 64;

// Families that reading systems know, each once. Those that the sheet composes of local faces are not there
// on a reader; the themes' kaiti is that of the system.
class FamilyList {
 public:
  void add(std::string_view family) {
    if (family == "pub-kai") family = "kaiti";
    const Names aliases = aliases_of(family);
    const bool is_alias = std::ranges::find(aliases, family) != aliases.end();
    if (aliases.empty() || is_alias) add_name(family);
    for (const std::string_view alias : aliases) add_name(alias);
    needs_generic_ = needs_generic_ || !aliases.empty();
  }
  std::vector<Token> tokens() {
    if (needs_generic_ && std::ranges::none_of(names_, is_generic)) add_name("serif");
    std::vector<Token> tokens;
    for (const std::string& name : names_) {
      if (!tokens.empty()) tokens.push_back(made(TokenKind::comma, ""));
      tokens.push_back(made(is_generic(name) ? TokenKind::ident : TokenKind::string, name));
    }
    return tokens;
  }

 private:
  void add_name(std::string_view name) {
    if (name.starts_with("pub-") || name.starts_with("generic(")) return;
    if (names_.size() >= most_families) return;
    if (std::ranges::find(names_, name) == names_.end()) names_.emplace_back(name);
  }

  std::vector<std::string> names_;
  bool needs_generic_ = false;
};

// Points → thousandths of `whole`, as a token of that unit.
Token relative(const Token& points, Length whole, bool as_number) {
  const int64_t thousandths = multiply_divide(points.number.micro, 1000, whole.milli * 1000);
  const Decimal number{thousandths * 1000};
  if (as_number || thousandths == 0) return made(TokenKind::number, "", number);
  return made(TokenKind::dimension, "em", number);
}

class RuleWriter {
 public:
  RuleWriter(const Rule& rule, bool of_root, const ReadingContext& context)
      : rule_(rule), of_root_(of_root), context_(context), own_em_(context.root_em) {}

  std::vector<PlainDeclaration> run();

 private:
  struct Given {
    std::string name;  // as written: the row of a vendor's property has no name of its own
    Assignment assignment;
    bool important;
  };
  void open(const Declaration& declaration);
  void find_own_size();
  void write(const Given& given);
  void write_families(const Given& given);
  std::vector<Token> scaled_value(const Assignment& one) const;
  void emit(const std::string& name, const std::string& value, bool important, InEpub how);

  const Rule& rule_;
  bool of_root_;
  const ReadingContext& context_;
  Length own_em_;  // what this rule's points are relative to
  std::vector<Given> given_;
  std::vector<PlainDeclaration> written_;
};

// Shorthands with parts that need different treatment are opened; the others stay as the author wrote them.
void RuleWriter::open(const Declaration& declaration) {
  if (declaration.property == nullptr) return;
  const Property& property = *declaration.property;
  std::optional<std::vector<Token>> value =
      declaration.has_var ? substitute(declaration.value, context_.custom) : declaration.value;
  if (!value || value->empty()) return;
  if ((property.set != nullptr || property.expand != nullptr) && judge(property, *value) == Verdict::bad)
    return;
  const bool opens = property.name == "font" || (property.name == "text-decoration" && value->size() > 1);
  std::vector<Assignment> longhands;
  if (!opens || is_wide_keyword(*value) || !property.expand(property, *value, longhands)) {
    given_.push_back({declaration.name, {&property, std::move(*value)}, declaration.important});
    return;
  }
  for (Assignment& one : longhands) {
    const bool is_initial = one.value[0].is_ident("initial");
    if (is_initial && !is_in(one.property->name, {"font-style", "font-weight"})) continue;
    if (is_initial) one.value = {made(TokenKind::ident, "normal")};
    given_.push_back({std::string(one.property->name), std::move(one), declaration.important});
  }
}

void RuleWriter::find_own_size() {
  for (const Given& given : given_) {
    if (given.assignment.property->name != "font-size") continue;
    ComputedStyle style = initial_style();
    ComputedStyle parent = initial_style();
    parent.font_size = context_.root_em;
    Computation computation{.style = style, .parent = parent, .root_em = context_.root_em};
    Values values(given.assignment.value, computation.parent_units());
    const bool right = given.assignment.property->set(computation, values);
    if (right && style.font_size > Length{}) own_em_ = style.font_size;
  }
}

// Borders stay hairlines whatever the text size; all else grows with the text.
std::vector<Token> RuleWriter::scaled_value(const Assignment& one) const {
  std::vector<Token> value = fold_calc(one.value);
  const std::string_view name = one.property->name;
  if (name.starts_with("border") || name.starts_with("outline") || name == "column-rule") return value;
  const bool is_font_size = name == "font-size";
  ComputedStyle style = initial_style();
  Computation computation{.style = style, .parent = initial_style()};
  const bool is_hao =
      is_font_size && value.size() == 1 && static_cast<unsigned char>(value[0].text[0]) >= 0x80;
  if (is_hao) {
    Values values(value, computation.units());
    if (one.property->set(computation, values)) {
      value = {made(TokenKind::dimension, "pt", {style.font_size.milli * 1000})};
    }
  }
  for (Token& token : value) {
    if (!token.is(TokenKind::dimension) || !equals_ignoring_case(token.text, "pt")) continue;
    token = relative(token, is_font_size ? context_.root_em : own_em_, name == "line-height");
  }
  return value;
}

void RuleWriter::emit(const std::string& name, const std::string& value, bool important, InEpub how) {
  if (how == InEpub::prefixed) {
    // The old name of text-combine-upright, and its only value.
    const bool combines = name == "text-combine-upright";
    const std::string old_name = combines ? "text-combine" : name;
    const std::string old_value = combines && value == "all" ? "horizontal" : value;
    written_.push_back({"-epub-" + old_name, old_value, important});
    written_.push_back({"-webkit-" + old_name, old_value, important});
  }
  written_.push_back({name, value, important});
}

void RuleWriter::write(const Given& given) {
  const Assignment& one = given.assignment;
  const std::string& name = given.name;
  if (is_for_paper(one) || (context_.numbers == Numbers::written && counts(one))) return;
  if (name == "font-family") return write_families(given);
  const bool readers_choice = is_in(
      name, {"font-size", "line-height", "color", "background", "background-color", "background-image"});
  if (of_root_ && readers_choice) return;
  const std::vector<Token> value = scaled_value(one);
  if (value.empty()) return;
  emit(name, to_css(value), given.important, one.property->epub);
}

void RuleWriter::write_families(const Given& given) {
  const Assignment& one = given.assignment;
  if (is_wide_keyword(one.value))
    return of_root_ ? void() : emit(given.name, to_css(one.value), given.important, InEpub::keep);
  std::vector<std::string> families;
  Values values(one.value, {});
  if (!read_families(values, families) || !values.at_end()) return;
  const auto embedded = context_.embedded_families.find(families);
  const bool is_embedded = embedded != context_.embedded_families.end();
  if (of_root_ && !is_embedded) return;
  FamilyList list;
  for (const std::string& family : families) list.add(family);
  std::string text = to_css(list.tokens());
  if (is_embedded) text = string_to_css(embedded->second) + (text.empty() ? "" : ", ") + text;
  if (!text.empty()) emit(given.name, text, given.important, InEpub::keep);
}

std::vector<PlainDeclaration> RuleWriter::run() {
  for (const Declaration& declaration : rule_.declarations) open(declaration);
  find_own_size();
  for (const Given& given : given_) write(given);
  return std::move(written_);
}

}  // namespace

std::vector<PlainDeclaration> for_reading_systems(const Rule& rule, bool of_root,
                                                  const ReadingContext& context) {
  return RuleWriter(rule, of_root, context).run();
}

}  // namespace pubbuild::css
