// What an editor marks in an article, and what is put right without asking.
#include "proof/proofread.h"

#include <doctest/doctest.h>

#include "proof/readings.h"
#include "proof/repair.h"
#include "read/article.h"

using namespace pubbuild;

namespace {

struct Proof {
  Sources sources;
  Diagnostics diagnostics;
  FileId file;
  std::vector<proof::Repair> repairs;

  explicit Proof(const std::string& text, const std::string& lang = "zh-Hans",
                 ArticleKind kind = ArticleKind::markdown)
      : file(sources.add("a.md", text)) {
    Publication publication = new_publication();
    Diagnostics reading;
    read_article(sources, {file, ".", kind}, publication, reading);
    publication.metadata.lang.text = lang;
    publication.articles[0].metadata.lang.text = lang;
    repairs = proof::proofread(publication, sources, diagnostics);
  }

  // "code:words" of each finding.
  std::vector<std::string> found() const {
    std::vector<std::string> found;
    for (const Diagnostic& each : diagnostics.all())
      found.push_back(std::string(each.code) + ":" + std::string(sources.text(each.span)));
    return found;
  }
  std::string fixed() const { return proof::repaired(sources[file].text(), repairs); }
};

using Found = std::vector<std::string>;

std::vector<std::string> found(const std::string& text, const std::string& lang = "zh-Hans") {
  return Proof(text, lang).found();
}

std::string fixed(const std::string& text) {
  return Proof(text).fixed();
}

}  // namespace

TEST_CASE("half-width marks beside Han are told and made full width") {
  CHECK(found("他说,好。\n") == Found{"half-width-punctuation:,"});
  CHECK(fixed("甲,乙;丙:丁?戊!己。\n") == "甲，乙；丙：丁？戊！己。\n");
  CHECK(fixed("见下文(见附件一)和(see below)。\n") == "见下文（见附件一）和(see below)。\n");
}

TEST_CASE("marks between digits, in Latin, and full stops are left as they are") {
  CHECK(found("比分3:2，版本1.5，a,b，约1,000人。\n").empty());
  CHECK(fixed("句子.\n") == "句子.\n");
  CHECK(found("句子.\n") == Found{"half-width-punctuation:."});
  CHECK(found("文件：会议.docx。\n").empty());
}

TEST_CASE("Japanese marks are told and not changed, Korean ones are right") {
  CHECK(found("彼は,行った。\n", "ja") == Found{"half-width-punctuation:,"});
  CHECK(Proof("彼は,行った。\n", "ja").repairs.empty());
  CHECK(found("그는, 갔다.\n", "ko").empty());
}

TEST_CASE("code, addresses, links and attributes are never changed") {
  const std::string text =
      "`中文,甲:乙`和[见,此](http://a.cn/中,文 "
      "\"题,目\")，<http://a.cn/词?甲,乙>，http://a.cn/中文,甲?q=1,2。\n\n"
      "    代码,中文\n\n```\n代码,中文:甲\n```\n\n![图,甲](a,中.png){alt=\"中,文\"}\n";
  const std::string repaired = fixed(text);
  CHECK(repaired.find("`中文,甲:乙`") != std::string::npos);
  CHECK(repaired.find("(http://a.cn/中,文 \"题,目\")") != std::string::npos);
  CHECK(repaired.find("<http://a.cn/词?甲,乙>") != std::string::npos);
  CHECK(repaired.find("http://a.cn/中文,甲?q=1,2") != std::string::npos);
  CHECK(repaired.find("代码,中文:甲") != std::string::npos);
  CHECK(repaired.find("(a,中.png){alt=\"中,文\"}") != std::string::npos);
}

TEST_CASE("parts in other languages are left out") {
  CHECK(found("甲[中文,乙]{lang=ja}。\n").empty());
}

TEST_CASE("doubled marks and ellipses of full stops are told") {
  CHECK(found("甲，，乙。。丙，。丁。\n") ==
        Found{"doubled-punctuation:，，", "doubled-punctuation:。。", "doubled-punctuation:，。"});
  CHECK(found("甲。。。乙...丙！！！！\n") ==
        Found{"doubled-punctuation:。。。", "doubled-punctuation:...", "doubled-punctuation:！！！！"});
  CHECK(found("甲……乙——丙！！丁？！\n").empty());
}

