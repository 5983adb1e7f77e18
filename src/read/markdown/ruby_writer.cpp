// A ruby as written → `ruby` with its `rt`.
#include "read/markdown/ruby_writer.h"

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "read/cjk.h"
#include "read/markdown/links.h"

namespace pubbuild::markdown {

namespace {

bool goes_with_base(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

// As written: combining marks and variation selectors with their bases, an escape with its backslash.
std::vector<std::string_view> characters_of(std::string_view written) {
  std::vector<std::string_view> characters;
  for (size_t at = 0; at < written.size();) {
    const size_t begin = at;
    if (written[at] == '\\' && at + 1 < written.size()) ++at;
    const char32_t c = utf8::decode(written, at);
    if (goes_with_base(c) && !characters.empty()) {
      const size_t base = static_cast<size_t>(characters.back().data() - written.data());
      characters.back() = written.substr(base, at - base);
    } else {
      characters.push_back(written.substr(begin, at - begin));
    }
  }
  return characters;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

// Syllables of Latin letters stand apart, kana do not.
std::string joined(const std::vector<std::string_view>& readings) {
  std::string all;
  for (const std::string_view reading : readings) {
    size_t at = 0;
    const bool apart = !all.empty() && !reading.empty() && !is_cjk(utf8::decode(reading, at));
    all += (apart ? " " : "") + unescaped(reading);
  }
  return all;
}

}  // namespace

void RubyWriter::write(Span span) {
  const std::vector<std::string_view> characters = characters_of(ruby_.base);
  const size_t readings = ruby_.readings.size();
  elements_.open_markdown(Tag::ruby, span.begin);
  if (readings > 1 && readings == characters.size()) {
    write_characters(characters);
  } else {
    write_group();
  }
  elements_.close_markdown(span.end);
  if (readings == 1 || readings == characters.size()) return;
  reading_.diagnostics.warning("ruby-readings", span,
                               std::to_string(readings) + " readings for " +
                                   std::to_string(characters.size()) + " characters are set as one",
                               "give one reading for all, or one for each character");
}

void RubyWriter::write_group() {
  elements_.add_text(unescaped(ruby_.base), place_(ruby_.base));
  const Span first = place_(ruby_.readings.front());
  write_reading(joined(ruby_.readings), {first.file, first.begin, place_(ruby_.readings.back()).end});
}

void RubyWriter::write_characters(const std::vector<std::string_view>& characters) {
  for (size_t at = 0; at < characters.size(); ++at) {
    elements_.add_text(unescaped(characters[at]), place_(characters[at]));
    write_reading(unescaped(ruby_.readings[at]), place_(ruby_.readings[at]));
  }
}

// An empty one keeps the readings that follow over their own characters.
void RubyWriter::write_reading(std::string_view reading, Span span) {
  elements_.open_markdown(Tag::rt, span.begin);
  if (!is_blank(reading)) elements_.add_text(reading, span);
  elements_.close_markdown(span.end);
}

}  // namespace pubbuild::markdown
