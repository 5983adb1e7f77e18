// pubbuild check, run as users run it.
#include <doctest/doctest.h>

#include "program.h"

using namespace pubbuild;

TEST_CASE("check builds nothing and tells what a build and an editor would") {
  const Folder folder;
  folder.put("a.md", "---\nlang: zh-Hans\n---\n# 题\n\n他说,好[甲](#nowhere)。\n");
  const Outcome outcome = run(folder, {"check", "a.md"});
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.err, "a.md:6:3: warning: half-width ',' beside Han [half-width-punctuation]"));
  CHECK(contains(outcome.err, "[link-target]"));
  CHECK(folder.names() == std::vector<std::string>{"a.md"});
  CHECK(run(folder, {"check", "a.md", "--strict"}).status == 1);
}

TEST_CASE("a kind of warning is switched off by its code") {
  const Folder folder;
  folder.put("a.md", "---\nlang: zh-Hans\n---\n# 题\n\n他说,好。\n");
  const Outcome outcome = run(folder, {"check", "a.md", "--strict", "--ignore", "half-width-punctuation"});
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
}

TEST_CASE("--fix shows a diff, keeps what was there, and finds nothing the second time") {
  const Folder folder;
  const std::string before = "---\nlang: zh-Hans\n---\n# 题\n\n他说,好。\n";
  folder.put("a.md", before);
  folder.put("a.md~", "older");
  const Outcome outcome = run(folder, {"check", "a.md", "--fix"});
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.out, "-他说,好。\n+他说，好。\n"));
  CHECK(folder.get("a.md") == "---\nlang: zh-Hans\n---\n# 题\n\n他说，好。\n");
  CHECK(folder.get("a.md~") == "older");
  CHECK(folder.get("a.md.~1~") == before);
  const Outcome again = run(folder, {"check", "a.md", "--fix"});
  CHECK(again.out.empty());
  CHECK(folder.names() == std::vector<std::string>{"a.md", "a.md.~1~", "a.md~"});
}

TEST_CASE("--fix writes a file in the encoding that it is in") {
  const Folder folder;
  const std::string before = "# \xCC\xE2\n\n\xCB\xFB\xCB\xB5,\xBA\xC3\xA1\xA3\n";
  folder.put("a.md", before);
  const Outcome outcome =
      run(folder, {"check", "a.md", "--fix", "--encoding", "GBK", "--set", "lang=zh-Hans"});
  CHECK(contains(outcome.out, "-他说,好。\n+他说，好。\n"));
  CHECK(folder.get("a.md") == "# \xCC\xE2\n\n\xCB\xFB\xCB\xB5\xA3\xAC\xBA\xC3\xA1\xA3\n");
  CHECK(folder.get("a.md~") == before);
}

TEST_CASE("--fix leaves files alone that it could not write back as they were") {
  const Folder folder;
  folder.put("a.md", "---\nlang: zh-Hans\n---\n# 题\n\n他说,好\xE6，一二三四五六。\n");
  const std::string before = folder.get("a.md");
  const Outcome outcome = run(folder, {"check", "a.md", "--fix"});
  CHECK(contains(outcome.err, "'a.md' is not repaired [not-fixed]"));
  CHECK(folder.get("a.md") == before);
  CHECK(run(folder, {"check", "-", "--fix"}).status == 2);
}

TEST_CASE("errors keep --fix from nothing but are told") {
  const Folder folder;
  folder.put("a.txt", "题,目\n\n甲,乙。\n");
  const Outcome outcome = run(folder, {"check", "a.txt", "--fix", "--set", "lang=zh"});
  CHECK(outcome.status == 0);
  CHECK(folder.get("a.txt") == "题,目\n\n甲，乙。\n");
}