TEST_CASE("marks without their partner are told, quotations of several paragraphs are none") {
  CHECK(found("（甲。\n\n乙丙丁戊）。\n") == Found{"unbalanced-mark:（", "unbalanced-mark:）"});
  CHECK(found("“甲。\n\n“乙。”\n").empty());
  CHECK(found("他说：“甲。\n\n乙。\n") == Found{"unbalanced-mark:“"});
  CHECK(found("1）甲；2）乙（丙）。\n\n一）丁。\n") == Found{"unbalanced-mark:）"});
}

TEST_CASE("quotation marks of two kinds, and straight ones, are told") {
  CHECK(found("“甲”“乙”和「丙」。\n") == Found{"mixed-quotation-marks:「"});
  CHECK(found("他说\"甲\"。\n") == Found{"straight-quotes:\"", "straight-quotes:\""});
}

TEST_CASE("blanks between Han are told in prose, not in lines of names") {
  CHECK(found("图书 馆，开放。\n") == Found{"blank-between-han: "});
  CHECK(found("周砚秋 李明\n").empty());
  CHECK(found("**不开会怎么办？** 打电话，传阅。\n").empty());
  CHECK(found("约 64 人，用 CSS 排。\n").empty());
}

TEST_CASE("full-width letters and digits are told by runs") {
  CHECK(found("ＣＳＳ和５楼。\n") == Found{"full-width-letters:ＣＳＳ", "full-width-letters:５"});
}

TEST_CASE("characters of the other script are told, once each") {
  const std::string simplified = "门开着，图书馆的灯亮着，读者读书，问题没有变小。";
  CHECK(found(simplified + "體與體。\n") == Found{"mixed-scripts:體", "mixed-scripts:與"});
  CHECK(found(simplified + "頭髮與體質問題開門。\n").size() == 1);
  CHECK(found(simplified + "王后，干部，里程，著作。\n").empty());
}

TEST_CASE("private-use characters and half-width katakana are told, compatibility ideographs unified") {
  CHECK(found("甲\uE123乙ﾊﾟｿｺﾝ\n") == Found{"private-use:\uE123", "compatibility-character:ﾊﾟｿｺﾝ"});
  CHECK(fixed("\u2F08民\uF90A額\n") == "人民金額\n");
}

TEST_CASE("a circle among Chinese digits becomes a zero, foreign dots in names are told") {
  CHECK(fixed("二○二六年，一九○八年，三○○人。\n") == "二〇二六年，一九〇八年，三〇〇人。\n");
  CHECK(found("○一般情况，张○○，选○或×。\n").empty());
  CHECK(found("卡尔・马克思和列夫·托尔斯泰。\n") == Found{"foreign-interpunct:・"});
  CHECK(found("カール・マルクス、東・西。\n", "ja").empty());
}

TEST_CASE("invisible characters within Han go") {
  CHECK(fixed("图\u200B书\u00AD馆\uFEFF，a\u200Bb。\n") == "图书馆，a\u200Bb。\n");
}

TEST_CASE("readings go where a character has one each time, others are told") {
  CHECK(fixed("风(fēng)起，风(fēng)停，风(fēng)又起。\n") == "风起，风停，风又起。\n");
  CHECK(fixed("生僻字窸(xī)窣(sū)，风(fēng)起，风(fēng)停，风又起。\n") ==
        "生僻字窸(xī)窣(sū)，风(fēng)起，风(fēng)停，风又起。\n");
  std::string machine;
  for (const char* word : {"风(fēng)", "會(huì)", "學(xué)", "國(guó)", "門(mén)"})
    machine += std::string(word) + word + word;
  CHECK(fixed(machine + "窸(xī)。\n") == "风风风會會會學學學國國國門門門窸。\n");
  CHECK(found("窸(xī)。\n") == Found{"pinyin-gloss:(xī)"});
  CHECK(found("甲(abc)，行(xíng)(a)。\n") == Found{"pinyin-gloss:(xíng)"});
  CHECK(proof::has_reading(U'行', "háng"));
  CHECK(proof::has_reading(U'行', "xíng"));
  CHECK_FALSE(proof::has_reading(U'行', "xing"));
}

