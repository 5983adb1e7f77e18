// The elements of a parsed page, without what only a site needs, handed on as tags of raw HTML are.
#include "read/html/article.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "read/html/document.h"
#include "read/html/main_content.h"
#include "read/html/notes.h"
#include "read/html/page_facts.h"
#include "read/html/paragraphs.h"
#include "read/markdown/line_joins.h"
#include "read/markdown/open_elements.h"

namespace pubbuild {

namespace {

using markdown::HtmlAttribute;
using markdown::HtmlTag;

// What classes and styles of a site look like is its own affair; what these say is the article's.
constexpr std::string_view kept_attributes[] = {
    "abbr", "align",    "alt",     "cite",  "colspan", "datetime", "dir",   "height", "href",  "id",
    "lang", "reversed", "rowspan", "scope", "span",    "src",      "start", "type",   "value", "width"};
// Where lazy loaders and WeChat keep the address of a picture.
constexpr const char* lazy_sources[] = {"data-src", "data-original", "data-lazy-src", "data-actualsrc"};

// Parts of a page that are blocks and nothing else.
constexpr std::string_view neutral_names[] = {"article", "footer", "header", "main", "nav", "section"};

// The side that a style aligns text to; empty where it says none.
std::string alignment_in(std::string_view style) {
  const size_t at = style.find("text-align");
  if (at == std::string_view::npos) return {};
  const std::string_view value = style.substr(at, std::min<size_t>(style.find(';', at), style.size()) - at);
  for (const std::string_view side : {"center", "right"}) {
    if (value.find(side) != std::string_view::npos) return std::string(side);
  }
  return {};
}

// A line of the page's source is no line of the text.
std::string with_joined_lines(std::string_view text) {
  using markdown::Side;
  std::string joined;
  for (size_t at = 0; at < text.size();) {
    const size_t blank = text.find_first_of("\r\n", at);
    if (blank == std::string_view::npos) return joined += text.substr(at);
    const size_t before = text.find_last_not_of(" \t\r\n", blank);
    const size_t after = std::min(text.find_first_not_of(" \t\r\n", blank), text.size());
    const size_t end = before == std::string_view::npos || before < at ? at : before + 1;
    joined += text.substr(at, end - at);
    const bool is_inside = !joined.empty() && after < text.size();
    const bool vanishes =
        is_inside && markdown::vanishes(markdown::side_before(joined, Side::other),
                                        markdown::side_after(text.substr(after), Side::other));
    if (!vanishes) joined += '\n';
    at = after;
  }
  return joined;
}

size_t characters_in(std::string_view text) {
  size_t characters = 0;
  for (size_t at = 0; at < text.size();) characters += utf8::decode(text, at) > U' ';
  return characters;
}

class HtmlArticle {
 public:
  HtmlArticle(std::string_view source, Span page, Tree& tree, NodeId parent, Diagnostics& diagnostics)
      : document_(source.substr(page.begin, page.end - page.begin)),
        page_(page),
        parent_(parent),
        diagnostics_(diagnostics),
        reading_{.source = source, .file = page.file, .tree = tree, .diagnostics = diagnostics},
        elements_(reading_, parent) {}

  Metadata read() {
    const GumboNode* body = document_.body();
    if (body == nullptr) return {};
    weights_.emplace(*body);
    const bool is_whole = document_.is_whole();
    const GumboNode& content = is_whole ? html::main_content(*body, *weights_) : *body;
    if (is_whole) facts_ = html::page_facts(document_, content, page_.file);
    for (size_t n = 0; n < html::child_count(content); ++n) write(html::child(content, n), is_whole);
    elements_.finish(page_.end);
    html::settle_paragraphs(reading_.tree, parent_);
    html::settle_notes(reading_, parent_);
    for (const NodeId note : reading_.notes) reading_.tree.append(parent_, note);
    if (is_whole) tell_what_is_left_out(*body);
    return std::move(facts_.metadata);
  }

 private:
  void write(const GumboNode& top, bool is_whole) {
    html::walk(
        top,
        [&](const GumboNode& node) {
          if (html::is_text(node)) return write_text(node), false;
          if (!html::is_element(node) || is_left_out(node, is_whole)) return false;
          open(node);
          return true;
        },
        [&](const GumboNode& node) {
          if (html::is_element(node) && !is_left_out(node, is_whole)) close(node);
        });
  }

  bool is_left_out(const GumboNode& node, bool is_whole) const {
    if (facts_.told.contains(&node) || html::is_element(node, GUMBO_TAG_SCRIPT) ||
        html::is_element(node, GUMBO_TAG_STYLE) || html::is_element(node, GUMBO_TAG_LINK) ||
        html::is_element(node, GUMBO_TAG_META))
      return true;
    return is_whole && weights_->is_chrome(node);
  }

