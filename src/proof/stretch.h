// The blocks of an article → their words as one text each, every character with its place in the source.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/source.h"
#include "base/span.h"
#include "tree/publication.h"

namespace pubbuild::proof {

// The words of one paragraph, heading, cell …, without code, addresses, readings of ruby and parts in other
// languages, each of which leaves a `left_out`; an address leaves an `address`. Of every character: the bytes
// of the source that it was written as, and whether they are just this character, escaped or not, and may be
// written anew.
struct Stretch {
  std::u32string text;
  std::vector<Span> spans;
  std::vector<bool> is_plain;
  bool is_made = false;  // of the head of an article: it stands in front matter too
};

constexpr char32_t left_out = 0xFFFC;
constexpr char32_t address = 0xFFFB;

// The stretches of all articles in document order.
std::vector<Stretch> stretches_of(const Publication& publication, const Sources& sources);

}  // namespace pubbuild::proof
