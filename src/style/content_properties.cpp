// Values of the properties of generated content (CSS Content 3, CSS Lists 3, CSS GCPM 3) → pieces of content.
#include "style/content_properties.h"

#include "style/counter_style_rules.h"

namespace pubbuild::css {

namespace {

using Kind = ContentPiece::Kind;

bool read_style_name(Values& inside, ContentPiece& piece) {
  const auto style = inside.take_any_ident();
  piece.style = style.value_or("");
  if (equals_ignoring_case(piece.style, "none")) piece.style = "none";
  return style.has_value();
}

bool shows_many(const ContentPiece& piece) {
  return piece.kind == Kind::counters || piece.kind == Kind::target_counters;
}

// A counter style: its name, or symbols(). That is read anew for each number, of which counters() may show a
// hundred at each element, so that it cannot be there.
bool read_counter_style_name(Values& inside, ContentPiece& piece) {
  if (!inside.take_comma()) return true;
  return (!shows_many(piece) && take_symbols_function(inside, piece.style)) || read_style_name(inside, piece);
}

// The arguments of counter() and counters(): a name, what stands between the values, a style.
bool read_counter(Values& inside, ContentPiece& piece) {
  const auto name = inside.take_any_ident();
  if (!name) return false;
  piece.name = *name;
  if (shows_many(piece)) {
    const auto between = inside.take_comma() ? inside.take_string() : std::nullopt;
    if (!between) return false;
    piece.text = *between;
  }
  return read_counter_style_name(inside, piece) && inside.at_end();
}

// The name of an attribute and what it is read as, which is text in any case.
bool read_attribute_name(Values& inside, std::string& into) {
  const auto name = inside.take_any_ident();
  into = name.value_or("");
  for (const std::string_view type : {"url", "string", "raw-string"}) inside.take_ident(type);
  return name.has_value();
}

bool read_attribute(Values inside, ContentPiece& piece) {
  if (!read_attribute_name(inside, piece.name)) return false;
  if (!inside.take_comma()) return inside.at_end();
  const auto fallback = inside.take_string();
  piece.text = fallback.value_or("");
  return fallback.has_value() && inside.at_end();
}

// string(name, which): which of a page's strings goes to `style`.
bool read_named_string(Values inside, ContentPiece& piece) {
  const auto name = inside.take_any_ident();
  piece.name = name.value_or("");
  const bool right =
      name.has_value() && (!inside.take_comma() || read_style_name(inside, piece)) && inside.at_end();
  piece.style = ascii_lower(piece.style);
  return right;
}

bool read_address(Values& inside, ContentTarget& target) {
  const auto address = inside.take_string();
  target = {ContentTarget::Kind::address, address.value_or("")};
  return address.has_value();
}

// url(#a), "#a" or attr(href).
bool read_target(Values& inside, ContentTarget& target) {
  const Token* token = inside.peek();
  if (token == nullptr) return false;
  if (token->is(TokenKind::url)) {
    target = {ContentTarget::Kind::address, token->text};
    inside.take();
    return true;
  }
  if (!token->is(TokenKind::function)) return read_address(inside, target);
  const bool is_attribute = token->is_function("attr");
  if (!is_attribute && !token->is_function("url")) return false;
  Values named = inside.take_block();
  if (!is_attribute) return read_address(named, target) && named.at_end();
  target.kind = ContentTarget::Kind::attribute;
  return read_attribute_name(named, target.name) && named.at_end();
}

bool read_target_counter(Values inside, ContentPiece& piece) {
  return read_target(inside, piece.target) && inside.take_comma() && read_counter(inside, piece);
}

bool read_target_text(Values inside, ContentPiece& piece) {
  static constexpr std::array<Keyword<TextPart>, 4> parts{{{"content", TextPart::text},
                                                           {"before", TextPart::before},
                                                           {"after", TextPart::after},
                                                           {"first-letter", TextPart::first_letter}}};
  if (!read_target(inside, piece.target)) return false;
  if (inside.take_comma() && !read_keyword<parts>(inside, piece.part)) return false;
  return inside.at_end();
}

bool read_leader(Values inside, ContentPiece& piece) {
  if (inside.take_ident("dotted")) return piece.text = ". ", inside.at_end();
  if (inside.take_ident("solid")) return piece.text = "_", inside.at_end();
  if (inside.take_ident("space")) return piece.text = " ", inside.at_end();
  const auto text = inside.take_string();
  piece.text = text.value_or("");
  return text.has_value() && inside.at_end();
}

bool read_element_text(Values inside, ContentPiece& piece) {
  static constexpr std::array<Keyword<TextPart>, 5> parts{{{"text", TextPart::text},
                                                           {"before", TextPart::before},
                                                           {"after", TextPart::after},
                                                           {"first-letter", TextPart::first_letter},
                                                           {"marker", TextPart::marker}}};
  if (!inside.at_end() && !read_keyword<parts>(inside, piece.part)) return false;
  return inside.at_end();
}

bool read_function(Values& values, ContentPiece& piece) {
  const std::string name = ascii_lower(values.peek()->text);
  Values inside = values.take_block();
  if (name == "counter") return piece.kind = Kind::counter, read_counter(inside, piece);
  if (name == "counters") return piece.kind = Kind::counters, read_counter(inside, piece);
  if (name == "attr") return piece.kind = Kind::attribute, read_attribute(inside, piece);
  if (name == "string") return piece.kind = Kind::named_string, read_named_string(inside, piece);
  if (name == "content") return piece.kind = Kind::element_text, read_element_text(inside, piece);
  if (name == "target-counter") return piece.kind = Kind::target_counter, read_target_counter(inside, piece);
  if (name == "target-counters")
    return piece.kind = Kind::target_counters, read_target_counter(inside, piece);
  if (name == "target-text") return piece.kind = Kind::target_text, read_target_text(inside, piece);
  if (name == "leader") return piece.kind = Kind::leader, read_leader(inside, piece);
  values.foreign = name == "url" || name == "image-set" || name == "element" || name.ends_with("-gradient");
  return false;
}

bool read_piece(Values& values, ContentPiece& piece) {
  static constexpr std::array<Keyword<Kind>, 4> quotes{{{"open-quote", Kind::open_quote},
                                                        {"close-quote", Kind::close_quote},
                                                        {"no-open-quote", Kind::no_open_quote},
                                                        {"no-close-quote", Kind::no_close_quote}}};
  const Token* token = values.peek();
  if (token->is(TokenKind::function)) return read_function(values, piece);
  if (read_keyword<quotes>(values, piece.kind)) return true;
  values.foreign = values.foreign || token->is(TokenKind::url) || token->is_ident("contents");
  const auto text = values.take_string();
  piece.text = text.value_or("");
  return text.has_value();
}

bool read_pieces(Values& values, Content& into) {
  into.clear();
  while (!values.at_end() && !values.peek()->is(TokenKind::comma)) {
    if (values.take_delim('/')) {  // the text alternative of the content, for screen readers
      while (!values.at_end()) values.take();
      break;
    }
    into.emplace_back();
    if (!read_piece(values, into.back())) return false;
  }
  return !into.empty();
}

// Each element of a style changes all of them.
constexpr size_t most_counters = 32;

bool read_counters(Values& values, int32_t usual, std::vector<CounterChange>& into) {
  into.clear();
  if (values.take_ident("none")) return true;
  values.foreign = !values.at_end() && values.peek()->is_function("reversed");
  while (const auto name = values.take_any_ident()) {
    CounterChange change{*name, usual};
    const bool numbered = values.peek() != nullptr && values.peek()->is(TokenKind::number);
    if (numbered && !read_integer(values, change.value)) return false;
    into.push_back(std::move(change));
  }
  return !into.empty() && into.size() <= most_counters;
}

}  // namespace

bool set_content(Computation& computation, Values& values) {
  ComputedStyle& style = computation.style;
  style.has_content = false;
  style.content.clear();
  style.hides_content = values.take_ident("none");
  if (style.hides_content || values.take_ident("normal")) return true;
  style.has_content = true;
  return read_pieces(values, style.content);
}

bool read_string_set(Values& values, std::vector<StringSet>& into) {
  into.clear();
  if (values.take_ident("none")) return true;
  do {
    const auto name = values.take_any_ident();
    if (!name) return false;
    into.push_back({*name, {}});
    if (!read_pieces(values, into.back().content)) return false;
  } while (values.take_comma());
  return true;
}

bool read_counter_reset(Values& values, std::vector<CounterChange>& into) {
  return read_counters(values, 0, into);
}

bool read_counter_set(Values& values, std::vector<CounterChange>& into) {
  return read_counters(values, 0, into);
}

bool read_counter_increment(Values& values, std::vector<CounterChange>& into) {
  return read_counters(values, 1, into);
}

bool read_quotes(Values& values, Quotes& into) {
  into = {};
  if (values.take_ident("auto")) return true;
  if (values.take_ident("none")) return into.kind = Quotes::Kind::none, true;
  into.kind = Quotes::Kind::pairs;
  while (auto text = values.take_string()) into.marks.push_back(std::move(*text));
  return !into.marks.empty() && into.marks.size() % 2 == 0;
}

}  // namespace pubbuild::css
