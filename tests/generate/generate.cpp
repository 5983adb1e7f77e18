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

TEST_CASE("quotes are those of the language unless the style sheet says others") {
  const std::string css = "q::before { content: open-quote } q::after { content: close-quote }";
  CHECK(content(css, "<p lang=\"zh\"><q>a<q>b</q></q></p>") ==
        "<p lang=\"zh\"><q><span>“</span>a<q><span>‘</span>b<span>’</span></q><span>”</span></q></p>");
  CHECK(content(css, "<q lang=\"ja\">a</q>") == "<q lang=\"ja\"><span>「</span>a<span>」</span></q>");
  CHECK(content(css, "<q lang=\"de-AT\">a</q>") == "<q lang=\"de-AT\"><span>„</span>a<span>“</span></q>");
  CHECK(content(css + "q { quotes: none }", "<q>a</q>") == "<q><span></span>a<span></span></q>");
}

TEST_CASE("quotes can be counted without being written, and none is closed that was not opened") {
  CHECK(content("p::before { content: no-open-quote } q::before { content: open-quote }"
                "b::before { content: close-quote \"x\" no-close-quote close-quote }",
                "<p><q>a</q><b>b</b></p>") ==
        "<p><span></span><q><span>‘</span>a</q><b><span>’x</span>b</b></p>");
}

TEST_CASE("an attribute that is not there is replaced by what attr() says") {
  CHECK(content("p::before { content: attr(title, \"无\") } b::before { content: attr(title) }",
                "<p>a<b>b</b></p><p title=\"\">c</p>") ==
        "<p><span>无</span>a<b><span></span>b</b></p><p title=\"\"><span></span>c</p>");
}

TEST_CASE("counter-set changes the counter that is there") {
  CHECK(content("b::before { content: counter(n) } i { counter-set: n 7 } b { counter-increment: n }",
                "<b>a</b><i>b</i><b>c</b>") == "<b><span>1</span>a</b><i>b</i><b><span>8</span>c</b>");
}

TEST_CASE("target-counter() gives the counters where the target stands, before it or after") {
  const std::string css =
      "h2 { counter-increment: part } h3 { counter-increment: n }"
      "div { counter-reset: n } ";
  CHECK(content(css + "a::after { content: target-counter(attr(href), part, cjk-decimal) }",
                "<a href=\"#y\"></a><h2 id=\"x\"></h2><h2 id=\"y\"></h2><a href=\"#x\"></a>") ==
        "<a href=\"#y\"><span>二</span></a><h2 id=\"x\"></h2><h2 id=\"y\"></h2><a "
        "href=\"#x\"><span>一</span></a>");
  CHECK(content(css + "p::before { content: target-counters(\"#x\", n, \".\") }",
                "<p></p><div><h3></h3><div><h3></h3><h3 id=\"x\"></h3></div></div>") ==
        "<p><span>1.2</span></p><div><h3></h3><div><h3></h3><h3 id=\"x\"></h3></div></div>");
  CHECK(content(css + "p::before { content: target-counter(url(#x), part) }",
                "<p></p><h2 id=\"x\"></h2><h2 id=\"x\"></h2>") ==
        "<p><span>1</span></p><h2 id=\"x\"></h2><h2 id=\"x\"></h2>");
}

TEST_CASE("target-text() repeats the words of the target") {
  const auto text = [](const std::string& part) {
    return content(
        "h2::before { content: \"一、\" } h2::after { content: \"。\" } a::after { content: "
        "target-text(attr(href)" +
            part + ") }",
        "<a href=\"#x\"></a><h2 id=\"x\">“甲”<b> 乙</b><rt>yi</rt></h2>");
  };
  CHECK(text("").starts_with("<a href=\"#x\"><span>“甲” 乙yi</span></a>"));
  CHECK(text(", before").starts_with("<a href=\"#x\"><span>一、</span></a>"));
  CHECK(text(", after").starts_with("<a href=\"#x\"><span>。</span></a>"));
  CHECK(text(", first-letter").starts_with("<a href=\"#x\"><span>“甲”</span></a>"));
}

