// Chinese text in the other script.
#include "resolve/script_conversion.h"

#include <doctest/doctest.h>

#include "resolved.h"

using namespace pubbuild;

namespace {

std::string converted(const std::string& markup, ChineseScript script, const std::string& lang = "zh-Hans") {
  Resolved result;
  result.article(markup).metadata.lang.text = lang;
  result.publication.articles[0].metadata.title.text = "软件测试";
  convert_script(result.publication, script);
  return result.markup();
}

}  // namespace

TEST_CASE("words become traditional by their context") {
  CHECK(converted("<p>头发发现，皇后在后面，干部吃干面。</p>", ChineseScript::traditional) ==
        "<p>頭髮發現，皇后在後面，幹部吃乾麵。</p>");
}

TEST_CASE("words become simplified, 著 too where it is a particle") {
  CHECK(converted("<p>他看著著名的原著，顯著地笑著說：門開著。</p>", ChineseScript::simplified, "zh-Hant") ==
        "<p>他看着著名的原著，显著地笑着说：门开着。</p>");
}

TEST_CASE("code, addresses and other languages stay") {
  CHECK(converted("<p>头<code>头</code><a href=\"http://a.cn/头\">http://a.cn/头</a><span "
                  "lang=\"ja\">国会</span></p>",
                  ChineseScript::traditional) ==
        "<p>頭<code>头</code><a href=\"http://a.cn/头\">http://a.cn/头</a><span "
        "lang=\"ja\">国会</span></p>");
  CHECK(converted("<p>国会</p>", ChineseScript::traditional, "ja") == "<p>国会</p>");
}

TEST_CASE("metadata and alternative texts go along, the language is said") {
  Resolved result;
  Article& article = result.article("<p><img src=\"头.png\" alt=\"头\"></p>");
  article.metadata.title.text = "头发";
  article.metadata.authors = {{"张国荣", "", ""}};
  convert_script(result.publication, ChineseScript::traditional);
  CHECK(article.metadata.title.text == "頭髮");
  CHECK(article.metadata.authors[0].name == "張國榮");
  CHECK(article.metadata.lang.text == "zh-Hant");
  CHECK(result.markup().find("src=\"头.png\" alt=\"頭\"") != std::string::npos);
}
