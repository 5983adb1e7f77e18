// The frame of an XHTML file: declaration, root element and head.
#pragma once

#include <string_view>

#include "epub/xml.h"

namespace pubbuild {

struct PageFrame {
  std::string_view title;
  std::string_view language;
  std::string_view direction;  // "rtl", or empty
};

// Leaves the root element open; the body comes next.
void open_page(XmlWriter& xml, const PageFrame& frame);

}  // namespace pubbuild
