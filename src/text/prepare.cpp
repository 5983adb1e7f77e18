// Prepares a paragraph: itemizes it by style, face and script, shapes it, and marks where lines may end.
#include "text/prepare.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "base/language.h"
#include "base/utf8.h"
#include "text/break_opportunities.h"
#include "text/cjk_marks.h"
#include "text/column.h"
#include "text/combination.h"
#include "text/glyph_frame.h"
#include "text/hanging.h"
#include "text/mark_trims.h"
#include "text/marked_faces.h"
#include "text/ruby_spacing.h"
#include "text/spacing.h"
#include "text/warichu.h"

namespace pubbuild {

namespace {

// UAX #15, stream-safe text: more marks than this on one base are no language's, and HarfBuzz takes quadratic
// time.
constexpr size_t max_marks_on_base = 30;

// More ways to break lines in one paragraph are not looked at: each is a pass over all of it.
constexpr size_t most_break_rules = 8;

// Small capitals made of capitals are this much smaller (CSS Fonts 4 §6.6 leaves it to us).
constexpr int64_t small_capital_permille = 800;

constexpr char32_t soft_hyphen = 0xAD;

class Preparation {
 public:
  Preparation(const FlatText& text, Shaper& shaper) : text_(text), shaper_(shaper) {}

  Prepared run() {
    decode();
    find_directions();
    is_cjk_mark_ = find_cjk_marks(characters_, [this](size_t n) { return script_of(style_at(n).lang); });
    for (at_ = 0; at_ < characters_.size();) add_next();
    mark_line_ends();
    space_clusters(prepared_.clusters, text_);
    space_rubies(prepared_.clusters, text_);
    fold_notes(prepared_.clusters, text_);
    for (const InlineBox& box : text_.boxes) add_edges(box);
    hang_marks(prepared_.clusters, text_);
    if (text_.text.find('\t') != std::string::npos) set_tabs();
    return std::move(prepared_);
  }

 private:
  const ComputedStyle& style_at(size_t n) const { return *text_.runs[runs_[n]].style; }
  uint32_t byte_at(size_t n) const {
    return n < bytes_.size() ? bytes_[n] : static_cast<uint32_t>(text_.text.size());
  }

  void decode() {
    const size_t guess = text_.text.size() / 2 + 4;
    characters_.reserve(guess);
    bytes_.reserve(guess);
    runs_.reserve(guess);
    prepared_.clusters.reserve(guess);
    prepared_.glyphs.reserve(guess);
    uint32_t run = 0;
    for (size_t byte = 0; byte < text_.text.size();) {
      while (run + 1 < text_.runs.size() && text_.runs[run].end <= byte) ++run;
      bytes_.push_back(static_cast<uint32_t>(byte));
      runs_.push_back(run);
      characters_ += utf8::decode(text_.text, byte);
    }
  }

  size_t character_from(uint32_t byte) const {
    return static_cast<size_t>(std::ranges::lower_bound(bytes_, byte) - bytes_.begin());
  }

  void find_directions() {
    const ComputedStyle& style = *text_.style;
    std::vector<BidiSpan> spans;
    if (style.unicode_bidi == UnicodeBidi::bidi_override ||
        style.unicode_bidi == UnicodeBidi::isolate_override)
      spans.push_back({0, characters_.size(), UnicodeBidi::bidi_override, style.direction});
    for (const BidiSpan& span : text_.directions)
      spans.push_back({character_from(static_cast<uint32_t>(span.begin)),
                       character_from(static_cast<uint32_t>(span.end)), span.kind, span.direction});
    levels_ = bidi_levels(characters_, spans, style.direction, style.unicode_bidi);
  }

  uint8_t level_at(size_t n) const { return n < levels_.size() ? levels_[n] : uint8_t{0}; }
  bool is_turned_at(size_t n) const { return level_at(n) % 2 == 1; }

  bool is_framed_at(size_t n) const {
    if (!is_framed(characters_[n]) && !is_cjk_mark_[n]) return false;
    if (n + 1 == characters_.size() || characters_[n + 1] == U'\n') return true;
    return !is_combining(characters_[n + 1]) && !is_invisible(characters_[n + 1]);
  }

  bool is_object_at(size_t n) const {
    return object_ < text_.objects.size() && text_.objects[object_].at == bytes_[n];
  }

