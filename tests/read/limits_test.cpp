// Limits of the reader, each said once where it is reached; link definitions given twice.
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

TEST_CASE("blocks more than 100 deep are text") {
  CHECK(diagnostics_of_markdown(repeated(">", 99) + "a\n").empty());
  CHECK(diagnostics_of_markdown(repeated(">", 105) + "a\n\n" + repeated(">", 105) + "b\n") ==
        "1:100 nesting\n");
  CHECK(html_of_markdown(repeated(">", 101) + "a\n").find("<p>&gt;&gt;a</p>") != std::string::npos);
}

TEST_CASE("elements more than 100 deep leave only their text") {
  const std::string markdown = repeated("<b>", 105) + "a" + repeated("</b>", 105) + "\n";
  CHECK(diagnostics_of_markdown("x" + markdown).starts_with("1:302 nesting\n"));
}

TEST_CASE("inline notes beyond 20,000 are text, said once") {
  const std::string markdown = repeated("^[a]", 20'002) + "\n";
  CHECK(diagnostics_of_markdown(markdown) == "1:80004 note-limit\n");
  CHECK(html_of_markdown(markdown).find("</a>^[a]^[a]</p>") != std::string::npos);
}

TEST_CASE("links by reference become text when their targets outgrow the article") {
  const std::string definition = "[a]: /" + std::string(40'000, 'u') + "\n\n";
  CHECK(diagnostics_of_markdown(definition + "[a] [a] [a]\n") == "3:11 link-expansion\n");
}

TEST_CASE("short rows stay short when too many cells are missing") {
  const std::string markdown =
      repeated("|a", 128) + "\n" + repeated("|-", 128) + "\n" + repeated("|b\n", 1000);
  CHECK(diagnostics_of_markdown(markdown) == "790:1 table-missing\n");
}

TEST_CASE("of two link definitions the first wins, with a warning at the second") {
  CHECK(html_of_markdown("[a]: /b\n[A]: /c\n\n[a]\n") == "<p><a href=\"/b\">a</a></p>\n");
  CHECK(diagnostics_of_markdown("[a]: /b\n[A]: /c\n\n[a]\n") == "2:1 link-duplicate\n");
}
