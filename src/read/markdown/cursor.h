// A text and a place in it → one byte or run of bytes after the other.
#pragma once

#include <cstddef>
#include <string_view>

namespace pubbuild::markdown {

// Each take moves past what it found.
class Cursor {
 public:
  explicit Cursor(std::string_view text, size_t at = 0) : text_(text), at_(at) {}

  size_t at() const { return at_; }
  // U+0000 at the end.
  char byte() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool is_at_end() const { return at_ >= text_.size(); }
  bool take(char c) {
    if (is_at_end() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  template <typename Predicate>
  std::string_view take_while(Predicate predicate) {
    const size_t begin = at_;
    while (at_ < text_.size() && predicate(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  // Whether there were any.
  bool take_blanks() {
    return !take_while([](char c) { return c == ' ' || c == '\t' || c == '\n'; }).empty();
  }

 private:
  std::string_view text_;
  size_t at_;
};

}  // namespace pubbuild::markdown
