// First blocks in blocks → forced breaks and names of pages.
#include "layout/page_leads.h"

#include "layout/block_flow.h"

namespace pubbuild {

namespace {

bool is_side(Break kind) {
  return kind == Break::left || kind == Break::right || kind == Break::recto || kind == Break::verso;
}

bool makes_line(const LayoutDocument& document, NodeId node) {
  const Tree& tree = document.tree();
  if (tree.is_element(node)) return document.style(node).display != Display::none;
  return tree.text(node).find_first_not_of(" \t\r\n\f") != std::string_view::npos;
}

// NodeId::none where lines come first, or nothing.
NodeId first_block_in(const LayoutDocument& document, NodeId block) {
  const Display display = document.style(block).display;
  if (display != Display::block && display != Display::list_item) return NodeId::none;
  const Tree& tree = document.tree();
  for (const NodeId child : children(tree, block)) {
    const bool is_block = tree.is_element(child) && is_block_level(document.style(child));
    if (is_block && document.style(child).float_ != Float::none) continue;
    if (is_block) return child;
    if (makes_line(document, child)) return NodeId::none;
  }
  return NodeId::none;
}

}  // namespace

bool forces_break(Break value) {
  return value == Break::page || is_side(value);
}

Break combined_break(Break earlier, Break later) {
  if (is_side(later)) return later;
  if (is_side(earlier)) return earlier;
  return forces_break(later) ? later : earlier;
}

PageLead page_lead(const LayoutDocument& document, NodeId block, std::string_view page) {
  PageLead lead{Break::auto_, page, false, 0};
  for (NodeId node = block; node != NodeId::none; node = first_block_in(document, node)) {
    const ComputedStyle& style = document.style(node);
    if (forces_break(style.break_before)) lead.forced = combined_break(lead.forced, style.break_before);
    lead.blocks += node != block;
    if (style.page.empty()) continue;
    lead.page = style.page;
    lead.names_page = true;
  }
  return lead;
}

bool make_lines(const LayoutDocument& document, NodeId first, NodeId end) {
  for (NodeId node = first; node != end && node != NodeId::none; node = document.tree().next(node)) {
    if (makes_line(document, node)) return true;
  }
  return false;
}

}  // namespace pubbuild
