// A tree written as markup, styled by a few rules of CSS, with what generation adds to it.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "generate/generate.h"
#include "markup.h"
#include "tree/dump.h"

namespace pubbuild {

class Page {
 public:
  Tree tree;
  Styles styles;
  Generated generated;

  Page(const std::string& css, std::string_view markup, Medium medium = Medium::print) {
    append_markup(tree, tree.root(), markup);
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add("test.css", css);
    styles = cascade(tree, read_styles(sources, {{file, Origin::theme}}, diagnostics), medium);
    REQUIRE_MESSAGE(diagnostics.all().empty(), as_text(diagnostics, sources));
    generated = generate(tree, styles, medium);
  }

  std::string markup() const { return markup_of(tree, tree.root()); }

  // The texts of all markers, in document order, with a blank between them.
  std::string markers() const {
    std::string texts;
    for (size_t node = 0; node < tree.size(); ++node) {
      const auto found = generated.markers.find(static_cast<NodeId>(node));
      if (found == generated.markers.end()) continue;
      texts += (texts.empty() ? "" : " ") + text_content(tree, found->second);
    }
    return texts;
  }
};

}  // namespace pubbuild
