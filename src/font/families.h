// The family map: what a family name means, by language.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pubbuild {

// Read from fonts/families.tsv, where the format is told.
class FamilyMap {
 public:
  // Lines that are no rows are passed over.
  explicit FamilyMap(std::string_view table);

  // Families that stand for `name` in a text of `language`, best first, names of the table followed; empty
  // where the table does not know it.
  std::vector<std::string> families(std::string_view name, std::string_view language) const;

 private:
  struct Row {
    std::string language;
    std::vector<std::string> families;
  };
  const Row* row(const std::string& key, std::string_view language) const;
  std::unordered_map<std::string, std::vector<Row>> rows_;
};

// Family names compare without regard to ASCII case, to the width of letters and to how many blanks there
// are.
std::string folded_family(std::string_view name);

}  // namespace pubbuild
