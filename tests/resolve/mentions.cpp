// [@fig:plan] and its like become links to what they mention.
#include <doctest/doctest.h>

#include "resolved.h"

using namespace pubbuild;

namespace {

std::string mention(const std::string& name) {
  return "<a class=\"ref\" href=\"#" + name + "\">[@" + name + "]</a>";
}

}  // namespace

TEST_CASE("mentions of figures, tables, sections and exercises say what they lead to") {
  const Resolved result =
      resolved("<h1>题</h1><p>" + mention("fig:plan") + mention("tbl:agenda") + mention("sec:rules") +
               mention("ex:one") +
               "</p><h2 id=\"sec:rules\">规则</h2><p><img src=\"a.png\" alt=\"图\" id=\"fig:plan\"></p>"
               "<table id=\"tbl:agenda\"></table><div class=\"exercise\" id=\"one\"><p>问</p></div>");
  CHECK(result.body() ==
        "<p><a class=\"ref ref-figure\" href=\"#id-2\"></a><a class=\"ref ref-table\" href=\"#id-3\"></a><a "
        "class=\"ref ref-section\" href=\"#id\"></a><a class=\"ref ref-exercise\" href=\"#one\"></a></p>"
        "<h2 id=\"id\">规则</h2><figure id=\"id-2\" class=\"numbered\"><img src=\"a.png\" "
        "alt=\"图\"><figcaption>图</figcaption></figure><table id=\"id-3\" class=\"numbered\"></table>"
        "<div class=\"exercise unlabelled\" id=\"one\"><p>问</p></div>");
}

TEST_CASE("a figure that is mentioned without its kind in its name is numbered too") {
  const Resolved result = resolved("<h1>题</h1><p>" + mention("fig:plan") +
                                   "</p><figure id=\"plan\"><figcaption>图</figcaption></figure>");
  CHECK(result.body() ==
        "<p><a class=\"ref ref-figure\" href=\"#plan\"></a></p>"
        "<figure id=\"plan\" class=\"numbered\"><figcaption>图</figcaption></figure>");
}

TEST_CASE("a mention of a page finds any name and holds the title of the section") {
  const Resolved result = resolved("<h1>题</h1><p>" + mention("page:rules") + mention("page:word") +
                                   "</p><h2 id=\"sec:rules\">规则</h2><p><span id=\"word\">词</span></p>");
  const std::string section = "<span class=\"section-title\">规则</span></a>";
  CHECK(result.body() == "<p><a class=\"ref ref-page\" href=\"#id\">" + section +
                             "<a class=\"ref ref-page\" href=\"#word\">" + section +
                             "</p><h2 id=\"id\">规则</h2><p><span id=\"word\">词</span></p>");
}

TEST_CASE("a mention leads into another article") {
  Resolved result;
  result.article("<h1>甲</h1><p>" + mention("sec:rules") + "</p>");
  result.article("<h1>乙</h1><h2 id=\"sec:rules\">规则</h2>", "b.md");
  result.run();
  CHECK(result.body() == "<p><a class=\"ref ref-section\" href=\"#a2-id\"></a></p>");
}

TEST_CASE("a mention of nothing stays as written, and the nearest name is told") {
  const Resolved result =
      resolved("<h1>题</h1><p>" + mention("fig:plam") + "</p><table id=\"fig:plan\"></table>");
  CHECK(result.body().starts_with("<p><span class=\"ref\">[@fig:plam]</span></p>"));
  REQUIRE(result.codes() == Codes{"reference-target"});
  CHECK(result.diagnostics.all()[0].hint == "the nearest name is 'fig:plan'");
}

TEST_CASE("a mention of what has no number stays as written with a warning") {
  const Resolved result = resolved("<h1>题</h1><p id=\"a\">" + mention("fig:a") + "</p>");
  CHECK(result.body() == "<p id=\"a\"><span class=\"ref\">[@fig:a]</span></p>");
  CHECK(result.codes() == Codes{"reference-kind"});
}

TEST_CASE("a link that only has the class of mentions is a link") {
  const Resolved result = resolved("<h1>题</h1><p id=\"a:b\"><a class=\"ref\" href=\"#a:b\">甲</a></p>");
  CHECK(result.body() == "<p id=\"id\"><a class=\"ref\" href=\"#id\">甲</a></p>");
}
