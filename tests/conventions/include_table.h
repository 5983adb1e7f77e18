// The include table of src/README.md → who may include whom, and the folders as they are → who does.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pubbuild {

// The name under which the files that stand in src itself are listed.
constexpr std::string_view program_folder = "src/*.cpp";

struct FolderRule {
  std::set<std::string> folders;    // besides its own and base; all where it holds "all"
  std::set<std::string> libraries;  // by the names of `library_of`
};

// A row a folder; empty where the text holds no table whose first column is headed "folder".
std::map<std::string, FolderRule> read_include_table(std::string_view readme);

// Name of the foreign library a header belongs to: empty for the standard's and POSIX's, "?" for one that
// nobody knows.
std::string library_of(std::string_view header);

struct Include {
  enum class Kind { project, system };
  Kind kind = Kind::project;
  std::string path;
};

std::vector<Include> includes_of(std::string_view source);

// What the rule forbids of the includes of a file of `folder`, a line each.
std::string violations(std::string_view file, std::string_view folder, const FolderRule& rule,
                       const std::vector<Include>& includes);

}  // namespace pubbuild
