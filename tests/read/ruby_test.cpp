// {漢字|かん|じ}: ruby as annotations of single characters or of all.
#include <doctest/doctest.h>

#include "read/html_of.h"

using namespace pubbuild;

TEST_CASE("one reading stands over all characters") {
  CHECK(html_of_markdown("{漢字|かんじ}を{重|zhòng}読む\n") ==
        "<p><ruby>漢字<rt>かんじ</rt></ruby>を<ruby>重<rt>zhòng</rt></ruby>読む</p>\n");
}

TEST_CASE("as many readings as characters stand over one each") {
  CHECK(html_of_markdown("{漢字|かん|じ}\n") == "<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby></p>\n");
  CHECK(html_of_markdown("{北京|běi|jīng}\n") == "<p><ruby>北<rt>běi</rt>京<rt>jīng</rt></ruby></p>\n");
}

TEST_CASE("an empty reading leaves its character bare") {
  CHECK(html_of_markdown("{振り仮名|ふ||が|な}\n") ==
        "<p><ruby>振<rt>ふ</rt>り<rt></rt>仮<rt>が</rt>名<rt>な</rt></ruby></p>\n");
}

TEST_CASE("a variation selector belongs to its character") {
  CHECK(html_of_markdown("{葛\U000E0100城|かつら|ぎ}\n") ==
        "<p><ruby>葛\U000E0100<rt>かつら</rt>城<rt>ぎ</rt></ruby></p>\n");
}

TEST_CASE("another number of readings is one reading, with a warning") {
  CHECK(html_of_markdown("{电子书|diàn|zǐ}、{今日|き|ょ|う}\n") ==
        "<p><ruby>电子书<rt>diàn zǐ</rt></ruby>、<ruby>今日<rt>きょう</rt></ruby></p>\n");
  CHECK(diagnostics_of_markdown("甲{电子书|diàn|zǐ}\n") == "1:2 ruby-readings\n");
}

TEST_CASE("braces without a bar, without a reading or in ASCII alone are text") {
  for (const std::string text : {"{漢字}", "{漢字|}", "{|かん}", "{a|b}", "{漢字|かん", "\\{漢|かん}"}) {
    const std::string shown = text[0] == '\\' ? text.substr(1) : text;
    CHECK(html_of_markdown(text + "\n") == "<p>" + shown + "</p>\n");
  }
}

TEST_CASE("what is escaped in a ruby stays") {
  CHECK(html_of_markdown("{\\{甲|a\\|b&amp;}\n") == "<p><ruby>{甲<rt>a|b&amp;</rt></ruby></p>\n");
}

TEST_CASE("ruby stands in emphasis, links, headings and cells of tables") {
  CHECK(html_of_markdown("**{重|zhòng}**[{行|háng}](a)\n") ==
        "<p><strong><ruby>重<rt>zhòng</rt></ruby></strong><a "
        "href=\"a\"><ruby>行<rt>háng</rt></ruby></a></p>\n");
  CHECK(html_of_markdown("# {重|zhòng}\n") == "<h1><ruby>重<rt>zhòng</rt></ruby></h1>\n");
  CHECK(html_of_markdown("| {重|zhòng} | 乙 |\n|-|-|\n") ==
        "<table>\n<thead>\n<tr>\n<th><ruby>重<rt>zhòng</rt></ruby></th>\n<th>乙</th>\n</tr>\n</thead>\n</"
        "table>\n");
}

TEST_CASE("the alternative text of a picture has the characters without their readings") {
  CHECK(html_of_markdown("甲![{重|zhòng}庆](a.png)\n") == "<p>甲<img src=\"a.png\" alt=\"重庆\" /></p>\n");
}

TEST_CASE("code holds no ruby") {
  CHECK(html_of_markdown("`{重|zhòng}`\n") == "<p><code>{重|zhòng}</code></p>\n");
}
