#include <doctest/doctest.h>

#include <algorithm>

#include "layout/laid_out.h"

using namespace pubbuild;
using pubbuild::testing::article;
using pubbuild::testing::filler;
using pubbuild::testing::LaidOut;
using pubbuild::testing::PlacedText;

namespace {

constexpr Length left = millipoints(81638);
constexpr Length right = left + points(36 * 12);
// From the baseline of 12 pt text up to that of kana of half its size, em box on em box.
constexpr Length kana_rise = millipoints(12 * 880 + 6 * 120);

// Lines of 36 characters of 12 pt, 20 pt apart.
LaidOut set(const std::string& html, const std::string& css = "") {
  return LaidOut(article("<p>" + html + "</p>\n"), "p { text-indent: 0; text-align: justify } " + css);
}
LaidOut set_japanese(const std::string& html, const std::string& css = "") {
  return LaidOut(article("<p lang=\"ja\">" + html + "</p>\n"),
                 "p { text-indent: 0; text-align: justify } " + css);
}

std::string repeated(const std::string& word, size_t times) {
  std::string text;
  for (size_t n = 0; n < times; ++n) text += word;
  return text;
}

Length end_of(const PlacedText& text) {
  return text.x + text.width;
}

size_t count_roles(const LaidOut& pages, Role role) {
  return static_cast<size_t>(std::ranges::count(pages.document.structure, role, &StructureElement::role));
}

const std::string uketamawa = "<ruby>承<rt>うけたまわ</rt></ruby>";

}  // namespace

TEST_CASE("a reading stands over its character, in its middle and on its em box") {
  const LaidOut pages = set_japanese("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>を");
  const PlacedText base = pages.find("漢");
  CHECK(pages.find("かん").x == left);
  CHECK(pages.find("かん").size == points(6));
  CHECK(pages.find("かん").y == base.y - kana_rise);
  CHECK(pages.find("じ").x == left + points(15));
  CHECK(pages.find("を").x == left + points(24));
  CHECK(pages.find("(").page == 9999);
}

TEST_CASE("readings come after the words of their line") {
  const LaidOut pages = set_japanese("<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>を");
  std::string order;
  for (const PlacedText& text : pages.texts()) order += text.text;
  CHECK(order.find("漢字をかんじ") != std::string::npos);
}

TEST_CASE("the reading of a word is spread over it as ruby-align says") {
  const std::string word = "<ruby>今日明<rt>かん</rt></ruby>";
  CHECK(set_japanese(word).find("かん").x == left + points(6));
  CHECK(set_japanese(word).find("かん").width == points(24));
  CHECK(set_japanese(word, "ruby { ruby-align: center }").find("かん").x == left + points(12));
  CHECK(set_japanese(word, "ruby { ruby-align: start }").find("かん").x == left);
  const LaidOut between = set_japanese(word, "ruby { ruby-align: space-between }");
  CHECK(between.find("かん").x == left);
  CHECK(between.find("かん").width == points(36));
}

TEST_CASE("a word is spread under a longer reading") {
  const LaidOut pages = set_japanese("<ruby>境界<rt>きょうかいせん</rt></ruby>上");
  // 42 pt over 24: a quarter of what lacks before, half between, a quarter after.
  CHECK(pages.find("きょう").x == left);
  CHECK(pages.find("上").x == left + points(42));
}

TEST_CASE("a longer reading hangs over kana by an em of its own, over nothing else") {
  const LaidOut kana = set_japanese("あ" + uketamawa + "る");
  CHECK(kana.find("うけたまわ").x == left + points(6));
  CHECK(kana.find("る").x == left + points(30));
  const LaidOut han = set_japanese("中" + uketamawa + "国");
  CHECK(han.find("うけたまわ").x == left + points(12));
  CHECK(han.find("国").x == left + points(42));
  const LaidOut none = set_japanese("あ" + uketamawa + "る", "ruby { ruby-overhang: none }");
  CHECK(none.find("る").x == left + points(42));
}

TEST_CASE("a longer reading stays within its line") {
  const LaidOut start = set_japanese(repeated("あ", 36) + uketamawa + "る");
  CHECK(start.find("うけたまわ").x == left);
  const LaidOut end = set_japanese(repeated("あ", 34) + uketamawa + repeated("い", 36));
  CHECK(end.find("うけたまわ").y < points(200));
  CHECK(end_of(end.find("うけたまわ")) == right);
}

