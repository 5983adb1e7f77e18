// Style sheets that import others, from where they may and from nowhere else.
#include <doctest/doctest.h>

#include "program.h"

using namespace pubbuild;

namespace {

const std::string styled = "---\nlang: zh\nstyle: css/main.css\n---\n# 题\n\n正文。\n";

}  // namespace

TEST_CASE("a style sheet imports what lies in the folder of the article or a root") {
  const Folder folder;
  folder.put("book/a.md", styled);
  folder.put("book/css/main.css",
             "@import 'deep/one.css'; @import '../two.css'; @import '../../other/three.css';");
  folder.put("book/css/deep/one.css", "p { colr: one }");
  folder.put("book/two.css", "p { colr: two }");
  folder.put("other/three.css", "p { colr: three }");
  const Outcome refused = run(folder, {"book/a.md", "-o", "out.epub"});
  CHECK(refused.status == 0);
  CHECK(contains(refused.err, "deep/one.css:1:5"));
  CHECK(contains(refused.err, "two.css:1:5"));
  CHECK(contains(refused.err,
                 "'../../other/three.css' lies outside the folder of the publication [style-import]"));
  const Outcome allowed = run(folder, {"book/a.md", "-o", "out.epub", "--root", "other"});
  CHECK(contains(allowed.err, "three.css:1:5"));
}

TEST_CASE("a sheet of the command line imports from its own folder, a theme's name is no way out") {
  const Folder folder;
  folder.put("a.md", "---\nlang: zh\n---\n# 题\n\n正文。\n");
  folder.put("styles/mine.css",
             "@import 'more/b.css';\n@import '../../x.css';\n@import "
             "url(https://example.org/c.css);\n@import '/etc/passwd';");
  folder.put("styles/more/b.css", "p { colr: b }");
  const Outcome outcome = run(folder, {"a.md", "-o", "out.epub", "--style", "styles/mine.css"});
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.err, "styles/more/b.css:1:5"));
  CHECK(contains(outcome.err, "mine.css:2:1: warning: the imported style sheet '../../x.css' lies outside"));
  CHECK(
      contains(outcome.err,
               "mine.css:3:1: warning: the imported style sheet 'https://example.org/c.css' is an address"));
  CHECK(contains(outcome.err, "mine.css:4:1: warning: the imported style sheet '/etc/passwd' lies outside"));
}
