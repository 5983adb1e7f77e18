// Tokens → CSS text that reads as the same tokens (CSSOM §2.1 for names and strings).
#include "base/utf8.h"
#include "style/tokens.h"

namespace pubbuild::css {

namespace {

bool is_plain_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string escaped_code(char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(c);
  std::string text = "\\";
  if (code >= 16) text += digits[code >> 4];
  text += digits[code & 15];
  return text + " ";
}

std::string name_to_css(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (is_plain_name_byte(c)) {
      text += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      text += escaped_code(c);
    } else {
      text += '\\';
      text += c;
    }
  }
  return text;
}

std::string token_to_css(const Token& token) {
  switch (token.kind) {
    case TokenKind::ident:
      return identifier_to_css(token.text);
    case TokenKind::function:
      return identifier_to_css(token.text) + "(";
    case TokenKind::at_keyword:
      return "@" + identifier_to_css(token.text);
    case TokenKind::hash:
      return "#" + (token.is_flag ? identifier_to_css(token.text) : name_to_css(token.text));
    case TokenKind::string:
      return string_to_css(token.text);
    case TokenKind::url:
      return "url(" + string_to_css(token.text) + ")";
    case TokenKind::number:
      return to_css(token.number);
    case TokenKind::percentage:
      return to_css(token.number) + "%";
    case TokenKind::dimension:
      return to_css(token.number) + identifier_to_css(token.text);
    case TokenKind::delim:
      return token.text;
    case TokenKind::whitespace:
      return " ";
    case TokenKind::cdo:
      return "<!--";
    case TokenKind::cdc:
      return "-->";
    case TokenKind::colon:
      return ":";
    case TokenKind::semicolon:
      return ";";
    case TokenKind::comma:
      return ",";
    case TokenKind::open_square:
      return "[";
    case TokenKind::close_square:
      return "]";
    case TokenKind::open_round:
      return "(";
    case TokenKind::close_round:
      return ")";
    case TokenKind::open_curly:
      return "{";
    case TokenKind::close_curly:
      return "}";
    case TokenKind::bad_string:
    case TokenKind::bad_url:
    case TokenKind::too_deep:
      return "";
  }
  return "";
}

bool ends_like_name(const Token& token) {
  return token.is(TokenKind::ident) || token.is(TokenKind::at_keyword) || token.is(TokenKind::hash) ||
         token.is(TokenKind::dimension) || token.is(TokenKind::number);
}

bool starts_like_name(const Token& token) {
  return token.is(TokenKind::ident) || token.is(TokenKind::function) || token.is(TokenKind::url) ||
         token.is(TokenKind::number) || token.is(TokenKind::dimension) || token.is(TokenKind::percentage);
}

}  // namespace

std::string identifier_to_css(std::string_view name) {
  if (name.empty()) return "";
  const bool negative = name[0] == '-' && name.size() > 1;
  const char first = negative ? name[1] : name[0];
  if (first < '0' || first > '9') return name == "-" ? "\\-" : name_to_css(name);
  const size_t taken = negative ? 2 : 1;
  return (negative ? "-" : "") + escaped_code(first) + name_to_css(name.substr(taken));
}

std::string string_to_css(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      quoted += escaped_code(c);
    } else {
      if (c == '"' || c == '\\') quoted += '\\';
      quoted += c;
    }
  }
  return quoted + "\"";
}

std::string to_css(Decimal number) {
  const bool negative = number.micro < 0;
  const auto magnitude = static_cast<uint64_t>(negative ? -number.micro : number.micro);
  std::string text = std::to_string(magnitude / micro_unit);
  std::string fraction = std::to_string(magnitude % micro_unit + micro_unit).substr(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  if (!fraction.empty()) text += "." + fraction;
  return negative ? "-" + text : text;
}

std::string to_css(TokenView tokens) {
  std::string text;
  const Token* previous = nullptr;
  for (const Token& token : tokens) {
    // Names that a comment kept apart must not run together.
    if (previous != nullptr && ends_like_name(*previous) && starts_like_name(token)) text += "/**/";
    text += token_to_css(token);
    if (token.is(TokenKind::comma)) text += " ";
    previous = &token;
    if (token.is(TokenKind::whitespace) && text.size() > 1 && text[text.size() - 2] == ' ') text.pop_back();
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace pubbuild::css