TEST_CASE("pinyin stands a quarter of its em apart from pinyin") {
  const LaidOut pages = set("<ruby>庄<rt>zhuāng</rt>床<rt>chuáng</rt></ruby>一");
  const PlacedText first = pages.find("zhu");
  const PlacedText second = pages.find("chu");
  CHECK(first.x == left);
  CHECK(second.x - end_of(first) >= millipoints(1499));
  CHECK(second.x - end_of(first) <= millipoints(1501));
}

TEST_CASE("annotations of bases side by side take the form that rb, rt and rtc give them") {
  const LaidOut pages = set("<ruby><rb>旧<rb>金<rb>山<rt>jiù<rt>jīn<rt>shān<rtc>San Francisco</ruby>");
  const PlacedText base = pages.find("旧");
  CHECK(pages.find("jiù").y < base.y);
  CHECK(pages.find("shān").x > pages.find("jīn").x);
  CHECK(pages.find("San Francisco").y > base.y);
}

TEST_CASE("ruby in ruby stands on both sides") {
  const LaidOut pages =
      set_japanese("<ruby><ruby>東<rt>とう</rt>南<rt>なん</rt></ruby><rt>たつみ</rt></ruby>");
  CHECK(pages.find("とう").y == pages.find("東").y - kana_rise);
  CHECK(pages.find("たつみ").y > pages.find("東").y);
  const LaidOut over = set_japanese("<ruby><ruby>東<rt>とう</rt>南<rt>なん</rt></ruby><rt>たつみ</rt></ruby>",
                                    "ruby { ruby-position: over }");
  CHECK(over.find("たつみ").y == over.find("東").y - kana_rise - points(6));
}

TEST_CASE("ruby-position under is below the em box") {
  const LaidOut pages = set("<ruby>漢<rt>かん</rt></ruby>", "ruby { ruby-position: under }");
  CHECK(pages.find("かん").y == pages.find("漢").y + millipoints(12 * 120 + 6 * 880));
}

TEST_CASE("jukugo readings are one where one of them is too long, or where they are merged") {
  const std::string word = "<ruby>京<rt>きょう</rt>都<rt>と</rt></ruby>";
  const std::string fitting = "<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>";
  CHECK(set_japanese(word).find("と").x > left + points(20));
  const LaidOut pages =
      set_japanese("<ruby><rb>京<rb>都<rt>きょう<rt>と</ruby>", "ruby { ruby-merge: auto }");
  CHECK(pages.find("きょう").x == left);
  CHECK(pages.find("と").x == left + points(18));
  const LaidOut fits = set_japanese("<ruby><rb>漢<rb>字<rt>かん<rt>じ</ruby>", "ruby { ruby-merge: auto }");
  CHECK(fits.find("じ").x == left + points(15));
}

TEST_CASE("a word and its reading are not parted by the end of a line") {
  const LaidOut pages = set_japanese(repeated("中", 35) + "<ruby>今日<rt>きょう</rt></ruby>");
  CHECK(pages.find("今日").x == left);
  const LaidOut mono = set_japanese(repeated("中", 35) + "<ruby>今<rt>こん</rt>日<rt>にち</rt></ruby>中中");
  CHECK(mono.find("今").x == right - points(12));
  CHECK(mono.find("にち").x == left);
}

TEST_CASE("where a base may break, its reading breaks in proportion") {
  const LaidOut pages = set_japanese(repeated("中", 34) + "<ruby>今日明日<rt>きょうあした</rt></ruby>",
                                     "rt { white-space: normal }");
  CHECK(pages.find("きょう").text == "きょう");
  CHECK(pages.find("あした").x == left + points(1));
  CHECK(pages.find("あした").y > pages.find("きょう").y);
}

TEST_CASE("readings leave the lines where they are while the leading has room") {
  const std::string text = "<ruby>漢<rt>かん</rt></ruby>" + repeated("中", 36);
  const LaidOut pages = set(text + text);
  const PlacedText first = pages.find("漢");
  CHECK(pages.find("中").y == first.y);
  const LaidOut solid = set("中<br/>" + text, "p { line-height: 15pt }");
  CHECK(solid.find("漢").y == solid.find("中").y + points(30));
}

