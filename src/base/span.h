// Places in source files: which file, from which byte to which.
#pragma once

#include <cstdint>

namespace pubbuild {

enum class FileId : uint32_t { none = 0xFFFFFFFF };

// Bytes [begin, end) of a source file. A span of FileId::none stands for nowhere.
struct Span {
  FileId file = FileId::none;
  uint32_t begin = 0;
  uint32_t end = 0;

  bool operator==(const Span&) const = default;
  bool is_somewhere() const { return file != FileId::none; }
};

// The smallest span that holds both; `a` where they lie in different files.
constexpr Span join(Span a, Span b) {
  if (a.file != b.file) return a;
  return {a.file, a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace pubbuild
