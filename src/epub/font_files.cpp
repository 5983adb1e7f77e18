// Chooses a face for every character, cuts the faces to size and writes @font-face rules.
#include "epub/font_files.h"

#include <algorithm>
#include <functional>

#include "base/error.h"
#include "base/utf8.h"
#include "epub/content_names.h"
#include "font/subset.h"

namespace pubbuild {

namespace {

using Characters = std::set<char32_t>;

// A face at a size of its own, as size-adjust has it.
struct SizedFace {
  FontId font = FontId::none;
  int32_t size_permille = 1000;
  auto operator<=>(const SizedFace&) const = default;
};

// What one family has at one weight and slant.
struct Cut {
  int32_t weight = 400;
  bool italic = false;
  auto operator<=>(const Cut&) const = default;
};
using Faces = std::map<SizedFace, Characters>;
using Family = std::map<Cut, Faces>;

std::string hexadecimal(char32_t c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (; c > 0 || text.empty(); c >>= 4) text.insert(text.begin(), digits[c & 15]);
  return text;
}

// "U+4E00-4E03,U+4E8C"
std::string ranges_of(const Characters& characters) {
  std::string text;
  for (auto first = characters.begin(); first != characters.end();) {
    auto last = first;
    auto next = std::next(first);
    while (next != characters.end() && *next == *last + 1) last = next++;
    text += (text.empty() ? "U+" : ",U+") + hexadecimal(*first);
    if (last != first) text += "-" + hexadecimal(*last);
    first = next;
  }
  return text;
}

std::string percentage(int32_t permille) {
  const std::string tenths = permille % 10 == 0 ? "" : "." + std::to_string(permille % 10);
  return std::to_string(permille / 10) + tenths + "%";
}

using Usage = std::map<FontRequest, Characters>::value_type;

// So that the language of the text comes before those of a few words in it.
std::vector<const Usage*> most_used_first(const FontUsage& usage) {
  std::vector<const Usage*> order;
  for (const Usage& one : usage.characters()) order.push_back(&one);
  std::ranges::stable_sort(order, std::greater(), [](const Usage* one) { return one->second.size(); });
  return order;
}

class Embedding {
 public:
  Embedding(Fonts& fonts, Diagnostics& diagnostics) : fonts_(fonts), diagnostics_(diagnostics) {}

  EmbeddedFonts run(const FontUsage& usage) {
    for (const auto* one : most_used_first(usage)) choose(one->first, one->second);
    for (const auto& [font, characters] : characters_) write_file(font, characters);
    size_t number = 0;
    for (const auto& [list, family] : families_) {
      const std::string name = "pub-font-" + std::to_string(++number);
      const size_t before = embedded_.css.size();
      for (const auto& [cut, faces] : family) write_rules(name, cut, faces);
      if (embedded_.css.size() > before) embedded_.families.emplace(list, name);
    }
    return std::move(embedded_);
  }

 private:
  // Of two languages that want different faces for a character the first one gets its own.
  void choose(const FontRequest& request, const Characters& characters) {
    const ChainId chain = fonts_.chain(request);
    Faces& faces = families_[request.families][{request.weight, request.italic}];
    for (const char32_t c : characters) {
      const ChosenFace chosen = fonts_.choose(chain, c);
      const bool is_known =
          std::ranges::any_of(faces, [&](const auto& face) { return face.second.contains(c); });
      if (chosen.font == FontId::none || is_known || !may_embed(chosen.font)) continue;
      faces[{chosen.font, chosen.size_permille}].insert(c);
      characters_[chosen.font].insert(c);
    }
  }

  bool may_embed(FontId font) {
    const Face& face = fonts_.face(font);
    if (face.may_be_subset()) return true;
    if (told_.insert(font).second)
      diagnostics_.warning("font-not-embedded", {},
                           "the font " + face.postscript_name() + " is not embedded in the EPUB",
                           "its licence bits (fsType) allow no subsets of it");
    return false;
  }

  void write_file(FontId font, const Characters& characters) {
    FontProgram program = subset_for_reading_systems(fonts_.face(font), characters);
    const bool is_cff = program.kind == FontProgram::Kind::cff;
    std::string name = name_of_content("font-", program.bytes) + (is_cff ? ".otf" : ".ttf");
    names_.emplace(font, name);
    const bool is_new =
        std::ranges::none_of(embedded_.files, [&](const PackedFont& file) { return file.name == name; });
    if (is_new)
      embedded_.files.push_back(
          {std::move(name), is_cff ? "font/otf" : "font/ttf", std::move(program.bytes)});
  }

  // The face with the most characters needs no ranges: where it lacks one, a later rule has it.
  void write_rules(const std::string& family, const Cut& cut, const Faces& faces) {
    const auto most =
        std::ranges::max_element(faces, {}, [](const auto& face) { return face.second.size(); });
    if (most == faces.end()) return;
    write_rule(family, cut, most->first, {});
    for (const auto& [face, characters] : faces) {
      if (face != most->first) write_rule(family, cut, face, ranges_of(characters));
    }
  }

  void write_rule(const std::string& family, const Cut& cut, const SizedFace& face,
                  const std::string& ranges) {
    std::string& css = embedded_.css;
    css += "@font-face {\n  font-family: \"" + family + "\";\n";
    css += "  font-weight: " + std::to_string(cut.weight) + ";\n";
    css += "  font-style: " + std::string(cut.italic ? "italic" : "normal") + ";\n";
    if (face.size_permille != 1000) css += "  size-adjust: " + percentage(face.size_permille) + ";\n";
    if (!ranges.empty()) css += "  unicode-range: " + ranges + ";\n";
    css += "  src: url(" + names_.at(face.font) + ");\n}\n";
  }

  Fonts& fonts_;
  Diagnostics& diagnostics_;
  std::map<std::vector<std::string>, Family> families_;
  std::map<FontId, Characters> characters_;
  std::map<FontId, std::string> names_;
  std::set<FontId> told_;
  EmbeddedFonts embedded_;
};

// What hyphenation and capitals add to a text.
void add_variants(const ComputedStyle& style, Characters& characters) {
  characters.insert({U' ', U'-', 0x2010});
  if (style.text_transform == TextTransform{}) return;
  for (char32_t c = U'a'; c <= U'z'; ++c) {
    const char32_t capital = c - U'a' + U'A';
    if (characters.contains(c)) characters.insert(capital);
    if (characters.contains(capital)) characters.insert(c);
  }
}

}  // namespace

void FontUsage::add(NodeId node) {
  if (tree_.is_text(node)) return add_text(styles_.of(node), tree_.text(node));
  for (const NodeId child : children(tree_, node)) add(child);
}

void FontUsage::add_text(const ComputedStyle& style, std::string_view text) {
  Characters& characters = characters_[{style.font_families, style.font_weight,
                                        style.font_style != FontStyle::normal, style.lang}];
  for (size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (c >= U' ') characters.insert(c);
  }
  add_variants(style, characters);
}

EmbeddedFonts embed_fonts(const FontUsage& usage, Fonts& fonts, Diagnostics& diagnostics) {
  return Embedding(fonts, diagnostics).run(usage);
}

}  // namespace pubbuild
