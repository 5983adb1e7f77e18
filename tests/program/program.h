// The built program, run as users run it: in a folder of its own, from outside.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace pubbuild {

namespace fs = std::filesystem;

// A folder of its own, gone at the end of the test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "pubbuild-test-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const fs::path& path() const { return path_; }
  std::string at(const std::string& name) const { return (path_ / name).string(); }
  void put(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(at(name), std::ios::binary) << bytes;
  }
  std::string get(const std::string& name) const {
    std::ifstream file(at(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  // The names in it, sorted.
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(path_)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  fs::path path_;
};

struct Outcome {
  int status = -1;  // of exit; 256 and the signal where a signal ended it
  std::string out;
  std::string err;
};

// A started program; standard input is `input` of its folder, or empty.
class Running {
 public:
  Running(const Folder& folder, std::vector<std::string> arguments, std::vector<std::string> environment = {})
      : folder_(folder) {
    arguments.insert(arguments.begin(), PUBBUILD_PROGRAM);
    process_ = ::fork();
    if (process_ == 0) become(arguments, environment);
  }

  pid_t process() const { return process_; }

  Outcome wait() {
    int status = 0;
    ::waitpid(process_, &status, 0);
    const int ended = WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status);
    Outcome outcome{ended, folder_.get(".out"), folder_.get(".err")};
    fs::remove(folder_.at(".out"));
    fs::remove(folder_.at(".err"));
    return outcome;
  }

 private:
  void redirect(int number, const std::string& name, int flags) const {
    const int file = ::open(name.c_str(), flags, 0666);
    ::dup2(file, number);
    ::close(file);
  }

  [[noreturn]] void become(const std::vector<std::string>& arguments,
                           const std::vector<std::string>& environment) {
    if (::chdir(folder_.path().c_str()) != 0) std::abort();
    redirect(0, fs::exists(folder_.at("input")) ? folder_.at("input") : "/dev/null", O_RDONLY);
    redirect(1, folder_.at(".out"), O_WRONLY | O_CREAT | O_TRUNC);
    redirect(2, folder_.at(".err"), O_WRONLY | O_CREAT | O_TRUNC);
    std::vector<char*> words;
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    for (const std::string& variable : environment) ::putenv(const_cast<char*>(variable.c_str()));
    ::execv(PUBBUILD_PROGRAM, words.data());
    std::abort();
  }

  const Folder& folder_;
  pid_t process_ = -1;
};

inline Outcome run(const Folder& folder, std::vector<std::string> arguments,
                   std::vector<std::string> environment = {}) {
  return Running(folder, std::move(arguments), std::move(environment)).wait();
}

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace pubbuild
