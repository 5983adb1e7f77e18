// The frame of an XHTML file: declaration, root element and head.
#pragma once

#include <string_view>

#include "epub/xml.h"

namespace pubbuild {

struct XhtmlPage {
  std::string_view title;
  std::string_view language;
  std::string_view direction;  // "rtl", or empty
};

// Leaves the root element open; the body comes next.
void open_page(XmlWriter& xml, const XhtmlPage& frame);

}  // namespace pubbuild
