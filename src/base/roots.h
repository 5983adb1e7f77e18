// The one reader of files: confined to the folders it was given, on disk or, for tests, in memory.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pubbuild {

// Why a file was not read, as a clause that goes on after its name ("leaves the folder of the publication").
struct Refusal {
  std::string reason;
  std::string hint;
};

using FileBytes = std::variant<std::string, Refusal>;

// Never throws for a file that cannot be read: the caller knows the span to complain at.
class Roots {
 public:
  virtual ~Roots() = default;
  // The whole of the file that `path`, as written in a file of the folder `folder`, means: on a disk its name
  // may be in another encoding. Refuses what lies
  // in no root after links are followed, what is no regular file, and what is longer than `limit` bytes.
  virtual FileBytes read(std::string_view folder, std::string_view path, size_t limit) const = 0;
};

class DiskRoots : public Roots {
 public:
  explicit DiskRoots(const std::vector<std::string>& folders);
  FileBytes read(std::string_view folder, std::string_view path, size_t limit) const override;

 private:
  bool is_in_roots(const std::string& real_folder) const;

  std::vector<std::string> real_folders_;
};

// `files` maps normal paths ("pictures/a.png") to bytes; the root is the empty path.
class MemoryRoots : public Roots {
 public:
  explicit MemoryRoots(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  FileBytes read(std::string_view folder, std::string_view path, size_t limit) const override;

 private:
  std::map<std::string, std::string> files_;
};

// The folder part of a path, "." where there is none.
std::string folder_of(std::string_view path);
// The last part of a path.
std::string file_name_of(std::string_view path);
// ".md": what its name ends in, from the last dot on, in lower case; empty without a dot.
std::string ending_of(std::string_view path);
// Reads a file that the user named on the command line, wherever it lies; same refusals but for the roots.
FileBytes read_named_file(const std::string& path, size_t limit);

}  // namespace pubbuild