  Cluster& add_cluster(size_t n, CharacterClass character_class) {
    Cluster cluster;
    cluster.begin = bytes_[n];
    cluster.run = runs_[n];
    cluster.bidi_level = level_at(n);
    cluster.character = characters_[n];
    cluster.first_glyph = static_cast<uint32_t>(prepared_.glyphs.size());
    cluster.character_class = character_class;
    cluster.em = cluster.size = static_cast<int32_t>(style_at(n).font_size.milli);
    space_letters(cluster, style_at(n));
    prepared_.clusters.push_back(cluster);
    return prepared_.clusters.back();
  }

  void add_next() {
    const char32_t c = characters_[at_];
    const size_t combined = end_of_combined(at_);
    if (is_object_at(at_)) {
      add_object();
    } else if (combined > at_ && add_combined(combined)) {
      return;
    } else if (c == U'\n') {
      add_cluster(at_++, CharacterClass::blank);
    } else if (is_cjk_mark_[at_] && c == 0x2014 && at_ + 1 < characters_.size() &&
               characters_[at_ + 1] == 0x2014 && runs_[at_ + 1] == runs_[at_]) {
      add_two_em_dash();
    } else if (is_framed_at(at_)) {
      add_framed();
    } else {
      add_shaped();
    }
  }

  StyledPart part_at(size_t n) const {
    const auto same = std::equal_range(runs_.begin(), runs_.end(), runs_[n]);
    return {static_cast<size_t>(same.first - runs_.begin()),
            static_cast<size_t>(same.second - runs_.begin())};
  }

  size_t end_of_combined(size_t n) const {
    const ComputedStyle& style = style_at(n);
    if (!is_vertical(style) || style.text_combine_upright.kind == TextCombine::Kind::none) return n;
    return end_of_combination(characters_, n, part_at(n), style);
  }

  // One cluster in the frame of an em; false where no one face has all of it.
  bool add_combined(size_t end) {
    const ComputedStyle& style = style_at(at_);
    const ChosenFace chosen = shaper_.choose(shaper_.chain(style), characters_[at_]);
    if (chosen.font == FontId::none) return false;
    const Face& face = shaper_.fonts().face(chosen.font);
    for (size_t n = at_; n < end; ++n) {
      if (!face.covers(characters_[n])) return false;
    }
    Cluster& cluster = add_cluster(at_, CharacterClass::ideograph);
    const Length size = scaled(style.font_size, chosen.size_permille, 1000);
    cluster.posture = Posture::combined;
    cluster.font = chosen.font;
    cluster.size = static_cast<int32_t>(size.milli);
    cluster.advance = cluster.em;
    const RunText run = text_of_run(at_, end, Letters::as_written);
    for (const RunGlyph& glyph :
         shaper_.shape(chosen.font, run.text, style, Posture::combined, Direction::ltr)) {
      prepared_.glyphs.push_back(glyph_at_size(glyph, face, size));
      ++cluster.glyph_count;
    }
    at_ = end;
    return true;
  }

  static ShapedGlyph glyph_at_size(const RunGlyph& glyph, const Face& face, Length size) {
    return {glyph.id, face.at_size(glyph.advance, size), face.at_size(glyph.x_offset, size),
            face.at_size(glyph.y_offset, size)};
  }

  void add_object() {
    Cluster& cluster = add_cluster(at_++, CharacterClass::ideograph);
    const InlineObject& object = text_.objects[object_++];
    cluster.is_object = true;
    cluster.is_leader = object.kind == InlineObject::Kind::leader;
    cluster.advance = static_cast<int32_t>(object.advance.milli);
  }

  void note_missing(size_t n) {
    prepared_.missing.push_back(characters_[n]);
    prepared_.missing_at.push_back(bytes_[n]);
  }

  // Dashes and solidi that are alone in their frame join what stands on both sides.
  static CharacterClass class_of_framed(char32_t c) {
    const bool connects = c == 0x2013 || c == 0x2014 || c == U'/';
    return connects ? CharacterClass::connector : class_of(c);
  }

