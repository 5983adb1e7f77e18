// The font files of a machine: families, weights and coverage, as fontconfig's caches tell them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace pubbuild {

// A face that could be opened. `families` are its names in all languages the file has.
struct InstalledFace {
  std::vector<std::string> families;
  std::vector<std::string> face_names;  // full and PostScript names: "LXGW WenKai Bold"
  std::string path;
  unsigned index = 0;
  int32_t weight = 400;
  bool italic = false;
  const void* coverage = nullptr;  // an FcCharSet, owned by the InstalledFaces it came from

  bool covers(char32_t character) const;
};

// Reads caches where fontconfig has them, the fonts themselves where it has not; writes nothing.
class InstalledFaces {
 public:
  // `folders` are searched with all folders in them.
  explicit InstalledFaces(const std::vector<std::string>& folders);
  ~InstalledFaces();
  InstalledFaces(const InstalledFaces&) = delete;
  InstalledFaces& operator=(const InstalledFaces&) = delete;

  // Sorted by path and index, so that choices do not depend on the order of a folder.
  const std::vector<InstalledFace>& all() const { return faces_; }

 private:
  struct Patterns;
  std::unique_ptr<Patterns> patterns_;
  std::vector<InstalledFace> faces_;
};

}  // namespace pubbuild
