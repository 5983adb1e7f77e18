// Words of a language → where they may be hyphenated, by the dictionaries of patterns that are installed.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "style/computed.h"
#include "text/hyphenation_patterns.h"

namespace pubbuild {

// Patterns are read when a language is first asked for. A language without patterns has no hyphens.
class Hyphenator {
 public:
  // The files hyph_LANGUAGE.dic and hyph_LANGUAGE_REGION.dic of this folder.
  explicit Hyphenator(std::string folder = "/usr/share/hyphen");

  // The characters of [begin, end) of a text before which its words may be hyphenated, ascending. `lang` is a
  // BCP 47 tag. Left as they are: words with soft hyphens, of capitals, beside digits and hyphens, and
  // addresses (CSS Text 4 §6.3 leaves the choice to us).
  std::vector<size_t> places(std::u32string_view text, size_t begin, size_t end, const std::string& lang,
                             const HyphenateLimits& limits);

 private:
  const HyphenationPatterns* patterns_for(const std::string& lang);

  std::string folder_;
  std::map<std::string, std::unique_ptr<HyphenationPatterns>>
      known_;  // by language tag; null: none installed
};

}  // namespace pubbuild
