// Line breaks held against data: Unicode's test, CLREQ's prohibitions, CSS's levels, JLREQ's pair table.
#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <set>
#include <sstream>

#include "base/utf8.h"
#include "text/break_opportunities.h"

using namespace pubbuild;

namespace {

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(path);
  REQUIRE_MESSAGE(file, path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

char32_t from_hex(const std::string& word) {
  return static_cast<char32_t>(std::stoul(word, nullptr, 16));
}

std::vector<bool> breaks_of(const std::u32string& text, const BreakRules& rules) {
  std::vector<bool> breaks;
  for (const BreakKind kind : break_opportunities(text, rules)) breaks.push_back(kind != BreakKind::none);
  return breaks;
}

// A line of LineBreakTest.txt: characters, and before each whether a line may break.
struct UnicodeCase {
  explicit UnicodeCase(const std::string& line) {
    std::istringstream words(line.substr(0, line.find('#')));
    bool is_break = false;
    for (std::string word; words >> word;) {
      if (word == "÷" || word == "×") {
        is_break = word == "÷";
      } else {
        text += from_hex(word);
        breaks.push_back(is_break);
      }
    }
  }
  std::u32string text;
  std::vector<bool> breaks;
};

// By its number in the file: ICU keeps a hyphen at the beginning of a word with its letters, and a stop with
// the digits after it, where the test's tailoring of numbers (UAX #14 §8.2, example 7) does not.
const std::set<int> other_in_icu = {2265, 2267, 2421, 2423, 2425, 2427, 2429, 2431, 2873, 2875, 7477,
                                    7576, 7577, 7578, 7579, 7580, 7581, 7583, 7584, 7585, 7586, 7587};

std::set<size_t> numbers_in(const std::string& field) {
  std::set<size_t> numbers;
  std::istringstream words(field);
  for (std::string number; std::getline(words, number, ',');) numbers.insert(std::stoul(number));
  return numbers;
}

// A row of clreq.tsv.
struct ClreqCase {
  explicit ClreqCase(const std::string& line) {
    std::istringstream row(line);
    std::vector<std::string> fields;
    for (std::string field; std::getline(row, field, '\t');) fields.push_back(field);
    id = fields[0];
    level = fields[3];
    std::istringstream words(fields[4]);
    for (std::string word; words >> word;) text += from_hex(word);
    allowed = numbers_in(fields[5]);
    forbidden = numbers_in(fields[6]);
  }
  std::string id;
  std::string level;
  std::u32string text;
  std::set<size_t> allowed;
  std::set<size_t> forbidden;
};

// CLREQ's levels in the words of CSS.
BreakRules rules_of(const std::string& level) {
  if (level == "strict") return {"zh-Hans", LineBreak::strict};
  return {level == "gb" ? "zh-Hans" : "zh-Hant", LineBreak::normal};
}

// Whether a line may break before this character between two ideographs.
bool may_begin_line(char32_t c, const std::string& lang, LineBreak level) {
  return break_opportunities(std::u32string{U'文', c, U'文'}, {lang, level})[1] == BreakKind::allowed;
}
bool may_end_line(char32_t c, const std::string& lang, LineBreak level) {
  return break_opportunities(std::u32string{U'文', c, U'文'}, {lang, level})[2] == BreakKind::allowed;
}

void check_starts(std::u32string_view characters, const std::string& lang,
                  std::string_view loose_normal_strict) {
  constexpr LineBreak levels[] = {LineBreak::loose, LineBreak::normal, LineBreak::strict};
  for (const char32_t c : characters) {
    for (size_t n = 0; n < 3; ++n) {
      CAPTURE(utf8::encode(c));
      CAPTURE(lang);
      CAPTURE(n);
      CHECK(may_begin_line(c, lang, levels[n]) == (loose_normal_strict[n] == '+'));
    }
  }
}

}  // namespace

TEST_CASE("Unicode's line break test holds for text of no language") {
  int number = 0;
  int failed = 0;
  for (const std::string& line : lines_of("/usr/share/unicode/auxiliary/LineBreakTest.txt")) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const UnicodeCase one(line);
    std::vector<bool> breaks = breaks_of(one.text, {"und"});
    if (breaks == one.breaks) continue;
    ++failed;
    CHECK_MESSAGE(other_in_icu.contains(number), number << ": " << line);
  }
  CHECK(failed == static_cast<int>(other_in_icu.size()));
}

