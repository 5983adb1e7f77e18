// Tokens → colours (CSS Color 4, without the wide gamuts).
#include <algorithm>
#include <array>

#include "style/values.h"

namespace pubbuild::css {

namespace {

struct NamedColor {
  std::string_view name;
  uint32_t rgb;
};

// CSS Color 4 §6.1.
// clang-format off
constexpr auto named_colors = std::to_array<NamedColor>({
    {"aliceblue", 0xf0f8ff}, {"antiquewhite", 0xfaebd7}, {"aqua", 0x00ffff}, {"aquamarine", 0x7fffd4},
    {"azure", 0xf0ffff}, {"beige", 0xf5f5dc}, {"bisque", 0xffe4c4}, {"black", 0x000000},
    {"blanchedalmond", 0xffebcd}, {"blue", 0x0000ff}, {"blueviolet", 0x8a2be2}, {"brown", 0xa52a2a},
    {"burlywood", 0xdeb887}, {"cadetblue", 0x5f9ea0}, {"chartreuse", 0x7fff00}, {"chocolate", 0xd2691e},
    {"coral", 0xff7f50}, {"cornflowerblue", 0x6495ed}, {"cornsilk", 0xfff8dc}, {"crimson", 0xdc143c},
    {"cyan", 0x00ffff}, {"darkblue", 0x00008b}, {"darkcyan", 0x008b8b}, {"darkgoldenrod", 0xb8860b},
    {"darkgray", 0xa9a9a9}, {"darkgreen", 0x006400}, {"darkgrey", 0xa9a9a9}, {"darkkhaki", 0xbdb76b},
    {"darkmagenta", 0x8b008b}, {"darkolivegreen", 0x556b2f}, {"darkorange", 0xff8c00}, {"darkorchid", 0x9932cc},
    {"darkred", 0x8b0000}, {"darksalmon", 0xe9967a}, {"darkseagreen", 0x8fbc8f}, {"darkslateblue", 0x483d8b},
    {"darkslategray", 0x2f4f4f}, {"darkslategrey", 0x2f4f4f}, {"darkturquoise", 0x00ced1}, {"darkviolet", 0x9400d3},
    {"deeppink", 0xff1493}, {"deepskyblue", 0x00bfff}, {"dimgray", 0x696969}, {"dimgrey", 0x696969},
    {"dodgerblue", 0x1e90ff}, {"firebrick", 0xb22222}, {"floralwhite", 0xfffaf0}, {"forestgreen", 0x228b22},
    {"fuchsia", 0xff00ff}, {"gainsboro", 0xdcdcdc}, {"ghostwhite", 0xf8f8ff}, {"gold", 0xffd700},
    {"goldenrod", 0xdaa520}, {"gray", 0x808080}, {"green", 0x008000}, {"greenyellow", 0xadff2f},
    {"grey", 0x808080}, {"honeydew", 0xf0fff0}, {"hotpink", 0xff69b4}, {"indianred", 0xcd5c5c},
    {"indigo", 0x4b0082}, {"ivory", 0xfffff0}, {"khaki", 0xf0e68c}, {"lavender", 0xe6e6fa},
    {"lavenderblush", 0xfff0f5}, {"lawngreen", 0x7cfc00}, {"lemonchiffon", 0xfffacd}, {"lightblue", 0xadd8e6},
    {"lightcoral", 0xf08080}, {"lightcyan", 0xe0ffff}, {"lightgoldenrodyellow", 0xfafad2}, {"lightgray", 0xd3d3d3},
    {"lightgreen", 0x90ee90}, {"lightgrey", 0xd3d3d3}, {"lightpink", 0xffb6c1}, {"lightsalmon", 0xffa07a},
    {"lightseagreen", 0x20b2aa}, {"lightskyblue", 0x87cefa}, {"lightslategray", 0x778899}, {"lightslategrey", 0x778899},
    {"lightsteelblue", 0xb0c4de}, {"lightyellow", 0xffffe0}, {"lime", 0x00ff00}, {"limegreen", 0x32cd32},
    {"linen", 0xfaf0e6}, {"magenta", 0xff00ff}, {"maroon", 0x800000}, {"mediumaquamarine", 0x66cdaa},
    {"mediumblue", 0x0000cd}, {"mediumorchid", 0xba55d3}, {"mediumpurple", 0x9370db}, {"mediumseagreen", 0x3cb371},
    {"mediumslateblue", 0x7b68ee}, {"mediumspringgreen", 0x00fa9a}, {"mediumturquoise", 0x48d1cc}, {"mediumvioletred", 0xc71585},
    {"midnightblue", 0x191970}, {"mintcream", 0xf5fffa}, {"mistyrose", 0xffe4e1}, {"moccasin", 0xffe4b5},
    {"navajowhite", 0xffdead}, {"navy", 0x000080}, {"oldlace", 0xfdf5e6}, {"olive", 0x808000},
    {"olivedrab", 0x6b8e23}, {"orange", 0xffa500}, {"orangered", 0xff4500}, {"orchid", 0xda70d6},
    {"palegoldenrod", 0xeee8aa}, {"palegreen", 0x98fb98}, {"paleturquoise", 0xafeeee}, {"palevioletred", 0xdb7093},
    {"papayawhip", 0xffefd5}, {"peachpuff", 0xffdab9}, {"peru", 0xcd853f}, {"pink", 0xffc0cb},
    {"plum", 0xdda0dd}, {"powderblue", 0xb0e0e6}, {"purple", 0x800080}, {"rebeccapurple", 0x663399},
    {"red", 0xff0000}, {"rosybrown", 0xbc8f8f}, {"royalblue", 0x4169e1}, {"saddlebrown", 0x8b4513},
    {"salmon", 0xfa8072}, {"sandybrown", 0xf4a460}, {"seagreen", 0x2e8b57}, {"seashell", 0xfff5ee},
    {"sienna", 0xa0522d}, {"silver", 0xc0c0c0}, {"skyblue", 0x87ceeb}, {"slateblue", 0x6a5acd},
    {"slategray", 0x708090}, {"slategrey", 0x708090}, {"snow", 0xfffafa}, {"springgreen", 0x00ff7f},
    {"steelblue", 0x4682b4}, {"tan", 0xd2b48c}, {"teal", 0x008080}, {"thistle", 0xd8bfd8},
    {"tomato", 0xff6347}, {"turquoise", 0x40e0d0}, {"violet", 0xee82ee}, {"wheat", 0xf5deb3},
    {"white", 0xffffff}, {"whitesmoke", 0xf5f5f5}, {"yellow", 0xffff00}, {"yellowgreen", 0x9acd32},
});
// clang-format on

Color from_rgb(uint32_t rgb) {
  return {static_cast<uint8_t>(rgb >> 16), static_cast<uint8_t>(rgb >> 8), static_cast<uint8_t>(rgb), 255};
}

bool read_named(Values& values, Color current, Color& into) {
  if (values.take_ident("currentcolor")) return into = current, true;
  if (values.take_ident("transparent")) return into = transparent, true;
  for (const NamedColor& named : named_colors) {
    if (values.take_ident(named.name)) return into = from_rgb(named.rgb), true;
  }
  return false;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool read_hex(Values& values, Color& into) {
  const std::string text = values.peek()->text;
  const bool is_short = text.size() == 3 || text.size() == 4;
  if (!is_short && text.size() != 6 && text.size() != 8) return false;
  if (!std::ranges::all_of(text, [](char c) { return hex_digit(c) >= 0; })) return false;
  std::array<uint8_t, 4> parts = {0, 0, 0, 255};
  const size_t digits = is_short ? 1 : 2;
  for (size_t i = 0; i < text.size() / digits; ++i) {
    const int high = hex_digit(text[i * digits]);
    const int low = is_short ? high : hex_digit(text[i * digits + 1]);
    parts[i] = static_cast<uint8_t>(high * 16 + low);
  }
  values.take();
  into = {parts[0], parts[1], parts[2], parts[3]};
  return true;
}

// Millionths of its full value; `none` counts as zero.
struct Channel {
  enum class Kind : uint8_t { number, percent, none };
  Kind kind = Kind::number;
  int64_t value = 0;
};

// A percentage, `none`, or a number of which `full` is all.
bool read_channel(Values& values, int64_t full, Channel& into) {
  const Token* token = values.peek();
  if (token == nullptr) return false;
  if (values.take_ident("none")) return into = {Channel::Kind::none, 0}, true;
  if (token->is(TokenKind::percentage)) {
    into = {Channel::Kind::percent, std::clamp<int64_t>(token->number.micro / 100, 0, micro_unit)};
    values.take();
    return true;
  }
  Decimal number;
  if (!read_number(values, number)) return false;
  into = {Channel::Kind::number, std::clamp<int64_t>(multiply_divide(number.micro, 1, full), 0, micro_unit)};
  return true;
}

uint8_t to_byte(int64_t millionths) {
  return static_cast<uint8_t>(multiply_divide(millionths, 255, micro_unit));
}

// Legacy colours have commas between all parts and no `none`, others a slash before alpha (CSS Color 4 §4.1).
enum class Syntax : uint8_t { legacy, modern };

Syntax read_first_separator(Values& values) {
  return values.take_comma() ? Syntax::legacy : Syntax::modern;
}

bool read_separator(Values& values, Syntax syntax) {
  return syntax == Syntax::modern || values.take_comma();
}

bool read_alpha(Values& values, Syntax syntax, Color& into) {
  if (values.at_end()) return true;
  if (syntax == Syntax::legacy ? !values.take_comma() : !values.take_delim('/')) return false;
  Channel alpha;
  if (!read_channel(values, 1, alpha)) return false;
  if (alpha.kind == Channel::Kind::none && syntax == Syntax::legacy) return false;
  into.alpha = to_byte(alpha.value);
  return values.at_end();
}

// In legacy colours all are numbers or all percentages.
bool read_rgb(Values values, Color& into) {
  std::array<Channel, 3> channels;
  Syntax syntax = Syntax::modern;
  for (size_t i = 0; i < 3; ++i) {
    if (i == 1) syntax = read_first_separator(values);
    if (i == 2 && !read_separator(values, syntax)) return false;
    if (!read_channel(values, 255, channels[i])) return false;
    const bool is_mixed = channels[i].kind != channels[0].kind || channels[i].kind == Channel::Kind::none;
    if (syntax == Syntax::legacy && is_mixed) return false;
  }
  into = {to_byte(channels[0].value), to_byte(channels[1].value), to_byte(channels[2].value), 255};
  return read_alpha(values, syntax, into);
}

struct AngleUnit {
  std::string_view name;
  int64_t microdegrees;  // of one
};

constexpr auto angle_units = std::to_array<AngleUnit>(
    {{"deg", micro_unit}, {"grad", 900'000}, {"rad", 57'295'780}, {"turn", 360 * micro_unit}});

bool read_hue(Values& values, int64_t& microdegrees) {
  constexpr int64_t circle = 360 * micro_unit;
  const Token* token = values.peek();
  if (token == nullptr) return false;
  if (values.take_ident("none")) return microdegrees = 0, true;
  int64_t unit = token->is(TokenKind::number) ? micro_unit : 0;
  for (const AngleUnit& angle : angle_units) {
    if (token->is(TokenKind::dimension) && equals_ignoring_case(token->text, angle.name)) {
      unit = angle.microdegrees;
    }
  }
  if (unit == 0) return false;
  microdegrees = multiply_divide(token->number.micro, unit, micro_unit) % circle;
  if (microdegrees < 0) microdegrees += circle;
  values.take();
  return true;
}

// CSS Color 4 §7.1, in millionths.
uint8_t hsl_channel(int64_t n, int64_t hue, int64_t saturation, int64_t lightness) {
  const int64_t k = (n * micro_unit + hue / 30) % (12 * micro_unit);
  const int64_t amount = multiply_divide(saturation, std::min(lightness, micro_unit - lightness), micro_unit);
  const int64_t slope = std::min({k - 3 * micro_unit, 9 * micro_unit - k, micro_unit});
  return to_byte(lightness - multiply_divide(amount, std::max(slope, -micro_unit), micro_unit));
}

bool read_hsl(Values values, Color& into) {
  int64_t hue = 0;
  Channel saturation;
  Channel lightness;
  if (!read_hue(values, hue)) return false;
  const Syntax syntax = read_first_separator(values);
  if (!read_channel(values, 100, saturation) || !read_separator(values, syntax)) return false;
  if (!read_channel(values, 100, lightness)) return false;
  const bool are_percentages =
      saturation.kind == Channel::Kind::percent && lightness.kind == Channel::Kind::percent;
  if (syntax == Syntax::legacy && !are_percentages) return false;
  const auto channel = [&](int64_t n) { return hsl_channel(n, hue, saturation.value, lightness.value); };
  into = {channel(0), channel(8), channel(4), 255};
  return read_alpha(values, syntax, into);
}

// CSS Color 4 §8.1: a pure hue with white and black in it.
bool read_hwb(Values values, Color& into) {
  int64_t hue = 0;
  Channel white;
  Channel black;
  const bool right =
      read_hue(values, hue) && read_channel(values, 100, white) && read_channel(values, 100, black);
  if (!right) return false;
  const int64_t sum = white.value + black.value;
  const int64_t pure = std::max<int64_t>(micro_unit - sum, 0);
  const int64_t lightest = sum > micro_unit ? multiply_divide(white.value, micro_unit, sum) : white.value;
  const auto channel = [&](int64_t n) {
    const int64_t of_hue = multiply_divide(hsl_channel(n, hue, micro_unit, micro_unit / 2), micro_unit, 255);
    return to_byte(multiply_divide(of_hue, pure, micro_unit) + lightest);
  };
  into = {channel(0), channel(8), channel(4), 255};
  return read_alpha(values, Syntax::modern, into);
}

}  // namespace

bool read_color(Values& values, Color current, Color& into) {
  const Token* token = values.peek();
  if (token == nullptr) return false;
  if (token->is(TokenKind::ident)) return read_named(values, current, into);
  if (token->is(TokenKind::hash)) return read_hex(values, into);
  if (token->is_function("rgb") || token->is_function("rgba")) return read_rgb(values.take_block(), into);
  if (token->is_function("hsl") || token->is_function("hsla")) return read_hsl(values.take_block(), into);
  if (token->is_function("hwb")) return read_hwb(values.take_block(), into);
  constexpr std::string_view wide[] = {"color", "color-mix", "lab",        "lch",
                                       "oklab", "oklch",     "light-dark", "device-cmyk"};
  values.foreign = values.foreign ||
                   std::ranges::any_of(wide, [&](std::string_view name) { return token->is_function(name); });
  return false;
}

}  // namespace pubbuild::css
