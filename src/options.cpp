// What users may type: options, their help, and what is refused at once.
#include "options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "base/encoding.h"
#include "base/output.h"
#include "base/roots.h"
#include "read/article.h"
#include "style_settings.h"

namespace pubbuild {

namespace {

constexpr std::string_view help = R"(Usage: pubbuild INPUT... -o OUTPUT [-o OUTPUT]...
       pubbuild check INPUT... [--fix]
       pubbuild debug tree|pages INPUT...
       pubbuild debug breaks|spacing|lines [--lang LANGUAGE]
                [--line-break LEVEL] [--word-break VALUE] [--trim VALUE]
                [--autospace VALUE] [--hanging VALUE] [--measure LENGTH]

Builds an EPUB, a PDF or both from articles: Markdown (.md), text (.txt), HTML (.html)
or Word (.docx). Several articles make one publication, in the order given. An INPUT of
- is standard input.

  -o, --output FILE        what to build: the name ends in .epub or .pdf; may repeat
      --style NAME|FILE    a theme, or a CSS file on top of it; may repeat, later wins
      --set KEY=VALUE      put VALUE in the place of what the front matter says; KEY is
@KEYS@
      --paper SIZE         the sheet: A4, B5, 16开, "A4 landscape", 170x240mm …
      --font-size SIZE     of the text: 12pt, 小四 …
      --margins LENGTHS    one for all, or top and sides, or top, outer, bottom and inner
      --encoding NAME      of the articles (GB18030, Big5, Shift_JIS, EUC-KR, UTF-16 …),
                           where it should not be guessed
      --root FOLDER        pictures and fonts may also lie in this folder; may repeat
      --profile NAME       keep what is for NAME alone (.only-NAME); may repeat
      --ignore CODE        say nothing of the kind that messages show in brackets; may repeat
      --fix                with check: make the repairs that are certain in the articles, and
                           show them as a diff; what was there stays as FILE~
      --script hans|hant   convert Chinese into simplified or traditional characters
      --picture-dpi N      pixels an inch that photos are printed with (300); those that have
                           more than twice as many are taken smaller
      --embed-fonts        put the fonts of the text into the EPUB, cut down to the
                           characters it uses
      --strict             warnings are errors
      --diagnostics FORMAT text (default), or json: an object a line, and nothing else,
                           on standard error
      --quiet              no lines about the files that were written
      --verbose            also say what is being done, and how long it took
      --version            the version
      --help               this text

check builds nothing, but says all that a build would say, and what an editor would mark:
marks that are half width, doubled or without their partner, blanks between Han, scripts
and quotation marks mixed, odd and lost characters, remains of HTML, readings in the
text.

debug tree prints the tree of the publication as it is understood, debug pages what
stands where on the pages. debug breaks, spacing and lines take texts from standard
input, one a line: breaks prints the offsets at which a line may end, spacing the
advances of the characters in thousandths of an em, lines the lines of a paragraph that
is LENGTH wide (40em). Values are those of CSS's line-break, word-break,
text-spacing-trim, text-autospace and hanging-punctuation; \u4E00 or \u{20BB7} stands for
the character of that number.

Exit status: 0 built; 1 the articles have errors, and no output was touched; 2 wrong
usage; 3 the system failed: a file cannot be read or written, memory is exhausted.
)";

// The keys of --set in lines as wide as the help's.
std::string key_lines() {
  const std::string indent(27, ' ');
  std::string lines = indent;
  size_t width = 0;
  for (const std::string_view key : setting_keys()) {
    if (width + key.size() > 55) {
      lines += "\n" + indent;
      width = 0;
    }
    lines += (width == 0 ? "" : " ") + std::string(key);
    width += key.size() + 1;
  }
  return lines;
}

std::string help_text() {
  std::string text(help);
  constexpr std::string_view keys = "@KEYS@";
  return text.replace(text.find(keys), keys.size(), key_lines());
}

OutputOption output_named(const std::string& path) {
  const std::string ending = ending_of(path);
  if (ending == ".epub") return {path, OutputKind::epub};
  if (ending == ".pdf") return {path, OutputKind::pdf};
  throw UsageError("the output '" + path + "' ends in neither .epub nor .pdf");
}

Setting setting_in(const std::string& text) {
  const size_t equals = text.find('=');
  if (equals == std::string::npos) throw UsageError("--set needs KEY=VALUE, not '" + text + "'");
  Setting setting{text.substr(0, equals), text.substr(equals + 1)};
  if (!is_setting_key(setting.key)) throw UsageError("--set does not know the key '" + setting.key + "'");
  return setting;
}

// Options that are short for --set.
constexpr std::string_view page_options[] = {"paper", "font-size", "margins"};

void check_setting(const Setting& setting) {
  const StyleSetting* known = style_setting_named(setting.key);
  if (known == nullptr || known->rules(setting.value)) return;
  throw UsageError("'" + setting.value + "' is no value of '" + setting.key +
                   "'; the values are: " + std::string(known->values));
}

void check_input(const std::string& path) {
  if (path.empty()) throw UsageError("an input has an empty name");
  if (!kind_of(path))
    throw UsageError("the input '" + path +
                     "' is no article: its name ends in none of .md, .markdown, .txt, .text, .html, .htm, "
                     ".xhtml and .docx");
}

void check_encoding(const std::string& name) {
  if (name.empty() || is_encoding(name)) return;
  const std::string nearest = nearest_encoding(name);
  throw UsageError("no encoding is called '" + name + "'" +
                   (nearest.empty() ? "" : "; the nearest name is '" + nearest + "'"));
}

void check_fix(const Options& options) {
  if (options.command != Command::check)
    throw UsageError("--fix belongs to check: pubbuild check INPUT... --fix");
  if (std::ranges::find(options.inputs, "-") != options.inputs.end())
    throw UsageError("--fix repairs files, not standard input");
}

void check_outputs(const Options& options) {
  for (size_t at = 0; at < options.outputs.size(); ++at) {
    const std::string& path = options.outputs[at].path;
    for (size_t other = 0; other < at; ++other) {
      if (is_same_file(path, options.outputs[other].path)) {
        throw UsageError("the output '" + path + "' is given twice");
      }
    }
    for (const std::string& input : options.inputs) {
      if (input != "-" && is_same_file(path, input))
        throw UsageError("the output '" + path + "' is an input too");
    }
  }
}

void check(const Options& options) {
  if (options.command == Command::debug_texts) {
    if (!options.inputs.empty()) throw UsageError("the texts are read from standard input only");
    return;
  }
  if (options.inputs.empty()) throw UsageError("no input is given");
  for (const Setting& setting : options.settings) check_setting(setting);
  for (const std::string& input : options.inputs) check_input(input);
  check_encoding(options.encoding);
  if (std::count(options.inputs.begin(), options.inputs.end(), "-") > 1) {
    throw UsageError("standard input can be read only once");
  }
  if (options.repairing == Repairing::certain) check_fix(options);
  if (options.command != Command::build) return;
  if (options.outputs.empty()) throw UsageError("no output is given: name one with -o");
  check_outputs(options);
}

// Options of `debug breaks` and its like, and the properties they are short for.
constexpr std::pair<std::string_view, std::string_view> text_options[] = {
    {"--line-break", "line-break"},
    {"--word-break", "word-break"},
    {"--trim", "text-spacing-trim"},
    {"--autospace", "text-autospace"},
    {"--hanging", "hanging-punctuation"}};

// What `debug` is to show, and the command and the aspect that it stands for.
struct DebugSubject {
  std::string_view name;
  Command command;
  TextAspect aspect = TextAspect::breaks;
};
constexpr DebugSubject debug_subjects[] = {{"tree", Command::debug_tree},
                                           {"pages", Command::debug_pages},
                                           {"breaks", Command::debug_texts, TextAspect::breaks},
                                           {"spacing", Command::debug_texts, TextAspect::spacing},
                                           {"lines", Command::debug_texts, TextAspect::lines}};

const DebugSubject& debug_subject(std::string_view name) {
  for (const DebugSubject& subject : debug_subjects) {
    if (subject.name == name) return subject;
  }
  throw UsageError("debug does not know '" + std::string(name) + "'");
}

// The options as CLI11 sees them, and where it puts what it finds.
class CommandLine {
 public:
  CommandLine() {
    app_.set_help_flag();
    app_.add_flag("--help,-h", help_);
    app_.add_flag("--version", version_);
    app_.add_flag("--embed-fonts", embed_fonts_);
    app_.add_flag("--fix", fix_);
    app_.add_flag("--strict", strict_);
    CLI::Option* quiet = app_.add_flag("--quiet", quiet_);
    app_.add_flag("--verbose", verbose_)->excludes(quiet);
    app_.add_option("--diagnostics", format_)->check(CLI::IsMember({"text", "json"}));
    for (const auto& [name, into] : {std::pair{"-o,--output", &outputs_}, std::pair{"--style", &styles_},
                                     std::pair{"--set", &settings_}, std::pair{"--root", &roots_},
                                     std::pair{"--profile", &profiles_}, std::pair{"--ignore", &ignored_}}) {
      app_.add_option(name, *into)->allow_extra_args(false);
    }
    for (const std::string_view key : page_options)
      app_.add_option("--" + std::string(key), page_settings_[key])->allow_extra_args(false);
    app_.add_option("--encoding", encoding_);
    app_.add_option("--picture-dpi", picture_resolution_)->check(CLI::Range(50, 2400));
    app_.add_option("--script", script_)->check(CLI::IsMember({"hans", "hant"}));
    app_.add_option("INPUT", inputs_);
    check_ = app_.add_subcommand("check")->fallthrough();
    check_->add_option("INPUT", check_inputs_);
    debug_ = app_.add_subcommand("debug")->fallthrough();
    debug_->add_option("WHAT", debugged_)->required();
    debug_->add_option("INPUT", debug_inputs_);
    debug_->add_option("--lang", lang_);
    debug_->add_option("--measure", measure_);
    for (const auto& [name, property] : text_options)
      debug_->add_option(std::string(name), text_values_[property]);
  }

