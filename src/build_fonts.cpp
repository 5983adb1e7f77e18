// Folders of fonts, the family map, and notes about both.
#include "build_fonts.h"

#include <set>

#include "base/error.h"
#include "base/roots.h"
#include "style/text_properties.h"

namespace pubbuild {

namespace {

// Where systems keep fonts for all their users, and the folder beside the family map, where a user may put
// more. Those of a home folder are left out: the same article must look the same for everybody.
std::vector<std::string> font_folders(const std::string& data_folder) {
  return {"/usr/share/fonts", "/usr/local/share/fonts", data_folder + "/fonts"};
}

constexpr size_t most_table_bytes = size_t{1} * 1024 * 1024;
// A note longer than this is not read.
constexpr size_t most_told = 20;

std::string family_table(const std::string& data_folder) {
  const std::string path = data_folder + "/fonts/families.tsv";
  FileBytes file = read_named_file(path, most_table_bytes);
  if (const Refusal* refusal = std::get_if<Refusal>(&file)) throw Error(path, refusal->reason);
  return std::move(std::get<std::string>(file));
}

// The families that base sheet and themes ask for: of these the user has not heard.
std::set<std::string> families_of_themes(const StyleSheet& sheet) {
  std::set<std::string> families;
  for (const Rule& rule : sheet.rules) {
    if (rule.origin == Origin::user) continue;
    for (const css::Declaration& one : rule.longhands) {
      std::vector<std::string> names;
      css::Values values(one.value, {});
      if (one.name != "font-family" || !css::read_families(values, names)) continue;
      for (const std::string& name : names) families.insert(folded_family(name));
    }
  }
  return families;
}

class Listing {
 public:
  void add(const std::string& item) {
    if (++count_ <= most_told) text_ += (text_.empty() ? "" : ", ") + item;
  }
  bool empty() const { return count_ == 0; }
  std::string text() const {
    return count_ <= most_told ? text_ : text_ + " and " + std::to_string(count_ - most_told) + " more";
  }

 private:
  size_t count_ = 0;
  std::string text_;
};

}  // namespace

Fonts find_fonts(const std::string& data_folder) {
  return Fonts(font_folders(data_folder), family_table(data_folder));
}

void tell_of_fonts(const Fonts& fonts, const StyleSheet& sheet, Diagnostics& diagnostics) {
  const std::set<std::string> known = families_of_themes(sheet);
  Listing substituted;
  for (const auto& [family, stand_in] : fonts.substitutions()) {
    if (!known.contains(folded_family(family))) substituted.add(family + " → " + stand_in);
  }
  if (!substituted.empty())
    diagnostics.note("font-substituted", {}, "these fonts are not installed: " + substituted.text());
  Listing refused;
  for (const std::string& file : fonts.refused()) refused.add(file);
  if (!refused.empty())
    diagnostics.note("font-unusable", {}, "these fonts are passed over: " + refused.text());
}

}  // namespace pubbuild
