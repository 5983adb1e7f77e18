// Labels, dates and names.
#include "read/text/credits.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace pubbuild {

namespace {

struct Label {
  std::string_view label;
  CreditKind kind;
  std::string_view role;
};
constexpr Label labels[] = {
    {"作者", CreditKind::authors, {}},
    {"文", CreditKind::authors, {}},
    {"撰文", CreditKind::authors, {}},
    {"记者", CreditKind::authors, "记者"},
    {"本报记者", CreditKind::authors, "记者"},
    {"記者", CreditKind::authors, "記者"},
    {"通讯员", CreditKind::authors, "通讯员"},
    {"整理", CreditKind::authors, "整理"},
    {"译者", CreditKind::authors, "译者"},
    {"譯者", CreditKind::authors, "譯者"},
    {"编辑", CreditKind::authors, "编辑"},
    {"責任編輯", CreditKind::authors, "責任編輯"},
    {"责任编辑", CreditKind::authors, "责任编辑"},
    {"摄影", CreditKind::authors, "摄影"},
    {"著者", CreditKind::authors, {}},
    {"筆者", CreditKind::authors, {}},
    {"글", CreditKind::authors, {}},
    {"기자", CreditKind::authors, "기자"},
    {"来源", CreditKind::source, {}},
    {"來源", CreditKind::source, {}},
    {"出处", CreditKind::source, {}},
    {"出典", CreditKind::source, {}},
    {"出處", CreditKind::source, {}},
    {"출처", CreditKind::source, {}},
    {"日期", CreditKind::date, {}},
    {"时间", CreditKind::date, {}},
    {"發布時間", CreditKind::date, {}},
    {"发布时间", CreditKind::date, {}},
};

// The hundred most frequent in mainland China (Ministry of Public Security, 2020), with traditional forms.
constexpr std::u32string_view surnames =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚"
    U"沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"
    U"張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭蔣葉蘇呂盧鍾譚陸范韋賈鄒閻龍賀顧龔萬錢嚴";

constexpr std::u32string_view separators = U" \u3000\u00A0、，,;；";

bool is_han(char32_t c) {
  return c >= 0x4E00 && c <= 0x9FFF;
}

bool is_name(std::u32string_view word) {
  return word.size() >= 2 && word.size() <= 4 && surnames.find(word.front()) != std::u32string_view::npos &&
         std::ranges::all_of(word, is_han);
}

std::vector<std::u32string> words_of(std::string_view text) {
  std::vector<std::u32string> words(1);
  for (const char32_t c : utf8::decode_all(text)) {
    if (separators.find(c) == std::u32string_view::npos) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string encoded(std::u32string_view text) {
  std::string bytes;
  for (const char32_t c : text) utf8::append(bytes, c);
  return bytes;
}

// A name of two characters may have a blank in it, so that it is as wide as one of three: 沈　听.
std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  std::u32string single;
  for (const std::u32string& word : words_of(text)) {
    if (word.size() == 1 && is_han(word.front())) {
      single += word;
      if (single.size() < 2) continue;
      names.push_back(encoded(std::exchange(single, {})));
    } else {
      names.push_back(encoded(word));
    }
  }
  if (!single.empty()) names.push_back(encoded(single));
  return names;
}

// Where the words after a label begin; npos where the line has no label.
size_t after_label(std::string_view line, std::string_view label) {
  if (!line.starts_with(label)) return std::string_view::npos;
  for (const std::string_view mark : {"：", ":", "／", "/", "|", "｜"}) {
    if (line.substr(label.size()).starts_with(mark)) {
      const size_t begin = line.find_first_not_of(' ', label.size() + mark.size());
      return begin;
    }
  }
  return std::string_view::npos;
}

}  // namespace

bool are_names(std::string_view line) {
  const std::vector<std::string> names = names_in(line);
  return !names.empty() && names.size() <= 6 &&
         std::ranges::all_of(names, [](const std::string& name) { return is_name(utf8::decode_all(name)); });
}

std::optional<Credit> credit_of(std::string_view line) {
  for (const Label& label : labels) {
    const size_t begin = after_label(line, label.label);
    if (begin != std::string_view::npos)
      return Credit{label.kind, std::string(line.substr(begin)), std::string(label.role), true};
  }
  if (!iso_date(line).empty()) return Credit{CreditKind::date, std::string(line), {}, false};
  if (are_names(line)) return Credit{CreditKind::authors, std::string(line), {}, false};
  return std::nullopt;
}

void take_credit(Metadata& metadata, const Credit& credit, Span span) {
  if (credit.kind == CreditKind::source && metadata.source.text.empty())
    metadata.source = {credit.text, span};
  if (credit.kind == CreditKind::date && metadata.date.text.empty()) metadata.date = {credit.text, span};
  if (credit.kind != CreditKind::authors) return;
  for (std::string& name : names_in(credit.text))
    metadata.authors.push_back({std::move(name), credit.role, {}});
}

}  // namespace pubbuild
