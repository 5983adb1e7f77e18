// Compares character by character, with the liberties that line ends and note numbers take.
#include "wording.h"

#include <algorithm>

#include "base/utf8.h"
#include "told_by_epub.h"

namespace pubbuild::test {

namespace {

// A note's number is at most this long: "(12)".
constexpr int longest_number = 4;

// pdftotext writes every blank as U+0020.
bool is_blank(char32_t c) {
  return c == ' ' || c == 0x00A0 || c == 0x3000 || c == '\t';
}
bool is_line_end(char32_t c) {
  return c == '\n' || c == '\f';
}
bool is_space(char32_t c) {
  return is_blank(c) || is_line_end(c);
}

class Matcher {
 public:
  Matcher(std::string_view text, std::string_view wording, Blanks blanks)
      : text_(text), wording_(wording), blanks_(blanks) {}

  // The byte after the wording where it stands at byte `at` of the text; else npos.
  size_t end_of_match(size_t at, size_t word_at) const {
    while (word_at < wording_.size()) {
      if (ends_line(at) && !begins_with_space(word_at)) {
        ++at;
        continue;
      }
      const char32_t wanted = utf8::decode(wording_, word_at);
      if (wanted == note_reference) return end_after_number(at, word_at);
      if (is_space(wanted)) {
        skip_spaces(wording_, word_at);
        if (!has_space(at)) return std::string::npos;
        skip_spaces(text_, at);
        continue;
      }
      if (blanks_ == Blanks::ignored) skip_spaces(text_, at);
      if (at >= text_.size() || utf8::decode(text_, at) != wanted) return std::string::npos;
    }
    return at;
  }

 private:
  bool ends_line(size_t at) const {
    return at < text_.size() && is_line_end(static_cast<unsigned char>(text_[at]));
  }
  bool begins_with_space(size_t word_at) const { return is_space(utf8::decode(wording_, word_at)); }
  bool has_space(size_t at) const {
    return blanks_ == Blanks::ignored || (at < text_.size() && is_space(utf8::decode(text_, at)));
  }
  static void skip_spaces(std::string_view text, size_t& at) {
    for (size_t next = at; next < text.size() && is_space(utf8::decode(text, next));) at = next;
  }

  size_t end_after_number(size_t at, size_t word_at) const {
    for (int length = 1; length <= longest_number && at < text_.size(); ++length) {
      utf8::decode(text_, at);
      if (const size_t end = end_of_match(at, word_at); end != std::string::npos) return end;
    }
    return std::string::npos;
  }

  std::string_view text_;
  std::string_view wording_;
  Blanks blanks_;
};

}  // namespace

Found find_wording(std::string_view text, std::string_view wording, size_t from, Blanks blanks) {
  constexpr std::string_view blank_bytes = " \n\t";
  wording.remove_prefix(std::min(wording.find_first_not_of(blank_bytes), wording.size()));
  wording.remove_suffix(wording.size() - (wording.find_last_not_of(blank_bytes) + 1));
  const Matcher matcher(text, wording, blanks);
  for (size_t at = from; at < text.size(); utf8::decode(text, at)) {
    if (blank_bytes.find(text[at]) != std::string_view::npos) continue;
    if (const size_t end = matcher.end_of_match(at, 0); end != std::string::npos) return {at, end};
  }
  return {};
}

std::string beginning_of(std::string_view wording, size_t characters) {
  size_t end = 0;
  for (size_t count = 0; count < characters && end < wording.size(); ++count) utf8::decode(wording, end);
  return std::string(wording.substr(0, end));
}

}  // namespace pubbuild::test