TEST_CASE("what nothing is called is said once, other publications are passed over") {
  const Page page("p::before { content: target-text(\"#z\") } a::after { content: target-text(attr(href)) }",
                  "<p>a</p><p>b</p><a href=\"https://example.org/#z\">c</a><a>d</a>");
  REQUIRE(page.generated.unknown_targets.size() == 1);
  CHECK(page.generated.unknown_targets[0].address == "#z");
}

TEST_CASE("page numbers are guessed and written again when pages are there") {
  Page page("a::after { content: \"见第\" target-counter(attr(href), page, lower-roman) \"页\" }",
            "<p><a href=\"#x\">a</a></p><p id=\"x\">b</p>");
  CHECK(page.markup() == "<p><a href=\"#x\">a<span>见第i页</span></a></p><p id=\"x\">b</p>");
  REQUIRE(page.generated.page_references.size() == 1);
  PageNumbers numbers;
  numbers.of[page.generated.page_references[0].target] = 12;
  const std::vector<PageReference>& references = page.generated.page_references;
  CHECK(write_page_numbers(page.tree, references, numbers, page.styles.counter_styles()).size() == 1);
  CHECK(page.markup() == "<p><a href=\"#x\">a<span>见第xii页</span></a></p><p id=\"x\">b</p>");
  CHECK(write_page_numbers(page.tree, references, numbers, page.styles.counter_styles()).empty());
}

TEST_CASE("a guess has as many digits as the text is long") {
  const std::string filler = "<p>" + std::string(250'000, 'x') + "</p>";
  const Page page("a::after { content: target-counter(attr(href), page) \"/\" counter(pages) }",
                  "<a href=\"#x\"></a>" + filler + "<p id=\"x\"></p>" + filler);
  CHECK(page.markup().starts_with("<a href=\"#x\"><span>126/251</span></a>"));
}

TEST_CASE("a leader is an empty span that keeps its dots to itself") {
  const Page page("a::after { content: leader(dotted) \"1\" }", "<p><a>a</a></p>");
  CHECK(page.markup() == "<p><a>a<span><span></span>1</span></a></p>");
  const NodeId leader = page.tree.first_child(page.generated.inserted.at(0).span);
  CHECK(page.styles.of(leader).content.at(0).text == ". ");
}

TEST_CASE("a reading system gets nothing that needs pages") {
  const std::string css =
      "a::before { content: \"第\" counter(page) \"页\" } a::after { content: leader(dotted) \"x\" }"
      "p::before { content: target-text(\"#x\") }";
  CHECK(Page(css, "<p id=\"x\"><a>a</a></p>", Medium::reading_system).markup() ==
        "<p id=\"x\"><span>a</span><a>a</a></p>");
}

TEST_CASE("named strings are put together from text, attributes, counters and parts") {
  const Page page(
      "h2 { counter-increment: n; string-set: head counter(n, cjk-decimal) \"·\" content(), "
      "parts content(before) content(after) content(first-letter) attr(title) }"
      "h2::before { content: \"前\" } h2::after { content: \"后\" }",
      "<h2 title=\"t\">甲乙</h2>");
  REQUIRE(page.generated.strings.size() == 1);
  const std::vector<NamedString>& strings = page.generated.strings.begin()->second;
  CHECK(strings.at(0).value == "一·甲乙");
  CHECK(strings.at(1).value == "前后甲t");
}

TEST_CASE("string() in the text is what the name stands for there") {
  CHECK(content("h2 { string-set: head content() } p::before { content: \"[\" string(head) \"]\" }",
                "<p>a</p><h2>甲</h2><p>b</p>") ==
        "<p><span>[]</span>a</p><h2>甲</h2><p><span>[甲]</span>b</p>");
}

TEST_CASE("::marker can say that there is no marker, and a marker may stand inside") {
  CHECK(markers("li.x::marker { content: none }", "<ul><li class=\"x\">a</li><li>b</li></ul>") == "•");
  CHECK(content("ul { list-style: \"– \" inside }", "<ul><li>a</li></ul>") ==
        "<ul><li><span>– </span>a</li></ul>");
  CHECK(content("ol { list-style-position: inside }", "<ol><li>a</li></ol>") ==
        "<ol><li><span>1. </span>a</li></ol>");
}

TEST_CASE("what was inserted can be taken out again") {
  Page page("p::before { content: \"甲\" }", "<p>a</p>");
  const NodeId made = page.generated.inserted.at(0).span;
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
