// Line breaks of Japanese held against JLREQ's table 2, class by class.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "text/break_opportunities.h"

using namespace pubbuild;

namespace {

using Pair = std::pair<int, int>;  // classes before and after a place

// Requirements for Japanese Text Layout (W3C, 2020-08-11), appendix A: members of the classes that a
// character has by itself. Reference marks, ruby, warichu and tate-chu-yoko (cl-20 to cl-23, cl-28 to cl-30)
// come of the structure of a text.
const std::map<int, std::u32string_view> members = {
    {1, U"「『（【〈《［｛〔“‘"},
    {2, U"」』）】〉》］｝〕”’"},
    {3, U"‐–〜゠"},
    {4, U"！？‼⁇⁈⁉"},
    {5, U"・：；"},
    {6, U"。．"},
    {7, U"、，"},
    {8, U"—…‥"},
    {9, U"々〻ゝゞヽヾ"},
    {10, U"ー"},
    {11, U"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶㇰㇱ"},
    {12, U"￥＄£#€№"},
    {13, U"°′″℃¢％‰㏋ℓ㌃"},
    {14, U"\u3000"},
    {15, U"あん"},
    {16, U"アン"},
    {19, U"亜文"},
    {24, U"05"},
    {25, U"mk"},
    {26, U" "},
    {27, U"Az"},
};

// Appendix C, table 2: nothing is parted from an opening bracket or a prefixed abbreviation before it, and
// these classes begin no line; besides, the pairs below are not parted.
const std::set<int> nothing_after = {1, 12};
const std::set<int> never_first = {2, 3, 4, 5, 6, 7, 9, 10, 11};
const std::set<Pair> inseparable = {{24, 13}, {24, 24}, {25, 25}, {25, 27}, {27, 24}, {27, 25}, {27, 27}};

bool may_part(Pair classes, char32_t before, char32_t after) {
  if (nothing_after.contains(classes.first) || never_first.contains(classes.second)) return false;
  if (classes == Pair{8, 8}) return before != after;  // note 5
  return !inseparable.contains(classes);
}

// Blanks stay with what stands before them (UAX #14, LB 7 and LB 21), signs after a number with letters and
// digits on either side, as prefixes do (LB 24, LB 25), numbers with letters (LB 23; it is the other of two
// ways in note 10); and signs after a number begin no line after ideographs (CSS Text 3 §5.3).
bool is_kept_by_others(Pair classes) {
  static const std::set<Pair> kept = {{13, 13}, {13, 24}, {13, 25}, {13, 27}, {15, 13},
                                      {16, 13}, {19, 13}, {24, 12}, {24, 25}, {24, 27},
                                      {25, 12}, {25, 13}, {25, 24}, {27, 12}, {27, 13}};
  return classes.second == 14 || classes.second == 26 || kept.contains(classes);
}

bool parts(char32_t before, char32_t after) {
  return break_opportunities(std::u32string{U'亜', before, after, U'亜'}, {"ja", LineBreak::strict})[2] ==
         BreakKind::allowed;
}

template <typename Visit>
void for_each_pair(Visit visit) {
  for (const auto& [before_class, before] : members) {
    for (const auto& [after_class, after] : members) {
      for (const char32_t a : before) {
        for (const char32_t b : after) visit(Pair{before_class, after_class}, a, b);
      }
    }
  }
}

}  // namespace

TEST_CASE("what JLREQ does not part is not parted at the strict level") {
  for_each_pair([](Pair classes, char32_t before, char32_t after) {
    if (may_part(classes, before, after)) return;
    const std::string pair = utf8::encode(before) + utf8::encode(after);
    CHECK_MESSAGE(!parts(before, after), classes.first << " " << classes.second << " " << pair);
  });
}

TEST_CASE("what JLREQ parts is parted at the strict level, but where CSS or UAX #14 keep it") {
  for_each_pair([](Pair classes, char32_t before, char32_t after) {
    if (!may_part(classes, before, after) || is_kept_by_others(classes)) return;
    const std::string pair = utf8::encode(before) + utf8::encode(after);
    CHECK_MESSAGE(parts(before, after), classes.first << " " << classes.second << " " << pair);
  });
}
