// Itemizes a paragraph by style, face and script, and shapes it.
#include "text/clusters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <span>
#include <utility>

#include "base/language.h"
#include "base/utf8.h"
#include "text/column.h"
#include "text/combination.h"
#include "text/glyph_frame.h"
#include "text/mark_trims.h"
#include "text/marked_faces.h"

namespace pubbuild {

namespace {

// UAX #15, stream-safe text: more marks than this on one base are no language's, and HarfBuzz takes quadratic
// time.
constexpr size_t max_marks_on_base = 30;

// Of one cluster: it counts them in 16 bits.
constexpr size_t most_glyphs = 0xFFFF;

// Small capitals made of capitals are this much smaller (CSS Fonts 4 §6.6 leaves it to us).
constexpr int64_t small_capital_permille = 800;

class Clustering {
 public:
  Clustering(const Characters& text, Shaper& shaper) : text_(text), shaper_(shaper) {
    made_.clusters.reserve(text.size());
    made_.glyphs.reserve(text.size());
  }

  Prepared run() {
    while (at_ < text_.size()) add_next();
    return std::move(made_);
  }

 private:
  bool is_framed_at(size_t n) const {
    if (!is_framed(text_.codes[n]) && !text_.is_cjk_mark[n]) return false;
    if (n + 1 == text_.size() || text_.codes[n + 1] == U'\n') return true;
    return !is_combining(text_.codes[n + 1]) && !is_invisible(text_.codes[n + 1]);
  }

  bool is_object_at(size_t n) const {
    return object_ < text_.flat.objects.size() && text_.flat.objects[object_].at == text_.bytes[n];
  }

  Cluster& add_cluster(size_t n, CharacterClass character_class) {
    Cluster cluster;
    cluster.begin = text_.bytes[n];
    cluster.run = text_.runs[n];
    cluster.bidi_level = text_.level_at(n);
    cluster.character = text_.codes[n];
    cluster.first_glyph = static_cast<uint32_t>(made_.glyphs.size());
    cluster.character_class = character_class;
    cluster.em = cluster.size = static_cast<int32_t>(text_.style_at(n).font_size.milli);
    space_letters(cluster, text_.style_at(n));
    made_.clusters.push_back(cluster);
    return made_.clusters.back();
  }

  void add_next() {
    const char32_t c = text_.codes[at_];
    const size_t combined = end_of_combined(at_);
    if (is_object_at(at_)) {
      add_object();
    } else if (combined > at_ && add_combined(combined)) {
      return;
    } else if (c == U'\n') {
      add_cluster(at_++, CharacterClass::blank);
    } else if (is_two_em_dash_at(at_)) {
      add_two_em_dash();
    } else if (is_framed_at(at_)) {
      add_framed();
    } else {
      add_shaped();
    }
  }

  bool is_two_em_dash_at(size_t n) const {
    return text_.is_cjk_mark[n] && text_.codes[n] == 0x2014 && n + 1 < text_.size() &&
           text_.codes[n + 1] == 0x2014 && text_.runs[n + 1] == text_.runs[n];
  }

  StyledPart part_at(size_t n) const {
    const auto same = std::ranges::equal_range(text_.runs, text_.runs[n]);
    return {static_cast<size_t>(same.begin() - text_.runs.begin()),
            static_cast<size_t>(same.end() - text_.runs.begin())};
  }

  size_t end_of_combined(size_t n) const {
    const ComputedStyle& style = text_.style_at(n);
    if (!is_vertical(style) || style.text_combine_upright.kind == TextCombine::Kind::none) return n;
    return end_of_combination(text_.codes, n, part_at(n), style);
  }

