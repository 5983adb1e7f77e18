// Reads chapters in the order of the spine, and both tables of contents.
#include "told_by_epub.h"

#include <doctest/doctest.h>
#include <tinyxml2.h>

#include <map>
#include <set>
#include <string_view>

#include "base/utf8.h"
#include "epub/opened_epub.h"

namespace pubbuild::test {

namespace {

using tinyxml2::XMLElement;
using tinyxml2::XMLNode;

const std::set<std::string> block_names = {
    "p",          "h1",    "h2",      "h3",  "h4",     "h5",      "h6",      "li",         "td",
    "th",         "dt",    "dd",      "pre", "div",    "ul",      "ol",      "table",      "figure",
    "figcaption", "aside", "caption", "hr",  "header", "section", "article", "blockquote", "dl"};

std::string attribute(const XMLElement& element, const char* name) {
  const char* value = element.Attribute(name);
  return value == nullptr ? "" : value;
}

// tinyxml2 drops text that is nothing but blanks, unless it is written as a reference.
void parse(tinyxml2::XMLDocument& document, std::string xml) {
  for (size_t at = xml.find("> <"); at != std::string::npos; at = xml.find("> <", at)) {
    xml.replace(at, 3, ">&#32;<");
  }
  REQUIRE(document.Parse(xml.data(), xml.size()) == tinyxml2::XML_SUCCESS);
}

const XMLElement* find(const XMLNode& within, std::string_view name, std::string_view type = "") {
  for (const XMLElement* child = within.FirstChildElement(); child != nullptr;
       child = child->NextSiblingElement()) {
    if (child->Name() == name && (type.empty() || attribute(*child, "epub:type") == type)) return child;
    if (const XMLElement* found = find(*child, name, type)) return found;
  }
  return nullptr;
}

std::string text_of(const XMLNode& node) {
  if (const tinyxml2::XMLText* text = node.ToText()) return text->Value();
  std::string all;
  for (const XMLNode* child = node.FirstChild(); child != nullptr; child = child->NextSibling()) {
    all += text_of(*child);
  }
  return all;
}

void add_nav_list(const XMLElement& list, const std::string& indent, std::vector<std::string>& headings) {
  for (const XMLElement* item = list.FirstChildElement("li"); item != nullptr;
       item = item->NextSiblingElement("li")) {
    headings.push_back(indent + text_of(*item->FirstChildElement()));
    if (const XMLElement* inner = item->FirstChildElement("ol"))
      add_nav_list(*inner, indent + "  ", headings);
  }
}

void add_ncx_points(const XMLElement& within, const std::string& indent, std::vector<std::string>& headings) {
  for (const XMLElement* point = within.FirstChildElement("navPoint"); point != nullptr;
       point = point->NextSiblingElement("navPoint")) {
    headings.push_back(indent + text_of(*point->FirstChildElement("navLabel")->FirstChildElement("text")));
    add_ncx_points(*point, indent + "  ", headings);
  }
}

std::vector<std::string> nav_list(const XMLNode& nav, std::string_view type) {
  std::vector<std::string> entries;
  const XMLElement* found = find(nav, "nav", type);
  REQUIRE(found != nullptr);
  add_nav_list(*found->FirstChildElement("ol"), "", entries);
  return entries;
}

class ChapterReader {
 public:
  explicit ChapterReader(ToldByEpub& told) : told_(told) {}

  void read(const XMLElement& body) {
    visit_children(body);
    end_block();
    finish_pages();
  }

 private:
  // A page begins at `byte` of block `block`.
  struct Mark {
    size_t block = 0;
    size_t byte = 0;
    std::vector<std::string> repeated;
  };

  void visit_children(const XMLNode& node) {
    for (const XMLNode* child = node.FirstChild(); child != nullptr; child = child->NextSibling()) {
      if (const tinyxml2::XMLText* text = child->ToText()) {
        text_ += text->Value();
      } else if (const XMLElement* element = child->ToElement()) {
        visit(*element);
      }
    }
  }