  void parse(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      if (!help_ && !version_) throw UsageError(error.what());
    }
  }

  bool wants_help() const { return help_; }
  bool wants_version() const { return version_; }

  Options options() const {
    Options options;
    if (debug_->parsed()) options.command = debug_subject(debugged_).command;
    if (options.command == Command::debug_texts) options.texts = texts();
    if (check_->parsed()) options.command = Command::check;
    options.inputs = debug_->parsed() ? debug_inputs_ : (check_->parsed() ? check_inputs_ : inputs_);
    for (const std::string& path : outputs_) options.outputs.push_back(output_named(path));
    options.encoding = encoding_;
    options.picture_resolution = picture_resolution_;
    if (script_ == "hans") options.script = ChineseScript::simplified;
    if (script_ == "hant") options.script = ChineseScript::traditional;
    options.styles = styles_;
    for (const std::string& text : settings_) options.settings.push_back(setting_in(text));
    for (const auto& [key, value] : page_settings_) {
      if (!value.empty()) options.settings.push_back({std::string(key), value});
    }
    options.roots = roots_;
    options.profiles = profiles_;
    options.ignored = ignored_;
    if (fix_) options.repairing = Repairing::certain;
    if (embed_fonts_) options.embedding = FontEmbedding::subsets;
    if (format_ == "json") options.diagnostics = DiagnosticsFormat::json;
    if (quiet_) options.talk = Talk::quiet;
    if (verbose_) options.talk = Talk::verbose;
    if (strict_) options.strictness = Strictness::strict;
    return options;
  }

