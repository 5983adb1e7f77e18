// Page numbers, once pages are laid out → the texts that refer to pages.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "style/counter_styles.h"
#include "tree/tree.h"

namespace pubbuild {

// A text that is the number of the page where `target` stands (the text itself, where it shows its own page),
// or of all pages.
struct PageReference {
  enum class Kind : uint8_t { page, pages };
  Kind kind = Kind::page;
  NodeId text = NodeId::none;
  NodeId target = NodeId::none;
  NodeId element = NodeId::none;  // of the author, that the text was made for
  std::string style;              // a counter style
};

// What layout found out.
struct PageNumbers {
  std::unordered_map<NodeId, int32_t> of;  // element → the page counter where it begins
  int32_t pages = 0;
};

// Guesses from the length of the text, so that the first layout leaves as much room as the numbers will take.
PageNumbers guess_page_numbers(const Tree& tree, const std::vector<PageReference>& references);

// Writes the numbers into the texts; a target without a page gets none. Gives the references whose text
// became another one.
std::vector<const PageReference*> write_page_numbers(Tree& tree, const std::vector<PageReference>& references,
                                                     const PageNumbers& numbers, const CounterStyles& styles);

}  // namespace pubbuild
