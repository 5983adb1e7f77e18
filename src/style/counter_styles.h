// A counter's value → its numeral in a counter style, of the standard or of a style sheet.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "style/counter_style.h"
#include "style/stylesheet.h"

namespace pubbuild {

// The styles by name: those of a sheet, then the predefined ones (CSS Counter Styles 3 §6 and §7, some of
// Ready-made Counter Styles, and our own `parenthesized`). Every style that extends another is resolved.
class CounterStyles {
 public:
  // The predefined ones alone.
  CounterStyles() = default;
  CounterStyles(const StyleSheet& sheet, Medium medium);
  // nullptr: no style of that name.
  const CounterStyle* find(std::string_view name) const;

 private:
  void add(const CounterStyle& style);
  void resolve(const std::string& name);

  std::map<std::string, CounterStyle, std::less<>> own_;
};

const CounterStyles& predefined_counter_styles();

// What counter(…, style) shows: "3", "iii", "三". Beyond its range a style falls back, in the end to decimal,
// which also stands in for a name that is not known. A style that begins with '"' is the string after it (as
// ComputedStyle has it); one that begins with "symbols(" is that function of §8.
std::string counter_text(int32_t value, std::string_view style, const CounterStyles& styles);

// What the marker of a list item shows: the numeral with what goes before and after it ("3.", "三、"). The
// blank that ends some suffixes is left to whoever places the marker. "none" gives no text.
std::string marker_text(int32_t value, std::string_view style, const CounterStyles& styles);

// The same with that blank: of a marker that stands in the text.
std::string inside_marker_text(int32_t value, std::string_view style, const CounterStyles& styles);

}  // namespace pubbuild
