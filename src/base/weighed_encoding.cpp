// Encodings weighed by the likelihood of the bytes under each.
#include "base/weighed_encoding.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

namespace pubbuild {

namespace {

// A set of characters of an encoding: those whose first byte, and whose second where there is one, lie in
// these ranges. Of ten thousand characters beyond ASCII in a text, so many are of this set.
struct CharacterSet {
  uint8_t first_from;
  uint8_t first_to;
  uint8_t second_from;
  uint8_t second_to;  // 0: the characters have one byte
  double characters;  // in the set
  double share;       // of ten thousand
};

// The first row that fits counts. Sets and their sizes are those of the standards: the common ideographs
// of level 1 come first, by sound or by strokes, then the rare ones of level 2. Shares are of newspaper text.
constexpr CharacterSet gb18030[] = {
    {0xA1, 0xA1, 0xA2, 0xA3, 2, 450},      // 、 。
    {0xA3, 0xA3, 0xAC, 0xAC, 1, 550},      // ，
    {0xA1, 0xA9, 0xA1, 0xFE, 682, 400},    // GB 2312 rows 1 to 9
    {0xB0, 0xD7, 0xA1, 0xFE, 3755, 8500},  // level 1
    {0xD8, 0xF7, 0xA1, 0xFE, 3008, 80},    // level 2
    {0x81, 0xFE, 0x40, 0xFE, 14000, 20},   // GBK
};
constexpr CharacterSet big5[] = {
    {0xA1, 0xA1, 0x42, 0x43, 2, 450},                                          // 、 。
    {0xA1, 0xA1, 0x41, 0x41, 1, 550},                                          // ，
    {0xA1, 0xA3, 0x40, 0xFE, 408, 400},                                        // marks
    {0xA4, 0xC6, 0x40, 0x7E, 2180, 3400},                                      // level 1
    {0xA4, 0xC6, 0xA1, 0xFE, 3221, 5100}, {0xC9, 0xF9, 0x40, 0x7E, 3087, 32},  // level 2
    {0xC9, 0xF9, 0xA1, 0xFE, 4565, 48},   {0x87, 0xFE, 0x40, 0xFE, 5000, 20},  // Hong Kong's
};
constexpr CharacterSet shift_jis[] = {
    {0x81, 0x81, 0x41, 0x42, 2, 800},                                        // 、 。
    {0x82, 0x82, 0x9F, 0xF1, 83, 4700},                                      // hiragana
    {0x83, 0x83, 0x40, 0x96, 86, 1000},                                      // katakana
    {0x81, 0x84, 0x40, 0xFC, 524, 300},                                      // JIS X 0208 rows 1 to 8
    {0x88, 0x97, 0x40, 0xFC, 2914, 3000}, {0x98, 0x98, 0x40, 0x72, 51, 60},  // level 1 ends
    {0x98, 0x9F, 0x40, 0xFC, 1300, 30},                                      // level 2
    {0xE0, 0xEA, 0x40, 0xFC, 2000, 50},                                      // level 2
    {0x87, 0xFC, 0x40, 0xFC, 3000, 20},                                      // of makers and users
    {0xA1, 0xDF, 0, 0, 63, 40},                                              // half-width katakana
};
constexpr CharacterSet euc_jp[] = {
    {0xA1, 0xA1, 0xA2, 0xA3, 2, 800},      // 、 。
    {0xA4, 0xA4, 0xA1, 0xF3, 83, 4700},    // hiragana
    {0xA5, 0xA5, 0xA1, 0xF6, 86, 1000},    // katakana
    {0xA1, 0xA8, 0xA1, 0xFE, 524, 300},    // JIS X 0208 rows 1 to 8
    {0xB0, 0xCF, 0xA1, 0xFE, 2965, 3060},  // level 1
    {0xD0, 0xF4, 0xA1, 0xFE, 3390, 80},    // level 2
    {0x8E, 0x8E, 0xA1, 0xDF, 63, 40},      // half-width katakana
    {0xA9, 0xFE, 0xA1, 0xFE, 2000, 20},
};
constexpr CharacterSet euc_kr[] = {
    {0xB0, 0xC8, 0xA1, 0xFE, 2350, 9600},  // Hangul
    {0xA1, 0xAC, 0xA1, 0xFE, 986, 150},    // KS X 1001 rows 1 to 12
    {0xCA, 0xFD, 0xA1, 0xFE, 4888, 200},   // hanja
    {0x81, 0xC6, 0x41, 0xFE, 8822, 50},    // the rest of Hangul, of Windows
};
// No text of East Asia: a letter among ASCII is likelier than a pair of bytes is.
constexpr CharacterSet western[] = {
    {0xC0, 0xFF, 0, 0, 64, 9000},
    {0x80, 0xBF, 0, 0, 64, 1000},
};

struct Encoding {
  std::string_view name;
  std::span<const CharacterSet> sets;
};
constexpr Encoding encodings[] = {{"GB18030", gb18030}, {"Big5", big5},     {"Shift_JIS", shift_jis},
                                  {"EUC-JP", euc_jp},   {"EUC-KR", euc_kr}, {"", western}};

// Bytes that an encoding has no character for count as one in a hundred million.
const double cost_of_wrong = std::log(1e8);
// Between an ASCII character and one beyond it there is a choice; so is there after each.
const double cost_of_choice = std::log(2.0);
// The best of all must be so much likelier than the next: a hundred thousand times.
const double least_lead = std::log(1e5);
// On average a character of a real text is not so much rarer than an ideograph of level 1.
const double most_cost = std::log(3e4);
// A text of more says nothing new.
constexpr size_t weighed_bytes = 4096;

bool lies_in(const CharacterSet& set, uint8_t first, uint8_t second) {
  if (first < set.first_from || first > set.first_to) return false;
  return set.second_to == 0 || (second >= set.second_from && second <= set.second_to && second != 0x7F);
}

// How unlikely the bytes are, as a negated logarithm, and of how many characters beyond ASCII that is.
struct Cost {
  double all = 0;
  size_t characters = 0;
};

Cost cost_under(const Encoding& encoding, std::string_view bytes) {
  Cost cost;
  for (size_t at = 0; at < bytes.size(); ++at) {
    const auto first = static_cast<uint8_t>(bytes[at]);
    if (first < 0x80) continue;
    // A text cut off in a character is no reason against its encoding.
    const bool is_cut = at + 1 == bytes.size();
    const auto second = is_cut ? uint8_t{0xA1} : static_cast<uint8_t>(bytes[at + 1]);
    const auto set = std::find_if(encoding.sets.begin(), encoding.sets.end(),
                                  [&](const CharacterSet& each) { return lies_in(each, first, second); });
    ++cost.characters;
    cost.all += cost_of_choice;
    if (set == encoding.sets.end()) {
      cost.all += cost_of_wrong;
    } else {
      cost.all += std::log(set->characters * 10'000 / set->share);
      at += set->second_to != 0;
    }
  }
  return cost;
}

}  // namespace

std::string_view weighed_encoding(std::string_view bytes) {
  bytes = bytes.substr(0, weighed_bytes);
  const Encoding* best = nullptr;
  Cost least;
  double next = 0;
  for (const Encoding& encoding : encodings) {
    const Cost cost = cost_under(encoding, bytes);
    if (best == nullptr || cost.all < least.all) {
      next = least.all;
      if (best == nullptr) next = cost.all + 1e9;
      least = cost;
      best = &encoding;
    } else {
      next = std::min(next, cost.all);
    }
  }
  const bool is_likely = least.all < most_cost * static_cast<double>(least.characters);
  return is_likely && next - least.all >= least_lead ? best->name : std::string_view();
}

}  // namespace pubbuild
