// Pages of HTML: the article in them, in clean paragraphs.
#include <doctest/doctest.h>

#include "read/read_article.h"

using namespace pubbuild;

namespace {

ReadArticle read(const std::string& text) {
  return ReadArticle(text, ArticleKind::html);
}

const std::string sentence = "五月的临溪，雨一场接着一场，报告厅里坐满了人。";
const std::string paragraph = "<p>" + sentence + sentence + "</p>";

std::string page(const std::string& body, const std::string& head = "") {
  return "<!DOCTYPE html><html lang=\"zh-CN\"><head>" + head + "</head><body>" + body + "</body></html>";
}

// Without the line ends between blocks.
std::string flat(const ReadArticle& article) {
  std::string html = article.html();
  std::erase(html, '\n');
  return html;
}

std::string said(const ReadArticle& article, std::string_view code) {
  for (const Diagnostic& each : article.diagnostics.all()) {
    if (each.code == code) return each.message;
  }
  return {};
}

}  // namespace

TEST_CASE("a part of a page is read whole") {
  CHECK(flat(read("<h2>题</h2><p class=\"x\" style=\"color: red\" onclick=\"f()\">甲<b>乙</b>")) ==
        "<h2>题</h2><p>甲<b>乙</b></p>");
}

TEST_CASE("links of a page to its own notes become notes, and what listed them goes") {
  const std::string text =
      "<p>甲<sup><a href=\"#n1\" id=\"r1\">[1]</a></sup>乙<a href=\"#n2\">②</a>，见<a "
      "href=\"#x\">3</a>，再见<a "
      "href=\"#n1\">[1]</a>。</p><h3 id=\"x\">题</h3><p>文</p>";
  const std::string note_1 = "<li id=\"n1\">注一。<a href=\"#r1\">↑</a></li>";
  const ReadArticle article =
      read(text + "<hr><h4>注释</h4><ol>" + note_1 + "</ol><p><a id=\"n2\"></a>② 注二。</p>");
  CHECK(
      flat(article) ==
      "<p>甲<a class=\"footnote-ref\" href=\"#fn:page-1\" epub:type=\"noteref\" "
      "role=\"doc-noteref\"></a>乙<a "
      "class=\"footnote-ref\" href=\"#fn:page-2\" epub:type=\"noteref\" role=\"doc-noteref\"></a>，见<a "
      "href=\"#x\">3</a>，再见<a class=\"footnote-ref\" href=\"#fn:page-1\" epub:type=\"noteref\" "
      "role=\"doc-noteref\"></a>。</p><h3 id=\"x\">题</h3><p>文</p><aside class=\"footnote\" "
      "id=\"fn:page-1\" "
      "epub:type=\"footnote\" role=\"doc-footnote\"><p>注一。</p></aside><aside class=\"footnote\" "
      "id=\"fn:page-2\" epub:type=\"footnote\" role=\"doc-footnote\"><p><a id=\"n2\"></a>注二。</p></aside>");
}

TEST_CASE("of a page the article stays, menus, shares, comments and scripts go, and a note counts them") {
  const ReadArticle article = read(page(
      "<div class=\"nav\"><a href=\"/\">首页</a></div><div id=\"main\"><div class=\"text\">" + paragraph +
      paragraph + "<div class=\"share\">分享</div></div><div class=\"comments\"><p>说得好。</p></div></div>" +
      "<script>var a = '甲';</script><footer>版权</footer>"));
  CHECK(flat(article) == paragraph + paragraph);
  CHECK(said(article, "html-left-out") == "10 characters around the article are left out");
}

TEST_CASE("what CMSes name as content is the content") {
  const ReadArticle article = read(
      page("<div><div id=\"js_content\">" + paragraph + "</div><div><p>" + sentence + "</p></div></div>"));
  CHECK(article.html() == paragraph + "\n");
}

