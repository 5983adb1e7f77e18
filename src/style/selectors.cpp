// Tokens → selectors: a descent over the grammar of Selectors 4 §17.
#include "style/selectors.h"

#include <algorithm>
#include <array>

namespace pubbuild::css {

namespace {

struct PlainClass {
  std::string_view name;
  SimpleKind kind;
};

constexpr auto plain_classes = std::to_array<PlainClass>({
    {"first-child", SimpleKind::first_child},
    {"last-child", SimpleKind::last_child},
    {"only-child", SimpleKind::only_child},
    {"first-of-type", SimpleKind::first_of_type},
    {"last-of-type", SimpleKind::last_of_type},
    {"only-of-type", SimpleKind::only_of_type},
    {"root", SimpleKind::root},
    {"empty", SimpleKind::empty},
    {"link", SimpleKind::link},
    {"any-link", SimpleKind::link},
    {"hover", SimpleKind::never},
    {"active", SimpleKind::never},
    {"focus", SimpleKind::never},
    {"focus-visible", SimpleKind::never},
    {"focus-within", SimpleKind::never},
    {"visited", SimpleKind::never},
    {"target", SimpleKind::never},
});

constexpr auto nth_classes = std::to_array<PlainClass>({
    {"nth-child", SimpleKind::nth_child},
    {"nth-last-child", SimpleKind::nth_last_child},
    {"nth-of-type", SimpleKind::nth_of_type},
    {"nth-last-of-type", SimpleKind::nth_last_of_type},
});

struct PseudoName {
  std::string_view name;
  Pseudo pseudo;
};

constexpr auto pseudo_names = std::to_array<PseudoName>({
    {"before", Pseudo::before},
    {"after", Pseudo::after},
    {"marker", Pseudo::marker},
    {"footnote-call", Pseudo::footnote_call},
    {"footnote-marker", Pseudo::footnote_marker},
    {"first-letter", Pseudo::first_letter},
});

constexpr auto foreign_pseudos = std::to_array<std::string_view>({"first-line", "selection", "target-text"});

constexpr uint32_t id_weight = 1U << 20;
constexpr uint32_t class_weight = 1U << 10;

// Each of the three counts stops at 1023 rather than running over into the next.
uint32_t add_specificity(uint32_t a, uint32_t b) {
  uint32_t sum = 0;
  for (const uint32_t shift : {0U, 10U, 20U}) {
    const uint32_t count = ((a >> shift) & 1023U) + ((b >> shift) & 1023U);
    sum |= std::min(count, 1023U) << shift;
  }
  return sum;
}

// Nested ones too: an outer selector named twice at each level would double without end.
size_t parts_in(const Selector& selector) {
  size_t parts = 0;
  for (const Compound& compound : selector.compounds) {
    for (const Simple& simple : compound.simples) {
      ++parts;
      for (const Selector& one : simple.list) parts += parts_in(one);
    }
  }
  return parts;
}

class SelectorParser {
 public:
  // `outer`: what & stands for; nullptr: it stands for nothing here.
  SelectorParser(TokenView tokens, size_t& simples, const Selector* outer)
      : tokens_(tokens), simples_(simples), outer_(outer) {}

  bool list(std::vector<Selector>& into);
  std::string complaint;
  size_t at() const { return at_; }

