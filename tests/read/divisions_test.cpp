// Fenced divisions: ::: {.note #id} … :::
#include <doctest/doctest.h>

#include "read/html_of.h"

using namespace pubbuild;

namespace {

std::string repeated(std::string_view text, size_t times) {
  std::string result;
  for (size_t n = 0; n < times; ++n) result += text;
  return result;
}

}  // namespace

TEST_CASE("colons with a word or with attributes open a division, colons alone close it") {
  CHECK(html_of_markdown("::: note\n甲\n:::\n乙\n") ==
        "<div class=\"note\">\n<p>甲</p>\n</div>\n<p>乙</p>\n");
  CHECK(html_of_markdown("::::: {.note #a lang=ja} :::\n\n# 甲\n\n- 乙\n\n:::\n") ==
        "<div class=\"note\" id=\"a\" lang=\"ja\">\n<h1>甲</h1>\n<ul>\n<li>乙</li>\n</ul>\n</div>\n");
  CHECK(html_of_markdown(":::提示\n甲\n:::\n") == "<div class=\"提示\">\n<p>甲</p>\n</div>\n");
}

TEST_CASE("a division ends the paragraph before it") {
  CHECK(html_of_markdown("甲\n::: note\n乙\n:::\n") ==
        "<p>甲</p>\n<div class=\"note\">\n<p>乙</p>\n</div>\n");
}

TEST_CASE("divisions nest, and each closing fence closes the innermost") {
  CHECK(html_of_markdown("::: a\n:::: b\n甲\n:::\n乙\n::::::\n丙\n") ==
        "<div class=\"a\">\n<div class=\"b\">\n<p>甲</p>\n</div>\n<p>乙</p>\n</div>\n<p>丙</p>\n");
}

TEST_CASE("a closing fence ends what is open in its division") {
  CHECK(html_of_markdown("::: a\n> - 甲\n:::\n乙\n") ==
        "<div class=\"a\">\n<blockquote>\n<ul>\n<li>甲</li>\n</ul>\n</blockquote>\n</div>\n<p>乙</p>\n");
}

TEST_CASE("divisions stand in quotations, items and notes") {
  CHECK(html_of_markdown("> ::: a\n> 甲\n> :::\n> 乙\n") ==
        "<blockquote>\n<div class=\"a\">\n<p>甲</p>\n</div>\n<p>乙</p>\n</blockquote>\n");
  CHECK(html_of_markdown("- ::: a\n  甲\n  :::\n- 乙\n") ==
        "<ul>\n<li>\n<div class=\"a\">\n<p>甲</p>\n</div>\n</li>\n<li>乙</li>\n</ul>\n");
}

TEST_CASE("colons in code and raw HTML close nothing") {
  CHECK(html_of_markdown("::: a\n```\n:::\n```\n:::\n") ==
        "<div class=\"a\">\n<pre><code>:::\n</code></pre>\n</div>\n");
}

TEST_CASE("a division that is not closed ends with its text, with a warning at its fence") {
  CHECK(html_of_markdown("甲\n\n::: note\n乙\n") == "<p>甲</p>\n<div class=\"note\">\n<p>乙</p>\n</div>\n");
  CHECK(diagnostics_of_markdown("甲\n\n::: note\n乙\n") == "3:1 division-open\n");
}

TEST_CASE("a closing fence too many is left out with a warning") {
  CHECK(html_of_markdown("甲\n:::\n乙\n") == "<p>甲</p>\n<p>乙</p>\n");
  CHECK(diagnostics_of_markdown("甲\n:::\n乙\n") == "2:1 division-stray\n");
}

TEST_CASE("a fence that says what cannot be read is text with one warning, and so its end is none too many") {
  for (const char* fence : {"::: 提示 标题", "::: {.note", "::: {note}"}) {
    const std::string markdown = std::string(fence) + "\n\n甲\n\n:::\n";
    CHECK(html_of_markdown(markdown) == "<p>" + std::string(fence) + "</p>\n<p>甲</p>\n");
    CHECK(diagnostics_of_markdown(markdown) == "1:1 division-form\n");
  }
}

TEST_CASE("divisions more than 100 deep are text, said once, and their ends close no others") {
  const std::string markdown = repeated("::: a\n\n", 105) + repeated(":::\n", 105);
  CHECK(diagnostics_of_markdown(markdown) == "199:1 nesting\n");
}
