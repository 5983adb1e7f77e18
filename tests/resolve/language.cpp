// The language is told from the text where nobody said it.
#include "resolve/language.h"

#include <doctest/doctest.h>

#include "resolved.h"

using namespace pubbuild;

TEST_CASE("scripts tell languages apart") {
  CHECK(guessed_language("这是关于会议规则的说明") == "zh-Hans");
  CHECK(guessed_language("這是關於會議規則的說明") == "zh-Hant");
  CHECK(guessed_language("これは会議の規則についての説明です") == "ja");
  CHECK(guessed_language("이것은 회의 규칙에 대한 설명입니다") == "ko");
  CHECK(guessed_language("These are the rules of the meeting") == "en");
  CHECK(guessed_language("The word 书 means book, and that is all that it means") == "en");
  CHECK(guessed_language("") == "en");
}

TEST_CASE("a Japanese word does not make a Chinese article Japanese") {
  CHECK(guessed_language(
            "日语里有一个词叫作「おもてなし」，意思是说待客之道，这里只讨论它在会议接待工作里的用法，"
            "不讨论它的历史，也不讨论它在别的国家里的用法") == "zh-Hans");
}

TEST_CASE("the language that was assumed is said, and set") {
  Resolved result;
  result.article("<p>これは説明です</p>").metadata.lang.text.clear();
  result.run();
  CHECK(result.codes() == Codes{"language-assumed"});
  CHECK(result.publication.metadata.lang.text == "ja");
  CHECK(result.publication.tree.attribute(result.publication.tree.root(), Attr::lang) == "ja");
}

TEST_CASE("an article in another language says so") {
  Resolved result;
  result.article("<p>一</p>");
  result.article("<p>二</p>", "b.md").metadata.lang.text = "ja";
  result.run();
  const Tree& tree = result.publication.tree;
  CHECK_FALSE(tree.has(result.publication.articles[0].root, Attr::lang));
  CHECK(tree.attribute(result.publication.articles[1].root, Attr::lang) == "ja");
  CHECK(result.codes().empty());
}
