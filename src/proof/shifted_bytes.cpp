// Walks back through the bytes; each way that it finds is damaged once more and must give the same text.
#include "proof/shifted_bytes.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_set>

#include "proof/characters.h"
#include "proof/code_page_936.h"
#include "proof/common_characters.h"
#include "proof/pinyin.h"
#include "proof/readings.h"

namespace pubbuild::proof {

namespace {

// So long a run would be a text without marks, digits or Latin letters.
constexpr size_t longest_run = 300;
// Steps that are tried in a run, where with one lost pair each place has 1,222 ways to go on; and in all runs
// of an article, which then takes some seconds.
constexpr size_t most_steps = 400'000;
constexpr size_t most_steps_in_all = 40'000'000;
constexpr size_t steps_of_weighing = 100;
constexpr size_t most_ways = 4'000;
constexpr size_t most_suggestions = 3;
// What full-width ASCII has for a lead byte, and for trail bytes above those of ASCII.
constexpr uint8_t full_width_lead = 0xA3;
constexpr uint8_t full_width_offset = 0x80;
// A character of its own on Windows, no lead byte anywhere.
constexpr uint8_t euro_byte = 0x80;

// What was put in behind so many bytes of a text.
struct Inserted {
  size_t at = 0;
  std::u32string_view gloss;
};

struct Way {
  std::u32string text;
  std::vector<Inserted> readings;
  size_t end = 0;  // in the damaged text
};

bool is_private_use(char32_t c) {
  return c >= 0xE000 && c <= 0xF8FF;
}

char32_t without_width(char32_t c) {
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF00 + 0x20 : c;
}

bool is_prose(char32_t c) {
  return is_han(c) || is_kana(c) || (c >= 0x2010 && c <= 0x2026) || (c >= 0x3001 && c <= 0x3017) ||
         (c >= 0xFF01 && c <= 0xFF5E);
}

// Lead bytes of the user-defined areas 1 and 2, whose trail bytes begin with A1.
bool is_user_defined(uint8_t lead) {
  return (lead >= 0xAA && lead <= 0xAF) || lead >= 0xF8;
}

constexpr uint8_t lead_of(uint16_t pair) {
  return static_cast<uint8_t>(pair >> 8);
}
constexpr uint8_t trail_of(uint16_t pair) {
  return static_cast<uint8_t>(pair & 0xFF);
}

// What begins at `n`: "(lián)", or "?lián)".
std::optional<Syllable> gloss_at(std::u32string_view text, size_t n, char32_t opening) {
  return at(text, n) == opening ? syllable_at(text, n + 1, U')') : std::nullopt;
}
std::optional<Syllable> broken_gloss_at(std::u32string_view text, size_t n) {
  return gloss_at(text, n, U'?');
}

// The characters of the page that begin with a byte and have a reading, as their trail bytes.
class Homophones {
 public:
  explicit Homophones(const CodePage936& page) : page_(page) {}

  const std::vector<uint8_t>& trails_of(uint8_t lead, const std::string& letters) {
    const auto [found, is_new] = known_.try_emplace({lead, letters});
    if (!is_new) return found->second;
    for (int trail = CodePage936::first_trail; trail <= CodePage936::last_byte; ++trail) {
      const auto byte = static_cast<uint8_t>(trail);
      if (has_reading(page_.character(lead, byte), letters)) found->second.push_back(byte);
    }
    return found->second;
  }

 private:
  const CodePage936& page_;
  std::map<std::pair<uint8_t, std::string>, std::vector<uint8_t>> known_;
};

// All texts that a damaged one can have been, from the character on whose trail byte began the first pattern.
class Ways {
 public:
  Ways(std::u32string_view damaged, size_t begin, const CodePage936& page, Homophones& homophones)
      : damaged_(damaged), begin_(begin), page_(page), homophones_(homophones) {}

