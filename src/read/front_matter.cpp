// The YAML block at the front of an article → metadata.
#include "read/front_matter.h"

#include <algorithm>

#include "base/nearest.h"
#include "read/markdown/lines.h"
#include "tree/metadata_fields.h"

namespace pubbuild {

namespace {

constexpr std::string_view list_keys[] = {"author", "subject", "style"};

// What an article may say that others read.
const std::vector<std::string_view> article_options = {"only"};

class MetadataReader {
 public:
  MetadataReader(const std::vector<std::string_view>& others, Diagnostics& diagnostics)
      : others_(others), diagnostics_(diagnostics) {}

  Metadata read(const Yaml& map) {
    for (const YamlEntry& entry : map.entries) read_entry(entry);
    return std::move(metadata_);
  }

 private:
  void read_entry(const YamlEntry& entry);
  void read_authors(const Yaml& value);
  void read_author(const Yaml& value);
  std::vector<Field> texts(const YamlEntry& entry);
  bool is_text(const Yaml& value, std::string_view key);
  void report_unknown(const YamlEntry& entry);

  const std::vector<std::string_view>& others_;
  Diagnostics& diagnostics_;
  Metadata metadata_;
};

void MetadataReader::read_entry(const YamlEntry& entry) {
  if (std::find(others_.begin(), others_.end(), entry.key) != others_.end()) return;
  if (const MetadataField* field = metadata_field_named(entry.key)) {
    if (is_text(entry.value, entry.key)) metadata_.*field->field = {entry.value.text, entry.value.span};
  } else if (entry.key == "author") {
    read_authors(entry.value);
  } else if (entry.key == "subject") {
    for (Field& subject : texts(entry)) metadata_.subjects.push_back(std::move(subject.text));
  } else if (entry.key == "style") {
    metadata_.style = texts(entry);
  } else {
    report_unknown(entry);
  }
}

// False also for a value that is not there, which is no mistake.
bool MetadataReader::is_text(const Yaml& value, std::string_view key) {
  if (value.kind == YamlKind::list || value.kind == YamlKind::map) {
    diagnostics_.error("metadata-type", value.span, "'" + std::string(key) + "' is one text",
                       "write it without a list");
  }
  return value.kind == YamlKind::text;
}

std::vector<Field> MetadataReader::texts(const YamlEntry& entry) {
  std::vector<Field> found;
  if (entry.value.kind == YamlKind::text) found.push_back({entry.value.text, entry.value.span});
  if (entry.value.kind == YamlKind::map) is_text(entry.value, entry.key);
  for (const Yaml& item : entry.value.items) {
    if (is_text(item, entry.key)) found.push_back({item.text, item.span});
  }
  return found;
}

void MetadataReader::read_authors(const Yaml& value) {
  if (value.kind == YamlKind::list) {
    for (const Yaml& item : value.items) read_author(item);
  } else {
    read_author(value);
  }
}

void MetadataReader::read_author(const Yaml& value) {
  Person person;
  if (value.kind == YamlKind::list) is_text(value, "author");
  person.name = value.text;
  for (const YamlEntry& entry : value.entries) {
    std::string* field = entry.key == "name"      ? &person.name
                         : entry.key == "role"    ? &person.role
                         : entry.key == "file-as" ? &person.file_as
                                                  : nullptr;
    if (field == nullptr) {
      diagnostics_.warning("metadata-key", entry.key_span, "'" + entry.key + "' says nothing of an author",
                           "an author has name, role and file-as");
    } else if (is_text(entry.value, entry.key)) {
      *field = entry.value.text;
    }
  }
  if (!person.name.empty()) metadata_.authors.push_back(std::move(person));
}

void MetadataReader::report_unknown(const YamlEntry& entry) {
  NearestName nearest(entry.key, entry.key.size());
  for (const MetadataField& field : metadata_fields()) nearest.offer(field.key);
  for (const std::string_view key : list_keys) nearest.offer(key);
  for (const std::string_view key : others_) nearest.offer(key);
  diagnostics_.warning("metadata-key", entry.key_span, "'" + entry.key + "' is no field of an article",
                       nearest.found().empty() ? "" : "the nearest is '" + nearest.found() + "'");
}

// Where in the text the YAML lies, between its fences, and where the body begins.
struct Block {
  bool closed = false;
  Span yaml;
  uint32_t body_begin = 0;
};

std::string_view trimmed_line(std::string_view source, const markdown::Line& line) {
  std::string_view text = source.substr(line.begin, line.end - line.begin);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

Block find_block(std::string_view source, Span text, const markdown::Line& fence) {
  for (uint32_t begin = fence.next; begin < text.end;) {
    const markdown::Line line = markdown::line_at(source, begin, text.end);
    const std::string_view written = trimmed_line(source, line);
    if (written == "---" || written == "...") return {true, {text.file, fence.next, line.begin}, line.next};
    begin = line.next;
  }
  return {};
}

bool looks_like_key(std::string_view line) {
  const size_t end = std::min(line.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), line.size());
  return end > 0 && (line.substr(end).starts_with(":") || line.substr(end).starts_with("："));
}

// `only: teacher` or a list of such names.
std::vector<std::string> profiles_in(const Yaml& root, Diagnostics& diagnostics) {
  std::vector<std::string> profiles;
  for (const YamlEntry& entry : root.entries) {
    if (entry.key != "only") continue;
    const std::vector<Yaml> single = {entry.value};
    for (const Yaml& name : entry.value.kind == YamlKind::list ? entry.value.items : single) {
      if (name.kind == YamlKind::text) {
        profiles.push_back(name.text);
      } else if (name.kind != YamlKind::nothing) {
        diagnostics.error("metadata-type", name.span, "'only' is the name of a profile or a list of names",
                          "write only: teacher");
      }
    }
  }
  return profiles;
}

}  // namespace

Metadata read_metadata(const Yaml& map, const std::vector<std::string_view>& others,
                       Diagnostics& diagnostics) {
  return MetadataReader(others, diagnostics).read(map);
}

FrontMatter read_front_matter(const Sources& sources, Span text, Diagnostics& diagnostics) {
  FrontMatter none{{}, {}, text.begin};
  const std::string_view source = sources[text.file].text();
  const markdown::Line fence = markdown::line_at(source, text.begin, text.end);
  if (trimmed_line(source, fence) != "---" || fence.next >= text.end) return none;
  const std::string_view second = trimmed_line(source, markdown::line_at(source, fence.next, text.end));
  if (second.empty()) return none;
  const Block block = find_block(source, text, fence);
  if (!block.closed) {
    if (looks_like_key(second)) {
      diagnostics.warning("front-matter-open", {text.file, fence.begin, fence.end},
                          "the front matter is never closed, so it is read as text",
                          "close it with a line of ---");
    }
    return none;
  }
  Diagnostics mistakes;
  const Yaml root = read_yaml(sources, block.yaml, mistakes);
  const bool is_text_between_rules = root.kind != YamlKind::map && root.kind != YamlKind::nothing;
  if (is_text_between_rules ||
      (root.kind == YamlKind::nothing && mistakes.has_errors() && !looks_like_key(second))) {
    return none;
  }
  diagnostics.append(std::move(mistakes));
  return {read_metadata(root, article_options, diagnostics), profiles_in(root, diagnostics),
          block.body_begin};
}

}  // namespace pubbuild
