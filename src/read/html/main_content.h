// A whole page → the part of it that is the article.
#pragma once

#include <map>

#include "read/html/document.h"

namespace pubbuild::html {

// How much text stands below each element of a page, sentences outside links counting most.
class TextWeights {
 public:
  explicit TextWeights(const GumboNode& body);

  size_t of(const GumboNode& node) const;
  // Menus, forms, comments, what a page has around and between the paragraphs of its article. It is told by
  // the names of elements and of their classes and ids; what holds most of the page's text is none.
  bool is_chrome(const GumboNode& node) const;

 private:
  const GumboNode& body_;
  std::map<const GumboNode*, size_t> weights_;
};

// The element that holds most of the sentences of the page's body: what CMSes are known to call it, else the
// innermost that holds three quarters of them.
const GumboNode& main_content(const GumboNode& body, const TextWeights& weights);

}  // namespace pubbuild::html
