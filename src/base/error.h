// The world refused: an unreadable file, a full disk, a failing library. Thrown where it happens, caught in
// main.
#pragma once

#include <stdexcept>
#include <string>

namespace pubbuild {

class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& what) : std::runtime_error(what) {}
  // "path: what"
  Error(const std::string& path, const std::string& what) : std::runtime_error(path + ": " + what) {}
};

}  // namespace pubbuild
