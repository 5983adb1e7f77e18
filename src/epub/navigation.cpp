// Writes nav.xhtml and toc.ncx.
#include "epub/navigation.h"

#include <algorithm>
#include <set>

#include "epub/xhtml_page.h"
#include "epub/xml.h"

namespace pubbuild {

namespace {

class NavWriter {
 public:
  NavWriter(const Navigation& navigation, const Words& words) : navigation_(navigation), words_(words) {}

  std::string write() {
    open_page(xml_, {words_.contents, navigation_.language, ""});
    xml_.open("body");
    open_list_of("toc", "doc-toc", "h1", words_.contents);
    write_entries(0);
    xml_.close();
    write_landmarks();
    if (!navigation_.pages.empty()) write_pages();
    xml_.close();
    xml_.close();
    return xml_.take();
  }

 private:
  // The one list that is meant to be seen has no `hidden`.
  void open_list_of(std::string_view type, std::string_view role, const char* heading,
                    std::string_view title) {
    xml_.open("nav");
    xml_.attribute("epub:type", type);
    if (!role.empty()) xml_.attribute("role", role);
    xml_.attribute("id", type);
    xml_.attribute("aria-label", title);
    if (type != "toc") xml_.attribute("hidden", "hidden");
    xml_.element(heading, title);
  }

  // The entries from `at` on that are as deep or deeper; gives the one after them.
  size_t write_entries(size_t at) {
    const std::vector<ContentsEntry>& entries = navigation_.contents;
    const size_t depth = entries[at].depth;
    xml_.open("ol");
    while (at < entries.size() && entries[at].depth >= depth) {
      xml_.open("li");
      write_link({}, entries[at].address, entries[at].text);
      ++at;
      if (at < entries.size() && entries[at].depth > depth) at = write_entries(at);
      xml_.close();
    }
    xml_.close();
    return at;
  }

  void write_link(std::string_view type, std::string_view address, std::string_view text) {
    xml_.open("a");
    if (!type.empty()) xml_.attribute("epub:type", type);
    xml_.attribute("href", address);
    xml_.text(text);
    xml_.close();
  }

  void write_item(std::string_view type, std::string_view address, std::string_view text) {
    xml_.open("li");
    write_link(type, address, text);
    xml_.close();
  }

  void write_landmarks() {
    open_list_of("landmarks", "", "h2", words_.landmarks);
    xml_.open("ol");
    if (!navigation_.cover_file.empty()) write_item("cover", navigation_.cover_file, words_.cover);
    write_item("toc", "nav.xhtml#toc", words_.contents);
    write_item("bodymatter", navigation_.first_file, words_.text);
    xml_.close();
    xml_.close();
  }

  void write_pages() {
    open_list_of("page-list", "doc-pagelist", "h2", words_.pages);
    xml_.open("ol");
    for (const PageListEntry& page : navigation_.pages) write_item({}, page.address, page.folio);
    xml_.close();
    xml_.close();
  }

  const Navigation& navigation_;
  const Words& words_;
  XmlWriter xml_{XmlWriter::Form::compact};
};

class NcxWriter {
 public:
  explicit NcxWriter(const Navigation& navigation) : navigation_(navigation) {}

  std::string write() {
    xml_.open("ncx");
    xml_.attribute("xmlns", "http://www.daisy.org/z3986/2005/ncx/");
    xml_.attribute("version", "2005-1");
    xml_.attribute("xml:lang", navigation_.language);
    write_head();
    xml_.open("docTitle");
    xml_.element("text", navigation_.title);
    xml_.close();
    xml_.open("navMap");
    for (size_t at = 0; at < navigation_.contents.size();) at = write_point(at);
    xml_.close();
    if (!navigation_.pages.empty()) write_pages();
    xml_.close();
    return xml_.take();
  }