  // A character of an em frame.
  void add_framed() {
    const auto written = static_cast<UChar32>(characters_[at_]);
    const auto c = static_cast<char32_t>(is_turned_at(at_) ? u_charMirror(written) : written);
    const ComputedStyle& style = style_at(at_);
    const FramedGlyph& framed = shaper_.framed(style, c);
    Cluster& cluster = add_cluster(at_, class_of_framed(c));
    if (framed.face.font == FontId::none) {
      note_missing(at_++);
      cluster.advance = cluster.em;
      return;
    }
    const Face& face = shaper_.fonts().face(framed.face.font);
    const Length size = scaled(style.font_size, framed.face.size_permille, 1000);
    const GlyphFrame frame =
        glyph_frame(c, face.at_size(framed.advance, size), cluster.em, script_of(style.lang));
    cluster.posture = framed.posture;
    cluster.font = framed.face.font;
    cluster.size = static_cast<int32_t>(size.milli);
    cluster.glyph_count = 1;
    cluster.advance = frame.width;
    set_trims(cluster, white_of(framed, frame, face, size), style);
    prepared_.glyphs.push_back({framed.glyph, frame.width, frame.offset + face.at_size(framed.along, size),
                                face.at_size(framed.across, size)});
    ++at_;
  }

  // The font's own half-width form says how much white a mark has to give, else its ink does.
  static MarkWhite white_of(const FramedGlyph& framed, GlyphFrame frame, const Face& face, Length size) {
    const int32_t advance = face.at_size(framed.advance, size);
    if (framed.has_halves() && frame.width == advance)
      return {face.at_size(framed.left_half, size), face.at_size(framed.right_half, size)};
    const int32_t left = face.at_size(framed.left_bearing, size) + frame.offset;
    const int32_t right = face.at_size(framed.right_bearing, size) + frame.width - advance - frame.offset;
    return white_beside_ink(static_cast<int32_t>(size.milli), left, right);
  }

  // CLREQ U1: the dash of two ems is one unit. Where the face has no such glyph, two dashes stand for it and
  // who sets the page draws one line.
  void add_two_em_dash() {
    const FramedGlyph& joined = shaper_.two_em_dash(style_at(at_));
    const FramedGlyph& single = shaper_.framed(style_at(at_), 0x2014);
    Cluster& cluster = add_cluster(at_, CharacterClass::dash);
    cluster.advance = 2 * cluster.em;
    cluster.font = single.face.font;
    cluster.posture = single.posture;
    if (joined.glyph != 0) {
      cluster.posture = joined.posture;
      cluster.font = joined.face.font;
      cluster.glyph_count = 1;
      prepared_.glyphs.push_back({joined.glyph, 2 * cluster.em, 0, 0});
    } else if (single.face.font != FontId::none) {
      cluster.glyph_count = 2;
      for (int n = 0; n < 2; ++n) prepared_.glyphs.push_back({single.glyph, cluster.em, 0, 0});
    } else {
      note_missing(at_);
    }
    at_ += 2;
  }

  // A run of one face, style and script, through HarfBuzz.
  void add_shaped() {
    const ComputedStyle& style = style_at(at_);
    const ChainId chain = shaper_.chain(style);
    const ChosenFace chosen = choose(chain, at_);
    const size_t begin = at_;
    size_t end = begin + 1;
    while (end < characters_.size() && joins_run(end, begin, chain, chosen)) ++end;
    at_ = end;
    if (chosen.font == FontId::none) {
      for (size_t n = begin; n < end; ++n) add_missing(n);
      return;
    }
    shape_run(begin, end, style, chosen);
  }

  ChosenFace choose(ChainId chain, size_t n) {
    return is_invisible(characters_[n]) ? shaper_.choose(chain, U' ')
                                        : choose_with_marks(shaper_, chain, characters_, n);
  }

  bool joins_run(size_t n, size_t begin, ChainId chain, ChosenFace chosen) {
    const char32_t c = characters_[n];
    if (runs_[n] != runs_[begin] || c == U'\n' || is_object_at(n) || is_framed_at(n)) return false;
    if (is_small_capital(n) != is_small_capital(begin) || level_at(n) != level_at(begin)) return false;
    if (is_combining(c) || is_invisible(c)) return true;
    if (posture_of(c, style_at(n)) != posture_of(characters_[begin], style_at(begin))) return false;
    if (end_of_combined(n) > n) return false;
    if (choose(chain, n).font != chosen.font) return false;
    return c < 0x250 || same_script(c, characters_[begin]);
  }