  // With one pair of bytes lost, and common characters only: else there would be thousands.
  Ways& with_lost_pair(CommonCharacters& common) {
    common_ = &common;
    lost_ = 1;
    return *this;
  }

  size_t steps() const { return steps_; }

  std::vector<Way> find() {
    put(damaged_[begin_]);
    go_on_aligned(begin_ + 1);
    return std::move(found_);
  }

 private:
  // Characters stand as they were.
  void go_on_aligned(size_t n) {
    const size_t readings = way_.readings.size();
    if (const auto gloss = gloss_at(damaged_, n, U'(')) {
      if (!has_reading(way_.text.back(), gloss->letters)) return;
      insert(bytes_, n, *gloss);
      n = gloss->end;
    }
    if (const auto broken = broken_gloss_at(damaged_, n)) {
      shift(n, *broken);
    } else if (found_.size() < most_ways && n > begin_ + 1 && lost_ == 0) {
      found_.push_back(way_);
      found_.back().end = n;
    }
    way_.readings.resize(readings);
  }

  // A pattern began with the trail byte of the last character and ended with a lead byte.
  void shift(size_t n, const Syllable& reading) {
    const uint8_t lead = trail_of(page_.pair(way_.text.back()));
    if (lead < CodePage936::first_lead) return;
    insert(bytes_ + 1, n, reading);
    for (const uint8_t trail : homophones_.trails_of(lead, reading.letters)) {
      if (trail >= CodePage936::first_lead) go_on_shifted(reading.end, trail);
    }
    way_.readings.pop_back();
  }

  // `lead` is that of a character whose trail byte is the first one of what stands at `n`.
  void go_on_shifted(size_t n, uint8_t lead) {
    if (++steps_ > most_steps || n >= damaged_.size() || n - begin_ > longest_run) return;
    if (lost_ > 0) lose_a_pair(n, lead);
    const char32_t c = damaged_[n];
    if (c == U'€') {
      end_with_byte(n, lead, euro_byte);
    } else if (const auto broken = broken_gloss_at(damaged_, n)) {
      end_with_gloss(n, *broken, lead);
    } else if (const auto gloss = gloss_at(damaged_, n, U'(');
               gloss && has_reading(damaged_[n - 1], gloss->letters)) {
      insert(bytes_ + 1, n, *gloss);
      go_on_shifted(gloss->end, lead);
      way_.readings.pop_back();
    } else if (const uint16_t pair = page_.pair(c)) {
      take_pair(n, lead, pair);
    } else if (c > U' ' && c < 0x7F) {
      take_one_byte(n, lead, static_cast<uint8_t>(c));
    }
  }

  void lose_a_pair(size_t n, uint8_t lead) {
    --lost_;
    for (int first = CodePage936::first_lead; first <= CodePage936::last_byte; ++first) {
      const auto trail = static_cast<uint8_t>(first);
      if (!is_user_defined(trail) || !put(lead, trail)) continue;
      for (int second = 0xA1; second <= CodePage936::last_byte; ++second)
        go_on_shifted(n, static_cast<uint8_t>(second));
      take_back();
    }
    ++lost_;
  }

  // The lead byte of the parenthesis's pair was the trail byte of a character that has this reading.
  void end_with_gloss(size_t n, const Syllable& reading, uint8_t lead) {
    for (const uint8_t trail : homophones_.trails_of(lead, reading.letters)) {
      if (!put(lead, trail)) continue;
      insert(bytes_, n, reading);
      go_on_aligned(reading.end);
      way_.readings.pop_back();
      take_back();
    }
  }

  void take_pair(size_t n, uint8_t lead, uint16_t pair) {
    if (!put(lead, lead_of(pair))) return;
    const uint8_t next = trail_of(pair);
    if (next >= CodePage936::first_lead) {
      go_on_shifted(n + 1, next);
    } else if (is_ascii_letter(next)) {
      put(next);
      go_on_aligned(n + 1);
      take_back();
    }
    take_back();
  }

