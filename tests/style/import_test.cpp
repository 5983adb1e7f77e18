// @import: the rules of other files in its place.
#include <doctest/doctest.h>

#include <map>

#include "style/reading_system_css.h"
#include "style/sheets.h"

using namespace pubbuild;
using namespace pubbuild::testing;

namespace {

// A sheet main.css with files beside it that it may import.
struct Importing {
  Importing(const std::string& main, const std::map<std::string, std::string>& files, bool with_reader = true)
      : files_(files) {
    const ImportReader reader = [this](const StyleFile& from, std::string_view url) {
      return read(from, url);
    };
    sheet = read_styles(sources, {{sources.add("main.css", main), Origin::user, ".", "main.css"}},
                        diagnostics, with_reader ? reader : ImportReader());
  }
  std::variant<StyleFile, Refusal> read(const StyleFile& from, std::string_view url) {
    const auto found = files_.find(std::string(url));
    if (found == files_.end()) return Refusal{"does not exist", ""};
    return StyleFile{sources.add(found->first, found->second), from.origin, ".", found->first};
  }
  std::string said() const {
    std::string text;
    for (const Diagnostic& one : diagnostics.all()) {
      const Position at = sources[one.span.file].position(one.span.begin);
      text += sources[one.span.file].name() + ":" + std::to_string(at.column) + " " + one.message + "\n";
    }
    return text;
  }
  // The tags of the rules, in order.
  std::string tags() const {
    std::string text;
    for (const Rule& rule : sheet.rules) text += css::to_css(rule.selectors[0]) + " ";
    return text;
  }

  Sources sources;
  Diagnostics diagnostics;
  StyleSheet sheet;

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace

TEST_CASE("imported rules stand where the import stands, with its origin and media") {
  const Importing sheet(
      "@charset 'utf-8'; @import 'a.css'; @import url(b.css) print; @import url('c.css') not print; "
      "p{color:red}",
      {{"a.css", "@import 'c.css'; h1{color:red}"}, {"b.css", "h2{color:red}"}, {"c.css", "h3{color:red}"}});
  CHECK(sheet.said().empty());
  CHECK(sheet.tags() == "h3 h1 h2 h3 p ");
  CHECK(sheet.sheet.rules[1].origin == Origin::user);
  CHECK(sheet.sheet.rules[2].media.print);
  CHECK_FALSE(sheet.sheet.rules[2].media.reading_system);
  CHECK_FALSE(sheet.sheet.rules[3].media.print);
  CHECK(css_for_reading_systems(sheet.sheet).find("import") == std::string::npos);
  CHECK(css_for_reading_systems(sheet.sheet).find("h1 {") != std::string::npos);
}

TEST_CASE("files that import each other are read once") {
  const Importing ring("@import 'a.css';", {{"a.css", "@import 'b.css'; h1{color:red}"},
                                            {"b.css", "@import 'a.css'; h2{color:red}"}});
  CHECK(ring.tags() == "h2 h1 ");
  CHECK(ring.said() ==
        "b.css:1 the imported style sheet 'a.css' imports this one in turn and is not read again\n");
  const Importing self("@import 'main.css'; p{color:red}", {{"main.css", "p{color:red}"}});
  CHECK(self.tags() == "p ");
}

TEST_CASE("what is not imported is said at the import") {
  const auto said = [](const std::string& css) { return Importing(css, {{"a.css", "p{color:red}"}}).said(); };
  CHECK(said("@import 'no.css';") == "main.css:1 the imported style sheet 'no.css' does not exist\n");
  CHECK(said("p{color:red} @import 'a.css';") ==
        "main.css:14 @import stands after other rules and is not followed\n");
  CHECK(said("@import 'a.css' layer(x);") == "main.css:1 @import with 'layer(x)' is not followed\n");
  CHECK(said("@import 'a.css' supports(color: red);") ==
        "main.css:1 @import with 'supports(color: red)' is not followed\n");
  CHECK(said("@import 'a.css' 5;") == "main.css:1 @import cannot be read\n");
  CHECK(Importing("@import 'a.css';", {}, false).said() ==
        "main.css:1 the imported style sheet 'a.css' is not read: imports are not followed here\n");
}

TEST_CASE("imports without end are cut") {
  std::map<std::string, std::string> files;
  for (int i = 0; i < 40; ++i) {
    const std::string next = std::to_string(i + 1);
    files[std::to_string(i) + ".css"] =
        "@import '" + next + ".css'; @import '" + next + ".css'; p{color:red}";
  }
  const Importing doubling("@import '0.css';", files);
  CHECK(doubling.sheet.rules.size() <= max_imports);
  CHECK(doubling.said().find("is not read: there are too many") != std::string::npos);
}
