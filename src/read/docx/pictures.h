// Drawings of a Word document → where their pictures are, how large, and what they show.
#pragma once

#include <string>

#include "read/docx/package.h"

namespace pubbuild::docx {

struct DocumentPicture {
  std::string
      source;  // a data: address, or one outside of the document; empty for a drawing without a picture
  std::string alternative;
  std::string width;  // CSS: "4.2cm"; empty where the drawing does not say
};

// Of a w:drawing or w:pict in a part.
DocumentPicture picture_in(const tinyxml2::XMLElement& drawing, const std::string& part, Package& package);

// The first element of that name below; nullptr for none.
const tinyxml2::XMLElement* descendant(const tinyxml2::XMLElement& element, std::string_view name);

}  // namespace pubbuild::docx
