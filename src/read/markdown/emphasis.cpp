// Runs of `*`, `_`, `~` and `^` → pairs of marks that open and close emphasis, deletions and scripts.
#include "read/markdown/emphasis.h"

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
  if (closer.character == '~') return 11 + closer.length;
  if (closer.character == '^') return 14;
  return (closer.character == '_' ? 6 : 0) + (closer.can_open ? 3 : 0) + closer.length % 3;
}
constexpr size_t closer_kinds = 15;

bool may_pair(const DelimiterRun& opener, const DelimiterRun& closer) {
  if (opener.character != closer.character || !opener.can_open) return false;
  if (closer.character == '~' || closer.character == '^') return opener.length == closer.length;
  const bool either_does_both = closer.can_open || opener.can_close;
  return !either_does_both || closer.length % 3 == 0 || (opener.length + closer.length) % 3 != 0;
}

Tag tag_of(char character, uint32_t length) {
  if (character == '^') return Tag::sup;
  if (character == '~') return length == 2 ? Tag::del : Tag::sub;
  return length == 2 ? Tag::strong : Tag::em;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_alphanumeric(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Up to the mark that may close the script opened at `at`; empty where a blank or nothing comes first.
std::string_view script_between(std::string_view text, uint32_t at) {
  for (size_t end = at + 1; end < text.size(); end += text[end] == '\\' ? 2 : 1) {
    if (text[end] == ' ' || text[end] == '\t' || text[end] == '\n') break;
    if (text[end] == text[at]) return text.substr(at + 1, end - at - 1);
  }
  return {};
}

// 5~10元，20~30元 and 1~2,3~4: the tilde between digits, and what follows is no script.
bool is_range(std::string_view text, uint32_t at, std::string_view script) {
  if (at == 0 || !is_digit(text[at - 1]) || !is_digit(script.front())) return false;
  const size_t behind = at + script.size() + 2;
  const bool ascii =
      std::all_of(script.begin(), script.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return !ascii || (behind < text.size() && is_digit(text[behind]));
}

bool opens_script(std::string_view text, uint32_t at) {
  const std::string_view script = script_between(text, at);
  if (script.empty()) return false;
  const Neighbour before = neighbour_before(text, at);
  const bool has_base = !before.blank && !before.cjk;
  if (text[at] == '~') return has_base && !is_range(text, at, script);
  // ^_^ and ^-^ are smiles.
  if (at >= 2 && text[at - 2] == '^' && !is_alphanumeric(text[at - 1])) return false;
  const bool is_word = std::any_of(script.begin(), script.end(), is_alphanumeric);
  return is_word || (has_base && script != "_" && script != ".");
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

DelimiterRun script_mark(std::string_view text, uint32_t at) {
  DelimiterRun run;
  run.character = text[at];
  run.length = run.left = 1;
  run.can_close = at > 0 && !neighbour_before(text, at).blank;
  run.can_open = opens_script(text, at);
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
  const Tag tag = tag_of(open.character, length);
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
