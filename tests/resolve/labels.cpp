// Boxes without a label get one from the style sheet; terms of the index are found.
#include <doctest/doctest.h>

#include "resolved.h"

using namespace pubbuild;

TEST_CASE("a box that begins with a label, a heading or bold words needs no other") {
  const std::string labelled =
      "<div class=\"note\"><p class=\"label\">提示</p></div><div class=\"answer\"><p><strong>答</strong>"
      "是</p></div>";
  CHECK(resolved("<h1>题</h1>" + labelled).body() == labelled);
}

TEST_CASE("a box that begins with its text asks the style sheet for a label") {
  CHECK(
      resolved("<h1>题</h1><div class=\"note\"><p>甲</p></div><div class=\"wide\"><p>乙</p></div>").body() ==
      "<div class=\"note unlabelled\"><p>甲</p></div><div class=\"wide\"><p>乙</p></div>");
}

TEST_CASE("terms of the index have ids, and keys where they were given one") {
  Resolved result;
  result.article(
      "<h1>题</h1><p><span class=\"index\">保密 <em>义务</em></span><span class=\"index\" "
      "id=\"a\">会议</span><span class=\"index\"></span></p>");
  Tree& tree = result.publication.tree;
  const NodeId second = tree.next(tree.first_child(tree.last_child(result.publication.articles[0].root)));
  tree.set_attribute(second, Attr::data_key, "huìyì");
  result.run();
  const std::vector<IndexTerm>& index = result.publication.index;
  REQUIRE(index.size() == 2);
  CHECK((index[0].term == "保密 义务" && index[0].key.empty() && index[0].id == "i1"));
  CHECK((index[1].term == "会议" && index[1].key == "huìyì" && index[1].id == "a"));
  CHECK(result.codes() == Codes{"index-empty"});
}
