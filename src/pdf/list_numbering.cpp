// The label of a list's first item → the ListNumbering of ISO 32000-1 §14.8.5.5.
#include "pdf/list_numbering.h"

#include <array>

namespace pubbuild::pdf {

namespace {

struct Bullet {
  std::string_view mark;
  std::string_view numbering;
};

constexpr std::array<Bullet, 13> bullets = {{
    {"•", "Disc"},
    {"●", "Disc"},
    {"·", "Disc"},
    {"・", "Disc"},
    {"-", "Disc"},
    {"–", "Disc"},
    {"—", "Disc"},
    {"◦", "Circle"},
    {"○", "Circle"},
    {"▪", "Square"},
    {"■", "Square"},
    {"◆", "Square"},
    {"□", "Square"},
}};

bool consists_of(std::string_view text, std::string_view letters) {
  return text.find_first_not_of(letters) == std::string_view::npos;
}

}  // namespace

std::string_view list_numbering(std::string_view label) {
  for (const Bullet& bullet : bullets) {
    if (label.find(bullet.mark) != std::string_view::npos) return bullet.numbering;
  }
  const size_t begin = label.find_first_not_of(" ([");
  if (begin == std::string_view::npos) return "None";
  const size_t end = label.find_first_of(" .)]:", begin);
  const std::string_view number = label.substr(begin, end == std::string_view::npos ? end : end - begin);
  if (consists_of(number, "ivxlcdm")) return "LowerRoman";
  if (consists_of(number, "IVXLCDM")) return "UpperRoman";
  if (number.size() == 1 && number[0] >= 'a' && number[0] <= 'z') return "LowerAlpha";
  if (number.size() == 1 && number[0] >= 'A' && number[0] <= 'Z') return "UpperAlpha";
  return "Decimal";
}

std::map<uint32_t, std::string_view> first_labels(const PagedDocument& document) {
  const std::vector<StructureElement>& elements = document.structure;
  const auto ancestor = [&](uint32_t element) {
    const uint32_t parent = static_cast<uint32_t>(elements[element].parent);
    return parent < element ? parent : element;
  };
  std::map<uint32_t, std::string_view> labels;
  for (const Page& page : document.pages) {
    for (const Item& item : page.items) {
      const TextItem* text = std::get_if<TextItem>(&item);
      if (text == nullptr) continue;
      const uint32_t element = static_cast<uint32_t>(text->structure);
      if (element >= elements.size() || elements[element].role != Role::label) continue;
      const uint32_t list = ancestor(ancestor(element));
      labels.emplace(list, text->actual_text ? std::string_view(*text->actual_text) : text->run.text);
    }
  }
  return labels;
}

}  // namespace pubbuild::pdf
