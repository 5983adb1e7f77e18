// Dates as people write them become dates as programs read them.
#include "tree/publication.h"

#include <doctest/doctest.h>

using namespace pubbuild;

TEST_CASE("a date may be written in many ways") {
  for (const char* written : {"2026-05-03", "2026/5/3", "2026.5.3", "2026年5月3日", "2026-5-3"}) {
    CHECK_MESSAGE(iso_date(written) == "2026-05-03", written);
  }
  CHECK(iso_date("2026년 5월 3일") == "2026-05-03");
}

TEST_CASE("where no day or month is said it is the first") {
  CHECK(iso_date("2026-05") == "2026-05-01");
  CHECK(iso_date("2026年5月") == "2026-05-01");
  CHECK(iso_date("2026年") == "2026-01-01");
  CHECK(iso_date("2026") == "2026-01-01");
}

TEST_CASE("days that the calendar does not have are no dates") {
  CHECK(iso_date("2024-02-29") == "2024-02-29");
  for (const char* written :
       {"2026-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "1900-02-29", "12", "20260", "五月", ""}) {
    CHECK_MESSAGE(iso_date(written) == "", written);
  }
}
