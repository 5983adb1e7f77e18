// What `debug breaks`, `debug spacing` and `debug lines` print.
#include <doctest/doctest.h>

#include "program.h"

using namespace pubbuild;

namespace {

std::string printed(const std::string& input, const std::vector<std::string>& arguments) {
  const Folder folder;
  folder.put("input", input);
  const Outcome outcome = run(folder, arguments);
  CAPTURE(outcome.err);
  CHECK(outcome.status == 0);
  return outcome.out;
}

}  // namespace

TEST_CASE("debug breaks prints the offsets at which a line may end, a row a text") {
  const std::string rows = printed("他说：“好。”\nab cd\n\n", {"debug", "breaks", "--lang", "zh-Hans"});
  CHECK(rows == "1 3\n3\n\n");
}

TEST_CASE("debug breaks follows the level it is told") {
  const std::string text = "他——好\n";
  CHECK(printed(text, {"debug", "breaks", "--lang", "zh", "--line-break", "strict"}) == "3\n");
  CHECK(printed(text, {"debug", "breaks", "--lang", "zh", "--line-break", "normal"}) == "1 3\n");
}

TEST_CASE("escapes in a text stand for their characters") {
  const std::string rows = printed("\\u4E2D\\u{20BB7}\\u\\u{}x\n", {"debug", "spacing", "--lang", "zh"});
  CHECK(rows.starts_with("1000 "));
  CHECK(std::count(rows.begin(), rows.end(), ' ') == 8);
}

TEST_CASE("debug spacing prints the advance of each character in thousandths of an em") {
  CHECK(printed("国。”国\n他——说\n", {"debug", "spacing", "--lang", "zh-Hans"}) ==
        "1000 500 1000 1000\n1000 1000 1000 1000\n");
}

TEST_CASE("debug lines prints the lines of each text, an empty row between two") {
  CHECK(printed("一二三四五六七八九\nab cd\n", {"debug", "lines", "--lang", "zh-Hans", "--measure", "5em"}) ==
        "一二三四五\n六七八九\n\nab cd\n");
}

TEST_CASE("a value that is none is refused by name") {
  const Folder folder;
  for (const auto& [option, value] : {std::pair{"--trim", "nonsense"},
                                      {"--measure", "-1em"},
                                      {"--line-break", "hard"},
                                      {"--autospace", "much"}}) {
    const Outcome outcome = run(folder, {"debug", "lines", option, value});
    CHECK(outcome.status == 2);
    CHECK(contains(outcome.err, value));
  }
}
