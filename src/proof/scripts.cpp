// Counts what stands for either side, and reports the few.
#include "proof/scripts.h"

#include <unicode/translit.h>

#include <map>
#include <memory>
#include <set>

#include "proof/characters.h"

namespace pubbuild::proof {

namespace {

// One script is the text's own where the other has no more than one of so many characters.
constexpr size_t most_mixed = 5;

enum class Kind : uint8_t { both, simplified, traditional };

// Characters of both scripts that conversion tables take for one of them: 著 and 乾 are good simplified
// Chinese in names, 后 and 里 good traditional.
bool is_shared(char32_t c) {
  return is_one_of(c, U"著乾后里于余冲郁征千谷斗台只丑几克杰涌干秋云升咸岳朴沈向");
}

// Which script a character belongs to: the one that conversion leaves it in.
class Kinds {
 public:
  Kinds() : to_simplified_(make("Traditional-Simplified")), to_traditional_(make("Simplified-Traditional")) {}

  Kind of(char32_t c) {
    const auto [found, is_new] = known_.try_emplace(c, Kind::both);
    if (is_new) found->second = look_up(c);
    return found->second;
  }

  std::string other(char32_t c) {
    const bool is_simplified = of(c) == Kind::simplified;
    std::string text;
    converted(is_simplified ? *to_traditional_ : *to_simplified_, c).toUTF8String(text);
    return text;
  }

 private:
  static std::unique_ptr<icu::Transliterator> make(const char* id) {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
  }

  static icu::UnicodeString converted(const icu::Transliterator& by, char32_t c) {
    icu::UnicodeString text(static_cast<UChar32>(c));
    by.transliterate(text);
    return text;
  }

  Kind look_up(char32_t c) const {
    if (!is_han(c) || is_shared(c)) return Kind::both;
    if (!to_simplified_ || !to_traditional_) return Kind::both;
    const icu::UnicodeString own(static_cast<UChar32>(c));
    const bool has_simplified = converted(*to_simplified_, c) != own;
    const bool has_traditional = converted(*to_traditional_, c) != own;
    if (has_simplified == has_traditional) return Kind::both;
    return has_simplified ? Kind::traditional : Kind::simplified;
  }

  std::unique_ptr<icu::Transliterator> to_simplified_;
  std::unique_ptr<icu::Transliterator> to_traditional_;
  std::map<char32_t, Kind> known_;
};

size_t count_of(const std::vector<std::u32string_view>& texts, Kind kind, Kinds& kinds) {
  size_t count = 0;
  for (const std::u32string_view text : texts) {
    for (const char32_t c : text) count += kinds.of(c) == kind;
  }
  return count;
}

size_t count_of(std::u32string_view text, std::u32string_view any) {
  size_t count = 0;
  for (const char32_t c : text) count += is_one_of(c, any);
  return count;
}

}  // namespace

void find_mixed_scripts(const std::vector<std::u32string_view>& texts,
                        const std::function<void(size_t, Finding)>& report) {
  Kinds kinds;
  const size_t simplified = count_of(texts, Kind::simplified, kinds);
  const size_t traditional = count_of(texts, Kind::traditional, kinds);
  const size_t few = std::min(simplified, traditional);
  if (few == 0) return;
  const Kind rare = simplified < traditional ? Kind::simplified : Kind::traditional;
  const bool is_mixed_throughout = few * most_mixed > simplified + traditional;
  const std::string counts = std::to_string(simplified) + " characters are simplified Chinese, " +
                             std::to_string(traditional) + " traditional";
  std::set<char32_t> told;
  for (size_t n = 0; n < texts.size(); ++n) {
    for (size_t place = 0; place < texts[n].size(); ++place) {
      const char32_t c = texts[n][place];
      if (kinds.of(c) != rare || !told.insert(c).second) continue;
      if (is_mixed_throughout)
        return report(n,
                      {"mixed-scripts", place, place + 1, counts, "convert the text: --script hans or hant"});
      const std::string kind = rare == Kind::simplified ? "simplified" : "traditional";
      report(n, {"mixed-scripts", place, place + 1, named(c) + " is " + kind + " Chinese, the others are not",
                 "is it " + kinds.other(c) + "?"});
    }
  }
}

void find_mixed_quotes(const std::vector<std::u32string_view>& texts,
                       const std::function<void(size_t, Finding)>& report) {
  size_t curved = 0;
  size_t angled = 0;
  for (const std::u32string_view text : texts) {
    curved += count_of(text, U"“”");
    angled += count_of(text, U"「」");
  }
  if (curved == 0 || angled == 0) return;
  const std::u32string_view rare = curved < angled ? U"“" : U"「";
  for (size_t n = 0; n < texts.size(); ++n) {
    const size_t place = texts[n].find_first_of(rare);
    if (place == std::u32string_view::npos) continue;
    return report(n, {"mixed-quotation-marks", place, place + 1, "“ ” and 「 」 stand in one article",
                      "the others are " + std::string(curved < angled ? "「 」" : "“ ”")});
  }
}

}  // namespace pubbuild::proof
