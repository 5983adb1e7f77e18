// Clusters → clusters with CLREQ's widths, and what a line may change of them.
#include "text/spacing.h"

#include <algorithm>
#include <string_view>

#include "base/language.h"
#include "text/autospace.h"
#include "text/mark_trims.h"

namespace pubbuild {

namespace {

// The white of a mark before a note's number would part the two.
bool begins_note_mark(const FlatText& text, const Cluster& cluster) {
  const StyleRun& run = text.runs[cluster.run];
  return run.no_break_before && run.begin == cluster.begin;
}

void close_up(Cluster& cluster) {
  if (cluster.character_class == CharacterClass::opening) return;
  cluster.advance -= cluster.trim_right;
  cluster.trim_right = cluster.end_trim = cluster.end_give = 0;
}

// CLREQ C2: a word space shrinks to a quarter of an em. Text of other scripts has no other white to give:
// TeX's fonts let it shrink by a third.
void let_blank_shrink(Cluster& blank, const ComputedStyle& style) {
  const bool is_cjk = script_of(style.lang) != Script::other;
  const int32_t least = is_cjk ? blank.em / 4 : blank.advance * 2 / 3;
  blank.shrink = Shrink::word_space;
  blank.trim_right = std::max(0, blank.advance - least);
}

bool is_framed_class(CharacterClass c) {
  return c != CharacterClass::western && c != CharacterClass::blank;
}

// JLREQ cl-12, cl-13 and the squared units: one word with their number (CLREQ U4).
bool is_unit_of_number(const Cluster& cluster, const Cluster& next) {
  constexpr std::u32string_view before = U"￥＄￡￠";
  constexpr std::u32string_view after = U"％‰℃℉°′″￠";
  const auto is_digit = [](const Cluster& of) { return is_western_digit(of.character); };
  if (before.find(cluster.character) != std::u32string_view::npos) return is_digit(next);
  const bool squared = next.character >= 0x3371 && next.character <= 0x33DF;
  return is_digit(cluster) && (squared || after.find(next.character) != std::u32string_view::npos);
}

// May the space between two clusters grow when a line is stretched (CLREQ, inter-character space expansion;
// U1 to U8)?
bool gap_stretches(const Cluster& cluster, const Cluster& next) {
  if (cluster.character_class == CharacterClass::blank) return true;
  if (cluster.character_class == CharacterClass::opening ||
      cluster.character_class == CharacterClass::connector || is_unit_of_number(cluster, next))
    return false;
  switch (next.character_class) {
    case CharacterClass::blank:
    case CharacterClass::closing:
    case CharacterClass::comma:
    case CharacterClass::stop:
    case CharacterClass::exclamation:
    case CharacterClass::connector:
      return false;
    case CharacterClass::dash:
    case CharacterClass::ellipsis:
      return next.character_class != cluster.character_class;
    case CharacterClass::western:
      return is_framed_class(cluster.character_class);
    case CharacterClass::ideograph:
    case CharacterClass::opening:
    case CharacterClass::interpunct:
    case CharacterClass::ideographic_space:
      return true;
  }
  return true;
}

}  // namespace

void space_clusters(std::vector<Cluster>& clusters, const FlatText& text) {
  trim_marks(clusters, text);
  for (Cluster& cluster : clusters) {
    if (cluster.character == U' ') let_blank_shrink(cluster, *text.runs[cluster.run].style);
  }
  space_scripts(clusters, text);
  for (size_t n = 0; n + 1 < clusters.size(); ++n) {
    const bool before_note = begins_note_mark(text, clusters[n + 1]);
    if (before_note) close_up(clusters[n]);
    clusters[n].gap_stretches = !before_note && gap_stretches(clusters[n], clusters[n + 1]);
  }
}

}  // namespace pubbuild
