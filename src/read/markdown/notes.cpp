// Footnotes → an aside each, and a link where one is referred to.
#include "read/markdown/notes.h"

namespace pubbuild::markdown {

NodeId make_note(Reading& reading, std::string_view label, Span span) {
  const NodeId aside = reading.tree.make_element(Tag::aside, span);
  reading.tree.set_attribute(aside, Attr::class_, "footnote");
  reading.tree.set_attribute(aside, Attr::id, "fn:" + std::string(label));
  reading.tree.set_attribute(aside, Attr::epub_type, "footnote");
  reading.tree.set_attribute(aside, Attr::role, "doc-footnote");
  reading.notes.push_back(aside);
  return aside;
}

NodeId make_note_mark(Reading& reading, std::string_view label, Span span) {
  const NodeId mark = reading.tree.make_element(Tag::a, span);
  reading.tree.set_attribute(mark, Attr::class_, "footnote-ref");
  reading.tree.set_attribute(mark, Attr::href, "#fn:" + std::string(label));
  reading.tree.set_attribute(mark, Attr::epub_type, "noteref");
  reading.tree.set_attribute(mark, Attr::role, "doc-noteref");
  return mark;
}

void report_empty_note(Reading& reading, Span span) {
  reading.diagnostics.warning("note-empty", span, "this footnote has no text",
                              "write what it says, or delete it and what refers to it");
}

}  // namespace pubbuild::markdown
