// What pubbuild has to say is shown with its place, on terminals and to programs.
#include "base/diagnostics.h"

#include <doctest/doctest.h>

using namespace pubbuild;

namespace {

struct Shown {
  Sources sources;
  Diagnostics diagnostics;
  FileId file;

  explicit Shown(std::string text) : file(sources.add("文.md", std::move(text))) {}
  std::string text() const { return as_text(diagnostics, sources); }
  std::string json() const { return as_json(diagnostics, sources); }
};

}  // namespace

TEST_CASE("carets stand under wide characters, two columns each") {
  Shown shown("# 题\n见图一。\n");
  shown.diagnostics.warning("picture-missing", {shown.file, 9, 15}, "no picture is called 'x'", "is it 'y'?");
  CHECK(shown.text() ==
        "文.md:2:2: warning: no picture is called 'x' [picture-missing]\n"
        "    见图一。\n"
        "      ^^^^\n"
        "    hint: is it 'y'?\n");
}

TEST_CASE("a span of no width or of several lines still has a caret in its line") {
  Shown shown("一\n二三\n");
  shown.diagnostics.error("a", {shown.file, 3, 3}, "here");
  shown.diagnostics.note("b", {shown.file, 4, 12}, "from here on");
  CHECK(shown.text() ==
        "文.md:1:2: error: here [a]\n    一\n      ^\n"
        "文.md:2:1: note: from here on [b]\n    二三\n    ^^^^\n");
}

TEST_CASE("what has no place is pubbuild's own") {
  Shown shown("");
  shown.diagnostics.note("a", {}, "said", "");
  shown.diagnostics.note("b", {shown.file, 0, 0}, "an empty file");
  CHECK(shown.text() == "pubbuild: note: said [a]\n文.md:1:1: note: an empty file [b]\n");
}

TEST_CASE("a long line is shown around the mistake") {
  Shown shown(std::string(300, 'a') + "一" + std::string(300, 'b'));
  shown.diagnostics.error("a", {shown.file, 300, 303}, "here");
  CHECK(shown.text() == "文.md:1:301: error: here [a]\n    …" + std::string(50, 'a') + "一" +
                            std::string(49, 'b') + "…\n    " + std::string(51, ' ') + "^^\n");
}

TEST_CASE("control characters reach no terminal") {
  Shown shown("a\x1B[31m\tb");
  shown.diagnostics.error("a", {shown.file, 1, 2}, "bad \x07\xFF \xE2\x80\xAE");
  CHECK(shown.text() ==
        "文.md:1:2: error: bad \\x07\\xFF \\u{202E} [a]\n"
        "    a\\x1B[31m b\n"
        "     ^^^^\n");
  CHECK(printable("一\xEF\xBF\xBD\x80") == "一\xEF\xBF\xBD\\x80");
}

TEST_CASE("programs get a JSON object a line") {
  Shown shown("一\n二\"三\n");
  shown.diagnostics.error("link-target", {shown.file, 4, 8}, "'\"\\\x01' is not there", "look again");
  shown.diagnostics.note("plain", {}, "done");
  CHECK(shown.json() ==
        "{\"severity\":\"error\",\"code\":\"link-target\",\"file\":\"文.md\",\"line\":2,\"column\":1,"
        "\"end_line\":2,\"end_column\":3,\"message\":\"'\\\"\\\\\\u0001' is not there\",\"hint\":\"look "
        "again\"}\n"
        "{\"severity\":\"note\",\"code\":\"plain\",\"message\":\"done\",\"hint\":\"\"}\n");
}

TEST_CASE("a mistake at every byte is counted but not shown a million times") {
  Shown shown("x");
  for (int times = 0; times < 250; ++times) shown.diagnostics.warning("many", {shown.file, 0, 1}, "again");
  shown.diagnostics.error("one", {shown.file, 0, 1}, "once");
  CHECK(shown.diagnostics.all().size() == 101);
  CHECK(shown.diagnostics.warnings() == 250);
  CHECK(shown.diagnostics.errors() == 1);
  CHECK(shown.diagnostics.has_errors());
  CHECK(shown.diagnostics.left_out().at("many") == 150);
  CHECK(shown.text().ends_with("pubbuild: note: and 150 more [many]\n"));
  CHECK(shown.json().ends_with(
      "{\"severity\":\"note\",\"code\":\"many\",\"message\":\"and 150 more\",\"hint\":\"\"}\n"));
}

TEST_CASE("what another collector gathered is as if it had been said here") {
  Diagnostics first;
  Diagnostics second;
  for (int times = 0; times < 80; ++times) first.error("many", {}, "a");
  for (int times = 0; times < 130; ++times) second.error("many", {}, "b");
  first.append(std::move(second));
  CHECK(first.errors() == 210);
  CHECK(first.all().size() == 100);
  CHECK(first.left_out().at("many") == 110);
}
