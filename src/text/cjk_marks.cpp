// Context of shared marks: what stands before and after them.
#include "text/cjk_marks.h"

#include "text/character_class.h"

namespace pubbuild {

namespace {

bool is_western(char32_t c) {
  return is_western_letter(c) || c < 0x80;
}

class Search {
 public:
  Search(std::u32string_view text, const std::function<Script(size_t)>& script_at)
      : text_(text), script_at_(script_at), is_mark_(text.size(), false) {}

  std::vector<bool> run() {
    find_western_after();
    bool before_is_western = false;
    for (size_t n = 0; n < text_.size(); ++n) {
      if (is_shared_punctuation(text_[n])) {
        const bool between_western = before_is_western && western_after_[n];
        is_mark_[n] = is_unspaced(script_at_(n)) && !between_western && !is_apostrophe(n);
        pair_quotes(n);
      } else {
        is_mark_[n] = joins_han(n);
        if (text_[n] != U' ') before_is_western = is_western(text_[n]);
      }
    }
    return std::move(is_mark_);
  }

 private:
  // Whether the first character after each that is neither a blank nor such a mark is Western.
  void find_western_after() {
    western_after_.assign(text_.size(), false);
    for (size_t n = text_.size(); n-- > 1;) {
      const bool skipped = text_[n] == U' ' || is_shared_punctuation(text_[n]);
      western_after_[n - 1] = skipped ? western_after_[n] : is_western(text_[n]);
    }
  }

  bool joins_han(size_t n) const {
    if ((text_[n] != U'/' && text_[n] != 0x2013) || n == 0 || n + 1 == text_.size()) return false;
    return is_ideograph(text_[n - 1]) && is_ideograph(text_[n + 1]) && script_at_(n) == Script::hans;
  }

  bool is_apostrophe(size_t n) const {
    return text_[n] == 0x2019 && n > 0 && n + 1 < text_.size() && is_western_letter(text_[n - 1]) &&
           is_western_letter(text_[n + 1]);
  }

  // Full width if one of them has to be.
  void pair_quotes(size_t n) {
    const CharacterClass of_mark = class_of(text_[n]);
    if (is_apostrophe(n)) return;
    if (of_mark == CharacterClass::opening) open_quotes_.push_back(n);
    if (of_mark != CharacterClass::closing || open_quotes_.empty()) return;
    const bool either = is_mark_[n] || is_mark_[open_quotes_.back()];
    is_mark_[n] = is_mark_[open_quotes_.back()] = either;
    open_quotes_.pop_back();
  }

  std::u32string_view text_;
  const std::function<Script(size_t)>& script_at_;
  std::vector<bool> is_mark_;
  std::vector<bool> western_after_;
  std::vector<size_t> open_quotes_;
};

}  // namespace

std::vector<bool> find_cjk_marks(std::u32string_view text, const std::function<Script(size_t)>& script_at) {
  return Search(text, script_at).run();
}

}  // namespace pubbuild
