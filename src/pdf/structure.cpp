// The logical structure of a document and what pages show of it → the structure tree of a PDF
// (ISO 32000-1 §14.7 and §14.8, PDF/UA-1).
#include "pdf/structure.h"

#include <algorithm>

#include "pdf/list_numbering.h"
#include "pdf/syntax.h"

namespace pubbuild::pdf {

namespace {

constexpr uint32_t index_of(StructureId element) {
  return static_cast<uint32_t>(element);
}

bool is_cell(Role role) {
  return role == Role::table_header_cell || role == Role::table_data_cell;
}

// 1 to 6; 0 for what is no heading.
int heading_level(Role role) {
  if (role < Role::heading1 || role > Role::heading6) return 0;
  return static_cast<int>(role) - static_cast<int>(Role::heading1) + 1;
}

std::string note_id(uint32_t element) {
  // Names in a tree are sorted as strings: all have the same length.
  std::string digits = integer(element);
  return "(note-" + std::string(10 - digits.size(), '0') + digits + ")";
}

}  // namespace

std::string_view name_of(Role role) {
  switch (role) {
    case Role::document:
      return "Document";
    case Role::article:
      return "Art";
    case Role::section:
      return "Sect";
    case Role::division:
      return "Div";
    case Role::paragraph:
      return "P";
    case Role::heading1:
      return "H1";
    case Role::heading2:
      return "H2";
    case Role::heading3:
      return "H3";
    case Role::heading4:
      return "H4";
    case Role::heading5:
      return "H5";
    case Role::heading6:
      return "H6";
    case Role::block_quote:
      return "BlockQuote";
    case Role::list:
      return "L";
    case Role::list_item:
      return "LI";
    case Role::label:
      return "Lbl";
    case Role::list_body:
      return "LBody";
    case Role::table:
      return "Table";
    case Role::table_head:
      return "THead";
    case Role::table_body:
      return "TBody";
    case Role::table_row:
      return "TR";
    case Role::table_header_cell:
      return "TH";
    case Role::table_data_cell:
      return "TD";
    case Role::caption:
      return "Caption";
    case Role::figure:
      return "Figure";
    case Role::note:
      return "Note";
    case Role::reference:
      return "Reference";
    case Role::link:
      return "Link";
    case Role::code:
      return "Code";
    case Role::quote:
      return "Quote";
    case Role::span:
      return "Span";
    case Role::ruby:
      return "Ruby";
    case Role::ruby_base:
      return "RB";
    case Role::ruby_text:
      return "RT";
    case Role::warichu:
      return "Warichu";
    case Role::warichu_text:
      return "WT";
  }
  return "NonStruct";
}

StructureTree::StructureTree(const PagedDocument& document)
    : elements_(document.structure),
      nodes_(document.structure.size()),
      contents_of_page_(document.pages.size()),
      first_label_of_list_(first_labels(document)) {}

// Parents stand before their children, so that no element is its own ancestor.
bool StructureTree::has_parent(uint32_t element) const {
  return index_of(elements_[element].parent) < element;
}

// An element whose content is shown takes its place among its parent's kids, and so do its ancestors.
void StructureTree::use(uint32_t element) {
  while (!nodes_[element].is_used) {
    nodes_[element].is_used = true;
    const Kid kid{KidKind::element, 0, element};
    if (!has_parent(element)) {
      top_.push_back(kid);
      return;
    }
    const uint32_t parent = index_of(elements_[element].parent);
    nodes_[parent].kids.push_back(kid);
    element = parent;
  }
}

uint32_t StructureTree::add_content(StructureId element, uint32_t page) {
  const uint32_t index = index_of(element);
  use(index);
  const uint32_t number = static_cast<uint32_t>(contents_of_page_[page].size());
  contents_of_page_[page].push_back(index);
  nodes_[index].kids.push_back({KidKind::content, page, number});
  return number;
}

void StructureTree::add_box(StructureId element, std::string box) {
  boxes_.emplace(index_of(element), std::move(box));
}

// The keys of annotations follow those of the pages.
uint32_t StructureTree::add_annotation(StructureId element, uint32_t page, ObjectId annotation) {
  const uint32_t index = index_of(element);
  use(index);
  nodes_[index].kids.push_back({KidKind::annotation, page, static_cast<uint32_t>(annotation)});
  annotations_.push_back(index);
  return static_cast<uint32_t>(contents_of_page_.size() + annotations_.size() - 1);
}

// A cell that shows nothing still holds its column's place.
void StructureTree::use_empty_cells() {
  for (uint32_t i = 0; i < elements_.size(); ++i) {
    if (is_cell(elements_[i].role) && has_parent(i) && nodes_[index_of(elements_[i].parent)].is_used) use(i);
  }
}

// Elements were noted as pages showed them: a footnote ahead of what follows on the next page. Among
// themselves they take the order of the document; pieces of content stay where they are.
void StructureTree::sort_elements(std::vector<Kid>& kids) {
  std::vector<uint32_t> numbers;
  for (const Kid& kid : kids) {
    if (kid.kind == KidKind::element) numbers.push_back(kid.number);
  }
  std::sort(numbers.begin(), numbers.end());
  auto next = numbers.begin();
  for (Kid& kid : kids) {
    if (kid.kind == KidKind::element) kid.number = *next++;
  }
}

std::string StructureTree::kids_of(const std::vector<Kid>& kids, const std::vector<ObjectId>& pages) const {
  std::string out = "/K [";
  for (const Kid& kid : kids) {
    switch (kid.kind) {
      case KidKind::element:
        out += reference(nodes_[kid.number].object);
        break;
      case KidKind::content:
        out += "<</Type /MCR /Pg " + reference(pages[kid.page]) + " /MCID " + integer(kid.number) + ">>";
        break;
      case KidKind::annotation:
        out += "<</Type /OBJR /Pg " + reference(pages[kid.page]) + " /Obj " +
               reference(static_cast<ObjectId>(kid.number)) + ">>";
        break;
    }
    out += '\n';
  }
  return out += ']';
}

std::string_view StructureTree::numbering_of(uint32_t list) const {
  const auto label = first_label_of_list_.find(list);
  return label != first_label_of_list_.end() ? list_numbering(label->second) : "None";
}

// §14.8.5.
std::string StructureTree::attributes_of(uint32_t index) const {
  const StructureElement& element = elements_[index];
  if (element.role == Role::list) {
    return "/A <</O /List /ListNumbering /" + std::string(numbering_of(index)) + ">> ";
  }
  if (element.role == Role::figure) {
    const auto box = boxes_.find(index);
    if (box == boxes_.end()) return {};
    return "/A <</O /Layout /Placement /Block /BBox [" + box->second + "]>> ";
  }
  if (!is_cell(element.role)) return {};
  std::string out;
  if (element.role == Role::table_header_cell) {
    const bool heads_row =
        has_parent(index) && has_parent(index_of(element.parent)) &&
        elements_[index_of(elements_[index_of(element.parent)].parent)].role == Role::table_body;
    out += heads_row ? "/Scope /Row " : "/Scope /Column ";
  }
  if (element.column_span > 1) out += "/ColSpan " + integer(element.column_span) + " ";
  if (element.row_span > 1) out += "/RowSpan " + integer(element.row_span) + " ";
  return out.empty() ? out : "/A <</O /Table " + out + ">> ";
}

std::string StructureTree::body_of(uint32_t index, ObjectId root, const std::vector<ObjectId>& pages) const {
  const StructureElement& element = elements_[index];
  const ObjectId parent = has_parent(index) ? nodes_[index_of(element.parent)].object : root;
  std::string body = "/Type /StructElem /S /";
  body += name_of(element.role);
  body += " /P " + reference(parent) + " ";
  if (!element.lang.empty()) body += "/Lang " + ascii_string(element.lang) + " ";
  if (!element.alt.empty()) body += "/Alt " + text_string(element.alt) + " ";
  if (element.role == Role::note) body += "/ID " + note_id(index) + " ";
  return body + attributes_of(index) + kids_of(nodes_[index].kids, pages);
}

// §14.7.4.4: pages lead to the elements of their pieces, annotations to theirs.
std::string StructureTree::parent_tree() const {
  std::string out = "/Nums [";
  int64_t key = 0;
  for (const std::vector<uint32_t>& contents : contents_of_page_) {
    out += integer(key++) + " [";
    for (const uint32_t element : contents) out += reference(nodes_[element].object) + " ";
    out += "]\n";
  }
  for (const uint32_t element : annotations_) {
    out += integer(key++) + " " + reference(nodes_[element].object) + "\n";
  }
  return out += ']';
}

// Empty where no element has an identifier.
std::string StructureTree::id_tree() const {
  std::string names;
  for (uint32_t i = 0; i < elements_.size(); ++i) {
    if (elements_[i].role != Role::note || !nodes_[i].is_used) continue;
    names += note_id(i) + " " + reference(nodes_[i].object) + "\n";
  }
  return names.empty() ? names : "/Names [" + names + "]";
}

ObjectId StructureTree::write(ObjectStore& store, const std::vector<ObjectId>& pages) {
  use_empty_cells();
  const ObjectId root = store.add();
  for (Node& node : nodes_) {
    if (!node.is_used) continue;
    node.object = store.add();
    sort_elements(node.kids);
  }
  sort_elements(top_);
  for (uint32_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].is_used) store.set(nodes_[i].object, body_of(i, root, pages));
  }
  std::string body = "/Type /StructTreeRoot " + kids_of(top_, pages) + " /ParentTree " +
                     reference(store.add(parent_tree())) + " /ParentTreeNextKey " +
                     integer(static_cast<int64_t>(contents_of_page_.size() + annotations_.size()));
  if (std::string ids = id_tree(); !ids.empty()) body += " /IDTree " + reference(store.add(std::move(ids)));
  store.set(root, std::move(body));
  return root;
}

bool StructureTree::is_accessible() const {
  if (is_empty() || has_stray_annotation_) return false;
  int deepest_allowed = 1;
  for (uint32_t i = 0; i < elements_.size(); ++i) {
    if (!nodes_[i].is_used) continue;
    const StructureElement& element = elements_[i];
    if (element.role == Role::figure && element.alt.empty()) return false;
    const int level = heading_level(element.role);
    if (level > deepest_allowed) return false;
    if (level > 0) deepest_allowed = level + 1;
  }
  return std::all_of(annotations_.begin(), annotations_.end(),
                     [&](uint32_t element) { return elements_[element].role == Role::link; });
}

}  // namespace pubbuild::pdf