 private:
  TextOptions texts() const {
    TextOptions texts{debug_subject(debugged_).aspect, debug_style(lang_), {}};
    for (const auto& [property, value] : text_values_) {
      if (!value.empty() && !apply_property(texts.style, property, value))
        throw UsageError("'" + value + "' is no value of '" + std::string(property) + "'");
    }
    const std::optional<Length> measure = debug_measure(texts.style, measure_);
    if (!measure) throw UsageError("'" + measure_ + "' is no length of a line");
    texts.measure = *measure;
    return texts;
  }

  CLI::App app_;
  CLI::App* check_ = nullptr;
  CLI::App* debug_ = nullptr;
  bool help_ = false;
  bool version_ = false;
  bool embed_fonts_ = false;
  bool fix_ = false;
  bool strict_ = false;
  bool quiet_ = false;
  bool verbose_ = false;
  std::string format_ = "text";
  std::string debugged_;
  std::string lang_;
  std::string measure_ = "40em";
  std::map<std::string_view, std::string> text_values_;  // by property, of text_options
  std::string encoding_;
  int64_t picture_resolution_ = 300;
  std::string script_;
  std::vector<std::string> inputs_;
  std::vector<std::string> check_inputs_;
  std::vector<std::string> debug_inputs_;
  std::vector<std::string> ignored_;
  std::vector<std::string> outputs_;
  std::vector<std::string> styles_;
  std::vector<std::string> settings_;
  std::map<std::string_view, std::string> page_settings_;  // of page_options
  std::vector<std::string> roots_;
  std::vector<std::string> profiles_;
};

}  // namespace

std::variant<Options, Answer> parse_options(int argc, const char* const* argv) {
  CommandLine command_line;
  command_line.parse(argc, argv);
  if (command_line.wants_help()) return Answer{help_text()};
  if (command_line.wants_version()) return Answer{"pubbuild " PUBBUILD_VERSION "\n"};
  Options options = command_line.options();
  check(options);
  return options;
}

}  // namespace pubbuild