TEST_CASE("title, authors, date and source come from the page") {
  const ReadArticle article = read(page(
      "<h1>把灯留到九点</h1><div class=\"info\"><span>2026-05-18 09:30</span> <span>来源： 临溪新闻网</span> "
      "<span>作者：周砚秋 李明</span></div>" +
          paragraph,
      "<title>把灯留到九点_临溪新闻网</title>"));
  CHECK(article.metadata().title.text == "把灯留到九点");
  CHECK(article.metadata().authors == std::vector<Person>{{"周砚秋", "", ""}, {"李明", "", ""}});
  CHECK(article.metadata().source.text == "临溪新闻网");
  CHECK(article.metadata().date.text == "2026-05-18");
  CHECK(article.metadata().lang.text == "zh-CN");
  CHECK(article.html() == paragraph + "\n");
  const ReadArticle bare =
      read(page(paragraph,
                "<title>题 - 站</title><meta name=author content=甲><meta property=article:published_time "
                "content=2026-05-18T09:30:00Z>"));
  CHECK(bare.metadata().title.text == "题");
  CHECK(bare.metadata().authors == std::vector<Person>{{"甲", "", ""}});
  CHECK(bare.metadata().date.text == "2026-05-18");
}

TEST_CASE("lines of one block are paragraphs, typed indentations and empty blocks go") {
  CHECK(
      read("<div>　　甲。<br>　　乙。<br><br>丙。<br>丁。<p>&nbsp;</p><p><span> </span></p></div>").html() ==
      "<div>\n<p>甲。</p>\n<p>乙。</p>\n<p>丙。<br />丁。</p>\n</div>\n");
  CHECK(read("<p>　　甲。</p>").html() == "<p>甲。</p>\n");
}

TEST_CASE("a block of words is a paragraph, and a span that says nothing is none") {
  CHECK(flat(read("<section><section><span style=\"color: "
                  "red\">甲<span>乙</span></span></section><p>丙</p></section>")) ==
        "<div><p>甲乙</p><p>丙</p></div>");
}

TEST_CASE("a line end of the source is no blank between Han") {
  CHECK(read("<p>甲乙\n   丙丁\nand\nmore</p>").html() == "<p>甲乙丙丁and\nmore</p>\n");
  CHECK(read("<pre>甲\n  乙</pre>").html() == "<pre>甲\n  乙</pre>\n");
}

TEST_CASE("tables, figures, ruby and lists stay what they are") {
  CHECK(flat(read("<table><tr><th>月<th>人<tr><td colspan=2 class=x>五</table><ul><li>甲<li>乙</ul>")) ==
        "<table><thead><tr><th>月</th><th>人</th></tr></thead><tbody><tr><td "
        "colspan=\"2\">五</td></tr></tbody></table>"
        "<ul><li>甲</li><li>乙</li></ul>");
  CHECK(read("<ruby>漢<rt>かん</rt></ruby>").html() == "<ruby>漢<rt>かん</rt></ruby>\n");
  CHECK(read("<figure><img src=a.png alt=甲><figcaption>乙</figcaption></figure>").html() ==
        "<figure><img src=\"a.png\" alt=\"甲\" /><figcaption>乙</figcaption></figure>\n");
}

TEST_CASE("pictures that are loaded late have their source") {
  CHECK(read("<p><img src=\"blank.gif\" data-src=\"a.png\"></p>").html() ==
        "<p><img src=\"a.png\" alt=\"\" /></p>\n");
}

TEST_CASE("alignment is what stays of styles") {
  CHECK(read("<p style=\"font-size: 9px; text-align: center\">甲</p>").html() ==
        "<p class=\"center\">甲</p>\n");
}

TEST_CASE("places in a page are lines and columns of its source") {
  const ReadArticle article = read("<p>甲</p>\n<p>乙<img src=\"http://x/a.png\"></p>");
  CHECK(article.places() == "2:5 html-remote\n");
}

TEST_CASE("pages that would take the parser forever are errors") {
  const auto code = [](const std::string& text) {
    const ReadArticle article = read(text);
    return article.diagnostics.all().empty() ? "" : std::string(article.diagnostics.all()[0].code);
  };
  std::string deep;
  for (int n = 0; n < 600; ++n) deep += "<div/>";
  CHECK(code(deep) == "html-hostile");
  std::string many = "<a";
  for (int n = 0; n < 600; ++n) many += " a" + std::to_string(n) + "=1";
  CHECK(code(many + ">甲</a>") == "html-hostile");
  std::string script = "<script>";
  for (int n = 0; n < 600; ++n) script += "<div>";
  CHECK(code(script + "</script><p>甲</p>").empty());
}
