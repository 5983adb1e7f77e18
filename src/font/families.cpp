// families.tsv → lookups of family names.
#include "font/families.h"

#include <algorithm>

#include "base/language.h"
#include "base/utf8.h"

namespace pubbuild {

namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// The languages of the table that fit a language tag, closest first.
std::vector<std::string_view> table_languages(std::string_view language) {
  switch (script_of(language)) {
    case Script::hans:
      return {"zh-Hans", "*"};
    case Script::hant: {
      if (folded_family(language).find("-hk") != std::string::npos) return {"zh-HK", "zh-Hant", "*"};
      return {"zh-Hant", "*"};
    }
    case Script::japanese:
      return {"ja", "*"};
    case Script::korean:
      return {"ko", "*"};
    case Script::other:
      return {"*"};
  }
  return {"*"};
}

// The blank and the full-width letters of East Asian keyboards are those of ASCII.
char32_t of_common_width(char32_t c) {
  if (c == 0x3000 || c == 0xA0) return U' ';
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + U'!' : c;
}

}  // namespace

std::string folded_family(std::string_view name) {
  std::string folded;
  for (size_t at = 0; at < name.size();) {
    const char32_t c = of_common_width(utf8::decode(name, at));
    const bool doubled = c == U' ' && (folded.empty() || folded.back() == ' ');
    if (!doubled) utf8::append(folded, c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c);
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

FamilyMap::FamilyMap(std::string_view table) {
  for (const std::string& line : split(table, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> columns = split(line, '\t');
    if (columns.size() == 3) rows_[folded_family(columns[0])].push_back({columns[1], split(columns[2], ';')});
  }
}

const FamilyMap::Row* FamilyMap::row(const std::string& key, std::string_view language) const {
  const auto found = rows_.find(key);
  if (found == rows_.end()) return nullptr;
  for (const std::string_view fitting : table_languages(language)) {
    for (const Row& row : found->second) {
      if (row.language == fitting) return &row;
    }
  }
  return nullptr;
}

std::vector<std::string> FamilyMap::families(std::string_view name, std::string_view language) const {
  std::vector<std::string> found;
  std::vector<std::string> seen;
  std::vector<std::string> open = {folded_family(name)};
  const Row* first = row(open[0], language);
  if (!first) return found;
  while (!open.empty()) {
    const std::string key = open.front();
    open.erase(open.begin());
    const bool again = std::find(seen.begin(), seen.end(), key) != seen.end();
    seen.push_back(key);
    const Row* meant = again ? nullptr : row(key, language);
    if (!meant) continue;
    size_t place = 0;
    for (const std::string& family : meant->families) {
      const std::string folded = folded_family(family);
      if (row(folded, language)) {
        open.insert(open.begin() + static_cast<std::ptrdiff_t>(place++), folded);
      }
      found.push_back(family);
    }
  }
  return found;
}

}  // namespace pubbuild
