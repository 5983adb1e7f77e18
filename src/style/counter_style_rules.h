// The descriptors of @counter-style, and symbols() → counter styles.
#pragma once

#include <optional>

#include "style/counter_style.h"
#include "style/declarations.h"
#include "style/values.h"

namespace pubbuild::css {

// Longer chains of `extends` are hostile: each link is looked at for each style.
constexpr size_t longest_extends_chain = 64;

// The style of a rule with this name; nothing where it would make no numerals, which is said. Descriptors
// that cannot be read are left out and said.
std::optional<CounterStyle> read_counter_style(std::string name, const Block& block,
                                               const BlockContext& context, Span span);

// Whether @counter-style may define it (§3): not `none`, and not the names that every sheet relies on.
bool is_free_counter_style_name(std::string_view name);

// `symbols( system? [ string ]+ )` of §8, as CSS; nothing where it is none.
std::optional<CounterStyle> read_symbols_function(std::string_view css);

// Takes such a function where it is all that comes; `into` is then its CSS. False for one of more than a
// thousand bytes.
bool take_symbols_function(Values& values, std::string& into);

}  // namespace pubbuild::css
