// `[@fig:plan]` → a link to what it mentions.
#include "read/markdown/mentions.h"

#include <algorithm>
#include <string>

namespace pubbuild::markdown {

namespace {

constexpr std::string_view kinds[] = {"fig:", "tbl:", "sec:", "ex:", "page:"};
constexpr size_t front = 2;  // of `[@`

}  // namespace

size_t mention_end(std::string_view text, size_t at) {
  const std::string_view rest = text.substr(std::min(at + front, text.size()));
  for (const std::string_view kind : kinds) {
    if (!rest.starts_with(kind)) continue;
    const size_t end = rest.find_first_of("[] \t\n", kind.size());
    const bool closed = end != std::string_view::npos && rest[end] == ']' && end > kind.size();
    return closed ? at + front + end + 1 : 0;
  }
  return 0;
}

NodeId make_mention(Tree& tree, std::string_view written, Span span) {
  const NodeId mention = tree.make_element(Tag::a, span);
  tree.set_attribute(mention, Attr::class_, "ref");
  tree.set_attribute(mention, Attr::href,
                     "#" + std::string(written.substr(front, written.size() - front - 1)));
  tree.append_text(mention, written, span);
  return mention;
}

}  // namespace pubbuild::markdown
