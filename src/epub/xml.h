// Elements, attributes and text → XML as bytes, whatever characters the text holds.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tinyxml2 {
class XMLPrinter;
}

namespace pubbuild {

// A title or name on one line: line ends and tabs become blanks, characters that XML cannot hold go, and so
// do blanks at the ends. Empty where nothing can be seen.
std::string plain_line(std::string_view text);

// Writes one XML document from its beginning to its end. Names must be literals: they are kept until closed.
// Values and texts lose what XML 1.0 cannot hold (§2.2: C0 controls, U+FFFE, U+FFFF).
class XmlWriter {
 public:
  // Indenting puts blanks between elements, which would show in XHTML.
  enum class Form { compact, indented };

  explicit XmlWriter(Form form);
  ~XmlWriter();

  void doctype_html();
  void open(const char* name);
  void attribute(const char* name, std::string_view value);
  void text(std::string_view text);
  void close();
  // For readers that take XHTML for HTML: `<span></span>`, where `<span/>` would never end.
  void close_with_end_tag();
  // An element that holds nothing but text.
  void element(const char* name, std::string_view text);
  std::string take();

 private:
  const Form form_;
  std::unique_ptr<tinyxml2::XMLPrinter> printer_;
  std::string cleaned_;  // keeps its memory from text to text
};

}  // namespace pubbuild
