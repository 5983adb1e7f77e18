// The number at the front of a line, and the marks around it.
#include "read/text/heading_numbers.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace pubbuild {

namespace {

constexpr std::u32string_view ideographic_digits =
    U"〇零一二三四五六七八九十百廿卅壹贰叁肆伍陆柒捌玖拾貳參陸";

bool is_ideographic_digit(char32_t c) {
  return ideographic_digits.find(c) != std::u32string_view::npos;
}
bool is_decimal_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= 0xFF10 && c <= 0xFF19);
}

// Reads a line from its front, a character ahead.
class Front {
 public:
  explicit Front(std::string_view line) : line_(line) { advance(); }

  bool take(std::u32string_view any) {
    if (next_ == 0 || any.find(next_) == std::u32string_view::npos) return false;
    advance();
    return true;
  }
  template <typename Test>
  size_t take_while(Test test) {
    size_t taken = 0;
    for (; next_ != 0 && test(next_); ++taken) advance();
    return taken;
  }
  char32_t next() const { return next_; }

 private:
  void advance() { next_ = at_ < line_.size() ? utf8::decode(line_, at_) : U'\0'; }

  std::string_view line_;
  size_t at_ = 0;
  char32_t next_ = 0;
};

// Longer numbers are no numbers of headings.
constexpr size_t most_digits = 4;

HeadingNumber of_counted(Front& front) {
  front.take(U" ");
  const size_t digits =
      front.take_while([](char32_t c) { return is_ideographic_digit(c) || is_decimal_digit(c); });
  if (digits == 0 || digits > most_digits) return HeadingNumber::none;
  front.take(U" ");
  if (front.take(U"部编編篇卷부편")) return HeadingNumber::part;
  if (front.take(U"章讲講回장")) return HeadingNumber::chapter;
  return front.take(U"节節절") ? HeadingNumber::section : HeadingNumber::none;
}

HeadingNumber of_bracketed(Front& front) {
  const size_t ideographic = front.take_while(is_ideographic_digit);
  const size_t decimal = ideographic > 0 ? 0 : front.take_while(is_decimal_digit);
  if (ideographic + decimal == 0 || ideographic + decimal > most_digits || !front.take(U"）)"))
    return HeadingNumber::none;
  return ideographic > 0 ? HeadingNumber::parenthesized : HeadingNumber::decimal_in_parentheses;
}

// 5. and 5．, but no 5.3 and no 5.3.1.
HeadingNumber of_decimal(Front& front) {
  const size_t digits = front.take_while(is_decimal_digit);
  if (digits == 0 || digits > most_digits || !front.take(U".．、")) return HeadingNumber::none;
  return is_decimal_digit(front.next()) ? HeadingNumber::none : HeadingNumber::decimal;
}

}  // namespace

HeadingNumber heading_number(std::string_view line) {
  Front front(line);
  if (front.take(U"第제")) return of_counted(front);
  if (front.take(U"（(")) return of_bracketed(front);
  if (is_decimal_digit(front.next())) return of_decimal(front);
  const size_t digits = front.take_while(is_ideographic_digit);
  const bool is_number = digits > 0 && digits <= most_digits && front.take(U"、．.");
  return is_number ? HeadingNumber::ideographic : HeadingNumber::none;
}

}  // namespace pubbuild
