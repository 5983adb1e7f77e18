// Names → the nearest one, by Levenshtein's distance.
#include "base/nearest.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace pubbuild {

namespace {

// Nobody's names are longer; the distance takes time by the product of both lengths.
constexpr size_t longest_name = 64;

// The distance, or `most` where it is at least that.
size_t distance(const std::u32string& a, const std::u32string& b, size_t most) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) >= most) return most;
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0]++;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return std::min(row[b.size()], most);
}

}  // namespace

NearestName::NearestName(std::string_view wanted, size_t most)
    : wanted_(wanted.size() <= 4 * longest_name ? utf8::decode_all(wanted) : std::u32string()), most_(most) {
  if (wanted_.empty() || wanted_.size() > longest_name) most_ = 0;
}

void NearestName::offer(std::string_view name) {
  if (most_ == 0 || name.size() > 4 * longest_name) return;
  const size_t edits = distance(wanted_, utf8::decode_all(name), most_);
  if (edits >= most_) return;
  most_ = edits;
  found_ = name;
}

}  // namespace pubbuild
