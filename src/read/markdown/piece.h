// What the scanner of inline text finds, in the order of the text, before it becomes nodes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/markdown/attributes.h"
#include "read/markdown/emphasis.h"
#include "read/markdown/links.h"
#include "read/markdown/ruby.h"

namespace pubbuild::markdown {

enum class PieceKind : uint8_t {
  text,
  escape,     // a backslash and the character it protects
  reference,  // of a character; detail: in `made`
  run,        // of emphasis marks; detail: in `delimiters`
  code,       // detail: length of the backtick run
  soft_break,
  hard_break,
  link_open,  // detail: in `targets`
  link_close,
  image_open,  // detail: in `targets`
  image_close,
  note_open,  // of an inline note; detail: where the note ends
  note_close,
  note_mark,  // [^label]
  mention,    // [@fig:plan]
  span_open,
  span_close,
  attributes,  // of the element that the piece before ends; detail: in `attributes`
  ruby,        // detail: in `rubies`
  autolink,    // detail: in `targets`; the text shown is `shown`
  html,
};

// Bytes [begin, end) of the content.
struct Piece {
  PieceKind kind = PieceKind::text;
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t detail = 0;
};

struct Pieces {
  std::vector<Piece> pieces;
  Delimiters delimiters;
  std::vector<LinkTarget> targets;
  std::vector<AttributeList> attributes;
  std::vector<Ruby> rubies;
  std::vector<std::string> made;

  void clear() {
    pieces.clear();
    delimiters.clear();
    targets.clear();
    attributes.clear();
    rubies.clear();
    made.clear();
  }
};

}  // namespace pubbuild::markdown
