// Family names, weight and language → the face that each character is set in (CSS Fonts 4 §5).
#include "font/fonts.h"

#include <algorithm>
#include <cstdlib>

namespace pubbuild {

namespace {

bool in_ranges(char32_t character, const std::vector<CharacterRange>& ranges) {
  if (ranges.empty()) return true;
  return std::any_of(ranges.begin(), ranges.end(), [&](CharacterRange range) {
    return character >= range.first && character <= range.last;
  });
}

// On the wrong side of the weight that was asked for, and beyond 500 of one below it.
constexpr int32_t wrong_side = 1000;
constexpr int32_t far_side = 2000;
// A face that is upright where italic is wanted, or the other way round, is farther than any weight.
constexpr int32_t wrong_slant = 10000;

// How far a face's weight is from the one wanted (CSS Fonts 4 §5.2, but from 500 on the bolder face comes
// first, because the Chinese families of Debian have no 500 and a label must stand out).
int32_t weight_distance(int32_t wanted, int32_t weight) {
  const int32_t distance = std::abs(weight - wanted);
  if (wanted >= 500) return weight >= wanted ? distance : wrong_side + distance;
  if (wanted < 400) return weight <= wanted ? distance : wrong_side + distance;
  if (weight > 500) return far_side + distance;
  return weight >= wanted ? distance : wrong_side + distance;
}

int32_t face_distance(const InstalledFace& face, int32_t weight, bool italic) {
  return weight_distance(weight, face.weight) + (face.italic == italic ? 0 : wrong_slant);
}

int32_t face_distance(const DefinedFace& face, const FontRequest& request) {
  const int32_t weight = std::clamp(request.weight, face.weight_from, face.weight_to);
  return weight_distance(request.weight, weight) + (face.italic == request.italic ? 0 : wrong_slant);
}

bool is_generic(const std::string& folded) {
  constexpr std::string_view generics[] = {
      "serif",   "sans-serif", "monospace", "kaiti",    "fangsong",      "system-ui",  "cursive",
      "fantasy", "math",       "emoji",     "ui-serif", "ui-sans-serif", "ui-rounded", "ui-monospace"};
  return std::find(std::begin(generics), std::end(generics), folded) != std::end(generics) ||
         folded.starts_with("generic(");
}

// What italics are made of beside Han: Latin letters with their signs and figures.
const std::vector<CharacterRange> latin = {{0x20, 0x7E}, {0xA1, 0xB6}, {0xB8, 0x24F}, {0x1E00, 0x1EFF}};

}  // namespace

Fonts::Fonts(const std::vector<std::string>& folders, std::string_view family_table)
    : installed_(folders), families_(family_table) {
  for (size_t n = 0; n < installed_.all().size(); ++n) {
    for (const std::string& family : installed_.all()[n].families) {
      std::vector<size_t>& faces = by_family_[folded_family(family)];
      if (faces.empty() || faces.back() != n) faces.push_back(n);
    }
    for (const std::string& name : installed_.all()[n].face_names)
      by_face_name_.emplace(folded_family(name), n);
  }
}

std::optional<FaceSource> Fonts::local_face(std::string_view name, int32_t weight, bool italic) const {
  const std::string folded = folded_family(name);
  if (const auto found = by_face_name_.find(folded); found != by_face_name_.end())
    return FaceSource{found->second};
  const size_t* nearest = nearest_face(folded, weight, italic);
  return nearest ? std::optional(FaceSource{*nearest}) : std::nullopt;
}

std::optional<FaceSource> Fonts::add_file(const FontFile& file, std::string& why_not) {
  std::unique_ptr<Face> opened = Face::read(file.name, file.bytes, file.face_name, why_not);
  if (!opened) return std::nullopt;
  const FontId font = keep(std::move(opened));
  if (font == FontId::none) why_not = "is one font too many";
  return font == FontId::none ? std::nullopt : std::optional(FaceSource{0, font});
}

void Fonts::define(DefinedFace face) {
  defined_[folded_family(face.family)].push_back(std::move(face));
}

ChainId Fonts::chain(const FontRequest& request) {
  const auto [found, is_new] = chain_ids_.try_emplace(request, static_cast<ChainId>(chains_.size()));
  if (!is_new) return found->second;
  Chain chain{request, {}};
  std::vector<std::string> unknown;
  for (const std::string& family : request.families) {
    if (!add_family(chain, family)) unknown.push_back(family);
  }
  const bool is_last_resort = chain.links.empty();
  for (const std::string& family : families_.families("serif", request.lang)) {
    if (!add_installed(chain, family) || !is_last_resort) continue;
    for (const std::string& each : unknown) note_substitution(chain, each, family);
    unknown.clear();
  }
  chains_.push_back(std::move(chain));
  return found->second;
}

bool Fonts::add_family(Chain& chain, const std::string& family) {
  return add_defined(chain, family) || add_installed(chain, family) || add_mapped(chain, family);
}

bool Fonts::add_defined(Chain& chain, const std::string& family) const {
  const auto found = defined_.find(folded_family(family));
  if (found == defined_.end()) return false;
  const std::vector<DefinedFace>& faces = found->second;
  int32_t nearest = INT32_MAX;
  for (const DefinedFace& face : faces) nearest = std::min(nearest, face_distance(face, chain.request));
  for (auto face = faces.rbegin(); face != faces.rend(); ++face) {
    if (face_distance(*face, chain.request) != nearest) continue;
    chain.links.push_back({face->source, face->ranges, face->size_permille});
  }
  return true;
}

bool Fonts::add_installed(Chain& chain, const std::string& family) const {
  const size_t* face = nearest_face(folded_family(family), chain.request.weight, chain.request.italic);
  if (face) chain.links.push_back({{*face}});
  return face != nullptr;
}

bool Fonts::add_mapped(Chain& chain, const std::string& family) {
  std::vector<std::string> stand_ins = families_.families(family, chain.request.lang);
  if (stand_ins.empty()) return false;
  if (chain.request.italic) {
    std::vector<std::string> names = {family};
    names.insert(names.end(), stand_ins.begin(), stand_ins.end());
    add_latin_italics(chain, names);
  }
  bool is_first = true;
  for (const std::string& stand_in : stand_ins) {
    if (!add_installed(chain, stand_in) || !is_first) continue;
    is_first = false;
    note_substitution(chain, family, stand_in);
  }
  return true;
}

// The first of the names that the table gives italics for.
void Fonts::add_latin_italics(Chain& chain, const std::vector<std::string>& families) const {
  for (const std::string& family : families) {
    for (const std::string& italics : families_.families(family + " italic", chain.request.lang)) {
      const size_t* face = nearest_face(folded_family(italics), chain.request.weight, true);
      if (!face || !installed_.all()[*face].italic) continue;
      return chain.links.push_back({{*face}, latin});
    }
  }
}

// Families that the style sheet names itself, later in the same list, are no surprise to anybody.
void Fonts::note_substitution(const Chain& chain, const std::string& family, const std::string& stand_in) {
  const std::vector<std::string>& asked = chain.request.families;
  const bool is_asked_for = std::find(asked.begin(), asked.end(), stand_in) != asked.end();
  if (!is_asked_for && !is_generic(folded_family(family))) substitutions_.emplace(family, stand_in);
}

const size_t* Fonts::nearest_face(std::string_view family, int32_t weight, bool italic) const {
  const auto found = by_family_.find(std::string(family));
  if (found == by_family_.end()) return nullptr;
  const auto distance = [&](size_t n) { return face_distance(installed_.all()[n], weight, italic); };
  return &*std::min_element(found->second.begin(), found->second.end(),
                            [&](size_t a, size_t b) { return distance(a) < distance(b); });
}

// Asks the coverage that is known without opening the font.
bool Fonts::may_cover(const Link& link, char32_t character) const {
  if (!in_ranges(character, link.ranges)) return false;
  return link.source.opened != FontId::none || installed_.all()[link.source.installed].covers(character);
}

ChosenFace Fonts::choose(ChainId id, char32_t character) {
  const Chain& chain = chains_[static_cast<size_t>(id)];
  for (const Link& link : chain.links) {
    if (!may_cover(link, character)) continue;
    const FontId font = open(link.source);
    if (font != FontId::none && face(font).covers(character)) return {font, link.size_permille};
  }
  return choose_anywhere(chain.request, character);
}

// The installed face nearest in style and weight that has the character.
ChosenFace Fonts::choose_anywhere(const FontRequest& request, char32_t character) {
  ChosenFace best;
  int32_t best_distance = INT32_MAX;
  for (size_t n = 0; n < installed_.all().size(); ++n) {
    const InstalledFace& installed = installed_.all()[n];
    const int32_t distance = face_distance(installed, request.weight, request.italic);
    if (distance >= best_distance || !installed.covers(character)) continue;
    const FontId font = open({n});
    if (font == FontId::none || !face(font).covers(character)) continue;
    best.font = font;
    best_distance = distance;
  }
  return best;
}

ChosenFace Fonts::primary(ChainId id) {
  // The first face without ranges is the one that ordinary text is set in.
  for (const Link& link : chains_[static_cast<size_t>(id)].links) {
    if (!link.ranges.empty()) continue;
    const FontId font = open(link.source);
    if (font != FontId::none) return {font, link.size_permille};
  }
  return choose(id, U' ');
}

FontId Fonts::open(const FaceSource& source) {
  if (source.opened != FontId::none) return source.opened;
  const auto [found, is_new] = font_ids_.try_emplace(source.installed, FontId::none);
  if (!is_new) return found->second;
  const InstalledFace& wanted = installed_.all()[source.installed];
  std::string why_not;
  std::unique_ptr<Face> opened = Face::open(wanted.path, wanted.index, why_not);
  if (!opened) {
    refused_.push_back(wanted.path + " " + why_not);
    return FontId::none;
  }
  return found->second = keep(std::move(opened));
}

FontId Fonts::keep(std::unique_ptr<Face> face) {
  if (open_.size() >= static_cast<size_t>(FontId::none)) return FontId::none;
  open_.push_back(std::move(face));
  return static_cast<FontId>(open_.size() - 1);
}

}  // namespace pubbuild
