// Footnotes: marks in the text, asides after the blocks.
#include <doctest/doctest.h>

#include "read/html_of.h"

using namespace pubbuild;

namespace {

std::string mark(const std::string& label) {
  return "<a class=\"footnote-ref\" href=\"#fn:" + label +
         "\" epub:type=\"noteref\" role=\"doc-noteref\"></a>";
}

std::string aside(const std::string& label, const std::string& content) {
  return "<aside class=\"footnote\" id=\"fn:" + label + "\" epub:type=\"footnote\" role=\"doc-footnote\">\n" +
         content + "</aside>\n";
}

}  // namespace

TEST_CASE("a footnote is a mark in the text and an aside after all blocks") {
  CHECK(html_of_markdown("甲[^1]乙\n\n[^1]: 说明\n\n丙\n") ==
        "<p>甲" + mark("1") + "乙</p>\n<p>丙</p>\n" + aside("1", "<p>说明</p>\n"));
}

TEST_CASE("a footnote may hold several blocks by indentation") {
  CHECK(
      html_of_markdown("a[^n]\n\n[^n]: b\n    c\n\n    > d\n\n        code\n\ne\n") ==
      "<p>a" + mark("n") + "</p>\n<p>e</p>\n" +
          aside("n", "<p>b\nc</p>\n<blockquote>\n<p>d</p>\n</blockquote>\n<pre><code>code\n</code></pre>\n"));
}

TEST_CASE("definitions follow one another without blank lines, in the order they are written") {
  CHECK(html_of_markdown("a[^y][^x]\n[^x]: 1\n[^y]: 2\n") ==
        "<p>a" + mark("y") + mark("x") + "</p>\n" + aside("x", "<p>1</p>\n") + aside("y", "<p>2</p>\n"));
}

TEST_CASE("an inline note gets a label of its own") {
  CHECK(html_of_markdown("甲^[乙*丙*[丁](e)]戊^[己]\n\n[^a]: 庚[^a]\n") ==
        "<p>甲" + mark("^1") + "戊" + mark("^2") + "</p>\n" +
            aside("^1", "<p>乙<em>丙</em><a href=\"e\">丁</a></p>\n") + aside("^2", "<p>己</p>\n") +
            aside("a", "<p>庚" + mark("a") + "</p>\n"));
}

TEST_CASE("labels match whatever their case, and the definition's spelling counts") {
  CHECK(html_of_markdown("a[^NOTE]\n\n[^Note]: b\n") ==
        "<p>a" + mark("Note") + "</p>\n" + aside("Note", "<p>b</p>\n"));
}

TEST_CASE("a mark without a definition stays text with a warning") {
  CHECK(html_of_markdown("甲乙[^x]丙\n") == "<p>甲乙[^x]丙</p>\n");
  CHECK(diagnostics_of_markdown("甲乙[^x]丙\n") == "1:3 note-undefined\n");
}

TEST_CASE("of two definitions the first wins, with a warning at the second") {
  CHECK(html_of_markdown("[^x]: a\n\n[^x]: b\n") == aside("x", "<p>a</p>\n"));
  CHECK(diagnostics_of_markdown("[^x]: a\n\n[^x]: b\n") == "3:1 note-duplicate\n");
}

TEST_CASE("a note in the text of a link follows the link") {
  CHECK(html_of_markdown("[a[^x] b](c) d\n\n[^x]: e\n") ==
        "<p><a href=\"c\">a b</a>" + mark("x") + " d</p>\n" + aside("x", "<p>e</p>\n"));
}

TEST_CASE("a footnote in a quotation is an aside all the same") {
  CHECK(html_of_markdown("> a[^x]\n>\n> [^x]: b\n") ==
        "<blockquote>\n<p>a" + mark("x") + "</p>\n</blockquote>\n" + aside("x", "<p>b</p>\n"));
}

TEST_CASE("a footnote without text is a warning") {
  CHECK(diagnostics_of_markdown("甲[^x]^[]^[ ]^[乙]\n\n[^x]:\n") ==
        "1:6 note-empty\n1:9 note-empty\n3:1 note-empty\n");
}
