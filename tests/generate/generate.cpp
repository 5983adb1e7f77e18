// Markers, counters and generated content.
#include "generate/generate.h"

#include "generated.h"

using namespace pubbuild;

namespace {

const std::string lists =
    "ul, ol { display: block } li { display: list-item } ul { list-style-type: disc } ol { list-style-type: "
    "decimal } ";

std::string markers(const std::string& css, std::string_view markup) {
  return Page(lists + css, markup).markers();
}

std::string content(const std::string& css, std::string_view markup) {
  return Page(lists + css, markup).markup();
}

}  // namespace

TEST_CASE("items of lists have markers") {
  CHECK(markers("", "<ol><li>a</li><li>b</li></ol><ul><li>c</li></ul>") == "1. 2. •");
  CHECK(markers("ol { list-style-type: cjk-decimal }", "<ol><li>a</li><li>b</li></ol>") == "一、 二、");
  CHECK(markers("ul { list-style-type: \"–\" }", "<ul><li>a</li></ul>") == "–");
  CHECK(markers("ol { list-style-type: none }", "<ol><li>a</li></ol>").empty());
}

TEST_CASE("lists begin and go on as HTML says") {
  CHECK(markers("", "<ol start=\"3\"><li>a</li><li value=\"7\">b</li><li>c</li></ol>") == "3. 7. 8.");
  CHECK(markers("", "<ol reversed=\"\"><li>a</li><li>b</li></ol>") == "2. 1.");
  CHECK(markers("", "<ol reversed=\"\" start=\"9\"><li>a</li><li>b</li></ol>") == "9. 8.");
  CHECK(markers("", "<ol start=\"x\"><li>a</li></ol>") == "1.");
  CHECK(markers("", "<ol start=\"-2147483648\"><li>a</li></ol>") == "-2147483647.");
}

TEST_CASE("a nested list counts for itself") {
  CHECK(markers("", "<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol>") == "1. 1. 2. 2.");
}

TEST_CASE("a hidden item counts for nothing") {
  CHECK(markers(".x { display: none }", "<ol><li>a</li><li class=\"x\">b</li><li>c</li></ol>") == "1. 2.");
}

TEST_CASE("::marker says what the marker is and how it looks") {
  const Page page(lists + "li::marker { content: \"（\" counter(list-item) \"）\"; font-weight: 700 }",
                  "<ol><li>a</li></ol>");
  CHECK(page.markers() == "（1）");
  const NodeId marker = page.generated.markers.begin()->second;
  CHECK(page.styles.of(marker).font_weight == 700);
  CHECK(page.tree.is_generated(marker));
  CHECK(page.tree.parent(marker) == NodeId::none);
}

TEST_CASE("::before and ::after stand first and last") {
  CHECK(content("p::before { content: \"甲\" } p::after { content: \"乙\" attr(title) }",
                "<p title=\"t\">正文</p>") == "<p title=\"t\"><span>甲</span>正文<span>乙t</span></p>");
}

TEST_CASE("a pseudo-element without content is not there, one with empty content is") {
  CHECK(content("p::before { color: red } p::after { content: none }", "<p>a</p>") == "<p>a</p>");
  CHECK(content("p::before { content: \"\" }", "<p>a</p>") == "<p><span></span>a</p>");
}

TEST_CASE("counters number headings") {
  CHECK(content("body { counter-reset: part } h2 { counter-increment: part; counter-reset: section }"
                "h3 { counter-increment: section }"
                "h2::before { content: counter(part, simp-chinese-informal) \"、\" }"
                "h3::before { content: counter(part) \".\" counter(section) }",
                "<body><h2>a</h2><h3>b</h3><h3>c</h3><h2>d</h2><h3>e</h3></body>") ==
        "<body><h2><span>一、</span>a</h2><h3><span>1.1</span>b</h3><h3><span>1.2</span>c</h3>"
        "<h2><span>二、</span>d</h2><h3><span>2.1</span>e</h3></body>");
}

TEST_CASE("counters() shows all levels") {
  CHECK(content("li::before { content: counters(list-item, \".\") }",
                "<ol><li><ol><li>a</li></ol></li><li>b</li></ol>") ==
        "<ol><li><span>1</span><ol><li><span>1.1</span>a</li></ol></li><li><span>2</span>b</li></ol>");
}

TEST_CASE("quotes follow their depth, the last pair for all that are deeper") {
  CHECK(content("q { quotes: \"「\" \"」\" \"『\" \"』\" } q::before { content: open-quote }"
                "q::after { content: close-quote }",
                "<p><q>a<q>b<q>c</q></q></q></p>") ==
        "<p><q><span>「</span>a<q><span>『</span>b<q><span>『</span>c<span>』</span></q><span>』</span></q>"
        "<span>」</span></q></p>");
}

TEST_CASE("what only pages know is left out") {
  CHECK(content("a::after { content: \"见第\" target-counter(attr(href), page) leader(\".\") \"页\" }",
                "<p><a href=\"#x\">a</a></p>") == "<p><a href=\"#x\">a<span>见第页</span></a></p>");
}

TEST_CASE("what was inserted can be taken out again") {
  Page page("p::before { content: \"甲\" }", "<p>a</p>");
  const NodeId made = page.generated.inserted.at(0);
  withdraw(page.tree, page.generated);
  CHECK(page.markup() == "<p>a</p>");
  const NodeId paragraph = page.tree.first_child(page.tree.root());
  CHECK(written_position(page.generated, {made, 3}) == TreePosition{paragraph, 0});
  CHECK(written_position(page.generated, {paragraph, 0}) == TreePosition{paragraph, 0});
}

TEST_CASE("any element may be an item, the root too") {
  CHECK(markers("html, body, p { display: list-item }", "<p>a</p>") != "");
}

TEST_CASE("long content for each element is cut at a megabyte, short content is not") {
  const std::string sheet =
      "p::before { content: \"" + std::string(300'000, 'x') + "\" } b::before { content: \"y\" }";
  const Page page(sheet, "<div><p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p><b>f</b></p></div>");
  CHECK(page.generated.is_cut);
  CHECK(page.markup().size() < 1'100'000);
  CHECK(page.markup().find("y") != std::string::npos);
}
