// Elements, attributes and text → XML, written with tinyxml2's printer.
#include "epub/xml.h"

#include <tinyxml2.h>

#include <cstdint>

#include "base/utf8.h"

namespace pubbuild {

namespace {

bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

bool is_clean(std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<uint8_t>(text[at]);
    if (byte < 0x20 && byte != '\t' && byte != '\n') return false;
    if (byte == 0xEF && text.substr(at + 1, 1) == "\xBF") {
      const std::string_view last = text.substr(at + 2, 1);
      if (last == "\xBE" || last == "\xBF") return false;
    }
  }
  return true;
}

void append_clean(std::string& out, std::string_view text) {
  if (is_clean(text)) {
    out += text;
    return;
  }
  for (size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (c == '\r') {
      if (text.substr(at, 1) != "\n") out += '\n';
    } else if (is_xml_character(c)) {
      utf8::append(out, c);
    }
  }
}

}  // namespace

std::string plain_line(std::string_view text) {
  std::string line;
  append_clean(line, text);
  for (char& c : line) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  const size_t begin = line.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return line.substr(begin, line.find_last_not_of(' ') + 1 - begin);
}

XmlWriter::XmlWriter(Form form)
    : form_(form), printer_(std::make_unique<tinyxml2::XMLPrinter>(nullptr, form == Form::compact)) {
  printer_->PushDeclaration("xml version=\"1.0\" encoding=\"UTF-8\"");
}

XmlWriter::~XmlWriter() = default;

void XmlWriter::doctype_html() {
  printer_->PushUnknown("DOCTYPE html");
}

void XmlWriter::open(const char* name) {
  printer_->OpenElement(name, form_ == Form::compact);
}

void XmlWriter::attribute(const char* name, std::string_view value) {
  cleaned_.clear();
  append_clean(cleaned_, value);
  printer_->PushAttribute(name, cleaned_.c_str());
}

void XmlWriter::text(std::string_view text) {
  cleaned_.clear();
  append_clean(cleaned_, text);
  printer_->PushText(cleaned_.c_str());
}

void XmlWriter::close() {
  printer_->CloseElement(form_ == Form::compact);
}

void XmlWriter::close_with_end_tag() {
  printer_->PushText("");
  printer_->CloseElement(form_ == Form::compact);
}

void XmlWriter::element(const char* name, std::string_view text) {
  open(name);
  this->text(text);
  close();
}

std::string XmlWriter::take() {
  return std::string(printer_->CStr(), static_cast<size_t>(printer_->CStrSize()) - 1);
}

}  // namespace pubbuild
