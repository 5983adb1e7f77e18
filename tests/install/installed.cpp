// The program as installed: it builds what the one in the build folder builds, and has all it needs with it.
#include <doctest/doctest.h>

#include "program/program.h"

using namespace pubbuild;

namespace {

const std::string sample = PROJECT_DIR "/samples/article.md";

// Runs a command in the folder; what it says goes to the file "said" there.
int status_of(const Folder& folder, const std::string& command) {
  const std::string line = "cd '" + folder.path().string() + "' && " + command + " > said 2>&1 < /dev/null";
  return WEXITSTATUS(std::system(line.c_str()));
}

void install(const Folder& folder) {
  const std::string prefix = folder.at("usr");
  REQUIRE(status_of(folder, CMAKE_PROGRAM " --install '" BUILD_DIR "' --prefix '" + prefix + "'") == 0);
}

}  // namespace

TEST_CASE("the installed program makes the same bytes as the built one") {
  const Folder folder;
  install(folder);
  REQUIRE(run(folder, {sample, "-o", "built.epub", "-o", "built.pdf"}).status == 0);
  const int status = status_of(folder, "usr/bin/pubbuild '" + sample + "' -o a.epub -o a.pdf");
  REQUIRE_MESSAGE(status == 0, folder.get("said"));
  CHECK(folder.get("a.epub") == folder.get("built.epub"));
  CHECK(folder.get("a.pdf") == folder.get("built.pdf"));
}

TEST_CASE("the installed program reads its own style sheets and no others") {
  const Folder folder;
  install(folder);
  fs::rename(folder.at("usr/share/pubbuild"), folder.at("usr/share/elsewhere"));
  CHECK(status_of(folder, "usr/bin/pubbuild '" + sample + "' -o a.epub") == 3);
  CHECK(contains(folder.get("said"), "share/pubbuild: "));
  CHECK_FALSE(fs::exists(folder.at("a.epub")));
}
