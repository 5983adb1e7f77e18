// 勇?lián)… → what it was before readings were put into its bytes.
//
// A program that puts readings behind characters of GBK text, and looks for them byte by byte, also finds 聯
// (C2 93) in 勇擔 (D3 C2 93 FA). Its reading goes between the bytes of 擔, the lead byte and the parenthesis
// become a question mark, and all that follows is read shifted by a byte, up to a character of one byte.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pubbuild::proof {

// Characters [begin, end) of a text. `meant`: what can have become them with no byte lost or one pair, the
// likelier first: of common characters, with words that stand elsewhere in the texts. `is_certain`: there is
// one, no byte is lost in it, and no other is as likely.
struct ShiftedRun {
  size_t text = 0;
  size_t begin = 0;
  size_t end = 0;
  std::vector<std::u32string> meant{};
  bool is_certain = false;
};

// The runs of the texts in their order. `glossed`: characters that a reading was put behind each time, so
// that none of them can stand in a run without it.
std::vector<ShiftedRun> shifted_runs(const std::vector<std::u32string_view>& texts,
                                     const std::set<char32_t>& glossed);

}  // namespace pubbuild::proof
