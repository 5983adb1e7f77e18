// Dates as Chinese, Japanese, Korean and English write them.
#include "resolve/dates.h"

#include "tree/publication.h"

namespace pubbuild {

namespace {

constexpr std::string_view english_months[] = {"January",   "February", "March",    "April",
                                               "May",       "June",     "July",     "August",
                                               "September", "October",  "November", "December"};

// A two-digit part without its leading zero.
std::string part(std::string_view iso, size_t at) {
  return std::string(iso.substr(iso[at] == '0' ? at + 1 : at, iso[at] == '0' ? 1 : 2));
}

std::string in_units(std::string_view iso, bool has_day, std::string_view year, std::string_view month,
                     std::string_view day) {
  std::string words = std::string(iso.substr(0, 4)) + std::string(year) + part(iso, 5) + std::string(month);
  if (has_day) words += part(iso, 8) + std::string(day);
  while (words.ends_with(' ')) words.pop_back();
  return words;
}

std::string in_english(std::string_view iso, bool has_day) {
  const auto month = static_cast<size_t>(std::stoi(part(iso, 5)));
  return (has_day ? part(iso, 8) + " " : "") + std::string(english_months[month - 1]) + " " +
         std::string(iso.substr(0, 4));
}

}  // namespace

std::string date_in_words(std::string_view written, std::string_view language) {
  const std::string iso = iso_date(written);
  const bool has_day = written == iso;
  if (iso.empty() || (!has_day && (written.size() != 7 || !iso.starts_with(written))))
    return std::string(written);
  switch (script_of(language)) {
    case Script::hans:
    case Script::hant:
    case Script::japanese:
      return in_units(iso, has_day, "年", "月", "日");
    case Script::korean:
      return in_units(iso, has_day, "년 ", "월 ", "일");
    case Script::other:
      return language.starts_with("en") ? in_english(iso, has_day) : std::string(written);
  }
  return std::string(written);
}

}  // namespace pubbuild
