// What pubbuild has to say about the sources: collected while passes go on, printed at the end.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.h"
#include "base/span.h"

namespace pubbuild {

enum class Severity { note, warning, error };

// `code` is a short stable name ("picture-missing"), of static storage; `message` says what is wrong in one
// line, `hint` what to do about it (may be empty). Neither ends in a full stop.
struct Diagnostic {
  Severity severity;
  std::string_view code;
  Span span;
  std::string message;
  std::string hint;
};

class Diagnostics {
 public:
  Diagnostics() = default;
  // Notes and warnings of these codes are dropped.
  explicit Diagnostics(std::vector<std::string> ignored) : ignored_(std::move(ignored)) {}

  void note(std::string_view code, Span span, std::string message, std::string hint = {});
  void warning(std::string_view code, Span span, std::string message, std::string hint = {});
  void error(std::string_view code, Span span, std::string message, std::string hint = {});
  // Takes over what another collector has gathered, as if it had been said here.
  void append(Diagnostics&& other);

  bool has_errors() const { return errors_ > 0; }
  size_t errors() const { return errors_; }
  size_t warnings() const { return warnings_; }
  const std::vector<Diagnostic>& all() const { return all_; }
  // How many of each code were counted but not kept, because so many came before them.
  const std::map<std::string_view, size_t>& left_out() const { return left_out_; }

 private:
  void add(Diagnostic diagnostic);
  bool is_ignored(std::string_view code) const;

  std::vector<std::string> ignored_;
  std::vector<Diagnostic> all_;
  std::map<std::string_view, size_t> kept_;
  std::map<std::string_view, size_t> left_out_;
  size_t errors_ = 0;
  size_t warnings_ = 0;
  size_t errors_left_out_ = 0;  // of them
  size_t warnings_left_out_ = 0;
};

// `article.md:12:7: warning: message [code]`, the source line, a caret run, the hint; control characters of
// the source are shown as escapes.
std::string as_text(const Diagnostics& diagnostics, const Sources& sources);
// The same, one JSON object a line: severity, code, file, line, column, end_line, end_column, message, hint.
std::string as_json(const Diagnostics& diagnostics, const Sources& sources);
// Control characters, ill-formed bytes and bidirectional controls as `\x1B`, `\u{202E}`: safe on a terminal.
std::string printable(std::string_view text);

}  // namespace pubbuild
