// 風(fēng): a character, a parenthesis, its reading; and what such readings broke.
#include "proof/glosses.h"

#include <algorithm>
#include <map>
#include <set>

#include "proof/characters.h"
#include "proof/pinyin.h"
#include "proof/readings.h"
#include "proof/shifted_bytes.h"

namespace pubbuild::proof {

namespace {

// Of one character: an author may explain it where it first stands, and again in a note.
constexpr size_t least_occurrences = 3;
// So many characters that stand often and never without a reading are the work of a machine, and then all
// such readings are, also of characters that stand once.
constexpr size_t characters_of_machine = 5;

struct Gloss {
  char32_t han = 0;
  size_t text = 0;
  size_t begin = 0;  // of the parenthesis
  size_t end = 0;
};

// Where the gloss ends that begins with a parenthesis at `open`; `open` where it is none.
size_t end_of_gloss(std::u32string_view text, size_t open) {
  const auto syllable = syllable_at(text, open + 1, text[open] == U'（' ? U'）' : U')');
  return syllable && has_reading(text[open - 1], syllable->letters) ? syllable->end : open;
}

std::vector<Gloss> glosses_in(std::u32string_view text, size_t number) {
  std::vector<Gloss> glosses;
  for (size_t n = 1; n < text.size(); ++n) {
    if ((text[n] != U'(' && text[n] != U'（') || !is_han(text[n - 1])) continue;
    const size_t end = end_of_gloss(text, n);
    if (end > n) glosses.push_back({text[n - 1], number, n, end});
  }
  return glosses;
}

class Glosses {
 public:
  explicit Glosses(const std::vector<std::u32string_view>& texts) : texts_(texts) {
    for (size_t n = 0; n < texts.size(); ++n) {
      for (const Gloss& gloss : glosses_in(texts[n], n)) glosses_.push_back(gloss);
    }
    runs_ = shifted_runs(texts, characters_glossed());
    std::erase_if(glosses_, [this](const Gloss& gloss) { return is_shifted(gloss.text, gloss.begin); });
    count();
  }

  void report(const std::function<void(size_t, Finding)>& report) const {
    for (const ShiftedRun& run : runs_) report(run.text, finding_of(run));
    const size_t least = is_work_of_machine() ? 1 : least_occurrences;
    for (const Gloss& gloss : glosses_) {
      Finding finding = finding_of(gloss);
      if (written_.at(gloss.han) >= least && is_always_glossed(gloss.han)) finding.repair = U"";
      report(gloss.text, finding);
    }
  }

 private:
  // Those that nearly always have a reading: what was read shifted may look like one of them.
  std::set<char32_t> characters_glossed() {
    count();
    std::set<char32_t> all;
    for (const auto& [han, count] : glossed_) {
      if (count >= least_occurrences && count * 2 > written_[han]) all.insert(han);
    }
    return all;
  }

  void count() {
    glossed_.clear();
    written_.clear();
    for (const Gloss& gloss : glosses_) ++glossed_[gloss.han];
    for (size_t text = 0; text < texts_.size(); ++text) {
      for (size_t n = 0; n < texts_[text].size(); ++n) {
        const char32_t c = texts_[text][n];
        if (glossed_.contains(c) && !is_shifted(text, n)) ++written_[c];
      }
    }
  }

  bool is_shifted(size_t text, size_t place) const {
    const auto next = std::ranges::upper_bound(runs_, std::pair(text, place), {}, [](const ShiftedRun& run) {
      return std::pair(run.text, run.begin);
    });
    return next != runs_.begin() && std::prev(next)->text == text && place < std::prev(next)->end;
  }

  bool is_always_glossed(char32_t han) const { return glossed_.at(han) == written_.at(han); }

  bool is_work_of_machine() const {
    const auto frequent = std::ranges::count_if(glossed_, [&](const auto& each) {
      return each.second >= least_occurrences && is_always_glossed(each.first);
    });
    return static_cast<size_t>(frequent) >= characters_of_machine;
  }

  Finding finding_of(const Gloss& gloss) const {
    const std::u32string_view words = texts_[gloss.text].substr(gloss.begin - 1, gloss.end - gloss.begin + 1);
    return {"pinyin-gloss", gloss.begin, gloss.end, "a reading stands in the text: " + encoded(words),
            "leave it out, or write {" + encoded(words.substr(0, 1)) + "|" +
                encoded(words.substr(2, words.size() - 3)) + "}"};
  }

  Finding finding_of(const ShiftedRun& run) const {
    const std::u32string_view words = texts_[run.text].substr(run.begin, run.end - run.begin);
    Finding finding{
        "shifted-bytes", run.begin, run.end,
        "a reading was put within a character, and shifted the bytes behind it: " + encoded(words)};
    finding.is_all_or_nothing = true;
    if (run.meant.empty()) {
      finding.hint = "look it up in the original";
    } else if (run.is_certain) {
      finding.hint = "it was '" + encoded(run.meant.front()) + "'";
      finding.repair = run.meant.front();
    } else {
      finding.hint = "was it";
      for (const std::u32string& meant : run.meant)
        finding.hint += (&meant == &run.meant.front() ? " '" : " or '") + encoded(meant) + "'";
      finding.hint += "?";
    }
    return finding;
  }

  const std::vector<std::u32string_view>& texts_;
  std::vector<Gloss> glosses_;
  std::vector<ShiftedRun> runs_;
  std::map<char32_t, size_t> glossed_;
  std::map<char32_t, size_t> written_;
};

}  // namespace

void find_glosses(const std::vector<std::u32string_view>& texts,
                  const std::function<void(size_t, Finding)>& report) {
  Glosses(texts).report(report);
}

}  // namespace pubbuild::proof
