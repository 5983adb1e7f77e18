// Bytes of source files are found by line and column, as an editor counts them.
#include "base/source.h"

#include <doctest/doctest.h>

using namespace pubbuild;

namespace {

bool is_at(const SourceFile& file, uint32_t offset, size_t line, size_t column) {
  const Position position = file.position(offset);
  return position.line == line && position.column == column;
}

}  // namespace

TEST_CASE("a Han character is one column, whatever its bytes") {
  const SourceFile file("a.md", "一二a\n𠮷b\n");
  CHECK(is_at(file, 0, 1, 1));
  CHECK(is_at(file, 3, 1, 2));
  CHECK(is_at(file, 6, 1, 3));
  CHECK(is_at(file, 7, 1, 4));
  CHECK(is_at(file, 8, 2, 1));
  CHECK(is_at(file, 12, 2, 2));
}

TEST_CASE("lines end with LF, CR LF or CR, and none of them belongs to the line") {
  const SourceFile file("a.md", "一\r\n二\r三\n");
  CHECK(file.line(1) == "一");
  CHECK(file.line(2) == "二");
  CHECK(file.line(3) == "三");
  CHECK(file.line(4) == "");
  CHECK(file.line(5) == "");
  CHECK(file.line(0) == "");
  CHECK(file.line_begin(2) == 5);
  CHECK(file.line_begin(3) == 9);
  CHECK(is_at(file, 5, 2, 1));
  CHECK(is_at(file, 9, 3, 1));
}

TEST_CASE("an offset past the end stands for the end") {
  CHECK(is_at(SourceFile("a.md", "一"), 99, 1, 2));
  CHECK(is_at(SourceFile("a.md", "一\n"), 99, 2, 1));
  CHECK(is_at(SourceFile("a.md", ""), 0, 1, 1));
}

TEST_CASE("files stay where they are while others are added") {
  Sources sources;
  const FileId first = sources.add("a.md", "一二三");
  const SourceFile* place = &sources[first];
  for (int more = 0; more < 100; ++more) sources.add("b.md", "四");
  CHECK(place == &sources[first]);
  CHECK(sources.size() == 101);
  CHECK(sources.text({first, 3, 6}) == "二");
  CHECK(sources.text({first, 3, 999}) == "二三");
  CHECK(sources.text({}) == "");
}

TEST_CASE("spans of one file join to the smallest that holds both") {
  CHECK(join({FileId{1}, 4, 6}, {FileId{1}, 1, 2}) == Span{FileId{1}, 1, 6});
  CHECK(join({FileId{1}, 4, 6}, {FileId{2}, 1, 2}) == Span{FileId{1}, 4, 6});
  CHECK_FALSE(Span{}.is_somewhere());
}
