#include <doctest/doctest.h>

#include "base/utf8.h"
#include "text/break_opportunities.h"

using namespace pubbuild;

namespace {

// The text with a bar at each place where a line may end.
std::string with_bars(const std::string& text, LineBreak level = LineBreak::strict,
                      const std::string& lang = "zh-Hans", WordBreak words = WordBreak::normal) {
  const std::u32string characters = utf8::decode_all(text);
  const std::vector<BreakKind> breaks = break_opportunities(characters, {lang, level, words});
  CHECK(breaks.size() == characters.size());
  std::string shown;
  for (size_t n = 0; n < characters.size(); ++n) {
    if (breaks[n] != BreakKind::none) shown += "|";
    utf8::append(shown, characters[n]);
  }
  return shown;
}

}  // namespace

TEST_CASE("closing marks never begin a line and opening marks never end one") {
  CHECK(with_bars("他说：“好。”然") == "他|说：|“好。”|然");
  CHECK(with_bars("看《书》（一）") == "看|《书》|（一）");
  CHECK(with_bars("「は」と、") == "「は」|と、");
}

TEST_CASE("single quotation marks are brackets beside Han") {
  CHECK(with_bars("我说‘好’字") == "我|说|‘好’|字");
  CHECK(with_bars("说：‘好。’她") == "说：|‘好。’|她");
  CHECK(with_bars("‘a’他") == "‘a’|他");
  CHECK(with_bars("the ‘best’ one") == "the |‘best’ |one");
}

TEST_CASE("an apostrophe holds its word together") {
  CHECK(with_bars("don’t go") == "don’t |go");
}

TEST_CASE("interpuncts, connectors and solidi do not begin a line") {
  CHECK(with_bars("卡尔·马克思") == "卡|尔·|马|克|思");
  CHECK(with_bars("北京－上海") == "北|京－|上|海");
  CHECK(with_bars("京～沪") == "京～|沪");
  CHECK(with_bars("中国—东盟") == "中|国—|东|盟");
  CHECK(with_bars("中国 — 东盟", LineBreak::normal) == "中|国 — |东|盟");
  CHECK(with_bars("甲 · 乙") == "甲 · |乙");
}

TEST_CASE("a single ellipsis may begin a line at the loose level only") {
  for (const std::string lang : {"zh-Hans", "ja", "ko", "en"}) {
    CHECK(with_bars("国…国", LineBreak::loose, lang) == "国|…|国");
    CHECK(with_bars("国……国", LineBreak::loose, lang) == "国|……|国");
  }
  for (const LineBreak level : {LineBreak::normal, LineBreak::strict})
    CHECK(with_bars("国…国", level) == "国…|国");
}

TEST_CASE("a solidus ends no line in zh-Hans, and in other Chinese none at the strict level") {
  for (const std::string lang : {"zh-Hans", "zh-CN"}) {
    CHECK(with_bars("和／或", LineBreak::normal, lang) == "和／或");
    CHECK(with_bars("他/她的", LineBreak::auto_, lang) == "他/她|的");
  }
  for (const std::string lang : {"zh", "zh-Hant", "yue"}) {
    CHECK(with_bars("和／或", LineBreak::normal, lang) == "和／|或");
    CHECK(with_bars("他/她的", LineBreak::normal, lang) == "他/|她|的");
    CHECK(with_bars("和／或", LineBreak::strict, lang) == "和／或");
  }
  CHECK(with_bars("读input/output", LineBreak::normal) == "读|input/|output");
}

TEST_CASE("a dash of two ems and an ellipsis stay whole") {
  CHECK(with_bars("他——好") == "他——|好");
  CHECK(with_bars("他……好").find("…|…") == std::string::npos);
}

TEST_CASE("dashes and dots of two ems may begin a line but at the strict level") {
  CHECK(with_bars("他——好", LineBreak::normal) == "他|——|好");
  CHECK(with_bars("他……好", LineBreak::auto_) == "他|……|好");
  CHECK(with_bars("他……好") == "他……|好");
  CHECK(with_bars("他⸺好") == "他⸺|好");
  CHECK(with_bars("……——", LineBreak::normal) == "……|——");
  CHECK(with_bars("他…………好", LineBreak::normal) == "他|……|……|好");
  CHECK(with_bars("嗯，——好", LineBreak::normal) == "嗯，|——|好");
}

TEST_CASE("a number sign stays with its number, a language named with one is parted from what follows") {
  CHECK(with_bars("第#1号", LineBreak::strict, "ja") == "第|#1|号");
  CHECK(with_bars("C#言語", LineBreak::strict, "ja") == "C#|言|語");
}

TEST_CASE("numbers stay with their units") {
  CHECK(with_bars("约100㎡的") == "约|100㎡|的");
  CHECK(with_bars("增5.2%左") == "增|5.2%|左");
  CHECK(with_bars("长10 km的") == "长|10 km|的");
  CHECK(with_bars("约30 °C，占5 %") == "约|30 °C，|占|5 %");
  CHECK(with_bars("10 kilos", LineBreak::auto_, "en") == "10 |kilos");
  CHECK(with_bars("价￥1,234.50元") == "价|￥1,234.50|元");
  CHECK(with_bars("第№3号") == "第|№3|号");
  CHECK(with_bars("負−5度", LineBreak::strict, "ja") == "負|−5|度");
  CHECK(with_bars("約50㌔", LineBreak::strict, "ja") == "約|50㌔");
}

