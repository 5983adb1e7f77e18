// Marks that come in pairs.
#include <algorithm>
#include <vector>

#include "proof/characters.h"
#include "proof/rules.h"

namespace pubbuild::proof {

namespace {

struct Pair {
  char32_t open;
  char32_t close;
};
constexpr Pair pairs[] = {{U'“', U'”'},   {U'「', U'」'}, {U'『', U'』'}, {U'（', U'）'}, {U'《', U'》'},
                          {U'〈', U'〉'}, {U'【', U'】'}, {U'〔', U'〕'}, {U'〖', U'〗'}};

// More open marks than this are no text.
constexpr size_t deepest = 64;

struct Open {
  char32_t close = 0;
  size_t at = 0;
};

// 1） and 甲） begin items of a list.
bool follows_item_number(std::u32string_view text, size_t n) {
  return text[n] == U'）' && n >= 1 && n <= 3;
}

}  // namespace

void find_unbalanced_marks(std::u32string_view text, bool goes_on, const Report& report) {
  std::vector<Open> open;
  for (size_t n = 0; n < text.size(); ++n) {
    const auto* const opens = std::ranges::find(pairs, text[n], &Pair::open);
    if (opens != std::end(pairs) && open.size() < deepest) open.push_back({opens->close, n});
    if (std::ranges::find(pairs, text[n], &Pair::close) == std::end(pairs)) continue;
    const auto partner =
        std::find_if(open.rbegin(), open.rend(), [&](const Open& each) { return each.close == text[n]; });
    if (partner == open.rend()) {
      if (!follows_item_number(text, n))
        report({"unbalanced-mark", n, n + 1, encoded(text.substr(n, 1)) + " closes nothing",
                "its opening mark is missing"});
      continue;
    }
    open.erase(partner.base() - 1);
  }
  for (const Open& each : open) {
    const bool is_quotation = each.close == U'”' || each.close == U'」';
    if (is_quotation && goes_on) continue;
    report({"unbalanced-mark", each.at, each.at + 1, encoded(text.substr(each.at, 1)) + " is never closed",
            "write " + encoded(std::u32string(1, each.close)) + " where it ends"});
  }
}

}  // namespace pubbuild::proof
