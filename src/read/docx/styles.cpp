// Styles follow what they are based on, up to a depth that no author reaches.
#include "read/docx/styles.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "base/utf8.h"

namespace pubbuild::docx {

namespace {

constexpr int deepest_style = 20;
constexpr int most_headings = 6;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

int integer(std::string_view text, int otherwise) {
  int number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp(number, -1'000'000, 1'000'000);
}

// "heading 2", "标题 2", "見出し 2": the names that Word gives in its languages.
int heading_in(std::string_view name) {
  for (const std::string_view word : {"heading ", "标题 ", "標題 ", "見出し ", "제목 "}) {
    if (name.starts_with(word)) return std::clamp(integer(name.substr(word.size()), 0), 0, most_headings);
  }
  return 0;
}

ParagraphKind kind_in(std::string_view name) {
  if (name == "title" || name == "标题" || name == "標題" || name == "表題") return ParagraphKind::title;
  if (name == "subtitle" || name == "副标题" || name == "副標題") return ParagraphKind::subtitle;
  if (name == "author" || name == "作者") return ParagraphKind::author;
  if (name == "date" || name == "日期") return ParagraphKind::date;
  if (name == "quote" || name == "intense quote" || name == "引用" || name == "block text" ||
      name == "quotations")
    return ParagraphKind::quote;
  if (name == "html preformatted" || name == "preformatted text" || name == "source code")
    return ParagraphKind::code;
  if (name == "horizontal line") return ParagraphKind::rule;
  if (name == "table heading") return ParagraphKind::head_of_column;
  return ParagraphKind::text;
}

std::optional<ListPlace> list_in(const tinyxml2::XMLElement* properties) {
  const tinyxml2::XMLElement* numbering = child(properties, "w:numPr");
  const std::string number(value(numbering, "w:numId"));
  if (number.empty()) return std::nullopt;
  return ListPlace{number, std::clamp(integer(value(numbering, "w:ilvl"), 0), 0, 8)};
}

std::map<int, ListLevel> levels_of(const tinyxml2::XMLElement& abstract) {
  std::map<int, ListLevel> levels;
  for (const auto* each = child(&abstract, "w:lvl"); each != nullptr;
       each = each->NextSiblingElement("w:lvl"))
    levels[integer(attribute(*each, "w:ilvl"), 0)] = {std::string(value(each, "w:numFmt")),
                                                      std::string(value(each, "w:lvlText")),
                                                      integer(value(each, "w:start"), 1)};
  return levels;
}

std::string roman(int number) {
  constexpr std::pair<int, std::string_view> digits[] = {
      {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
      {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  std::string text;
  for (const auto& [value, letters] : digits) {
    for (; number >= value && text.size() < 40; number -= value) text += letters;
  }
  return text;
}

// 一 to 九十九; larger numbers in digits.
std::string chinese(int number) {
  constexpr std::u32string_view digits = U"零一二三四五六七八九";
  if (number < 0 || number > 99) return std::to_string(number);
  std::u32string text;
  if (number >= 20) text += digits[static_cast<size_t>(number / 10)];
  if (number >= 10) text += U'十';
  if (number % 10 > 0 || number == 0) text += digits[static_cast<size_t>(number % 10)];
  std::string bytes;
  for (const char32_t c : text) utf8::append(bytes, c);
  return bytes;
}

std::string letter(int number) {
  if (number < 1 || number > 26 * 30) return std::to_string(number);
  return std::string(static_cast<size_t>((number - 1) / 26 + 1), static_cast<char>('a' + (number - 1) % 26));
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

}  // namespace

Styles::Styles(const tinyxml2::XMLElement* root) {
  const auto* defaults = child(child(child(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr");
  if (const auto* language = child(defaults, "w:lang")) language_ = attribute(*language, "w:eastAsia");
  for (const auto* each = child(root, "w:style"); each != nullptr; each = each->NextSiblingElement("w:style"))
    entries_[std::string(attribute(*each, "w:styleId"))] = {lower(value(each, "w:name")),
                                                            std::string(value(each, "w:basedOn")), each};
}

Style Styles::style(std::string_view id) const {
  Style style;
  std::string at(id);
  for (int depth = 0; depth < deepest_style; ++depth) {
    const auto found = entries_.find(at);
    if (found == entries_.end()) break;
    const Entry& entry = found->second;
    const tinyxml2::XMLElement* paragraph = child(entry.element, "w:pPr");
    const tinyxml2::XMLElement* run = child(entry.element, "w:rPr");
    const int outline = integer(value(paragraph, "w:outlineLvl"), -1) + 1;
    if (style.heading == 0)
      style.heading = outline >= 1 && outline <= most_headings ? outline : heading_in(entry.name);
    if (style.kind == ParagraphKind::text) style.kind = kind_in(entry.name);
    if (!style.list) style.list = list_in(paragraph);
    style.is_bold = style.is_bold || is_on(run, "w:b");
    style.is_italic = style.is_italic || is_on(run, "w:i");
    at = entry.based_on;
  }
  if (style.heading > 0 && style.kind == ParagraphKind::text) style.kind = ParagraphKind::heading;
  return style;
}

Numbering::Numbering(const tinyxml2::XMLElement* root) {
  std::map<std::string, std::map<int, ListLevel>> abstracts;
  for (const auto* each = child(root, "w:abstractNum"); each != nullptr;
       each = each->NextSiblingElement("w:abstractNum"))
    abstracts[std::string(attribute(*each, "w:abstractNumId"))] = levels_of(*each);
  for (const auto* each = child(root, "w:num"); each != nullptr; each = each->NextSiblingElement("w:num"))
    lists_[std::string(attribute(*each, "w:numId"))] = abstracts[std::string(value(each, "w:abstractNumId"))];
}

ListLevel Numbering::level(const ListPlace& place) const {
  const auto list = lists_.find(place.number);
  if (list == lists_.end()) return {"bullet", "", 1};
  const auto level = list->second.find(place.level);
  return level == list->second.end() ? ListLevel{"bullet", "", 1} : level->second;
}

std::string number_in(std::string_view format, int number) {
  if (format.starts_with("chinese") || format.starts_with("ideograph") || format.starts_with("taiwanese") ||
      format.starts_with("japanese") || format.starts_with("koreanCounting"))
    return chinese(number);
  if (format == "lowerLetter") return letter(number);
  if (format == "upperLetter") return upper(letter(number));
  if (format == "lowerRoman") return roman(number);
  if (format == "upperRoman") return upper(roman(number));
  return std::to_string(number);
}

}  // namespace pubbuild::docx
