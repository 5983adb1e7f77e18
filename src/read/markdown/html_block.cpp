// A block of raw HTML → elements of the tree.
#include "read/markdown/html_block.h"

#include <algorithm>

#include "read/markdown/entities.h"
#include "read/markdown/html_syntax.h"

namespace pubbuild::markdown {

namespace {

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(),
                    [](char c, char want) { return (c >= 'A' && c <= 'Z' ? c + 32 : c) == want; });
}

class HtmlBlockReader {
 public:
  HtmlBlockReader(const Content& content, Reading& reading, OpenElements& elements)
      : content_(content), text_(content.text()), reading_(reading), elements_(elements), scanner_(text_) {}

  void read() {
    while (at_ < text_.size()) read_text_and_tag();
    elements_.end_block();
  }

 private:
  void read_text_and_tag() {
    const size_t begin = at_;
    std::optional<size_t> end;
    size_t open = text_.find('<', at_);
    while (open != std::string_view::npos && !(end = scanner_.end_of_html(open)))
      open = text_.find('<', open + 1);
    const size_t text_end = std::min(open, text_.size());
    elements_.add_text(with_references_replaced(text_.substr(begin, text_end - begin)),
                       span(begin, text_end));
    at_ = text_end;
    if (end) take(at_, *end);
  }

  // Comments, instructions, declarations and CDATA say nothing to a reader.
  void take(size_t begin, size_t end) {
    at_ = end;
    if (text_[begin + 1] == '!' || text_[begin + 1] == '?') return;
    const HtmlTag tag = parse_html_tag(text_.substr(begin, end - begin));
    elements_.take_tag(tag, span(begin, end), false);
    const bool vanishes =
        !tag.closing && !tag.self_closing && fate_of(tag.name) == HtmlFate::gone_with_content;
    if (vanishes) at_ = end_of_element(tag.name, end);
  }

  // Past the closing tag; an element that is not closed takes the rest of its block along.
  size_t end_of_element(const std::string& name, size_t from) const {
    for (size_t at = text_.find("</", from); at != std::string_view::npos; at = text_.find("</", at + 2)) {
      if (!equals_ignoring_case(text_.substr(at + 2, name.size()), name)) continue;
      const size_t end = text_.find('>', at);
      return end == std::string_view::npos ? text_.size() : end + 1;
    }
    return text_.size();
  }

  Span span(size_t begin, size_t end) const {
    return reading_.span(content_.source_begin(static_cast<uint32_t>(begin)),
                         content_.source_end(static_cast<uint32_t>(end)));
  }

  const Content& content_;
  std::string_view text_;
  Reading& reading_;
  OpenElements& elements_;
  HtmlScanner scanner_;
  size_t at_ = 0;
};

}  // namespace

void read_html_block(const Content& content, Reading& reading, OpenElements& elements) {
  HtmlBlockReader(content, reading, elements).read();
}

}  // namespace pubbuild::markdown
