// Outputs are whole, old ones stay when something fails, and the same input gives the same bytes.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "picture/made.h"
#include "program.h"

using namespace pubbuild;

namespace {

const std::string article =
    "---\nlang: zh\ndate: 2026-05-03\n---\n# 题\n\n正文“引文”，Latin。[^1]\n\n## 一\n\n- 甲\n- 乙\n\n[^1]: "
    "注。\n";

// Long enough that a signal finds the program at work.
std::string long_article() {
  std::string text = article;
  for (int paragraph = 0; paragraph < 2000; ++paragraph) {
    text += "\n第" + std::to_string(paragraph) +
            "段：会议按照议事规则进行，发言应当简明，讨论应当充分，决定应当执行。\n";
  }
  return text;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("both outputs are built, and nothing else is written") {
  const Folder folder;
  folder.put("a.md", article);
  const Outcome outcome = run(folder, {"a.md", "-o", "a.epub", "-o", "a.pdf"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.empty());
  CHECK(contains(outcome.err, "a.epub: "));
  CHECK(contains(outcome.err, "a.pdf: 1 page, "));
  CHECK(folder.names() == Names{"a.epub", "a.md", "a.pdf"});
  CHECK(folder.get("a.pdf").starts_with("%PDF-"));
  CHECK(run(folder, {"a.md", "-o", "a.epub", "--quiet"}).err.empty());
}

TEST_CASE("old outputs stay when the article has errors or one output cannot be written") {
  const Folder folder;
  folder.put("a.md", article);
  folder.put("empty.md", "");
  folder.put("a.epub", "old");
  CHECK(run(folder, {"empty.md", "-o", "a.epub"}).status == 1);
  const Outcome outcome = run(folder, {"a.md", "-o", "a.epub", "-o", "no/such/a.pdf"});
  CHECK(outcome.status == 3);
  CHECK(contains(outcome.err, "no/such/a.pdf: "));
  fs::create_directory(folder.at("folder.pdf"));
  CHECK(run(folder, {"a.md", "-o", "a.epub", "-o", "folder.pdf"}).status == 3);
  CHECK(folder.get("a.epub") == "old");
  CHECK(folder.names() == Names{"a.epub", "a.md", "empty.md", "folder.pdf"});
}

TEST_CASE("a signal at any moment leaves the old file, and no rubbish where it can be caught") {
  const Folder folder;
  folder.put("a.md", long_article());
  for (const int number : {SIGTERM, SIGINT, SIGHUP, SIGKILL}) {
    for (const int milliseconds : {5, 50, 200}) {
      folder.put("a.epub", "old");
      Running running(folder, {"a.md", "-o", "a.epub", "-o", "a.pdf"});
      std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
      ::kill(running.process(), number);
      const Outcome outcome = running.wait();
      CHECK((outcome.status == 256 + number || outcome.status == 0));
      const std::string epub = folder.get("a.epub");
      CHECK((epub == "old" || (outcome.status == 0 && epub.starts_with("PK"))));
      if (number != SIGKILL && outcome.status != 0) CHECK(folder.names() == Names{"a.epub", "a.md"});
      fs::remove(folder.at("a.pdf"));
    }
  }
}

TEST_CASE("the same article gives the same bytes, wherever and whenever it is built") {
  const Folder here;
  const Folder there;
  here.put("a.md", article);
  there.put("deep/er/b.md", article);
  REQUIRE(run(here, {"a.md", "-o", "a.epub", "-o", "a.pdf"}).status == 0);
  const mode_t before = ::umask(077);
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));
  const Outcome outcome =
      run(there, {"deep/er/b.md", "-o", "x.pdf", "-o", "y.epub"},
          {"TZ=Asia/Shanghai", "LANG=tr_TR.UTF-8", "LC_ALL=de_DE.UTF-8", "HOME=/nonexistent"});
  ::umask(before);
  REQUIRE(outcome.status == 0);
  CHECK(here.get("a.epub") == there.get("y.epub"));
  CHECK(here.get("a.pdf") == there.get("x.pdf"));
}

TEST_CASE("SOURCE_DATE_EPOCH is what outputs are dated with") {
  const Folder folder;
  folder.put("a.md", article);
  const auto pdf_of = [&](const std::string& epoch) {
    CHECK(run(folder, {"a.md", "-o", "a.pdf"}, {"SOURCE_DATE_EPOCH=" + epoch}).status == 0);
    return folder.get("a.pdf");
  };
  CHECK(contains(pdf_of("1000000000"), "D:20010909014640"));
  CHECK(contains(pdf_of("nonsense"), "D:20260503"));
  CHECK(contains(run(folder, {"a.md", "-o", "a.pdf"}, {"SOURCE_DATE_EPOCH=-1"}).err, "[date-epoch]"));
}

TEST_CASE("closed standard descriptors do no harm") {
  const Folder folder;
  folder.put("a.md", article);
  const std::string command =
      "cd '" + folder.path().string() + "' && '" PUBBUILD_PROGRAM "' a.md -o a.epub -o a.pdf <&- >&- 2>&-";
  CHECK(std::system(command.c_str()) == 0);
  CHECK(folder.get("a.epub").starts_with("PK"));
  CHECK(folder.get("a.pdf").starts_with("%PDF-"));
}

TEST_CASE("the PDF names its title, authors, subjects and language") {
  const Folder folder;
  folder.put("a.md",
             "---\ntitle: 题目𠮷\nauthor: [张三, 李四]\nsubject: [甲, 乙]\ndescription: 提要\nlang: "
             "zh-Hans\n---\n\n正文\n");
  REQUIRE(run(folder, {"a.md", "-o", "a.pdf"}).status == 0);
  REQUIRE(std::system(("pdfinfo '" + folder.at("a.pdf") + "' > '" + folder.at("info") +
                       "' && pdfinfo -meta '" + folder.at("a.pdf") + "' >> '" + folder.at("info") + "'")
                          .c_str()) == 0);
  const std::string info = folder.get("info");
  for (const char* told : {"题目𠮷", "张三", "李四", "提要", "甲", "<rdf:li>zh-Hans</rdf:li>"}) {
    CAPTURE(told);
    CHECK(contains(info, told));
  }
  CHECK(contains(info, "Title:           题目𠮷"));
}

TEST_CASE("photos are printed with the pixels that are asked for, and lie in the EPUB as they came") {
  const Folder folder;
  test::JpegRecipe recipe = test::quarters(1024, 512, 1);
  folder.put("a.jpg", test::jpeg_of(recipe));
  folder.put("a.md", "---\nlang: zh\n---\n# 题\n\n![图](a.jpg){width=2cm}\n");
  const auto size_at = [&](const std::string& resolution) {
    REQUIRE(
        run(folder, {"a.md", "-o", "a.pdf", "-o", "a" + resolution + ".epub", "--picture-dpi", resolution})
            .status == 0);
    return folder.get("a.pdf");
  };
  CHECK(contains(size_at("1200"), "/Width 1024"));
  CHECK(contains(size_at("300"), "/Width 256"));
  CHECK(contains(size_at("100"), "/Width 128"));
  CHECK(folder.get("a1200.epub") == folder.get("a100.epub"));
  CHECK(run(folder, {"a.md", "-o", "a.pdf", "--picture-dpi", "5"}).status == 2);
}
