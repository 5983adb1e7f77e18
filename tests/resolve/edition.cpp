// An edition keeps what is for its profiles and for all.
#include <doctest/doctest.h>

#include "resolve/edition.h"
#include "resolved.h"

using namespace pubbuild;

namespace {

std::string kept(std::string_view markup, const std::vector<std::string>& profiles) {
  Resolved result;
  result.article(markup);
  keep_edition(result.publication, profiles, result.diagnostics);
  return result.markup();
}

}  // namespace

TEST_CASE("what is for a profile alone is gone without it") {
  const std::string text =
      "<p>甲<span class=\"only-teacher\">乙</span></p><p class=\"a only-teacher\">丙</p>";
  CHECK(kept(text, {}) == "<p>甲</p>");
  CHECK(kept(text, {"pupil"}) == "<p>甲</p>");
  CHECK(kept(text, {"pupil", "teacher"}) == text);
}

TEST_CASE("what is for several profiles stays for each of them") {
  const std::string text = "<p class=\"only-a only-b\">甲</p>";
  CHECK(kept(text, {"b"}) == text);
  CHECK(kept(text, {"c"}).empty());
}

TEST_CASE("a heading takes its section along") {
  CHECK(kept("<h2>甲</h2><h2 class=\"only-a\">乙</h2><p>丙</p><h3>丁</h3><p>戊</p><h2>己</h2>", {}) ==
        "<h2>甲</h2><h2>己</h2>");
}

TEST_CASE("a paragraph goes with all of its content") {
  CHECK(kept("<p><img src=\"a\" class=\"only-a\"></p><p>甲</p>", {}) == "<p>甲</p>");
}

TEST_CASE("captions and alternative texts lose what is for others") {
  Resolved result;
  Article& article = result.article("<p><img src=\"a\" alt=\"甲乙\"></p>");
  Tree& tree = result.publication.tree;
  const NodeId picture = tree.first_child(tree.first_child(article.root));
  const NodeId caption = tree.make_element(Tag::figcaption, {});
  append_markup(tree, caption, "甲<span class=\"only-a\">乙</span>");
  result.publication.captions[picture] = caption;
  keep_edition(result.publication, {}, result.diagnostics);
  CHECK(tree.attribute(picture, Attr::alt) == "甲");
  CHECK(markup_of(tree, caption) == "甲");
}

TEST_CASE("a note goes with the last reference to it") {
  const std::string reference = "<a class=\"footnote-ref\" href=\"#fn:1\"></a>";
  const std::string note = "<aside class=\"footnote\" id=\"fn:1\"><p>注</p></aside>";
  CHECK(kept("<p>甲<span class=\"only-a\">" + reference + "</span></p>" + note, {}) == "<p>甲</p>");
  CHECK(kept("<p>甲" + reference + "<span class=\"only-a\">" + reference + "</span></p>" + note, {}) ==
        "<p>甲" + reference + "</p>" + note);
}

TEST_CASE("an article for another profile is gone, and the next gives the metadata") {
  Resolved result;
  result.article("<p>甲</p>").only = {"teacher"};
  result.article("<p>乙</p>").metadata.title.text = "乙";
  keep_edition(result.publication, {}, result.diagnostics);
  REQUIRE(result.publication.articles.size() == 1);
  CHECK(result.markup() == "<p>乙</p>");
  CHECK(result.publication.metadata.title.text == "乙");
}

TEST_CASE("an edition of nothing is an error") {
  Resolved result;
  result.article("<p>甲</p>").only = {"teacher"};
  keep_edition(result.publication, {"pupil"}, result.diagnostics);
  CHECK(result.codes() == Codes{"edition-empty"});
}
