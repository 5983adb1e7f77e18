// One h1 an article, no level skipped, an id for every heading.
#include <doctest/doctest.h>

#include "resolved.h"

using namespace pubbuild;

TEST_CASE("headings of the text stand below the title") {
  CHECK(resolved("<h1>题</h1><h1>一</h1><h2>甲</h2><h6>乙</h6>").body() ==
        "<h2 id=\"s1\">一</h2><h3 id=\"s1-1\">甲</h3><h4 id=\"s1-1-1\">乙</h4>");
  CHECK(resolved("<h1>题</h1><h2>一</h2><h3>甲</h3>").body() ==
        "<h2 id=\"s1\">一</h2><h3 id=\"s1-1\">甲</h3>");
}

TEST_CASE("a skipped level is closed up with one warning") {
  const Resolved result = resolved("<h1>题</h1><h2>一</h2><h4>甲</h4><h4>乙</h4><h2>二</h2>");
  CHECK(result.body() ==
        "<h2 id=\"s1\">一</h2><h3 id=\"s1-1\">甲</h3><h3 id=\"s1-2\">乙</h3><h2 id=\"s2\">二</h2>");
  CHECK(result.codes() == Codes{"heading-level"});
}

TEST_CASE("the list of headings has levels, words and ids") {
  const Resolved result = resolved(
      "<h1>题</h1><h2>一<a class=\"footnote-ref\" href=\"#fn:a\"></a></h2><h3>see "
      "<ruby>漢<rt>かん</rt></ruby></h3>"
      "<aside class=\"footnote\" id=\"fn:a\"><p>注</p></aside>");
  const std::vector<Heading>& headings = result.publication.headings;
  REQUIRE(headings.size() == 3);
  CHECK(headings[0].level == 1);
  CHECK(headings[1].text == "一");
  CHECK(headings[1].id == "s1");
  CHECK(headings[2].level == 3);
  CHECK(headings[2].text == "see 漢");
}

TEST_CASE("a heading in a quotation has an id, but divides nothing") {
  const Resolved result = resolved("<h1>题</h1><blockquote><h3>引</h3></blockquote>");
  CHECK(result.body() == "<blockquote><h3 id=\"s0-1\">引</h3></blockquote>");
  CHECK(result.publication.headings.size() == 1);
  CHECK(result.codes().empty());
}

TEST_CASE("ASCII headings are called after their words, each its own name") {
  CHECK(resolved("<h1>题</h1><h2>Getting started!</h2><h2>Getting started</h2>").body() ==
        "<h2 id=\"getting-started\">Getting started!</h2><h2 id=\"getting-started-2\">Getting started</h2>");
}

TEST_CASE("ids of several articles do not meet") {
  Resolved result;
  result.article("<h1>题</h1><h2>一</h2>");
  result.article("<h1>题</h1><h2>一</h2>", "b.md");
  result.run();
  CHECK(result.body(0) == "<h2 id=\"s1\">一</h2>");
  CHECK(result.body(1) == "<h2 id=\"a2-s1\">一</h2>");
}
