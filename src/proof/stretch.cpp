// Texts of the tree are laid beside the source that they were read from.
#include "proof/stretch.h"

#include <algorithm>

#include "base/language.h"
#include "base/utf8.h"
#include "tree/dump.h"

namespace pubbuild::proof {

namespace {

// Elements whose words are no prose.
bool is_no_prose(Tag tag) {
  constexpr Tag tags[] = {Tag::code, Tag::pre, Tag::kbd, Tag::samp, Tag::var,
                          Tag::rt,   Tag::rp,  Tag::rtc, Tag::img};
  return std::ranges::find(tags, tag) != std::end(tags);
}

// Bytes of a source that a text left out: escapes, line ends with what leads the next line, marks of
// emphasis. More of them on end are no such thing.
constexpr size_t most_left_out = 200;
// &CounterClockwiseContourIntegral;
constexpr size_t longest_reference = 34;

// Walks a source and a text that was read from it side by side.
class Alignment {
 public:
  Alignment(std::string_view source, Span span) : source_(source), span_(span), at_(span.begin) {}

  // The bytes that the next character of the text was written as; of no length where they are not found.
  Span take(std::string_view character) {
    const size_t limit = std::min<size_t>(span_.end, at_ + most_left_out);
    for (size_t at = at_; at < limit; ++at) {
      if (source_.compare(at, character.size(), character) == 0) {
        const size_t escape = at > at_ && source_[at - 1] == '\\' ? 1 : 0;
        return found(at - escape, character.size() + escape);
      }
      if (source_[at] == '&') {
        const size_t end = source_.find(';', at);
        if (end < std::min<size_t>(span_.end, at + longest_reference)) return found(at, end + 1 - at);
      }
      if (!may_be_skipped(source_[at])) break;
    }
    return take_further_on(character, limit);
  }

 private:
  // What stands before it in the source is taken for its own, so that it is not written anew.
  Span take_further_on(std::string_view character, size_t limit) {
    const size_t begin = at_;
    const size_t at = source_.substr(0, limit).find(character, at_);
    const size_t end = at == std::string_view::npos ? begin : at + character.size();
    at_ = end;
    return {span_.file, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }

  static bool may_be_skipped(char c) {
    return std::string_view("\\ \t\r\n>*_`~:").find(c) != std::string_view::npos;
  }
  Span found(size_t at, size_t length) {
    at_ = at + length;
    return {span_.file, static_cast<uint32_t>(at), static_cast<uint32_t>(at_)};
  }

  std::string_view source_;
  Span span_;
  size_t at_;
};

class Collector {
 public:
  Collector(const Publication& publication, const Sources& sources)
      : tree_(publication.tree), sources_(sources) {}

  std::vector<Stretch> run(const Publication& publication) {
    for (const Article& article : publication.articles) {
      script_ = script_of(article.metadata.lang.text);
      collect(article.root);
      end_stretch();
    }
    return std::move(stretches_);
  }

 private:
  // Trees are at most some hundred deep: their readers see to that.
  void collect(NodeId node) {
    if (tree_.is_text(node)) return add(node);
    const Tag tag = tree_.tag(node);
    if (is_no_prose(tag) || is_in_other_script(node)) return add_gap(left_out);
    if (is_address(node)) return add_gap(address);
    const bool is_block = !is_phrasing(tag) || tag == Tag::br;
    const bool was_made = is_made_;
    is_made_ = is_made_ || tree_.is_element(node, Tag::header);
    if (is_block) end_stretch();
    for (const NodeId child : children(tree_, node)) collect(child);
    if (is_block) end_stretch();
    is_made_ = was_made;
  }

  bool is_in_other_script(NodeId node) const {
    const std::string_view lang = tree_.attribute(node, Attr::lang);
    return !lang.empty() && script_of(lang) != script_;
  }

  // A link that shows where it leads.
  bool is_address(NodeId node) const {
    return tree_.is_element(node, Tag::a) && text_content(tree_, node).find("://") != std::string::npos;
  }

  void add_gap(char32_t gap) {
    stretch_.text += gap;
    stretch_.spans.push_back({});
    stretch_.is_plain.push_back(false);
  }

  void add(NodeId node) {
    const Span span = tree_.span(node);
    if (!span.is_somewhere() || tree_.is_generated(node)) return add_gap(left_out);
    const std::string text(tree_.text(node));
    Alignment alignment(sources_[span.file].text(), span);
    for (size_t at = 0; at < text.size();) {
      const size_t begin = at;
      stretch_.text += utf8::decode(text, at);
      const std::string_view character = std::string_view(text).substr(begin, at - begin);
      const Span written = alignment.take(character);
      stretch_.spans.push_back(written);
      const std::string_view source = sources_.text(written);
      stretch_.is_plain.push_back(source == character || source == "\\" + std::string(character));
    }
  }

  void end_stretch() {
    stretch_.is_made = is_made_;
    if (!stretch_.text.empty()) stretches_.push_back(std::move(stretch_));
    stretch_ = {};
  }

  const Tree& tree_;
  const Sources& sources_;
  std::vector<Stretch> stretches_;
  Stretch stretch_;
  Script script_ = Script::other;
  bool is_made_ = false;
};

}  // namespace

std::vector<Stretch> stretches_of(const Publication& publication, const Sources& sources) {
  return Collector(publication, sources).run(publication);
}

}  // namespace pubbuild::proof
