// Diagnostics → lines of text for people, or of JSON for programs.
#include "base/diagnostics.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace pubbuild {

namespace {

// A hostile megabyte can hold a mistake at every byte; more than this of one kind tells nobody anything.
constexpr size_t max_kept_per_code = 100;
// A source line longer than this is shown around the mistake only, so that the caret stays in sight.
constexpr size_t max_shown_characters = 100;

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

// Columns that a terminal gives a character: East Asian wide ones take two (UAX #11, ranges of W and F).
size_t terminal_columns(char32_t c) {
  const bool wide =
      (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
      (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
      (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

size_t terminal_columns(std::string_view text) {
  size_t columns = 0;
  for (size_t at = 0; at < text.size();) columns += terminal_columns(utf8::decode(text, at));
  return columns;
}

bool is_unsafe_on_terminal(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

void append_hex(std::string& out, uint32_t value) {
  char digits[8];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, 16).ptr;
  for (const char* digit = digits; digit != end; ++digit) {
    out += *digit >= 'a' ? static_cast<char>(*digit - 'a' + 'A') : *digit;
  }
}

// The part of a source line that is shown, and where in it the caret run stands.
struct Excerpt {
  std::string text;
  size_t caret_column;
  size_t caret_width;
};

Excerpt excerpt(std::string_view line, size_t first, size_t length) {
  const std::u32string characters = utf8::decode_all(line);
  first = std::min(first, characters.size());
  length = std::min(length, characters.size() - first);
  const size_t begin = first > max_shown_characters / 2 ? first - max_shown_characters / 2 : 0;
  const size_t end = std::min(characters.size(), begin + max_shown_characters);
  Excerpt shown{begin > 0 ? "…" : "", begin > 0 ? size_t{1} : 0, 0};
  for (size_t at = begin; at < end; ++at) {
    const std::string piece = characters[at] == '\t' ? " " : printable(utf8::encode(characters[at]));
    shown.text += piece;
    if (at < first) shown.caret_column += terminal_columns(piece);
    if (at >= first && at < first + length) shown.caret_width += terminal_columns(piece);
  }
  if (end < characters.size()) shown.text += "…";
  shown.caret_width = std::max<size_t>(shown.caret_width, 1);
  return shown;
}

void append_place(std::string& out, const Diagnostic& diagnostic, const Sources& sources) {
  if (!diagnostic.span.is_somewhere()) {
    out += "pubbuild: ";
    return;
  }
  const SourceFile& file = sources[diagnostic.span.file];
  const Position position = file.position(diagnostic.span.begin);
  out += printable(file.name()) + ":" + std::to_string(position.line) + ":" +
         std::to_string(position.column) + ": ";
}

void append_source_line(std::string& out, const Diagnostic& diagnostic, const Sources& sources) {
  if (!diagnostic.span.is_somewhere()) return;
  const SourceFile& file = sources[diagnostic.span.file];
  if (file.text().empty()) return;
  const Position begin = file.position(diagnostic.span.begin);
  const Position end = file.position(diagnostic.span.end);
  const std::string_view line = file.line(begin.line);
  const size_t width = end.line == begin.line ? end.column - begin.column : line.size();
  const Excerpt shown = excerpt(line, begin.column - 1, width);
  out += "    " + shown.text + "\n    " + std::string(shown.caret_column, ' ') +
         std::string(shown.caret_width, '^') + "\n";
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c < 0x20) {
      out += "\\u00";
      out += c < 0x10 ? "0" : "";
      append_hex(out, c);
    } else {
      utf8::append(out, c);
    }
  }
  out += '"';
}

void append_json_place(std::string& out, Span span, const Sources& sources) {
  const SourceFile& file = sources[span.file];
  const Position begin = file.position(span.begin);
  const Position end = file.position(span.end);
  out += ",\"file\":";
  append_json_string(out, file.name());
  out += ",\"line\":" + std::to_string(begin.line) + ",\"column\":" + std::to_string(begin.column);
  out += ",\"end_line\":" + std::to_string(end.line) + ",\"end_column\":" + std::to_string(end.column);
}

}  // namespace

bool Diagnostics::is_ignored(std::string_view code) const {
  return std::find(ignored_.begin(), ignored_.end(), code) != ignored_.end();
}

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity != Severity::error && is_ignored(diagnostic.code)) return;
  if (diagnostic.severity == Severity::error) ++errors_;
  if (diagnostic.severity == Severity::warning) ++warnings_;
  if (kept_[diagnostic.code] >= max_kept_per_code) {
    ++left_out_[diagnostic.code];
    errors_left_out_ += diagnostic.severity == Severity::error;
    warnings_left_out_ += diagnostic.severity == Severity::warning;
    return;
  }
  ++kept_[diagnostic.code];
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::note(std::string_view code, Span span, std::string message, std::string hint) {
  add({Severity::note, code, span, std::move(message), std::move(hint)});
}

void Diagnostics::warning(std::string_view code, Span span, std::string message, std::string hint) {
  add({Severity::warning, code, span, std::move(message), std::move(hint)});
}

void Diagnostics::error(std::string_view code, Span span, std::string message, std::string hint) {
  add({Severity::error, code, span, std::move(message), std::move(hint)});
}

void Diagnostics::append(Diagnostics&& other) {
  for (Diagnostic& diagnostic : other.all_) add(std::move(diagnostic));
  for (const auto& [code, count] : other.left_out_) {
    if (!is_ignored(code)) left_out_[code] += count;
  }
  errors_ += other.errors_left_out_;
  warnings_ += other.warnings_left_out_;
  other = {};
}

std::string as_text(const Diagnostics& diagnostics, const Sources& sources) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    append_place(out, diagnostic, sources);
    out += std::string(name_of(diagnostic.severity)) + ": " + printable(diagnostic.message) + " [" +
           std::string(diagnostic.code) + "]\n";
    append_source_line(out, diagnostic, sources);
    if (!diagnostic.hint.empty()) out += "    hint: " + printable(diagnostic.hint) + "\n";
  }
  for (const auto& [code, count] : diagnostics.left_out()) {
    out += "pubbuild: note: and " + std::to_string(count) + " more [" + std::string(code) + "]\n";
  }
  return out;
}

std::string as_json(const Diagnostics& diagnostics, const Sources& sources) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    out += "{\"severity\":\"" + std::string(name_of(diagnostic.severity)) + "\",\"code\":\"" +
           std::string(diagnostic.code) + "\"";
    if (diagnostic.span.is_somewhere()) append_json_place(out, diagnostic.span, sources);
    out += ",\"message\":";
    append_json_string(out, diagnostic.message);
    out += ",\"hint\":";
    append_json_string(out, diagnostic.hint);
    out += "}\n";
  }
  for (const auto& [code, count] : diagnostics.left_out()) {
    out += "{\"severity\":\"note\",\"code\":\"" + std::string(code) + "\",\"message\":\"and " +
           std::to_string(count) + " more\",\"hint\":\"\"}\n";
  }
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t c = utf8::decode(text, at);
    const bool ill_formed = c == utf8::replacement && at - begin == 1;
    if (!ill_formed && !is_unsafe_on_terminal(c)) {
      out.append(text, begin, at - begin);
    } else if (ill_formed || c < 0x100) {
      const auto byte = static_cast<uint8_t>(text[begin]);
      const uint32_t value = ill_formed ? byte : static_cast<uint32_t>(c);
      out += value < 0x10 ? "\\x0" : "\\x";
      append_hex(out, value);
    } else {
      out += "\\u{";
      append_hex(out, static_cast<uint32_t>(c));
      out += "}";
    }
  }
  return out;
}

}  // namespace pubbuild
