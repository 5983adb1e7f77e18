// {#id .class key="value"} on spans, headings, pictures, links and code.
#include <doctest/doctest.h>

#include "read/html_of.h"

using namespace pubbuild;

TEST_CASE("brackets with attributes are a span") {
  CHECK(html_of_markdown("[要点]{.dots}与[王安石]{.proper}的[临川集]{.title}\n") ==
        "<p><span class=\"dots\">要点</span>与<span class=\"proper\">王安石</span>的<span "
        "class=\"title\">临川集</span></p>\n");
}

TEST_CASE("a span has classes, an id, a language and other attributes") {
  CHECK(html_of_markdown("[語]{#go .a .b-c lang=ja title=\"甲 \\\"乙\\\"\"}\n") ==
        "<p><span id=\"go\" class=\"a b-c\" lang=\"ja\" title=\"甲 &quot;乙&quot;\">語</span></p>\n");
}

TEST_CASE("a span holds emphasis, links and spans, and stands in them") {
  CHECK(html_of_markdown("[*甲*[乙](b)[丙]{.c}]{.d}\n") ==
        "<p><span class=\"d\"><em>甲</em><a href=\"b\">乙</a><span class=\"c\">丙</span></span></p>\n");
  CHECK(html_of_markdown("**[甲]{.a}乙**\n") == "<p><strong><span class=\"a\">甲</span>乙</strong></p>\n");
  CHECK(html_of_markdown("[[甲]{.a}](b)\n") == "<p><a href=\"b\"><span class=\"a\">甲</span></a></p>\n");
}

TEST_CASE("an empty span with an id is a place to link to") {
  CHECK(html_of_markdown("[]{#here}甲\n") == "<p><span id=\"here\"></span>甲</p>\n");
}

TEST_CASE("attributes may go on in the next line") {
  CHECK(html_of_markdown("> [甲]{.a\n> .b}\n") ==
        "<blockquote>\n<p><span class=\"a b\">甲</span></p>\n</blockquote>\n");
}

TEST_CASE("marked and underlined spans are HTML's elements") {
  CHECK(html_of_markdown("[甲]{.mark}[乙]{.underline}\n") ==
        "<p><mark class=\"mark\">甲</mark><u class=\"underline\">乙</u></p>\n");
}

TEST_CASE("an index term keeps the spelling it is sorted by") {
  CHECK(html_of_markdown("[保密义务]{.index key=\"bǎomì\"}\n") ==
        "<p><span class=\"index\" data-key=\"bǎomì\">保密义务</span></p>\n");
}

TEST_CASE("links, pictures and code have attributes") {
  CHECK(html_of_markdown("[甲](a){.b}![乙](c){#d .e}`x`{.py}<http://f>{.g}\n") ==
        "<p><a href=\"a\" class=\"b\">甲</a><img src=\"c\" alt=\"乙\" id=\"d\" class=\"e\" /><code "
        "class=\"py\">x</code><a href=\"http://f\" class=\"g\">http://f</a></p>\n");
  CHECK(html_of_markdown("[甲][r]{.b}\n\n[r]: /u\n") == "<p><a href=\"/u\" class=\"b\">甲</a></p>\n");
}

TEST_CASE("the size of a picture is style") {
  CHECK(html_of_markdown("甲![](a){width=60%}![](b){width=5cm height=300}\n") ==
        "<p>甲<img src=\"a\" alt=\"\" style=\"width: 60%\" /><img src=\"b\" alt=\"\" style=\"width: 5cm; "
        "height: 300px\" /></p>\n");
  CHECK(diagnostics_of_markdown("![](a){width=wide}\n") == "1:8 attribute\n");
}

TEST_CASE("a heading ends with its attributes") {
  CHECK(html_of_markdown("# 甲 {#a .b}\n\n## 乙 ## {.unnumbered}\n\n丙 {-}\n---\n") ==
        "<h1 id=\"a\" class=\"b\">甲</h1>\n<h2 class=\"unnumbered\">乙</h2>\n<h2 "
        "class=\"unnumbered\">丙</h2>\n");
  CHECK(html_of_markdown("# {#a}\n") == "<h1 id=\"a\"></h1>\n");
  CHECK(html_of_markdown("# 甲 \\{#a}\n") == "<h1>甲 {#a}</h1>\n");
  CHECK(html_of_markdown("# 集合{甲}\n") == "<h1>集合{甲}</h1>\n");
}

TEST_CASE("fenced code has a language and attributes") {
  CHECK(html_of_markdown("```{.python #a .b}\nx\n```\n") ==
        "<pre id=\"a\" class=\"b\"><code class=\"language-python\">x\n</code></pre>\n");
  CHECK(html_of_markdown("~~~ ruby {.b}\nx\n~~~\n") ==
        "<pre class=\"b\"><code class=\"language-ruby\">x\n</code></pre>\n");
}

TEST_CASE("an attribute that is not known is left out with a warning and the nearest name") {
  CHECK(html_of_markdown("[甲]{.a widht=1}\n") == "<p><span class=\"a\">甲</span></p>\n");
  CHECK(diagnostics_of_markdown("[甲]{.a widht=1}\n") == "1:8 attribute\n");
}

TEST_CASE("scripts and styles that reach outside are left out as in raw HTML") {
  CHECK(diagnostics_of_markdown("[甲]{onclick=a style=\"b:url(c)\"}\n") ==
        "1:5 html-script\n1:15 html-style\n");
}

TEST_CASE("what is nearly a list of attributes is text with a warning") {
  for (const char* text : {"[甲]{.a", "[甲]{#a b}", "[甲]{dots}", "[甲]{.a,.b}"}) {
    CHECK(html_of_markdown(text) == "<p>" + std::string(text) + "</p>\n");
    CHECK(diagnostics_of_markdown(text) == "1:4 attribute-form\n");
  }
  CHECK(diagnostics_of_markdown("[甲]{} [乙]{丙} [丁] {.a}\n").empty());
}
