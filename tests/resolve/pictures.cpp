// Pictures are found, read once, and become figures where they stand alone.
#include <doctest/doctest.h>

#include "resolved.h"

using namespace pubbuild;

namespace {

// A grey pixel.
const std::string png(
    "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9BU\0\0\0\nIDATx\x9C"
    "ch\0\0\0\x82\0\x81w\xCDr\xB6\0\0\0\0IEND\xAE"
    "B`\x82",
    67);

}  // namespace

TEST_CASE("a picture alone in its paragraph becomes a figure with a caption") {
  CHECK(resolved("<h1>题</h1><p><img src=\"a.png\" alt=\"会场\"></p>").body() ==
        "<figure><img src=\"a.png\" alt=\"会场\"><figcaption>会场</figcaption></figure>");
  CHECK(resolved("<h1>题</h1><p><img src=\"a.png\" alt=\"会场\" title=\"图一\"></p>").body() ==
        "<figure><img src=\"a.png\" alt=\"会场\"><figcaption>图一</figcaption></figure>");
}

TEST_CASE("a picture among words stays in its paragraph") {
  const std::string markup = "<p>见<img src=\"a.png\" alt=\"图\"></p>";
  CHECK(resolved("<h1>题</h1>" + markup).body() == markup);
}

TEST_CASE("references to the picture of a figure mean the figure") {
  const Resolved result = resolved(
      "<h1>题</h1><p><img src=\"a.png\" alt=\"会场\" id=\"plan\"></p><p><a href=\"#plan\">图</a></p>");
  CHECK(result.body() ==
        "<figure id=\"plan\"><img src=\"a.png\" alt=\"会场\"><figcaption>会场</figcaption></figure><p><a "
        "href=\"#plan\">图</a></p>");
}

TEST_CASE("a caption keeps the markup that it was written with") {
  Resolved result;
  Article& article = result.article("<h1>题</h1><p><img src=\"a.png\" alt=\"新会场\"></p>");
  Tree& tree = result.publication.tree;
  const NodeId paragraph = tree.last_child(article.root);
  const NodeId caption = tree.make_element(Tag::figcaption, {});
  append_markup(tree, caption, "<em>新</em>会场");
  result.publication.captions[tree.first_child(paragraph)] = caption;
  result.run();
  CHECK(result.body() ==
        "<figure><img src=\"a.png\" alt=\"新会场\"><figcaption><em>新</em>会场</figcaption></figure>");
}

TEST_CASE("a figure without alternative text has no caption and a warning") {
  Resolved result;
  result.article("<h1>题</h1><p><img src=\"a.png\"></p>");
  result.run({{"a.png", png}});
  CHECK(result.body() == "<figure><img src=\"a.png\" alt=\"\"></figure>");
  CHECK(result.codes() == Codes{"picture-alt"});
}

TEST_CASE("a file named twice is one picture") {
  Resolved result;
  result.article("<h1>题</h1><p>x<img src=\"a b.png\" alt=\"1\"><img src=\"./a%20b.png\" alt=\"2\"></p>",
                 "t/a.md");
  result.run({{"t/a b.png", png}});
  CHECK(result.codes().empty());
  CHECK(result.pictures.size() == 1);
  CHECK(result.publication.pictures.size() == 2);
}

TEST_CASE("what cannot be had is said, and the rest goes on") {
  Resolved result;
  result.article(
      "<h1>题</h1><p>x<img src=\"no.png\" alt=\"1\"><img src=\"https://example.org/a.png\" alt=\"2\">"
      "<img src=\"bad.png\" alt=\"3\"><img src=\"../a.png\" alt=\"4\"></p>");
  result.run({{"bad.png", "no picture"}});
  CHECK(result.codes() == Codes{"picture-missing", "picture-remote", "picture-damaged", "picture-missing"});
  CHECK(result.publication.pictures.empty());
}

TEST_CASE("the cover is read like any picture") {
  Resolved result;
  result.article("<h1>题</h1>");
  result.publication.metadata.cover.text = "cover.png";
  result.run({{"cover.png", png}});
  CHECK(result.publication.cover_picture == PictureId{0});
}
