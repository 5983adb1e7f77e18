// GFM's tables, task items, strikethrough and bare links.
#include <doctest/doctest.h>

#include "read/html_of.h"

using namespace pubbuild;

TEST_CASE("a table has a head, a body, and classes for its alignments") {
  CHECK(html_of_markdown("| 项目 | 数量 | 备注 |\n|:--|--:|:-:|\n| 甲 | *1* | x \\| y |\n") ==
        "<table>\n<thead>\n<tr>\n<th class=\"left\">项目</th>\n<th class=\"right\">数量</th>\n"
        "<th class=\"center\">备注</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"left\">甲</td>\n"
        "<td class=\"right\"><em>1</em></td>\n<td class=\"center\">x | y</td>\n</tr>\n</tbody>\n</table>\n");
}

TEST_CASE("a table needs no pipes at its sides, and no body") {
  CHECK(html_of_markdown("a | b\n- | -\n") ==
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n</table>\n");
}

TEST_CASE("a table may follow a paragraph at once, and ends where another block begins") {
  CHECK(html_of_markdown("text\n|a|\n|-|\n|b|\n> q\n") ==
        "<p>text</p>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n"
        "</tbody>\n</table>\n<blockquote>\n<p>q</p>\n</blockquote>\n");
}

TEST_CASE("a short row is filled up, a long one is cut with a warning") {
  CHECK(html_of_markdown("|a|b|\n|-|-|\n|1|\n|1|2|3|\n") ==
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td></"
        "td>\n"
        "</tr>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n");
  CHECK(diagnostics_of_markdown("|a|b|\n|-|-|\n|1|\n|1|2|3|\n") == "4:6 table-cells\n");
}

TEST_CASE("header and delimiter row must have as many cells as each other") {
  CHECK(html_of_markdown("|a|b|\n|-|\n") == "<p>|a|b|\n|-|</p>\n");
}

TEST_CASE("a pipe in code is still the end of a cell, unless it is escaped") {
  CHECK(html_of_markdown("|a|\n|-|\n|`x \\| y`|\n") ==
        "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><code>x | "
        "y</code></td>\n</tr>\n"
        "</tbody>\n</table>\n");
}

TEST_CASE("a cell may hold raw lists and line breaks") {
  CHECK(html_of_markdown("|a|\n|-|\n|x<br>y<ul><li>z</li></ul>|\n") ==
        "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
        "<td>x<br />y<ul><li>z</li></ul></td>\n</tr>\n</tbody>\n</table>\n");
}

TEST_CASE("a table of more than 128 columns is text, said once") {
  std::string row;
  std::string dashes;
  for (int column = 0; column < 129; ++column) {
    row += "|a";
    dashes += "|-";
  }
  const std::string markdown = row + "\n" + dashes + "\n\n" + row + "\n" + dashes + "\n";
  CHECK(diagnostics_of_markdown(markdown) == "1:1 table-columns\n");
}

TEST_CASE("task items have classes, no boxes") {
  CHECK(html_of_markdown("- [ ] 起草\n- [x] *审核*\n- [X] 印发\n- [] 无\n- [ ]\n") ==
        "<ul>\n<li class=\"task\">起草</li>\n<li class=\"task done\"><em>审核</em></li>\n"
        "<li class=\"task done\">印发</li>\n<li>[] 无</li>\n<li>[ ]</li>\n</ul>\n");
}

TEST_CASE("a task item in a loose list has paragraphs") {
  CHECK(html_of_markdown("- [ ] a\n\n  b\n") ==
        "<ul>\n<li class=\"task\">\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n");
}

TEST_CASE("two tildes strike through, one and three do not") {
  CHECK(html_of_markdown("~~删去~~，保留\n") == "<p><del>删去</del>，保留</p>\n");
  CHECK(html_of_markdown("~~**a** b~~\n") == "<p><del><strong>a</strong> b</del></p>\n");
  CHECK(html_of_markdown("~a~ ~~~b~~~\n") == "<p>~a~ ~~~b~~~</p>\n");
}

TEST_CASE("a bare address is a link without the punctuation behind it") {
  CHECK(html_of_markdown("see www.a.org/x_y_z. (https://b.cn/q?a=(1))\n") ==
        "<p>see <a href=\"http://www.a.org/x_y_z\">www.a.org/x_y_z</a>. "
        "(<a href=\"https://b.cn/q?a=(1)\">https://b.cn/q?a=(1)</a>)</p>\n");
  CHECK(html_of_markdown("**https://a.cn**\n") ==
        "<p><strong><a href=\"https://a.cn\">https://a.cn</a></strong></p>\n");
  CHECK(html_of_markdown("www.a_b.c_d www. http://\n") == "<p>www.a_b.c_d www. http://</p>\n");
}

TEST_CASE("Chinese, Japanese and Korean text ends a bare address") {
  CHECK(html_of_markdown("见https://a.cn/b，再看www.c.cn的说明。\n") ==
        "<p>见<a href=\"https://a.cn/b\">https://a.cn/b</a>，再看<a "
        "href=\"http://www.c.cn\">www.c.cn</a>的说明。</p>\n");
  CHECK(html_of_markdown("“https://a.cn”及 http://b.kr에서\n") ==
        "<p>“<a href=\"https://a.cn\">https://a.cn</a>”及 <a href=\"http://b.kr\">http://b.kr</a>에서</p>\n");
}

TEST_CASE("letters beyond ASCII that are not CJK go on with a bare address") {
  CHECK(html_of_markdown("http://a.b/é/ü.\n") ==
        "<p><a href=\"http://a.b/%C3%A9/%C3%BC\">http://a.b/é/ü</a>.</p>\n");
}

TEST_CASE("a bare mail address is a link") {
  CHECK(html_of_markdown("信箱：a.b_c@d-e.org。\n") ==
        "<p>信箱：<a href=\"mailto:a.b_c@d-e.org\">a.b_c@d-e.org</a>。</p>\n");
  CHECK(html_of_markdown("a@b a@b.c_\n") == "<p>a@b a@b.c_</p>\n");
}

TEST_CASE("an address in the text of a link is no link of its own") {
  CHECK(html_of_markdown("[https://a.cn](https://b.cn)\n") ==
        "<p><a href=\"https://b.cn\">https://a.cn</a></p>\n");
}
