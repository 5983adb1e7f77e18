// Custom properties and var() (CSS Variables 1): tokens that stand for other tokens.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "style/tokens.h"

namespace pubbuild::css {

// By name with its dashes; values are free of var().
using CustomProperties = std::map<std::string, std::vector<Token>, std::less<>>;

// A value may grow to this many tokens through var(); doubling definitions would grow without end.
constexpr size_t max_substituted_tokens = 4096;
// Custom properties that refer to each other in a chain longer than this are invalid.
constexpr size_t max_reference_chain = 64;

bool has_var(TokenView value);
// The value with each var() replaced; nothing where one is missing without a fallback, or it grows too long.
std::optional<std::vector<Token>> substitute(TokenView value, const CustomProperties& custom);
// Declarations of one element, later ones winning, on top of what it inherits. Cycles are invalid: such a
// property is not there at all.
CustomProperties resolve_custom(const std::vector<std::pair<std::string_view, TokenView>>& declared,
                                const CustomProperties& inherited);

}  // namespace pubbuild::css
