// Guesses page numbers and writes them.
#include "generate/page_references.h"

namespace pubbuild {

namespace {

// What a page of a book holds, in bytes of text: some 700 Han characters.
constexpr size_t bytes_of_page = 2000;

std::string text_of(const PageReference& reference, const PageNumbers& numbers, const CounterStyles& styles) {
  if (reference.kind == PageReference::Kind::pages)
    return counter_text(numbers.pages, reference.style, styles);
  const auto page = numbers.of.find(reference.target);
  return page == numbers.of.end() ? std::string() : counter_text(page->second, reference.style, styles);
}

// Counts the bytes before each element that is referred to.
class Guess {
 public:
  Guess(const Tree& tree, const std::vector<PageReference>& references) : tree_(tree) {
    for (const PageReference& reference : references) numbers_.of.emplace(reference.target, 0);
  }

  PageNumbers run() {
    visit(tree_.root());
    numbers_.pages = page();
    return std::move(numbers_);
  }

 private:
  int32_t page() const { return static_cast<int32_t>(1 + bytes_ / bytes_of_page); }

  // Recursion is as deep as the tree, whose depth the reader caps.
  void visit(NodeId node) {
    if (const auto target = numbers_.of.find(node); target != numbers_.of.end()) target->second = page();
    if (tree_.is_text(node)) {
      bytes_ += tree_.text(node).size();
      return;
    }
    for (const NodeId child : children(tree_, node)) visit(child);
  }

  const Tree& tree_;
  PageNumbers numbers_;
  size_t bytes_ = 0;
};

}  // namespace

PageNumbers guess_page_numbers(const Tree& tree, const std::vector<PageReference>& references) {
  return Guess(tree, references).run();
}

std::vector<const PageReference*> write_page_numbers(Tree& tree, const std::vector<PageReference>& references,
                                                     const PageNumbers& numbers,
                                                     const CounterStyles& styles) {
  std::vector<const PageReference*> changed;
  for (const PageReference& reference : references) {
    const std::string text = text_of(reference, numbers, styles);
    if (tree.text(reference.text) == text) continue;
    tree.set_text(reference.text, text);
    changed.push_back(&reference);
  }
  return changed;
}

}  // namespace pubbuild
