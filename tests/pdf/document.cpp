// What a reader of the whole document needs: outline, links, labels, metadata, structure.
#include <doctest/doctest.h>

#include "paged.h"
#include "pdf/links.h"
#include "pdf/page_labels.h"
#include "pdf/syntax.h"

using namespace pubbuild;
using namespace pubbuild::test;

namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string labels_of(const std::vector<std::string>& folios) {
  std::vector<Page> pages(folios.size());
  for (size_t i = 0; i < folios.size(); ++i) pages[i].folio = folios[i];
  return pdf::page_labels(pages);
}

StructureId add(PagedDocument& document, Role role, StructureId parent) {
  document.structure.push_back({role, parent, "", "", 1, 1});
  return static_cast<StructureId>(document.structure.size() - 1);
}

TextItem tagged(int64_t y, std::string_view text, StructureId structure) {
  TextItem item = text_at(20, y, text);
  item.structure = structure;
  return item;
}

// A heading, a paragraph with a link, a list, a table with an empty cell, a note.
PagedDocument tagged_document() {
  PagedDocument document = document_of({});
  document.metadata.title = "標題𠮷";
  document.metadata.authors = {"張三", "李四"};
  document.metadata.subject = "試驗 <&>";
  document.metadata.language = "zh-Hant";
  document.metadata.keywords = {"書", "PDF"};
  document.metadata.date = 1704164645;
  const StructureId top = add(document, Role::document, StructureId::artifact);
  const StructureId heading = add(document, Role::heading1, top);
  const StructureId paragraph = add(document, Role::paragraph, top);
  const StructureId link = add(document, Role::link, paragraph);
  const StructureId note = add(document, Role::note, top);
  const StructureId list = add(document, Role::list, top);
  const StructureId item = add(document, Role::list_item, list);
  const StructureId label = add(document, Role::label, item);
  const StructureId body = add(document, Role::list_body, item);
  const StructureId table = add(document, Role::table, top);
  const StructureId head = add(document, Role::table_head, table);
  const StructureId row = add(document, Role::table_row, head);
  const StructureId cell = add(document, Role::table_header_cell, row);
  add(document, Role::table_header_cell, row);
  add(document, Role::paragraph, top);  // shown nowhere

  std::vector<Item>& items = document.pages[0].items;
  items.push_back(tagged(20, "第一章", heading));
  items.push_back(tagged(40, "段落有", paragraph));
  items.push_back(tagged(60, "鏈接", link));
  LinkItem area;
  area.area = {points(20), points(50), points(24), points(14)};
  area.uri = "https://example.org/書?a=(1)";
  area.structure = link;
  items.push_back(area);
  items.push_back(tagged(80, "・", label));
  items.push_back(tagged(100, "條目", body));
  items.push_back(tagged(120, "表頭", cell));
  items.push_back(tagged(160, "腳注", note));
  items.push_back(text_at(150, 190, "頁"));
  document.outline = {
      {"第一章𠮷", 1, DestinationId{0}}, {"第一節", 2, DestinationId{0}}, {"第二章", 1, DestinationId{1}}};
  document.destinations = {{0, {points(20), points(10)}}, {0, {points(20), points(110)}}};
  return document;
}

}  // namespace

TEST_CASE("folios become ranges of page labels") {
  CHECK(labels_of({"i", "ii", "iii", "1", "2"}) == "<</Nums [0 <</S /r>>\n3 <</S /D>>\n]>>");
  CHECK(labels_of({"3", "4", "6"}) == "<</Nums [0 <</S /D/St 3>>\n2 <</S /D/St 6>>\n]>>");
  CHECK(labels_of({"IX", "X"}) == "<</Nums [0 <</S /R/St 9>>\n]>>");
  CHECK(labels_of({"A-1", "A-2", "B-1"}) ==
        "<</Nums [0 <</P <FEFF0041002D>/S /D>>\n2 <</P <FEFF0042002D>/S /D>>\n]>>");
  CHECK(labels_of({"", "", "封"}) == "<</Nums [0 <<>>\n2 <</P <FEFF5C01>>>\n]>>");
  CHECK(labels_of({"iiii", "07"}) ==
        "<</Nums [0 <</P <FEFF0069006900690069>>>\n1 <</P <FEFF0030>/S /D/St 7>>\n]>>");
  CHECK(labels_of({"99999999999999999999"}) == "<</Nums [0 <</P <FEFF" +
                                                   std::string("0039003900390039003900390039003900390039"
                                                               "0039003900390039003900390039003900390039") +
                                                   ">>>\n]>>");
}

TEST_CASE("URIs are percent-encoded once") {
  CHECK(pdf::ascii_uri("https://example.org/書 %20") == "https://example.org/%E6%9B%B8%20%20");
  CHECK(pdf::ascii_string("a(b)\\c\n") == "(a\\(b\\)\\\\c\\012)");
}

