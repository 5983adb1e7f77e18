// Documents reach the files of their folders and no others.
#include "base/roots.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace pubbuild;
namespace fs = std::filesystem;

namespace {

constexpr size_t limit = 1000;

// A publication's folder with one beside it, gone at the end of the test.
class Folders {
 public:
  Folders() : path_(fs::temp_directory_path() / ("pubbuild-test-roots-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "book/pictures");
    fs::create_directories(path_ / "book2");
    put("book/a.md", "甲");
    put("book/pictures/b.png", "乙");
    put("book2/c.md", "丙");
    put("secret", "丁");
  }
  ~Folders() { fs::remove_all(path_); }
  Folders(const Folders&) = delete;
  Folders& operator=(const Folders&) = delete;

  std::string at(const std::string& name) const { return (path_ / name).string(); }
  void put(const std::string& name, const std::string& bytes) const { std::ofstream(at(name)) << bytes; }

 private:
  fs::path path_;
};

std::string reason(const FileBytes& bytes) {
  const Refusal* refusal = std::get_if<Refusal>(&bytes);
  return refusal ? refusal->reason : "read: " + std::get<std::string>(bytes);
}

constexpr const char* outside = "lies outside the folder of the publication";

}  // namespace

TEST_CASE("files of the folder are read, from the folder of the file that names them") {
  const Folders folders;
  const DiskRoots roots({folders.at("book")});
  CHECK(reason(roots.read(folders.at("book"), "a.md", limit)) == "read: 甲");
  CHECK(reason(roots.read(folders.at("book"), "./pictures/../pictures/b.png", limit)) == "read: 乙");
  CHECK(reason(roots.read(folders.at("book/pictures"), "../a.md", limit)) == "read: 甲");
  CHECK(reason(roots.read(folders.at("book"), "x.png", limit)) == "does not exist");
}

TEST_CASE("a file is found by its name, in whatever encoding the disk has it") {
  const Folders folders;
  const DiskRoots roots({folders.at("book")});
  const auto text = [&](const std::string& path) {
    const FileBytes bytes = roots.read(folders.at("book"), path, limit);
    return std::holds_alternative<std::string>(bytes) ? std::get<std::string>(bytes) : "";
  };
  folders.put("book/pictures/\xCD\xBC.png", "GBK");
  folders.put("book/pictures/か\u3099.png", "NFD");
  folders.put("book/pictures/圖.png", "UTF-8");
  CHECK(text("pictures/图.png") == "GBK");
  CHECK(text("pictures/が.png") == "NFD");
  CHECK(text("pictures/\xB9\xCF.png") == "UTF-8");
  CHECK(text("pictures/图.jpg").empty());
  CHECK(text("../secret").empty());
}

TEST_CASE("no path leads out of the folder") {
  const Folders folders;
  fs::create_symlink(folders.at("secret"), folders.at("book/link"));
  fs::create_directory_symlink(folders.at("book2"), folders.at("book/door"));
  const DiskRoots roots({folders.at("book")});
  for (const std::string& path :
       {std::string("../secret"), folders.at("secret"), std::string("link"), std::string("door/c.md"),
        std::string("pictures/../../secret"), std::string("../book2/c.md"), std::string("../nothing"),
        std::string("/nothing/at/all")}) {
    CHECK_MESSAGE(reason(roots.read(folders.at("book"), path, limit)) == outside, path);
  }
  CHECK(reason(roots.read(folders.at("book"), std::string("a.md\0x", 6), limit)) == "does not exist");
}

TEST_CASE("another folder may be allowed, and links inside the folder are followed") {
  const Folders folders;
  fs::create_symlink("a.md", folders.at("book/same"));
  const DiskRoots roots({folders.at("book"), folders.at("book2"), folders.at("missing")});
  CHECK(reason(roots.read(folders.at("book"), "../book2/c.md", limit)) == "read: 丙");
  CHECK(reason(roots.read(folders.at("book"), "same", limit)) == "read: 甲");
  CHECK(reason(roots.read(folders.at("book"), "../secret", limit)) == outside);
}

TEST_CASE("what is no regular file is refused without waiting for it") {
  const Folders folders;
  REQUIRE(::mkfifo(folders.at("book/pipe").c_str(), 0600) == 0);
  const DiskRoots roots({folders.at("book")});
  CHECK(reason(roots.read(folders.at("book"), "pipe", limit)) == "is not a regular file");
  CHECK(reason(roots.read(folders.at("book"), "pictures", limit)) == "is a folder, not a file");
  CHECK(reason(roots.read(folders.at("book"), ".", limit)) == "is a folder, not a file");
  CHECK(reason(roots.read(folders.at("book"), "", limit)) == "is a folder, not a file");
  CHECK(reason(read_named_file("/dev/null", limit)) == "is not a regular file");
}

TEST_CASE("what is too large is refused, to the byte") {
  const Folders folders;
  folders.put("book/full", std::string(limit, 'x'));
  folders.put("book/over", std::string(limit + 1, 'x'));
  const DiskRoots roots({folders.at("book")});
  CHECK(std::get<std::string>(roots.read(folders.at("book"), "full", limit)).size() == limit);
  CHECK(reason(roots.read(folders.at("book"), "over", limit)).starts_with("is larger than"));
  CHECK(reason(read_named_file(folders.at("book/over"), limit)).starts_with("is larger than"));
}

TEST_CASE("a folder in memory refuses as one on the disk") {
  const MemoryRoots roots({{"a.md", "甲"}, {"pictures/b.png", "乙"}});
  CHECK(reason(roots.read(".", "a.md", limit)) == "read: 甲");
  CHECK(reason(roots.read("pictures", "../a.md", limit)) == "read: 甲");
  CHECK(reason(roots.read("pictures", "b.png", limit)) == "read: 乙");
  CHECK(reason(roots.read(".", "../a.md", limit)) == outside);
  CHECK(reason(roots.read(".", "/a.md", limit)) == outside);
  CHECK(reason(roots.read(".", "b.png", limit)) == "does not exist");
  CHECK(reason(roots.read(".", "a.md", 2)).starts_with("is larger than"));
}

TEST_CASE("paths have a folder and a name") {
  CHECK(folder_of("a/b.md") == "a");
  CHECK(folder_of("/b.md") == "/");
  CHECK(folder_of("b.md") == ".");
  CHECK(file_name_of("a/b.md") == "b.md");
  CHECK(file_name_of("b.md") == "b.md");
}
