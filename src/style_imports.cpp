// What @import names → style sheets.
#include "style_imports.h"

#include <filesystem>

#include "base/utf8.h"
#include "resolve/address.h"
#include "resolve/slug.h"

namespace pubbuild {

std::string decoded_style(std::string_view bytes) {
  std::string text;
  for (size_t at = 0; at < bytes.size();) utf8::append(text, utf8::decode(bytes, at));
  return text;
}

FileBytes StyleImports::bytes_of(const StyleFile& from, const std::string& path) const {
  if (from.root.empty()) return roots_.read(from.folder, path, most_style_bytes);
  FileBytes beside = DiskRoots({from.root}).read(from.folder, path, most_style_bytes);
  if (from.origin != Origin::user || !std::holds_alternative<Refusal>(beside)) return beside;
  FileBytes in_roots = roots_.read(from.folder, path, most_style_bytes);
  return std::holds_alternative<Refusal>(in_roots) ? beside : in_roots;
}

std::variant<StyleFile, Refusal> StyleImports::read(const StyleFile& from, std::string_view url) {
  if (!scheme_of(url).empty()) {
    return Refusal{"is an address: nothing is fetched from a network", "put a copy beside the style sheet"};
  }
  const std::string written = percent_decoded(url.substr(0, url.find_first_of("?#")));
  const std::string path = (std::filesystem::path(from.folder) / written).lexically_normal().string();
  StyleFile imported{FileId::none, from.origin, folder_of(path), path, from.root};
  const auto [known, is_new] = known_.try_emplace(path, FileId::none);
  if (is_new) {
    FileBytes bytes = bytes_of(from, written);
    if (Refusal* refusal = std::get_if<Refusal>(&bytes)) {
      known_.erase(known);
      return std::move(*refusal);
    }
    known->second = sources_.add(path, decoded_style(std::get<std::string>(bytes)));
  }
  imported.file = known->second;
  return imported;
}

}  // namespace pubbuild
