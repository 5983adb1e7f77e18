// Characters of a style → faces and glyphs, through HarfBuzz where a glyph depends on its neighbours.
#pragma once

#include <hb.h>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/posture.h"
#include "font/fonts.h"
#include "style/computed.h"
#include "text/hyphenation.h"

namespace pubbuild {

// The glyph of a character that stands in a frame of its own, in font units, along its line: in a vertical
// one left is above. The bearings are the white at both sides of its ink; the halves are what its half-width
// form (OpenType's `halt`) has less at each side of a level line, 0 where the face has none.
struct FramedGlyph {
  ChosenFace face;
  uint32_t glyph = 0;
  int32_t advance = 0;
  int32_t left_bearing = 0;
  int32_t right_bearing = 0;
  Posture posture = Posture::level;
  int32_t along = 0;  // what moves it in its frame, in a vertical line
  int32_t across = 0;
  int32_t left_half = 0;
  int32_t right_half = 0;

  bool has_halves() const { return left_half > 0 || right_half > 0; }
};

// A glyph of a shaped run, in font units along the line and to its upper side; `begin` is the byte of the
// run's text that its cluster begins with.
struct RunGlyph {
  uint32_t id = 0;
  uint32_t begin = 0;
  int32_t advance = 0;
  int32_t x_offset = 0;
  int32_t y_offset = 0;
};

class Shaper {
 public:
  explicit Shaper(Fonts& fonts) : fonts_(fonts), buffer_(hb_buffer_create()) {}

  // Remembered by the style's address: a style must live as long as the shaper.
  ChainId chain(const ComputedStyle& style);
  ChosenFace choose(ChainId chain, char32_t character) { return fonts_.choose(chain, character); }
  // Shaped once for each character, faces and features of a style, as a letter of the style's language.
  const FramedGlyph& framed(const ComputedStyle& style, char32_t character);
  // The glyph that draws —— as one line of two ems, where the face has one (by its full-width forms); else
  // glyph 0.
  const FramedGlyph& two_em_dash(const ComputedStyle& style);
  // All glyphs of a text of one face and direction, with the features that the style asks for: clusters in
  // the order of the text, the glyphs of each from left to right; downwards where they are upright, whatever
  // the direction.
  const std::vector<RunGlyph>& shape(FontId font, std::string_view text, const ComputedStyle& style,
                                     Posture posture, Direction direction);
  // Whether the face has glyphs for small capitals; else they are made of capitals.
  bool has_small_capitals(FontId font);
  // The upper edge of an underline above the baseline, as the face has it.
  Length underline_position(const ComputedStyle& style);
  // What is shown where a line ends at a soft hyphen (CSS Text 4 §6.3.2), and how wide it is.
  std::string hyphen(const ComputedStyle& style);
  Length width_of(const std::string& text, const ComputedStyle& style);
  const Fonts& fonts() const { return fonts_; }
  Hyphenator& hyphenator() { return hyphenator_; }
  // Distance from the baseline to the top and bottom of a line of `normal` height. The baseline of a vertical
  // line is in the middle of its characters.
  struct Extents {
    Length ascent;
    Length descent;
    Length x_height;
  };
  Extents extents(const ComputedStyle& style);

 private:
  // Of Latin and other runs inside the text of a style: Chinese and Japanese would make quotation marks full
  // width.
  hb_language_t run_language(const ComputedStyle& style);
  // The language, or none when the text has had too many.
  std::string known_language(const std::string& lang);

  using Block = std::array<FramedGlyph, 256>;
  struct BlockTable {
    hb_language_t language = nullptr;
    const ComputedStyle* style = nullptr;  // one of those that it is for
    std::array<std::unique_ptr<Block>, 0x1100> blocks;
    std::optional<FramedGlyph> two_em_dash;
  };
  struct BufferDeleter {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
  };

  // What a style comes down to: the same for many styles.
  struct Setting {
    ChainId chain{};
    std::vector<hb_feature_t> features;
    BlockTable* table = nullptr;
  };
  const Setting& setting_of(const ComputedStyle& style);
  BlockTable* table_for(ChainId chain, const std::vector<hb_feature_t>& features, const ComputedStyle& style);
  // What HarfBuzz makes of a few characters as Han; good until the next text is shaped.
  struct Shaped {
    unsigned count = 0;
    const hb_glyph_info_t* infos = nullptr;
    const hb_glyph_position_t* positions = nullptr;
  };
  Shaped shape_alone(ChosenFace chosen, const Setting& setting, std::u32string_view text,
                     const std::vector<hb_feature_t>& features, hb_direction_t direction = HB_DIRECTION_LTR);
  FramedGlyph shape_two_em_dash(const Setting& setting);
  FramedGlyph shape_framed(const Setting& setting, char32_t character);
  void stand_in_column(const Setting& setting, char32_t character, FramedGlyph& framed);
  // The face of a framed character: for marks that Latin text has too, the one that ideographs are set in.
  ChosenFace framed_face(const Setting& setting, char32_t character);
  void measure_halves(const Setting& setting, char32_t character, FramedGlyph& framed);

  Fonts& fonts_;
  std::unique_ptr<hb_buffer_t, BufferDeleter> buffer_;
  std::map<std::pair<ChainId, std::string>, std::unique_ptr<BlockTable>> framed_;  // by chain and features
  std::unordered_map<const ComputedStyle*, Setting> settings_;
  const ComputedStyle* last_style_ = nullptr;
  const Setting* last_setting_ = nullptr;
  std::unordered_map<FontId, bool> small_capitals_;
  std::set<std::string> known_languages_;
  std::vector<RunGlyph> run_;
  Hyphenator hyphenator_;
};

}  // namespace pubbuild