  // A trail byte that was no lead byte.
  void end_with_byte(size_t n, uint8_t lead, uint8_t byte) {
    if (!put(lead, byte)) return;
    go_on_aligned(n + 1);
    take_back();
  }

  // Such a byte, or the half-width form of a shifted pair.
  void take_one_byte(size_t n, uint8_t lead, uint8_t byte) {
    if (byte >= CodePage936::first_trail) end_with_byte(n, lead, byte);
    if (put(lead, full_width_lead)) {
      go_on_shifted(n + 1, static_cast<uint8_t>(byte + full_width_offset));
      take_back();
    }
  }

  bool put(uint8_t lead, uint8_t trail) {
    const char32_t c = page_.character(lead, trail);
    if (!is_prose(c) || (common_ != nullptr && is_han(c) && !common_->contains(c))) return false;
    put(c);
    return true;
  }
  void put(char32_t c) {
    way_.text += c;
    bytes_ += c < 0x80 ? 1 : 2;
  }
  void take_back() {
    bytes_ -= way_.text.back() < 0x80 ? 1 : 2;
    way_.text.pop_back();
  }
  // The reading at `n` went behind so many bytes.
  void insert(size_t bytes, size_t n, const Syllable& reading) {
    way_.readings.push_back({bytes, damaged_.substr(n + 1, reading.end - n - 1)});
  }

  std::u32string_view damaged_;
  size_t begin_;
  const CodePage936& page_;
  Homophones& homophones_;
  CommonCharacters* common_ = nullptr;
  size_t lost_ = 0;
  size_t steps_ = 0;
  size_t bytes_ = 0;
  Way way_;
  std::vector<Way> found_;
};

// Bytes, and above their range the letters of readings that have more than one.
constexpr char32_t first_letter = 0x1000000;

std::vector<char32_t> bytes_of(std::u32string_view text, const CodePage936& page) {
  std::vector<char32_t> bytes;
  for (const char32_t c : text) {
    const uint16_t pair = page.pair(c);
    if (pair != 0) bytes.push_back(lead_of(pair));
    bytes.push_back(pair != 0 ? trail_of(pair) : c);
  }
  return bytes;
}

void insert_readings(std::vector<char32_t>& bytes, std::vector<Inserted> readings) {
  std::ranges::stable_sort(readings, std::greater<>(), &Inserted::at);
  for (const Inserted& inserted : readings) {
    std::u32string gloss = U"(";
    for (const char32_t c : inserted.gloss) gloss += c < 0x80 ? c : first_letter + c;
    bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(inserted.at), gloss.begin(), gloss.end());
  }
}

enum class Euro : uint8_t { is_character, is_wrong };

// As code page 936, an impossible pair a question mark, the user's own characters left out, and all in the
// forms of ASCII that there are.
std::u32string read_again(const std::vector<char32_t>& bytes, const CodePage936& page, Euro euro) {
  std::u32string text;
  for (size_t n = 0; n < bytes.size(); ++n) {
    if (bytes[n] == euro_byte && euro == Euro::is_character) {
      text += U'€';
      continue;
    }
    if (bytes[n] < euro_byte || bytes[n] > CodePage936::last_byte) {
      text += bytes[n] < first_letter ? bytes[n] : bytes[n] - first_letter;
      continue;
    }
    const char32_t next = n + 1 < bytes.size() ? bytes[n + 1] : U'\0';
    const char32_t c = next > CodePage936::last_byte
                           ? U'\0'
                           : page.character(static_cast<uint8_t>(bytes[n]), static_cast<uint8_t>(next));
    if (!is_private_use(c)) text += c == 0 ? U'?' : without_width(c);
    if (c != 0 || next < 0x80) ++n;
  }
  return text;
}

std::u32string without_widths(std::u32string_view text) {
  std::u32string narrow(text);
  std::ranges::transform(narrow, narrow.begin(), without_width);
  return narrow;
}

enum class Lost : uint8_t { nothing, a_pair };

// Whether all characters are common, whether all patterns are known ones, and how few neighbours are new.
using Likelihood = std::tuple<bool, bool, std::ptrdiff_t>;

struct Weighed {
  Way way;
  Lost lost;
  Likelihood likelihood;

