// Languages told from each other by the scripts of their text.
#include "resolve/language.h"

#include <algorithm>

#include "base/utf8.h"
#include "tree/dump.h"

namespace pubbuild {

namespace {

// Frequent characters that one of the two Chinese orthographies writes and the other does not.
constexpr std::u32string_view traditional_only =
    U"們來個這國會時說對為與開關門問間東車長馬見書學實體點發還進過後條樣機電話語讀寫認識請讓課題頭當從動現經"
    U"數種"
    U"應該變無黨產業義務議員辦傳統總結構報導號區廣縣鄉鎮歷權責決規則單讚麼聽買賣錢銀鐵師幾麗衛貝財貨質選遠達"
    U"運邊"
    U"連陽陰隊際雖難雜雙風飛飯館魚鳥龍齊龜";
constexpr std::u32string_view simplified_only =
    U"们来这国会时说对为开关门问间东车长马见书学实体点发还进过条样机电话语读写认识请让课题头当从动现经数种"
    U"应该变无党产业义务议员办传统总结构报导号区广县乡镇历权责决规则单赞么听买卖钱银铁师几丽卫贝财货质选远达"
    U"运边"
    U"连阳阴队际虽难杂双风飞饭馆鱼鸟龙齐龟";

// Enough to know a language by; a book of a million characters is no more certain than its beginning.
constexpr size_t enough_characters = 20000;

struct ScriptCounts {
  size_t latin = 0;
  size_t han = 0;
  size_t kana = 0;
  size_t hangul = 0;
  size_t traditional = 0;
  size_t simplified = 0;
  size_t all = 0;
};

bool contains(std::u32string_view characters, char32_t c) {
  return characters.find(c) != std::u32string_view::npos;
}

void count(ScriptCounts& counts, char32_t c) {
  ++counts.all;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) ++counts.latin;
  if (c >= 0x3041 && c <= 0x30FF && c != 0x30FB) ++counts.kana;
  if ((c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF)) ++counts.hangul;
  if ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF)) {
    ++counts.han;
    if (contains(traditional_only, c)) ++counts.traditional;
    if (contains(simplified_only, c)) ++counts.simplified;
  }
}

std::string language_of(const ScriptCounts& counts) {
  // A Japanese or Korean quotation does not make a Chinese article Japanese or Korean, nor a Chinese name an
  // English one Chinese: each needs a tenth of what it stands among.
  const size_t east_asian = counts.han + counts.kana + counts.hangul;
  if (east_asian * 10 < counts.latin || east_asian == 0) return "en";
  if (counts.hangul * 10 > counts.han && counts.hangul > counts.kana) return "ko";
  if (counts.kana * 10 > counts.han) return "ja";
  return counts.traditional > counts.simplified ? "zh-Hant" : "zh-Hans";
}

std::string text_of_articles(const Publication& publication) {
  std::string text;
  for (const Article& article : publication.articles) {
    text += article.metadata.title.text;
    text += text_content(publication.tree, article.root);
    if (text.size() > 4 * enough_characters) break;
  }
  return text;
}

}  // namespace

std::string guessed_language(std::string_view text) {
  ScriptCounts counts;
  for (size_t at = 0; at < text.size() && counts.all < enough_characters;)
    count(counts, utf8::decode(text, at));
  return language_of(counts);
}

void settle_languages(Publication& publication, Diagnostics& diagnostics) {
  Field& lang = publication.metadata.lang;
  for (const Article& article : publication.articles) {
    if (lang.text.empty()) lang = article.metadata.lang;
  }
  if (lang.text.empty()) {
    lang.text = guessed_language(text_of_articles(publication));
    diagnostics.note("language-assumed", {}, "the language is taken to be '" + lang.text + "'",
                     "say `lang: " + lang.text + "` in the front matter, or what it is");
  }
  publication.tree.set_attribute(publication.tree.root(), Attr::lang, lang.text);
  for (Article& article : publication.articles) {
    Field& own = article.metadata.lang;
    if (own.text.empty()) own = lang;
    if (own.text != lang.text) publication.tree.set_attribute(article.root, Attr::lang, own.text);
  }
}

bool is_cjk_language(std::string_view language) {
  return script_of(language) != Script::other;
}

}  // namespace pubbuild
