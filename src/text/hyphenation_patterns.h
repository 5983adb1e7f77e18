// A dictionary in the format of libhyphen → the places where a word may be hyphenated (F. M. Liang, Word
// Hy-phen-a-tion by Com-put-er, 1983).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pubbuild {

// Patterns of one level, sorted: letters, and a weight before each of them and after the last.
class PatternLevel {
 public:
  // As written: `.a2ch4`.
  void add(std::u16string_view pattern);
  void sort();
  bool is_empty() const { return patterns_.empty(); }
  // The numbers of letters of a lower-case word before which the weight is odd.
  std::vector<size_t> breaks(std::u16string_view word) const;

 private:
  struct Pattern {
    std::u16string letters;
    std::vector<uint8_t> weights;
  };
  void weigh(std::u16string_view rest, uint8_t* weights) const;

  std::vector<Pattern> patterns_;
};

class HyphenationPatterns {
 public:
  // Null where the file cannot be read or its encoding is unknown.
  static std::unique_ptr<HyphenationPatterns> open(const std::string& path);

  // The numbers of letters of a lower-case word after which a hyphen may stand, ascending. Patterns that
  // change the spelling are passed over.
  std::vector<size_t> places(std::u16string_view word) const;

 private:
  void read_line(std::u16string_view line);

  // The first level parts compounds, the second their words; where there is one level it is the second.
  PatternLevel compounds_;
  PatternLevel words_;
  size_t least_before_ = 2;
  size_t least_after_ = 2;
};

}  // namespace pubbuild
