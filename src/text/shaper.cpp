// Text of one style → glyphs of faces.
#include "text/shaper.h"

#include "base/language.h"
#include "base/utf8.h"

namespace pubbuild {

namespace {

hb_language_t hb_language(const std::string& lang) {
  return hb_language_from_string(lang.c_str(), static_cast<int>(lang.size()));
}

// Chinese faces have full-width quotation marks, dashes and dots; between Latin words their proportional
// forms stand. Letters are left alone: in a fixed-width face the feature would make them proportional too.
std::vector<hb_feature_t> run_features(std::string_view text, bool tabular_numbers) {
  std::vector<hb_feature_t> features;
  constexpr std::string_view general_punctuation = "\xE2\x80";  // U+2000 to U+203F
  for (size_t at = text.find(general_punctuation); at != std::string_view::npos;
       at = text.find(general_punctuation, at + 3)) {
    const auto begin = static_cast<unsigned>(at);
    features.push_back({HB_TAG('p', 'w', 'i', 'd'), 1, begin, begin + 3});
  }
  if (tabular_numbers) features.push_back({HB_TAG('t', 'n', 'u', 'm'), 1, 0, static_cast<unsigned>(-1)});
  return features;
}

// A glyph that shows something has unset ink only in a damaged face: -1 marks what was not looked up yet.
constexpr int32_t not_shaped = -1;

// For each language faces are chosen and HarfBuzz makes plans, which it looks through one by one. A text in
// more languages than this is no text.
constexpr size_t max_languages = 300;

}  // namespace

std::string Shaper::known_language(const std::string& lang) {
  if (known_languages_.contains(lang)) return lang;
  if (known_languages_.size() >= max_languages) return {};
  known_languages_.insert(lang);
  return lang;
}

ChainId Shaper::chain(const ComputedStyle& style) {
  const auto [known, is_new] = chains_.try_emplace(&style);
  if (!is_new) return known->second;
  const bool italic = style.font_style != FontStyle::normal;
  const std::string lang = known_language(style.lang);
  const ChainId id = fonts_.chain({style.font_families, style.font_weight, italic, lang});
  languages_.try_emplace(id, lang);
  known->second = id;
  return id;
}

Shaper::BlockTable& Shaper::table_of(ChainId chain) {
  if (last_table_ && last_chain_ == chain) return *last_table_;
  std::unique_ptr<BlockTable>& table = framed_[chain];
  if (!table) {
    table = std::make_unique<BlockTable>();
    table->language = hb_language(languages_[chain]);
  }
  last_table_ = table.get();
  last_chain_ = chain;
  return *table;
}

const FramedGlyph& Shaper::framed(ChainId chain, char32_t character) {
  BlockTable& table = table_of(chain);
  std::unique_ptr<Block>& block = table.blocks[character >> 8];
  if (!block) {
    block = std::make_unique<Block>();
    for (FramedGlyph& glyph : *block) glyph.advance = not_shaped;
  }
  FramedGlyph& glyph = (*block)[character & 0xFF];
  if (glyph.advance == not_shaped) glyph = shape_framed(chain, character, table.language);
  return glyph;
}

const FramedGlyph& Shaper::two_em_dash(ChainId chain) {
  BlockTable& table = table_of(chain);
  if (!table.two_em_dash) table.two_em_dash = shape_two_em_dash(chain, table.language);
  return *table.two_em_dash;
}

// Noto CJK joins two dashes to 1.7 em, and to 2 em only among its full-width forms.
FramedGlyph Shaper::shape_two_em_dash(ChainId chain, hb_language_t language) {
  FramedGlyph dash;
  dash.face = fonts_.choose(chain, 0x2014);
  if (dash.face.font == FontId::none) return dash;
  const Face& face = fonts_.face(dash.face.font);
  const uint32_t characters[] = {0x2014, 0x2014};
  hb_buffer_clear_contents(buffer_.get());
  hb_buffer_add_utf32(buffer_.get(), characters, 2, 0, 2);
  hb_buffer_set_direction(buffer_.get(), HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer_.get(), HB_SCRIPT_HAN);
  hb_buffer_set_language(buffer_.get(), language);
  const hb_feature_t full_width{HB_TAG('f', 'w', 'i', 'd'), 1, HB_FEATURE_GLOBAL_START,
                                HB_FEATURE_GLOBAL_END};
  hb_shape(face.hb_font(), buffer_.get(), &full_width, 1);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_.get(), &count);
  if (count != 1 || positions[0].x_advance != 2 * face.metrics().units_per_em) return dash;
  dash.glyph = infos[0].codepoint;
  dash.advance = positions[0].x_advance;
  return dash;
}

