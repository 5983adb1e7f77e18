// `{#id .class key="value"}` → its parts (pandoc's link_attributes, header_attributes, fenced_divs …).
#include "read/markdown/attributes.h"

#include <algorithm>

#include "base/nearest.h"
#include "read/markdown/cursor.h"
#include "read/markdown/html_rules.h"
#include "read/markdown/links.h"

namespace pubbuild::markdown {

namespace {

// Nobody writes longer ones; a brace after every bracket could otherwise be read to the end each time.
constexpr size_t longest_list = 2000;

bool is_blank_byte(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_name_byte(char c) {
  const bool ascii_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return ascii_letter || static_cast<unsigned char>(c) >= 0x80 || c == '_';
}

bool continues_name(char c) {
  return is_name_byte(c) || is_digit(c) || c == '-' || c == ':' || c == '.';
}

bool continues_class(char c) {
  return is_name_byte(c) || is_digit(c) || c == '-' || c == ':';
}

bool is_unquoted(char c) {
  return !is_blank_byte(c) && c != '"' && c != '\'' && c != '{' && c != '}';
}

class ListReader : private Cursor {
 public:
  ListReader(std::string_view text, size_t at)
      : Cursor(text.substr(0, std::min(text.size(), at + longest_list)), at) {}

  std::optional<AttributeList> read() {
    list_.begin = at();
    if (!take('{')) return std::nullopt;
    take_blanks();
    while (!take('}')) {
      if (!read_entry()) return std::nullopt;
      const bool apart = take_blanks();
      if (!apart && byte() != '}') return std::nullopt;
    }
    if (list_.entries.empty()) return std::nullopt;
    list_.end = at();
    return std::move(list_);
  }

 private:
  bool read_entry() {
    const size_t begin = at();
    if (take('#')) return add("id", take_while(is_unquoted), begin);
    if (take('.')) return add("class", take_while(continues_class), begin);
    // A lone hyphen is pandoc's short form of the class.
    if (take('-')) return add("class", "unnumbered", begin);
    return read_pair(begin);
  }

  bool read_pair(size_t begin) {
    if (!is_name_byte(byte())) return false;
    const std::string name(take_while(continues_name));
    if (!take('=')) return false;
    if (byte() == '"' || byte() == '\'') return read_quoted(name, begin);
    return add(name, take_while(is_unquoted), begin);
  }

  bool read_quoted(const std::string& name, size_t begin) {
    const char quote = byte();
    take(quote);
    bool is_escaped = false;
    const std::string_view value = take_while([&](char c) {
      const bool goes_on = is_escaped || c != quote;
      is_escaped = !is_escaped && c == '\\';
      return goes_on;
    });
    if (!take(quote)) return false;
    list_.entries.push_back({name, unescaped(value), begin, at()});
    return true;
  }

  bool add(std::string name, std::string_view value, size_t begin) {
    if (value.empty()) return false;
    list_.entries.push_back({std::move(name), std::string(value), begin, at()});
    return true;
  }

  AttributeList list_;
};

// "60%", "5cm", "300": a length of CSS, pixels where there is no unit (pandoc, link_attributes).
std::string css_length(std::string_view written) {
  constexpr std::string_view units[] = {"%", "px", "cm", "mm", "in", "pt", "pc", "em", "rem", "inch"};
  const size_t digits = std::min(written.find_first_not_of("0123456789."), written.size());
  const std::string_view number = written.substr(0, digits);
  const std::string_view unit = written.substr(digits);
  const bool is_number = digits > 0 && is_digit(number.front()) && is_digit(number.back()) &&
                         std::count(number.begin(), number.end(), '.') <= 1;
  if (!is_number) return {};
  if (unit.empty()) return std::string(number) + "px";
  if (std::find(std::begin(units), std::end(units), unit) == std::end(units)) return {};
  return std::string(number) + (unit == "inch" ? "in" : std::string(unit));
}

class AttributeSetter {
 public:
  AttributeSetter(Reading& reading, NodeId element, const AttributeList& list, Span span)
      : reading_(reading), tree_(reading.tree), element_(element), list_(list), span_(span) {}

  void set() {
    HtmlTag others;
    for (const HtmlAttribute& entry : list_.entries) {
      if (!set_own(entry)) others.attributes.push_back(from_list(entry));
    }
    set_safe_attributes(tree_, element_, others, span_, reading_.diagnostics);
  }

 private:
  // What means the same on every element, or something that HTML has no attribute for.
  bool set_own(const HtmlAttribute& entry) {
    if (entry.name == "class") {
      tree_.add_class(element_, entry.value);
    } else if (entry.name == "id") {
      tree_.set_attribute(element_, Attr::id, entry.value);
    } else if (entry.name == "key") {
      tree_.set_attribute(element_, Attr::data_key, entry.value);
    } else if (entry.name == "file" && tree_.is_element(element_, Tag::div)) {
      tree_.set_attribute(element_, Attr::data_file, entry.value);
    } else if (entry.name == "width" || entry.name == "height") {
      set_size(entry);
    } else if (entry.name.starts_with("on") || attribute_named(entry.name) || entry.name == "xml:lang") {
      return false;
    } else {
      report_unknown(entry);
    }
    return true;
  }

  void set_size(const HtmlAttribute& entry) {
    const std::string length = css_length(entry.value);
    if (length.empty()) {
      warn(entry, "'" + entry.value + "' is no " + entry.name, "write 60%, 5cm or 300px");
      return;
    }
    std::string style(tree_.attribute(element_, Attr::style));
    style += (style.empty() ? "" : "; ") + entry.name + ": " + length;
    tree_.set_attribute(element_, Attr::style, style);
  }

  void report_unknown(const HtmlAttribute& entry) {
    constexpr std::string_view known[] = {"width", "height", "lang",  "dir", "title",
                                          "key",   "file",   "style", "role"};
    NearestName nearest(entry.name, 3);
    for (const std::string_view name : known) nearest.offer(name);
    warn(entry, "the attribute '" + entry.name + "' is not known and left out",
         nearest.found().empty() ? "" : "the nearest is '" + nearest.found() + "'");
  }

  void warn(const HtmlAttribute& entry, std::string message, std::string hint) {
    const HtmlAttribute place = from_list(entry);
    const Span span{span_.file, span_.begin + static_cast<uint32_t>(place.begin),
                    std::min(span_.begin + static_cast<uint32_t>(place.end), span_.end)};
    reading_.diagnostics.warning("attribute", span, std::move(message), std::move(hint));
  }

  HtmlAttribute from_list(HtmlAttribute entry) const {
    entry.begin -= list_.begin;
    entry.end -= list_.begin;
    return entry;
  }

  Reading& reading_;
  Tree& tree_;
  NodeId element_;
  const AttributeList& list_;
  Span span_;
};

}  // namespace

std::optional<AttributeList> attribute_list(std::string_view text, size_t at) {
  return ListReader(text, at).read();
}

std::optional<AttributeList> trailing_attribute_list(std::string_view text) {
  while (!text.empty() && is_blank_byte(text.back())) text.remove_suffix(1);
  if (!text.ends_with('}')) return std::nullopt;
  const size_t open = text.rfind('{');
  if (open == std::string_view::npos || (open > 0 && text[open - 1] == '\\')) return std::nullopt;
  auto list = attribute_list(text, open);
  return list && list->end == text.size() ? std::move(list) : std::nullopt;
}

bool looks_like_attributes(std::string_view text, size_t at) {
  const std::string_view rest = text.substr(at);
  const size_t begin = std::min(rest.find_first_not_of(" \t", 1), rest.size());
  const bool marked =
      rest.size() > begin + 1 && (rest[begin] == '.' || rest[begin] == '#') && is_name_byte(rest[begin + 1]);
  if (marked) return true;
  constexpr std::string_view spans[] = {"dots", "proper", "title", "index"};
  return std::any_of(std::begin(spans), std::end(spans), [&](std::string_view name) {
    return rest.substr(begin).starts_with(name) && rest.substr(begin + name.size()).starts_with('}');
  });
}

void set_attributes(Reading& reading, NodeId element, const AttributeList& list, Span span) {
  AttributeSetter(reading, element, list, span).set();
}

}  // namespace pubbuild::markdown
