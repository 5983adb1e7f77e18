// The parts of links: labels, destinations, titles, and link reference definitions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pubbuild::markdown {

// A part that was recognized: what it holds, still as written, and where it ends.
struct LinkPart {
  std::string_view written;
  size_t end = 0;
};

// Each reads what begins at `at`; nothing where it is not there.
std::optional<LinkPart> link_label(std::string_view text, size_t at);
std::optional<LinkPart> link_destination(std::string_view text, size_t at);
std::optional<LinkPart> link_title(std::string_view text, size_t at);
// Past blanks and at most one line end.
size_t after_link_blanks(std::string_view text, size_t at);

struct LinkTarget {
  std::string destination;  // percent-encoded where ASCII asks for it; other characters as they are
  std::string title;
  size_t size() const { return destination.size() + title.size(); }
};

// The target in parentheses after a link's text, from `(` to past `)`.
struct InlineTarget {
  LinkTarget target;
  size_t end = 0;
};
std::optional<InlineTarget> inline_target(std::string_view text, size_t at);

// Backslash escapes and character references replaced.
std::string unescaped(std::string_view written);
std::string percent_encoded(std::string_view destination);
// javascript:, vbscript: and data: run or hold what a reading system must not trust.
bool is_unsafe_scheme(std::string_view destination);
bool is_picture_data(std::string_view destination);

// Labels match whatever their case and blanks (CommonMark §4.7).
std::string normalized_label(std::string_view label);

class References {
 public:
  // False where the label is taken: the first definition wins.
  bool add(std::string_view label, LinkTarget target);
  const LinkTarget* find(std::string_view label) const;
  bool empty() const { return targets_.empty(); }

 private:
  std::unordered_map<std::string, LinkTarget> targets_;
};

struct LinkDefinition {
  std::string_view label;
  LinkTarget target;
  size_t end = 0;  // of its last line, past the line feed
};
std::optional<LinkDefinition> link_definition(std::string_view text, size_t at);

}  // namespace pubbuild::markdown
