// Chapters are written as XHTML that holds what the tree holds and nothing else.
#include <doctest/doctest.h>

#include "epub/attributes.h"
#include "epub/language.h"
#include "epub/style_attribute.h"
#include "epub/xml.h"
#include "opened_epub.h"
#include "small_publication.h"

namespace pubbuild {

namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string first_chapter(const SmallPublication& small) {
  return OpenedEpub(small.write()).file("EPUB/ch001.xhtml");
}

}  // namespace

TEST_CASE("a chapter is a section with a role, its title and a style sheet") {
  SmallPublication small;
  const NodeId article = small.add_article("zhang", "第一章");
  small.publication.tree.set_attribute(article, Attr::class_, "report");
  const std::string xhtml = first_chapter(small);
  CHECK(xhtml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE html><html "));
  CHECK(has(xhtml, "lang=\"zh-Hans\" xml:lang=\"zh-Hans\""));
  CHECK(has(xhtml, "<title>第一章</title>"));
  CHECK(has(xhtml, "href=\"style.css\""));
  CHECK(has(xhtml, "<section class=\"report\" epub:type=\"chapter\" role=\"doc-chapter\""));
  CHECK(has(xhtml, "<h1 id=\"zhang\">第一章</h1>"));
  CHECK_FALSE(has(xhtml, "<article"));
}

TEST_CASE("an article that says what it is gets the role of it") {
  SmallPublication small;
  small.publication.tree.set_attribute(small.add_article("a", "前言"), Attr::epub_type, "preface");
  CHECK(has(first_chapter(small), "epub:type=\"preface\" role=\"doc-preface\""));
}

TEST_CASE("text loses what XML cannot hold and nothing else") {
  SmallPublication small;
  const NodeId article = small.add_article("a", "题");
  small.add(article, Tag::p, {}, "a\x01\x1B b\r\nc\xEF\xBF\xBE\xEF\xBF\xBF<&>\"'\t𠮷\xEF\xBF\xBD");
  CHECK(has(first_chapter(small), "<p>a b\nc&lt;&amp;&gt;\"'\t𠮷\xEF\xBF\xBD</p>"));
}

TEST_CASE("a title is brought onto one line") {
  CHECK(plain_line("  第一\n行\t\x02 ") == "第一 行");
  CHECK(plain_line(" \n\x01 ") == "");
}

TEST_CASE("no blank gets into ruby or between inline elements, and empty elements have an end tag") {
  SmallPublication small;
  const NodeId p = small.add(small.add_article("a", "题"), Tag::p);
  const NodeId ruby = small.add(p, Tag::ruby);
  small.add_text(ruby, "漢字");
  small.add(ruby, Tag::rp, {}, "（");
  small.add(ruby, Tag::rt, {}, "かんじ");
  small.add(p, Tag::em, {}, "一");
  small.add(p, Tag::strong, {}, "二");
  small.add(p, Tag::span, {{Attr::class_, "gap"}});
  small.add(p, Tag::br);
  CHECK(has(first_chapter(small),
            "<p><ruby>漢字<rt>かんじ</rt></ruby><em>一</em><strong>二</strong><span "
            "class=\"gap\"></span><br/></p>"));
}

TEST_CASE("a foreign span says its language twice, a wrong one not at all") {
  SmallPublication small;
  const NodeId p = small.add(small.add_article("a", "题"), Tag::p);
  small.add(p, Tag::span, {{Attr::lang, "ja_JP"}}, "名");
  small.add(p, Tag::span, {{Attr::lang, "<x>"}}, "字");
  CHECK(has(first_chapter(small), "<span lang=\"ja-JP\" xml:lang=\"ja-JP\">名</span><span>字</span>"));
}

TEST_CASE("links lead to the file their target lies in, and dead ones are none") {
  SmallPublication small;
  const NodeId first = small.add(small.add_article("a", "一"), Tag::p);
  small.add_article("b", "二");
  small.add(first, Tag::a, {{Attr::href, "#b"}}, "别处");
  small.add(first, Tag::a, {{Attr::href, "#a"}}, "此处");
  small.add(first, Tag::a, {{Attr::href, "#nowhere"}}, "无处");
  small.add(first, Tag::a, {{Attr::href, "other.md"}}, "文件");
  small.add(first, Tag::a, {{Attr::href, "https://example.org/文 书?a=%zz"}}, "网");
  const std::string xhtml = first_chapter(small);
  CHECK(has(xhtml, "<a href=\"ch002.xhtml#b\">别处</a>"));
  CHECK(has(xhtml, "<a href=\"#a\">此处</a>"));
  CHECK(has(xhtml, "<a>无处</a><a>文件</a>"));
  CHECK(has(xhtml, "<a href=\"https://example.org/文%20书?a=%25zz\">网</a>"));
}

TEST_CASE("addresses that are none are not linked") {
  CHECK(external_address("http:///x") == "");
  CHECK(external_address("http://[::1]/") == "");
  CHECK(external_address("https://user:word@example.org/") == "");
  CHECK(external_address("javascript:alert(1)") == "");
  CHECK(external_address("file:///etc/passwd") == "");
  CHECK(external_address("notes/a.md") == "");
  CHECK(external_address("https://example.org:8080/a#b#c") == "https://example.org:8080/a#b%23c");
  CHECK(external_address("mailto:reading@example.org") == "mailto:reading@example.org");
}

TEST_CASE("language tags are well-formed or empty") {
  CHECK(language_tag("zh_CN") == "zh-CN");
  CHECK(language_tag("zh-Hant-TW") == "zh-Hant-TW");
  CHECK(language_tag("sl-rozaj-biske") == "");
  CHECK(language_tag("de-1996") == "de-1996");
  CHECK(language_tag("zh-") == "");
  CHECK(language_tag("english") == "");
  CHECK(language_tag("") == "");
  CHECK(publication_language("?") == "zh-Hans");
}

TEST_CASE("a picture has its measures, a missing one leaves its words") {
  SmallPublication small;
  small.pictures.push_back(small_png());
  const NodeId p = small.add(small.add_article("a", "题"), Tag::p);
  small.publication.tree.set_attribute(small.add_picture(p, "图 \"一\"", PictureId{0}), Attr::width, "60%");
  small.add_picture(p, "图二", PictureId::none);
  const std::string xhtml = first_chapter(small);
  CHECK(
      has(xhtml, "alt=\"图 &quot;一&quot;\" width=\"1\" height=\"1\" style=\"width: 60%; height: auto\"/>"));
  CHECK(has(xhtml, "<span class=\"missing-picture\">图二</span>"));
}

TEST_CASE("attributes go on the elements that may have them") {
  SmallPublication small;
  const NodeId table = small.add(small.add_article("a", "题"), Tag::table, {{Attr::width, "100%"}});
  const NodeId row = small.add(small.add(table, Tag::tbody), Tag::tr, {{Attr::data_key, "bǎo"}});
  small.add(row, Tag::td, {{Attr::align, "right"}, {Attr::colspan, "2"}, {Attr::rowspan, "0"}}, "甲");
  small.add(row, Tag::td, {{Attr::align, "\"x"}, {Attr::scope, "col"}, {Attr::style, "color: red"}}, "乙");
  CHECK(has(first_chapter(small),
            "<table><tbody><tr><td colspan=\"2\" style=\"text-align: right\">甲</td>"
            "<td style=\"color: red\">乙</td></tr></tbody></table>"));
}

TEST_CASE("of a style attribute what is whole and allowed stays") {
  CHECK(clean_style("color: red; }") == "color: red");
  CHECK(clean_style(" width : 60% ;; font-family: 'a;b' ; color") == "width: 60%; font-family: 'a;b'");
  CHECK(clean_style("direction: rtl; unicode-bidi: embed; -webkit-hyphens: auto") == "-webkit-hyphens: auto");
  for (const std::string_view broken :
       {"width: calc(1px", "{", "color: 'x", "color:", "@x", "<!--", "color: red /* x", "--a: {}", "*zoom: 1",
        "background: url(x)", "width: 1px)", "", ";", "color: \\72 ed"}) {
    CHECK_MESSAGE(clean_style(broken) == "", broken);
  }
}

TEST_CASE("roles and types that do not exist are not written") {
  SmallPublication small;
  const NodeId article = small.add_article("a", "题");
  small.add(article, Tag::p, {{Attr::role, "doc-tip"}, {Attr::epub_type, "x:y"}}, "甲");
  small.add(article, Tag::p, {{Attr::role, "wizard"}, {Attr::epub_type, "tip"}}, "乙");
  small.add(small.add(article, Tag::p), Tag::bdo, {}, "丙");
  CHECK(has(first_chapter(small),
            "<p role=\"doc-tip\">甲</p><p epub:type=\"tip\">乙</p><p><bdo dir=\"ltr\">丙</bdo>"));
}

TEST_CASE("a long article is cut before headings, notes stay with their block") {
  SmallPublication small;
  const NodeId article = small.add_article("a", "长文");
  const std::string paragraph(30'000, 'x');
  for (int section = 0; section < 5; ++section) {
    const std::string id = "s" + std::to_string(section);
    small.add_heading(article, Tag::h2, id, "节" + std::to_string(section));
    for (int part = 0; part < 4; ++part) small.add(article, Tag::p, {}, paragraph);
    const NodeId last = small.add(article, Tag::p, {}, "注");
    small.add(last, Tag::a, {{Attr::href, "#a"}}, "回到开头");
    small.add_note(last, std::to_string(section), "说明");
  }
  const OpenedEpub epub(small.write());
  const std::string third = epub.file("EPUB/ch003.xhtml");
  CHECK(has(epub.file("EPUB/ch001.xhtml"), "<h2 id=\"s1\">"));
  CHECK(has(epub.file("EPUB/ch002.xhtml"), "<title>节2</title>"));
  CHECK(has(third, "<h2 id=\"s4\">"));
  CHECK(has(third, "<aside class=\"footnote\" id=\"n4\""));
  CHECK(has(third, "<a href=\"ch001.xhtml#a\">回到开头</a>"));
  CHECK(has(epub.file("EPUB/nav.xhtml"), "<a href=\"ch003.xhtml#s4\">节4</a>"));
  CHECK(complaints_of_epubcheck(small.write()) == "");
}

TEST_CASE("a long article without headings is cut between blocks, never between a block and its note") {
  SmallPublication small;
  const NodeId article = small.add_article("a", "长文");
  for (int part = 0; part < 30; ++part) {
    small.add_note(small.add(article, Tag::p, {}, std::string(60'000, 'x')), std::to_string(part), "说明");
  }
  const OpenedEpub epub(small.write());
  for (const std::string& name : epub.names()) {
    if (!name.starts_with("EPUB/ch")) continue;
    const std::string xhtml = epub.file(name);
    CHECK(xhtml.size() < 300'000);
    CHECK(has(xhtml, "</aside></section>"));
    CHECK_FALSE(has(xhtml, "<section epub:type=\"chapter\" role=\"doc-chapter\" aria-label=\"长文\"><aside"));
  }
}

}  // namespace pubbuild