 private:
  void write_head() {
    size_t depth = 1;
    for (const ContentsEntry& entry : navigation_.contents) depth = std::max(depth, entry.depth);
    xml_.open("head");
    write_meta("dtb:uid", navigation_.identifier);
    write_meta("dtb:depth", std::to_string(depth));
    write_meta("dtb:totalPageCount", std::to_string(navigation_.pages.size()));
    write_meta("dtb:maxPageNumber", std::to_string(highest_page_number()));
    xml_.close();
  }

  void write_meta(std::string_view name, std::string_view content) {
    xml_.open("meta");
    xml_.attribute("name", name);
    xml_.attribute("content", content);
    xml_.close();
  }

  size_t highest_page_number() const {
    size_t highest = 0;
    for (const PageListEntry& page : navigation_.pages) highest = std::max(highest, number_of(page.folio));
    return highest;
  }

  // 0 for a folio that is no plain number.
  static size_t number_of(std::string_view folio) {
    size_t number = 0;
    for (const char c : folio) {
      if (c < '0' || c > '9' || folio.size() > 8) return 0;
      number = number * 10 + static_cast<size_t>(c - '0');
    }
    return number;
  }

  void write_label_and_address(std::string_view text, std::string_view address) {
    xml_.open("navLabel");
    xml_.element("text", text);
    xml_.close();
    xml_.open("content");
    xml_.attribute("src", address);
    xml_.close();
  }

  // An entry with all below it; gives the one after them.
  size_t write_point(size_t at) {
    const std::vector<ContentsEntry>& entries = navigation_.contents;
    const size_t depth = entries[at].depth;
    xml_.open("navPoint");
    xml_.attribute("id", "entry-" + std::to_string(at + 1));
    xml_.attribute("playOrder", std::to_string(at + 1));
    write_label_and_address(entries[at].text, entries[at].address);
    ++at;
    while (at < entries.size() && entries[at].depth > depth) at = write_point(at);
    xml_.close();
    return at;
  }

  // A number may stand for one page of its kind only (NCX 2005-1); a folio that comes again goes without.
  void write_pages() {
    std::set<size_t> numbers;
    size_t order = navigation_.contents.size();
    xml_.open("pageList");
    for (const PageListEntry& page : navigation_.pages) {
      const size_t number = number_of(page.folio);
      const bool is_new = number > 0 && numbers.insert(number).second;
      ++order;
      xml_.open("pageTarget");
      xml_.attribute("id", "page-" + std::to_string(order));
      xml_.attribute("type", is_new ? "normal" : "special");
      if (is_new) xml_.attribute("value", std::to_string(number));
      xml_.attribute("playOrder", std::to_string(order));
      write_label_and_address(page.folio, page.address);
      xml_.close();
    }
    xml_.close();
  }

  const Navigation& navigation_;
  XmlWriter xml_{XmlWriter::Form::indented};
};

}  // namespace

std::vector<ContentsEntry> list_contents(const Publication& publication, const ChapterPlan& plan,
                                         const Words& words) {
  std::vector<ContentsEntry> entries;
  std::vector<int32_t> levels;  // of the entry before and those it stands in
  for (const Heading& heading : publication.headings) {
    std::string text = plain_line(heading.text);
    std::string address = plan.address_of(heading.id);
    if (text.empty() || address.empty()) continue;
    while (!levels.empty() && levels.back() >= heading.level) levels.pop_back();
    levels.push_back(heading.level);
    entries.push_back({levels.size(), std::move(text), std::move(address)});
  }
  if (entries.empty()) {
    const Chapter& first = plan.chapters.front();
    entries.push_back({1, first.title.empty() ? std::string(words.untitled) : first.title, first.file});
  }
  return entries;
}

std::string write_nav(const Navigation& navigation, const Words& words) {
  return NavWriter(navigation, words).write();
}

std::string write_ncx(const Navigation& navigation) {
  return NcxWriter(navigation).write();
}

}  // namespace pubbuild
