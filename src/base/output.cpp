// Writing files so that nobody ever finds half a file, whatever happens meanwhile.
#include "base/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <memory>

#include "base/error.h"
#include "base/roots.h"

namespace pubbuild {

namespace {

constexpr std::array ending_signals = {SIGINT, SIGTERM, SIGHUP};
constexpr size_t most_files = 64;
// As many symbolic links as Linux follows.
constexpr int most_links = 40;
// Linux writes at most 2 GB a call.
constexpr size_t most_bytes_a_write = size_t{1} << 30;

// The temporaries on the disk, in storage that a signal handler may read at any moment.
struct PendingPath {
  std::atomic<bool> in_use{false};
  char path[PATH_MAX];
};
static_assert(std::atomic<bool>::is_always_lock_free);
std::array<PendingPath, most_files> pending_paths;

// Only calls that POSIX lists as async-signal-safe. The signal then does what it does without us.
extern "C" void remove_pending_and_end(int signal_number) {
  for (const PendingPath& pending : pending_paths) {
    if (pending.in_use) ::unlink(pending.path);
  }
  ::signal(signal_number, SIG_DFL);
  ::raise(signal_number);
}

[[noreturn]] void fail(const std::string& path, int error_number) {
  throw Error(path, std::string("cannot be written: ") + std::strerror(error_number));
}

// Signals that come meanwhile wait: between two renames is no moment to end.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t held;
    sigemptyset(&held);
    for (const int number : ending_signals) sigaddset(&held, number);
    ::pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  ~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  sigset_t before_{};
};

// The file that is to be replaced. A symbolic link stays and what it points to is replaced, as writing
// through it would (cp, sort -o and shells do so); that file need not exist.
std::string target_of(const std::string& path) {
  std::filesystem::path target = path;
  std::error_code failed;
  for (int followed = 0; followed < most_links; ++followed) {
    const std::filesystem::path next = std::filesystem::read_symlink(target, failed);
    if (failed) return target.string();
    target = target.parent_path() / next;
  }
  fail(path, ELOOP);
}

void check_target(const std::string& path, const std::string& target) {
  struct stat status {};
  if (::stat(target.c_str(), &status) != 0) {
    if (errno != ENOENT) fail(path, errno);
    return;
  }
  if (S_ISDIR(status.st_mode)) throw Error(path, "is a folder; name the file to write in it");
  if (!S_ISREG(status.st_mode)) throw Error(path, "is not a regular file and cannot be replaced");
  if (::access(target.c_str(), W_OK) != 0) fail(path, errno);
}

// A file that is not there any more when this object is gone, unless it was renamed.
class TemporaryFile {
 public:
  TemporaryFile(const OutputFile& file, size_t place)
      : path_(file.path), target_(target_of(file.path)), pending_(pending_paths[place]) {
    check_target(path_, target_);
    open(folder_of(target_) + "/.pubbuild-" + std::to_string(::getpid()) + "-" + std::to_string(place));
    try {
      write(file.bytes);
      sync_and_close();
    } catch (...) {
      remove();
      throw;
    }
  }
  ~TemporaryFile() { remove(); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void rename() {
    if (::rename(pending_.path, target_.c_str()) != 0) fail(path_, errno);
    pending_.in_use = false;
    sync_folder();
  }

 private:
  // O_EXCL: what already has that name (left by a process that was killed) is not ours and not touched.
  void open(const std::string& name) {
    for (int attempt = 0; attempt < 100 && descriptor_ < 0; ++attempt) {
      const std::string candidate = attempt == 0 ? name : name + "-" + std::to_string(attempt);
      if (candidate.size() >= PATH_MAX) fail(path_, ENAMETOOLONG);
      const SignalsHeld held;
      descriptor_ = ::open(candidate.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
      if (descriptor_ < 0 && errno != EEXIST) fail_to_open(errno);
      if (descriptor_ < 0) continue;
      std::memcpy(pending_.path, candidate.c_str(), candidate.size() + 1);
      pending_.in_use = true;
    }
    if (descriptor_ < 0) fail(path_, EEXIST);
  }

  [[noreturn]] void fail_to_open(int error_number) const {
    if (error_number != ENOENT) fail(path_, error_number);
    throw Error(path_, "cannot be written: the folder '" + folder_of(target_) + "' does not exist");
  }

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), std::min(bytes.size(), most_bytes_a_write));
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(path_, errno);
      bytes.remove_prefix(static_cast<size_t>(written));
    }
  }

  // Only close() tells of a full disk on some network file systems.
  void sync_and_close() {
    if (::fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) fail(path_, errno);
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0 && errno != EINTR) fail(path_, errno);
  }

  // The name is on the disk only when the folder is; file systems without that have nothing to promise.
  void sync_folder() const {
    const int folder = ::open(folder_of(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return;
    ::fsync(folder);
    ::close(folder);
  }

  void remove() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
    if (!pending_.in_use) return;
    ::unlink(pending_.path);
    pending_.in_use = false;
  }

  std::string path_;
  std::string target_;
  PendingPath& pending_;
  int descriptor_ = -1;
};

void open_closed_descriptors() {
  for (int number = 0; number <= 2; ++number) {
    // The lowest free number is what open() gives.
    if (::fcntl(number, F_GETFD) < 0) [[maybe_unused]]
      const int opened = ::open("/dev/null", O_RDWR);
  }
}

}  // namespace

void prepare_process_for_output() {
  open_closed_descriptors();
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGXFSZ, SIG_IGN);
  for (const int number : ending_signals) {
    struct sigaction before {};
    ::sigaction(number, nullptr, &before);
    // Whoever started us with nohup wants the signal ignored.
    if (before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = remove_pending_and_end;
    sigfillset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);
  }
}

void write_all(const std::vector<OutputFile>& files) {
  if (files.size() > most_files) throw Error("more than 64 outputs cannot be written at once");
  std::vector<std::unique_ptr<TemporaryFile>> temporaries;
  for (const OutputFile& file : files) {
    temporaries.push_back(std::make_unique<TemporaryFile>(file, temporaries.size()));
  }
  const SignalsHeld held;
  for (const auto& temporary : temporaries) temporary->rename();
}

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat of_a {};
  struct stat of_b {};
  const bool a_exists = ::stat(a.c_str(), &of_a) == 0;
  const bool b_exists = ::stat(b.c_str(), &of_b) == 0;
  if (a_exists != b_exists) return false;
  if (a_exists) return of_a.st_dev == of_b.st_dev && of_a.st_ino == of_b.st_ino;
  std::error_code failed;
  const auto full_a = std::filesystem::weakly_canonical(std::filesystem::absolute(a, failed), failed);
  const auto full_b = std::filesystem::weakly_canonical(std::filesystem::absolute(b, failed), failed);
  return !failed && full_a == full_b;
}

}  // namespace pubbuild
