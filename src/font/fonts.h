// The faces of a build: which face a character of a style is set in, and the open faces by FontId.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "font/face.h"
#include "font/families.h"
#include "font/installed.h"

namespace pubbuild {

// Open faces by id; ids are given in the order faces are first asked for.
class FaceSet {
 public:
  virtual ~FaceSet() = default;
  virtual const Face& face(FontId font) const = 0;
  virtual size_t size() const = 0;
};

struct CharacterRange {
  char32_t first = 0;
  char32_t last = 0x10FFFF;
};

// A face to set text in: an installed one, which is opened when it is first needed, or one that is open.
struct FaceSource {
  size_t installed = 0;
  FontId opened = FontId::none;
};

// A font file of a style sheet: what to call it, its bytes, and of a collection the face that is meant.
struct FontFile {
  std::string name;
  std::string bytes;
  std::string face_name;  // empty: the first
};

// A face that a style sheet composes under a family name of its own (CSS Fonts 4 §4.1). Of the faces of a
// family those whose style and weight are nearest are taken; where ranges of two overlap, the one defined
// later.
struct DefinedFace {
  std::string family;
  FaceSource source;
  int32_t weight_from = 400;
  int32_t weight_to = 400;
  bool italic = false;
  std::vector<CharacterRange> ranges;  // empty: all characters
  int32_t size_permille = 1000;
};

struct FontRequest {
  std::vector<std::string> families;
  int32_t weight = 400;
  bool italic = false;
  std::string lang;  // BCP 47
  auto operator<=>(const FontRequest&) const = default;
};

// The faces that a request may be set in, best first; made once a request.
enum class ChainId : uint32_t {};

struct ChosenFace {
  FontId font = FontId::none;  // none: no face on this machine has the character
  int32_t size_permille = 1000;
};

class Fonts : public FaceSet {
 public:
  // `folders` are searched for font files; `family_table` is the text of families.tsv.
  Fonts(const std::vector<std::string>& folders, std::string_view family_table);

  // The installed face of that full or PostScript name; where there is none, that of a family of that name
  // which is nearest to a weight and style.
  std::optional<FaceSource> local_face(std::string_view name, int32_t weight, bool italic) const;
  // The face of a file; nothing and `why_not` where it cannot be used.
  std::optional<FaceSource> add_file(const FontFile& file, std::string& why_not);
  void define(DefinedFace face);
  ChainId chain(const FontRequest& request);
  // The face for a character: of the first family of the chain that has it, else of any installed face.
  ChosenFace choose(ChainId id, char32_t character);
  // The face that sets the height of lines: the chain's first for ordinary text.
  ChosenFace primary(ChainId id);

  const Face& face(FontId font) const override { return *open_[static_cast<size_t>(font)]; }
  size_t size() const override { return open_.size(); }

  // Families asked for that are not there → the family taken instead, in name order.
  const std::map<std::string, std::string>& substitutions() const { return substitutions_; }
  // Files that could not be used, and why.
  const std::vector<std::string>& refused() const { return refused_; }

 private:
  struct Link {
    FaceSource source;
    std::vector<CharacterRange> ranges = {};
    int32_t size_permille = 1000;
  };
  struct Chain {
    FontRequest request;
    std::vector<Link> links;
  };

  // Whether the family is known, be it under another name.
  bool add_family(Chain& chain, const std::string& family);
  bool add_defined(Chain& chain, const std::string& family) const;
  bool add_installed(Chain& chain, const std::string& family) const;
  bool add_mapped(Chain& chain, const std::string& family);
  void add_latin_italics(Chain& chain, const std::vector<std::string>& families) const;
  void note_substitution(const Chain& chain, const std::string& family, const std::string& stand_in);
  const size_t* nearest_face(std::string_view family, int32_t weight, bool italic) const;
  bool may_cover(const Link& link, char32_t character) const;
  ChosenFace choose_anywhere(const FontRequest& request, char32_t character);
  FontId open(const FaceSource& source);
  FontId keep(std::unique_ptr<Face> face);

  InstalledFaces installed_;
  FamilyMap families_;
  // Folded names → places in installed_.
  std::unordered_map<std::string, std::vector<size_t>> by_family_;
  std::unordered_map<std::string, size_t> by_face_name_;
  std::unordered_map<std::string, std::vector<DefinedFace>> defined_;  // by folded family
  std::vector<Chain> chains_;
  std::map<FontRequest, ChainId> chain_ids_;
  std::unordered_map<size_t, FontId> font_ids_;
  std::vector<std::unique_ptr<Face>> open_;
  std::map<std::string, std::string> substitutions_;
  std::vector<std::string> refused_;
};

}  // namespace pubbuild
