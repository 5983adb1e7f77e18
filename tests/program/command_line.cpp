// What users may type, and what they are told when they type something else.
#include <doctest/doctest.h>

#include <sstream>

#include "program.h"

using namespace pubbuild;

namespace {

// The usage error of a command line: exit 2, nothing on standard output.
std::string usage_error(const std::vector<std::string>& arguments) {
  const Folder folder;
  folder.put("a.md", "# 题\n\n正文。\n");
  const Outcome outcome = run(folder, arguments);
  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
  CHECK(folder.names() == std::vector<std::string>{"a.md"});
  return outcome.err;
}

}  // namespace

TEST_CASE("wrong usage is told in a line that names what is wrong") {
  CHECK(contains(usage_error({}), "no input is given"));
  CHECK(contains(usage_error({"a.md"}), "no output is given"));
  CHECK(contains(usage_error({"a.md", "-o", "a.doc"}), "'a.doc' ends in neither .epub nor .pdf"));
  CHECK(contains(usage_error({"a.md", "-o", ""}), "ends in neither"));
  CHECK(contains(usage_error({"a.md", "-o", "a.pdf", "-o", "./a.pdf"}), "'./a.pdf' is given twice"));
  CHECK(contains(usage_error({"a.md", "-o", "a.pdf", "--nonsense"}), "--nonsense"));
  CHECK(contains(usage_error({"a.md", "-o", "a.pdf", "--set", "titel=x"}), "does not know the key 'titel'"));
  CHECK(contains(usage_error({"a.md", "-o", "a.pdf", "--set", "title"}), "KEY=VALUE"));
  CHECK(contains(usage_error({"a.md", "-o", "a.pdf", "--diagnostics", "xml"}), "xml"));
  CHECK(contains(usage_error({"", "-o", "a.pdf"}), "an empty name"));
  CHECK(contains(usage_error({"a.rtf", "-o", "a.pdf"}), "'a.rtf' is no article"));
  CHECK(contains(usage_error({"a.md", "-o", "a.pdf", "--encoding", "GB18O30"}), "'GB18030'"));
  CHECK(contains(usage_error({"-", "-", "-o", "a.pdf"}), "only once"));
  CHECK(contains(usage_error({"debug", "nonsense", "a.md"}), "nonsense"));
}

TEST_CASE("an output that is an input is refused, by whatever name") {
  const Folder folder;
  folder.put("a.md", "# 题\n");
  fs::create_symlink("a.md", folder.at("soft.pdf"));
  fs::create_hard_link(folder.at("a.md"), folder.at("hard.pdf"));
  for (const char* name : {"soft.pdf", "hard.pdf", "./hard.pdf"}) {
    const Outcome outcome = run(folder, {"a.md", "-o", name});
    CHECK(outcome.status == 2);
    CHECK(contains(outcome.err, "is an input too"));
  }
  CHECK(folder.get("a.md") == "# 题\n");
}

TEST_CASE("every option that the help names is known") {
  const Folder folder;
  const Outcome help = run(folder, {"--help"});
  CHECK(help.status == 0);
  CHECK(help.err.empty());
  std::istringstream words(help.out);
  size_t options = 0;
  for (std::string word; words >> word;) {
    if (!word.starts_with("--")) continue;
    ++options;
    CHECK_FALSE(contains(run(folder, {word}).err, "not expected"));
  }
  CHECK(options == 20);
}

TEST_CASE("the version is one line") {
  const Folder folder;
  const Outcome outcome = run(folder, {"--version"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.starts_with("pubbuild 0."));
  CHECK(outcome.out.ends_with("\n"));
}

TEST_CASE("help that cannot be written is an error of the system") {
  const Folder folder;
  const std::string command = "'" PUBBUILD_PROGRAM "' --help > /dev/full 2> '" + folder.at("message") + "'";
  CHECK(WEXITSTATUS(std::system(command.c_str())) == 3);
  CHECK(folder.get("message") == "pubbuild: standard output: cannot be written\n");
}