  // One cluster in the frame of an em; false where no one face has all of it.
  bool add_combined(size_t end) {
    const ComputedStyle& style = text_.style_at(at_);
    const ChosenFace chosen = shaper_.choose(shaper_.chain(style), text_.codes[at_]);
    if (chosen.font == FontId::none) return false;
    const Face& face = shaper_.fonts().face(chosen.font);
    for (size_t n = at_; n < end; ++n) {
      if (!face.covers(text_.codes[n])) return false;
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
      made_.glyphs.push_back(glyph_at_size(glyph, face, size));
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
    const InlineObject& object = text_.flat.objects[object_++];
    cluster.is_object = true;
    cluster.is_leader = object.kind == InlineObject::Kind::leader;
    cluster.advance = static_cast<int32_t>(object.advance.milli);
  }

  void note_missing(size_t n) {
    made_.missing.push_back(text_.codes[n]);
    made_.missing_at.push_back(text_.bytes[n]);
  }

  // Dashes and solidi that are alone in their frame join what stands on both sides.
  static CharacterClass class_of_framed(char32_t c) {
    const bool connects = c == 0x2013 || c == 0x2014 || c == U'/';
    return connects ? CharacterClass::connector : class_of(c);
  }

  // A character of an em frame.
  void add_framed() {
    const auto written = static_cast<UChar32>(text_.codes[at_]);
    const auto c = static_cast<char32_t>(text_.is_turned_at(at_) ? u_charMirror(written) : written);
    const ComputedStyle& style = text_.style_at(at_);
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
    made_.glyphs.push_back({framed.glyph, frame.width, frame.offset + face.at_size(framed.along, size),
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
    const FramedGlyph& joined = shaper_.two_em_dash(text_.style_at(at_));
    const FramedGlyph& single = shaper_.framed(text_.style_at(at_), 0x2014);
    Cluster& cluster = add_cluster(at_, CharacterClass::dash);
    cluster.advance = 2 * cluster.em;
    cluster.font = single.face.font;
    cluster.posture = single.posture;
    if (joined.glyph != 0) {
      cluster.posture = joined.posture;
      cluster.font = joined.face.font;
      cluster.glyph_count = 1;
      made_.glyphs.push_back({joined.glyph, 2 * cluster.em, 0, 0});
    } else if (single.face.font != FontId::none) {
      cluster.glyph_count = 2;
      for (int n = 0; n < 2; ++n) made_.glyphs.push_back({single.glyph, cluster.em, 0, 0});
    } else {
      note_missing(at_);
    }
    at_ += 2;
  }

  // A run of one face, style and script, through HarfBuzz.
  void add_shaped() {
    const ComputedStyle& style = text_.style_at(at_);
    const ChainId chain = shaper_.chain(style);
    const ChosenFace chosen = choose(chain, at_);
    const size_t begin = at_;
    size_t end = begin + 1;
    while (end < text_.size() && joins_run(end, begin, chain, chosen)) ++end;
    at_ = end;
    if (chosen.font == FontId::none) {
      for (size_t n = begin; n < end; ++n) add_missing(n);
      return;
    }
    shape_run(begin, end, style, chosen);
  }

  ChosenFace choose(ChainId chain, size_t n) {
    return is_invisible(text_.codes[n]) ? shaper_.choose(chain, U' ')
                                        : choose_with_marks(shaper_, chain, text_.codes, n);
  }

  bool joins_run(size_t n, size_t begin, ChainId chain, ChosenFace chosen) {
    const char32_t c = text_.codes[n];
    if (text_.runs[n] != text_.runs[begin] || c == U'\n' || is_object_at(n) || is_framed_at(n)) return false;
    if (is_small_capital(n) != is_small_capital(begin) || text_.level_at(n) != text_.level_at(begin))
      return false;
    if (is_combining(c) || is_invisible(c)) return true;
    if (posture_of(c, text_.style_at(n)) != posture_of(text_.codes[begin], text_.style_at(begin)))
      return false;
    if (end_of_combined(n) > n) return false;
    if (choose(chain, n).font != chosen.font) return false;
    return c < 0x250 || same_script(c, text_.codes[begin]);
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
    if (is_invisible(text_.codes[n]) || is_combining(text_.codes[n])) return;
    Cluster& cluster = add_cluster(n, CharacterClass::western);
    cluster.advance = cluster.em * 6 / 10;
    note_missing(n);
  }

  bool is_small_capital(size_t n) const {
    const FontVariantCaps caps = text_.style_at(n).font_variant_caps;
    const auto letter = static_cast<UChar32>(text_.codes[n]);
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
      marks = is_combining(text_.codes[n]) ? marks + 1 : 0;
      if (marks > max_marks_on_base) continue;
      char32_t c = text_.codes[n] == U'\t' || text_.codes[n] == 0xA0 ? U' ' : text_.codes[n];
      if (letters == Letters::capitals) c = static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
      utf8::append(run.text, c);
      run.character_at.resize(run.text.size(), n);
    }
    return run;
  }

  void shape_run(size_t begin, size_t end, const ComputedStyle& style, ChosenFace chosen) {
    const bool makes_capitals = is_small_capital(begin) && !shaper_.has_small_capitals(chosen.font);
    const RunText run = text_of_run(begin, end, makes_capitals ? Letters::capitals : Letters::as_written);
    Length size = scaled(style.font_size, chosen.size_permille, 1000);
    if (makes_capitals) size = scaled(size, small_capital_permille, 1000);
    const Posture posture = posture_of(text_.codes[begin], style);
    const Direction direction = text_.is_turned_at(begin) ? Direction::rtl : Direction::ltr;
    const std::span<const RunGlyph> glyphs = shaper_.shape(chosen.font, run.text, style, posture, direction);
    for (size_t n = 0, next = 0; n < glyphs.size(); n = next) {
      next = n + 1;
      while (next < glyphs.size() && glyphs[next].begin == glyphs[n].begin) ++next;
      add_glyphs(run.character_at[glyphs[n].begin], glyphs.subspan(n, next - n), chosen.font, size, posture);
    }
  }

  // A cluster of what HarfBuzz does not part.
  void add_glyphs(size_t character, std::span<const RunGlyph> glyphs, FontId font, Length size,
                  Posture posture) {
    const Face& face = shaper_.fonts().face(font);
    Cluster& cluster = add_cluster(character, class_of_shaped(text_.codes[character], posture));
    cluster.posture = posture;
    cluster.font = font;
    cluster.size = static_cast<int32_t>(size.milli);
    for (const RunGlyph& glyph : glyphs.first(std::min(glyphs.size(), most_glyphs))) {
      made_.glyphs.push_back(glyph_at_size(glyph, face, size));
      cluster.advance = on_paper(int64_t{cluster.advance} + made_.glyphs.back().advance);
      ++cluster.glyph_count;
    }
    if (glyphs.size() == 1 && posture == Posture::level && !text_.is_turned_at(character))
      cluster.line_end_room = kerning_of(made_.glyphs.back(), face, size);
    if (std::ranges::find(glyphs, 0U, &RunGlyph::id) != glyphs.end()) replace_by_box(cluster, character);
  }

  static CharacterClass class_of_shaped(char32_t c, Posture posture) {
    if (class_of(c) == CharacterClass::blank || c == U'\t') return CharacterClass::blank;
    // CSS Text 4 §8.4: letters that stand upright are set like Han characters.
    if (posture == Posture::upright) return CharacterClass::ideograph;
    // Han with a variation selector, kana with a combining mark.
    return is_framed(c) ? class_of(c) : CharacterClass::western;
  }

  // How far the glyph after this one has come nearer: at a line's end it has no such neighbour.
  static int32_t kerning_of(const ShapedGlyph& glyph, const Face& face, Length size) {
    return face.at_size(face.advance(glyph.id), size) - glyph.advance;
  }

  void replace_by_box(Cluster& cluster, size_t character) {
    made_.glyphs.resize(cluster.first_glyph);
    cluster.glyph_count = 0;
    cluster.font = FontId::none;
    cluster.advance = cluster.em * 6 / 10;
    note_missing(character);
  }

  // CSS Text 3 §8.2: after every character, so that what is set wide stays evenly wide.
  static void space_letters(Cluster& cluster, const ComputedStyle& style) {
    cluster.spacing = on_paper(style.letter_spacing.milli);
    if (cluster.character_class == CharacterClass::blank)
      cluster.spacing = on_paper(style.letter_spacing.milli + style.word_spacing.milli);
  }

  const Characters& text_;
  Shaper& shaper_;
  Prepared made_;
  size_t at_ = 0;
  size_t object_ = 0;
};

}  // namespace

Prepared make_clusters(const Characters& text, Shaper& shaper) {
  return Clustering(text, shaper).run();
}

}  // namespace pubbuild
