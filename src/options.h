// The command line → what is to be done.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "build.h"
#include "debug_text.h"
#include "settings.h"

namespace pubbuild {

// The command line is wrong; main tells so and ends with 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class Command : uint8_t { build, check, debug_tree, debug_pages, debug_texts };
enum class DiagnosticsFormat : uint8_t { text, json };
enum class Talk : uint8_t { quiet, normal, verbose };
enum class Repairing : uint8_t { none, certain };
enum class Strictness : uint8_t { normal, strict };

struct OutputOption {
  std::string path;
  OutputKind kind = OutputKind::epub;
};

// What `debug breaks` and its like do with the texts on standard input.
struct TextOptions {
  TextAspect aspect = TextAspect::breaks;
  ComputedStyle style;
  Length measure;  // of `lines`
};

struct Options {
  Command command = Command::build;
  std::vector<std::string> inputs;  // "-": standard input
  std::string encoding;             // of the inputs; empty: found out
  std::vector<OutputOption> outputs;
  std::vector<std::string> styles;
  std::vector<Setting> settings;
  std::vector<std::string> roots;
  std::vector<std::string> profiles;
  std::vector<std::string> ignored;       // codes of warnings
  std::optional<ChineseScript> script;    // to convert Chinese to
  Repairing repairing = Repairing::none;  // of Command::check
  FontEmbedding embedding = FontEmbedding::none;
  int64_t picture_resolution = 300;  // pixels an inch
  DiagnosticsFormat diagnostics = DiagnosticsFormat::text;
  Talk talk = Talk::normal;
  Strictness strictness = Strictness::normal;
  TextOptions texts;  // of Command::debug_texts
};

// Text for standard output, after which all is done: of --help and --version.
struct Answer {
  std::string text;
};

// Throws UsageError, whose text says what is wrong in one line.
std::variant<Options, Answer> parse_options(int argc, const char* const* argv);

}  // namespace pubbuild
