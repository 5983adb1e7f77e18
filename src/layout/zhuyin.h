// Bopomofo of one character → its symbols in a column at its right, the tone at their upper right.
#pragma once

#include <vector>

#include "layout/ruby_content.h"

namespace pubbuild {

// The clusters of an annotation, in the annotations' text.
struct ZhuyinText {
  size_t begin = 0;
  size_t end = 0;
};

struct ZhuyinPlace {
  Point at;   // the middle of the character's right edge
  Length em;  // of the character
  StructureId structure = StructureId::artifact;
  bool is_vertical = false;  // the line that it stands in
};

// Sizes and places of the Ministry of Education's handbook, as CLREQ gives them: in thirtieths of the
// character, symbols of nine, tones of five, the dot of the neutral tone two high and above the first symbol.
void append_zhuyin(LayoutDocument& document, const RubyContent& ruby, ZhuyinText text, ZhuyinPlace place,
                   std::vector<Item>& items);

}  // namespace pubbuild
