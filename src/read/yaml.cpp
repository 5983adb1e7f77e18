// YAML text → maps, lists and texts, each with its place, by libfyaml's events.
#include "read/yaml.h"

#include <libfyaml.h>

#include <algorithm>
#include <memory>
#include <unordered_set>

#include "base/utf8.h"

namespace pubbuild {

namespace {

struct DestroyParser {
  void operator()(fy_parser* parser) const { fy_parser_destroy(parser); }
};
struct DestroyDiag {
  void operator()(fy_diag* diag) const { fy_diag_destroy(diag); }
};

// A full-width colon separates no key: `title：…`.
constexpr std::string_view full_width_colon = "：";

bool is_key_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

// YAML's printable characters (§5.1) without those of the C1 block.
bool is_forbidden(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0 && c != 0x85) ||
         c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

class YamlReader {
 public:
  YamlReader(const Sources& sources, Span text, Diagnostics& diagnostics)
      : text_(sources.text(text)), place_(text), diagnostics_(diagnostics) {}
  Yaml read();

 private:
  // An event of the parser, freed with it.
  class Event {
   public:
    explicit Event(fy_parser* parser) : parser_(parser), event_(fy_parser_parse(parser)) {}
    ~Event() {
      if (event_ != nullptr) fy_parser_event_free(parser_, event_);
    }
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
    fy_event* get() const { return event_; }
    fy_event_type type() const { return event_ == nullptr ? FYET_NONE : event_->type; }

   private:
    fy_parser* parser_;
    fy_event* event_;
  };

  bool is_readable();
  void set_aside_full_width_colons();
  void start();
  Yaml read_document();
  Yaml read_node(const Event& event, size_t depth);
  void read_list(Yaml& list, size_t depth);
  void read_map(Yaml& map, size_t depth);
  void refuse_anchor(const Event& event);
  void report_parser_errors();
  void report_parser_error(const fy_diag_error& error);
  Span line_rest(int line, int column) const;
  Span span_of(const Event& event) const;
  // libfyaml's marks leave out the `&` or `*`.
  Span with_sigil(Span name) const {
    if (name.begin > place_.begin) --name.begin;
    return name;
  }
  Span span(size_t begin, size_t end) const {
    return {place_.file, place_.begin + static_cast<uint32_t>(begin),
            place_.begin + static_cast<uint32_t>(end)};
  }

