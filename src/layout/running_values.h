// What blocks set on each page → the named strings and counters that its margin boxes show.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "layout/galley.h"

namespace pubbuild {

// Named strings, page after page (CSS GCPM 3 §1.1).
class RunningStrings {
 public:
  // `set`: on this page, in order; the first `at_start` of them where the page begins.
  void begin_page(const std::vector<NamedString>& set, size_t at_start);
  // string(name, which): `first` (or nothing), `start`, `last` or `first-except`. Empty for what nobody has
  // set.
  std::string_view value(const std::string& name, std::string_view which) const;

 private:
  struct Entry {
    std::string before;  // what held when the page began that it was last set on
    std::string first;
    std::string last;
    bool is_at_start = false;
    size_t page = 0;
  };
  std::unordered_map<std::string, Entry> entries_;
  size_t page_ = 0;
};

// Counters, page after page. The page counter goes up by one at each page unless @page says otherwise (CSS
// Paged Media 3 §7.1) and is shown as the page leaves it. Others are shown as their first value on the page,
// else as they were before, like string(): a running head names the chapter that its page shows first.
class RunningCounters {
 public:
  // `page` is the style of the page itself.
  void begin_page(const ComputedStyle& page, const std::vector<CounterMark>& marks);
  // 0 for a counter nobody has set.
  int32_t value(const std::string& name) const;

 private:
  struct Entry {
    int32_t value = 0;
    int32_t first = 0;
    size_t page = 0;  // that `first` is of
  };
  void apply(const std::vector<CounterChange>& changes, CounterMark::Kind kind);
  void apply(const CounterMark& mark);

  std::unordered_map<std::string, Entry> entries_;
  size_t page_ = 0;
};

}  // namespace pubbuild
