// Plain texts are read as an editor reads them.
#include <doctest/doctest.h>

#include "read/read_article.h"
#include "read/text/credits.h"
#include "read/text/heading_numbers.h"

using namespace pubbuild;

namespace {

ReadArticle read(const std::string& text) {
  return ReadArticle(text, ArticleKind::text);
}

}  // namespace

TEST_CASE("the first line is the title, one with a dash the subtitle, credits follow") {
  const ReadArticle article = read(
      "把灯留到九点\n——错时开放研讨班综述\n作者：周砚秋　李 "
      "明\n整理：王小雨\n来源：《工作简报》\n2026年5月18日\n\n正文。\n");
  CHECK(article.metadata().title.text == "把灯留到九点");
  CHECK(article.sources.text(article.metadata().title.span) == "把灯留到九点");
  CHECK(article.metadata().subtitle.text == "——错时开放研讨班综述");
  CHECK(article.metadata().authors ==
        std::vector<Person>{{"周砚秋", "", ""}, {"李明", "", ""}, {"王小雨", "整理", ""}});
  CHECK(article.metadata().source.text == "《工作简报》");
  CHECK(article.metadata().date.text == "2026年5月18日");
  CHECK(article.html() == "<p>正文。</p>\n");
}

TEST_CASE("a text that begins with a sentence has no title of its own") {
  const ReadArticle article = read("第一句话。\n\n第二句话。\n");
  CHECK(article.metadata().title.text.empty());
  CHECK(article.html() == "<p>第一句话。</p>\n<p>第二句话。</p>\n");
}

TEST_CASE("names under the title are authors, other short words there are headings") {
  CHECK(read("题目\n周砚秋\n\n正文。\n").metadata().authors.size() == 1);
  const ReadArticle article = read("题目\n前言\n\n正文。\n");
  CHECK(article.metadata().authors.empty());
  CHECK(article.html() == "<h2>前言</h2>\n<p>正文。</p>\n");
  CHECK(are_names("周砚秋、李明"));
  CHECK_FALSE(are_names("前言"));
}

TEST_CASE("a last line in parentheses is the source") {
  const ReadArticle article = read("题目\n\n正文。\n\n（来源：《河岸文学》2026年第3期）\n");
  CHECK(article.metadata().source.text == "《河岸文学》2026年第3期");
  CHECK(article.html() == "<p>正文。</p>\n");
}

TEST_CASE("lines broken at a margin are joined, without a blank between Han, with one between words") {
  const std::string line = "五月的临溪，雨一场接着一场，来自各乡镇的图书馆员挤在";
  CHECK(read("题目\n\n　　" + line + "\n" + line + "\n" + line + "\n末行。\n　　又一段。\n").html() ==
        "<p>" + line + line + line + "末行。</p>\n<p>又一段。</p>\n");
  const std::string words = "a library that nobody can reach is only a warehouse";
  CHECK(read("Title\n\n" + words + "\n" + words + "\n" + words + "\nof paper.\n").html() ==
        "<p>" + words + " " + words + " " + words + " of paper.</p>\n");
}

TEST_CASE("long lines without a margin are a paragraph each") {
  CHECK(read("题目\n甲说了很多话，说得很长。\n乙只说了一句。\n丙什么也没有说，因为他还没有来。\n").html() ==
        "<p>甲说了很多话，说得很长。</p>\n<p>乙只说了一句。</p>\n<p>丙什么也没有说，因为他还没有来。</p>\n");
}

TEST_CASE("numbers tell the levels of headings") {
  CHECK(read("题\n\n第一章　总则\n一、目的\n正文。\n（一）范围\n正文。\n第二章　附则\n正文。\n").html() ==
        "<h2>第一章　总则</h2>\n<h3>一、目的</h3>\n<p>正文。</p>\n<h4>（一）范围</h4>\n<p>正文。</p>\n"
        "<h2>第二章　附则</h2>\n<p>正文。</p>\n");
  CHECK(heading_number("第十二章 总则") == HeadingNumber::chapter);
  CHECK(heading_number("제3장 총칙") == HeadingNumber::chapter);
  CHECK(heading_number("二十一、总则") == HeadingNumber::ideographic);
  CHECK(heading_number("（3）总则") == HeadingNumber::decimal_in_parentheses);
  CHECK(heading_number("12.总则") == HeadingNumber::decimal);
  CHECK(heading_number("3.14是圆周率") == HeadingNumber::none);
  CHECK(heading_number("一天早上") == HeadingNumber::none);
}

TEST_CASE("verse, and what stands at the end, is no heading") {
  CHECK(
      read("题\n\n渡船去了又回来\n雾把对岸擦掉\n只有钟声一个人\n走过了河\n正文。\n").html() ==
      "<p>渡船去了又回来</p>\n<p>雾把对岸擦掉</p>\n<p>只有钟声一个人</p>\n<p>走过了河</p>\n<p>正文。</p>\n");
  CHECK(read("题\n\n正文。\n\n会务组\n2026年5月\n").html() ==
        "<p>正文。</p>\n<p>会务组</p>\n<p>2026年5月</p>\n");
}

TEST_CASE("nothing in a text is markup") {
  CHECK(read("题\n\n*甲* <b>乙</b> &amp; [丙](x) # 丁。\n").html() ==
        "<p>*甲* &lt;b&gt;乙&lt;/b&gt; &amp;amp; [丙](x) # 丁。</p>\n");
}