  Span span_of(const GumboNode& node) const {
    const GumboStringPiece& written =
        html::is_element(node) ? node.v.element.original_tag : node.v.text.original_text;
    const auto begin = page_.begin + static_cast<uint32_t>(html::offset_of(node));
    return {page_.file, begin, begin + static_cast<uint32_t>(written.length)};
  }

  void open(const GumboNode& node) {
    const HtmlTag tag = tag_of(node);
    if (tag.name == "pre") ++preformatted_;
    elements_.take_tag(tag, span_of(node), true);
  }

  void close(const GumboNode& node) {
    const std::string name = name_of(node);
    if (name == "pre") --preformatted_;
    const auto known = markdown::tag_for(name);
    if (known && is_void(*known)) return;
    HtmlTag tag;
    tag.name = name;
    tag.closing = true;
    const auto end = page_.begin + static_cast<uint32_t>(node.v.element.end_pos.offset);
    elements_.take_tag(tag, {page_.file, end, end}, false);
  }

  static std::string name_of(const GumboNode& node) {
    const std::string name = html::name_of(node);
    return std::ranges::find(neutral_names, name) == std::end(neutral_names) ? name : "div";
  }

  HtmlTag tag_of(const GumboNode& node) const {
    HtmlTag tag;
    tag.name = name_of(node);
    for (unsigned n = 0; n < node.v.element.attributes.length; ++n) {
      const auto& attribute = *static_cast<const GumboAttribute*>(node.v.element.attributes.data[n]);
      if (!std::ranges::binary_search(kept_attributes, attribute.name)) continue;
      if (tag.name != "img" &&
          (attribute.name == std::string_view("width") || attribute.name == std::string_view("height")))
        continue;
      tag.attributes.push_back({attribute.name, attribute.value, 0, 0});
    }
    if (tag.name == "img") find_lazy_source(node, tag);
    if (const std::string side = alignment_in(html::attribute(node, "style")); !side.empty())
      tag.attributes.push_back({"align", side, 0, 0});
    return tag;
  }

  // A picture that is loaded late has a placeholder or nothing for its source.
  static void find_lazy_source(const GumboNode& node, HtmlTag& tag) {
    for (const char* name : lazy_sources) {
      const std::string_view source = html::attribute(node, name);
      if (source.empty()) continue;
      std::erase_if(tag.attributes, [](const HtmlAttribute& each) { return each.name == "src"; });
      tag.attributes.push_back({"src", std::string(source), 0, 0});
      return;
    }
  }

  void write_text(const GumboNode& node) {
    const std::string_view text = node.v.text.text;
    if (stands_between_parts(node)) return;
    written_ += characters_in(text);
    elements_.add_text(preformatted_ > 0 ? std::string(text) : with_joined_lines(text), span_of(node));
  }

  // White between rows, cells and items.
  static bool stands_between_parts(const GumboNode& node) {
    if (node.type != GUMBO_NODE_WHITESPACE || !html::is_element(*node.parent)) return false;
    const auto parent = markdown::tag_for(html::name_of(*node.parent));
    return parent && holds_parts_only(*parent);
  }

  void tell_what_is_left_out(const GumboNode& body) {
    size_t all = 0;
    html::walk(
        body,
        [&](const GumboNode& node) {
          if (html::is_element(node, GUMBO_TAG_SCRIPT) || html::is_element(node, GUMBO_TAG_STYLE))
            return false;
          if (facts_.told.contains(&node)) return false;
          if (html::is_text(node)) all += characters_in(node.v.text.text);
          return true;
        },
        [](const GumboNode&) {});
    if (all <= written_) return;
    diagnostics_.note("html-left-out", {page_.file, page_.begin, page_.begin},
                      std::to_string(all - written_) + " characters around the article are left out",
                      "menus, forms, comments and the like; `debug tree` shows what stays");
  }

  html::Document document_;
  Span page_;
  NodeId parent_;
  Diagnostics& diagnostics_;
  markdown::Reading reading_;
  markdown::OpenElements elements_;
  std::optional<html::TextWeights> weights_;
  html::PageFacts facts_;
  size_t preformatted_ = 0;
  size_t written_ = 0;  // characters
};

}  // namespace

Metadata read_html_article(const Sources& sources, Span page, Tree& tree, NodeId parent,
                           Diagnostics& diagnostics) {
  const std::string_view source = sources[page.file].text();
  const html::PageRefusal refusal = html::refusal_of(source.substr(page.begin, page.end - page.begin));
  if (!refusal.reason.empty()) {
    const auto at = page.begin + static_cast<uint32_t>(refusal.at);
    diagnostics.error("html-hostile", {page.file, at, at + 1}, refusal.reason);
    return {};
  }
  return HtmlArticle(source, page, tree, parent, diagnostics).read();
}

}  // namespace pubbuild
