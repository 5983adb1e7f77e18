// OpenCC over every text of the tree that is Chinese prose.
#include "resolve/script_conversion.h"

#include <opencc/SimpleConverter.hpp>

#include <algorithm>
#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/language.h"
#include "resolve/walk.h"
#include "tree/dump.h"

namespace pubbuild {

namespace {

constexpr std::string_view aspect = "著";
constexpr std::string_view simplified_aspect = "着";

// Words in which 著 is no particle: OpenCC leaves every 著 as it is.
constexpr std::string_view words_before[] = {"显", "名", "原", "编", "论", "专", "土", "卓", "昭", "合",
                                             "遗", "巨", "译", "拙", "新", "旧", "较", "所", "》"};
constexpr std::string_view words_after[] = {"作", "名", "者", "述", "称", "录", "书", "有", "《", "于"};

bool is_word(std::string_view text, size_t at) {
  const std::string_view before = text.substr(0, at);
  const std::string_view after = text.substr(at + aspect.size());
  return std::ranges::any_of(words_before, [&](std::string_view word) { return before.ends_with(word); }) ||
         std::ranges::any_of(words_after, [&](std::string_view word) { return after.starts_with(word); });
}

// 看著 → 看着, but 著名.
std::string with_particles(std::string text) {
  for (size_t at = text.find(aspect); at != std::string::npos; at = text.find(aspect, at + aspect.size())) {
    if (!is_word(text, at)) text.replace(at, aspect.size(), simplified_aspect);
  }
  return text;
}

bool is_no_prose(Tag tag) {
  return tag == Tag::code || tag == Tag::pre || tag == Tag::kbd || tag == Tag::samp || tag == Tag::var;
}

bool is_chinese(std::string_view language) {
  const Script script = script_of(language);
  return language.starts_with("zh") && (script == Script::hans || script == Script::hant);
}

class Conversion {
 public:
  Conversion(Publication& publication, ChineseScript script)
      : publication_(publication),
        tree_(publication.tree),
        script_(script),
        converter_(script == ChineseScript::simplified ? "t2s.json" : "s2tw.json") {}

  void run() {
    for (Article& article : publication_.articles) {
      const std::string& lang = article.metadata.lang.text;
      if (!lang.empty() && !is_chinese(lang)) continue;
      convert(article.root);
      convert(article.metadata);
    }
    if (publication_.metadata.lang.text.empty() || is_chinese(publication_.metadata.lang.text))
      convert(publication_.metadata);
    for (const auto& [picture, caption] : publication_.captions) convert(caption);
  }

 private:
  std::string converted(std::string_view text) const {
    std::string result = converter_.Convert(std::string(text));
    return script_ == ChineseScript::simplified ? with_particles(std::move(result)) : result;
  }

  // Trees are at most some hundred deep: their readers see to that.
  void convert(NodeId node) {
    if (tree_.is_text(node)) return tree_.set_text(node, converted(tree_.text(node)));
    if (is_left_alone(node)) return;
    for (const Attr name : {Attr::alt, Attr::title}) {
      if (tree_.has(node, name)) tree_.set_attribute(node, name, converted(tree_.attribute(node, name)));
    }
    if (tree_.has(node, Attr::lang)) tree_.set_attribute(node, Attr::lang, language());
    for (const NodeId child : children(tree_, node)) convert(child);
  }

  bool is_left_alone(NodeId node) const {
    const std::string_view lang = tree_.attribute(node, Attr::lang);
    if (is_no_prose(tree_.tag(node)) || (!lang.empty() && !is_chinese(lang))) return true;
    return tree_.is_element(node, Tag::a) && text_content(tree_, node).find("://") != std::string::npos;
  }

  std::string_view language() const { return script_ == ChineseScript::simplified ? "zh-Hans" : "zh-Hant"; }

  void convert(Metadata& metadata) const {
    for (Field* field : {&metadata.title, &metadata.subtitle, &metadata.source, &metadata.publisher,
                         &metadata.rights, &metadata.description, &metadata.series})
      field->text = converted(field->text);
    for (Person& author : metadata.authors) {
      author.name = converted(author.name);
      author.role = converted(author.role);
    }
    for (std::string& subject : metadata.subjects) subject = converted(subject);
    metadata.lang.text = language();
  }

  Publication& publication_;
  Tree& tree_;
  ChineseScript script_;
  opencc::SimpleConverter converter_;
};

}  // namespace

void convert_script(Publication& publication, ChineseScript script) {
  try {
    Conversion(publication, script).run();
  } catch (const std::exception& error) {
    throw Error("OpenCC", error.what());
  }
}

}  // namespace pubbuild