TEST_CASE("a range of numbers stays in one piece") {
  CHECK(with_bars("1～2天") == "1～2|天");
  CHECK(with_bars("1–2天") == "1–2|天");
  CHECK(with_bars("3〜5日", LineBreak::loose, "ja") == "3〜5|日");
}

TEST_CASE("a mark that refers to a note does not begin a line, an item of a list may") {
  CHECK(with_bars("正文①和") == "正|文①|和");
  CHECK(with_bars("正文[12]。") == "正|文[12]。");
  CHECK(with_bars("完。〔3〕又") == "完。〔3〕|又");
  CHECK(with_bars("本文※1", LineBreak::strict, "ja") == "本|文※1");
  CHECK(with_bars("平方米²的") == "平|方|米²|的");
  CHECK(with_bars("如下：①首先；②其次") == "如|下：|①|首|先；|②|其|次");
  CHECK(with_bars("发〔2024〕1号") == "发〔2024〕|1|号");
}

TEST_CASE("the name of a language with plus signs is one word") {
  CHECK(with_bars("用C++语言") == "用|C++|语|言");
}

TEST_CASE("a line feed forces a line to end") {
  const std::vector<BreakKind> breaks = break_opportunities(U"一\n二", {"zh-Hans"});
  CHECK(breaks[2] == BreakKind::forced);
}

TEST_CASE("keep-all keeps Korean words whole") {
  const std::u32string text = utf8::decode_all("한국어 문장");
  const std::vector<BreakKind> breaks =
      break_opportunities(text, {"ko", LineBreak::auto_, WordBreak::keep_all});
  for (size_t n = 1; n < text.size(); ++n) CHECK((breaks[n] == BreakKind::allowed) == (n == 4));
}

TEST_CASE("addresses are parted after their marks, never within their scheme") {
  CHECK(with_bars("见https://a.cn/b?c=d1。") == "见|https://a.|cn/|b?|c=|d1。");
  CHECK(with_bars("https://a.cn/x-y/%E4%BD%A0") == "https://a.|cn/|x-|y/|%E4|%BD|%A0");
  CHECK(with_bars("寄me@example.org。") == "寄|me@|example.|org。");
  CHECK(with_bars("1.5 and/or e.g. x.y") == "1.5 |and/|or |e.g. |x.y");
}

TEST_CASE("keep-all keeps words of all scripts whole, but parts them at marks") {
  CHECK(with_bars("한국어 문장이다.", LineBreak::auto_, "ko", WordBreak::keep_all) == "한국어 |문장이다.");
  CHECK(with_bars("中文、字符", LineBreak::auto_, "zh", WordBreak::keep_all) == "中文、|字符");
  CHECK(with_bars("ภาษาไทย", LineBreak::auto_, "th", WordBreak::keep_all) == "ภาษา|ไทย");
}

TEST_CASE("break-all parts words anywhere, with the rules for marks kept") {
  CHECK(with_bars("ab字 c1!", LineBreak::auto_, "zh", WordBreak::break_all) == "a|b|字 |c|1!");
  CHECK(with_bars("(ab)", LineBreak::auto_, "en", WordBreak::break_all) == "(a|b)");
  CHECK(with_bars("e\u0301a", LineBreak::auto_, "en", WordBreak::break_all) == "e\u0301|a");
}

TEST_CASE("phrases stay whole in headings of Japanese, Korean and Chinese") {
  CHECK(with_bars("東京の図書館で本を読む", LineBreak::auto_, "ja", WordBreak::auto_phrase) ==
        "東京の|図書館で|本を|読む");
  CHECK(with_bars("서울의 도서관", LineBreak::auto_, "ko", WordBreak::auto_phrase) == "서울의 |도서관");
  CHECK(with_bars("公共服务的意见", LineBreak::auto_, "zh", WordBreak::auto_phrase) == "公共|服务|的|意见");
}

TEST_CASE("line-break: anywhere stops at nothing but the parts of one character") {
  CHECK(with_bars("他，(ab)。", LineBreak::anywhere) == "他|，|(|a|b|)|。");
  CHECK(with_bars("e\u0301👨‍👩‍👧🇨🇳1️⃣", LineBreak::anywhere) ==
        "e\u0301|👨‍👩‍👧|🇨🇳|1️⃣");
}

TEST_CASE("Thai, Lao, Khmer and Burmese are parted between words") {
  CHECK(with_bars("ภาษาไทยสวยงาม", LineBreak::auto_, "th") == "ภาษา|ไทย|สวยงาม");
  CHECK(with_bars("ພາສາລາວ", LineBreak::auto_, "lo") == "ພາສາ|ລາວ");
  CHECK(with_bars("ប្រទេសកម្ពុជា", LineBreak::auto_, "km") == "ប្រទេស|កម្ពុជា");
  CHECK(with_bars("မြန်မာစာ", LineBreak::auto_, "my") == "မြန်မာ|စာ");
  CHECK(with_bars("他说ภาษาไทย。") == "他|说|ภาษา|ไทย。");
}

TEST_CASE("sequences of emoji are not parted") {
  CHECK(with_bars("家👨‍👩‍👧👍🏽🇨🇳🇯🇵1️⃣") ==
        "家|👨‍👩‍👧|👍🏽|🇨🇳|🇯🇵|1️⃣");
}

TEST_CASE("a character with a variation selector is not parted from it") {
  CHECK(with_bars("葛\U000E0100城") == "葛\U000E0100|城");
}
