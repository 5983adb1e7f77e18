// SOURCE_DATE_EPOCH and written dates as seconds.
#include "build_date.h"

#include <charconv>
#include <chrono>
#include <optional>
#include <string_view>

namespace pubbuild {

namespace {

constexpr int64_t first_day_of_zip = 315532800;        // 1980-01-01
constexpr int64_t last_second_of_9999 = 253402300799;  // dates of EPUB and PDF have four digits for the year

std::optional<int64_t> seconds_in(std::string_view text) {
  int64_t seconds = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  if (!whole || seconds < 0 || seconds > last_second_of_9999) return std::nullopt;
  return seconds;
}

int number(std::string_view iso, size_t at, size_t length) {
  int value = 0;
  std::from_chars(iso.data() + at, iso.data() + at + length, value);
  return value;
}

// "2026-05-03", as iso_date gives it.
int64_t midnight(std::string_view iso) {
  using namespace std::chrono;
  const sys_days day = year{number(iso, 0, 4)} / month{static_cast<unsigned>(number(iso, 5, 2))} /
                       std::chrono::day{static_cast<unsigned>(number(iso, 8, 2))};
  return duration_cast<seconds>(day.time_since_epoch()).count();
}

}  // namespace

int64_t build_date(const char* epoch, const Metadata& metadata, Diagnostics& diagnostics) {
  if (epoch != nullptr && *epoch != '\0') {
    if (const auto seconds = seconds_in(epoch)) return *seconds;
    diagnostics.warning("date-epoch", {},
                        "SOURCE_DATE_EPOCH is '" + std::string(epoch) + "', not a number of seconds",
                        "the publication's date is taken instead");
  }
  const std::string iso = iso_date(metadata.date.text);
  return iso.empty() ? first_day_of_zip : midnight(iso);
}

}  // namespace pubbuild
