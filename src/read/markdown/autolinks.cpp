// Bare addresses in text → links (CommonMark §6.5, GFM §6.9).
#include "read/markdown/autolinks.h"

#include <algorithm>

#include "base/utf8.h"
#include "read/cjk.h"
#include "read/markdown/links.h"

namespace pubbuild::markdown {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_alphanumeric(char c) {
  return is_letter(c) || (c >= '0' && c <= '9');
}

bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

// A scheme of 2 to 32 characters, then no blanks, controls or angle brackets.
uint32_t end_of_angle_uri(std::string_view text, uint32_t at) {
  uint32_t end = at;
  if (end == text.size() || !is_letter(text[end])) return 0;
  while (end < text.size() && end - at <= 32 && (is_alphanumeric(text[end]) || is_one_of(text[end], "+.-")))
    ++end;
  if (end - at < 2 || end - at > 32 || end == text.size() || text[end] != ':') return 0;
  while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' && !is_one_of(text[end], "<>\x7F"))
    ++end;
  return end < text.size() && text[end] == '>' ? end : 0;
}

// A label of a host: alphanumeric at both ends, at most 63.
uint32_t end_of_host_label(std::string_view text, uint32_t at) {
  uint32_t end = at;
  while (end < text.size() && end - at < 64 && (is_alphanumeric(text[end]) || text[end] == '-')) ++end;
  const bool well_formed = end > at && end - at < 64 && text[at] != '-' && text[end - 1] != '-';
  return well_formed ? end : 0;
}

uint32_t end_of_angle_mail(std::string_view text, uint32_t at) {
  uint32_t end = at;
  while (end < text.size() && (is_alphanumeric(text[end]) || is_one_of(text[end], ".!#$%&'*+/=?^_`{|}~-")))
    ++end;
  if (end == at || end == text.size() || text[end] != '@') return 0;
  do {
    end = end_of_host_label(text, end + 1);
    if (end == 0 || end == text.size()) return 0;
  } while (text[end] == '.');
  return text[end] == '>' ? end : 0;
}

// Past the character at `at`, or `at` where a bare URL cannot go on: at blanks, `<`, CJK text and
// punctuation.
uint32_t after_url_character(std::string_view text, uint32_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return byte <= ' ' || byte == '<' ? at : at + 1;
  size_t next = at;
  const char32_t c = utf8::decode(text, next);
  return is_cjk(c) || is_punctuation(c) || is_blank(c) ? at : static_cast<uint32_t>(next);
}

// Trailing punctuation is the sentence's, a closing parenthesis only where it was opened in the URL.
uint32_t trimmed_url_end(std::string_view text, uint32_t begin, uint32_t end) {
  const std::string_view url = text.substr(begin, end - begin);
  auto unopened = std::count(url.begin(), url.end(), ')') - std::count(url.begin(), url.end(), '(');
  while (end > begin) {
    const char last = text[end - 1];
    if (last == ')') {
      if (unopened-- <= 0) break;
      --end;
    } else if (last == ';') {
      uint32_t name = end - 1;
      while (name > begin && is_alphanumeric(text[name - 1])) --name;
      const bool is_reference = name > begin && name < end - 1 && text[name - 1] == '&';
      end = is_reference ? name - 1 : end - 1;
    } else if (is_one_of(last, "?!.,:*_~'\"")) {
      --end;
    } else {
      break;
    }
  }
  return end;
}

}  // namespace

std::optional<BareLink> angle_link(std::string_view text, uint32_t at) {
  if (const uint32_t end = end_of_angle_uri(text, at + 1)) {
    return BareLink{at, end + 1, percent_encoded(text.substr(at + 1, end - at - 1))};
  }
  if (const uint32_t end = end_of_angle_mail(text, at + 1)) {
    return BareLink{at, end + 1, "mailto:" + percent_encoded(text.substr(at + 1, end - at - 1))};
  }
  return std::nullopt;
}

// At the beginning, after a blank, after a mark that may stand around a link, and after CJK text.
bool BareLinks::may_begin(uint32_t at) const {
  if (at == 0) return true;
  if (is_one_of(text_[at - 1], " \n\t*_~([\"'")) return true;
  if (static_cast<unsigned char>(text_[at - 1]) < 0x80) return false;
  size_t before = at;
  const char32_t c = utf8::decode_before(text_, before);
  return is_cjk(c) || is_punctuation(c) || is_blank(c);
}

// `host` is where the host begins. No underscore may stand in its last two labels.
std::optional<uint32_t> BareLinks::end_of_url(uint32_t host, uint32_t least_dots, bool in_brackets) {
  uint32_t end = host;
  uint32_t dots = 0;
  uint32_t last_underscore_dots = 0;
  bool underscore = false;
  for (; end < text_.size() && (is_alphanumeric(text_[end]) || is_one_of(text_[end], "-_.")); ++end) {
    dots += text_[end] == '.';
    if (text_[end] == '_') {
      underscore = true;
      last_underscore_dots = dots;
    }
  }
  if (end <= failed_host_end_) return std::nullopt;
  const bool valid = end > host && dots >= least_dots && (!underscore || dots - last_underscore_dots > 1);
  if (!valid) {
    failed_host_end_ = end;
    return std::nullopt;
  }
  while (end < text_.size() && !(in_brackets && text_[end] == ']')) {
    const uint32_t next = after_url_character(text_, end);
    if (next == end) break;
    end = next;
  }
  end = trimmed_url_end(text_, host, end);
  return end > host ? std::optional(end) : std::nullopt;
}

std::optional<BareLink> BareLinks::at_www(uint32_t at, bool in_brackets) {
  if (!text_.substr(at).starts_with("www.") || at < failed_host_end_ || !may_begin(at)) return std::nullopt;
  const auto end = end_of_url(at, 2, in_brackets);
  if (!end) return std::nullopt;
  return BareLink{at, *end, "http://" + percent_encoded(text_.substr(at, *end - at))};
}

std::optional<BareLink> BareLinks::at_colon(uint32_t at, uint32_t floor, bool in_brackets) {
  if (!text_.substr(at).starts_with("://")) return std::nullopt;
  for (const std::string_view scheme : {"http", "https"}) {
    const auto length = static_cast<uint32_t>(scheme.size());
    const bool is_scheme = at - floor >= length && text_.substr(at - length, length) == scheme;
    if (!is_scheme || !may_begin(at - length) || at + 3 < failed_host_end_) continue;
    const auto end = end_of_url(at + 3, 0, in_brackets);
    if (!end) return std::nullopt;
    return BareLink{at - length, *end, percent_encoded(text_.substr(at - length, *end - at + length))};
  }
  return std::nullopt;
}

std::optional<BareLink> BareLinks::at_sign(uint32_t at, uint32_t floor) {
  uint32_t begin = at;
  while (begin > floor && (is_alphanumeric(text_[begin - 1]) || is_one_of(text_[begin - 1], ".-_+"))) --begin;
  if (begin == at) return std::nullopt;
  uint32_t end = at + 1;
  bool dotted = false;
  for (; end < text_.size(); ++end) {
    if (text_[end] == '.' && end + 1 < text_.size() && is_alphanumeric(text_[end + 1])) {
      dotted = true;
    } else if (!is_alphanumeric(text_[end]) && text_[end] != '-' && text_[end] != '_') {
      break;
    }
  }
  const char last = text_[end - 1];
  if (!dotted || last == '-' || last == '_' || (end < text_.size() && text_[end] == '@')) return std::nullopt;
  return BareLink{begin, end, "mailto:" + percent_encoded(text_.substr(begin, end - begin))};
}

}  // namespace pubbuild::markdown
