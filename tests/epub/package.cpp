// The package document and the contents say what the front matter and the headings say.
#include <doctest/doctest.h>

#include "epub/relators.h"
#include "opened_epub.h"
#include "small_publication.h"

namespace pubbuild {

namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string package_of(const SmallPublication& small) {
  return OpenedEpub(small.write()).file("EPUB/package.opf");
}

std::string nav_of(const SmallPublication& small) {
  return OpenedEpub(small.write()).file("EPUB/nav.xhtml");
}

}  // namespace

TEST_CASE("the package says all that the front matter says") {
  SmallPublication small;
  small.add_article("a", "文章");
  Metadata& metadata = small.publication.metadata;
  metadata.subtitle.text = "读本";
  metadata.authors = {{"林疏桐", "", ""}, {"Ann Other", "译", "Other, Ann"}};
  metadata.date.text = "2026年5月";
  metadata.publisher.text = "社";
  metadata.rights.text = "版权";
  metadata.description.text = "说明";
  metadata.subjects = {"档案", "图书馆"};
  metadata.source.text = "简报";
  metadata.series.text = "丛书";
  metadata.volume.text = "3";
  metadata.identifier.text = "LX-2026-3";
  const std::string package = package_of(small);
  CHECK(has(package, "<dc:title id=\"title\">小册子：读本</dc:title>"));
  CHECK(has(package, "<dc:creator id=\"person-1\">林疏桐</dc:creator>"));
  CHECK(has(package, "<meta refines=\"#person-1\" property=\"role\" scheme=\"marc:relators\">aut</meta>"));
  CHECK(has(package, "<meta refines=\"#person-1\" property=\"file-as\">林疏桐</meta>"));
  CHECK(has(package, "<dc:contributor id=\"person-2\">Ann Other</dc:contributor>"));
  CHECK(has(package, "<meta refines=\"#person-2\" property=\"role\" scheme=\"marc:relators\">trl</meta>"));
  CHECK(has(package, "<meta refines=\"#person-2\" property=\"file-as\">Other, Ann</meta>"));
  CHECK(has(package, "<dc:language>zh-Hans</dc:language>"));
  CHECK(has(package, "<meta property=\"dcterms:modified\">1970-01-02T00:00:00Z</meta>"));
  CHECK(has(package, "<dc:date>2026-05-01</dc:date>"));
  CHECK(has(package, "<dc:publisher>社</dc:publisher>"));
  CHECK(has(package, "<dc:rights>版权</dc:rights>"));
  CHECK(has(package, "<dc:description>说明</dc:description>"));
  CHECK(has(package, "<dc:subject>图书馆</dc:subject>"));
  CHECK(has(package, "<dc:source>简报</dc:source>"));
  CHECK(has(package, "<dc:identifier>LX-2026-3</dc:identifier>"));
  CHECK(has(package, "<meta refines=\"#series\" property=\"group-position\">3</meta>"));
}

TEST_CASE("roles of people are known in four languages") {
  CHECK(relator_of("整理").code == "com");
  CHECK(relator_of("訳").standing == Standing::contributor);
  CHECK(relator_of("옮김").code == "trl");
  CHECK(relator_of("Editor").code == "edt");
  CHECK(relator_of("会务").code == "aut");
  CHECK(relator_of("").code == "aut");
}

TEST_CASE("the identifier stays while the text changes, and goes with title, author and language") {
  Metadata metadata;
  metadata.title.text = "题";
  const std::string identifier = publication_identifier(metadata);
  CHECK(identifier.size() == 45);
  CHECK(identifier.starts_with("urn:uuid:"));
  CHECK(identifier[23] == '5');  // the version
  metadata.description.text = "另一种说明";
  CHECK(publication_identifier(metadata) == identifier);
  metadata.authors = {{"某", "", ""}};
  CHECK(publication_identifier(metadata) != identifier);
  metadata.identifier.text = "x";
  const std::string named = publication_identifier(metadata);
  metadata.title.text = "改题";
  CHECK(publication_identifier(metadata) == named);
}

TEST_CASE("accessibility metadata promises what is there") {
  SmallPublication small;
  const NodeId p = small.add(small.add_article("a", "文章"), Tag::p, {}, "字");
  CHECK_FALSE(has(package_of(small), "alternativeText"));
  CHECK_FALSE(has(package_of(small), "visual"));
  small.pictures.push_back(small_png());
  small.add_picture(p, "图", PictureId{0});
  CHECK(has(package_of(small), "<meta property=\"schema:accessibilityFeature\">alternativeText</meta>"));
  CHECK(has(package_of(small), "所有图片均有替代文字"));
  small.add_picture(p, "", PictureId{0});
  CHECK_FALSE(has(package_of(small), "alternativeText"));
  CHECK(has(package_of(small), "<meta property=\"schema:accessModeSufficient\">textual,visual</meta>"));
  CHECK(has(package_of(small), "<meta property=\"schema:accessibilityHazard\">none</meta>"));
}

TEST_CASE("pages turn to the right where the text runs so") {
  SmallPublication small;
  small.add_article("a", "文章");
  CHECK(has(package_of(small), "page-progression-direction=\"ltr\""));
  small.publication.metadata.writing_mode.text = "vertical-rl";
  CHECK(has(package_of(small), "page-progression-direction=\"rtl\""));
}

TEST_CASE("the contents are nested as the headings are, whatever levels they skip") {
  SmallPublication small;
  const NodeId article = small.add_article("a", "甲");
  small.add_heading(article, Tag::h3, "b", "乙");
  small.add_heading(article, Tag::h2, "c", "丙");
  small.add_heading(article, Tag::h3, "d", " ");
  small.add_article("e", "丁");
  CHECK(has(
      nav_of(small),
      "<ol><li><a href=\"ch001.xhtml#a\">甲</a><ol><li><a href=\"ch001.xhtml#b\">乙</a></li>"
      "<li><a href=\"ch001.xhtml#c\">丙</a></li></ol></li><li><a href=\"ch002.xhtml#e\">丁</a></li></ol>"));
}

TEST_CASE("what the EPUB says itself it says in the language of the text") {
  SmallPublication small;
  small.add_article("a", "A");
  for (const auto& [language, contents] : {std::pair{"zh-Hans", "目录"},
                                           {"zh-TW", "目錄"},
                                           {"ja", "目次"},
                                           {"ko", "차례"},
                                           {"en", "Contents"}}) {
    small.publication.metadata.lang.text = language;
    CHECK(has(nav_of(small), std::string("<title>") + contents + "</title>"));
  }
}

TEST_CASE("a cover has a page, a property, and the marks that old readers look for") {
  SmallPublication small;
  small.add_article("a", "文章");
  small.pictures.push_back(small_png());
  small.publication.cover_picture = PictureId{0};
  const std::string package = package_of(small);
  CHECK(has(package, "properties=\"cover-image\""));
  CHECK(has(package, "<meta name=\"cover\" content=\"img-"));
  CHECK(has(package, "<itemref idref=\"cover\"/>"));
  CHECK(has(package, "<reference type=\"cover\""));
  CHECK(has(nav_of(small), "<a epub:type=\"cover\" href=\"cover.xhtml\">封面</a>"));
}

}  // namespace pubbuild
