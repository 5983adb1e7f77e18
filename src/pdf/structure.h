// The logical structure of a document and what pages show of it → the structure tree of a PDF
// (ISO 32000-1 §14.7 and §14.8, PDF/UA-1).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "page/pages.h"
#include "pdf/object_store.h"

namespace pubbuild::pdf {

// The name of a role as structure type and as tag of marked content: "H1".
std::string_view name_of(Role role);

class StructureTree {
 public:
  explicit StructureTree(const PagedDocument& document);

  bool is_empty() const { return elements_.empty(); }
  // The element exists; everything else is an artifact.
  bool has(StructureId element) const { return static_cast<size_t>(element) < elements_.size(); }
  Role role(StructureId element) const { return elements_[static_cast<size_t>(element)].role; }

  // The identifier within its page for the next piece of the element's content.
  uint32_t add_content(StructureId element, uint32_t page);
  // A figure's box on its page, as "x y x y"; the first one counts.
  void add_box(StructureId element, std::string box);
  // The key of a link annotation in the parent tree.
  uint32_t add_annotation(StructureId element, uint32_t page, ObjectId annotation);

  // An annotation of no element: then the document is not accessible.
  void add_stray_annotation() { has_stray_annotation_ = true; }

  // The StructTreeRoot. To be called when all pages are written.
  ObjectId write(ObjectStore& store, const std::vector<ObjectId>& pages);
  // What PDF/UA-1 asks of the structure is there: alternative texts, headings that skip no level, links in
  // Link elements. Valid after write().
  bool is_accessible() const;

 private:
  enum class KidKind : uint8_t { element, content, annotation };
  struct Kid {
    KidKind kind = KidKind::element;
    uint32_t page = 0;
    uint32_t number =
        0;  // an element, an identifier within the page, or the number of an annotation's object
  };
  // What is known of an element while pages are written.
  struct Node {
    bool is_used = false;
    std::vector<Kid> kids;
    ObjectId object = ObjectId::none;
  };

  bool has_parent(uint32_t element) const;
  void use(uint32_t element);
  void use_empty_cells();
  void sort_elements(std::vector<Kid>& kids);
  std::string kids_of(const std::vector<Kid>& kids, const std::vector<ObjectId>& pages) const;
  std::string body_of(uint32_t index, ObjectId root, const std::vector<ObjectId>& pages) const;
  std::string attributes_of(uint32_t index) const;
  std::string_view numbering_of(uint32_t list) const;
  std::string parent_tree() const;
  std::string id_tree() const;

  const std::vector<StructureElement>& elements_;
  std::vector<Node> nodes_;
  std::vector<Kid> top_;
  std::vector<std::vector<uint32_t>> contents_of_page_;  // the element of each identifier
  std::vector<uint32_t> annotations_;                    // the element of each annotation
  std::map<uint32_t, std::string> boxes_;                // of figures
  std::map<uint32_t, std::string_view> first_label_of_list_;
  bool has_stray_annotation_ = false;
};

}  // namespace pubbuild::pdf