  bool is_common() const { return std::get<0>(likelihood); }
};

class Runs {
 public:
  Runs(const std::vector<std::u32string_view>& texts, const std::set<char32_t>& glossed)
      : texts_(texts), glossed_(glossed), common_(texts) {}

  std::vector<ShiftedRun> find() {
    std::vector<ShiftedRun> runs;
    for (size_t text = 0; text < texts_.size(); ++text) {
      size_t read_to = 0;
      for (size_t n = 1; n < texts_[text].size(); ++n) {
        const auto begin = begin_of_run(texts_[text], n);
        if (!begin || *begin < read_to) continue;
        runs.push_back(run_at(text, *begin, n));
        read_to = runs.back().end;
        n = read_to - 1;
      }
    }
    return runs;
  }

 private:
  // Where the character stands whose trail byte began what is broken at `n`: before it, or before the
  // reading of its own that it has.
  std::optional<size_t> begin_of_run(std::u32string_view text, size_t n) {
    const auto broken = broken_gloss_at(text, n);
    if (!broken) return std::nullopt;
    size_t begin = n - 1;
    if (text[begin] == U')') {
      const size_t open = text.rfind(U'(', begin);
      if (open == std::u32string_view::npos || open == 0) return std::nullopt;
      const auto gloss = gloss_at(text, open, U'(');
      if (!gloss || gloss->end != n) return std::nullopt;
      begin = open - 1;
    }
    const std::vector<uint8_t>& patterns =
        homophones_.trails_of(trail_of(page_.pair(text[begin])), broken->letters);
    return patterns.empty() || patterns.back() < CodePage936::first_lead ? std::nullopt
                                                                         : std::optional(begin);
  }

  ShiftedRun run_at(size_t text, size_t begin, size_t broken) {
    ShiftedRun run{text, begin, possible_end(texts_[text], broken)};
    std::vector<Weighed> ways = ways_of(run, Lost::nothing);
    const auto common = std::ranges::count_if(ways, &Weighed::is_common);
    std::ranges::move(ways_of(run, Lost::a_pair), std::back_inserter(ways));
    if (ways.empty()) return run;
    std::ranges::stable_sort(ways, std::greater<>(), &Weighed::likelihood);
    const Weighed& best = ways.front();
    run.is_certain = best.lost == Lost::nothing && best.is_common() && common == 1 &&
                     (ways.size() == 1 || ways[1].likelihood < best.likelihood);
    ways.resize(std::min(ways.size(), run.is_certain ? size_t{1} : most_suggestions));
    run.end = std::ranges::max(ways, {}, [](const Weighed& each) { return each.way.end; }).way.end;
    for (const auto& [way, lost, likelihood] : ways)
      run.meant.push_back(way.text + std::u32string(texts_[text].substr(way.end, run.end - way.end)));
    return run;
  }

  // Where the shift may end at the earliest: at a character of one byte, or with the next broken reading.
  static size_t possible_end(std::u32string_view text, size_t broken) {
    size_t n = broken_gloss_at(text, broken)->end;
    while (n < text.size()) {
      if (const auto next = broken_gloss_at(text, n)) return next->end;
      if (const auto gloss = gloss_at(text, n, U'(')) {
        n = gloss->end;
        continue;
      }
      ++n;
      if (text[n - 1] >= CodePage936::first_trail && text[n - 1] < 0x7F) break;
    }
    return n;
  }

