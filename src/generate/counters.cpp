// Counters nested as their scopes are.
#include "generate/counters.h"

#include <algorithm>
#include <limits>

namespace pubbuild {

void Counters::reset(std::string_view name, int32_t value) {
  const std::string key(name);
  std::vector<std::string>& scope = scopes_.back();
  if (std::find(scope.begin(), scope.end(), key) != scope.end()) {
    values_[key].back() = value;
    return;
  }
  scope.push_back(key);
  values_[key].push_back(value);
}

int32_t& Counters::innermost(std::string_view name) {
  if (const auto found = values_.find(std::string(name)); found != values_.end() && !found->second.empty()) {
    return found->second.back();
  }
  reset(name, 0);
  return values_[std::string(name)].back();
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
  for (const std::string& name : scopes_.back()) values_[name].pop_back();
  scopes_.pop_back();
}

int32_t Counters::value(std::string_view name) const {
  return values(name).back();
}

std::vector<int32_t> Counters::values(std::string_view name) const {
  const auto found = values_.find(std::string(name));
  return found == values_.end() || found->second.empty() ? std::vector<int32_t>{0} : found->second;
}

}  // namespace pubbuild