  void visit(const XMLElement& element) {
    const std::string type = attribute(element, "epub:type");
    if (type == "pagebreak") return mark_page(element);
    if (type == "noteref") return refer_to_note(element);
    if (type == "footnote") return read_note(element);
    const std::string name = element.Name();
    if (name == "rt") return read_reading(element);
    if (name == "img") read_picture(element);
    if (name == "a") read_link(element);
    if (name == "table") head_.clear();
    const bool is_block = block_names.count(name) > 0;
    if (is_block) end_block();
    preformatted_ = preformatted_ || name == "pre";
    if (name == "br") text_ += "\n";
    visit_children(element);
    if (is_block) end_block();
    if (name == "th") head_.push_back(text_of(element));
    if (name == "table") head_.clear();
  }

  void read_reading(const XMLElement& element) {
    const std::string reading = text_of(element);
    if (!reading.empty()) told_.readings.push_back(reading);
  }

  void end_block() {
    if (text_.find_first_not_of(" \n") != std::string::npos) told_.blocks.push_back({text_, preformatted_});
    text_.clear();
    preformatted_ = false;
  }

  void mark_page(const XMLElement& element) {
    told_.marks.push_back(attribute(element, "aria-label"));
    marks_.push_back({told_.blocks.size(), text_.size(), head_});
  }

  void refer_to_note(const XMLElement& element) {
    text_ += utf8::encode(note_reference);
    referring_pages_[attribute(element, "href")] = told_.marks.size() - 1;
  }

  void read_note(const XMLElement& element) {
    const std::string number = text_of(*find(element, "a", "backlink"));
    const std::string text = text_of(element);
    REQUIRE(text.starts_with(number + " "));
    told_.notes.push_back(text.substr(number.size() + 1));
    told_.note_pages.push_back(referring_pages_.at("#" + attribute(element, "id")));
  }

  void read_picture(const XMLElement& element) {
    told_.pictures.push_back(attribute(element, "alt"));
    told_.images.insert(attribute(element, "src"));
  }

  void read_link(const XMLElement& element) {
    const std::string href = attribute(element, "href");
    if (href.find(':') != std::string::npos) told_.links.push_back(href);
  }

  // Blocks that follow a mark are known only at the chapter's end.
  void finish_pages() {
    for (const Mark& mark : marks_) {
      Page page{told_.marks[told_.pages.size()], "", mark.repeated};
      if (mark.block < told_.blocks.size()) page.text = told_.blocks[mark.block].text.substr(mark.byte);
      told_.pages.push_back(page);
    }
  }

  ToldByEpub& told_;
  std::string text_;
  bool preformatted_ = false;
  std::vector<std::string> head_;  // of the table that is being read
  std::vector<Mark> marks_;
  std::map<std::string, size_t> referring_pages_;
};

void read_chapters(const OpenedEpub& epub, ToldByEpub& told) {
  for (const std::string& name : epub.names()) {
    if (!name.starts_with("EPUB/ch") || !name.ends_with(".xhtml")) continue;
    tinyxml2::XMLDocument chapter;
    parse(chapter, epub.file(name));
    const XMLElement* body = find(chapter, "body");
    REQUIRE(body != nullptr);
    ChapterReader(told).read(*body);
  }
}

}  // namespace

ToldByEpub told_by_epub(const std::string& bytes) {
  const OpenedEpub epub(bytes);
  ToldByEpub told;
  read_chapters(epub, told);
  tinyxml2::XMLDocument nav;
  parse(nav, epub.file("EPUB/nav.xhtml"));
  told.headings = nav_list(nav, "toc");
  CHECK(nav_list(nav, "page-list") == told.marks);
  tinyxml2::XMLDocument ncx;
  parse(ncx, epub.file("EPUB/toc.ncx"));
  const XMLElement* map = find(ncx, "navMap");
  REQUIRE(map != nullptr);
  add_ncx_points(*map, "", told.ncx_headings);
  return told;
}

}  // namespace pubbuild::test
