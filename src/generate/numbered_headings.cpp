// Puts the text of made spans before and after that of their headings.
#include "generate/numbered_headings.h"

#include <string>
#include <unordered_map>

#include "generate/written_out.h"
#include "tree/dump.h"

namespace pubbuild {

namespace {

void add_number(std::string& text, const std::string& number, Pseudo pseudo, Display display) {
  // A number in a line of its own stands apart by a blank where all is one line.
  const std::string blank = display == Display::inline_ ? "" : " ";
  text = pseudo == Pseudo::before ? number + blank + text : text + blank + number;
}

}  // namespace

std::vector<Heading> numbered_headings(const Publication& publication, const Styles& styles,
                                       const Generated& generated) {
  std::vector<Heading> headings = publication.headings;
  std::unordered_map<NodeId, Heading*> heading_at;
  for (Heading& heading : headings) heading_at.emplace(heading.node, &heading);
  for (const Insertion& made : generated.inserted) {
    const auto found = heading_at.find(generated.element_of.at(made.span));
    if (found == heading_at.end() || made.pseudo == Pseudo::marker) continue;
    if (is_plain(styles.pseudo(found->first, made.pseudo)->content)) continue;
    add_number(found->second->text, text_content(publication.tree, made.span), made.pseudo,
               styles.of(made.span).display);
  }
  return headings;
}

}  // namespace pubbuild