  std::string_view text_;
  Span place_;
  Diagnostics& diagnostics_;
  std::string cleaned_;  // what the parser sees, byte for byte as long as the text
  std::unique_ptr<fy_diag, DestroyDiag> diag_;
  std::unique_ptr<fy_parser, DestroyParser> parser_;
  bool stopped_ = false;  // nothing more is read
};

Yaml YamlReader::read() {
  if (!is_readable()) return {};
  set_aside_full_width_colons();
  start();
  Yaml root = read_document();
  report_parser_errors();
  return root;
}

bool YamlReader::is_readable() {
  if (text_.size() > max_yaml_bytes) {
    diagnostics_.error("yaml-size", span(0, 1), "YAML of more than 1 MB is not read");
    return false;
  }
  for (size_t at = 0; at < text_.size();) {
    const size_t begin = at;
    if (!is_forbidden(utf8::decode(text_, at))) continue;
    diagnostics_.error("yaml-control", span(begin, at), "a control character may not stand in YAML",
                       "remove it");
    return false;
  }
  return true;
}

// Reports `key：…` and hides such lines in a comment, so that the others are still read.
void YamlReader::set_aside_full_width_colons() {
  cleaned_ = text_;
  for (size_t line = 0; line < text_.size();) {
    const size_t end = std::min(text_.find('\n', line), text_.size());
    size_t key_end = line;
    while (key_end < end && is_key_byte(text_[key_end])) ++key_end;
    if (key_end > line && text_.substr(key_end).starts_with(full_width_colon)) {
      const std::string key(text_.substr(line, key_end - line));
      diagnostics_.error("yaml-colon", span(key_end, key_end + full_width_colon.size()),
                         "a full-width colon ends no key", "write '" + key + ": …' with ':' and a blank");
      cleaned_[line] = '#';
    }
    line = end + 1;
  }
}

void YamlReader::start() {
  fy_diag_cfg configuration;
  fy_diag_cfg_default(&configuration);
  configuration.fp = nullptr;
  configuration.output_fn = [](fy_diag*, void*, const char*, size_t) {};
  diag_.reset(fy_diag_create(&configuration));
  fy_diag_set_collect_errors(diag_.get(), true);
  fy_parse_cfg parsing{};
  parsing.diag = diag_.get();
  parsing.flags = FYPCF_QUIET;
  parser_.reset(fy_parser_create(&parsing));
  stopped_ = parser_ == nullptr || fy_parser_set_string(parser_.get(), cleaned_.data(), cleaned_.size()) != 0;
}

Yaml YamlReader::read_document() {
  while (!stopped_) {
    const Event event(parser_.get());
    switch (event.type()) {
      case FYET_NONE:
      case FYET_STREAM_END:
      case FYET_DOCUMENT_END:
        return {};
      case FYET_STREAM_START:
      case FYET_DOCUMENT_START:
        break;
      default:
        return read_node(event, 0);
    }
  }
  return {};
}

Span YamlReader::span_of(const Event& event) const {
  const fy_mark* begin = fy_event_start_mark(event.get());
  const fy_mark* end = fy_event_end_mark(event.get());
  if (begin == nullptr) return span(text_.size(), text_.size());
  const size_t first = std::min(begin->input_pos, text_.size());
  return span(first, end == nullptr ? first : std::clamp(end->input_pos, first, text_.size()));
}

Yaml YamlReader::read_node(const Event& event, size_t depth) {
  Yaml node;
  node.span = span_of(event);
  if (depth > max_yaml_depth) {
    diagnostics_.error("yaml-nesting", node.span, "YAML more than 32 deep is not read");
    stopped_ = true;
    return node;
  }
  refuse_anchor(event);
  switch (event.type()) {
    case FYET_SCALAR: {
      size_t length = 0;
      const char* text = fy_token_get_text(event.get()->scalar.value, &length);
      node.kind = length == 0 ? YamlKind::nothing : YamlKind::text;
      if (text != nullptr) node.text.assign(text, length);
      break;
    }
    case FYET_SEQUENCE_START:
      node.kind = YamlKind::list;
      read_list(node, depth);
      break;
    case FYET_MAPPING_START:
      node.kind = YamlKind::map;
      read_map(node, depth);
      break;
    case FYET_ALIAS:
      diagnostics_.error("yaml-alias", with_sigil(node.span), "an alias is not read here",
                         "write the text itself");
      break;
    default:
      stopped_ = true;
  }
  return node;
}

void YamlReader::read_list(Yaml& list, size_t depth) {
  while (!stopped_) {
    const Event event(parser_.get());
    if (event.type() == FYET_SEQUENCE_END) {
      list.span = join(list.span, span_of(event));
      return;
    }
    stopped_ |= event.type() == FYET_NONE;
    if (!stopped_) list.items.push_back(read_node(event, depth + 1));
  }
}

void YamlReader::read_map(Yaml& map, size_t depth) {
  std::unordered_set<std::string> keys;
  while (!stopped_) {
    const Event event(parser_.get());
    if (event.type() == FYET_MAPPING_END) {
      map.span = join(map.span, span_of(event));
      return;
    }
    stopped_ |= event.type() == FYET_NONE;
    if (stopped_) return;
    Yaml key = read_node(event, depth + 1);
    if (stopped_) return;
    const Event value(parser_.get());
    stopped_ |= value.type() == FYET_NONE;
    if (stopped_) return;
    YamlEntry entry{std::move(key.text), key.span, read_node(value, depth + 1)};
    if (key.kind != YamlKind::text) {
      diagnostics_.error("yaml-key", key.span, "a key is one line of text");
    } else if (!keys.insert(entry.key).second) {
      diagnostics_.error("yaml-duplicate", key.span, "'" + entry.key + "' was said before",
                         "the first one is used; remove this one");
    } else {
      map.entries.push_back(std::move(entry));
    }
  }
}

void YamlReader::refuse_anchor(const Event& event) {
  fy_token* anchor = event.type() == FYET_ALIAS ? nullptr : fy_event_get_anchor_token(event.get());
  if (anchor == nullptr) return;
  const fy_mark* mark = fy_token_start_mark(anchor);
  const Span place =
      mark == nullptr ? span_of(event) : with_sigil(span(mark->input_pos, mark->input_pos + 1));
  diagnostics_.error("yaml-alias", place, "an anchor is not read here",
                     "quote the value if '&' is meant as text");
}

// From a place the parser names to the end of its line.
Span YamlReader::line_rest(int line, int column) const {
  size_t at = 0;
  for (int n = 1; n < line && at < text_.size(); ++n)
    at = std::min(text_.find('\n', at), text_.size() - 1) + 1;
  size_t end = std::min(text_.find('\n', at), text_.size());
  for (int n = 1; n < column && at < end; ++n) utf8::decode(text_, at);
  if (at == text_.size() && at > 0) --at;
  return span(at, std::max(at, end));
}

void YamlReader::report_parser_errors() {
  void* place = nullptr;
  while (const fy_diag_error* error = fy_diag_errors_iterate(diag_.get(), &place))
    report_parser_error(*error);
}

void YamlReader::report_parser_error(const fy_diag_error& error) {
  const Span where = line_rest(error.line, error.column);
  const size_t line_begin = text_.rfind('\n', where.begin - place_.begin) + 1;
  const std::string_view line = text_.substr(line_begin, text_.find('\n', line_begin) - line_begin);
  const size_t first = line.find(": ");
  const bool two_colons =
      first != std::string_view::npos && line.find(": ", first + 1) != std::string_view::npos;
  const std::string key(line.substr(0, two_colons ? first : 0));
  diagnostics_.error("yaml", where,
                     "YAML: " + std::string(error.msg == nullptr ? "not understood" : error.msg),
                     two_colons ? "quote the value: " + key + ": \"…\"" : "");
}

}  // namespace

Yaml read_yaml(const Sources& sources, Span text, Diagnostics& diagnostics) {
  return YamlReader(sources, text, diagnostics).read();
}

}  // namespace pubbuild
