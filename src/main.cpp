// The command: options in, files and messages out, an exit status.
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "base/error.h"
#include "base/output.h"
#include "fix.h"
#include "inputs.h"
#include "installation.h"
#include "options.h"
#include "style_choice.h"

namespace pubbuild {

namespace {

enum class Exit : int { built = 0, errors = 1, usage = 2, system = 3 };

using Clock = std::chrono::steady_clock;

// "0.82 s"
std::string seconds_since(Clock::time_point begin) {
  const auto hundredths =
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin).count() / 10;
  const std::string fraction = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (fraction.size() < 2 ? "0" : "") + fraction + " s";
}

// "345.6 kB"
std::string kilobytes(size_t bytes) {
  return std::to_string(bytes / 1000) + "." + std::to_string(bytes % 1000 / 100) + " kB";
}

void say(const std::string& text) {
  std::fputs(text.c_str(), stderr);
}

// Standard output that is full or closed is the system's trouble too.
void print(const std::string& text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (!written || std::fflush(stdout) != 0) throw Error("standard output", "cannot be written");
}

void say(const Diagnostics& diagnostics, const Sources& sources, DiagnosticsFormat format) {
  say(format == DiagnosticsFormat::json ? as_json(diagnostics, sources) : as_text(diagnostics, sources));
}

void report(const Options& options, const BuildResult& result, const std::vector<OutputFile>& files,
            Clock::time_point begin) {
  if (options.talk == Talk::quiet || options.diagnostics == DiagnosticsFormat::json) return;
  for (size_t at = 0; at < files.size(); ++at) {
    std::string line = printable(files[at].path) + ": ";
    if (options.outputs[at].kind == OutputKind::pdf)
      line += std::to_string(result.pages) + (result.pages == 1 ? " page, " : " pages, ");
    say(line + kilobytes(files[at].bytes.size()) + ", " + seconds_since(begin) + "\n");
  }
}

std::vector<OutputFile> files_of(const Options& options, const BuildResult& result) {
  std::vector<OutputFile> files;
  for (const OutputOption& output : options.outputs) {
    files.push_back({output.path, output.kind == OutputKind::epub ? *result.epub : *result.pdf});
  }
  return files;
}

// Warnings count as errors where the user wants it so.
bool fails(const Options& options, const Diagnostics& diagnostics) {
  return diagnostics.has_errors() || (options.strictness == Strictness::strict && diagnostics.warnings() > 0);
}

void say_that_warnings_fail(const Options& options, const Diagnostics& diagnostics) {
  const bool text = options.diagnostics == DiagnosticsFormat::text;
  if (text && !diagnostics.has_errors())
    say("pubbuild: with --strict, warnings are errors: nothing is written\n");
}

class Run {
 public:
  explicit Run(const Options& options)
      : options_(options), roots_(folders(options)), diagnostics_(options.ignored) {}

  // Programs that read JSON get the system's troubles as JSON too.
  Exit run_and_say() {
    if (options_.diagnostics == DiagnosticsFormat::text) return run();
    try {
      return run();
    } catch (const Error& error) {
      Diagnostics trouble;
      trouble.error("system", {}, error.what());
      say(as_json(trouble, sources_));
      return Exit::system;
    }
  }

 private:
  Exit run() {
    if (options_.command == Command::debug_texts) {
      const TextOptions& texts = options_.texts;
      return show(
          debug_texts(texts.aspect, read_standard_input(), texts.style, texts.measure, data_folder()));
    }
    const std::vector<ArticleFile> inputs =
        read_inputs(options_.inputs, options_.encoding, sources_, diagnostics_);
    if (diagnostics_.has_errors()) return finish();
    BuildRequest request = request_for(inputs);
    if (options_.command == Command::check) return check_articles(request);
    if (options_.command == Command::debug_tree) return show(dump_tree(request, sources_, diagnostics_));
    if (options_.command == Command::debug_pages) return show(dump_pages(request, sources_, diagnostics_));
    const BuildResult result = build(request, sources_, diagnostics_);
    if (fails(options_, diagnostics_)) return finish();
    const std::vector<OutputFile> files = files_of(options_, result);
    write_all(files);
    finish();
    report(options_, result, files, begin_);
    return Exit::built;
  }

  // Repairs are written only when all that is said of the articles is known.
  Exit check_articles(BuildRequest& request) {
    FixedArticles fixed;
    if (options_.repairing == Repairing::certain) fixed = fix(request, sources_);
    for (const std::string& name : fixed.left_alone)
      diagnostics_.note("not-fixed", {}, "'" + name + "' is not repaired", "save it as UTF-8");
    check(request, sources_, diagnostics_);
    if (!fixed.files.empty()) write_all(fixed.files);
    print(fixed.diff);
    return finish();
  }

  // An article or a style sheet that the user named may name what lies beside it.
  static std::vector<std::string> folders(const Options& options) {
    std::vector<std::string> folders = options.roots;
    for (const std::string& input : options.inputs) folders.push_back(input == "-" ? "." : folder_of(input));
    for (const std::string& style : options.styles) {
      if (is_style_file(style)) folders.push_back(folder_of(style));
    }
    return folders;
  }

  BuildRequest request_for(const std::vector<ArticleFile>& inputs) {
    BuildRequest request{inputs, {}, options_.settings, options_.styles, roots_, data_folder()};
    for (const OutputOption& output : options_.outputs) request.outputs.push_back(output.kind);
    request.embedding = options_.embedding;
    request.profiles = options_.profiles;
    request.script = options_.script;
    request.picture_resolution = options_.picture_resolution;
    request.source_date_epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (options_.talk == Talk::verbose) {
      request.begins = [this](std::string_view pass) {
        say(seconds_since(begin_) + " " + std::string(pass) + "\n");
      };
    }
    return request;
  }

  Exit show(const std::string& text) {
    print(text);
    return finish();
  }

  Exit finish() {
    say(diagnostics_, sources_, options_.diagnostics);
    if (!fails(options_, diagnostics_)) return Exit::built;
    say_that_warnings_fail(options_, diagnostics_);
    return Exit::errors;
  }

  const Options& options_;
  Clock::time_point begin_ = Clock::now();
  DiskRoots roots_;
  Sources sources_;
  Diagnostics diagnostics_;
};

Exit run(int argc, const char* const* argv) {
  const auto parsed = parse_options(argc, argv);
  if (const Answer* answer = std::get_if<Answer>(&parsed)) {
    print(answer->text);
    return Exit::built;
  }
  return Run(std::get<Options>(parsed)).run_and_say();
}

Exit run_and_explain(int argc, const char* const* argv) {
  try {
    return run(argc, argv);
  } catch (const UsageError& error) {
    say("pubbuild: " + printable(error.what()) + "\npubbuild: 'pubbuild --help' tells what can be done\n");
    return Exit::usage;
  } catch (const std::bad_alloc&) {
    // Nothing here may ask for memory.
    constexpr char message[] = "pubbuild: memory is exhausted\n";
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, message, sizeof message - 1);
    return Exit::system;
  } catch (const std::exception& error) {
    say("pubbuild: " + printable(error.what()) + "\n");
    return Exit::system;
  }
}

}  // namespace

}  // namespace pubbuild

int main(int argc, char** argv) {
  pubbuild::prepare_process_for_output();
  return static_cast<int>(pubbuild::run_and_explain(argc, argv));
}
