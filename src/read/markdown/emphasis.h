// Runs of `*`, `_`, `~` and `^` → pairs of marks that open and close emphasis, deletions and scripts.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tree/names.h"

namespace pubbuild::markdown {

using DelimiterId = uint32_t;
constexpr DelimiterId no_delimiter = 0xFFFFFFFF;
using MarkId = uint32_t;
constexpr MarkId no_mark = 0xFFFFFFFF;

// A piece of a run that opens or closes an element; the marks of a run are linked in the order of the text.
struct Mark {
  Tag tag = Tag::em;
  uint32_t length = 0;
  MarkId next = no_mark;
};

// A run of one character. In the text its closing marks come first, then what is left of it, then its opening
// marks.
struct DelimiterRun {
  char character = 0;
  bool can_open = false;
  bool can_close = false;
  uint32_t length = 0;  // as written
  uint32_t left = 0;    // not yet paired
  MarkId first_close = no_mark;
  MarkId last_close = no_mark;
  MarkId first_open = no_mark;
  DelimiterId previous = no_delimiter;  // on the stack
  DelimiterId next = no_delimiter;
};

// Flanking after CommonMark §6.2 and the CJK-friendly amendment, of the run text[begin, end).
DelimiterRun delimiter_run(std::string_view text, uint32_t begin, uint32_t end);

// One `~` or `^` at `at`, around what stands below or above the line (pandoc, subscript and superscript: no
// blanks in it). In CJK text a tilde is mostly a range (5~10元，20~30元) or a lengthened vowel: a subscript
// needs a letter, digit or bracket that is not CJK before it, and lies between no digits of a range.
DelimiterRun script_mark(std::string_view text, uint32_t at);

// The delimiter stack (CommonMark, appendix, phase 2).
class Delimiters {
 public:
  void clear();
  DelimiterId push(const DelimiterRun& run);
  DelimiterId top() const { return top_; }
  // Pairs the runs above `bottom` and takes them all off the stack.
  void pair_above(DelimiterId bottom);

  const DelimiterRun& operator[](DelimiterId id) const { return runs_[id]; }
  const Mark& mark(MarkId id) const { return marks_[id]; }

 private:
  DelimiterId opener_for(DelimiterId closer, DelimiterId bottom) const;
  void pair(DelimiterId opener, DelimiterId closer);
  void remove(DelimiterId id);

  std::vector<DelimiterRun> runs_;
  std::vector<Mark> marks_;
  DelimiterId top_ = no_delimiter;
};

}  // namespace pubbuild::markdown
