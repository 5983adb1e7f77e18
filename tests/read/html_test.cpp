// Raw HTML: parsed into the tree, well formed and safe whatever it says.
#include <doctest/doctest.h>

#include "read/html_of.h"

using namespace pubbuild;

TEST_CASE("inline tags enclose Markdown") {
  CHECK(html_of_markdown("<span class=\"x\">**a**</span> H<sub>2</sub>O <b>b</b><br>c\n") ==
        "<p><span class=\"x\"><strong>a</strong></span> H<sub>2</sub>O <b>b</b><br />c</p>\n");
  CHECK(html_of_markdown("<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>\n") ==
        "<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby></p>\n");
}

TEST_CASE("block tags enclose blocks of Markdown") {
  CHECK(html_of_markdown("<div class=\"note\">\n\n*text*\n\n- a\n\n</div>\n\nb\n") ==
        "<div class=\"note\">\n<p><em>text</em></p>\n<ul>\n<li>a</li>\n</ul>\n</div>\n<p>b</p>\n");
}

TEST_CASE("a raw table is a table, with ends left unwritten as HTML allows") {
  CHECK(html_of_markdown("<table><tr><td>a<td>b<tr><td align=right>c</table>\n") ==
        "<table><tr><td>a</td><td>b</td></tr><tr><td class=\"right\">c</td></tr></table>\n");
  CHECK(diagnostics_of_markdown("<table><tr><td>a<td>b<tr><td>c</table>\n").empty());
  CHECK(html_of_markdown("<ul><li><p>a<li>b</ul>\n") == "<ul><li><p>a</p></li><li>b</li></ul>\n");
}

TEST_CASE("an element that is never closed ends where its block ends") {
  CHECK(html_of_markdown("<div>a\n\nb\n") == "<div>a</div>\n<p>b</p>\n");
  CHECK(diagnostics_of_markdown("<div>a\n\nb\n") == "1:1 html-unclosed\n");
  CHECK(html_of_markdown("*a <b>b* c</b>\n") == "<p><em>a <b>b</b></em> c</p>\n");
  CHECK(diagnostics_of_markdown("*a <b>b* c</b>\n") == "1:4 html-unclosed\n1:11 html-stray\n");
}

TEST_CASE("scripts and their like go with what they hold") {
  CHECK(html_of_markdown("a <script>alert(*1*)</script> b\n") == "<p>a  b</p>\n");
  CHECK(html_of_markdown("<style>\np{}\n\n</style>\nb\n") == "<p>b</p>\n");
  CHECK(html_of_markdown("<div><iframe src=x>y</iframe>z</div>\n") == "<div>z</div>\n");
  CHECK(html_of_markdown("a <script> b\n") == "<p>a  b</p>\n");
  CHECK(diagnostics_of_markdown("a <script>x</script>\n\n<video>\n") ==
        "1:3 html-dropped\n3:1 html-dropped\n");
}

TEST_CASE("event attributes, unsafe links, remote resources and reaching styles are dropped") {
  CHECK(html_of_markdown("<b onclick=\"x()\" style=\"color:red\">a</b>\n") ==
        "<p><b style=\"color:red\">a</b></p>\n");
  CHECK(html_of_markdown("<a href=\" JaVa\tscript:x\">a</a>\n") == "<p><a>a</a></p>\n");
  CHECK(html_of_markdown("<a href=\"&#106;avascript:x\">a</a>\n") == "<p><a>a</a></p>\n");
  CHECK(html_of_markdown("x <img src=\"https://a.b/c.png\" alt=\"图\">\n") == "<p>x 图</p>\n");
  CHECK(html_of_markdown("x <img src=\"c.png\">\n") == "<p>x <img src=\"c.png\" alt=\"\" /></p>\n");
  CHECK(html_of_markdown("<i style=\"background:url(x)\">a</i>\n") == "<p><i>a</i></p>\n");
  CHECK(diagnostics_of_markdown(
            "甲<b onclick=\"x()\">a</b><a href=\"data:x\">b</a>\n\nx <img src=\"//a\" foo=1>\n\n"
            "<i style=\"background:url(x)\">a</i>\n") ==
        "1:5 html-script\n1:27 link-unsafe\n3:8 html-remote\n3:18 html-attribute\n5:4 html-style\n");
}

TEST_CASE("links of Markdown that run programs lose their address") {
  CHECK(html_of_markdown("[a](javascript:x) [b](VBScript:y) [c](data:text/html,z)\n") ==
        "<p><a>a</a> <a>b</a> <a>c</a></p>\n");
  CHECK(html_of_markdown("![a](data:image/png;base64,AA) ![b](data:text/html,z)\n") ==
        "<p><img src=\"data:image/png;base64,AA\" alt=\"a\" /> b</p>\n");
  CHECK(diagnostics_of_markdown("中[a](javascript:x)\n") == "1:2 link-unsafe\n");
}

TEST_CASE("unknown elements become a div or a span with a warning") {
  CHECK(html_of_markdown("<center>a</center>\n") == "<div class=\"center\">a</div>\n");
  CHECK(html_of_markdown("<foo>\n\nb\n\n</foo>\n") == "<div>\n<p>b</p>\n</div>\n");
  CHECK(html_of_markdown("a <foo>b</foo> <font>c</font>\n") == "<p>a <span>b</span> <span>c</span></p>\n");
  CHECK(diagnostics_of_markdown("a <foo>b</foo>\n") == "1:3 html-unknown\n");
}

TEST_CASE("elements in places that XHTML forbids become neutral ones") {
  CHECK(html_of_markdown("a <div>b</div> <td>c</td>\n") == "<p>a <span>b</span> <span>c</span></p>\n");
  CHECK(diagnostics_of_markdown("a <div>b</div>\n") == "1:3 html-misplaced\n");
  CHECK(html_of_markdown("<table>\n\ntext\n\n</table>\n") == "<table></table>\n<p>text</p>\n");
  CHECK(html_of_markdown("[a <a href=b>c</a>](d)\n") == "<p><a href=\"d\">a c</a></p>\n");
}

TEST_CASE("comments, instructions and CDATA leave nothing, references become characters") {
  CHECK(html_of_markdown("a<!-- b -->c<?d?>e<![CDATA[f]]>g\n") == "<p>aceg</p>\n");
  CHECK(html_of_markdown("<div title=\"&copy;&lt;\">&amp;&nbsp;&hearts;</div>\n") ==
        "<div title=\"©&lt;\">&amp;\u00A0♥</div>\n");
}

TEST_CASE("a width in percent, which old pages give pictures, becomes a style") {
  CHECK(html_of_markdown("甲<img src=\"a.png\" alt=\"\" width=\"60%\" style=\"color: red\">\n") ==
        "<p>甲<img src=\"a.png\" alt=\"\" style=\"width: 60%; color: red\" /></p>\n");
}

TEST_CASE("an attribute said twice counts once") {
  CHECK(html_of_markdown("<b id=x id=y CLASS=z>a</b>\n") == "<p><b id=\"x\" class=\"z\">a</b></p>\n");
}