  static bool same_script(char32_t a, char32_t b) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script_a = uscript_getScript(static_cast<UChar32>(a), &status);
    const UScriptCode script_b = uscript_getScript(static_cast<UChar32>(b), &status);
    const auto is_any = [](UScriptCode script) {
      return script == USCRIPT_COMMON || script == USCRIPT_INHERITED;
    };
    return is_any(script_a) || is_any(script_b) || script_a == script_b;
  }

  void add_missing(size_t n) {
    if (is_invisible(characters_[n]) || is_combining(characters_[n])) return;
    Cluster& cluster = add_cluster(n, CharacterClass::western);
    cluster.advance = cluster.em * 6 / 10;
    note_missing(n);
  }

  bool is_small_capital(size_t n) const {
    const FontVariantCaps caps = style_at(n).font_variant_caps;
    const auto letter = static_cast<UChar32>(characters_[n]);
    return caps != FontVariantCaps::normal &&
           (u_islower(letter) || (caps == FontVariantCaps::all_small_caps && u_isupper(letter)));
  }

  // The run's text without what HarfBuzz must not see, and where each byte of it comes from.
  struct RunText {
    std::string text;
    std::vector<size_t> character_at;
  };

  enum class Letters : uint8_t { as_written, capitals };

  RunText text_of_run(size_t begin, size_t end, Letters letters) const {
    RunText run;
    size_t marks = 0;
    for (size_t n = begin; n < end; ++n) {
      marks = is_combining(characters_[n]) ? marks + 1 : 0;
      if (marks > max_marks_on_base) continue;
      char32_t c = characters_[n] == U'\t' || characters_[n] == 0xA0 ? U' ' : characters_[n];
      if (letters == Letters::capitals) c = static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
      utf8::append(run.text, c);
      run.character_at.resize(run.text.size(), n);
    }
    return run;
  }

  void shape_run(size_t begin, size_t end, const ComputedStyle& style, ChosenFace chosen) {
    const bool makes_capitals = is_small_capital(begin) && !shaper_.has_small_capitals(chosen.font);
    const RunText run = text_of_run(begin, end, makes_capitals ? Letters::capitals : Letters::as_written);
    const Face& face = shaper_.fonts().face(chosen.font);
    Length size = scaled(style.font_size, chosen.size_permille, 1000);
    if (makes_capitals) size = scaled(size, small_capital_permille, 1000);
    const Posture posture = posture_of(characters_[begin], style);
    const Direction direction = is_turned_at(begin) ? Direction::rtl : Direction::ltr;
    const std::vector<RunGlyph>& glyphs = shaper_.shape(chosen.font, run.text, style, posture, direction);
    for (size_t n = 0; n < glyphs.size();) {
      const size_t first = run.character_at[glyphs[n].begin];
      const bool is_blank =
          class_of(characters_[first]) == CharacterClass::blank || characters_[first] == U'\t';
      // Han with a variation selector, kana with a combining mark.
      const CharacterClass other =
          is_framed(characters_[first]) ? class_of(characters_[first]) : CharacterClass::western;
      Cluster& cluster = add_cluster(first, is_blank ? CharacterClass::blank : other);
      cluster.posture = posture;
      // CSS Text 4 §8.4: letters that stand upright are set like Han characters.
      if (posture == Posture::upright && !is_blank) cluster.character_class = CharacterClass::ideograph;
      cluster.font = chosen.font;
      cluster.size = static_cast<int32_t>(size.milli);
      const uint32_t cluster_begin = glyphs[n].begin;
      bool has_notdef = false;
      for (; n < glyphs.size() && glyphs[n].begin == cluster_begin && cluster.glyph_count < 0xFFFF; ++n) {
        has_notdef = has_notdef || glyphs[n].id == 0;
        prepared_.glyphs.push_back(glyph_at_size(glyphs[n], face, size));
        cluster.advance = on_paper(int64_t{cluster.advance} + prepared_.glyphs.back().advance);
        ++cluster.glyph_count;
      }
      if (cluster.glyph_count == 1 && posture == Posture::level && direction == Direction::ltr)
        cluster.line_end_room = kerning_of(prepared_.glyphs.back(), face, size);
      if (has_notdef) replace_by_box(cluster, first);
    }
  }

  // How far the glyph after this one has come nearer: at a line's end it has no such neighbour.
  static int32_t kerning_of(const ShapedGlyph& glyph, const Face& face, Length size) {
    return face.at_size(face.advance(glyph.id), size) - glyph.advance;
  }

