// Of pandoc's Markdown: scripts, definition lists, line blocks, captions.
#include <doctest/doctest.h>

#include "read/html_of.h"

using namespace pubbuild;

TEST_CASE("single tildes and carets set scripts below and above the line") {
  CHECK(html_of_markdown("H~2~O、x^2^、Ca^2+^、v~平均~、10^−3^、log~10~*x*\n") ==
        "<p>H<sub>2</sub>O、x<sup>2</sup>、Ca<sup>2+</sup>、v<sub>平均</sub>、10<sup>−3</sup>、log<sub>10</"
        "sub><em>x</em></p>\n");
  CHECK(html_of_markdown("x~*i*~^**2**^ 注^①^\n") ==
        "<p>x<sub><em>i</em></sub><sup><strong>2</strong></sup> 注<sup>①</sup></p>\n");
}

TEST_CASE("ranges, lengthened vowels and smiles are no scripts") {
  for (const std::string text : {"5~10元，20~30元", "1~2,3~4", "好的~谢谢~", "哈哈^_^再见", "a~b c~d",
                                 "2^10 3^5", "a ~b~ c", "3~5月、8~10月", "H~ 2~O", "x^^2"}) {
    CHECK(html_of_markdown(text + "\n") == "<p>" + text + "</p>\n");
  }
}

TEST_CASE("two tildes strike through beside scripts") {
  CHECK(html_of_markdown("~~H~2~O~~\n") == "<p><del>H<sub>2</sub>O</del></p>\n");
}

TEST_CASE("a line and a line with a colon are a term and its definition") {
  CHECK(html_of_markdown("甲\n: 乙*丙*\n\n丁\n: 戊\n: 己\n") ==
        "<dl>\n<dt>甲</dt>\n<dd>乙<em>丙</em></dd>\n<dt>丁</dt>\n<dd>戊</dd>\n<dd>己</dd>\n</dl>\n");
}

TEST_CASE("a blank line before a definition makes it paragraphs") {
  CHECK(html_of_markdown("甲\n\n:   乙\n\n    丙\n\n    - 丁\n\n戊\n") ==
        "<dl>\n<dt>甲</dt>\n<dd>\n<p>乙</p>\n<p>丙</p>\n<ul>\n<li>丁</li>\n</ul>\n</dd>\n</dl>\n<p>戊</p>\n");
}

TEST_CASE("several lines before a definition are a term each") {
  CHECK(html_of_markdown("甲\n乙\n~ 丙\n") == "<dl>\n<dt>甲</dt>\n<dt>乙</dt>\n<dd>丙</dd>\n</dl>\n");
}

TEST_CASE("definition lists stand in quotations and items") {
  CHECK(html_of_markdown("> 甲\n> : 乙\n") ==
        "<blockquote>\n<dl>\n<dt>甲</dt>\n<dd>乙</dd>\n</dl>\n</blockquote>\n");
  CHECK(html_of_markdown("- 甲\n  : 乙\n- 丙\n") ==
        "<ul>\n<li>\n<dl>\n<dt>甲</dt>\n<dd>乙</dd>\n</dl>\n</li>\n<li>丙</li>\n</ul>\n");
}

TEST_CASE("a colon with nothing to define is text with a warning") {
  CHECK(html_of_markdown("# 甲\n\n: 乙\n") == "<h1>甲</h1>\n<p>: 乙</p>\n");
  CHECK(diagnostics_of_markdown("# 甲\n\n: 乙\n") == "3:1 definition-stray\n");
  CHECK(html_of_markdown("甲\n\n\n: 乙\n") == "<p>甲</p>\n<p>: 乙</p>\n");
  CHECK(html_of_markdown("甲\n:乙\n") == "<p>甲:乙</p>\n");
}

TEST_CASE("lines that begin with a bar stay lines") {
  CHECK(html_of_markdown("| 床前明月光\n|   疑是*地上*霜\n|\n| 举头望明月\n  低头思故乡\n") ==
        "<div class=\"line-block\">床前明月光<br />\n\u00A0\u00A0疑是<em>地上</em>霜<br />\n<br "
        "/>\n举头望明月低头思故乡</div>\n");
}

TEST_CASE("rows of a table without its delimiter row are text with a warning") {
  CHECK(html_of_markdown("| 甲 | 乙 |\n| 丙 | 丁 |\n") == "<p>| 甲 | 乙 |\n| 丙 | 丁 |</p>\n");
  CHECK(diagnostics_of_markdown("| 甲 | 乙 |\n| 丙 | 丁 |\n") == "1:1 table-form\n");
}

TEST_CASE("a table has its caption behind it or before it") {
  const std::string rows = "<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n";
  const std::string table = "|a|\n|-|\n";
  for (const std::string caption : {": 议程 *表*", "Table: 议程 *表*", "table: 议程\n*表*"}) {
    const std::string blank = caption[0] == 't' ? "" : " ";
    const std::string made = "<table>\n<caption>议程" + blank + "<em>表</em></caption>\n" + rows;
    CHECK(html_of_markdown(table + caption + "\n") == made);
    CHECK(html_of_markdown(table + "\n" + caption + "\n\n甲\n") == made + "<p>甲</p>\n");
    CHECK(html_of_markdown("# 甲\n\n" + caption + "\n\n" + table) == "<h1>甲</h1>\n" + made);
  }
}

TEST_CASE("a caption between two tables belongs to the first") {
  const std::string rows = "<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n";
  CHECK(html_of_markdown("|a|\n|-|\n\n: 甲\n\n|a|\n|-|\n") ==
        "<table>\n<caption>甲</caption>\n" + rows + "<table>\n" + rows);
}

TEST_CASE("attributes at the end of a caption are the table's") {
  CHECK(html_of_markdown("|a|\n|-|\n\n: 议程 {#tbl:agenda .wide}\n") ==
        "<table id=\"tbl:agenda\" "
        "class=\"wide\">\n<caption>议程</caption>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</"
        "thead>\n</table>\n");
}

TEST_CASE("cells of a raw table hold blocks of Markdown") {
  CHECK(html_of_markdown("<table>\n<tr>\n<td>\n\n甲\n\n- 乙\n\n</td>\n</tr>\n</table>\n") ==
        "<table>\n<tr>\n<td>\n<p>甲</p>\n<ul>\n<li>乙</li>\n</ul>\n</td>\n</tr>\n</table>\n");
}

TEST_CASE("mentions of figures, tables, sections, exercises and pages are links to be filled") {
  CHECK(html_of_markdown("见[@fig:plan]、[@page:a]\n") ==
        "<p>见<a class=\"ref\" href=\"#fig:plan\">[@fig:plan]</a>、<a class=\"ref\" "
        "href=\"#page:a\">[@page:a]</a></p>\n");
  CHECK(html_of_markdown("[@张三] [@fig:] [@fig:a b]\n") == "<p>[@张三] [@fig:] [@fig:a b]</p>\n");
}
