// CSS text → tokens: the consume algorithms of CSS Syntax 3 §4.3, one function each.
#include "style/tokens.h"

#include "base/utf8.h"

namespace pubbuild::css {

namespace {

bool is_newline(char c) {
  return c == '\n' || c == '\r' || c == '\f';
}
bool is_blank(char c) {
  return is_newline(c) || c == ' ' || c == '\t';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
// NUL counts: the standard reads it as U+FFFD, a name character.
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '\0' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_name(char c) {
  return is_name_start(c) || is_digit(c) || c == '-';
}
bool is_non_printable(char c) {
  const auto code = static_cast<unsigned char>(c);
  return (code >= 1 && code <= 8) || code == 0x0B || (code >= 0x0E && code <= 0x1F) || code == 0x7F;
}
uint32_t hex_value(char c) {
  if (is_digit(c)) return static_cast<uint32_t>(c - '0');
  return static_cast<uint32_t>((c | 0x20) - 'a' + 10);
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}
  std::vector<Token> run();

 private:
  // '\n' past the end: a newline can be escaped by nothing and starts no name. Where the end itself matters,
  // the code asks for it.
  char peek(size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n'; }
  bool at_end() const { return at_ >= text_.size(); }
  bool escape_at(size_t ahead) const {
    return at_ + ahead < text_.size() && peek(ahead) == '\\' &&
           (at_ + ahead + 1 >= text_.size() || !is_newline(peek(ahead + 1)));
  }
  bool name_starts_at(size_t ahead) const;
  bool number_starts() const;
  bool skip_comment();

  Token next();
  Token blank();
  Token string();
  Token numeric();
  Token name_like();
  Token url();
  Token bad_url();
  Token hash_or_delim();
  Token at_or_delim();
  Token punctuation();

  void take_newline();
  void take_escape(std::string& into);
  std::string take_name();
  Decimal take_number(bool& is_integer);
  int64_t take_exponent();

  std::string_view text_;
  size_t at_ = 0;
};

Token token(TokenKind kind, std::string text = {}) {
  Token token;
  token.kind = kind;
  token.text = std::move(text);
  return token;
}

std::vector<Token> Tokenizer::run() {
  std::vector<Token> tokens;
  while (true) {
    while (skip_comment()) {
    }
    if (at_end()) return tokens;
    const size_t begin = at_;
    Token one = next();
    one.begin = static_cast<uint32_t>(begin);
    one.end = static_cast<uint32_t>(at_);
    tokens.push_back(std::move(one));
  }
}

bool Tokenizer::skip_comment() {
  if (at_end() || peek() != '/' || peek(1) != '*') return false;
  const size_t end = text_.find("*/", at_ + 2);
  at_ = end == std::string_view::npos ? text_.size() : end + 2;
  return true;
}

bool Tokenizer::name_starts_at(size_t ahead) const {
  if (at_ + ahead >= text_.size()) return false;
  const char c = peek(ahead);
  if (c != '-') return is_name_start(c) || escape_at(ahead);
  if (at_ + ahead + 1 >= text_.size()) return false;
  return is_name_start(peek(ahead + 1)) || peek(ahead + 1) == '-' || escape_at(ahead + 1);
}

bool Tokenizer::number_starts() const {
  const size_t sign = peek() == '+' || peek() == '-' ? 1 : 0;
  return is_digit(peek(sign)) || (peek(sign) == '.' && is_digit(peek(sign + 1)));
}

Token Tokenizer::next() {
  const char c = peek();
  if (is_blank(c)) return blank();
  if (c == '"' || c == '\'') return string();
  if (c == '#') return hash_or_delim();
  if (c == '@') return at_or_delim();
  if (number_starts()) return numeric();
  if (text_.substr(at_, 3) == "-->") return at_ += 3, token(TokenKind::cdc);
  if (text_.substr(at_, 4) == "<!--") return at_ += 4, token(TokenKind::cdo);
  if (name_starts_at(0)) return name_like();
  return punctuation();
}

Token Tokenizer::blank() {
  while (!at_end() && (is_blank(peek()) || skip_comment())) {
    if (!at_end() && is_blank(peek())) ++at_;
  }
  return token(TokenKind::whitespace, " ");
}

void Tokenizer::take_newline() {
  at_ += peek() == '\r' && peek(1) == '\n' && at_ + 1 < text_.size() ? 2 : 1;
}

// At a backslash that starts an escape (§4.3.7).
void Tokenizer::take_escape(std::string& into) {
  ++at_;
  if (at_end()) return utf8::append(into, utf8::replacement);
  if (!is_hex(peek())) return utf8::append(into, utf8::decode(text_, at_));
  uint32_t code = 0;
  for (int digits = 0; digits < 6 && !at_end() && is_hex(peek()); ++digits, ++at_) {
    code = code * 16 + hex_value(peek());
  }
  if (!at_end() && is_blank(peek())) take_newline();
  utf8::append(into, code == 0 || code > 0x10FFFF ? utf8::replacement : static_cast<char32_t>(code));
}

std::string Tokenizer::take_name() {
  std::string name;
  while (!at_end()) {
    const char c = peek();
    if (c == '\0') {
      utf8::append(name, utf8::replacement);
      ++at_;
    } else if (is_name(c)) {
      name += c;
      ++at_;
    } else if (escape_at(0)) {
      take_escape(name);
    } else {
      break;
    }
  }
  return name;
}

Token Tokenizer::string() {
  const char quote = peek();
  ++at_;
  Token result = token(TokenKind::string);
  while (!at_end()) {
    const char c = peek();
    if (c == quote) return ++at_, result;
    if (is_newline(c)) return token(TokenKind::bad_string);
    if (c == '\\' && at_ + 1 >= text_.size()) {
      ++at_;
    } else if (c == '\\' && is_newline(peek(1))) {
      ++at_;
      take_newline();
    } else if (c == '\\') {
      take_escape(result.text);
    } else if (c == '\0') {
      utf8::append(result.text, utf8::replacement);
      ++at_;
    } else {
      result.text += c;
      ++at_;
    }
  }
  return result;
}

int64_t Tokenizer::take_exponent() {
  const size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
  if ((peek() | 0x20) != 'e' || !is_digit(peek(1 + sign))) return 0;
  const bool negative = peek(1) == '-';
  at_ += 1 + sign;
  int64_t exponent = 0;
  for (; !at_end() && is_digit(peek()); ++at_) {
    exponent = std::min<int64_t>(exponent * 10 + (peek() - '0'), 100);
  }
  return negative ? -exponent : exponent;
}

// Digits beyond the sixth place only round; numbers beyond the limit are the limit.
Decimal Tokenizer::take_number(bool& is_integer) {
  const bool negative = peek() == '-';
  if (peek() == '+' || peek() == '-') ++at_;
  std::string digits;
  int64_t point = 0;
  for (; !at_end() && is_digit(peek()); ++at_) digits += peek();
  point = static_cast<int64_t>(digits.size());
  is_integer = true;
  if (peek() == '.' && is_digit(peek(1))) {
    is_integer = false;
    for (++at_; !at_end() && is_digit(peek()); ++at_) digits += peek();
  }
  const size_t before = at_;
  point += take_exponent();
  is_integer = is_integer && at_ == before;
  const int64_t last = point + 6;  // the place of the millionths
  int64_t micro = 0;
  for (int64_t i = 0; i < last && micro < micro_limit; ++i) {
    const bool written = i < static_cast<int64_t>(digits.size());
    micro = micro * 10 + (written ? digits[static_cast<size_t>(i)] - '0' : 0);
    if (micro == 0 && !written) break;
  }
  if (last >= 0 && last < static_cast<int64_t>(digits.size()) && digits[static_cast<size_t>(last)] >= '5') {
    ++micro;
  }
  micro = std::min(micro, micro_limit);
  return {negative ? -micro : micro};
}

Token Tokenizer::numeric() {
  Token result = token(TokenKind::number);
  result.is_signed = peek() == '+' || peek() == '-';
  result.number = take_number(result.is_flag);
  if (name_starts_at(0)) {
    result.kind = TokenKind::dimension;
    result.text = take_name();
  } else if (peek() == '%') {
    result.kind = TokenKind::percentage;
    ++at_;
  }
  return result;
}

Token Tokenizer::name_like() {
  std::string name = take_name();
  if (peek() != '(') return token(TokenKind::ident, std::move(name));
  ++at_;
  if (!equals_ignoring_case(name, "url")) return token(TokenKind::function, std::move(name));
  size_t ahead = 0;
  while (at_ + ahead < text_.size() && is_blank(peek(ahead))) ++ahead;
  if (peek(ahead) == '"' || peek(ahead) == '\'') return token(TokenKind::function, std::move(name));
  at_ += ahead;
  return url();
}

Token Tokenizer::url() {
  Token result = token(TokenKind::url);
  while (!at_end()) {
    const char c = peek();
    if (c == ')') return ++at_, result;
    if (is_blank(c)) {
      while (!at_end() && is_blank(peek())) ++at_;
      if (at_end()) return result;
      if (peek() != ')') return bad_url();
    } else if (c == '"' || c == '\'' || c == '(' || is_non_printable(c)) {
      return bad_url();
    } else if (c == '\\') {
      if (!escape_at(0)) return bad_url();
      take_escape(result.text);
    } else if (c == '\0') {
      utf8::append(result.text, utf8::replacement);
      ++at_;
    } else {
      result.text += c;
      ++at_;
    }
  }
  return result;
}

Token Tokenizer::bad_url() {
  std::string dropped;
  while (!at_end()) {
    if (peek() == ')') {
      ++at_;
      break;
    }
    if (escape_at(0)) {
      take_escape(dropped);
    } else {
      ++at_;
    }
  }
  return token(TokenKind::bad_url);
}

Token Tokenizer::hash_or_delim() {
  const bool is_identifier = name_starts_at(1);
  const bool has_name = at_ + 1 < text_.size() && (is_name(peek(1)) || escape_at(1));
  ++at_;
  if (!has_name) return token(TokenKind::delim, "#");
  Token result = token(TokenKind::hash, take_name());
  result.is_flag = is_identifier;
  return result;
}

Token Tokenizer::at_or_delim() {
  const bool has_name = name_starts_at(1);
  ++at_;
  if (!has_name) return token(TokenKind::delim, "@");
  return token(TokenKind::at_keyword, take_name());
}

Token Tokenizer::punctuation() {
  const char c = peek();
  ++at_;
  switch (c) {
    case ':':
      return token(TokenKind::colon);
    case ';':
      return token(TokenKind::semicolon);
    case ',':
      return token(TokenKind::comma);
    case '[':
      return token(TokenKind::open_square);
    case ']':
      return token(TokenKind::close_square);
    case '(':
      return token(TokenKind::open_round);
    case ')':
      return token(TokenKind::close_round);
    case '{':
      return token(TokenKind::open_curly);
    case '}':
      return token(TokenKind::close_curly);
    default:
      return token(TokenKind::delim, std::string(1, c));
  }
}

TokenKind closing_of(const Token& token) {
  if (token.is(TokenKind::open_square)) return TokenKind::close_square;
  return token.is(TokenKind::open_curly) ? TokenKind::close_curly : TokenKind::close_round;
}

}  // namespace

bool Token::is_ident(std::string_view name) const {
  return kind == TokenKind::ident && equals_ignoring_case(text, name);
}

bool Token::is_function(std::string_view name) const {
  return kind == TokenKind::function && equals_ignoring_case(text, name);
}

bool Token::opens() const {
  return kind == TokenKind::function || kind == TokenKind::open_round || kind == TokenKind::open_square ||
         kind == TokenKind::open_curly || kind == TokenKind::too_deep;
}

// A closing bracket that is not the innermost open one closes nothing: the spec keeps it as a plain token.
size_t match_brackets(std::vector<Token>& tokens) {
  size_t too_deep_at = static_cast<size_t>(-1);
  std::vector<size_t> open;
  std::vector<TokenKind> closings;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].opens()) {
      tokens[i].match = static_cast<uint32_t>(tokens.size() - i);
      closings.push_back(closing_of(tokens[i]));
      open.push_back(i);
      if (open.size() > max_nesting) {
        tokens[i].kind = TokenKind::too_deep;
        too_deep_at = std::min(too_deep_at, i);
      }
    } else if (!open.empty() && tokens[i].kind == closings.back()) {
      tokens[open.back()].match = static_cast<uint32_t>(i - open.back());
      open.pop_back();
      closings.pop_back();
    }
  }
  return too_deep_at;
}

TokenList tokenize(std::string_view text) {
  TokenList list;
  list.tokens = Tokenizer(text).run();
  list.too_deep_at = match_brackets(list.tokens);
  return list;
}

TokenView trimmed(TokenView tokens) {
  while (!tokens.empty() && tokens.front().is(TokenKind::whitespace)) tokens = tokens.subspan(1);
  while (!tokens.empty() && tokens.back().is(TokenKind::whitespace)) tokens = tokens.first(tokens.size() - 1);
  return tokens;
}

size_t after_component(TokenView tokens, size_t at) {
  const size_t last = tokens[at].opens() ? at + tokens[at].match : at;
  return std::min(last + 1, tokens.size());
}

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c) != lower[i]) return false;
  }
  return true;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

}  // namespace pubbuild::css
