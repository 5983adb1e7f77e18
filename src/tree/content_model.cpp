// The content models of HTML §4, as far as what we add to a text must fit them.
#include "tree/content_model.h"

namespace pubbuild {

bool holds_spans(Tag tag) {
  if (is_void(tag) || holds_parts_only(tag)) return false;
  switch (tag) {
    case Tag::html:
    case Tag::head:
    case Tag::title:
    case Tag::body:
    case Tag::ruby:
    case Tag::rtc:
    case Tag::figure:
    case Tag::details:
      return false;
    default:
      return true;
  }
}

}  // namespace pubbuild
