// What @page says of a page → where its text stands, each type of page worked out once.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "layout/document.h"
#include "layout/page_canvas.h"
#include "style/page_style.h"

namespace pubbuild {

// The area above the notes of a page: the white before its rule, the rule, the white after it.
struct FootnoteArea {
  Border rule;
  Length rule_length;
  Length gap;   // between rule and notes
  Length step;  // the area takes whole steps, the rest above the rule
};

// A page as it is used: with room for text, whatever @page asks for.
struct PageType {
  PageStyle style;
  PageFrame frame;
  FootnoteArea footnotes;
};

class PageTypes {
 public:
  // Says in `document.diagnostics` what a page cannot be, once for each place that asks for it.
  explicit PageTypes(LayoutDocument& document);

  // The type stays where it is as long as this lives.
  const PageType& of(const PageSituation& situation);
  // What blocks on pages of this name are laid out for. Right and left pages, first ones and others share the
  // measure of the right ones: a paragraph does not know on which of them it will stand.
  Size area_of(std::string_view name);

 private:
  using Rules = std::vector<const PageRule*>;

  PageSituation told_apart(PageSituation page) const;
  const PageType& find(const PageSituation& situation);
  PageType make_type(const Rules& rules);
  void use_measure(PageType& type, Length measure);
  void warn(std::string_view code, Span span, std::string message, std::string hint);

  LayoutDocument& document_;
  const bool numbers_pages_;  // is there an :nth()?
  std::map<PageSituation, const PageType*> known_;
  std::map<std::pair<Rules, Length>, PageType> types_;  // with the measure they are given
  std::map<std::string, Size, std::less<>> areas_;
  std::set<std::tuple<std::string_view, FileId, uint32_t>> said_;
};

}  // namespace pubbuild
