// Lays out, looks where everything stands, writes the numbers, and lays out again.
#include "settled_layout.h"

#include <algorithm>
#include <string_view>

namespace pubbuild {

namespace {

// A contents list that grows pushes what it lists; when its numbers have their widths, a second and a third
// layout put all in place.
constexpr int most_rounds = 3;

// Where the element of this id stands; nothing for one that stands on no page.
const Page* page_of(const PagedDocument& document, std::string_view id) {
  const auto name = std::ranges::lower_bound(document.names, id, {}, &NamedDestination::id);
  if (name == document.names.end() || name->id != id) return nullptr;
  return &document.pages[document.destinations[static_cast<size_t>(name->destination)].page];
}

// Texts that show the number of their own page are found by what was drawn of them.
void find_own_pages(const PagedDocument& document, PageNumbers& numbers) {
  for (const Page& page : document.pages) {
    for (const Item& item : page.items) {
      const auto* text = std::get_if<TextItem>(&item);
      if (text == nullptr) continue;
      const auto own = numbers.of.find(text->position.node);
      if (own != numbers.of.end() && own->second == 0) own->second = page.number;
    }
  }
}

PageNumbers numbers_of(const PagedDocument& document, const Tree& tree,
                       const std::vector<PageReference>& references) {
  PageNumbers own;
  PageNumbers numbers;
  numbers.pages = static_cast<int32_t>(document.pages.size());
  for (const PageReference& reference : references) {
    if (reference.target == reference.text) {
      own.of[reference.text] = 0;
      continue;
    }
    const Page* page = page_of(document, tree.attribute(reference.target, Attr::id));
    if (page != nullptr) numbers.of[reference.target] = page->number;
  }
  if (own.of.empty()) return numbers;
  find_own_pages(document, own);
  numbers.of.merge(own.of);
  return numbers;
}

void report_unsettled(const Tree& tree, const PageReference& reference, Diagnostics& diagnostics) {
  diagnostics.warning("pages-unsettled", tree.span(reference.element),
                      "a page number printed here may be wrong: the pages change with the numbers in them",
                      "leave the same room for the number whatever it is");
}

}  // namespace

PagedDocument lay_out_settled(const LayoutInput& input, Tree& tree, const Generated& generated, Fonts& fonts,
                              const Sources& sources, Diagnostics& diagnostics) {
  const std::vector<PageReference>& references = generated.page_references;
  for (int round = 1;; ++round) {
    Diagnostics said;
    PagedDocument document = lay_out(input, fonts, sources, said);
    const auto changed = write_page_numbers(tree, references, numbers_of(document, tree, references),
                                            input.styles.counter_styles());
    if (!changed.empty() && round < most_rounds) continue;
    diagnostics.append(std::move(said));
    if (!changed.empty()) report_unsettled(tree, *changed.front(), diagnostics);
    return document;
  }
}

}  // namespace pubbuild
