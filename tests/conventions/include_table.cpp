// Reads Markdown tables and #include lines.
#include "include_table.h"

#include <algorithm>
#include <utility>

namespace pubbuild {

namespace {

struct Library {
  std::string_view name;
  std::vector<std::string_view> headers;  // what their names begin with
};

const std::vector<Library>& libraries() {
  static const std::vector<Library> all = {
      {"ICU", {"unicode/"}},
      {"HarfBuzz", {"hb.h", "hb-", "harfbuzz/"}},
      {"fontconfig", {"fontconfig/"}},
      {"libharu", {"hpdf"}},
      {"libhpdf", {"hpdf"}},
      {"libzip", {"zip.h"}},
      {"tinyxml2", {"tinyxml2.h"}},
      {"libdeflate", {"libdeflate.h"}},
      {"libspng", {"spng.h"}},
      {"libjpeg-turbo", {"jpeglib.h", "jerror.h", "turbojpeg.h"}},
      {"libfyaml", {"libfyaml.h"}},
      {"libuuid", {"uuid/"}},
      {"CLI11", {"CLI/"}},
      {"OpenCC", {"opencc/"}},
      {"libqpdf", {"qpdf/"}},
      {"libqrencode", {"qrencode.h"}},
      {"gumbo", {"gumbo.h"}},
      {"libwebp", {"webp/"}},
      {"giflib", {"gif_lib.h"}},
      {"librsvg", {"librsvg/"}},
  };
  return all;
}

bool is_posix(std::string_view header) {
  static const std::set<std::string_view> headers = {
      "dirent.h", "errno.h",   "fcntl.h",  "langinfo.h", "limits.h", "locale.h",
      "poll.h",   "pthread.h", "setjmp.h", "signal.h",   "stddef.h", "stdint.h",
      "stdio.h",  "stdlib.h",  "string.h", "termios.h",  "time.h",   "unistd.h"};
  return headers.contains(header) || header.starts_with("sys/");
}

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t`");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t`") + 1 - begin);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// The cells of a row of a table; none for another line.
std::vector<std::string_view> cells_of(std::string_view line) {
  line = trimmed(line);
  std::vector<std::string_view> cells;
  if (!line.starts_with('|')) return cells;
  line.remove_prefix(1);
  while (!line.empty()) {
    const size_t end = std::min(line.find('|'), line.size());
    cells.push_back(trimmed(line.substr(0, end)));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return cells;
}

std::set<std::string> words_of(std::string_view cell) {
  std::set<std::string> words;
  std::string word;
  for (const char c : std::string(cell) + " ") {
    const bool separates = c == ' ' || c == ',' || c == '`';
    if (!separates) word += c;
    if (separates && !word.empty()) words.insert(std::exchange(word, {}));
  }
  return words;
}

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

// Cells hold the names with remarks between them: "libfyaml, ICU (encodings)".
std::set<std::string> libraries_named(std::string_view cell) {
  const std::string words = in_lower_case(cell);
  std::set<std::string> named;
  for (const Library& library : libraries()) {
    if (words.find(in_lower_case(library.name)) != std::string::npos) named.emplace(library.name);
  }
  if (named.contains("libhpdf")) named.insert("libharu");
  return named;
}

std::string folder_of_include(std::string_view path) {
  const size_t slash = path.find('/');
  return std::string(slash == std::string_view::npos ? program_folder : path.substr(0, slash));
}

}  // namespace

std::map<std::string, FolderRule> read_include_table(std::string_view readme) {
  std::map<std::string, FolderRule> table;
  bool inside = false;
  for (const std::string_view line : lines_of(readme)) {
    const std::vector<std::string_view> cells = cells_of(line);
    if (cells.size() < 4) {
      inside = false;
    } else if (cells[0] == "folder") {
      inside = true;
    } else if (inside && cells[0].find("--") == std::string_view::npos) {
      table[std::string(cells[0])] = {words_of(cells[2]), libraries_named(cells[3])};
    }
  }
  return table;
}

std::string library_of(std::string_view header) {
  for (const Library& library : libraries()) {
    for (const std::string_view beginning : library.headers) {
      if (header.starts_with(beginning)) return std::string(library.name);
    }
  }
  const bool is_standard = header.find_first_of("./") == std::string_view::npos;
  return is_standard || is_posix(header) ? "" : "?";
}

std::vector<Include> includes_of(std::string_view source) {
  std::vector<Include> includes;
  for (const std::string_view line : lines_of(source)) {
    if (!line.starts_with("#include ")) continue;
    const std::string_view named = trimmed(line.substr(9));
    const bool is_system = named.starts_with('<');
    const size_t end = named.find(is_system ? '>' : '"', 1);
    if (end == std::string_view::npos) continue;
    includes.push_back(
        {is_system ? Include::Kind::system : Include::Kind::project, std::string(named.substr(1, end - 1))});
  }
  return includes;
}

std::string violations(std::string_view file, std::string_view folder, const FolderRule& rule,
                       const std::vector<Include>& includes) {
  std::string found;
  const auto complain = [&](const Include& include, const std::string& why) {
    found += std::string(file) + " includes " + include.path + ", " + why + "\n";
  };
  for (const Include& include : includes) {
    if (include.kind == Include::Kind::system) {
      const std::string library = library_of(include.path);
      if (library == "?") complain(include, "which no library of the table is known to bring");
      if (library != "?" && !library.empty() && !rule.libraries.contains(library)) {
        complain(include, "which is " + library + "'s");
      }
    } else {
      const std::string other = folder_of_include(include.path);
      const bool allowed =
          other == folder || other == "base" || rule.folders.contains("all") || rule.folders.contains(other);
      if (!allowed) complain(include, "which its row in src/README.md does not allow");
    }
  }
  return found;
}

}  // namespace pubbuild
