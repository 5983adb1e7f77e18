// Line ends of the source: nothing beside Chinese and Japanese, a blank beside Hangul and Latin.
#include <doctest/doctest.h>

#include "read/html_of.h"

using namespace pubbuild;
using namespace std::string_view_literals;

TEST_CASE("a line end between Chinese or Japanese characters is nothing") {
  CHECK(html_of_markdown("甲\n乙\n") == "<p>甲乙</p>\n");
  CHECK(html_of_markdown("です。\n「は」\n") == "<p>です。「は」</p>\n");
  CHECK(html_of_markdown("他说：“好。”\n“是的。”\n") == "<p>他说：“好。”“是的。”</p>\n");
  CHECK(html_of_markdown("甲——\n乙\n") == "<p>甲——乙</p>\n");
}

TEST_CASE("a line end between one of them and Latin is nothing") {
  CHECK(html_of_markdown("使用\nMarkdown\n写作\n") == "<p>使用Markdown写作</p>\n");
}

TEST_CASE("a line end beside Hangul or between Latin words stays") {
  CHECK(html_of_markdown("한국\n말\n") == "<p>한국\n말</p>\n");
  CHECK(html_of_markdown("漢字\n말\n") == "<p>漢字\n말</p>\n");
  CHECK(html_of_markdown("“Hello.”\n“World”\n") == "<p>“Hello.”\n“World”</p>\n");
}

TEST_CASE("marks of Markdown at the line end do not count") {
  CHECK(html_of_markdown("**甲**\n*乙*\n`丙`\n[丁](e)\n戊\n") ==
        "<p><strong>甲</strong><em>乙</em><code>丙</code><a href=\"e\">丁</a>戊</p>\n");
  CHECK(html_of_markdown("**a**\n*b*\n") == "<p><strong>a</strong>\n<em>b</em></p>\n");
}

TEST_CASE("a hard line break stays one beside any text") {
  CHECK(html_of_markdown("甲  \n乙\\\n丙\n") == "<p>甲<br />\n乙<br />\n丙</p>\n");
}

TEST_CASE("line ends may be CR LF or CR, and zero characters are replaced") {
  CHECK(html_of_markdown("# a\r\n\r\nb\r\nc\rd\r\r- e\r\n") ==
        "<h1>a</h1>\n<p>b\nc\nd</p>\n<ul>\n<li>e</li>\n</ul>\n");
  CHECK(html_of_markdown("a\0b `c\0`\n\n    d\0\n"sv) ==
        "<p>a\uFFFDb <code>c\uFFFD</code></p>\n<pre><code>d\uFFFD\n</code></pre>\n");
}
