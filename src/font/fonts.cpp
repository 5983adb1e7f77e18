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

// How far a face's weight is from the one wanted; the wrong side counts double (CSS Fonts 4 §5.2, but from
// 500 on the bolder face comes first, because the Chinese families of Debian have no 500 and a label must
// stand out).
int32_t weight_distance(int32_t wanted, int32_t weight) {
  const int32_t difference = weight - wanted;
  const bool right_side = wanted >= 500 ? difference >= 0 : difference <= 0;
  return std::abs(difference) + (right_side ? 0 : 1000);
}

// A face that is upright where italic is wanted, or the other way round, is farther than any weight.
int32_t face_distance(const InstalledFace& face, int32_t weight, bool italic) {
  return weight_distance(weight, face.weight) + (face.italic == italic ? 0 : 10000);
}

bool is_generic(const std::string& folded) {
  constexpr std::string_view generics[] = {"serif",    "sans-serif", "monospace", "kaiti",
                                           "fangsong", "system-ui",  "cursive",   "fantasy"};
  return std::find(std::begin(generics), std::end(generics), folded) != std::end(generics);
}

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

ChainId Fonts::chain(const FontRequest& request) {
  const auto [found, is_new] = chain_ids_.try_emplace(request, static_cast<ChainId>(chains_.size()));
  if (!is_new) return found->second;
  Chain chain{request, {}};
  for (const std::string& family : request.families) add_family(chain, family);
  for (const std::string& family : families_.families("serif", request.lang))
    add_installed(chain, family, {});
  chains_.push_back(std::move(chain));
  return found->second;
}

void Fonts::add_family(Chain& chain, const std::string& family) {
  if (add_defined(chain, family)) return;
  if (add_installed(chain, family, {})) return;
  add_mapped(chain, family);
}

bool Fonts::add_defined(Chain& chain, const std::string& family) {
  const std::string folded = folded_family(family);
  const auto is_of_family = [&](const DefinedFace& face) { return folded_family(face.family) == folded; };
  int32_t best = INT32_MAX;
  for (const DefinedFace& face : defined_) {
    if (is_of_family(face)) best = std::min(best, weight_distance(chain.request.weight, face.weight));
  }
  if (best == INT32_MAX) return false;
  for (auto face = defined_.rbegin(); face != defined_.rend(); ++face) {
    if (!is_of_family(*face)) continue;
    // A face of some characters only serves every weight: it lends its signs to the whole family.
    if (face->ranges.empty() && weight_distance(chain.request.weight, face->weight) != best) continue;
    Link pattern;
    pattern.ranges = face->ranges;
    pattern.size_permille = face->size_permille;
    for (const std::string& name : face->local_names) {
      if (add_local(chain, name, pattern)) break;
    }
  }
  return true;
}

bool Fonts::add_installed(Chain& chain, const std::string& family, const Link& pattern) {
  const size_t* face = nearest_face(folded_family(family), chain.request.weight, chain.request.italic);
  if (!face) return false;
  Link link = pattern;
  link.installed = *face;
  chain.links.push_back(std::move(link));
  return true;
}

// local() names one face, not a family; where nobody calls a face so, a family of that name will do.
bool Fonts::add_local(Chain& chain, const std::string& name, Link pattern) {
  const auto found = by_face_name_.find(folded_family(name));
  if (found == by_face_name_.end()) return add_installed(chain, name, pattern);
  pattern.installed = found->second;
  chain.links.push_back(std::move(pattern));
  return true;
}

void Fonts::add_mapped(Chain& chain, const std::string& family) {
  bool is_first = true;
  for (const std::string& stand_in : families_.families(family, chain.request.lang)) {
    if (!add_installed(chain, stand_in, {}) || !is_first) continue;
    is_first = false;
    if (!is_generic(folded_family(family))) substitutions_.emplace(family, stand_in);
  }
}

const size_t* Fonts::nearest_face(const std::string& family, int32_t weight, bool italic) const {
  const auto found = by_family_.find(family);
  if (found == by_family_.end()) return nullptr;
  const auto distance = [&](size_t n) { return face_distance(installed_.all()[n], weight, italic); };
  return &*std::min_element(found->second.begin(), found->second.end(),
                            [&](size_t a, size_t b) { return distance(a) < distance(b); });
}

ChosenFace Fonts::choose(ChainId id, char32_t character) {
  const Chain& chain = chains_[static_cast<size_t>(id)];
  for (const Link& link : chain.links) {
    if (!in_ranges(character, link.ranges) || !installed_.all()[link.installed].covers(character)) continue;
    const FontId font = open(link.installed);
    if (font != FontId::none && face(font).covers(character)) return {font, link.size_permille};
  }
  size_t best = installed_.all().size();
  int32_t best_distance = INT32_MAX;
  for (size_t n = 0; n < installed_.all().size(); ++n) {
    const InstalledFace& installed = installed_.all()[n];
    const int32_t distance = face_distance(installed, chain.request.weight, chain.request.italic);
    if (distance >= best_distance || !installed.covers(character)) continue;
    const FontId font = open(n);
    if (font == FontId::none || !face(font).covers(character)) continue;
    best = n;
    best_distance = distance;
  }
  if (best == installed_.all().size()) return {};
  return {open(best), 1000};
}

ChosenFace Fonts::primary(ChainId id) {
  // The first face without ranges is the one that ordinary text is set in.
  for (const Link& link : chains_[static_cast<size_t>(id)].links) {
    if (!link.ranges.empty()) continue;
    const FontId font = open(link.installed);
    if (font != FontId::none) return {font, link.size_permille};
  }
  return choose(id, U' ');
}

FontId Fonts::open(size_t installed) {
  const auto [found, is_new] = font_ids_.try_emplace(installed, FontId::none);
  if (!is_new) return found->second;
  const InstalledFace& wanted = installed_.all()[installed];
  std::string why_not;
  std::unique_ptr<Face> opened = Face::open(wanted.path, wanted.index, why_not);
  if (!opened) {
    refused_.push_back(wanted.path + " " + why_not);
    return FontId::none;
  }
  found->second = static_cast<FontId>(open_.size());
  open_.push_back(std::move(opened));
  return found->second;
}

}  // namespace pubbuild
