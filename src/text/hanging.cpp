// Which marks hang, and at which edge.
#include "text/hanging.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>

#include "base/language.h"

namespace pubbuild {

namespace {

// Stops and commas as CSS Text 4 §8.2 lists them.
bool is_stop_or_comma(char32_t c) {
  constexpr std::u32string_view marks = U",.،۔、。，．﹐﹑﹒｡､";
  return marks.find(c) != std::u32string_view::npos;
}

bool is_quote(char32_t c) {
  const int8_t type = u_charType(static_cast<UChar32>(c));
  return type == U_INITIAL_PUNCTUATION || type == U_FINAL_PUNCTUATION || c == U'\'' || c == U'"';
}

bool is_bracket(char32_t c, UCharCategory category) {
  return u_charType(static_cast<UChar32>(c)) == category;
}

bool is_mark(CharacterClass c) {
  return c == CharacterClass::opening || c == CharacterClass::closing || c == CharacterClass::comma ||
         c == CharacterClass::stop || c == CharacterClass::exclamation;
}

class Hanging {
 public:
  Hanging(std::vector<Cluster>& clusters, const FlatText& text) : clusters_(clusters), text_(text) {}

  void run() {
    hang_first(clusters_.front());
    for (size_t n = 0; n < clusters_.size(); ++n) {
      if (is_stop_or_comma(clusters_[n].character) && !follows_mark(n)) hang_end(clusters_[n]);
    }
    hang_last(clusters_.back());
  }

 private:
  const HangingPunctuation& asked(const Cluster& cluster) const {
    return text_.runs[cluster.run].style->hanging_punctuation;
  }

  bool follows_mark(size_t n) const {
    const std::string& lang = text_.runs[clusters_[n].run].style->lang;
    const bool chinese = script_of(lang) == Script::hans || script_of(lang) == Script::hant;
    return chinese && n > 0 && is_mark(clusters_[n - 1].character_class);
  }

  void hang_first(Cluster& first) const {
    const bool can = is_bracket(first.character, U_START_PUNCTUATION) || is_quote(first.character);
    if (can && asked(first).first && first.padding == 0) first.start_trim = first.advance;
  }

  void hang_last(Cluster& last) const {
    const bool can = is_bracket(last.character, U_END_PUNCTUATION) || is_quote(last.character);
    if (can && asked(last).last && last.padding == 0) hang_always(last);
  }

  void hang_end(Cluster& cluster) const {
    if (cluster.padding != 0) return;
    if (asked(cluster).force_end) hang_always(cluster);
    if (asked(cluster).allow_end) cluster.end_hang = cluster.advance - cluster.end_trim - cluster.end_give;
  }

  static void hang_always(Cluster& cluster) {
    cluster.end_trim = cluster.advance;
    cluster.end_give = cluster.end_hang = 0;
  }

  std::vector<Cluster>& clusters_;
  const FlatText& text_;
};

bool hangs(const HangingPunctuation& asked) {
  return asked.first || asked.last || asked.force_end || asked.allow_end;
}

}  // namespace

void hang_marks(std::vector<Cluster>& clusters, const FlatText& text) {
  const bool any = std::ranges::any_of(
      text.runs, [](const StyleRun& run) { return hangs(run.style->hanging_punctuation); });
  if (any && !clusters.empty()) Hanging(clusters, text).run();
}

}  // namespace pubbuild
