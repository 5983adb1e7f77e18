// Paths written in documents → bytes of files inside the roots.
#include "base/roots.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>

#include "base/disk_names.h"

namespace pubbuild {

namespace {

class FileDescriptor {
 public:
  explicit FileDescriptor(int number) : number_(number) {}
  ~FileDescriptor() {
    if (number_ >= 0) ::close(number_);
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

Refusal system_refusal(int error_number) {
  return {std::string("cannot be read: ") + std::strerror(error_number), ""};
}

Refusal missing() {
  return {"does not exist", "paths are relative to the file they are written in"};
}

Refusal outside() {
  return {"lies outside the folder of the publication", "name its folder with --root to allow it"};
}

Refusal too_large(size_t limit) {
  return {"is larger than " + std::to_string(limit / (1024 * 1024)) + " MB, the most that is read", ""};
}

// O_NONBLOCK: a FIFO of that name must not make us wait; it is refused as no regular file.
FileBytes read_regular_file(const std::string& path, size_t limit) {
  const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (file.number() < 0) return errno == ENOENT || errno == ENOTDIR ? missing() : system_refusal(errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return system_refusal(errno);
  if (S_ISDIR(status.st_mode)) return Refusal{"is a folder, not a file", ""};
  if (!S_ISREG(status.st_mode)) return Refusal{"is not a regular file", ""};
  if (static_cast<size_t>(status.st_size) > limit) return too_large(limit);
  std::string bytes(static_cast<size_t>(status.st_size), '\0');
  size_t filled = 0;
  while (true) {
    if (filled == bytes.size()) bytes.resize(bytes.size() + 4096);
    const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_refusal(errno);
    if (got == 0) break;
    filled += static_cast<size_t>(got);
    if (filled > limit) return too_large(limit);
  }
  bytes.resize(filled);
  return bytes;
}

std::string real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
  return real ? std::string(real.get()) : std::string();
}

bool lies_in(const std::string& path, const std::string& folder) {
  if (folder == "/") return true;
  return path.size() > folder.size() && path.compare(0, folder.size(), folder) == 0 &&
         path[folder.size()] == '/';
}

bool climbs(std::string_view path) {
  return std::filesystem::path(path).is_absolute() || path.find("..") != std::string_view::npos;
}

}  // namespace

DiskRoots::DiskRoots(const std::vector<std::string>& folders) {
  for (const std::string& folder : folders) {
    if (std::string real = real_path(folder); !real.empty()) real_folders_.push_back(std::move(real));
  }
}

FileBytes DiskRoots::read(std::string_view folder, std::string_view path, size_t limit) const {
  if (path.find('\0') != std::string_view::npos) return missing();
  const std::filesystem::path joined = std::filesystem::path(folder) / path;
  std::string real = real_path(joined.string());
  if (real.empty() && is_in_roots(real_path(std::string(folder))) && !climbs(path))
    real = real_path(name_on_disk(folder, path));
  if (real.empty()) {
    // Whether a file exists outside the roots is nobody's business: the same answer for both.
    const std::string parent = real_path(joined.lexically_normal().parent_path().string());
    return is_in_roots(parent) || !climbs(path) ? missing() : outside();
  }
  for (const std::string& root : real_folders_) {
    if (lies_in(real, root)) return read_regular_file(real, limit);
    if (real == root) return Refusal{"is a folder, not a file", ""};
  }
  return outside();
}

bool DiskRoots::is_in_roots(const std::string& real_folder) const {
  return std::ranges::any_of(real_folders_, [&](const std::string& root) {
    return real_folder == root || lies_in(real_folder, root);
  });
}

FileBytes MemoryRoots::read(std::string_view folder, std::string_view path, size_t limit) const {
  const std::filesystem::path normal = (std::filesystem::path(folder) / path).lexically_normal();
  if (normal.is_absolute() || (!normal.empty() && *normal.begin() == "..")) return outside();
  const auto found = files_.find(normal.string());
  if (found == files_.end()) return missing();
  if (found->second.size() > limit) return too_large(limit);
  return found->second;
}

std::string folder_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

std::string file_name_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

std::string ending_of(std::string_view path) {
  const std::string name = file_name_of(path);
  const size_t dot = name.rfind('.');
  std::string ending = dot == std::string::npos ? "" : name.substr(dot);
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return ending;
}

FileBytes read_named_file(const std::string& path, size_t limit) {
  return read_regular_file(path, limit);
}

}  // namespace pubbuild
