// What generation and the style say of an element → marks.
#include "layout/element_marks.h"

#include <algorithm>
#include <iterator>

namespace pubbuild {

namespace {

void add_page_counter(const std::vector<CounterChange>& changes, CounterMark::Kind kind, Marks& marks) {
  for (const CounterChange& change : changes) {
    if (change.name == page_counter) marks.counters.push_back({change.name, kind, change.value});
  }
}

template <typename Mark>
void put_before(std::vector<Mark> first, std::vector<Mark>& marks) {
  std::ranges::move(marks, std::back_inserter(first));
  marks = std::move(first);
}

}  // namespace

bool has_marks(const LayoutDocument& document, NodeId element) {
  const ComputedStyle& style = document.style(element);
  return document.destinations.contains(element) || document.input.strings.contains(element) ||
         document.input.counters.contains(element) || changes_counter(style.counter_reset, page_counter) ||
         changes_counter(style.counter_increment, page_counter) ||
         changes_counter(style.counter_set, page_counter);
}

void add_marks(const LayoutDocument& document, NodeId element, Marks& marks) {
  const auto destination = document.destinations.find(element);
  if (destination != document.destinations.end()) marks.destinations.push_back(destination->second);
  const auto strings = document.input.strings.find(element);
  if (strings != document.input.strings.end())
    marks.strings.insert(marks.strings.end(), strings->second.begin(), strings->second.end());
  const ComputedStyle& style = document.style(element);
  add_page_counter(style.counter_reset, CounterMark::Kind::set, marks);
  add_page_counter(style.counter_increment, CounterMark::Kind::add, marks);
  add_page_counter(style.counter_set, CounterMark::Kind::set, marks);
  const auto counters = document.input.counters.find(element);
  if (counters == document.input.counters.end()) return;
  for (const CounterChange& change : counters->second)
    marks.counters.push_back({change.name, CounterMark::Kind::set, change.value});
}

void add_before(Marks first, Marks& marks) {
  put_before(std::move(first.destinations), marks.destinations);
  put_before(std::move(first.strings), marks.strings);
  put_before(std::move(first.counters), marks.counters);
}

}  // namespace pubbuild
