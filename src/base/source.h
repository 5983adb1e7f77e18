// Source files as read, and the places of bytes in them as an editor shows them.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace pubbuild {

// Line and column count from 1; a column is a character (a Han character is one), not a byte.
struct Position {
  size_t line = 1;
  size_t column = 1;
};

// One file's name as the user knows it and its text, valid UTF-8.
class SourceFile {
 public:
  SourceFile(std::string name, std::string text);

  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }
  // An offset past the end stands for the end.
  Position position(uint32_t offset) const;
  // The line's text without its line end; empty for a line that is not there.
  std::string_view line(size_t number) const;
  // The offset of the line's first byte.
  uint32_t line_begin(size_t number) const;

 private:
  std::string name_;
  std::string text_;
  std::vector<uint32_t> line_begins_;
};

// All files of a build. References to files stay valid while files are added.
class Sources {
 public:
  FileId add(std::string name, std::string text);
  const SourceFile& operator[](FileId file) const { return files_[static_cast<size_t>(file)]; }
  std::string_view text(Span span) const;
  size_t size() const { return files_.size(); }

 private:
  std::deque<SourceFile> files_;
};

}  // namespace pubbuild
