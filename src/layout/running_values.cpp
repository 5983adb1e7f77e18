// Marks of a page → running values.
#include "layout/running_values.h"

#include <algorithm>

namespace pubbuild {

namespace {

int32_t sum(int32_t a, int32_t b) {
  return static_cast<int32_t>(std::clamp<int64_t>(int64_t{a} + b, INT32_MIN, INT32_MAX));
}

}  // namespace

void RunningStrings::begin_page(const std::vector<NamedString>& set, size_t at_start) {
  ++page_;
  for (size_t n = 0; n < set.size(); ++n) {
    Entry& entry = entries_[set[n].name];
    if (entry.page != page_) {
      entry = {std::move(entry.last), set[n].value, {}, n < at_start, page_};
    }
    entry.last = set[n].value;
  }
}

std::string_view RunningStrings::value(const std::string& name, std::string_view which) const {
  const auto found = entries_.find(name);
  if (found == entries_.end()) return {};
  const Entry& entry = found->second;
  if (entry.page != page_) return entry.last;
  if (which == "last") return entry.last;
  if (which == "first-except") return {};
  if (which == "start" && !entry.is_at_start) return entry.before;
  return entry.first;
}

void RunningCounters::apply(const CounterMark& mark) {
  Entry& entry = entries_[mark.name];
  entry.value = mark.kind == CounterMark::Kind::set ? mark.value : sum(entry.value, mark.value);
  if (entry.page == page_) return;
  entry.first = entry.value;
  entry.page = page_;
}

void RunningCounters::apply(const std::vector<CounterChange>& changes, CounterMark::Kind kind) {
  for (const CounterChange& change : changes) apply({change.name, kind, change.value});
}

void RunningCounters::begin_page(const ComputedStyle& page, const std::vector<CounterMark>& marks) {
  ++page_;
  apply(page.counter_reset, CounterMark::Kind::set);
  if (!changes_counter(page.counter_reset, page_counter) &&
      !changes_counter(page.counter_increment, page_counter))
    apply({std::string(page_counter), CounterMark::Kind::add, 1});
  apply(page.counter_increment, CounterMark::Kind::add);
  apply(page.counter_set, CounterMark::Kind::set);
  for (const CounterMark& mark : marks) apply(mark);
}

int32_t RunningCounters::value(const std::string& name) const {
  const auto found = entries_.find(name);
  if (found == entries_.end()) return 0;
  const Entry& entry = found->second;
  return name != page_counter && entry.page == page_ ? entry.first : entry.value;
}

}  // namespace pubbuild
