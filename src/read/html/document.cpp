// Parsing with gumbo, its memory freed at once: its own way to free a tree goes as deep as the tree does.
#include "read/html/document.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <vector>

namespace pubbuild::html {

namespace {

// No author nests so deep, and gumbo looks through all open elements at every tag.
constexpr size_t deepest = 512;
// gumbo compares each attribute of a tag with all before it.
constexpr size_t most_attributes = 500;
constexpr size_t most_blanks = 5000;

// Elements that never hold others, and those that the next one of their kind ends.
bool opens_nothing(std::string_view name) {
  constexpr std::string_view names[] = {"area",  "base",  "br",    "col",   "dd",   "dt",    "embed",
                                        "hr",    "img",   "input", "li",    "link", "meta",  "option",
                                        "p",     "param", "path",  "rb",    "rp",   "rt",    "source",
                                        "tbody", "td",    "th",    "thead", "tr",   "track", "wbr"};
  return std::ranges::binary_search(names, name);
}

// Elements whose content is no markup.
bool holds_raw_text(std::string_view name) {
  return name == "script" || name == "style" || name == "textarea" || name == "title";
}

// A rough look at the tags of a page: how deep they go, how many attributes they have.
class TagCount {
 public:
  explicit TagCount(std::string_view page) : page_(page) {}

  PageRefusal look() {
    for (at_ = page_.find('<'); at_ != std::string_view::npos; at_ = page_.find('<', at_ + 1)) {
      if (page_.substr(at_, 4) == "<!--") {
        skip_to("-->");
      } else if (page_.substr(at_ + 1, 1) == "/") {
        close(name_at(at_ + 2));
      } else if (const std::string reason = open(name_at(at_ + 1)); !reason.empty()) {
        return {reason, at_};
      }
      if (at_ == std::string_view::npos) break;
    }
    return {};
  }

 private:
  std::string name_at(size_t from) const {
    std::string name;
    for (size_t at = from; at < page_.size() && name.size() < 32; ++at) {
      const auto c = static_cast<unsigned char>(page_[at]);
      if (std::isalnum(c) == 0) break;
      name += static_cast<char>(std::tolower(c));
    }
    return name;
  }

  void skip_to(std::string_view mark) { at_ = page_.find(mark, at_); }

  void skip_raw_text(const std::string& name) {
    skip_to("</");
    while (at_ != std::string_view::npos && name_at(at_ + 2) != name) at_ = page_.find("</", at_ + 2);
  }

  std::string open(const std::string& name) {
    if (name.empty() || opens_nothing(name)) return {};
    const size_t end = std::min(page_.find('>', at_), page_.size());
    const std::string_view tag = page_.substr(at_, end - at_);
    if (static_cast<size_t>(std::ranges::count(tag, '=')) > most_attributes ||
        static_cast<size_t>(std::ranges::count(tag, ' ')) > most_blanks)
      return "a tag has too many attributes";
    if (holds_raw_text(name)) return skip_raw_text(name), "";
    // Only what HTML does not know may end where it begins.
    if (tag.ends_with("/") && gumbo_tag_enum(name.c_str()) == GUMBO_TAG_UNKNOWN) return {};
    open_.push_back(name);
    return open_.size() > deepest ? "elements stand inside one another more than 512 deep" : "";
  }

  void close(const std::string& name) {
    const auto found = std::find(open_.rbegin(), open_.rend(), name);
    if (found != open_.rend()) open_.erase(found.base() - 1, open_.end());
  }

  std::string_view page_;
  size_t at_ = 0;
  std::vector<std::string> open_;
};

const GumboVector* children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) return &node.v.element.children;
  return node.type == GUMBO_NODE_DOCUMENT ? &node.v.document.children : nullptr;
}

}  // namespace

// Blocks that are freed together. gumbo gives nothing back that matters.
class Document::Memory {
 public:
  void* take(size_t size) {
    size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
    if (size > left_) grow(size);
    char* const taken = next_;
    next_ += size;
    left_ -= size;
    return taken;
  }

 private:
  void grow(size_t size) {
    left_ = std::max<size_t>(size, 65536);
    blocks_.push_back(std::make_unique<char[]>(left_));
    next_ = blocks_.back().get();
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  size_t left_ = 0;
};

Document::Document(std::string_view page)
    : memory_(std::make_unique<Memory>()), options_(kGumboDefaultOptions) {
  options_.userdata = memory_.get();
  options_.allocator = [](void* memory, size_t size) { return static_cast<Memory*>(memory)->take(size); };
  options_.deallocator = [](void*, void*) {};
  options_.max_errors = 0;
  output_ = gumbo_parse_with_options(&options_, page.data(), page.size());
}

Document::~Document() = default;

const GumboNode* Document::child_of_root(GumboTag tag) const {
  for (size_t n = 0; n < child_count(root()); ++n) {
    if (is_element(child(root(), n), tag)) return &child(root(), n);
  }
  return nullptr;
}

bool Document::is_whole() const {
  const auto was_written = [](const GumboNode* node) {
    return node != nullptr && node->v.element.original_tag.length > 0;
  };
  return was_written(&root()) || was_written(head()) || was_written(body());
}

PageRefusal refusal_of(std::string_view page) {
  return TagCount(page).look();
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_element(const GumboNode& node, GumboTag tag) {
  return is_element(node) && node.v.element.tag == tag;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}

std::string name_of(const GumboNode& element) {
  if (element.v.element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.v.element.tag);
  GumboStringPiece piece = element.v.element.original_tag;
  gumbo_tag_from_original_text(&piece);
  std::string name(piece.data == nullptr ? "" : piece.data, piece.length);
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return name;
}

std::string_view attribute(const GumboNode& element, const char* name) {
  if (!is_element(element)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  return found == nullptr ? "" : found->value;
}

size_t child_count(const GumboNode& node) {
  const GumboVector* children = children_of(node);
  return children == nullptr ? 0 : children->length;
}

const GumboNode& child(const GumboNode& node, size_t n) {
  return *static_cast<const GumboNode*>(children_of(node)->data[n]);
}

size_t offset_of(const GumboNode& node) {
  return is_element(node) ? node.v.element.start_pos.offset : node.v.text.start_pos.offset;
}

std::string words_of(const GumboNode& node, size_t limit) {
  std::string words;
  walk(
      node,
      [&](const GumboNode& each) {
        if (is_element(each, GUMBO_TAG_SCRIPT) || is_element(each, GUMBO_TAG_STYLE)) return false;
        if (!is_text(each) || words.size() > limit) return words.size() <= limit;
        for (const char* c = each.v.text.text; *c != '\0'; ++c) {
          const bool is_blank = *c == ' ' || *c == '\n' || *c == '\t' || *c == '\r';
          if (!is_blank) words += *c;
          if (is_blank && !words.empty() && words.back() != ' ') words += ' ';
        }
        return true;
      },
      [](const GumboNode&) {});
  while (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

}  // namespace pubbuild::html