 private:
  bool fail(std::string why);
  const Token* peek(size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  bool next_is(TokenKind kind) const { return peek() != nullptr && peek()->is(kind); }
  bool next_is_delim(char c) const { return peek() != nullptr && peek()->is_delim(c); }
  void skip_blanks();
  bool selector(Selector& into);
  bool begin_nested(Selector& into, Combinator& between);
  bool outer(Compound& into);
  bool combinator(Combinator& into);
  bool compound(Selector& selector);
  bool simple(Selector& selector, Compound& into);
  bool type(Compound& into);
  bool attribute(Compound& into);
  bool attribute_test(TokenView inside, size_t at, Simple& into);
  bool pseudo_class(Compound& into);
  bool pseudo_element(Selector& selector);
  bool functional(Compound& into);
  bool nested(Simple& into, TokenView inside);
  bool nth(Simple& into, TokenView inside);
  bool count_part();
  bool count_parts(size_t parts);
  bool languages(Simple& into, TokenView inside);

  TokenView tokens_;
  size_t& simples_;
  const Selector* outer_;
  bool is_inside_ = false;  // of :is() and its like
  size_t at_ = 0;
};

bool SelectorParser::fail(std::string why) {
  if (complaint.empty()) complaint = std::move(why);
  return false;
}

void SelectorParser::skip_blanks() {
  while (next_is(TokenKind::whitespace)) ++at_;
}

bool SelectorParser::list(std::vector<Selector>& into) {
  while (true) {
    Selector one;
    if (!selector(one)) return false;
    into.push_back(std::move(one));
    if (peek() == nullptr) return true;
    ++at_;  // the comma
  }
}

// A nested selector begins where the outer one ends, unless it names that elsewhere. One that does not name
// it means its descendants, or what the combinator says that it begins with (CSS Nesting 1 §3.1).
bool SelectorParser::begin_nested(Selector& into, Combinator& between) {
  const bool names_it = std::ranges::any_of(tokens_, [](const Token& token) { return token.is_delim('&'); });
  const bool is_relative = next_is_delim('>') || next_is_delim('+') || next_is_delim('~');
  if (names_it && !is_relative && !next_is_delim('&')) return true;
  if (!count_parts(parts_in(*outer_))) return false;
  into.compounds = outer_->compounds;
  if (next_is_delim('&')) return true;
  between = Combinator::descendant;
  return !is_relative || combinator(between);
}

bool SelectorParser::outer(Compound& into) {
  if (!count_parts(parts_in(*outer_))) return false;
  Simple simple;
  simple.kind = SimpleKind::is;
  simple.name = "is";
  simple.list = {*outer_};
  into.simples.push_back(std::move(simple));
  ++at_;
  return true;
}

bool SelectorParser::selector(Selector& into) {
  skip_blanks();
  Combinator between = Combinator::none;
  if (outer_ != nullptr && !is_inside_ && !begin_nested(into, between)) return false;
  do {
    const bool goes_on = next_is_delim('&') && between == Combinator::none && !into.compounds.empty();
    if (!goes_on) {
      into.compounds.emplace_back();
      into.compounds.back().combinator = between;
    }
    if (!compound(into)) return false;
    between = Combinator::none;
    if (!combinator(between)) return false;
  } while (between != Combinator::none);
  return true;
}

// Leaves Combinator::none at the end of the selector.
bool SelectorParser::combinator(Combinator& into) {
  const bool blank = next_is(TokenKind::whitespace);
  skip_blanks();
  if (peek() == nullptr || next_is(TokenKind::comma)) return true;
  if (next_is_delim('>')) {
    into = Combinator::child;
  } else if (next_is_delim('+')) {
    into = Combinator::next_sibling;
  } else if (next_is_delim('~')) {
    into = Combinator::later_sibling;
  } else if (blank) {
    into = Combinator::descendant;
    return true;
  } else {
    return fail("the selector cannot go on like this");
  }
  ++at_;
  skip_blanks();
  return true;
}

bool SelectorParser::compound(Selector& selector) {
  Compound& into = selector.compounds.back();
  const size_t begin = at_;
  if (!into.simples.empty()) {
    ++at_;  // the & of a nested selector
  } else if (!type(into)) {
    return false;
  }
  while (peek() != nullptr && !next_is(TokenKind::whitespace) && !next_is(TokenKind::comma)) {
    if (next_is_delim('>') || next_is_delim('+') || next_is_delim('~')) break;
    if (selector.pseudo || !selector.foreign_pseudo.empty()) {
      return fail("nothing may follow a pseudo-element");
    }
    if (!simple(selector, into)) return false;
  }
  if (at_ == begin) return fail("a selector is missing here");
  return true;
}

bool SelectorParser::type(Compound& into) {
  Simple simple;
  if (next_is_delim('*')) {
    simple.kind = SimpleKind::any_tag;
  } else if (next_is(TokenKind::ident)) {
    simple.kind = SimpleKind::tag;
    simple.name = ascii_lower(peek()->text);
    simple.tag = tag_named(simple.name);
  } else {
    return true;
  }
  if (!count_part()) return false;
  ++at_;
  into.simples.push_back(std::move(simple));
  return true;
}

bool SelectorParser::count_part() {
  return count_parts(1);
}

bool SelectorParser::count_parts(size_t parts) {
  simples_ += parts;
  if (simples_ <= max_simple_selectors) return true;
  return fail("a selector of more than " + std::to_string(max_simple_selectors) + " parts");
}

bool SelectorParser::simple(Selector& selector, Compound& into) {
  if (!count_part()) return false;
  if (next_is(TokenKind::hash) && peek()->is_flag) {
    Simple id;
    id.kind = SimpleKind::id;
    id.name = peek()->text;
    into.simples.push_back(std::move(id));
    ++at_;
    return true;
  }
  if (next_is_delim('&') && outer_ != nullptr) return outer(into);
  if (next_is_delim('.') && peek(1) != nullptr && peek(1)->is(TokenKind::ident)) {
    Simple named;
    named.kind = SimpleKind::class_;
    named.name = peek(1)->text;
    into.simples.push_back(std::move(named));
    at_ += 2;
    return true;
  }
  if (next_is(TokenKind::open_square)) return attribute(into);
  if (!next_is(TokenKind::colon)) return fail("the selector cannot go on like this");
  if (peek(1) != nullptr && peek(1)->is(TokenKind::colon)) return pseudo_element(selector);
  // CSS 2 wrote these with one colon.
  const bool old =
      peek(1) != nullptr && (peek(1)->is_ident("before") || peek(1)->is_ident("after") ||
                             peek(1)->is_ident("first-letter") || peek(1)->is_ident("first-line"));
  return old ? pseudo_element(selector) : pseudo_class(into);
}

bool SelectorParser::attribute(Compound& into) {
  const size_t end = after_component(tokens_, at_);
  const bool closed = tokens_[end - 1].is(TokenKind::close_square);
  const TokenView inside = trimmed(tokens_.subspan(at_ + 1, end - at_ - (closed ? 2 : 1)));
  if (inside.empty() || !inside[0].is(TokenKind::ident)) return fail("an attribute's name is missing");
  Simple simple;
  simple.kind = SimpleKind::attribute;
  simple.name = inside[0].text;
  size_t at = 1;
  if (inside.size() > 2 && inside[1].is_delim('|') && inside[2].is(TokenKind::ident)) {
    simple.name += ":" + inside[2].text;
    at = 3;
  }
  simple.attr = attribute_named(simple.name);
  if (!attribute_test(inside, at, simple)) return false;
  into.simples.push_back(std::move(simple));
  at_ = end;
  return true;
}

bool SelectorParser::attribute_test(TokenView inside, size_t at, Simple& into) {
  const auto skip = [&] {
    while (at < inside.size() && inside[at].is(TokenKind::whitespace)) ++at;
  };
  skip();
  if (at == inside.size()) return true;
  constexpr std::string_view operators = "~|^$*";
  constexpr AttributeTest tests[] = {AttributeTest::word, AttributeTest::dash, AttributeTest::prefix,
                                     AttributeTest::suffix, AttributeTest::part};
  into.test = AttributeTest::equals;
  if (inside[at].is(TokenKind::delim) && operators.find(inside[at].text) != std::string_view::npos) {
    into.test = tests[operators.find(inside[at].text)];
    ++at;
  }
  if (at == inside.size() || !inside[at].is_delim('=')) return fail("an attribute test needs a `=`");
  ++at;
  skip();
  const bool named =
      at < inside.size() && (inside[at].is(TokenKind::ident) || inside[at].is(TokenKind::string));
  if (!named) return fail("an attribute test needs a value");
  into.value = inside[at++].text;
  skip();
  into.ignores_case = at < inside.size() && inside[at].is_ident("i");
  into.says_case = at < inside.size() && inside[at].is_ident("s");
  if (into.ignores_case || into.says_case) ++at;
  skip();
  return at == inside.size() || fail("an attribute test cannot go on like this");
}

bool SelectorParser::pseudo_element(Selector& selector) {
  while (next_is(TokenKind::colon)) ++at_;
  if (!next_is(TokenKind::ident)) return fail("a pseudo-element's name is missing");
  const std::string name = ascii_lower(peek()->text);
  for (const PseudoName& known : pseudo_names) {
    if (known.name == name) selector.pseudo = known.pseudo;
  }
  const bool foreign =
      name.starts_with("-") || std::ranges::find(foreign_pseudos, name) != foreign_pseudos.end();
  if (!selector.pseudo && !foreign) return fail("no pseudo-element is called '" + name + "'");
  if (!selector.pseudo) selector.foreign_pseudo = "::" + name;
  ++at_;
  return true;
}

bool SelectorParser::pseudo_class(Compound& into) {
  ++at_;
  if (next_is(TokenKind::function)) return functional(into);
  if (!next_is(TokenKind::ident)) return fail("a pseudo-class's name is missing");
  Simple simple;
  simple.name = ascii_lower(peek()->text);
  for (const PlainClass& known : plain_classes) {
    if (known.name != simple.name) continue;
    simple.kind = known.kind;
    into.simples.push_back(std::move(simple));
    ++at_;
    return true;
  }
  return fail("no pseudo-class is called '" + simple.name + "'");
}

// `an+b`, and of children `an+b of selectors`.
bool SelectorParser::nth(Simple& into, TokenView inside) {
  size_t of = 0;
  while (of < inside.size() && !inside[of].is_ident("of")) of = after_component(inside, of);
  const std::optional<Nth> nth = read_nth(inside.first(of));
  if (!nth) return fail("an+b was expected");
  into.nth = *nth;
  if (of == inside.size()) return true;
  const bool counts_children = into.kind == SimpleKind::nth_child || into.kind == SimpleKind::nth_last_child;
  if (!counts_children) return fail("`of` may stand with children only");
  return nested(into, trimmed(inside.subspan(of + 1)));
}

bool SelectorParser::functional(Compound& into) {
  const size_t end = after_component(tokens_, at_);
  const bool closed = tokens_[end - 1].is(TokenKind::close_round);
  const TokenView inside = trimmed(tokens_.subspan(at_ + 1, end - at_ - (closed ? 2 : 1)));
  Simple simple;
  simple.name = ascii_lower(peek()->text);
  bool right = false;
  const auto counting = std::ranges::find(nth_classes, simple.name, &PlainClass::name);
  if (counting != nth_classes.end()) {
    simple.kind = counting->kind;
    right = nth(simple, inside);
  } else if (simple.name == "lang") {
    simple.kind = SimpleKind::lang;
    right = languages(simple, inside);
  } else if (simple.name == "not" || simple.name == "is" || simple.name == "where") {
    simple.kind =
        simple.name == "not" ? SimpleKind::not_ : (simple.name == "is" ? SimpleKind::is : SimpleKind::where);
    right = nested(simple, inside);
  } else {
    fail("no pseudo-class is called '" + simple.name + "()'");
  }
  if (!right) return false;
  into.simples.push_back(std::move(simple));
  at_ = end;
  return true;
}

bool SelectorParser::nested(Simple& into, TokenView inside) {
  SelectorParser parser(inside, simples_, outer_);
  parser.is_inside_ = true;
  if (!parser.list(into.list)) return fail(parser.complaint);
  const bool plain = std::ranges::none_of(
      into.list, [](const Selector& s) { return s.pseudo.has_value() || !s.foreign_pseudo.empty(); });
  return plain || fail("a pseudo-element cannot stand inside of :" + into.name + "()");
}

bool SelectorParser::languages(Simple& into, TokenView inside) {
  bool wants_one = true;
  for (const Token& token : inside) {
    if (token.is(TokenKind::whitespace)) continue;
    const bool is_one = token.is(TokenKind::ident) || token.is(TokenKind::string);
    if (wants_one != is_one || (!is_one && !token.is(TokenKind::comma)))
      return fail("a language was expected");
    if (is_one && ++simples_ > max_simple_selectors)
      return fail("more languages than a selector may have parts");
    if (is_one) into.langs.push_back(token.text);
    wants_one = !is_one;
  }
  return !wants_one || fail("a language was expected");
}

uint32_t specificity_of(const Selector& selector);

uint32_t highest_specificity(const std::vector<Selector>& list) {
  uint32_t highest = 0;
  for (const Selector& one : list) highest = std::max(highest, specificity_of(one));
  return highest;
}

uint32_t specificity_of(const Simple& simple) {
  switch (simple.kind) {
    case SimpleKind::any_tag:
    case SimpleKind::where:
      return 0;
    case SimpleKind::tag:
      return 1;
    case SimpleKind::id:
      return id_weight;
    case SimpleKind::not_:
    case SimpleKind::is:
      return highest_specificity(simple.list);
    case SimpleKind::class_:
    case SimpleKind::attribute:
    case SimpleKind::first_child:
    case SimpleKind::last_child:
    case SimpleKind::only_child:
    case SimpleKind::first_of_type:
    case SimpleKind::last_of_type:
    case SimpleKind::only_of_type:
    case SimpleKind::nth_of_type:
    case SimpleKind::nth_last_of_type:
    case SimpleKind::root:
    case SimpleKind::empty:
    case SimpleKind::link:
    case SimpleKind::lang:
    case SimpleKind::never:
      return class_weight;
    case SimpleKind::nth_child:
    case SimpleKind::nth_last_child:
      return add_specificity(class_weight, highest_specificity(simple.list));
  }
  return 0;
}

uint32_t specificity_of(const Selector& selector) {
  uint32_t sum = selector.pseudo || !selector.foreign_pseudo.empty() ? 1 : 0;
  for (const Compound& compound : selector.compounds) {
    for (const Simple& simple : compound.simples) sum = add_specificity(sum, specificity_of(simple));
  }
  return sum;
}

}  // namespace

namespace {

SelectorList parse_list(TokenView tokens, const Selector* outer) {
  SelectorList list;
  size_t begin = 0;
  // Each selector has its own budget of parts, so a long list of short ones is fine.
  while (true) {
    size_t end = begin;
    while (end < tokens.size() && !tokens[end].is(TokenKind::comma)) end = after_component(tokens, end);
    size_t simples = 0;
    SelectorParser parser(trimmed(tokens.subspan(begin, end - begin)), simples, outer);
    if (!parser.list(list.selectors)) {
      list.complaint = parser.complaint;
      list.bad_at = std::min(begin + parser.at(), tokens.size());
      while (list.bad_at < end && tokens[list.bad_at].is(TokenKind::whitespace)) ++list.bad_at;
      return list;
    }
    if (end >= tokens.size()) break;
    begin = end + 1;
  }
  for (Selector& selector : list.selectors) selector.specificity = specificity_of(selector);
  return list;
}

}  // namespace

SelectorList parse_selectors(TokenView tokens) {
  return parse_list(tokens, nullptr);
}

SelectorList parse_nested_selectors(TokenView tokens, const std::vector<Selector>& outer) {
  SelectorList all;
  for (const Selector& one : outer) {
    if (one.pseudo || !one.foreign_pseudo.empty()) continue;
    SelectorList list = parse_list(tokens, &one);
    if (!list.complaint.empty()) return list;
    std::ranges::move(list.selectors, std::back_inserter(all.selectors));
  }
  if (all.selectors.empty()) all.complaint = "no rule can stand inside of a pseudo-element's";
  return all;
}

}  // namespace pubbuild::css
