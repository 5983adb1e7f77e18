// Text of one style → glyphs of faces.
#include "text/shaper.h"

#include <hb-ot.h>

#include <algorithm>

#include "base/language.h"
#include "base/utf8.h"
#include "text/character_class.h"
#include "text/column.h"

namespace pubbuild {

namespace {

hb_language_t hb_language(const std::string& lang) {
  return hb_language_from_string(lang.c_str(), static_cast<int>(lang.size()));
}

hb_feature_t feature(hb_tag_t tag, uint32_t value) {
  return {tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

// CSS Fonts 4 §7.2: what the other properties ask for, then font-feature-settings.
std::vector<hb_feature_t> features_of(const ComputedStyle& style) {
  std::vector<hb_feature_t> features;
  if (style.font_kerning == FontKerning::none) features.push_back(feature(HB_TAG('k', 'e', 'r', 'n'), 0));
  if (style.font_variant_caps != FontVariantCaps::normal)
    features.push_back(feature(HB_TAG('s', 'm', 'c', 'p'), 1));
  if (style.font_variant_caps == FontVariantCaps::all_small_caps)
    features.push_back(feature(HB_TAG('c', '2', 's', 'c'), 1));
  for (const FontFeature& asked : style.font_features) {
    const hb_tag_t tag = hb_tag_from_string(asked.tag.data(), static_cast<int>(asked.tag.size()));
    features.push_back(feature(tag, static_cast<uint32_t>(asked.value)));
  }
  return features;
}

std::string key_of(const std::vector<hb_feature_t>& features) {
  std::string key;
  for (const hb_feature_t& one : features)
    key += std::to_string(one.tag) + '=' + std::to_string(one.value) + ' ';
  return key;
}

std::string key_of_column(const ComputedStyle& style) {
  if (!is_vertical(style)) return {};
  return std::to_string(static_cast<int>(style.writing_mode)) + '/' +
         std::to_string(static_cast<int>(style.text_orientation));
}

// Chinese faces have full-width quotation marks, dashes and dots; between Latin words their proportional
// forms stand. Letters are left alone: in a fixed-width face the feature would make them proportional too.
void add_proportional_marks(std::string_view text, std::vector<hb_feature_t>& features) {
  constexpr std::string_view general_punctuation = "\xE2\x80";  // U+2000 to U+203F
  for (size_t at = text.find(general_punctuation); at != std::string_view::npos;
       at = text.find(general_punctuation, at + 3)) {
    const auto begin = static_cast<unsigned>(at);
    features.push_back({HB_TAG('p', 'w', 'i', 'd'), 1, begin, begin + 3});
  }
}

// HarfBuzz counts upwards, from the top middle of the glyph's frame.
void turn_downwards(const Face& face, const hb_glyph_position_t& position, RunGlyph& glyph) {
  hb_position_t middle = 0;
  hb_position_t top = 0;
  hb_font_get_glyph_v_origin(face.hb_font(), glyph.id, &middle, &top);
  glyph.advance = -position.y_advance;
  glyph.x_offset = -(position.y_offset + top);
  glyph.y_offset = position.x_offset + middle;
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

const Shaper::Setting& Shaper::setting_of(const ComputedStyle& style) {
  if (last_style_ == &style) return *last_setting_;
  const auto [known, is_new] = settings_.try_emplace(&style);
  Setting& setting = known->second;
  if (is_new) {
    const bool italic = style.font_style != FontStyle::normal;
    setting.chain =
        fonts_.chain({style.font_families, style.font_weight, italic, known_language(style.lang)});
    setting.features = features_of(style);
    setting.table = table_for(setting.chain, setting.features, style);
  }
  last_style_ = &style;
  last_setting_ = &setting;
  return setting;
}

Shaper::BlockTable* Shaper::table_for(ChainId chain, const std::vector<hb_feature_t>& features,
                                      const ComputedStyle& style) {
  std::unique_ptr<BlockTable>& table = framed_[{chain, key_of(features) + key_of_column(style)}];
  if (!table) {
    table = std::make_unique<BlockTable>();
    table->language = hb_language(known_language(style.lang));
    table->style = &style;
  }
  return table.get();
}

ChainId Shaper::chain(const ComputedStyle& style) {
  return setting_of(style).chain;
}

const FramedGlyph& Shaper::framed(const ComputedStyle& style, char32_t character) {
  const Setting& setting = setting_of(style);
  std::unique_ptr<Block>& block = setting.table->blocks[character >> 8];
  if (!block) {
    block = std::make_unique<Block>();
    for (FramedGlyph& glyph : *block) glyph.advance = not_shaped;
  }
  FramedGlyph& glyph = (*block)[character & 0xFF];
  if (glyph.advance == not_shaped) glyph = shape_framed(setting, character);
  return glyph;
}

const FramedGlyph& Shaper::two_em_dash(const ComputedStyle& style) {
  const Setting& setting = setting_of(style);
  if (!setting.table->two_em_dash) setting.table->two_em_dash = shape_two_em_dash(setting);
  return *setting.table->two_em_dash;
}

// Noto CJK joins two dashes to 1.7 em, and to 2 em only among its full-width forms.
FramedGlyph Shaper::shape_two_em_dash(const Setting& setting) {
  FramedGlyph dash;
  dash.face = framed_face(setting, 0x2014);
  if (dash.face.font == FontId::none) return dash;
  dash.posture = posture_of(U'一', *setting.table->style);
  const bool is_upright = dash.posture == Posture::upright;
  const Shaped shaped =
      shape_alone(dash.face, setting, U"\u2014\u2014", {feature(HB_TAG('f', 'w', 'i', 'd'), 1)},
                  is_upright ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
  const int32_t two_ems = 2 * fonts_.face(dash.face.font).metrics().units_per_em;
  if (shaped.count != 1) return dash;
  const hb_glyph_position_t& place = shaped.positions[0];
  if ((is_upright ? -place.y_advance : place.x_advance) != two_ems) return dash;
  dash.glyph = shaped.infos[0].codepoint;
  dash.advance = two_ems;
  return dash;
}

Shaper::Shaped Shaper::shape_alone(ChosenFace chosen, const Setting& setting, std::u32string_view text,
                                   const std::vector<hb_feature_t>& features, hb_direction_t direction) {
  hb_buffer_t* buffer = buffer_.get();
  hb_buffer_clear_contents(buffer);
  const auto count = static_cast<int>(text.size());
  hb_buffer_add_utf32(buffer, reinterpret_cast<const uint32_t*>(text.data()), count, 0, count);
  hb_buffer_set_direction(buffer, direction);
  hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
  hb_buffer_set_language(buffer, setting.table->language);
  hb_shape(fonts_.face(chosen.font).hb_font(), buffer, features.data(),
           static_cast<unsigned>(features.size()));
  Shaped shaped;
  shaped.infos = hb_buffer_get_glyph_infos(buffer, &shaped.count);
  shaped.positions = hb_buffer_get_glyph_positions(buffer, &shaped.count);
  return shaped;
}

FramedGlyph Shaper::shape_framed(const Setting& setting, char32_t character) {
  FramedGlyph framed;
  framed.face = framed_face(setting, character);
  if (framed.face.font == FontId::none) return framed;
  const Face& face = fonts_.face(framed.face.font);
  const Shaped shaped = shape_alone(framed.face, setting, {&character, 1}, setting.features);
  if (shaped.count != 1) {
    framed.glyph = face.glyph(character);
    framed.advance = face.advance(framed.glyph);
  } else {
    framed.glyph = shaped.infos[0].codepoint;
    framed.advance = shaped.positions[0].x_advance;
  }
  hb_glyph_extents_t ink{};
  if (hb_font_get_glyph_extents(face.hb_font(), framed.glyph, &ink)) {
    framed.left_bearing = ink.x_bearing;
    framed.right_bearing = framed.advance - ink.x_bearing - ink.width;
  }
  if (is_vertical(*setting.table->style)) {
    stand_in_column(setting, character, framed);
  } else {
    measure_halves(setting, character, framed);
  }
  return framed;
}

void Shaper::stand_in_column(const Setting& setting, char32_t character, FramedGlyph& framed) {
  const Face& face = fonts_.face(framed.face.font);
  const Shaped shaped =
      shape_alone(framed.face, setting, {&character, 1}, setting.features, HB_DIRECTION_TTB);
  const uint32_t own = shaped.count == 1 ? shaped.infos[0].codepoint : framed.glyph;
  const ColumnGlyph column = column_glyph(face, character, *setting.table->style, framed.glyph, own);
  framed.posture = column.posture;
  framed.glyph = column.glyph;
  framed.advance = column.advance;
  framed.left_bearing = column.white_before;
  framed.right_bearing = column.white_after;
  framed.along = column.along;
  framed.across = column.across;
}

ChosenFace Shaper::framed_face(const Setting& setting, char32_t character) {
  if (!is_shared_punctuation(character)) return fonts_.choose(setting.chain, character);
  const ChosenFace han = fonts_.choose(setting.chain, U'国');
  const bool has_mark = han.font != FontId::none && fonts_.face(han.font).covers(character);
  return has_mark ? han : fonts_.choose(setting.chain, character);
}

void Shaper::measure_halves(const Setting& setting, char32_t character, FramedGlyph& framed) {
  const CharacterClass of = class_of(character);
  if (of == CharacterClass::ideograph || of == CharacterClass::western) return;
  std::vector<hb_feature_t> features = setting.features;
  features.push_back(feature(HB_TAG('h', 'a', 'l', 't'), 1));
  const Shaped shaped = shape_alone(framed.face, setting, {&character, 1}, features);
  if (shaped.count != 1) return;
  const hb_glyph_position_t& half = shaped.positions[0];
  if (half.x_advance <= 0 || half.x_advance >= framed.advance) return;
  const int32_t less = framed.advance - half.x_advance;
  framed.left_half = std::clamp(-half.x_offset, 0, less);
  framed.right_half = less - framed.left_half;
}

hb_language_t Shaper::run_language(const ComputedStyle& style) {
  const std::string lang = known_language(style.lang);
  return hb_language(script_of(lang) == Script::other && !lang.empty() ? lang : "en");
}

const std::vector<RunGlyph>& Shaper::shape(FontId font, std::string_view text, const ComputedStyle& style,
                                           Posture posture, Direction direction) {
  const Face& face = fonts_.face(font);
  hb_buffer_clear_contents(buffer_.get());
  hb_buffer_add_utf8(buffer_.get(), text.data(), static_cast<int>(text.size()), 0,
                     static_cast<int>(text.size()));
  hb_buffer_guess_segment_properties(buffer_.get());
  const bool is_upright = posture == Posture::upright;
  const bool is_turned = direction == Direction::rtl && !is_upright;
  hb_buffer_set_direction(buffer_.get(), is_upright  ? HB_DIRECTION_TTB
                                         : is_turned ? HB_DIRECTION_RTL
                                                     : HB_DIRECTION_LTR);
  hb_buffer_set_language(buffer_.get(), run_language(style));
  hb_buffer_set_flags(buffer_.get(), HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  std::vector<hb_feature_t> features;
  add_proportional_marks(text, features);
  const std::vector<hb_feature_t>& asked = setting_of(style).features;
  features.insert(features.end(), asked.begin(), asked.end());
  hb_shape(face.hb_font(), buffer_.get(), features.data(), static_cast<unsigned>(features.size()));
  if (is_turned) hb_buffer_reverse_clusters(buffer_.get());
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_.get(), &count);
  run_.clear();
  for (unsigned n = 0; n < count; ++n) {
    RunGlyph glyph{infos[n].codepoint, infos[n].cluster, positions[n].x_advance, positions[n].x_offset,
                   positions[n].y_offset};
    if (is_upright) turn_downwards(face, positions[n], glyph);
    run_.push_back(glyph);
  }
  return run_;
}

bool Shaper::has_small_capitals(FontId font) {
  const auto [known, is_new] = small_capitals_.try_emplace(font, false);
  if (!is_new) return known->second;
  hb_face_t* face = fonts_.face(font).hb_face();
  hb_tag_t tags[64];
  unsigned start = 0;
  for (unsigned count = 64; count == 64; start += count) {
    hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, start, &count, tags);
    for (unsigned n = 0; n < count; ++n) known->second |= tags[n] == HB_TAG('s', 'm', 'c', 'p');
  }
  return known->second;
}

Length Shaper::underline_position(const ComputedStyle& style) {
  const ChosenFace chosen = fonts_.primary(chain(style));
  if (chosen.font == FontId::none) return -(style.font_size / 10);
  const Face& face = fonts_.face(chosen.font);
  hb_position_t position = 0;
  hb_ot_metrics_get_position_with_fallback(face.hb_font(), HB_OT_METRICS_TAG_UNDERLINE_OFFSET, &position);
  return millipoints(face.at_size(position, style.font_size));
}

std::string Shaper::hyphen(const ComputedStyle& style) {
  if (!style.hyphenate_character.empty()) return style.hyphenate_character;
  const ChosenFace chosen = fonts_.primary(chain(style));
  if (chosen.font == FontId::none) return "-";
  // A CJK face may have U+2010 in a frame as wide as a character's.
  const Face& face = fonts_.face(chosen.font);
  const int32_t narrow = face.advance(face.glyph(U'-'));
  const bool has_hyphen = face.covers(0x2010) && face.advance(face.glyph(0x2010)) <= narrow;
  return has_hyphen ? "\u2010" : "-";
}

Length Shaper::width_of(const std::string& text, const ComputedStyle& style) {
  Length width;
  for (size_t at = 0; at < text.size();) {
    const char32_t character = utf8::decode(text, at);
    const ChosenFace chosen = fonts_.choose(chain(style), character);
    if (chosen.font == FontId::none) continue;
    const Face& face = fonts_.face(chosen.font);
    const Length size = scaled(style.font_size, chosen.size_permille, 1000);
    width += millipoints(face.at_size(face.advance(face.glyph(character)), size));
  }
  return width;
}

Shaper::Extents Shaper::extents(const ComputedStyle& style) {
  if (is_vertical(style)) return {style.font_size / 2, style.font_size - style.font_size / 2, {}};
  const ChosenFace chosen = fonts_.primary(chain(style));
  if (chosen.font == FontId::none)
    return {scaled(style.font_size, 88, 100), scaled(style.font_size, 12, 100), style.font_size / 2};
  const FaceMetrics& metrics = fonts_.face(chosen.font).metrics();
  return {scaled(style.font_size, metrics.ascent, metrics.units_per_em),
          scaled(style.font_size, metrics.descent, metrics.units_per_em),
          scaled(style.font_size, metrics.x_height, metrics.units_per_em)};
}

}  // namespace pubbuild