TEST_CASE("metadata in Info and XMP agree") {
  const std::string pdf = write(tagged_document());
  CHECK(is_sound(pdf));
  const std::string info = ask(pdf, "TZ=UTC pdfinfo %");
  CHECK(has(info, "標題𠮷"));
  CHECK(has(info, "張三; 李四"));
  CHECK(has(info, "試驗 <&>"));
  CHECK(has(info, "Tue Jan  2 03:04:05 2024"));
  CHECK(has(info, "Tagged:          yes"));
  CHECK(has(info, "PDF version:     1.7"));
  const std::string xmp = ask(pdf, "pdfinfo -meta %");
  CHECK(has(xmp, "標題𠮷"));
  CHECK(has(xmp, "張三; 李四"));
  CHECK(has(xmp, "試驗 &lt;&amp;&gt;"));
  CHECK(has(xmp, "2024-01-02T03:04:05Z"));
  CHECK(has(xmp, "<pdfuaid:part>1</pdfuaid:part>"));
}

TEST_CASE("PDF/UA is not claimed where something is missing") {
  const auto claims = [](const PagedDocument& document) { return has(write(document), "<pdfuaid:part>"); };
  CHECK(claims(tagged_document()));
  PagedDocument untitled = tagged_document();
  untitled.metadata.title.clear();
  CHECK(!claims(untitled));
  PagedDocument skipping = tagged_document();
  skipping.structure[1].role = Role::heading2;
  CHECK(!claims(skipping));
  PagedDocument unlinked = tagged_document();
  unlinked.structure[3].role = Role::span;
  CHECK(!claims(unlinked));
  PagedDocument stray = tagged_document();
  std::get<LinkItem>(stray.pages[0].items[3]).structure = StructureId::artifact;
  CHECK(!claims(stray));
  CHECK(!claims(document_of({text_at(20, 20, "中")})));
}

TEST_CASE("the structure is in the order of the document") {
  const std::string tree = ask(write(tagged_document()), "pdfinfo -struct-text %");
  const size_t note = tree.find("Note");
  CHECK(note != std::string::npos);
  CHECK(tree.find("H1") < tree.find("第一章"));
  CHECK(tree.find("段落有") < tree.find("鏈接"));
  CHECK(tree.find("鏈接") < note);
  CHECK(note < tree.find("LBody"));
  CHECK(!has(tree, "頁"));
  const std::string objects = unpacked(write(tagged_document()));
  CHECK(has(objects, "/ListNumbering /Disc"));
  CHECK(has(objects, "/Scope /Column"));
  CHECK(has(objects, "/IDTree"));
  CHECK(has(objects, "/Type /OBJR"));
  const size_t cell = objects.find("/S /TH");
  CHECK(objects.find("/S /TH", cell + 1) != std::string::npos);
}

TEST_CASE("links lead to URIs and to places in the document") {
  PagedDocument document = tagged_document();
  CHECK(has(ask(write(document), "pdfinfo -url %"), "https://example.org/%E6%9B%B8?a=(1)"));
  LinkItem inner;
  inner.area = {points(20), points(50), points(24), points(14)};
  inner.destination = DestinationId{1};
  document.pages[0].items.push_back(inner);
  inner.destination = DestinationId{77};
  document.pages[0].items.push_back(inner);
  const std::string pdf = write(document);
  CHECK(is_sound(pdf));
  const std::string objects = unpacked(pdf);
  const size_t action = objects.find("/S /GoTo");
  CHECK(action != std::string::npos);
  CHECK(objects.find("/S /GoTo", action + 1) == std::string::npos);
}

TEST_CASE("pages have sizes and labels of their own") {
  PagedDocument document = tagged_document();
  const Size sizes[] = {
      {points(300), points(200)}, {points(200), points(300)}, {millipoints(595276), points(36)}};
  const std::string folios[] = {"i", "", "附-1"};
  document.pages.resize(3);
  for (size_t n = 0; n < 3; ++n) {
    document.pages[n].size = sizes[n];
    document.pages[n].folio = folios[n];
  }
  const std::string pdf = write(document);
  CHECK(is_sound(pdf));
  const std::string info = ask(pdf, "pdfinfo -l 3 %");
  CHECK(has(info, "Page    1 size:  300 x 200 pts"));
  CHECK(has(info, "Page    2 size:  200 x 300 pts"));
  CHECK(has(info, "Page    3 size:  595.276 x 36 pts"));
  const std::string labels = ask(pdf, "qpdf --json --json-key=pagelabels %");
  CHECK(has(labels, "/r"));
  CHECK(has(labels, "附-"));
}

TEST_CASE("a document whose pages turn to the left says so") {
  PagedDocument document = tagged_document();
  CHECK(!has(write(document), "/R2L"));
  document.progression = PageProgression::leftwards;
  const std::string pdf = write(document);
  CHECK(is_sound(pdf));
  CHECK(has(unpacked(pdf), "/Direction /R2L"));
}

TEST_CASE("the outline keeps levels and rare characters") {
  const std::string objects = ask(write(tagged_document()), "qpdf --json --json-key=outlines %");
  CHECK(has(objects, "第一章𠮷"));
  CHECK(has(objects, "第一節"));
  CHECK(objects.find("第一章") < objects.find("第二章"));
}

TEST_CASE("the same document gives the same bytes") {
  CHECK(write(tagged_document()) == write(tagged_document()));
}

TEST_CASE("a document without pages is refused") {
  CHECK_THROWS(write(PagedDocument{}));
}
