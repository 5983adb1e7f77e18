// Printed pages are marked where XHTML lets them be, and listed.
#include <doctest/doctest.h>

#include "opened_epub.h"
#include "small_publication.h"

namespace pubbuild {

namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string marker(std::string_view folio, std::string_view id) {
  return "<span id=\"" + std::string(id) + "\" epub:type=\"pagebreak\" role=\"doc-pagebreak\" aria-label=\"" +
         std::string(folio) + "\"></span>";
}

std::string first_chapter(const SmallPublication& small) {
  return OpenedEpub(small.write()).file("EPUB/ch001.xhtml");
}

}  // namespace

TEST_CASE("a page marker stands at the byte its page begins with") {
  SmallPublication small;
  const NodeId p = small.add(small.add_article("a", "题"), Tag::p);
  const NodeId text = small.add_text(p, "第一页第二页第三页");
  small.pages = {{"1", {text, 0}}, {"2", {text, 9}}, {"3", {text, 18}}};
  CHECK(has(first_chapter(small), "<p>" + marker("1", "p1") + "第一页" + marker("2", "p2") + "第二页" +
                                      marker("3", "p3") + "第三页</p>"));
}

TEST_CASE("inside a word or a character the marker moves to its beginning") {
  SmallPublication small;
  const NodeId p = small.add(small.add_article("a", "题"), Tag::p);
  const NodeId text = small.add_text(p, "a library 图书");
  small.pages = {{"1", {text, 5}}, {"2", {text, 11}}, {"3", {text, 9999}}};
  CHECK(has(first_chapter(small), "<p>a " + marker("1", "p1") + "library " + marker("2", "p2") + "图书" +
                                      marker("3", "p3") + "</p>"));
}

TEST_CASE("inside ruby, a link, a heading or a picture's figure it moves before the whole") {
  SmallPublication small;
  const NodeId article = small.add_article("a", "题");
  const NodeId heading = small.add_heading(article, Tag::h2, "h", "节");
  const NodeId p = small.add(article, Tag::p, {}, "见");
  const NodeId link = small.add(p, Tag::a, {{Attr::href, "#h"}});
  const NodeId word = small.add_text(small.add(link, Tag::em), "上文");
  const NodeId ruby = small.add(p, Tag::ruby, {}, "字");
  const NodeId reading = small.add(ruby, Tag::rt, {}, "zì");
  const NodeId caption = small.add(small.add(article, Tag::figure), Tag::figcaption, {}, "图");
  const Tree& tree = small.publication.tree;
  small.pages = {{"1", {tree.first_child(heading), 0}},
                 {"2", {word, 3}},
                 {"3", {tree.first_child(reading), 1}},
                 {"4", {tree.first_child(caption), 0}}};
  const std::string xhtml = first_chapter(small);
  CHECK(has(xhtml, marker("1", "p1") + "<h2 id=\"h\">"));
  CHECK(has(xhtml, "见" + marker("2", "p2") + "<a href=\"#h\">"));
  CHECK(has(xhtml, marker("3", "p3") + "<ruby>"));
  CHECK(has(xhtml, marker("4", "p4") + "<figure>"));
}

TEST_CASE("in lists and tables it stands where XHTML allows a span") {
  SmallPublication small;
  const NodeId article = small.add_article("a", "题");
  const NodeId item = small.add(small.add(article, Tag::ul), Tag::li, {}, "项");
  const NodeId table = small.add(article, Tag::table);
  const NodeId row = small.add(small.add(table, Tag::tbody), Tag::tr);
  const NodeId cell = small.add(row, Tag::td, {}, "格");
  small.pages = {{"1", {item, 0}}, {"2", {row, 0}}, {"3", {cell, 0}}};
  const std::string xhtml = first_chapter(small);
  CHECK(has(xhtml, "<ul><li>" + marker("1", "p1") + "项"));
  CHECK(has(xhtml, marker("2", "p2") + "<table>"));
  CHECK(has(xhtml, "<td>" + marker("3", "p3") + "格"));
}

TEST_CASE("the page list follows the text, with folios as printed and ids that nobody has") {
  SmallPublication small;
  const NodeId article = small.add_article("p1", "题");
  const NodeId text = small.add_text(small.add(article, Tag::p), "一二三四");
  small.pages = {{"1", {text, 6}},  {"ii", {text, 0}}, {"A-3", {text, 9}}, {"1", {text, 9}},
                 {"五", {text, 9}}, {"", {text, 3}},   {"9", {}}};
  const OpenedEpub epub(small.write());
  CHECK(has(epub.file("EPUB/nav.xhtml"),
            "<ol><li><a href=\"ch001.xhtml#pii\">ii</a></li><li><a href=\"ch001.xhtml#page-1\">1</a></li>"
            "<li><a href=\"ch001.xhtml#pA-3\">A-3</a></li><li><a href=\"ch001.xhtml#page-1-2\">1</a></li>"
            "<li><a href=\"ch001.xhtml#page-\">五</a></li></ol>"));
  const std::string ncx = epub.file("EPUB/toc.ncx");
  CHECK(has(ncx, "<pageList>"));
  CHECK(has(ncx, "<meta name=\"dtb:totalPageCount\" content=\"5\"/>"));
  const std::string package = epub.file("EPUB/package.opf");
  CHECK(has(package,
            "<meta property=\"pageBreakSource\">urn:uuid:00000000-0000-5000-8000-000000000000</meta>"));
  CHECK(has(package, "<meta property=\"schema:accessibilityFeature\">pageNavigation</meta>"));
  CHECK(complaints_of_epubcheck(small.write()) == "");
}

TEST_CASE("without a printed edition there is no page list") {
  SmallPublication small;
  small.add_article("a", "题");
  const OpenedEpub epub(small.write());
  CHECK_FALSE(has(epub.file("EPUB/nav.xhtml"), "page-list"));
  CHECK_FALSE(has(epub.file("EPUB/toc.ncx"), "pageList"));
  CHECK_FALSE(has(epub.file("EPUB/package.opf"), "pageBreakSource"));
}

}  // namespace pubbuild
