// Values of the properties of generated content (CSS Content 3, CSS Lists 3, CSS GCPM 3) → pieces of content.
#include "style/content_properties.h"

namespace pubbuild::css {

namespace {

using Kind = ContentPiece::Kind;

bool read_optional_style(Values& inside, ContentPiece& piece) {
  if (!inside.take_comma()) return true;
  const auto style = inside.take_any_ident();
  piece.style = style.value_or("");
  if (equals_ignoring_case(piece.style, "none")) piece.style = "none";
  return style.has_value();
}

bool read_counter(Values inside, ContentPiece& piece) {
  const auto name = inside.take_any_ident();
  if (!name) return false;
  piece.name = *name;
  if (piece.kind == Kind::counters) {
    const auto between = inside.take_comma() ? inside.take_string() : std::nullopt;
    if (!between) return false;
    piece.text = *between;
  }
  return read_optional_style(inside, piece) && inside.at_end();
}

// attr(name) or attr(name url), the attribute alone of it.
bool read_attribute(Values inside, std::string& into) {
  const auto name = inside.take_any_ident();
  into = name.value_or("");
  inside.take_ident("url");
  return name.has_value() && inside.at_end();
}

// string(name, which): which of a page's strings goes to `style`.
bool read_named_string(Values inside, ContentPiece& piece) {
  const auto name = inside.take_any_ident();
  piece.name = name.value_or("");
  const bool right = name.has_value() && read_optional_style(inside, piece) && inside.at_end();
  piece.style = ascii_lower(piece.style);
  return right;
}

bool read_target(Values inside, ContentPiece& piece) {
  if (inside.at_end() || !inside.peek()->is_function("attr")) return false;
  if (!read_attribute(inside.take_block(), piece.text)) return false;
  if (piece.kind == Kind::target_text) return inside.at_end();
  const auto name = inside.take_comma() ? inside.take_any_ident() : std::nullopt;
  piece.name = name.value_or("");
  return name.has_value() && read_optional_style(inside, piece) && inside.at_end();
}

bool read_leader(Values inside, ContentPiece& piece) {
  if (inside.take_ident("dotted")) return piece.text = ". ", inside.at_end();
  if (inside.take_ident("solid")) return piece.text = "_", inside.at_end();
  if (inside.take_ident("space")) return piece.text = " ", inside.at_end();
  const auto text = inside.take_string();
  piece.text = text.value_or("");
  return text.has_value() && inside.at_end();
}

bool read_element_text(Values inside) {
  inside.take_ident("text");
  return inside.at_end();
}

bool read_function(Values& values, ContentPiece& piece) {
  const std::string name = ascii_lower(values.peek()->text);
  const Values inside = values.take_block();
  if (name == "counter") return piece.kind = Kind::counter, read_counter(inside, piece);
  if (name == "counters") return piece.kind = Kind::counters, read_counter(inside, piece);
  if (name == "attr") return piece.kind = Kind::attribute, read_attribute(inside, piece.name);
  if (name == "string") return piece.kind = Kind::named_string, read_named_string(inside, piece);
  if (name == "content") return piece.kind = Kind::element_text, read_element_text(inside);
  if (name == "target-counter") return piece.kind = Kind::target_counter, read_target(inside, piece);
  if (name == "target-text") return piece.kind = Kind::target_text, read_target(inside, piece);
  if (name == "leader") return piece.kind = Kind::leader, read_leader(inside, piece);
  values.foreign = name == "url" || name == "image-set" || name == "target-counters" || name == "element" ||
                   name.ends_with("-gradient");
  return false;
}

bool read_piece(Values& values, ContentPiece& piece) {
  const Token* token = values.peek();
  if (token->is(TokenKind::function)) return read_function(values, piece);
  if (values.take_ident("open-quote")) return piece.kind = Kind::open_quote, true;
  if (values.take_ident("close-quote")) return piece.kind = Kind::close_quote, true;
  values.foreign = values.foreign || token->is(TokenKind::url) || token->is_ident("no-open-quote") ||
                   token->is_ident("no-close-quote");
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

bool read_counters(Values& values, int32_t usual, std::vector<CounterChange>& into) {
  into.clear();
  if (values.take_ident("none")) return true;
  while (const auto name = values.take_any_ident()) {
    CounterChange change{*name, usual};
    const bool numbered = values.peek() != nullptr && values.peek()->is(TokenKind::number);
    if (numbered && !read_integer(values, change.value)) return false;
    into.push_back(std::move(change));
  }
  return !into.empty();
}

}  // namespace

bool set_content(Computation& computation, Values& values) {
  ComputedStyle& style = computation.style;
  style.has_content = false;
  style.content.clear();
  if (values.take_ident("normal") || values.take_ident("none")) return true;
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

bool read_quotes(Values& values, std::vector<std::string>& into) {
  into.clear();
  if (values.take_ident("none") || values.take_ident("auto")) return true;
  while (auto text = values.take_string()) into.push_back(std::move(*text));
  return !into.empty() && into.size() % 2 == 0;
}

}  // namespace pubbuild::css
