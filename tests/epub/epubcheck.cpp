// EPUBCheck has nothing to complain of.
#include <doctest/doctest.h>

#include "opened_epub.h"
#include "small_publication.h"

namespace pubbuild {

namespace {

constexpr std::string_view hostile = "<&\"]]>' \x01\x08\x1F\xEF\xBF\xBF\n--> \xE2\x80\xAE";

SmallPublication rich_publication() {
  SmallPublication small;
  small.pictures.push_back(small_png());
  const NodeId article = small.add_article("a", "一、文章");
  const NodeId head = small.publication.tree.first_child(article);
  small.add(head, Tag::p, {{Attr::class_, "subtitle"}}, "副题");
  small.add(head, Tag::p, {{Attr::class_, "author"}}, "某人");
  small.add_heading(article, Tag::h2, "b", "（一）节");
  const NodeId p = small.add(article, Tag::p, {}, "正文");
  small.add_note(p, "1", "一条注。");
  small.add(small.add(article, Tag::blockquote), Tag::p, {}, "引文");
  const NodeId list =
      small.add(article, Tag::ol, {{Attr::start, "3"}, {Attr::reversed, ""}, {Attr::type, "a"}});
  small.add(list, Tag::li, {{Attr::value, "7"}}, "项");
  const NodeId terms = small.add(article, Tag::dl);
  small.add(terms, Tag::dt, {}, "词");
  small.add(terms, Tag::dd, {}, "义");
  const NodeId figure = small.add(article, Tag::figure, {{Attr::id, "fig"}});
  small.add_picture(figure, "图", PictureId{0});
  small.add(figure, Tag::figcaption, {}, "图一");
  const NodeId code = small.add(article, Tag::pre);
  small.add(code, Tag::code, {{Attr::lang, "en"}}, "if (a < b && c)\n  return;\n");
  return small;
}

void add_table(SmallPublication& small, NodeId article) {
  const NodeId table = small.add(article, Tag::table, {{Attr::class_, "grid"}});
  small.add(table, Tag::caption, {}, "表一");
  const NodeId columns = small.add(table, Tag::colgroup);
  small.add(columns, Tag::col, {{Attr::span, "2"}, {Attr::style, "width: 30%"}});
  const NodeId head = small.add(small.add(table, Tag::thead), Tag::tr);
  small.add(head, Tag::th, {{Attr::scope, "col"}, {Attr::align, "center"}}, "甲");
  small.add(head, Tag::th, {{Attr::scope, "col"}, {Attr::abbr, "乙"}}, "乙");
  const NodeId row = small.add(small.add(table, Tag::tbody), Tag::tr);
  small.add(row, Tag::td, {{Attr::colspan, "2"}, {Attr::headers, "x"}}, "1");
}

// Every text-level element, attributes it may not have among them.
void add_text_level_elements(SmallPublication& small, NodeId p) {
  for (const Tag tag : {Tag::em,   Tag::strong, Tag::b,   Tag::i,    Tag::u,    Tag::s,    Tag::small,
                        Tag::cite, Tag::q,      Tag::dfn, Tag::abbr, Tag::mark, Tag::code, Tag::kbd,
                        Tag::samp, Tag::var,    Tag::sub, Tag::sup,  Tag::span, Tag::bdi}) {
    small.add(p, tag, {{Attr::title, "说明"}, {Attr::dir, "ltr"}, {Attr::value, "1"}}, "字");
  }
  small.add(p, Tag::time, {{Attr::datetime, "2026-05-18"}}, "五月");
  small.add(p, Tag::time, {{Attr::datetime, "someday"}}, "某日");
  small.add(p, Tag::del, {{Attr::cite, "a b"}}, "删");
  small.add(p, Tag::data, {{Attr::value, "1"}}, "一");
  small.add(p, Tag::wbr);
  const NodeId ruby = small.add(p, Tag::ruby);
  small.add(ruby, Tag::rb, {}, "漢");
  small.add(ruby, Tag::rt, {}, "かん");
  small.add(ruby, Tag::rtc, {}, "Chinese");
  const NodeId both_sides = small.add(p, Tag::ruby);
  const NodeId inner = small.add(both_sides, Tag::ruby, {}, "東");
  small.add(inner, Tag::rt, {}, "とう");
  small.add(both_sides, Tag::rt, {}, "ひがし");
}

}  // namespace

TEST_CASE("EPUBCheck accepts hostile metadata, titles and links") {
  SmallPublication small = rich_publication();
  Metadata& metadata = small.publication.metadata;
  for (Field* field : {&metadata.title, &metadata.subtitle, &metadata.source, &metadata.date, &metadata.lang,
                       &metadata.publisher, &metadata.rights, &metadata.description, &metadata.identifier,
                       &metadata.series, &metadata.volume, &metadata.direction}) {
    field->text = hostile;
  }
  metadata.authors = {{std::string(hostile), std::string(hostile), std::string(hostile)}, {"\x01", "", ""}};
  metadata.subjects = {std::string(hostile), " "};
  const NodeId p = small.add(small.add_article("z", hostile), Tag::p);
  for (const std::string_view href :
       {"http://a b/", "https://example.org/ <>\"{}|\\^`[]%", "mailto:a b@c", "tel:1 2", "#", "# b",
        "http://-.", "https://例子.测试/路径#片段#二", "//example.org/"}) {
    small.add(p, Tag::a, {{Attr::href, href}, {Attr::lang, hostile}, {Attr::title, hostile}}, hostile);
  }
  small.pages = {{std::string(hostile), {p, 0}}};
  CHECK(complaints_of_epubcheck(small.write()) == "");
}

TEST_CASE("EPUBCheck accepts a publication of nothing") {
  SmallPublication small;
  small.publication.metadata = {};
  CHECK(complaints_of_epubcheck(small.write()) == "");
  small.publication.tree.append_element(small.publication.body, Tag::article, {});
  CHECK(complaints_of_epubcheck(small.write()) == "");
}

TEST_CASE("EPUBCheck accepts every kind of element, with cover, series and pages of both articles") {
  SmallPublication small = rich_publication();
  const NodeId second = small.add_article("c", "二、表");
  add_table(small, second);
  const NodeId last = small.add(second, Tag::p, {}, "见");
  small.add(last, Tag::a, {{Attr::href, "#fig"}}, "图一");
  add_text_level_elements(small, small.add(second, Tag::p));
  // A page that begins in a link, in a list, in a row and in a figure.
  const NodeId figure = small.add(second, Tag::figure);
  const NodeId caption = small.add(figure, Tag::figcaption, {}, "图二");
  const NodeId item = small.add(small.add(second, Tag::ul), Tag::li, {}, "项");
  small.publication.metadata.authors = {{"林疏桐", "", ""}, {"Ann Other", "译", "Other, Ann"}};
  small.publication.metadata.series.text = "丛书";
  small.publication.metadata.volume.text = "3";
  small.publication.cover_picture = PictureId{0};
  small.pages = {{"i", {small.publication.articles[0].root, 0}},
                 {"1", {second, 0}},
                 {"2", {small.publication.tree.last_child(last), 0}},
                 {"3", {caption, 0}},
                 {"4", {item, 0}}};
  CHECK(complaints_of_epubcheck(small.write()) == "");
}

}  // namespace pubbuild
