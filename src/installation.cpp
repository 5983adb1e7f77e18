// Finding the data folder from the program's own place.
#include "installation.h"

#include <cstdlib>
#include <filesystem>

#include "base/error.h"

namespace pubbuild {

namespace {

namespace fs = std::filesystem;

bool lies_in(const fs::path& path, const fs::path& folder) {
  const fs::path relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

}  // namespace

std::string data_folder() {
  if (const char* named = std::getenv("PUBBUILD_DATA"); named != nullptr && *named != '\0') return named;
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  const fs::path installed = program.parent_path().parent_path() / "share" / "pubbuild";
  if (fs::is_directory(installed / "styles", failed)) return installed.string();
  if (lies_in(program, PUBBUILD_BINARY_DIR)) return PUBBUILD_SOURCE_DIR;
  throw Error(installed.string(), "the folder of pubbuild's style sheets is missing");
}

}  // namespace pubbuild
