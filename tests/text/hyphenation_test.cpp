#include "text/hyphenation.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/typeset.h"

using namespace pubbuild;

namespace {

// The text with a hyphen at each place; patterns are Debian's.
std::string hyphenated(const std::string& text, const std::string& lang, const HyphenateLimits& limits = {}) {
  Hyphenator hyphenator;
  const std::u32string characters = utf8::decode_all(text);
  const std::vector<size_t> places = hyphenator.places(characters, 0, characters.size(), lang, limits);
  std::string shown;
  for (size_t n = 0; n < characters.size(); ++n) {
    if (std::find(places.begin(), places.end(), n) != places.end()) shown += "-";
    utf8::append(shown, characters[n]);
  }
  return shown;
}

}  // namespace

TEST_CASE("words are hyphenated by the patterns of their language") {
  CHECK(hyphenated("Typography and hyphenation.", "en") == "Ty-pog-ra-phy and hy-phen-ation.");
  CHECK(hyphenated("hyphenation", "en-US") == "hy-phen-ation");
  CHECK(hyphenated("hyphenation", "en-NZ") == "hy-phen-ation");
  CHECK(hyphenated("Silbentrennung für Größen", "de") == "Sil-ben-tren-nung für Grö-ßen");
  CHECK(hyphenated("informatique", "fr") == "in-for-ma-tique");
}

TEST_CASE("all patterns that match weigh a word, and odd weights part it") {
  PatternLevel level;
  for (const std::u16string_view pattern :
       {u"hy3ph", u"he2n", u"hena4", u"hen5at", u"1na", u"n2at", u"1tio", u"2io", u"o2n"})
    level.add(pattern);
  level.sort();
  CHECK(level.breaks(u"hyphenation") == std::vector<size_t>{2, 6});
  CHECK(level.breaks(u"").empty());
}

TEST_CASE("a file that is no dictionary gives no patterns") {
  CHECK(HyphenationPatterns::open("/no/such/file.dic") == nullptr);
  CHECK(HyphenationPatterns::open("/usr/share/hyphen") == nullptr);
  CHECK(HyphenationPatterns::open(PROJECT_DIR "/README.md") == nullptr);
}

TEST_CASE("a language without patterns has no hyphens") {
  CHECK(hyphenated("hyphenation", "zh-Hans") == "hyphenation");
  CHECK(hyphenated("hyphenation", "") == "hyphenation");
  CHECK(hyphenated("hyphenation", "../../etc") == "hyphenation");
  CHECK(hyphenated("hyphenation", std::string(100'000, '-')) == "hyphenation");
}

TEST_CASE("two letters stay before a hyphen and three after it, or as many as asked for") {
  CHECK(hyphenated("table", "en") == "ta-ble");
  CHECK(hyphenated("hyphenation", "en", {5, 4, 3}) == "hyphen-ation");
  CHECK(hyphenated("hyphenation", "en", {5, 2, 7}) == "hy-phenation");
  CHECK(hyphenated("hyphenation", "en", {12, 2, 3}) == "hyphenation");
}

TEST_CASE("addresses, compounds, names of capitals and words with soft hyphens are left alone") {
  for (const std::string text :
       {"https://typography.org/hyphenation", "hyphenation@typography.org", "hyphenation-typography",
        "HYPHENATION", "JavaScript", "hyphenation2", "hyphen\u00ADation", "www.typography.org"})
    CHECK(hyphenated(text, "en") == text);
}

TEST_CASE("a word beside Han is hyphenated, and a long one that is none takes no time") {
  CHECK(hyphenated("用typography的", "en") == "用ty-pog-ra-phy的");
  CHECK(hyphenated(std::string(1'000'000, 'a'), "en") == std::string(1'000'000, 'a'));
}

TEST_CASE("a line may end at a hyphen, which takes room there") {
  ComputedStyle style;
  style.font_families = {"serif"};
  style.font_size = points(10);
  style.lang = "en";
  style.hyphens = Hyphens::auto_;
  FlatText flat;
  flat.style = &style;
  flat.text = "typography";
  flat.runs.push_back({.begin = 0, .end = 10, .style = &style});
  Shaper shaper(pubbuild::testing::fonts());
  const Prepared prepared = prepare(flat, shaper);
  REQUIRE(prepared.clusters.size() == 10);
  for (size_t n = 0; n + 1 < prepared.clusters.size(); ++n) {
    const bool ends_syllable = n == 1 || n == 4 || n == 6;
    CHECK(prepared.clusters[n].is_hyphenated == ends_syllable);
    CHECK((prepared.clusters[n].line_end == LineEnd::allowed) == ends_syllable);
    CHECK((prepared.clusters[n].line_end_room > points(2).milli) == ends_syllable);
  }
}

TEST_CASE("without overflow-wrap a long word is not broken") {
  ComputedStyle style;
  style.font_families = {"serif"};
  style.font_size = points(10);
  FlatText flat;
  flat.style = &style;
  flat.text = "typography";
  flat.runs.push_back({.begin = 0, .end = 10, .style = &style});
  Shaper shaper(pubbuild::testing::fonts());
  for (const Cluster& cluster : prepare(flat, shaper).clusters) CHECK(cluster.line_end == LineEnd::none);
}