  void replace_by_box(Cluster& cluster, size_t character) {
    prepared_.glyphs.resize(cluster.first_glyph);
    cluster.glyph_count = 0;
    cluster.font = FontId::none;
    cluster.advance = cluster.em * 6 / 10;
    note_missing(character);
  }

  // The edges of an inline box stand beside its first and its last cluster; those of a cloned one are
  // repeated where a line ends in it (CSS Fragmentation 3 §5.4).
  void add_edges(const InlineBox& box) {
    std::vector<Cluster>& clusters = prepared_.clusters;
    const size_t first = cluster_at(clusters, box.begin);
    const size_t end = cluster_at(clusters, box.end);
    if (first == end) return;
    const int32_t lead = on_paper(box.lead.milli);
    const int32_t trail = on_paper(box.trail.milli);
    clusters[first].advance += lead;
    clusters[first].cut_left -= lead;
    clusters[first].padding += lead;
    clusters[end - 1].advance += trail;
    clusters[end - 1].padding += trail;
    if (box.style->box_decoration_break == BoxDecorationBreak::slice) return;
    for (size_t n = first; n + 1 < end; ++n) clusters[n].line_end_room += trail;
    for (size_t n = first + 1; n < end; ++n) clusters[n].line_start += lead;
  }

  // CSS Text 3 §8.2: after every character, so that what is set wide stays evenly wide.
  static void space_letters(Cluster& cluster, const ComputedStyle& style) {
    cluster.spacing = on_paper(style.letter_spacing.milli);
    if (cluster.character_class == CharacterClass::blank)
      cluster.spacing = on_paper(style.letter_spacing.milli + style.word_spacing.milli);
  }

  // Within a line lengths have 32 bits, enough for a hundred metres.
  static int32_t on_paper(int64_t millipoints) {
    return static_cast<int32_t>(std::clamp<int64_t>(millipoints, -300'000'000, 300'000'000));
  }

  static bool wraps(const ComputedStyle& style) {
    return style.white_space != WhiteSpace::nowrap && style.white_space != WhiteSpace::pre &&
           style.text_wrap != TextWrap::nowrap;
  }

  static BreakRules rules_of(const ComputedStyle& style) {
    return {style.lang, style.line_break, style.word_break};
  }

  // By the rules of the paragraph; where elements in it have others, by theirs.
  std::vector<BreakKind> breaks() const {
    std::vector<BreakKind> found = break_opportunities(characters_, rules_of(*text_.style));
    std::vector<BreakRules> others;
    for (const StyleRun& run : text_.runs) {
      const BreakRules rules = rules_of(*run.style);
      if (rules == rules_of(*text_.style) || std::ranges::find(others, rules) != others.end()) continue;
      if (others.size() == most_break_rules) break;
      others.push_back(rules);
      take_breaks(rules, found);
    }
    return found;
  }

  void take_breaks(const BreakRules& rules, std::vector<BreakKind>& breaks) const {
    const std::vector<BreakKind> own = break_opportunities(characters_, rules);
    std::vector<bool> has_rules;
    for (const StyleRun& run : text_.runs) has_rules.push_back(rules_of(*run.style) == rules);
    for (size_t n = 1; n < characters_.size(); ++n) {
      if (has_rules[runs_[n]] && has_rules[runs_[n - 1]]) breaks[n] = own[n];
    }
  }

  // Before these characters a word may be hyphenated.
  std::vector<bool> hyphen_places() {
    std::vector<bool> may_hyphenate(characters_.size(), false);
    for (size_t begin = 0, end = 0; begin < characters_.size(); begin = end) {
      end = begin + 1;
      while (end < characters_.size() && runs_[end] == runs_[begin]) ++end;
      const ComputedStyle& style = style_at(begin);
      if (style.hyphens != Hyphens::auto_ || style.line_break == LineBreak::anywhere) continue;
      for (const size_t place :
           shaper_.hyphenator().places(characters_, begin, end, style.lang, style.hyphenate_limits))
        may_hyphenate[place] = true;
    }
    return may_hyphenate;
  }

