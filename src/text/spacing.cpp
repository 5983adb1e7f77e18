// Clusters → clusters with CLREQ's punctuation widths and CJK–Latin spacing.
#include "text/spacing.h"

#include <algorithm>

namespace pubbuild {

namespace {

// Ink must not touch what stands beside it (CLREQ gives no figure; measured: less looks glued at 10.5 pt).
constexpr int32_t clearance_permille = 40;

bool is_mark(CharacterClass c) {
  return c == CharacterClass::opening || c == CharacterClass::closing || c == CharacterClass::comma ||
         c == CharacterClass::stop;
}

bool trims_marks(const ComputedStyle& style) {
  return style.text_spacing_trim != TextSpacingTrim::space_all &&
         style.text_spacing_trim != TextSpacingTrim::normal;
}

bool squeezes_pairs(const ComputedStyle& style) {
  return style.text_spacing_trim != TextSpacingTrim::space_all;
}

void cut_left(Cluster& cluster, int32_t amount) {
  cluster.advance -= amount;
  cluster.cut_left += amount;
  cluster.trim_left -= amount;
}

void cut_right(Cluster& cluster, int32_t amount) {
  cluster.advance -= amount;
  cluster.trim_right -= amount;
}

// CLREQ P2 to P5: of two marks side by side one gives up its half, so that a bracket stays close to what it
// holds.
void squeeze_pair(Cluster& first, Cluster& second) {
  const bool first_is_middle = first.character_class == CharacterClass::ideographic_space;
  const bool second_is_middle = second.character_class == CharacterClass::ideographic_space;
  if (second.character_class == CharacterClass::opening &&
      (is_mark(first.character_class) || first_is_middle)) {
    cut_left(second, second.trim_left);
  } else if (is_mark(first.character_class) && first.character_class != CharacterClass::opening &&
             (is_mark(second.character_class) || second_is_middle)) {
    const bool bracket = first.character_class == CharacterClass::closing ||
                         second.character_class == CharacterClass::closing || second_is_middle;
    // Two exclamation or question marks in a row stand together too (CLREQ P9).
    const bool repeated =
        first.character_class == CharacterClass::stop && second.character_class == CharacterClass::stop;
    if (bracket || repeated) cut_right(first, first.trim_right);
  }
}

struct Side {
  bool cjk = false;
  bool western = false;
};

Side side_of(const Cluster& cluster, char32_t character) {
  if (cluster.is_object) return {};
  return {is_cjk_letter(character),
          cluster.character_class == CharacterClass::western && is_western_letter(character)};
}

int32_t autospace(const Cluster& cluster) {
  return cluster.em / 4;
}

bool wants_autospace(const FlatText& text, const Cluster& a, const Cluster& b) {
  return text.runs[a.run].style->text_autospace != no_autospace &&
         text.runs[b.run].style->text_autospace != no_autospace;
}

bool collapses_blanks(const ComputedStyle& style) {
  return style.white_space == WhiteSpace::normal || style.white_space == WhiteSpace::nowrap ||
         style.white_space == WhiteSpace::pre_line;
}

// The white of a mark before a note's number would part the two.
bool begins_note_mark(const FlatText& text, const Cluster& cluster) {
  const StyleRun& run = text.runs[cluster.run];
  return run.no_break_before && run.begin == cluster.begin;
}

bool is_framed_class(CharacterClass c) {
  return c != CharacterClass::western && c != CharacterClass::blank;
}

// May the space between two clusters grow when a line is stretched (CLREQ, inter-character space expansion;
// U1, U2)?
bool gap_stretches(const Cluster& cluster, const Cluster& next) {
  if (cluster.character_class == CharacterClass::blank) return true;
  if (cluster.character_class == CharacterClass::opening) return false;
  switch (next.character_class) {
    case CharacterClass::blank:
    case CharacterClass::closing:
    case CharacterClass::comma:
    case CharacterClass::stop:
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

void set_trims(Cluster& cluster, int32_t left_bearing, int32_t right_bearing) {
  if (!is_mark(cluster.character_class) || cluster.advance < cluster.em * 9 / 10) return;
  const int32_t clearance = cluster.em * clearance_permille / 1000;
  const int32_t half = cluster.em / 2;
  const auto room = [&](int32_t bearing) {
    return bearing >= half ? half : std::max(bearing - clearance, 0);
  };
  cluster.trim_left = room(left_bearing);
  cluster.trim_right = room(right_bearing);
  // A mark in the left half of its frame has no white to give at its left, whatever the font's bearing leaves
  // there.
  if (cluster.trim_left < cluster.em / 4) cluster.trim_left = 0;
  if (cluster.trim_right < cluster.em / 4) cluster.trim_right = 0;
}

void space_clusters(std::vector<Cluster>& clusters, const std::vector<char32_t>& characters,
                    const FlatText& text) {
  for (size_t n = 0; n < clusters.size(); ++n) {
    Cluster& cluster = clusters[n];
    if (!trims_marks(*text.runs[cluster.run].style)) cluster.trim_left = 0;
    if (n + 1 == clusters.size()) break;
    Cluster& next = clusters[n + 1];
    cluster.gap_stretches = gap_stretches(cluster, next);
    if (begins_note_mark(text, next) && cluster.character_class != CharacterClass::opening) {
      cut_right(cluster, cluster.trim_right);
    }
    if (squeezes_pairs(*text.runs[cluster.run].style)) squeeze_pair(cluster, next);
    const Side before = side_of(cluster, characters[n]);
    const Side after = side_of(next, characters[n + 1]);
    if ((before.cjk && after.western) || (before.western && after.cjk)) {
      if (wants_autospace(text, cluster, next)) cluster.gap += autospace(cluster);
    }
    // A blank that the author typed between Han and Latin stands for the space, it is not added to it (CLREQ
    // W4).
    if (n == 0 || cluster.character_class != CharacterClass::blank || characters[n] == U'\n') continue;
    const Side left = side_of(clusters[n - 1], characters[n - 1]);
    const bool between = (left.cjk && after.western) || (left.western && after.cjk);
    if (between && collapses_blanks(*text.runs[cluster.run].style) && wants_autospace(text, cluster, next)) {
      cluster.advance = 0;
      cluster.gap = autospace(cluster);
    }
  }
}

}  // namespace pubbuild
