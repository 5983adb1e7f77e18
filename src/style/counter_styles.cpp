// Counter styles by name: extending, falling back, and the text of counters and markers.
#include "style/counter_styles.h"

#include <algorithm>
#include <optional>

#include "style/counter_style_rules.h"
#include "style/numerals.h"
#include "style/predefined_counter_styles.h"

namespace pubbuild {

namespace {

// A longer chain of fallbacks, and so a ring of them, ends in decimal.
constexpr int longest_fallback_chain = 16;

bool applies(const MediaScope& media, Medium medium) {
  return medium == Medium::print ? media.print : media.reading_system && media.condition.empty();
}

// What the extending style does not say (§3.1.7).
void take_over(CounterStyle& style, const CounterStyle& from) {
  const auto inherit = [](auto& own, const auto& other) {
    if (!own) own = other;
  };
  style.system = from.system;
  style.first = from.first;
  style.symbols = from.symbols;
  style.additive = from.additive;
  style.longhand = from.longhand;
  style.is_enclosed = from.is_enclosed;
  inherit(style.negative, from.negative);
  inherit(style.prefix, from.prefix);
  inherit(style.suffix, from.suffix);
  inherit(style.ranges, from.ranges);
  inherit(style.pad, from.pad);
  inherit(style.fallback, from.fallback);
}

std::string without_end_blanks(std::string text) {
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

struct Shown {
  std::string numeral;
  const CounterStyle* style;  // the one asked for: its prefix and suffix stand even where another one counts
};

Shown show(int32_t value, const CounterStyle& asked, const CounterStyles& styles) {
  const CounterStyle* style = &asked;
  for (int step = 0; step < longest_fallback_chain && style != nullptr; ++step) {
    if (const auto text = css::numeral(value, *style)) return {*text, &asked};
    style = styles.find(style->fallback.value_or("decimal"));
  }
  return {std::to_string(value), &asked};
}

std::string in_full(const Shown& shown) {
  return shown.style->prefix.value_or("") + shown.numeral + shown.style->suffix.value_or(". ");
}

bool is_string(std::string_view style) {
  return style.starts_with('"');
}

// The style that a name, or symbols(), means; decimal for one that is not known.
std::string shown_text(int32_t value, std::string_view name, const CounterStyles& styles, bool with_affixes) {
  if (name == "none") return {};
  if (is_string(name)) return std::string(name.substr(1));
  std::optional<CounterStyle> nameless;
  const CounterStyle* style = styles.find(name);
  if (style == nullptr && name.starts_with("symbols(")) {
    nameless = css::read_symbols_function(name);
    if (nameless) style = &*nameless;
  }
  if (style == nullptr) style = predefined_counter_styles().find("decimal");
  const Shown shown = show(value, *style, styles);
  return with_affixes || style->is_enclosed ? in_full(shown) : shown.numeral;
}

}  // namespace

CounterStyles::CounterStyles(const StyleSheet& sheet, Medium medium) {
  for (const CounterStyleRule& rule : sheet.counter_styles) {
    if (applies(rule.media, medium)) add(rule.style);
  }
  std::vector<std::string> names;
  for (const auto& [name, style] : own_) names.push_back(name);
  for (const std::string& name : names) resolve(name);
}

// A later rule takes the place of an earlier one as a whole (§3). Names of predefined styles are known
// without regard to ASCII case, others as they are written (§2).
void CounterStyles::add(const CounterStyle& style) {
  const std::string lower = css::ascii_lower(style.name);
  const bool is_predefined = css::predefined_counter_style(lower) != nullptr;
  CounterStyle& own = own_[is_predefined ? lower : style.name] = style;
  if (is_predefined) own.name = lower;
}

// Along the chain of extended styles to one that extends none, and back. Styles of a ring extend decimal, and
// so do those that extend what is not there (§3.1.7).
void CounterStyles::resolve(const std::string& name) {
  std::vector<CounterStyle*> chain;
  const CounterStyle* end = find(name);
  while (end != nullptr && end->system == CounterSystem::extends) {
    CounterStyle* own = &own_.find(end->name)->second;
    if (std::ranges::find(chain, own) != chain.end()) {
      end = nullptr;
      break;
    }
    chain.push_back(own);
    end = find(own->extended);
    if (chain.size() > css::longest_extends_chain) end = nullptr;
  }
  if (end == nullptr) end = predefined_counter_styles().find("decimal");
  for (auto own = chain.rbegin(); own != chain.rend(); ++own) {
    take_over(**own, *end);
    end = *own;
  }
}

const CounterStyle* CounterStyles::find(std::string_view name) const {
  if (const auto own = own_.find(name); own != own_.end()) return &own->second;
  const std::string lower = css::ascii_lower(name);
  const CounterStyle* predefined = css::predefined_counter_style(lower);
  if (predefined == nullptr || own_.empty()) return predefined;
  const auto own = own_.find(lower);
  return own == own_.end() ? predefined : &own->second;
}

const CounterStyles& predefined_counter_styles() {
  static const CounterStyles predefined;
  return predefined;
}

std::string counter_text(int32_t value, std::string_view style, const CounterStyles& styles) {
  return shown_text(value, style, styles, false);
}

std::string marker_text(int32_t value, std::string_view style, const CounterStyles& styles) {
  return without_end_blanks(inside_marker_text(value, style, styles));
}

std::string inside_marker_text(int32_t value, std::string_view style, const CounterStyles& styles) {
  return shown_text(value, style, styles, true);
}

}  // namespace pubbuild
