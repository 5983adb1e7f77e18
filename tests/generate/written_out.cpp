// What an EPUB holds as text, and what is left to its style sheet.
#include "generate/written_out.h"

#include "generated.h"

using namespace pubbuild;

namespace {

const std::string blocks = "ol, ul, h2, p, table, hr { display: block } li { display: list-item } ";

struct WrittenPage : Page {
  WrittenPseudos written;

  WrittenPage(const std::string& css, std::string_view markup)
      : Page(blocks + css, markup, Medium::reading_system), written(write_out(tree, styles, generated)) {}
};

std::string written(const std::string& css, std::string_view markup) {
  return WrittenPage(css, markup).markup();
}

}  // namespace

TEST_CASE("numbers and references are written, plain words are left to the style sheet") {
  CHECK(written("h2 { counter-increment: c } h2::before { content: \"第\" counter(c) \"章\" } "
                "h2::after { content: \"。\" }",
                "<h2>总则</h2>") ==
        "<h2 class=\"pub-has-before\"><span class=\"pub-before\">第1章</span>总则</h2>");
  CHECK(written("h2::after { content: counters(c, \".\") }", "<h2 class=\"x\">总则</h2>") ==
        "<h2 class=\"x pub-has-after\">总则<span class=\"pub-after\">0</span></h2>");
  const WrittenPage plain("p::before { content: \"§\" attr(title) }", "<p>字</p>");
  CHECK(plain.markup() == "<p>字</p>");
  CHECK_FALSE(plain.written.before);
}

TEST_CASE("what is about pages is not written") {
  CHECK(written("p::after { content: leader(\".\") target-counter(attr(title), page) }", "<p>字</p>") ==
        "<p>字</p>");
  CHECK(written("p::after { content: \"第\" counter(page) \"页\" }", "<p>字</p>") == "<p>字</p>");
}

TEST_CASE("elements that may hold no span get none") {
  CHECK(written("hr::before, ol::before, table::before { content: counter(c) }",
                "<hr><ol></ol><table></table>") == "<hr><ol></ol><table></table>");
}

TEST_CASE("markers that every reading system makes are left to it") {
  for (const std::string_view style : {"decimal", "cjk-ideographic", "hiragana", "disc", "none", "\"–\""}) {
    CHECK(written("li { list-style-type: " + std::string(style) + " }", "<ol><li>字</li></ol>") ==
          "<ol><li>字</li></ol>");
  }
}

TEST_CASE("other markers are written before the item's text") {
  const std::string marker = "<span class=\"pub-marker\"><span>①</span> </span>";
  const std::string css = "li { list-style-type: circled-decimal } ";
  const std::string item = "<ol><li class=\"pub-has-marker pub-marker-2\">";
  CHECK(written(css, "<ol><li>字</li></ol>") == item + marker + "字</li></ol>");
  CHECK(written(css, "<ol><li><p>字</p></li></ol>") == item + "<p>" + marker + "字</p></li></ol>");
  CHECK(written("li::marker { content: counter(list-item) \")\" }", "<ol><li>字</li></ol>") ==
        item + "<span class=\"pub-marker\"><span>1)</span> </span>字</li></ol>");
  CHECK(written(css + "li { list-style-position: inside }", "<ol><li>字</li></ol>") ==
        "<ol><li class=\"pub-has-marker\"><span class=\"pub-marker pub-inside\"><span>① "
        "</span></span>字</li></ol>");
}

TEST_CASE("the numbers of notes get nothing that is meant for links") {
  CHECK(written("a::after { content: counter(c) }", "<p><a class=\"footnote-ref\" href=\"#n1\">1</a></p>") ==
        "<p><a class=\"footnote-ref\" href=\"#n1\">1</a></p>");
}

TEST_CASE("a style that a sheet gives another meaning is written") {
  CHECK(written("@counter-style lower-roman { symbols: \"甲\" \"乙\" } li { list-style-type: lower-roman }",
                "<ol><li>字</li></ol>")
            .find("甲.") != std::string::npos);
}

TEST_CASE("the items of a list have room for its widest marker") {
  const WrittenPage page("li { list-style-type: simp-chinese-informal }",
                         "<ol start=\"10\"><li>字</li><li>字</li></ol><ol><li>字</li></ol>");
  CHECK(page.written.marker_widths == std::set<int>{3, 4});
  CHECK(page.markup().find("pub-marker-4\"><span class=\"pub-marker\"><span>十、") != std::string::npos);
  CHECK(page.markup().find("pub-marker-3\"><span class=\"pub-marker\"><span>一、") != std::string::npos);
}

TEST_CASE("words before the text of an item stay between it and its marker") {
  CHECK(written("li { list-style-type: circled-decimal } li::before { content: \"§\" }",
                "<ol><li>字</li></ol>") ==
        "<ol><li class=\"pub-has-before pub-has-marker pub-marker-2\"><span "
        "class=\"pub-marker\"><span>①</span> </span><span class=\"pub-before\">§</span>字</li></ol>");
  CHECK(written("li { list-style: circled-decimal inside } li::before { content: \"§\" }",
                "<ol><li>字</li></ol>") ==
        "<ol><li class=\"pub-has-before pub-has-marker\"><span class=\"pub-marker pub-inside\"><span>① "
        "</span></span><span class=\"pub-before\">§</span>字</li></ol>");
}

TEST_CASE("reading systems count on where an element had no room for a number") {
  CHECK_FALSE(WrittenPage("p::before { content: counter(c) }", "<p>字</p>").written.counts);
  CHECK(WrittenPage("hr::before { content: counter(c) }", "<hr>").written.counts);
}
