// Runs of `*`, `_` and `~` → pairs of marks that open and close emphasis.
#include "read/emphasis.h"

#include <algorithm>
#include <array>

#include "read/cjk.h"

namespace pubbuild::markdown {

namespace {

bool is_flanking(const Neighbour& inside, const Neighbour& outside) {
  if (inside.blank) return false;
  return !inside.punctuation || inside.is_cjk_punctuation() || outside.blank || outside.punctuation ||
         outside.cjk;
}

// Which openers a closer could not use: runs of another character, or of lengths that rule 9 and 10 (“sum is
// no multiple of 3”) forbid it.
size_t kind_of_closer(const DelimiterRun& closer) {
  if (closer.character == '~') return 12;
  return (closer.character == '_' ? 6 : 0) + (closer.can_open ? 3 : 0) + closer.length % 3;
}
constexpr size_t closer_kinds = 13;

bool may_pair(const DelimiterRun& opener, const DelimiterRun& closer) {
  if (opener.character != closer.character || !opener.can_open) return false;
  const bool either_does_both = closer.can_open || opener.can_close;
  return closer.character == '~' || !either_does_both || closer.length % 3 == 0 ||
         (opener.length + closer.length) % 3 != 0;
}

// Ids grow up the stack; `no_delimiter` is its ground.
bool is_above(DelimiterId id, DelimiterId bottom) {
  return id != no_delimiter && (bottom == no_delimiter || id > bottom);
}

}  // namespace

DelimiterRun delimiter_run(std::string_view text, uint32_t begin, uint32_t end) {
  const Neighbour before = neighbour_before(text, begin);
  const Neighbour after = neighbour_after(text, end);
  const bool left = is_flanking(after, before);
  const bool right = is_flanking(before, after);
  DelimiterRun run;
  run.character = text[begin];
  run.length = run.left = end - begin;
  const bool within_words = run.character == '_';
  run.can_open = left && (!within_words || !right || before.punctuation);
  run.can_close = right && (!within_words || !left || after.punctuation);
  return run;
}

void Delimiters::clear() {
  runs_.clear();
  marks_.clear();
  top_ = no_delimiter;
}

DelimiterId Delimiters::push(const DelimiterRun& run) {
  const auto id = static_cast<DelimiterId>(runs_.size());
  runs_.push_back(run);
  runs_[id].previous = top_;
  if (top_ != no_delimiter) runs_[top_].next = id;
  top_ = id;
  return id;
}

void Delimiters::remove(DelimiterId id) {
  const DelimiterRun& run = runs_[id];
  if (run.previous != no_delimiter) runs_[run.previous].next = run.next;
  (run.next == no_delimiter ? top_ : runs_[run.next].previous) = run.previous;
}

void Delimiters::pair_above(DelimiterId bottom) {
  // Below these no opener is left for a closer of that kind: without them every closer walks the whole stack.
  std::array<DelimiterId, closer_kinds> openers_bottom;
  openers_bottom.fill(bottom);
  DelimiterId closer = no_delimiter;
  for (DelimiterId id = top_; is_above(id, bottom); id = runs_[id].previous) closer = id;
  while (closer != no_delimiter) {
    if (!runs_[closer].can_close) {
      closer = runs_[closer].next;
      continue;
    }
    DelimiterId& lowest = openers_bottom[kind_of_closer(runs_[closer])];
    const DelimiterId opener = opener_for(closer, lowest);
    if (opener != no_delimiter) {
      pair(opener, closer);
      if (runs_[opener].left == 0) remove(opener);
      if (runs_[closer].left > 0) continue;
    } else {
      lowest = runs_[closer].previous == no_delimiter ? lowest : runs_[closer].previous;
    }
    const DelimiterId next = runs_[closer].next;
    if (opener != no_delimiter || !runs_[closer].can_open) remove(closer);
    closer = next;
  }
  while (is_above(top_, bottom)) remove(top_);
}

DelimiterId Delimiters::opener_for(DelimiterId closer, DelimiterId bottom) const {
  for (DelimiterId id = runs_[closer].previous; is_above(id, bottom); id = runs_[id].previous) {
    if (may_pair(runs_[id], runs_[closer])) return id;
  }
  return no_delimiter;
}

void Delimiters::pair(DelimiterId opener, DelimiterId closer) {
  while (runs_[closer].previous != opener) remove(runs_[closer].previous);
  DelimiterRun& open = runs_[opener];
  DelimiterRun& close = runs_[closer];
  const uint32_t length = open.left >= 2 && close.left >= 2 ? 2 : 1;
  const Tag tag = open.character == '~' ? Tag::del : length == 2 ? Tag::strong : Tag::em;
  open.left -= length;
  close.left -= length;
  marks_.push_back({tag, length, open.first_open});
  open.first_open = static_cast<MarkId>(marks_.size() - 1);
  marks_.push_back({tag, length, no_mark});
  const auto closing = static_cast<MarkId>(marks_.size() - 1);
  (close.last_close == no_mark ? close.first_close : marks_[close.last_close].next) = closing;
  close.last_close = closing;
}

}  // namespace pubbuild::markdown