TEST_CASE("characters that a reading went into are put together again where they can be but one") {
  const std::string table = "聯(lián)合，聯(lián)絡，聯(lián)想。當(dāng)年，當(dāng)時，當(dāng)心。\n\n";
  CHECK(Proof(table + "勇?lián)?。\n", "zh-Hant").found().back() == "shifted-bytes:勇?lián)?。");
  CHECK(fixed(table + "請看地?māo)D(tú)。\n").ends_with("請看地圖。\n"));
  CHECK(fixed(table + "掛在牆(qiáng)?zé)系溺?zhōng)。\n").ends_with("掛在牆上的鐘。\n"));
  CHECK(fixed(table + "每€(gè)人每?zǒng)€(gè)月。\n").ends_with("每個月。\n"));
}

TEST_CASE(
    "of several texts that shifted bytes can have been the likely ones are named, and nothing changes") {
  const std::string text = "這所大學(xué)，大學(xué)，大學(xué)。\n\n國立大?fà)W生。\n";
  const Proof proof(text, "zh-Hant");
  REQUIRE(proof.found() ==
          Found{"pinyin-gloss:(xué)", "pinyin-gloss:(xué)", "pinyin-gloss:(xué)", "shifted-bytes:大?fà)W"});
  CHECK(proof.diagnostics.all().back().hint.starts_with("was it '大學"));
  CHECK(proof.fixed() == "這所大學，大學，大學。\n\n國立大?fà)W生。\n");
  CHECK(found("他問?ok)。\n") == Found{"half-width-punctuation:?"});
}

TEST_CASE("remains of HTML are told, ends of tags at the end of a paragraph go") {
  CHECK(found("甲&amp;nbsp;乙。\n") == Found{"html-remains:&amp;nbsp;"});
  CHECK(fixed("甲。\\</p>\n") == "甲。\n");
  CHECK(fixed("甲/p>\n") == "甲\n");
  CHECK(found("AT&T和a<b。\n").empty());
  CHECK(Proof("甲<br>乙</p>\n", "zh-Hans", ArticleKind::text).fixed() == "甲<br>乙\n");
}

TEST_CASE("text read in a wrong encoding is told with what it was") {
  const Proof gbk("浣犲ソ涓栫晫\n");
  CHECK(gbk.found() == Found{"mojibake:浣犲ソ涓栫晫"});
  CHECK(gbk.diagnostics.all()[0].hint == "it was '你好世界'");
  CHECK(found("ÄãºÃÊÀ½ç\n") == Found{"mojibake:ÄãºÃÊÀ½ç"});
  CHECK(found("锟斤拷和\uFFFD，烫烫烫。\n") ==
        Found{"lost-characters:锟斤拷", "lost-characters:\uFFFD", "lost-characters:烫烫烫"});
  CHECK(found("鲁迅《呐喊》，naïve café，Straße。\n").empty());
}

TEST_CASE("what is repaired once needs no more repair") {
  for (const std::string& text : {std::string("风(fēng),风(fēng),风(fēng)。\n"),
                                  std::string("甲(乙,丙(丁))?!\n"), std::string("甲\\</p>\u200B\n")}) {
    std::string now = text;
    for (int round = 0; round < 3; ++round) now = fixed(now);
    CHECK(fixed(now) == now);
  }
}

TEST_CASE("a diff shows the changed lines with three around them") {
  CHECK(proof::unified_diff("a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\n4\nx\n6\n7\n8\ny") ==
        "--- a.md\n+++ a.md\n@@ -2,8 +2,8 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n-9\n\\ No newline at end of "
        "file\n+y\n"
        "\\ No newline at end of file\n");
  CHECK(proof::unified_diff("a.md", "1\n", "1\n").empty());
}

TEST_CASE("a long text is read in linear time") {
  std::string text;
  for (int n = 0; n < 20000; ++n) text += "甲(乙“丙,,（http://a/";
  CHECK(Proof(text + "\n").diagnostics.warnings() > 10);
}
