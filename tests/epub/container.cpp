// The container is one that reading systems open and that is the same wherever it is made.
#include <doctest/doctest.h>

#include <cstdlib>
#include <ctime>

#include "epub/container.h"
#include "opened_epub.h"
#include "small_publication.h"

namespace pubbuild {

namespace {

uint32_t number_at(const std::string& bytes, size_t at, size_t length) {
  uint32_t number = 0;
  for (size_t byte = length; byte-- > 0;) number = number << 8 | static_cast<uint8_t>(bytes[at + byte]);
  return number;
}

SmallPublication one_article() {
  SmallPublication small;
  const NodeId article = small.add_article("a", "文章");
  small.add(article, Tag::p, {}, "正文。");
  return small;
}

}  // namespace

TEST_CASE("the container begins with the media type, stored, without extra field and data descriptor") {
  const std::string bytes = one_article().write();
  REQUIRE(bytes.size() > 58);
  CHECK(bytes.substr(0, 4) == "PK\x03\x04");
  CHECK(number_at(bytes, 6, 2) == 0);    // flags: no data descriptor, no encryption
  CHECK(number_at(bytes, 8, 2) == 0);    // stored
  CHECK(number_at(bytes, 10, 2) == 0);   // midnight
  CHECK(number_at(bytes, 12, 2) == 33);  // 1980-01-01
  CHECK(number_at(bytes, 18, 4) == 20);  // as stored
  CHECK(number_at(bytes, 22, 4) == 20);  // as it is
  CHECK(number_at(bytes, 26, 2) == 8);   // length of the name
  CHECK(number_at(bytes, 28, 2) == 0);   // no extra field
  CHECK(bytes.substr(30, 8) == "mimetype");
  CHECK(bytes.substr(38, 20) == "application/epub+zip");
  CHECK(bytes.substr(58, 4) == "PK\x03\x04");
}

TEST_CASE("the files stand in the order a reading system asks for them") {
  SmallPublication small = one_article();
  small.pictures.push_back(small_png());
  small.publication.cover_picture = PictureId{0};
  const std::vector<std::string> names = OpenedEpub(small.write()).names();
  REQUIRE(names.size() == 9);
  CHECK(names[0] == "mimetype");
  CHECK(names[1] == "META-INF/container.xml");
  CHECK(names[2] == "EPUB/package.opf");
  CHECK(names[3] == "EPUB/nav.xhtml");
  CHECK(names[4] == "EPUB/toc.ncx");
  CHECK(names[5] == "EPUB/style.css");
  CHECK(names[6] == "EPUB/cover.xhtml");
  CHECK(names[7] == "EPUB/ch001.xhtml");
  CHECK(names[8].starts_with("EPUB/img-"));
}

TEST_CASE("text is deflated, pictures are stored, and both come out as they went in") {
  const std::string text(100'000, 'a');
  const OpenedEpub epub(pack_container({{"a.txt", text, Storage::deflated},
                                        {"b.png", text, Storage::stored},
                                        {"short", "x", Storage::deflated},
                                        {"empty", "", Storage::deflated}}));
  CHECK_FALSE(epub.is_stored("a.txt"));
  CHECK(epub.file("a.txt") == text);
  CHECK(epub.is_stored("b.png"));
  CHECK(epub.file("b.png") == text);
  CHECK(epub.file("short") == "x");
  CHECK(epub.is_stored("empty"));
}

TEST_CASE("the same publication gives the same bytes, in every time zone") {
  const std::string first = one_article().write();
  for (const char* zone : {"UTC", "Asia/Shanghai", "America/St_Johns", "XYZ12", "XYZ-14"}) {
    ::setenv("TZ", zone, 1);
    ::tzset();
    CHECK(one_article().write() == first);
  }
  ::unsetenv("TZ");
  ::tzset();
}

TEST_CASE("all XML of the container is well-formed") {
  const OpenedEpub epub(one_article().write());
  for (const std::string& name : epub.names()) {
    if (name.ends_with(".xhtml") || name.ends_with(".opf") || name.ends_with(".ncx") ||
        name.ends_with(".xml")) {
      CHECK_MESSAGE(is_well_formed(epub.file(name)), name);
    }
  }
}

}  // namespace pubbuild
