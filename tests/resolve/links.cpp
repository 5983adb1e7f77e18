// Links lead to ids, to headings by the names pandoc and GitHub give them, or out to the web.
#include <doctest/doctest.h>

#include "resolved.h"

using namespace pubbuild;

TEST_CASE("a link leads to a heading by its automatic name") {
  for (const char* href : {"#一规则-rules", "#%E4%B8%80%E8%A7%84%E5%88%99-rules"}) {
    const Resolved result =
        resolved("<h1>题</h1><p><a href=\"" + std::string(href) + "\">见</a></p><h2>一、规则 Rules</h2>");
    CHECK(result.body() == "<p><a href=\"#s1\">见</a></p><h2 id=\"s1\">一、规则 Rules</h2>");
    CHECK(result.codes().empty());
  }
}

TEST_CASE("an id that cannot stay is renamed and its links follow") {
  const Resolved result = resolved(
      "<h1>题</h1><p><a href=\"#规则\">a</a><a href=\"#ok\">b</a></p><p id=\"规则\">c</p><p id=\"ok\">d</p>");
  CHECK(result.body() ==
        "<p><a href=\"#id\">a</a><a href=\"#ok\">b</a></p><p id=\"id\">c</p><p id=\"ok\">d</p>");
  CHECK(result.codes().empty());
}

TEST_CASE("an id given twice is said; links lead to the first") {
  const Resolved result =
      resolved("<h1>题</h1><p id=\"a\">1</p><p id=\"a\">2</p><p><a href=\"#a\">3</a></p>");
  CHECK(result.body() == "<p id=\"a\">1</p><p id=\"a-2\">2</p><p><a href=\"#a\">3</a></p>");
  CHECK(result.codes() == Codes{"id-duplicate"});
}

TEST_CASE("the same id in two articles means each article's own") {
  Resolved result;
  result.article("<h1>甲</h1><p id=\"a\"><a href=\"#a\">1</a></p>");
  result.article("<h1>乙</h1><p id=\"a\"><a href=\"#a\">2</a></p>", "b.md");
  result.run();
  CHECK(result.body(1) == "<p id=\"a-2\"><a href=\"#a-2\">2</a></p>");
  CHECK(result.codes().empty());
}

TEST_CASE("a link to nothing loses its href, and the nearest name is told") {
  const Resolved result = resolved("<h1>题</h1><h2>Rules</h2><p><a href=\"#ruels\">见</a></p>");
  CHECK(result.body() == "<h2 id=\"rules\">Rules</h2><p><a>见</a></p>");
  REQUIRE(result.codes() == Codes{"link-target"});
  CHECK(result.diagnostics.all()[0].hint == "the nearest name is 'rules'");
}

TEST_CASE("links out of the publication stay where they work for everybody") {
  const Resolved result = resolved(
      "<h1>题</h1><p><a href=\"https://example.org/a\">1</a><a href=\"mailto:a@b\">2</a><a "
      "href=\"tel:1\">3</a>"
      "<a href=\"a.pdf\">4</a><a href=\"ftp://a\">5</a><a href=\"/etc/passwd\">6</a><a href=\"\">7</a></p>");
  CHECK(result.body() ==
        "<p><a href=\"https://example.org/a\">1</a><a href=\"mailto:a@b\">2</a><a href=\"tel:1\">3</a>"
        "<a>4</a><a>5</a><a>6</a><a>7</a></p>");
  CHECK(result.codes() == Codes{"link-file", "link-file", "link-file", "link-file"});
}

TEST_CASE("a link to the file of another article leads into it") {
  Resolved result;
  result.article("<h1>甲</h1><p><a href=\"b.md#rules\">1</a><a href=\"./b.md\">2</a></p>", "texts/a.md");
  result.article("<h1>乙</h1><h2>Rules</h2>", "texts/b.md");
  result.run();
  CHECK(result.body(0) == "<p><a href=\"#rules\">1</a><a href=\"#a2-title\">2</a></p>");
  CHECK(result.codes().empty());
}

TEST_CASE("the second of two equal headings has a name of its own") {
  const Resolved result = resolved("<h1>题</h1><h2>小结</h2><h2>小结</h2><p><a href=\"#小结-1\">见</a></p>");
  CHECK(result.body() == "<h2 id=\"s1\">小结</h2><h2 id=\"s2\">小结</h2><p><a href=\"#s2\">见</a></p>");
}
