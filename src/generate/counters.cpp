// Counters nested as their scopes are.
#include "generate/counters.h"

#include <algorithm>
#include <limits>

namespace pubbuild {

void Counters::reset(std::string_view name, int32_t value) {
  std::vector<Instance>& nested = instances_[std::string(name)];
  if (nested.empty() || nested.back().level != scopes_.size()) {
    scopes_.back().emplace_back(name);
    nested.push_back({0, scopes_.size()});
  }
  nested.back().value = value;
}

int32_t& Counters::innermost(std::string_view name) {
  const auto found = instances_.find(std::string(name));
  if (found != instances_.end() && !found->second.empty()) return found->second.back().value;
  reset(name, 0);
  return instances_[std::string(name)].back().value;
}

void Counters::increment(std::string_view name, int32_t by) {
  int32_t& value = innermost(name);
  const int64_t sum = int64_t{value} + by;
  value = static_cast<int32_t>(
      std::clamp<int64_t>(sum, std::numeric_limits<int32_t>::min(), std::numeric_limits<int32_t>::max()));
}

void Counters::set(std::string_view name, int32_t value) {
  innermost(name) = value;
}

void Counters::apply(const ComputedStyle& style) {
  for (const CounterChange& change : style.counter_reset) reset(change.name, change.value);
  for (const CounterChange& change : style.counter_increment) increment(change.name, change.value);
  for (const CounterChange& change : style.counter_set) set(change.name, change.value);
}

void Counters::leave_children() {
  for (const std::string& name : scopes_.back()) instances_[name].pop_back();
  scopes_.pop_back();
}

int32_t Counters::value(std::string_view name) const {
  const auto found = instances_.find(std::string(name));
  return found == instances_.end() || found->second.empty() ? 0 : found->second.back().value;
}

std::vector<int32_t> Counters::values(std::string_view name) const {
  const auto found = instances_.find(std::string(name));
  if (found == instances_.end() || found->second.empty()) return {0};
  std::vector<int32_t> values;
  for (const Instance& each : found->second) values.push_back(each.value);
  return values;
}

}  // namespace pubbuild
