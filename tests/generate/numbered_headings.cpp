// Headings with their numbers, as the outline shows them.
#include "generate/numbered_headings.h"

#include "generated.h"

using namespace pubbuild;

TEST_CASE("numbers join the texts of headings, plain words do not") {
  Publication publication;
  append_markup(publication.tree, publication.tree.root(), "<h2>总则</h2><h2>会议</h2>");
  for (const NodeId node : children(publication.tree, publication.tree.root())) {
    publication.headings.push_back({node, 2, text_content(publication.tree, node), ""});
  }
  Sources sources;
  Diagnostics diagnostics;
  const FileId file =
      sources.add("a.css",
                  "h2 { counter-increment: c } h2::before { content: \"第\" counter(c) \"章　\" } "
                  "h2::after { content: \"。\" } h2:last-child::before { display: block }");
  Styles styles =
      cascade(publication.tree, read_styles(sources, {{file, Origin::theme}}, diagnostics), Medium::print);
  const Generated generated = generate(publication.tree, styles);
  const std::vector<Heading> headings = numbered_headings(publication, styles, generated);
  REQUIRE(headings.size() == 2);
  CHECK(headings[0].text == "第1章　总则");
  CHECK(headings[1].text == "第2章　 会议");
  CHECK(publication.headings[0].text == "总则");
}
