// DrawingML (a:blip) and VML (v:imagedata).
#include "read/docx/pictures.h"

#include <charconv>

#include "read/markdown/links.h"

namespace pubbuild::docx {

namespace {

constexpr int64_t emu_per_hundredth_of_cm = 3600;

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve(bytes.size() * 4 / 3 + 4);
  for (size_t at = 0; at < bytes.size(); at += 3) {
    uint32_t bits = 0;
    for (size_t n = 0; n < 3; ++n)
      bits = bits << 8U | (at + n < bytes.size() ? static_cast<unsigned char>(bytes[at + n]) : 0U);
    for (size_t n = 0; n < 4; ++n) text += at + n <= bytes.size() ? digits[bits >> (18 - 6 * n) & 63U] : '=';
  }
  return text;
}

std::string width_of(const tinyxml2::XMLElement& drawing) {
  const tinyxml2::XMLElement* extent = descendant(drawing, "wp:extent");
  if (extent == nullptr) return {};
  const std::string_view written = attribute(*extent, "cx");
  int64_t emu = 0;
  std::from_chars(written.data(), written.data() + written.size(), emu);
  const int64_t hundredths = emu / emu_per_hundredth_of_cm;
  if (hundredths < 1 || hundredths > 100'000) return {};
  const std::string fraction = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (fraction.size() < 2 ? "0" : "") + fraction + "cm";
}

}  // namespace

const tinyxml2::XMLElement* descendant(const tinyxml2::XMLElement& element, std::string_view name) {
  for (const auto* each = element.FirstChildElement(); each != nullptr; each = each->NextSiblingElement()) {
    if (each->Name() == name) return each;
    if (const tinyxml2::XMLElement* found = descendant(*each, name)) return found;
  }
  return nullptr;
}

DocumentPicture picture_in(const tinyxml2::XMLElement& drawing, const std::string& part, Package& package) {
  DocumentPicture picture;
  std::string_view id;
  if (const tinyxml2::XMLElement* blip = descendant(drawing, "a:blip")) {
    id = attribute(*blip, "r:embed");
    if (id.empty()) id = attribute(*blip, "r:link");
  } else if (const tinyxml2::XMLElement* image = descendant(drawing, "v:imagedata")) {
    id = attribute(*image, "r:id");
  }
  if (id.empty()) return picture;
  const Package::Target target = package.target(part, id);
  const std::string bytes = target.is_external ? "" : package.bytes(target.name);
  picture.source = target.is_external
                       ? target.name
                       : "data:;name=" + markdown::percent_encoded(target.name) + ";base64," + base64(bytes);
  picture.width = width_of(drawing);
  if (const tinyxml2::XMLElement* about = descendant(drawing, "wp:docPr")) {
    picture.alternative = attribute(*about, "descr");
    if (picture.alternative.empty()) picture.alternative = attribute(*about, "title");
  }
  return picture;
}

}  // namespace pubbuild::docx