  std::vector<Weighed> ways_of(const ShiftedRun& run, Lost lost) {
    const std::u32string_view damaged = texts_[run.text];
    Ways search(damaged, run.begin, page_, homophones_);
    if (lost == Lost::a_pair) search.with_lost_pair(common_);
    std::vector<Weighed> ways;
    if (steps_ > most_steps_in_all) return ways;
    std::vector<Way> found = search.find();
    steps_ += search.steps() + found.size() * steps_of_weighing;
    for (Way& way : found) {
      if (lacks_a_reading(way) || !gives(way, damaged.substr(run.begin, way.end - run.begin))) continue;
      const Likelihood likelihood{has_only_common(way), has_known_patterns(way), -new_pairs(way.text)};
      ways.push_back({std::move(way), lost, likelihood});
    }
    return ways;
  }

  bool gives(const Way& way, std::u32string_view damaged) const {
    std::vector<char32_t> bytes = bytes_of(way.text, page_);
    insert_readings(bytes, way.readings);
    const std::u32string narrow = without_widths(damaged);
    return read_again(bytes, page_, Euro::is_character) == narrow ||
           read_again(bytes, page_, Euro::is_wrong) == narrow;
  }

  // Whether a pattern stands in the bytes that was not found there, although it was everywhere else.
  bool lacks_a_reading(const Way& way) const {
    const std::vector<char32_t> bytes = bytes_of(way.text, page_);
    const auto has_reading_at = [&](size_t at) {
      return std::ranges::find(way.readings, at, &Inserted::at) != way.readings.end();
    };
    for (size_t n = 0; n + 2 < bytes.size(); ++n) {
      const char32_t c = page_.character(static_cast<uint8_t>(bytes[n]), static_cast<uint8_t>(bytes[n + 1]));
      if (glossed_.contains(c) && !has_reading_at(n + 2) && !has_reading_at(n + 1)) return true;
    }
    return false;
  }

  bool has_only_common(const Way& way) {
    return std::ranges::all_of(way.text, [this](char32_t c) { return !is_han(c) || common_.contains(c); });
  }

  bool has_known_patterns(const Way& way) const {
    const std::vector<char32_t> bytes = bytes_of(way.text, page_);
    return std::ranges::all_of(way.readings, [&](const Inserted& inserted) {
      return glossed_.contains(page_.character(static_cast<uint8_t>(bytes[inserted.at - 2]),
                                               static_cast<uint8_t>(bytes[inserted.at - 1])));
    });
  }

  static uint64_t neighbours(std::u32string_view text, size_t n) {
    return uint64_t{text[n - 1]} << 32 | text[n];
  }

  // How many neighbours in a text stand so nowhere else.
  std::ptrdiff_t new_pairs(std::u32string_view text) {
    if (pairs_.empty()) {
      for (const std::u32string_view each : texts_) {
        for (size_t n = 1; n < each.size(); ++n) pairs_.insert(neighbours(each, n));
      }
    }
    std::ptrdiff_t count = 0;
    for (size_t n = 1; n < text.size(); ++n) count += !pairs_.contains(neighbours(text, n));
    return count;
  }

  const std::vector<std::u32string_view>& texts_;
  const std::set<char32_t>& glossed_;
  CodePage936 page_;
  Homophones homophones_{page_};
  CommonCharacters common_;
  size_t steps_ = 0;
  std::unordered_set<uint64_t> pairs_;
};

bool has_broken_gloss(std::u32string_view text) {
  for (size_t n = text.find(U'?'); n < text.size(); n = text.find(U'?', n + 1)) {
    if (broken_gloss_at(text, n)) return true;
  }
  return false;
}

}  // namespace

std::vector<ShiftedRun> shifted_runs(const std::vector<std::u32string_view>& texts,
                                     const std::set<char32_t>& glossed) {
  if (std::ranges::none_of(texts, has_broken_gloss)) return {};
  return Runs(texts, glossed).find();
}

}  // namespace pubbuild::proof