TEST_CASE("CLREQ's prohibitions hold at all three levels") {
  for (const std::string& line : lines_of(CASES_DIR "/breaks/clreq.tsv")) {
    if (line[0] == '#') continue;
    const ClreqCase one(line);
    const std::vector<bool> breaks = breaks_of(one.text, rules_of(one.level));
    CAPTURE(one.id);
    CAPTURE(one.level);
    for (const size_t at : one.allowed) CHECK_MESSAGE(breaks[at], at);
    for (const size_t at : one.forbidden) CHECK_MESSAGE(!breaks[at], at);
  }
}

// CSS Text 3 §5.3; characters with a width of A, F or W are meant, for Chinese and Japanese.
TEST_CASE("the levels of line-break allow and forbid what CSS says") {
  for (const std::string lang : {"ja", "zh-Hans", "zh-Hant", "zh", "ko", "en"}) {
    const bool is_cj = lang[0] == 'j' || lang[0] == 'z';
    check_starts(U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇷㇿーｧｯｰ", lang, "++-");
    check_starts(U"〜゠", lang, is_cj ? "++-" : "---");
    check_starts(U"‐–", lang, "+--");
    check_starts(U"々〻ゝゞヽヾ", lang, "+--");
    check_starts(U"・：；･‼⁇⁈⁉！？", lang, is_cj ? "+--" : "---");
    check_starts(U"％℃‰′″￠", lang, is_cj ? "+--" : "---");
    check_starts(U"、。，．」』）】》〉", lang, "---");
    check_starts(U"「『（【《〈", lang, "+++");
  }
}

TEST_CASE("signs before a number end a line at the loose level only, opening marks never") {
  for (const std::string lang : {"ja", "zh-Hans", "zh-Hant"}) {
    for (const char32_t c : std::u32string_view(U"￥＄№￡")) {
      CHECK(may_end_line(c, lang, LineBreak::loose));
      CHECK(!may_end_line(c, lang, LineBreak::normal));
      CHECK(!may_end_line(c, lang, LineBreak::strict));
    }
    for (const char32_t c : std::u32string_view(U"「『（【《〈"))
      CHECK(!may_end_line(c, lang, LineBreak::loose));
  }
}

TEST_CASE("a pair of dots is never parted (CLREQ, unbreakable marks; JLREQ 3.1.10 b)") {
  for (const char32_t c : {U'…', U'‥', U'⋯'}) {
    const std::u32string text{U'文', c, c, U'文'};
    for (const LineBreak level : {LineBreak::loose, LineBreak::normal, LineBreak::strict}) {
      for (const std::string lang : {"zh-Hans", "zh-Hant", "ja", "ko"})
        CHECK(break_opportunities(text, {lang, level})[2] == BreakKind::none);
    }
  }
}

TEST_CASE("a million characters are looked through in linear time") {
  const std::u32string part =
      utf8::decode_all("研讨班的第一份材料，是县馆借阅部做的“到馆”统计。2025年9月以前，县馆……");
  std::u32string text;
  while (text.size() < 1'000'000) text += part;
  CHECK(break_opportunities(text, {"zh-Hans"}).size() == text.size());
  CHECK(break_opportunities(std::u32string(200'000, U'…'), {"zh-Hans"}).size() == 200'000);
  CHECK(break_opportunities(std::u32string(200'000, U'‘'), {"zh-Hans"}).size() == 200'000);
  CHECK(break_opportunities(std::u32string(200'000, U'/'), {"zh-Hans"}).size() == 200'000);
}
