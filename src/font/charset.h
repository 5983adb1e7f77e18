// A CFF table → the CID of every glyph, where the font is CID-keyed (Adobe TN 5176, §13 and §18).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace pubbuild {

// By glyph; empty for a name-keyed font. Throws Error where the table is damaged.
std::vector<uint16_t> read_cids(std::span<const uint8_t> table, uint32_t glyph_count);

}  // namespace pubbuild
