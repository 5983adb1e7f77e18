// Items count on where a list was interrupted, as they do in Word.
#include "read/docx/lists.h"

#include <algorithm>
#include <charconv>

namespace pubbuild::docx {

namespace {

// What HTML's attribute calls a format; empty for those that a style must name.
std::string_view type_of(std::string_view format) {
  if (format == "lowerLetter") return "a";
  if (format == "upperLetter") return "A";
  if (format == "lowerRoman") return "i";
  return format == "upperRoman" ? "I" : "";
}

// 第二章　总则, 二、总则, 2. Rules.
std::string_view white_behind(std::string_view number) {
  if (number.ends_with('.') || number.ends_with(')')) return " ";
  return number.ends_with("、") || number.ends_with("）") || number.ends_with("．") ? "" : "\u3000";
}

bool is_bullet(const ListLevel& level) {
  return level.format == "bullet" || level.format == "none" || level.format.empty();
}

// Whether browsers write the number so of themselves: 1. a. i. 一、
bool is_customary(const ListLevel& level, int number) {
  const std::string own = "%" + std::to_string(number + 1);
  if (number_in(level.format, 1) == "一") return level.text == own + "、";
  const bool has_type = level.format == "decimal" || !type_of(level.format).empty();
  return has_type && (level.text == own + "." || level.text.empty());
}

// A string of CSS.
std::string quoted(std::string_view text) {
  std::string string = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') string += '\\';
    string += c == '\n' ? ' ' : c;
  }
  return string + "\"";
}

}  // namespace

ListPlace list_place(const tinyxml2::XMLElement& numbering) {
  ListPlace place{std::string(value(&numbering, "w:numId")), 0};
  const std::string_view level = value(&numbering, "w:ilvl");
  std::from_chars(level.data(), level.data() + level.size(), place.level);
  place.level = std::clamp(place.level, 0, 8);
  return place;
}

int Lists::next(const ListPlace& place, int start) {
  std::array<int, 9>& counts = counts_[place.number];
  int& count = counts[static_cast<size_t>(place.level)];
  count = count == 0 ? start : count + 1;
  std::fill(counts.begin() + place.level + 1, counts.end(), 0);
  return count;
}

NodeId Lists::make_list(const ListPlace& place, NodeId parent, const ListLevel& level, int first) {
  const bool is_numbered = !is_bullet(level);
  const NodeId list = tree_.append_element(parent, is_numbered ? Tag::ol : Tag::ul, tree_.span(parent));
  const std::string_view type = type_of(level.format);
  if (!type.empty()) tree_.set_attribute(list, Attr::type, type);
  if (is_numbered && number_in(level.format, 1) == "一")
    tree_.set_attribute(list, Attr::style, "list-style-type: simp-chinese-informal");
  if (is_numbered && first != 1) tree_.set_attribute(list, Attr::start, std::to_string(first));
  open_.push_back({place.number, place.level, list, NodeId::none});
  return list;
}

void Lists::add(NodeId words, const ListPlace& place, NodeId parent) {
  const auto is_above = [&] { return !open_.empty() && open_.back().level > place.level; };
  while (is_above()) open_.pop_back();
  if (!open_.empty() && open_.back().level == place.level && open_.back().number != place.number)
    open_.pop_back();
  const ListLevel level = numbering_.level(place);
  const int count = next(place, level.start);
  if (open_.empty() || open_.back().level < place.level)
    make_list(place, open_.empty() ? parent : open_.back().item, level, count);
  Open& open = open_.back();
  open.item = tree_.append_element(open.list, Tag::li, tree_.span(words));
  tree_.move_children(words, open.item);
  if (!is_bullet(level) && !is_customary(level, place.level))
    tree_.set_attribute(open.item, Attr::style, "list-style-type: " + quoted(shown_number(place)));
}

std::string Lists::number(const ListPlace& place) {
  const ListLevel level = numbering_.level(place);
  if (is_bullet(level)) return {};
  next(place, level.start);
  const std::string text = shown_number(place);
  return text.empty() ? text : text + std::string(white_behind(text));
}

std::string Lists::shown_number(const ListPlace& place) const {
  const std::string pattern = numbering_.level(place).text;
  const std::array<int, 9>& counts = counts_.at(place.number);
  std::string text;
  for (size_t at = 0; at < pattern.size(); ++at) {
    const char digit = at + 1 < pattern.size() ? pattern[at + 1] : '\0';
    if (pattern[at] != '%' || digit < '1' || digit > '9') {
      text += pattern[at];
      continue;
    }
    const int shown = digit - '1';
    text += number_in(numbering_.level({place.number, shown}).format,
                      std::max(counts[static_cast<size_t>(shown)], 1));
    ++at;
  }
  return text;
}

}  // namespace pubbuild::docx
