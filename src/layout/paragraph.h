// Inline content and a measure → the lines of a paragraph.
#pragma once

#include <vector>

#include "layout/inline_content.h"

namespace pubbuild {

struct ParagraphPlace {
  Length x;  // of its start, in the page area
  Length measure;
  StructureId structure = StructureId::artifact;
};

std::vector<Line> lay_out_paragraph(LayoutDocument& document, const InlineContent& content,
                                    ParagraphPlace place);

// Of a paragraph.
ContentWidths content_widths(LayoutDocument& document, const InlineContent& content);

// The items of one line of text that layout makes itself (a marker, a running head), its start at `origin`,
// which is on the baseline; `width` is set to the advance of all.
std::vector<Item> set_text(LayoutDocument& document, const std::string& text, const ComputedStyle& style,
                           Point origin, Length& width);

Ink ink_of(Color color);
// The height of a line of this style, and where its baseline stands from its top.
Length line_height_of(Shaper& shaper, const ComputedStyle& style);
Length baseline_of(Shaper& shaper, const ComputedStyle& style, Length line_height);

}  // namespace pubbuild
