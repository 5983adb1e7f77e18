// Values of text-spacing-trim → rules for pairs and line edges → trims of clusters.
#include "text/mark_trims.h"

#include <algorithm>
#include <utility>

#include "base/language.h"

namespace pubbuild {

namespace {

// Ink must not touch what stands beside it (CLREQ gives no figure; measured: less looks glued at 10.5 pt).
constexpr int32_t clearance_permille = 40;

enum class LineStartMark : uint8_t { full, half, half_but_first };
enum class LineEndMark : uint8_t { full, half_to_fit, half };
// `collapse`: CSS Text 4, fullwidth punctuation collapsing. `publisher`: and CLREQ's rules for pauses and
// exclamations. `all`: no mark has more than half its frame, whatever stands beside it.
enum class MarkPairs : uint8_t { full, collapse, publisher, all };

struct TrimRules {
  LineStartMark start = LineStartMark::full;
  LineEndMark end = LineEndMark::full;
  MarkPairs pairs = MarkPairs::full;
};

// GB/T 15834 5.1.10 has marks at a line's end half an em wide; elsewhere they are so where room is wanted
// (CSS Text 4; JLREQ 3.1.9).
TrimRules publisher_rules(Script script) {
  switch (script) {
    case Script::hans:
      return {LineStartMark::half, LineEndMark::half, MarkPairs::publisher};
    case Script::hant:
      return {LineStartMark::half, LineEndMark::half_to_fit, MarkPairs::publisher};
    case Script::japanese:
    case Script::korean:
    case Script::other:
      return {LineStartMark::half, LineEndMark::half_to_fit, MarkPairs::collapse};
  }
  return {};
}

TrimRules rules_of(const ComputedStyle& style) {
  switch (style.text_spacing_trim) {
    case TextSpacingTrim::auto_:
      return publisher_rules(script_of(style.lang));
    case TextSpacingTrim::normal:
      return {LineStartMark::full, LineEndMark::half_to_fit, MarkPairs::collapse};
    case TextSpacingTrim::space_all:
      return {LineStartMark::full, LineEndMark::full, MarkPairs::full};
    case TextSpacingTrim::space_first:
      return {LineStartMark::half_but_first, LineEndMark::half_to_fit, MarkPairs::collapse};
    case TextSpacingTrim::trim_start:
      return {LineStartMark::half, LineEndMark::half_to_fit, MarkPairs::collapse};
    case TextSpacingTrim::trim_both:
      return {LineStartMark::half, LineEndMark::half, MarkPairs::collapse};
    case TextSpacingTrim::trim_all:
      return {LineStartMark::half, LineEndMark::half, MarkPairs::all};
  }
  return {};
}

// CSS Text 4's classes of fullwidth punctuation. Pauses are closing marks where their ink stands at the left
// and middle dots where it is centred, as in Taiwan and Hong Kong.
enum class Side : uint8_t { none, opening, closing, middle, narrow_opening, narrow_closing, exclamation };

Side side_of(const Cluster& cluster) {
  switch (cluster.character_class) {
    case CharacterClass::opening:
      return cluster.trim_left > 0 || cluster.cut_left > 0 ? Side::opening : Side::narrow_opening;
    case CharacterClass::closing:
      return cluster.trim_right > 0 ? Side::closing : Side::narrow_closing;
    case CharacterClass::comma:
    case CharacterClass::stop:
      return cluster.trim_left > 0 ? Side::middle : Side::closing;
    case CharacterClass::exclamation:
      return Side::exclamation;
    case CharacterClass::interpunct:
    case CharacterClass::ideographic_space:
      return Side::middle;
    case CharacterClass::western:
      if (is_narrow_opening(cluster.character)) return Side::narrow_opening;
      return is_narrow_closing(cluster.character) ? Side::narrow_closing : Side::none;
    case CharacterClass::ideograph:
    case CharacterClass::connector:
    case CharacterClass::dash:
    case CharacterClass::ellipsis:
    case CharacterClass::blank:
      return Side::none;
  }
  return Side::none;
}

void cut_left(Cluster& cluster) {
  cluster.advance -= cluster.trim_left;
  cluster.cut_left += cluster.trim_left;
  cluster.trim_left = 0;
}

void cut_right(Cluster& cluster) {
  cluster.advance -= cluster.trim_right;
  cluster.trim_right = 0;
}

void halve(Cluster& cluster) {
  cut_left(cluster);
  cut_right(cluster);
}

// Of two marks side by side one gives up its half, so that a bracket stays close to what it holds.
bool collapse_pair(Cluster& first, Side before, Cluster& second, Side after) {
  const bool opens = before == Side::opening || before == Side::middle || before == Side::closing ||
                     before == Side::narrow_opening;
  if (after == Side::opening && opens) return cut_left(second), true;
  const bool closes = after == Side::closing || after == Side::middle || after == Side::narrow_closing;
  if (before == Side::closing && closes) return cut_right(first), true;
  return false;
}

bool is_pause(const Cluster& cluster) {
  return cluster.character_class == CharacterClass::comma ||
         cluster.character_class == CharacterClass::stop ||
         cluster.character_class == CharacterClass::exclamation;
}

// CLREQ, punctuation width adjustment: two marks, one of them a bracket, take an em and a half, be the other
// a centred pause or an exclamation mark; two pauses are left as they are.
void adjust_pair(Cluster& first, Cluster& second) {
  const Side before = side_of(first);
  const Side after = side_of(second);
  if (is_pause(first) && is_pause(second)) return;
  if (after == Side::opening && before == Side::exclamation) return cut_left(second);
  if (before == Side::closing && after == Side::exclamation) return cut_right(first);
  if (is_pause(first) && after == Side::closing) return halve(first);
  collapse_pair(first, before, second, after);
}

// CLREQ, exclamatory and question marks: two in a row take one em, three take two.
size_t adjust_exclamations(std::vector<Cluster>& clusters, size_t n) {
  size_t end = n;
  while (end < clusters.size() && clusters[end].character_class == CharacterClass::exclamation) ++end;
  for (size_t pair = n; pair + 1 < end; pair += 2) {
    halve(clusters[pair]);
    halve(clusters[pair + 1]);
  }
  return std::max(end, n + 1);
}

void trim_pair(Cluster& first, Cluster& second, MarkPairs pairs) {
  switch (pairs) {
    case MarkPairs::full:
    case MarkPairs::all:
      return;
    case MarkPairs::collapse:
      collapse_pair(first, side_of(first), second, side_of(second));
      return;
    case MarkPairs::publisher:
      adjust_pair(first, second);
      return;
  }
}

int32_t start_trim(const Cluster& cluster, LineStartMark rule, bool is_first) {
  if (cluster.character_class != CharacterClass::opening) return 0;
  const bool full = rule == LineStartMark::full || (rule == LineStartMark::half_but_first && is_first);
  return full ? -cluster.cut_left : cluster.trim_left;
}

bool ends_half(const Cluster& cluster) {
  return cluster.character_class == CharacterClass::closing || is_pause(cluster);
}

// Where a mark was cut for its neighbour's sake, that neighbour does not begin the next line: closing marks
// never do.
void trim_edges(std::vector<Cluster>& clusters, const FlatText& text) {
  bool is_first = true;
  for (Cluster& cluster : clusters) {
    const bool was_first = std::exchange(is_first, cluster.character == U'\n');
    if (!ends_half(cluster) && cluster.character_class != CharacterClass::opening) continue;
    const TrimRules rules = rules_of(*text.runs[cluster.run].style);
    if (rules.pairs != MarkPairs::all) cluster.start_trim = start_trim(cluster, rules.start, was_first);
    if (ends_half(cluster)) {
      if (rules.end == LineEndMark::half) cluster.end_trim = cluster.trim_right;
      if (rules.end == LineEndMark::half_to_fit) cluster.end_give = cluster.trim_right;
    }
  }
}

Shrink shrink_class(const Cluster& cluster, Script script) {
  const bool japanese = script == Script::japanese;
  switch (cluster.character_class) {
    case CharacterClass::opening:
    case CharacterClass::closing:
      return Shrink::bracket;
    case CharacterClass::comma:
      if (!japanese) return Shrink::comma;
      return cluster.trim_left > 0 ? Shrink::interpunct : Shrink::bracket;
    case CharacterClass::stop:
      return japanese ? Shrink::none : Shrink::stop;
    case CharacterClass::exclamation:
      return Shrink::stop;
    case CharacterClass::interpunct:
      return Shrink::interpunct;
    case CharacterClass::western:
    case CharacterClass::ideograph:
    case CharacterClass::connector:
    case CharacterClass::dash:
    case CharacterClass::ellipsis:
    case CharacterClass::blank:
    case CharacterClass::ideographic_space:
      return Shrink::none;
  }
  return Shrink::none;
}

}  // namespace

MarkWhite white_beside_ink(int32_t em, int32_t left_bearing, int32_t right_bearing) {
  const auto room = [em](int32_t bearing) {
    const int32_t white = bearing >= em / 2 ? em / 2 : bearing - em * clearance_permille / 1000;
    // Less is the font's own bearing, which all its glyphs have.
    return white < em / 4 ? 0 : white;
  };
  const MarkWhite white{room(left_bearing), room(right_bearing)};
  return white.left > 0 && white.right > 0 ? MarkWhite{em / 4, em / 4} : white;
}

void set_trims(Cluster& cluster, MarkWhite white, const ComputedStyle& style) {
  const Script script = script_of(style.lang);
  if (cluster.advance < cluster.em * 9 / 10) return;
  cluster.shrink = shrink_class(cluster, script);
  // CLREQ and JLREQ (cl-04): only in mainland China do exclamation marks stand in half of their frame.
  const bool gives_none = cluster.character_class == CharacterClass::exclamation && script != Script::hans;
  const bool is_mark = ends_half(cluster) || cluster.character_class == CharacterClass::opening ||
                       cluster.character_class == CharacterClass::interpunct;
  if (!is_mark || gives_none) return;
  if (cluster.character_class != CharacterClass::closing) cluster.trim_left = white.left;
  if (cluster.character_class != CharacterClass::opening) cluster.trim_right = white.right;
}

void trim_marks(std::vector<Cluster>& clusters, const FlatText& text) {
  for (size_t n = 0; n < clusters.size();) {
    if (clusters[n].character_class == CharacterClass::ideograph) {
      ++n;
      continue;
    }
    const MarkPairs pairs = rules_of(*text.runs[clusters[n].run].style).pairs;
    size_t next = n + 1;
    if (pairs == MarkPairs::all) halve(clusters[n]);
    if (pairs == MarkPairs::publisher) next = adjust_exclamations(clusters, n);
    if (next < clusters.size()) trim_pair(clusters[next - 1], clusters[next], pairs);
    n = next;
  }
  trim_edges(clusters, text);
}

}  // namespace pubbuild
