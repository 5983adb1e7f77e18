// Weighs the text below each element: sentences outside links count.
#include "read/html/main_content.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include "base/utf8.h"

namespace pubbuild::html {

namespace {

constexpr GumboTag chrome_tags[] = {
    GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_NAV,      GUMBO_TAG_FOOTER,
    GUMBO_TAG_FORM,   GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT,   GUMBO_TAG_TEXTAREA, GUMBO_TAG_TEMPLATE};

// Words of classes and ids, as CMSes and themes of blogs use them.
constexpr std::string_view chrome_words[] = {
    "ad",         "ads",    "advert",     "banner",  "breadcrumb", "comment", "comments",  "copyright",
    "crumb",      "crumbs", "foot",       "footer",  "login",      "menu",    "nav",       "navbar",
    "navigation", "pager",  "pagination", "print",   "qr",         "qrcode",  "rank",      "recommend",
    "related",    "search", "share",      "sharing", "sidebar",    "social",  "subscribe", "toolbar"};

// What holds the article in WeChat, WordPress, TRS, government portals and newspapers.
constexpr std::string_view content_names[] = {
    "js_content",         "artibody",      "article-content", "article_content",
    "articlecontent",     "entry-content", "post-content",    "post_content",
    "trs_editor",         "zoom",          "article-body",    "article_body",
    "rich_media_content", "news_content",  "content_area",    "mw-parser-output"};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

// "mainNav side-bar" → main nav side bar
template <typename Take>
void each_word(std::string_view names, Take take) {
  std::string word;
  for (const char c : names) {
    const auto byte = static_cast<unsigned char>(c);
    const bool begins = std::isupper(byte) != 0 && !word.empty() &&
                        std::islower(static_cast<unsigned char>(word.back())) != 0;
    if (std::isalnum(byte) == 0 || begins) {
      if (!word.empty()) take(lower(word));
      word.clear();
    }
    if (std::isalnum(byte) != 0) word += c;
  }
  if (!word.empty()) take(lower(word));
}

bool has_chrome_name(const GumboNode& element) {
  bool found = false;
  for (const char* name : {"class", "id", "role"}) {
    each_word(attribute(element, name), [&](const std::string& word) {
      found = found || std::ranges::binary_search(chrome_words, word);
    });
  }
  return found;
}

bool has_content_name(const GumboNode& element) {
  if (attribute(element, "itemprop") == "articleBody") return true;
  std::string name;
  for (const char c : lower(attribute(element, "class")) + " " + lower(attribute(element, "id")) + " ") {
    if (c != ' ') {
      name += c;
      continue;
    }
    if (std::ranges::find(content_names, name) != std::end(content_names)) return true;
    name.clear();
  }
  return false;
}

bool ends_clause(char32_t c) {
  return std::u32string_view(U"，。；：？！、,.;:?!").find(c) != std::u32string_view::npos;
}

// Characters of a text; those of texts without a mark count a quarter.
size_t weight_of(std::string_view text) {
  size_t characters = 0;
  bool has_mark = false;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    characters += c > U' ';
    has_mark = has_mark || ends_clause(c);
  }
  return has_mark ? characters : characters / 4;
}

bool is_container(const GumboNode& node) {
  constexpr GumboTag tags[] = {GUMBO_TAG_DIV,  GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE,
                               GUMBO_TAG_MAIN, GUMBO_TAG_TABLE,   GUMBO_TAG_TBODY,
                               GUMBO_TAG_TR,   GUMBO_TAG_TD,      GUMBO_TAG_CENTER};
  return is_element(node) && std::ranges::find(tags, node.v.element.tag) != std::end(tags);
}

const GumboNode* named_content(const GumboNode& body, const TextWeights& weights) {
  const GumboNode* found = nullptr;
  const size_t least = std::max<size_t>(weights.of(body) / 2, 1);
  walk(
      body,
      [&](const GumboNode& node) {
        if (found == nullptr && is_element(node) && weights.of(node) >= least && has_content_name(node))
          found = &node;
        return found == nullptr;
      },
      [](const GumboNode&) {});
  return found;
}

bool is_chrome_by_tag(const GumboNode& element) {
  return std::ranges::find(chrome_tags, element.v.element.tag) != std::end(chrome_tags);
}

bool may_be_chrome(const GumboNode& element) {
  return is_container(element) || is_element(element, GUMBO_TAG_UL) || is_element(element, GUMBO_TAG_ASIDE) ||
         is_element(element, GUMBO_TAG_HEADER);
}

// The child that holds three quarters of the node's text, or none.
const GumboNode* heaviest_child(const GumboNode& node, const TextWeights& weights) {
  const GumboNode* heaviest = nullptr;
  for (size_t n = 0; n < child_count(node); ++n) {
    const GumboNode& each = child(node, n);
    if (is_container(each) && 4 * weights.of(each) >= 3 * std::max<size_t>(weights.of(node), 1))
      heaviest = &each;
  }
  return heaviest;
}

}  // namespace

TextWeights::TextWeights(const GumboNode& body) : body_(body) {
  size_t links = 0;
  walk(
      body,
      [&](const GumboNode& node) {
        if (is_element(node) && is_chrome_by_tag(node)) return false;
        links += is_element(node, GUMBO_TAG_A);
        if (is_text(node) && links == 0) weights_[&node] = weight_of(node.v.text.text);
        return true;
      },
      [&](const GumboNode& node) {
        if (is_element(node, GUMBO_TAG_A)) --links;
        const auto own = weights_.find(&node);
        if (&node != &body && own != weights_.end()) weights_[node.parent] += own->second;
      });
}

size_t TextWeights::of(const GumboNode& node) const {
  const auto found = weights_.find(&node);
  return found == weights_.end() ? 0 : found->second;
}

bool TextWeights::is_chrome(const GumboNode& node) const {
  if (!is_element(node) || &node == &body_) return false;
  if (is_chrome_by_tag(node)) return true;
  return may_be_chrome(node) && 2 * of(node) < of(body_) && has_chrome_name(node);
}

const GumboNode& main_content(const GumboNode& body, const TextWeights& weights) {
  if (const GumboNode* named = named_content(body, weights)) return *named;
  const GumboNode* node = &body;
  for (const GumboNode* next = node; next != nullptr; next = heaviest_child(*node, weights)) node = next;
  return *node;
}

}  // namespace pubbuild::html
