// Texts, one a line → where their lines may break, how wide their characters are, what their lines are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/length.h"
#include "style/computed.h"

namespace pubbuild {

enum class TextAspect : uint8_t { breaks, spacing, lines };

// A justified paragraph of ten-point serif type in this language; empty: unknown.
ComputedStyle debug_style(const std::string& lang);
// Whether the style took `value`, CSS, as that of a property.
bool apply_property(ComputedStyle& style, std::string_view property, std::string_view value);
// A length in CSS, `em` being that of the style; nothing where it is none or not positive.
std::optional<Length> debug_measure(const ComputedStyle& style, std::string_view value);

// Of each text a row, of `lines` one a line and an empty one between two texts. Of `breaks` the offsets in
// characters at which a line may end, of `spacing` the advance of each character in thousandths of an em, set
// in one long line. \u4E00 or \u{20BB7} in a text stands for the character of that number.
std::string debug_texts(TextAspect aspect, std::string_view texts, const ComputedStyle& style, Length measure,
                        const std::string& data_folder);

}  // namespace pubbuild
