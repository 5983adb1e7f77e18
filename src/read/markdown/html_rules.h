// The rules for raw HTML: which elements stay, where they may stand, which attributes are safe.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostics.h"
#include "read/markdown/html_syntax.h"
#include "tree/tree.h"

namespace pubbuild::markdown {

enum class HtmlFate {
  element,   // becomes an element, of the tree's names or a div or span
  left_out,  // the tag goes, its content stays
  gone,      // the tag goes; it has no content
  gone_with_content,
};
HtmlFate fate_of(std::string_view name);
// The tag that stands for an HTML name; nothing for an unknown one.
std::optional<Tag> tag_for(std::string_view name);

// Elements whose end may be left unwritten (HTML Standard §13.1.2.4).
bool has_implied_end(Tag tag);
// Whether an opening tag ends an open element of `open`, and whether that is looked for beyond `open`.
bool ends_open(Tag opening, Tag open);
bool bars_ending(Tag opening, Tag open);

// What may stand in an element.
bool accepts_text(Tag parent);
bool accepts_blocks(const Tree& tree, NodeId parent);
bool accepts(const Tree& tree, NodeId parent, Tag child);
// li in ul and ol, td in tr …: elements that stand in certain parents only.
bool needs_other_parent(Tag child, Tag parent);

// Sets the attributes of `tag` that are known and safe on `element`; warns of the others. `begin` is where
// the tag begins in `source`.
void set_safe_attributes(Tree& tree, NodeId element, const HtmlTag& tag, Span span, Diagnostics& diagnostics);

bool is_remote(std::string_view address);

}  // namespace pubbuild::markdown