FramedGlyph Shaper::shape_framed(ChainId chain, char32_t character, hb_language_t language) {
  FramedGlyph framed;
  framed.face = fonts_.choose(chain, character);
  if (framed.face.font == FontId::none) return framed;
  const Face& face = fonts_.face(framed.face.font);
  hb_buffer_clear_contents(buffer_.get());
  hb_buffer_add_utf32(buffer_.get(), reinterpret_cast<const uint32_t*>(&character), 1, 0, 1);
  hb_buffer_set_direction(buffer_.get(), HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer_.get(), HB_SCRIPT_HAN);
  hb_buffer_set_language(buffer_.get(), language);
  hb_shape(face.hb_font(), buffer_.get(), nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_.get(), &count);
  if (count != 1) {
    framed.glyph = face.glyph(character);
    framed.advance = face.advance(framed.glyph);
  } else {
    framed.glyph = infos[0].codepoint;
    framed.advance = positions[0].x_advance;
  }
  hb_glyph_extents_t ink{};
  if (hb_font_get_glyph_extents(face.hb_font(), framed.glyph, &ink)) {
    framed.left_bearing = ink.x_bearing;
    framed.right_bearing = framed.advance - ink.x_bearing - ink.width;
  }
  return framed;
}

hb_language_t Shaper::run_language(const ComputedStyle& style) {
  const std::string lang = known_language(style.lang);
  return hb_language(script_of(lang) == Script::other && !lang.empty() ? lang : "en");
}

const std::vector<RunGlyph>& Shaper::shape(FontId font, std::string_view text, hb_language_t language,
                                           bool tabular_numbers) {
  const Face& face = fonts_.face(font);
  hb_buffer_clear_contents(buffer_.get());
  hb_buffer_add_utf8(buffer_.get(), text.data(), static_cast<int>(text.size()), 0,
                     static_cast<int>(text.size()));
  hb_buffer_guess_segment_properties(buffer_.get());
  hb_buffer_set_direction(buffer_.get(), HB_DIRECTION_LTR);
  hb_buffer_set_language(buffer_.get(), language);
  hb_buffer_set_flags(buffer_.get(), HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  const std::vector<hb_feature_t> features = run_features(text, tabular_numbers);
  hb_shape(face.hb_font(), buffer_.get(), features.data(), static_cast<unsigned>(features.size()));
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_.get(), &count);
  run_.clear();
  for (unsigned n = 0; n < count; ++n) {
    run_.push_back({infos[n].codepoint, infos[n].cluster, positions[n].x_advance, positions[n].x_offset,
                    positions[n].y_offset});
  }
  return run_;
}

Shaper::Extents Shaper::extents(const ComputedStyle& style) {
  const ChosenFace chosen = fonts_.primary(chain(style));
  if (chosen.font == FontId::none)
    return {scaled(style.font_size, 88, 100), scaled(style.font_size, 12, 100)};
  const FaceMetrics& metrics = fonts_.face(chosen.font).metrics();
  return {scaled(style.font_size, metrics.ascent, metrics.units_per_em),
          scaled(style.font_size, metrics.descent, metrics.units_per_em)};
}

}  // namespace pubbuild
