#include <doctest/doctest.h>

#include "base/utf8.h"
#include "text/break_opportunities.h"

using namespace pubbuild;

namespace {

// The text with a bar at each place where a line may end.
std::string with_bars(const std::string& text, LineBreak level = LineBreak::strict,
                      const std::string& lang = "zh-Hans") {
  const std::u32string characters = utf8::decode_all(text);
  const std::vector<BreakKind> breaks = break_opportunities(characters, {lang, level, WordBreak::normal});
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
}

TEST_CASE("an apostrophe holds its word together") {
  CHECK(with_bars("don’t go") == "don’t |go");
}

TEST_CASE("interpuncts, connectors and solidi do not begin a line") {
  CHECK(with_bars("卡尔·马克思") == "卡|尔·|马|克|思");
  CHECK(with_bars("北京－上海") == "北|京－|上|海");
  CHECK(with_bars("和／或") == "和／|或");
  CHECK(with_bars("中国—东盟") == "中|国—|东|盟");
}

TEST_CASE("a dash of two ems and an ellipsis stay whole") {
  CHECK(with_bars("他——好") == "他——|好");
  CHECK(with_bars("他……好").find("…|…") == std::string::npos);
}

TEST_CASE("a dash may begin a line at the normal level") {
  CHECK(with_bars("他——好", LineBreak::normal) == "他|——|好");
}

TEST_CASE("numbers stay with their units") {
  CHECK(with_bars("约100㎡的") == "约|100㎡|的");
  CHECK(with_bars("增5.2%左") == "增|5.2%|左");
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

TEST_CASE("addresses are parted after a solidus and before their other marks") {
  CHECK(with_bars("见https://a.cn/b?c=d。") == "见|https://|a|.cn/|b|?c|=d。");
  CHECK(with_bars("寄me@example.org。") == "寄|me@|example|.org。");
  CHECK(with_bars("1.5 and/or e.g. x.y") == "1.5 |and/|or |e.g. |x.y");
}
