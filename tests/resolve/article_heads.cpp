// Every article begins with its head: title, subtitle, authors, source and date.
#include <doctest/doctest.h>

#include "resolve/dates.h"
#include "resolved.h"

using namespace pubbuild;

TEST_CASE("the first heading becomes the title") {
  const Resolved result = resolved("<h1>履职<em>指南</em></h1><p>正文</p>");
  CHECK(result.markup() ==
        "<header class=\"article-head\"><h1 id=\"title\">履职<em>指南</em></h1></header><p>正文</p>");
  CHECK(result.publication.metadata.title.text == "履职指南");
}

TEST_CASE("a tag line that the article begins with stands above the title") {
  CHECK(resolved("<p class=\"tag\">第三讲</p><h1>指南</h1><p class=\"tag\">x</p>").markup() ==
        "<header class=\"article-head\"><p class=\"tag\">第三讲</p><h1 id=\"title\">指南</h1></header><p "
        "class=\"tag\">x</p>");
}

TEST_CASE("a lower heading is the title where the article begins with it") {
  CHECK(resolved("<h2>Rules</h2><p>x</p>").markup() ==
        "<header class=\"article-head\"><h1 id=\"rules\">Rules</h1></header><p>x</p>");
  CHECK(resolved("<p>x</p><h2>Rules</h2>").markup() ==
        "<header class=\"article-head\"><h1 id=\"article\">article</h1></header><p>x</p><h2 "
        "id=\"rules\">Rules</h2>");
}

TEST_CASE("the title of the front matter is not doubled by the first heading") {
  Resolved result;
  result.article("<h1>指南</h1><p>正文</p><h1>一</h1>").metadata.title.text = "指南";
  result.run();
  CHECK(result.markup() ==
        "<header class=\"article-head\"><h1 id=\"title\">指南</h1></header><p>正文</p><h2 id=\"s1\">一</h2>");
}

TEST_CASE("a first heading that differs from the title stays in the text") {
  Resolved result;
  result.article("<h1>导言</h1>").metadata.title.text = "指南";
  result.run();
  CHECK(result.body() == "<h2 id=\"s1\">导言</h2>");
}

TEST_CASE("without title and heading the file's name is the title") {
  Resolved result;
  result.article("<p>正文</p>", "texts/议事规则.md");
  result.run();
  CHECK(result.publication.metadata.title.text == "议事规则");
}

TEST_CASE("an article from standard input is untitled in its language") {
  Resolved result;
  result.article("<p>正文</p>", "-");
  result.run();
  CHECK(result.publication.metadata.title.text == "无题");
}

TEST_CASE("the lines of the head in Chinese") {
  Resolved result;
  Metadata& metadata = result.article("").metadata;
  metadata.title.text = "标题";
  metadata.subtitle.text = "副标题";
  metadata.authors = {{"王芳", "", ""}, {"李明", "整理", ""}};
  metadata.source.text = "学习时报";
  metadata.date.text = "2026-05-03";
  result.run();
  CHECK(result.markup() ==
        "<header class=\"article-head\"><h1 id=\"title\">标题</h1><p class=\"subtitle\">——副标题</p>"
        "<p class=\"author\">王芳\u3000李明\u00A0整理</p><p class=\"source\">学习时报\u3000"
        "<time datetime=\"2026-05-03\">2026年5月3日</time></p></header>");
}

TEST_CASE("the dash of a subtitle is never doubled") {
  for (const char* written : {"——副标题", "-- 副标题", "— 副标题", "副标题"}) {
    Resolved result;
    result.article("").metadata.subtitle.text = written;
    result.run();
    CHECK(result.markup().find("<p class=\"subtitle\">——副标题</p>") != std::string::npos);
  }
}

TEST_CASE("the lines of the head in English") {
  Resolved result;
  Metadata& metadata = result.article("").metadata;
  metadata.lang.text = "en";
  metadata.subtitle.text = "A guide";
  metadata.authors = {{"Ann", "", ""}, {"Bob", "editor", ""}};
  metadata.date.text = "2026-05-03";
  result.run();
  CHECK(result.body().empty());
  CHECK(result.markup().find("<p class=\"subtitle\">A guide</p><p class=\"author\">Ann, Bob (editor)</p>") !=
        std::string::npos);
  CHECK(result.markup().find(">3 May 2026</time>") != std::string::npos);
}

TEST_CASE("dates are written as their language writes them") {
  CHECK(date_in_words("2026-05-03", "ja") == "2026年5月3日");
  CHECK(date_in_words("2026-10", "zh-Hant") == "2026年10月");
  CHECK(date_in_words("2026-05-03", "ko") == "2026년 5월 3일");
  CHECK(date_in_words("2026-05", "ko") == "2026년 5월");
  CHECK(date_in_words("2026-11", "en-GB") == "November 2026");
  CHECK(date_in_words("2026-05-03", "fr") == "2026-05-03");
  CHECK(date_in_words("2026", "zh") == "2026");
  CHECK(date_in_words("二〇二六年五月", "zh") == "二〇二六年五月");
  CHECK(date_in_words("2026-13-01", "zh") == "2026-13-01");
}
