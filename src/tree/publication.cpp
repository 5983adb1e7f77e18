// Readings of metadata fields: dates, the side that pages turn to.
#include "tree/publication.h"

namespace pubbuild {

namespace {

// Reads digits at the front of `text`; -1 where there are none or too many.
int take_number(std::string_view& text) {
  int value = 0;
  size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
    if (digits == 4) return -1;
    value = value * 10 + (text[digits++] - '0');
  }
  text.remove_prefix(digits);
  return digits == 0 ? -1 : value;
}

bool take(std::string_view& text, std::string_view mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  return true;
}

bool take_separator(std::string_view& text) {
  for (const std::string_view mark : {"-", "/", ".", "年", "月", "년 ", "월 "}) {
    if (take(text, mark)) return true;
  }
  return false;
}

std::string two_digits(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

int days_in_month(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[month - 1] + (month == 2 && leap);
}

}  // namespace

bool Metadata::turns_leftwards() const {
  return direction.text == "rtl" || writing_mode.text == "vertical-rl";
}

std::string iso_date(std::string_view written) {
  const int year = take_number(written);
  if (year < 1000) return {};
  int month = 1;
  int day = 1;
  if (take_separator(written) && !written.empty()) {
    month = take_number(written);
    if (month < 1 || month > 12) return {};
    if (take_separator(written) && !written.empty()) {
      day = take_number(written);
      if (day < 1 || day > days_in_month(year, month)) return {};
    }
  }
  return std::to_string(year) + "-" + two_digits(month) + "-" + two_digits(day);
}

}  // namespace pubbuild
