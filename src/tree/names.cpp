// Element and attribute names ↔ their enumerators.
#include "tree/names.h"

#include <array>
#include <unordered_map>

namespace pubbuild {

namespace {

constexpr std::string_view tag_names[] = {
#define X(name) #name,
    PUBBUILD_TAGS(X)
#undef X
};

constexpr std::string_view attribute_names[] = {"class",
                                                "epub:type",
                                                "aria-label",
                                                "data-key",
                                                "data-file",
#define X(name) #name,
                                                PUBBUILD_ATTRIBUTES(X)
#undef X
};

template <typename Name, size_t count>
std::unordered_map<std::string_view, Name> index_of(const std::string_view (&names)[count]) {
  std::unordered_map<std::string_view, Name> index;
  for (size_t at = 0; at < count; ++at) index.emplace(names[at], static_cast<Name>(at));
  return index;
}

template <typename Name>
std::optional<Name> find(const std::unordered_map<std::string_view, Name>& index, std::string_view name) {
  const auto found = index.find(name);
  if (found == index.end()) return std::nullopt;
  return found->second;
}

}  // namespace

std::string_view name_of(Tag tag) {
  return tag_names[static_cast<size_t>(tag)];
}

std::string_view name_of(Attr attribute) {
  return attribute_names[static_cast<size_t>(attribute)];
}

std::optional<Tag> tag_named(std::string_view name) {
  static const auto index = index_of<Tag>(tag_names);
  return find(index, name);
}

std::optional<Attr> attribute_named(std::string_view name) {
  static const auto index = index_of<Attr>(attribute_names);
  return find(index, name);
}

bool is_void(Tag tag) {
  return tag == Tag::br || tag == Tag::hr || tag == Tag::img || tag == Tag::col || tag == Tag::wbr;
}

bool holds_parts_only(Tag tag) {
  switch (tag) {
    case Tag::ul:
    case Tag::ol:
    case Tag::dl:
    case Tag::table:
    case Tag::colgroup:
    case Tag::thead:
    case Tag::tbody:
    case Tag::tfoot:
    case Tag::tr:
      return true;
    default:
      return false;
  }
}

// The lists in names.h stand in the order document, blocks, tables, then text-level elements from `a` on.
bool is_phrasing(Tag tag) {
  return tag >= Tag::a;
}

}  // namespace pubbuild
