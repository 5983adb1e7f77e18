// Style sheet → the CSS that goes into the EPUB: what paper alone can use taken out, the rest in the words
// that reading systems know.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "style/stylesheet.h"

namespace pubbuild {

// Of which pseudo-elements the text of the EPUB holds some as spans.
struct WrittenPseudos {
  bool before = false;
  bool after = false;
  bool marker = false;
  std::set<int> marker_widths = {};  // the rooms that markers before their items have, in em
  bool counts = true;                // whether reading systems have something to count besides list items
};

// What a marker that is written has room for, in em, with the white after it.
constexpr int least_marker_width = 2;
constexpr int most_marker_width = 8;
std::string class_of_marker_width(int em);

// The classes of these spans, and of the elements that they were written for. The marker's own span stands in
// the one that hangs it before the item.
constexpr std::string_view class_of_before = "pub-before";
constexpr std::string_view class_of_after = "pub-after";
constexpr std::string_view class_of_marker = "pub-marker";
constexpr std::string_view class_of_inside_marker = "pub-marker pub-inside";
constexpr std::string_view class_with_before = "pub-has-before";
constexpr std::string_view class_with_after = "pub-has-after";
constexpr std::string_view class_with_marker = "pub-has-marker";

// What is in the EPUB besides its style sheet.
struct EpubContents {
  WrittenPseudos written = {};
  // Lists of families, as a style sheet asks for them → the family of the fonts embedded for that list.
  std::map<std::vector<std::string>, std::string> embedded_families = {};
};

// Deterministic. Of base.css only what stands in `@media not print`; sizes follow the reader's text size.
// What speaks to pseudo-elements that are written speaks to their spans as well, and makes none again.
std::string css_for_reading_systems(const StyleSheet& sheet, const EpubContents& contents = {});

}  // namespace pubbuild
