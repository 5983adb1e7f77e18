// Headings, meta elements and lines of credits.
#include "read/html/page_facts.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "read/text/credits.h"

namespace pubbuild::html {

namespace {

// Bytes: longer lines are no titles and no credits.
constexpr size_t longest_line = 300;
constexpr size_t shortest_paragraph = 120;
// Elements behind the title that are looked at for credits.
constexpr size_t most_looked_at = 60;

constexpr std::string_view meta_keys_of_title[] = {"og:title", "twitter:title"};
constexpr std::string_view meta_keys_of_author[] = {"author", "article:author"};
constexpr std::string_view meta_keys_of_date[] = {"article:published_time", "publishdate", "pubdate"};

std::string words(const GumboNode& node) {
  return words_of(node, longest_line);
}

Span span_of(FileId file, const GumboNode& node) {
  const auto begin = static_cast<uint32_t>(offset_of(node));
  return {file, begin, begin + static_cast<uint32_t>(node.v.element.original_tag.length)};
}

// "2026-05-18T09:30:00+08:00" → "2026-05-18"
std::string date_at_front(std::string_view text) {
  if (text.size() >= 10 && !iso_date(text.substr(0, 10)).empty()) return std::string(text.substr(0, 10));
  return iso_date(text).empty() ? "" : std::string(text);
}

// 标题_栏目_网站, Title - Site: what stands before the first mark that parts them.
std::string without_site(const std::string& title) {
  for (const std::string_view mark : {"_", "|", " - ", " – ", " — ", "-"}) {
    const size_t at = title.find(mark);
    if (at != std::string::npos && at > 0) return title.substr(0, title.find_last_not_of(' ', at - 1) + 1);
  }
  return title;
}

// Words between blanks and bars; a label that ends in a colon takes the next along.
std::vector<std::string> parts_of(const std::string& line) {
  std::vector<std::string> parts(1);
  for (size_t at = 0; at < line.size(); ++at) {
    const bool is_wide = line.compare(at, 3, "\u3000") == 0;
    const bool is_fixed = line.compare(at, 2, "\u00A0") == 0;
    if (line[at] != ' ' && line[at] != '|' && !is_wide && !is_fixed) {
      parts.back() += line[at];
      continue;
    }
    at += is_wide ? 2 : (is_fixed ? 1 : 0);
    const bool wants_more = parts.back().ends_with("：") || parts.back().ends_with(":");
    if (!parts.back().empty() && !wants_more) parts.emplace_back();
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

bool is_clock_time(std::string_view text) {
  return text.size() >= 4 && text.size() <= 8 &&
         std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0 || c == ':'; });
}

class Facts {
 public:
  Facts(const Document& page, const GumboNode& content, FileId file)
      : page_(page), content_(content), file_(file) {}

  PageFacts find() {
    if (page_.head() != nullptr) read_head(*page_.head());
    find_title_in_body();
    if (facts_.metadata.title.text.empty() && !meta_title_.empty()) facts_.metadata.title.text = meta_title_;
    if (facts_.metadata.title.text.empty()) facts_.metadata.title.text = without_site(title_element_);
    read_credits();
    take_meta();
    return std::move(facts_);
  }

 private:
  void read_head(const GumboNode& head) {
    for (size_t n = 0; n < child_count(head); ++n) {
      const GumboNode& node = child(head, n);
      if (is_element(node, GUMBO_TAG_TITLE)) title_element_ = words(node);
      if (is_element(node, GUMBO_TAG_META)) read_meta(node);
    }
  }

  void read_meta(const GumboNode& meta) {
    const std::string_view property = attribute(meta, "property");
    const std::string_view key = property.empty() ? attribute(meta, "name") : property;
    const std::string value(attribute(meta, "content").substr(0, longest_line));
    const auto is_one_of = [&](const auto& keys) { return std::ranges::find(keys, key) != std::end(keys); };
    if (is_one_of(meta_keys_of_title) && meta_title_.empty()) meta_title_ = value;
    if (is_one_of(meta_keys_of_author) && meta_author_.empty()) meta_author_ = value;
    if (is_one_of(meta_keys_of_date) && meta_date_.empty()) meta_date_ = date_at_front(value);
  }

