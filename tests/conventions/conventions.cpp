// The sources keep to what src/README.md says of them.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "include_table.h"

namespace pubbuild {

namespace {

constexpr size_t max_lines = 700;  // more is two files

const std::filesystem::path source_folder = PROJECT_DIR "/src";

struct Source {
  std::string name;    // "base/utf8.cpp"
  std::string folder;  // as the table calls it
  std::string text;
};

std::string read_text(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<Source> all_sources() {
  std::vector<Source> sources;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source_folder)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".h" && ending != ".cpp") continue;
    const std::filesystem::path name = std::filesystem::relative(entry.path(), source_folder);
    const std::string folder = name.has_parent_path() ? name.begin()->string() : std::string(program_folder);
    sources.push_back({name.string(), folder, read_text(entry.path())});
  }
  std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.name < b.name; });
  return sources;
}

}  // namespace

TEST_CASE("every include is one that the table in src/README.md allows") {
  const auto table = read_include_table(read_text(source_folder / "README.md"));
  REQUIRE_MESSAGE(!table.empty(), "src/README.md has no table whose first column is headed \"folder\"");
  std::string found;
  for (const Source& source : all_sources()) {
    const auto rule = table.find(source.folder);
    if (rule == table.end()) continue;
    found += violations("src/" + source.name, source.folder, rule->second, includes_of(source.text));
  }
  CHECK_MESSAGE(found.empty(), found);
}

TEST_CASE("every folder has a row in the table and every row a folder") {
  const auto table = read_include_table(read_text(source_folder / "README.md"));
  std::set<std::string> folders;
  for (const Source& source : all_sources()) folders.insert(source.folder);
  for (const std::string& folder : folders) {
    CHECK_MESSAGE(table.contains(folder), "src/README.md has no row for " << folder);
  }
  for (const auto& [folder, rule] : table) {
    CHECK_MESSAGE(folders.contains(folder),
                  "src/README.md has a row for " << folder << ", which has no sources");
  }
}

TEST_CASE("every file says in its first line what it turns into what") {
  for (const Source& source : all_sources()) {
    const bool says = source.text.starts_with("// ");
    CHECK_MESSAGE(says, "src/" << source.name << " does not begin with a comment");
  }
}

TEST_CASE("no file is so long that it holds two ideas") {
  for (const Source& source : all_sources()) {
    const auto lines = static_cast<size_t>(std::count(source.text.begin(), source.text.end(), '\n'));
    CHECK_MESSAGE(lines <= max_lines, "src/" << source.name << " has " << lines << " lines");
  }
}

TEST_CASE("nothing is left for later without a place where it is written down") {
  for (const Source& source : all_sources()) {
    for (const std::string_view mark : {"TODO", "FIXME", "XXX"}) {
      const bool is_marked = source.text.find(mark) != std::string::npos;
      CHECK_MESSAGE(!is_marked, "src/" << source.name << " says " << mark);
    }
  }
}

TEST_CASE("the table is read with its remarks and without its rulers") {
  const auto table = read_include_table(
      "Text\n\n"
      "| folder | what it does | may include (besides base) | foreign libraries |\n"
      "|--------|---|---|---|\n"
      "| base | files | | ICU (encodings) |\n"
      "| `epub` | writes \\ all | tree picture, page | libzip and tinyxml2 (DOCX) |\n"
      "| src/*.cpp | main | all | CLI11 |\n"
      "\n| other | a | b | c |\n");
  REQUIRE(table.size() == 3);
  CHECK(table.at("base").folders.empty());
  CHECK(table.at("base").libraries == std::set<std::string>{"ICU"});
  CHECK(table.at("epub").folders == std::set<std::string>{"tree", "picture", "page"});
  CHECK(table.at("epub").libraries == std::set<std::string>{"libzip", "tinyxml2"});
  CHECK(table.at("src/*.cpp").folders == std::set<std::string>{"all"});
}

TEST_CASE("headers are known by the library that brings them") {
  CHECK(library_of("vector") == "");
  CHECK(library_of("sys/stat.h") == "");
  CHECK(library_of("unicode/ucnv.h") == "ICU");
  CHECK(library_of("hb-ot.h") == "HarfBuzz");
  CHECK(library_of("hpdf.h") == "libharu");
  CHECK(library_of("boost/any.hpp") == "?");
}

TEST_CASE("an include outside the rule is named") {
  const FolderRule rule{{"tree"}, {"libzip"}};
  const auto includes = includes_of(
      "// x\n#include \"epub/a.h\"\n#include \"tree/b.h\"\n#include \"base/c.h\"\n#include <zip.h>\n"
      "#include <string>\n#include \"style/d.h\"\n#include <tinyxml2.h>\n#include <x/y.h>\n");
  CHECK(includes.size() == 8);
  CHECK(violations("f", "epub", rule, includes) ==
        "f includes style/d.h, which its row in src/README.md does not allow\n"
        "f includes tinyxml2.h, which is tinyxml2's\n"
        "f includes x/y.h, which no library of the table is known to bring\n");
  CHECK(violations("f", "epub", {{"all"}, {"libzip", "tinyxml2"}}, {{Include::Kind::project, "build.h"}}) ==
        "");
}

}  // namespace pubbuild
