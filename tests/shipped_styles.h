// The style sheets that pubbuild ships, as text and for @import: for tests.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "style/stylesheet.h"

namespace pubbuild::testing {

inline std::string shipped(const std::string& name) {
  const std::string path = std::string(PROJECT_DIR "/styles/") + name;
  if (!std::filesystem::is_regular_file(path)) return "";
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What shipped sheets import lies beside them, or in the folder of the one that imports it.
inline ImportReader shipped_imports(Sources& sources) {
  return [&sources](const StyleFile& from, std::string_view url) -> std::variant<StyleFile, Refusal> {
    const std::string folder = from.folder == "." ? "" : from.folder + "/";
    const std::string path = folder + std::string(url);
    const std::string text = shipped(path);
    if (text.empty()) return Refusal{"is not shipped", ""};
    const size_t slash = path.rfind('/');
    return StyleFile{sources.add(path, text), from.origin,
                     slash == std::string::npos ? "." : path.substr(0, slash), path};
  };
}

}  // namespace pubbuild::testing
