// Folders of fonts → the faces in them, through fontconfig with a configuration of our own.
#include "font/installed.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <tuple>

#include "base/error.h"

namespace pubbuild {

namespace {

constexpr const char* configuration =
    "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'>"
    "<fontconfig><cachedir>/var/cache/fontconfig</cachedir></fontconfig>";

const FcChar8* fc_string(const std::string& text) {
  return reinterpret_cast<const FcChar8*>(text.c_str());
}

std::string text_of(const FcChar8* string) {
  return reinterpret_cast<const char*>(string);
}

std::vector<std::string> strings_of(const FcPattern* pattern, const char* object) {
  std::vector<std::string> strings;
  FcChar8* string = nullptr;
  for (int n = 0; FcPatternGetString(pattern, object, n, &string) == FcResultMatch; ++n) {
    strings.push_back(text_of(string));
  }
  return strings;
}

bool is_font_name(std::string_view path) {
  constexpr std::string_view endings[] = {".ttf", ".otf", ".ttc", ".otc", ".TTF", ".OTF", ".TTC"};
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view each) { return path.ends_with(each); });
}

int number_of(const FcPattern* pattern, const char* object, int otherwise) {
  int value = 0;
  return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : otherwise;
}

double weight_of(const FcPattern* pattern) {
  double weight = FC_WEIGHT_REGULAR;
  if (FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight) != FcResultMatch) return FC_WEIGHT_REGULAR;
  return weight;
}

// TrueType and OpenType fonts; not the Type 1 fonts that bear the same names beside them.
bool has_font_tables(const FcPattern* pattern) {
  const std::vector<std::string> formats = strings_of(pattern, FC_FONTFORMAT);
  return formats.empty() || formats.front() == "TrueType" || formats.front() == "CFF";
}

// Not the faces that a PDF cannot carry as they are: bitmap fonts, and instances of variable fonts.
bool is_usable(const FcPattern* pattern) {
  FcBool scalable = FcFalse;
  FcBool variable = FcFalse;
  FcPatternGetBool(pattern, FC_SCALABLE, 0, &scalable);
  FcPatternGetBool(pattern, FC_VARIABLE, 0, &variable);
  return scalable && !variable && has_font_tables(pattern) && number_of(pattern, FC_INDEX, 0) >> 16 == 0;
}

InstalledFace read_pattern(FcPattern* pattern) {
  InstalledFace face;
  face.families = strings_of(pattern, FC_FAMILY);
  face.face_names = strings_of(pattern, FC_FULLNAME);
  for (std::string& name : strings_of(pattern, FC_POSTSCRIPT_NAME))
    face.face_names.push_back(std::move(name));
  for (std::string& path : strings_of(pattern, FC_FILE)) face.path = std::move(path);
  face.index = static_cast<unsigned>(number_of(pattern, FC_INDEX, 0));
  face.weight = static_cast<int32_t>(std::lround(FcWeightToOpenTypeDouble(weight_of(pattern))));
  face.italic = number_of(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
  FcCharSet* coverage = nullptr;
  FcPatternGetCharSet(pattern, FC_CHARSET, 0, &coverage);
  face.coverage = coverage;
  return face;
}

}  // namespace

struct InstalledFaces::Patterns {
  FcConfig* config = nullptr;
  std::vector<FcFontSet*> sets;

  Patterns() : config(FcConfigCreate()) {
    if (!config) throw Error("fontconfig gives no configuration");
    FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(configuration), FcTrue);
  }
  ~Patterns() {
    for (FcFontSet* set : sets) FcFontSetDestroy(set);
    FcConfigDestroy(config);
  }
  Patterns(const Patterns&) = delete;
  Patterns& operator=(const Patterns&) = delete;

  void add_folder(const std::string& folder) {
    if (FcCache* cache = FcDirCacheLoad(fc_string(folder), config, nullptr)) {
      if (FcFontSet* set = FcCacheCopySet(cache)) sets.push_back(set);
      std::vector<std::string> inner;
      for (int n = 0; n < FcCacheNumSubdir(cache); ++n) inner.push_back(text_of(FcCacheSubdir(cache, n)));
      FcDirCacheUnload(cache);
      for (const std::string& each : inner) add_folder(each);
    } else {
      scan_folder(folder);
    }
  }

  // A folder of which fontconfig keeps no cache: a user's own, or all of them on a machine set up by copying
  // files.
  void scan_folder(const std::string& folder) {
    FcFontSet* set = FcFontSetCreate();
    if (!set) throw std::bad_alloc();
    sets.push_back(set);
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
      const std::string path = entry.path().string();
      if (entry.is_directory(failed)) {
        add_folder(path);
      } else if (is_font_name(path)) {
        FcFreeTypeQueryAll(fc_string(path), static_cast<unsigned>(-1), nullptr, nullptr, set);
      }
    }
  }
};

bool InstalledFace::covers(char32_t character) const {
  return coverage && FcCharSetHasChar(static_cast<const FcCharSet*>(coverage), character);
}

InstalledFaces::InstalledFaces(const std::vector<std::string>& folders)
    : patterns_(std::make_unique<Patterns>()) {
  for (const std::string& folder : folders) patterns_->add_folder(folder);
  for (const FcFontSet* set : patterns_->sets) {
    for (int n = 0; n < set->nfont; ++n) {
      if (is_usable(set->fonts[n])) faces_.push_back(read_pattern(set->fonts[n]));
    }
  }
  const auto key = [](const InstalledFace& face) { return std::tie(face.path, face.index); };
  std::sort(faces_.begin(), faces_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  const auto same = [&](const auto& a, const auto& b) { return key(a) == key(b); };
  faces_.erase(std::unique(faces_.begin(), faces_.end(), same), faces_.end());
}

InstalledFaces::~InstalledFaces() = default;

}  // namespace pubbuild
