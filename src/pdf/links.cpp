// Links and destinations → link annotations and the places they lead to (ISO 32000-1 §12.3.2 and §12.5.6.5).
#include "pdf/links.h"

#include <string_view>

#include "pdf/drawing.h"
#include "pdf/syntax.h"

namespace pubbuild::pdf {

namespace {

constexpr int print_flag = 4;  // §12.5.3: PDF/A and PDF/UA want annotations that print

bool stays_in_uri(char letter) {
  const bool is_alphanumeric = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') ||
                               (letter >= '0' && letter <= '9');
  return is_alphanumeric ||
         std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(letter) != std::string_view::npos;
}

// Empty where the link leads nowhere.
std::string action_of(const PagedDocument& document, const LinkItem& link,
                      const std::vector<ObjectId>& pages) {
  if (link.destination != DestinationId::none) {
    const std::string destination = destination_array(document, link.destination, pages);
    return destination.empty() ? destination : "<</S /GoTo /D " + destination + ">>";
  }
  if (link.uri.empty()) return {};
  return "<</S /URI /URI " + ascii_string(ascii_uri(link.uri)) + ">>";
}

std::string description_of(const PagedDocument& document, const LinkItem& link) {
  if (!link.description.empty()) return link.description;
  if (!link.uri.empty()) return link.uri;
  return document.pages[document.destinations[static_cast<size_t>(link.destination)].page].folio;
}

}  // namespace

std::string destination_array(const PagedDocument& document, DestinationId destination,
                              const std::vector<ObjectId>& pages) {
  const size_t index = static_cast<size_t>(destination);
  if (index >= document.destinations.size()) return {};
  const Destination& place = document.destinations[index];
  if (place.page >= pages.size()) return {};
  std::string out = "[" + reference(pages[place.page]) + " /XYZ ";
  append_length(out, place.at.x);
  out += ' ';
  append_length(out, document.pages[place.page].size.height - place.at.y);
  return out += " null]";
}

std::string ascii_uri(std::string_view uri) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char letter : uri) {
    if (stays_in_uri(letter)) {
      out += letter;
      continue;
    }
    const uint8_t byte = static_cast<uint8_t>(letter);
    out += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return out;
}

std::string add_links(ObjectStore& store, const PagedDocument& document, uint32_t page,
                      const std::vector<ObjectId>& pages, StructureTree& structure) {
  const PageSpace space(document.pages[page].size.height);
  std::string annotations;
  for (const Item& item : document.pages[page].items) {
    const LinkItem* link = std::get_if<LinkItem>(&item);
    if (link == nullptr) continue;
    const std::string action = action_of(document, *link, pages);
    if (action.empty()) continue;
    const ObjectId annotation = store.add();
    std::string body = "/Type /Annot /Subtype /Link /Border [0 0 0] /F " + integer(print_flag) + " /Rect [" +
                       space.box(link->area) + "] /P " + reference(pages[page]) + " /A " + action +
                       " /Contents " + text_string(description_of(document, *link));
    if (structure.has(link->structure)) {
      body += " /StructParent " + integer(structure.add_annotation(link->structure, page, annotation));
    } else {
      structure.add_stray_annotation();
    }
    store.set(annotation, std::move(body));
    annotations += reference(annotation) + " ";
  }
  return annotations;
}

}  // namespace pubbuild::pdf
