// Files are written whole or not at all.
#include "base/output.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/error.h"

using namespace pubbuild;
namespace fs = std::filesystem;

namespace {

// A folder of its own, gone at the end of the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("pubbuild-test-output-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directory(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string at(const std::string& name) const { return (path_ / name).string(); }
  void put(const std::string& name, const std::string& bytes) const { std::ofstream(at(name)) << bytes; }
  std::string get(const std::string& name) const {
    std::ifstream file(at(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  size_t count() const { return static_cast<size_t>(std::distance(fs::directory_iterator(path_), {})); }

 private:
  fs::path path_;
};

std::string error_of(const std::vector<OutputFile>& files) {
  try {
    write_all(files);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("files are written, and nothing else") {
  const Folder folder;
  folder.put("a", "old");
  write_all({{folder.at("a"), "new"}, {folder.at("b"), ""}});
  CHECK(folder.get("a") == "new");
  CHECK(folder.get("b").empty());
  CHECK(folder.count() == 2);
}

TEST_CASE("the mode of a file is what the umask leaves") {
  const Folder folder;
  const mode_t before = ::umask(027);
  write_all({{folder.at("a"), "x"}});
  ::umask(before);
  CHECK(fs::status(folder.at("a")).permissions() == static_cast<fs::perms>(0640));
}

TEST_CASE("when one file fails, the others stay as they were") {
  const Folder folder;
  folder.put("a", "old");
  fs::create_directory(folder.at("b"));
  CHECK(error_of({{folder.at("a"), "new"}, {folder.at("b"), "new"}}) ==
        folder.at("b") + ": is a folder; name the file to write in it");
  CHECK(error_of({{folder.at("a"), "new"}, {folder.at("no/c"), "new"}}) ==
        folder.at("no/c") + ": cannot be written: the folder '" + folder.at("no") + "' does not exist");
  CHECK(folder.get("a") == "old");
  CHECK(folder.count() == 2);
}

TEST_CASE("a full disk leaves the old file and no rubbish") {
  const Folder folder;
  folder.put("a", "old");
  prepare_process_for_output();
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small{1000, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  const std::string error = error_of({{folder.at("a"), std::string(5000, 'x')}});
  ::setrlimit(RLIMIT_FSIZE, &before);
  CHECK(error == folder.at("a") + ": cannot be written: File too large");
  CHECK(folder.get("a") == "old");
  CHECK(folder.count() == 1);
}

TEST_CASE("a symbolic link stays and its target is replaced") {
  const Folder folder;
  fs::create_directory(folder.at("sub"));
  folder.put("sub/a", "old");
  fs::create_symlink("sub/a", folder.at("link"));
  fs::create_symlink("sub/b", folder.at("dangling"));
  write_all({{folder.at("link"), "new"}, {folder.at("dangling"), "made"}});
  CHECK(fs::is_symlink(folder.at("link")));
  CHECK(folder.get("sub/a") == "new");
  CHECK(folder.get("sub/b") == "made");
}

TEST_CASE("links in a ring are refused") {
  const Folder folder;
  fs::create_symlink("b", folder.at("a"));
  fs::create_symlink("a", folder.at("b"));
  CHECK(error_of({{folder.at("a"), "x"}}) ==
        folder.at("a") + ": cannot be written: Too many levels of symbolic links");
}

TEST_CASE("one file is known under all its names") {
  const Folder folder;
  folder.put("a", "x");
  folder.put("b", "x");
  fs::create_symlink("a", folder.at("soft"));
  fs::create_hard_link(folder.at("a"), folder.at("hard"));
  CHECK(is_same_file(folder.at("a"), folder.at("./a")));
  CHECK(is_same_file(folder.at("a"), folder.at("soft")));
  CHECK(is_same_file(folder.at("a"), folder.at("hard")));
  CHECK_FALSE(is_same_file(folder.at("a"), folder.at("b")));
  CHECK(is_same_file(folder.at("new"), folder.at("./new")));
  CHECK_FALSE(is_same_file(folder.at("new"), folder.at("new2")));
  CHECK_FALSE(is_same_file(folder.at("a"), folder.at("new")));
}