  // The first heading of the first level that says what the page's own title does, or the only one.
  void find_title_in_body() {
    std::vector<const GumboNode*> headings;
    walk(
        *page_.body(),
        [&](const GumboNode& node) {
          if (is_element(node, GUMBO_TAG_H1)) headings.push_back(&node);
          return true;
        },
        [](const GumboNode&) {});
    const std::string& whole = meta_title_.empty() ? title_element_ : meta_title_;
    for (const GumboNode* heading : headings) {
      const std::string text = words(*heading);
      if (text.empty() || text.size() > longest_line) continue;
      if (headings.size() > 1 && whole.find(text) == std::string::npos) continue;
      facts_.metadata.title = {text, span_of(file_, *heading)};
      facts_.told.insert(heading);
      title_ = heading;
      return;
    }
  }

  // Between the title and the content, and in the first of the content, lines that are credits and no more.
  void read_credits() {
    bool is_behind_title = title_ == nullptr;
    size_t looked_at = 0;
    walk(
        *page_.body(),
        [&](const GumboNode& node) {
          is_behind_title = is_behind_title || &node == title_;
          if (!is_behind_title || &node == title_ || !is_element(node) || looked_at >= most_looked_at)
            return looked_at < most_looked_at && &node != title_;
          ++looked_at;
          if (&node == &content_) return true;
          if (is_element(node, GUMBO_TAG_TABLE) || is_paragraph(node)) looked_at = most_looked_at;
          return looked_at < most_looked_at && !take_line(node);
        },
        [](const GumboNode&) {});
  }

  // With the first paragraph the article has begun.
  static bool is_paragraph(const GumboNode& node) {
    return is_element(node, GUMBO_TAG_P) && words(node).size() > shortest_paragraph;
  }

  // Whether all that the element says are credits.
  bool take_line(const GumboNode& node) {
    const std::string line = words(node);
    if (line.empty() || line.size() > longest_line) return false;
    std::vector<Credit> credits;
    for (const std::string& part : parts_of(line)) {
      std::optional<Credit> credit = credit_of(part);
      if (!credit && is_clock_time(part)) continue;
      if (!credit) return false;
      const bool is_bare_name = credit->kind == CreditKind::authors && !credit->had_label;
      const bool follows_name = !credits.empty() && credits.back().kind == CreditKind::authors;
      if (is_bare_name && !follows_name && !is_for_authors(node)) return false;
      if (is_bare_name && follows_name) credit->role = credits.back().role;
      credits.push_back(std::move(*credit));
    }
    if (credits.empty()) return false;
    for (const Credit& credit : credits) take_credit(facts_.metadata, credit, span_of(file_, node));
    facts_.told.insert(&node);
    return true;
  }

  // Two characters may be a name or a word: where authors stand, they are a name.
  static bool is_for_authors(const GumboNode& node) {
    const std::string place =
        std::string(attribute(node, "class")) + " " + std::string(attribute(node, "id"));
    return place.find("author") != std::string::npos || place.find("byline") != std::string::npos;
  }

  void take_meta() {
    Metadata& metadata = facts_.metadata;
    if (metadata.authors.empty() && !meta_author_.empty()) metadata.authors.push_back({meta_author_, {}, {}});
    if (metadata.date.text.empty()) metadata.date.text = meta_date_;
    // Templates of blogs say "en" whatever their articles are written in.
    if (const std::string_view lang = attribute(page_.root(), "lang");
        !lang.empty() && !lang.starts_with("en"))
      metadata.lang = {std::string(lang), span_of(file_, page_.root())};
  }

  const Document& page_;
  const GumboNode& content_;
  FileId file_;
  PageFacts facts_;
  const GumboNode* title_ = nullptr;
  std::string title_element_;
  std::string meta_title_;
  std::string meta_author_;
  std::string meta_date_;
};

}  // namespace

PageFacts page_facts(const Document& page, const GumboNode& content, FileId file) {
  return Facts(page, content, file).find();
}

}  // namespace pubbuild::html