TEST_CASE("bopomofo stands in a column behind its character") {
  const LaidOut pages =
      set("<ruby lang=\"zh-Hant\">中<rt>ㄓㄨㄥˋ</rt></ruby>國", "ruby { ruby-position: inter-character }");
  CHECK(pages.find("國").x == left + points(18));
  const PlacedText first = pages.find("ㄓ");
  const PlacedText last = pages.find("ㄥ");
  CHECK(first.size == millipoints(3600));
  CHECK(last.y - first.y == millipoints(7200));
  CHECK(first.x >= left + points(12));
  CHECK(pages.find("ˋ").x > last.x);
}

TEST_CASE("ruby is tagged as ruby, its base and its text") {
  const LaidOut pages = set_japanese("<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>を");
  CHECK(count_roles(pages, Role::ruby) == 2);
  CHECK(count_roles(pages, Role::ruby_base) == 2);
  CHECK(count_roles(pages, Role::ruby_text) == 2);
  for (const TextItem& text : pages.items_of<TextItem>(0)) {
    if (text.run.text != "かん") continue;
    CHECK(pages.document.structure[static_cast<size_t>(text.structure)].role == Role::ruby_text);
  }
}

TEST_CASE("an annotation longer than a line stands behind its base, in brackets, with a warning") {
  const LaidOut pages = set("<ruby>長<rt>" + filler(1000) + "</rt></ruby>");
  CHECK(pages.codes() == std::vector<std::string>{"ruby-too-long"});
  for (const PlacedText& text : pages.texts()) CHECK(end_of(text) <= right + points(12));
}

TEST_CASE("a base of many characters breaks with its annotation where no line holds it") {
  const LaidOut pages = set("<ruby>" + filler(100) + "<rt>" + filler(300) + "</rt></ruby>");
  CHECK(pages.codes().empty());
  for (const PlacedText& text : pages.texts()) CHECK(end_of(text) <= right + points(12));
}

TEST_CASE("ruby without a base, and in too many layers, is still read") {
  const LaidOut empty = set("甲<ruby><rt>乙</rt></ruby>");
  CHECK(empty.find("乙").size == points(6));
  std::string deep = "丙";
  for (int n = 0; n < 50; ++n) deep = "<ruby>" + deep + "<rt>丁" + std::to_string(n) + "</rt></ruby>";
  const LaidOut nested = set(deep);
  CHECK(nested.find("丁0").y != nested.find("丙").y);
  CHECK(nested.find("49").page == 0);
}

TEST_CASE("a paragraph of very many readings is set in linear time") {
  const LaidOut pages = set("<ruby>" + repeated("漢<rt>かん</rt>字<rt>じ</rt>", 2500) + "</ruby>");
  size_t readings = 0;
  for (const PlacedText& text : pages.texts()) readings += text.size == points(6);
  CHECK(readings >= 5000);
}

TEST_CASE("a note of two lines stands inside its line, in brackets") {
  const LaidOut pages = set("甲<span class=\"warichu\">天地玄黄宇宙洪荒</span>乙");
  const PlacedText base = pages.find("甲");
  const PlacedText upper = pages.find("天地玄黄");
  const PlacedText lower = pages.find("宇宙洪荒");
  CHECK(pages.find("（").x == left + points(12));
  CHECK(upper.size == points(6));
  CHECK(upper.x == left + points(24));
  CHECK(lower.x == upper.x);
  CHECK(lower.y - upper.y == points(6));
  CHECK(upper.y == base.y - millipoints(12 * 380 + 6 * 120));
  CHECK(pages.find("乙").x == left + points(24 + 24 + 12));
  CHECK(count_roles(pages, Role::warichu) == 1);
  CHECK(count_roles(pages, Role::warichu_text) == 1);
}

TEST_CASE("a note of two lines goes on in the next line, two lines again") {
  const LaidOut pages =
      set(filler(30) + "<span class=\"warichu\">" + repeated("夜", 30) + "</span>" + filler(36));
  std::vector<PlacedText> parts;
  for (const PlacedText& text : pages.texts()) {
    if (text.text.find("夜") != std::string::npos) parts.push_back(text);
  }
  REQUIRE(parts.size() == 4);
  CHECK(parts[0].x == parts[1].x);
  CHECK(end_of(parts[0]) <= right);
  CHECK(parts[2].x == left);
  CHECK(parts[3].x == left);
  CHECK(parts[2].y - parts[0].y == points(20));
  CHECK(count_roles(pages, Role::warichu) == 1);
}