  void mark_line_ends() {
    const std::vector<BreakKind> found = breaks();
    const std::vector<bool> may_hyphenate = hyphen_places();
    size_t character = 0;
    bool follows_leader = false;
    for (size_t n = 0; n < prepared_.clusters.size(); ++n) {
      Cluster& cluster = prepared_.clusters[n];
      const uint32_t end =
          n + 1 < prepared_.clusters.size() ? prepared_.clusters[n + 1].begin : byte_at(SIZE_MAX);
      if (text_.text[cluster.begin] == '\n') cluster.line_end = LineEnd::forced;
      follows_leader = cluster.is_leader || (follows_leader && cluster.line_end != LineEnd::forced);
      while (character < bytes_.size() && bytes_[character] < end) ++character;
      if (character >= bytes_.size() || cluster.line_end == LineEnd::forced) continue;
      mark_line_end(cluster, character, found[character]);
      if (may_hyphenate[character] && cluster.line_end != LineEnd::allowed && wraps(style_at(character))) {
        cluster.line_end = LineEnd::allowed;
        hyphenate(cluster, style_at(character));
      }
      if (follows_leader) hold_together(cluster, n);
    }
  }

  // A number is not parted from the leader that leads to it; another leader may begin a line.
  void hold_together(Cluster& cluster, size_t n) const {
    const bool leads_on = n + 1 < prepared_.clusters.size() && prepared_.clusters[n + 1].is_leader;
    if (cluster.is_leader) cluster.line_end = LineEnd::none;
    if (cluster.line_end == LineEnd::allowed && !leads_on) cluster.line_end = LineEnd::emergency;
  }

  // A line may end before this character.
  void mark_line_end(Cluster& cluster, size_t character, BreakKind kind) {
    const StyleRun& run = text_.runs[runs_[character]];
    const bool glued = run.no_break_before && run.begin == bytes_[character];
    if (glued || characters_[character] == U'\n' || is_combining(characters_[character])) return;
    if (!run.is_broken && !wraps(style_at(character))) return;
    cluster.line_end = kind == BreakKind::allowed ? LineEnd::allowed : end_of_overlong(style_at(character));
    if (characters_[character - 1] == soft_hyphen && cluster.line_end == LineEnd::allowed)
      hyphenate(cluster, style_at(character - 1));
  }

  // CSS Text 3 §5.5: whether a word longer than its line may be broken where nothing else allows it.
  static LineEnd end_of_overlong(const ComputedStyle& style) {
    const bool may_break =
        style.overflow_wrap != OverflowWrap::normal || style.word_break == WordBreak::break_word;
    return may_break ? LineEnd::emergency : LineEnd::none;
  }

  void hyphenate(Cluster& cluster, const ComputedStyle& style) {
    if (style.hyphens == Hyphens::none) {
      cluster.line_end = end_of_overlong(style);
      return;
    }
    cluster.is_hyphenated = true;
    cluster.line_end_room += on_paper(shaper_.width_of(shaper_.hyphen(style), style).milli);
  }

  // CSS Text 3 §4.2: a tab reaches to the next tab stop, counted from where the line begins.
  void set_tabs() {
    int64_t at = 0;
    for (Cluster& cluster : prepared_.clusters) {
      const char byte = text_.text[cluster.begin];
      if (byte == '\t') {
        const int64_t stop = std::max<int64_t>(tab_distance(*text_.runs[cluster.run].style), 1);
        cluster.advance = on_paper(stop - at % stop);
        cluster.padding = cluster.advance;
        cluster.gap_stretches = false;
        cluster.spacing = 0;
      }
      at = byte == '\n' ? 0 : at + cluster.advance + cluster.gap + cluster.spacing;
    }
  }

  int64_t tab_distance(const ComputedStyle& style) {
    if (style.tab_size.length > Length{}) return style.tab_size.length.milli;
    const Length blank = shaper_.width_of(" ", style) + style.letter_spacing + style.word_spacing;
    return blank.milli * style.tab_size.columns;
  }

  const FlatText& text_;
  Shaper& shaper_;
  Prepared prepared_;
  std::u32string characters_;
  std::vector<uint32_t> bytes_;  // of each character
  std::vector<uint32_t> runs_;   // of each character
  std::vector<uint8_t> levels_;  // of each character; empty: all run from left to right
  std::vector<bool> is_cjk_mark_;
  size_t at_ = 0;
  size_t object_ = 0;
};

}  // namespace

Prepared prepare(const FlatText& text, Shaper& shaper) {
  if (text.text.empty()) return {};
  return Preparation(text, shaper).run();
}

}  // namespace pubbuild
