// Values of the properties of font features (CSS Fonts 4 §6) → one list of OpenType features.
#include "style/font_properties.h"

#include <algorithm>

namespace pubbuild::css {

namespace {

constexpr auto caps =
    std::to_array<Keyword<FontVariantCaps>>({{"normal", FontVariantCaps::normal},
                                             {"small-caps", FontVariantCaps::small_caps},
                                             {"all-small-caps", FontVariantCaps::all_small_caps}});

constexpr auto kernings = std::to_array<Keyword<FontKerning>>(
    {{"auto", FontKerning::auto_}, {"normal", FontKerning::normal}, {"none", FontKerning::none}});

// A keyword of font-variant-* and the features it means; of a group only one keyword may be said.
struct Variant {
  std::string_view keyword;
  int group;
  std::string_view tags;  // blanks between
  int32_t value = 1;
};

constexpr auto ligature_variants = std::to_array<Variant>({
    {"common-ligatures", 0, "liga clig"},
    {"no-common-ligatures", 0, "liga clig", 0},
    {"discretionary-ligatures", 1, "dlig"},
    {"no-discretionary-ligatures", 1, "dlig", 0},
    {"historical-ligatures", 2, "hlig"},
    {"no-historical-ligatures", 2, "hlig", 0},
    {"contextual", 3, "calt"},
    {"no-contextual", 3, "calt", 0},
});

constexpr auto numeric_variants = std::to_array<Variant>({
    {"lining-nums", 0, "lnum"},
    {"oldstyle-nums", 0, "onum"},
    {"proportional-nums", 1, "pnum"},
    {"tabular-nums", 1, "tnum"},
    {"diagonal-fractions", 2, "frac"},
    {"stacked-fractions", 2, "afrc"},
    {"ordinal", 3, "ordn"},
    {"slashed-zero", 4, "zero"},
});

constexpr auto east_asian_variants = std::to_array<Variant>({
    {"jis78", 0, "jp78"},
    {"jis83", 0, "jp83"},
    {"jis90", 0, "jp90"},
    {"jis04", 0, "jp04"},
    {"simplified", 0, "smpl"},
    {"traditional", 0, "trad"},
    {"full-width", 1, "fwid"},
    {"proportional-width", 1, "pwid"},
    {"ruby", 2, "ruby"},
});

constexpr auto position_variants = std::to_array<Variant>({{"sub", 0, "subs"}, {"super", 0, "sups"}});

// More features than fonts have are hostile: each of them is asked of every piece of text.
constexpr size_t max_features = 64;

using Features = std::vector<FontFeature>;

Features features_of(const ComputedStyle& style, FeatureSource source) {
  Features features;
  std::ranges::copy_if(style.font_features, std::back_inserter(features),
                       [&](const FontFeature& one) { return one.source == source; });
  return features;
}

void replace_features(ComputedStyle& style, FeatureSource source, const Features& features) {
  Features& all = style.font_features;
  std::erase_if(all, [&](const FontFeature& one) { return one.source == source; });
  const auto place = std::ranges::find_if(all, [&](const FontFeature& one) { return one.source > source; });
  all.insert(place, features.begin(), features.end());
}

void copy_features(Computation& computation, const ComputedStyle& from, FeatureSource source) {
  if (from.font_features.empty() && computation.style.font_features.empty()) return;
  replace_features(computation.style, source, features_of(from, source));
}

void add_tags(const Variant& variant, FeatureSource source, Features& into) {
  for (size_t at = 0; at < variant.tags.size(); at += 5) {
    into.push_back({std::string(variant.tags.substr(at, 4)), variant.value, source});
  }
}

template <const auto& table>
bool read_variants(Values& values, FeatureSource source, Features& into) {
  unsigned said = 0;
  while (!values.at_end()) {
    const auto variant =
        std::ranges::find_if(table, [&](const Variant& one) { return values.peek()->is_ident(one.keyword); });
    if (variant == table.end() || (said & (1U << variant->group)) != 0) return false;
    said |= 1U << variant->group;
    add_tags(*variant, source, into);
    values.take();
  }
  return said != 0;
}

template <const auto& table>
bool set_variants(Computation& computation, Values& values, FeatureSource source) {
  Features features;
  if (!values.take_ident("normal") && !read_variants<table>(values, source, features)) return false;
  replace_features(computation.style, source, features);
  return true;
}

// Four printable ASCII characters (CSS Fonts 4 §6.12).
bool is_tag(std::string_view text) {
  return text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= 0x20 && c <= 0x7E; });
}

bool read_feature(Values& values, FontFeature& into) {
  into.tag = values.take_string().value_or("");
  if (!is_tag(into.tag)) return false;
  if (values.at_end() || values.peek()->is(TokenKind::comma) || values.take_ident("on")) return true;
  if (values.take_ident("off")) return into.value = 0, true;
  return read_integer(values, into.value) && into.value >= 0;
}

}  // namespace

bool read_variant_caps(Values& values, FontVariantCaps& into) {
  return read_keyword<caps>(values, into);
}
bool read_kerning(Values& values, FontKerning& into) {
  return read_keyword<kernings>(values, into);
}

bool set_ligatures(Computation& computation, Values& values) {
  if (!values.take_ident("none")) {
    return set_variants<ligature_variants>(computation, values, FeatureSource::ligatures);
  }
  Features off;
  add_tags({"none", 0, "liga clig dlig hlig calt", 0}, FeatureSource::ligatures, off);
  replace_features(computation.style, FeatureSource::ligatures, off);
  return true;
}

bool set_numeric(Computation& computation, Values& values) {
  return set_variants<numeric_variants>(computation, values, FeatureSource::numeric);
}
bool set_east_asian(Computation& computation, Values& values) {
  return set_variants<east_asian_variants>(computation, values, FeatureSource::east_asian);
}
bool set_position(Computation& computation, Values& values) {
  return set_variants<position_variants>(computation, values, FeatureSource::position);
}

bool set_feature_settings(Computation& computation, Values& values) {
  Features features;
  if (!values.take_ident("normal")) {
    do {
      features.emplace_back();
      if (!read_feature(values, features.back()) || features.size() > max_features) return false;
    } while (values.take_comma());
  }
  replace_features(computation.style, FeatureSource::settings, features);
  return true;
}

void copy_ligatures(Computation& computation, const ComputedStyle& from) {
  copy_features(computation, from, FeatureSource::ligatures);
}
void copy_numeric(Computation& computation, const ComputedStyle& from) {
  copy_features(computation, from, FeatureSource::numeric);
}
void copy_east_asian(Computation& computation, const ComputedStyle& from) {
  copy_features(computation, from, FeatureSource::east_asian);
}
void copy_position(Computation& computation, const ComputedStyle& from) {
  copy_features(computation, from, FeatureSource::position);
}
void copy_feature_settings(Computation& computation, const ComputedStyle& from) {
  copy_features(computation, from, FeatureSource::settings);
}

}  // namespace pubbuild::css
