// Writes what all XHTML files of an EPUB begin with.
#include "epub/xhtml_page.h"

namespace pubbuild {

void open_page(XmlWriter& xml, const XhtmlPage& frame) {
  xml.doctype_html();
  xml.open("html");
  xml.attribute("xmlns", "http://www.w3.org/1999/xhtml");
  xml.attribute("xmlns:epub", "http://www.idpf.org/2007/ops");
  xml.attribute("lang", frame.language);
  xml.attribute("xml:lang", frame.language);
  if (!frame.direction.empty()) xml.attribute("dir", frame.direction);
  xml.open("head");
  xml.element("title", frame.title);
  xml.open("link");
  xml.attribute("rel", "stylesheet");
  xml.attribute("type", "text/css");
  xml.attribute("href", "style.css");
  xml.close();
  xml.close();
}

}  // namespace pubbuild
