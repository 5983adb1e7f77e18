// The element and attribute names of the tree: XHTML's, from fixed lists, so that no input can invent one.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pubbuild {

// clang-format off
#define PUBBUILD_TAGS(X)                                                                                          \
  X(html) X(head) X(title) X(body) X(article) X(section) X(header) X(footer) X(nav) X(aside) X(main)              \
  X(h1) X(h2) X(h3) X(h4) X(h5) X(h6) X(p) X(div) X(blockquote) X(pre) X(hr) X(address)                           \
  X(ul) X(ol) X(li) X(dl) X(dt) X(dd) X(figure) X(figcaption) X(details) X(summary)                               \
  X(table) X(caption) X(colgroup) X(col) X(thead) X(tbody) X(tfoot) X(tr) X(th) X(td)                             \
  X(a) X(em) X(strong) X(b) X(i) X(u) X(s) X(del) X(ins) X(small) X(cite) X(q) X(dfn) X(abbr) X(mark)             \
  X(code) X(kbd) X(samp) X(var) X(sub) X(sup) X(time) X(data) X(span) X(br) X(wbr) X(img)                         \
  X(ruby) X(rb) X(rt) X(rtc) X(rp) X(bdi) X(bdo)

#define PUBBUILD_ATTRIBUTES(X)                                                                                    \
  X(id) X(title) X(lang) X(dir) X(style) X(role) X(href) X(hreflang) X(rel) X(src) X(alt) X(width)                \
  X(height) X(colspan) X(rowspan) X(scope) X(headers) X(abbr) X(start) X(reversed) X(type) X(value) X(span)       \
  X(cite) X(datetime) X(align) X(open)
// clang-format on

enum class Tag : uint8_t {
#define X(name) name,
  PUBBUILD_TAGS(X)
#undef X
};

// `class_` is the attribute class; `epub_type` is epub:type; `data_key` the spelling that an index term is
// sorted by; `data_file` the file that a table's values stand in.
enum class Attr : uint8_t {
  class_,
  epub_type,
  aria_label,
  data_key,
  data_file,
#define X(name) name,
  PUBBUILD_ATTRIBUTES(X)
#undef X
};

std::string_view name_of(Tag tag);
std::string_view name_of(Attr attribute);
// Lower-case names; nothing for a name that is not in the list.
std::optional<Tag> tag_named(std::string_view name);
std::optional<Attr> attribute_named(std::string_view name);

// br, hr, img, col, wbr: never have children.
bool is_void(Tag tag);
// Lists, tables and their rows: they hold items, rows and cells, and no text.
bool holds_parts_only(Tag tag);
// Text-level elements: what may stand in a paragraph.
bool is_phrasing(Tag tag);

}  // namespace pubbuild
