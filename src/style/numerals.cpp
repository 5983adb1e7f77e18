// Numerals: the algorithms of CSS Counter Styles 3, one a system.
#include "style/numerals.h"

#include <algorithm>

#include "base/utf8.h"

namespace pubbuild::css {

namespace {

using Numeral = std::optional<std::string>;

// Of the magnitude, but for cyclic and fixed, whose values have signs themselves.
Numeral cyclic(int64_t value, const CounterStyle& style) {
  const auto count = static_cast<int64_t>(style.symbols.size());
  const int64_t place = ((value - 1) % count + count) % count;
  return style.symbols[static_cast<size_t>(place)];
}

Numeral fixed(int64_t value, const CounterStyle& style) {
  const int64_t place = value - style.first;
  if (place < 0 || place >= static_cast<int64_t>(style.symbols.size())) return std::nullopt;
  return style.symbols[static_cast<size_t>(place)];
}

Numeral repeated(const std::string& symbol, int64_t times) {
  if (!symbol.empty() && times > static_cast<int64_t>(longest_numeral / symbol.size())) return std::nullopt;
  std::string text;
  if (symbol.empty()) return text;
  for (; times > 0; --times) text += symbol;
  return text;
}

Numeral symbolic(int64_t value, const CounterStyle& style) {
  const auto count = static_cast<int64_t>(style.symbols.size());
  if (value < 1) return std::nullopt;
  return repeated(style.symbols[static_cast<size_t>((value - 1) % count)], (value + count - 1) / count);
}

// Digits of which each stands for `place` symbols, most significant first.
std::string joined(const std::vector<size_t>& places, const CounterStyle& style) {
  std::string text;
  for (auto place = places.rbegin(); place != places.rend(); ++place) text += style.symbols[*place];
  return text;
}

Numeral numeric(int64_t value, const CounterStyle& style) {
  const auto base = static_cast<int64_t>(style.symbols.size());
  std::vector<size_t> places;
  for (; value > 0 || places.empty(); value /= base) places.push_back(static_cast<size_t>(value % base));
  return joined(places, style);
}

Numeral alphabetic(int64_t value, const CounterStyle& style) {
  const auto base = static_cast<int64_t>(style.symbols.size());
  std::vector<size_t> places;
  if (value < 1) return std::nullopt;
  for (; value > 0; value = (value - 1) / base) places.push_back(static_cast<size_t>((value - 1) % base));
  return joined(places, style);
}

Numeral additive(int64_t value, const CounterStyle& style) {
  std::string text;
  for (const AdditiveSymbol& one : style.additive) {
    if (one.weight == 0) {
      if (value == 0 && text.empty()) return one.symbol;
      break;
    }
    const Numeral part = repeated(one.symbol, value / one.weight);
    if (!part || text.size() + part->size() > longest_numeral) return std::nullopt;
    text += *part;
    value %= one.weight;
  }
  if (value != 0 || text.empty()) return std::nullopt;
  return text;
}

std::string encoded(std::u32string_view characters) {
  std::string text;
  for (const char32_t c : characters) utf8::append(text, c);
  return text;
}

bool writes_digit(const Longhand& style, int64_t digit, int64_t unit, int64_t value) {
  if (digit != 1 || unit == 1 || style.one == One::always) return true;
  return style.one == One::not_in_teens && (unit != 10 || value >= 20);
}

// §7.1, up to 9999.
Numeral longhand(int64_t value, const Longhand& style) {
  if (value > 9999) return std::nullopt;
  if (value == 0) return encoded(style.digits.substr(0, 1));
  std::u32string text;
  bool zero_pending = false;
  size_t mark = 3;
  for (int64_t unit = 1000; unit > 0; unit /= 10, --mark) {
    const int64_t digit = value / unit % 10;
    if (digit == 0) {
      zero_pending = !text.empty();
      continue;
    }
    if (zero_pending && style.says_zeros) text += style.digits[0];
    zero_pending = false;
    if (writes_digit(style, digit, unit, value)) text += style.digits[static_cast<size_t>(digit)];
    if (mark > 0) text += style.marks[mark - 1];
  }
  return encoded(text);
}

// §7.2: pairs of digits, with a mark of hundreds after odd pairs and of ten thousands after even ones.
Numeral ethiopic(int64_t value) {
  if (value < 1) return std::nullopt;
  std::vector<int64_t> pairs;
  for (int64_t rest = value; rest > 0; rest /= 100) pairs.push_back(rest % 100);
  std::u32string text;
  for (size_t n = pairs.size(); n-- > 0;) {
    const int64_t pair = pairs[n];
    const bool is_first = n + 1 == pairs.size();
    const bool is_silent = pair == 1 && value != 1 && (is_first || n % 2 == 1);
    if (!is_silent && pair >= 10) text += static_cast<char32_t>(0x1371 + pair / 10);
    if (!is_silent && pair % 10 > 0) text += static_cast<char32_t>(0x1368 + pair % 10);
    if (n % 2 == 1 && pair != 0) text += U'\u137B';
    if (n % 2 == 0 && n > 0) text += U'\u137C';
  }
  return encoded(text);
}

Numeral initial_numeral(int64_t value, const CounterStyle& style) {
  switch (style.system) {
    case CounterSystem::cyclic:
      return cyclic(value, style);
    case CounterSystem::fixed:
      return fixed(value, style);
    case CounterSystem::symbolic:
      return symbolic(value, style);
    case CounterSystem::alphabetic:
      return alphabetic(value, style);
    case CounterSystem::numeric:
      return numeric(value, style);
    case CounterSystem::additive:
      return additive(value, style);
    case CounterSystem::longhand:
      return longhand(value, style.longhand);
    case CounterSystem::ethiopic:
      return ethiopic(value);
    case CounterSystem::extends:
      break;
  }
  return std::nullopt;
}

// Marks count as characters of their own here; the standard counts clusters.
size_t length_of(std::string_view text) {
  return static_cast<size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

Numeral padded(std::string text, const CounterPad& pad, size_t sign_length) {
  const size_t length = length_of(text) + sign_length;
  const auto wanted = static_cast<size_t>(pad.length);
  if (length >= wanted) return text;
  const Numeral before = repeated(pad.symbol, static_cast<int64_t>(wanted - length));
  if (!before) return std::nullopt;
  return *before + text;
}

bool has_sign(const CounterStyle& style) {
  return style.system != CounterSystem::cyclic && style.system != CounterSystem::fixed;
}

bool is_in_range(int32_t value, const CounterStyle& style) {
  const bool is_positive_only = style.system == CounterSystem::alphabetic ||
                                style.system == CounterSystem::symbolic ||
                                style.system == CounterSystem::ethiopic;
  if (!style.ranges || style.ranges->empty()) {
    if (style.system == CounterSystem::additive) return value >= 0;
    return !is_positive_only || value >= 1;
  }
  return std::ranges::any_of(
      *style.ranges, [&](const CounterRange& range) { return value >= range.first && value <= range.last; });
}

}  // namespace

std::optional<std::string> numeral(int32_t value, const CounterStyle& style) {
  if (!is_in_range(value, style)) return std::nullopt;
  const bool is_signed = value < 0 && has_sign(style);
  const NegativeSign sign = is_signed ? style.negative.value_or(NegativeSign{}) : NegativeSign{"", ""};
  const int64_t counted = is_signed ? -static_cast<int64_t>(value) : value;
  Numeral text = initial_numeral(counted, style);
  if (text)
    text = padded(std::move(*text), style.pad.value_or(CounterPad{}),
                  length_of(sign.before) + length_of(sign.after));
  if (!text || text->size() > longest_numeral) return std::nullopt;
  return sign.before + *text + sign.after;
}

}  // namespace pubbuild::css
