// Elements and texts are made, moved and read.
#include "tree/tree.h"

#include <doctest/doctest.h>

#include "tree/dump.h"

using namespace pubbuild;

namespace {

// The tags and texts of the children, with blanks between, from first to last; the same read backwards must
// agree.
std::string children_of(const Tree& tree, NodeId parent) {
  std::string forwards;
  std::string backwards;
  const auto name = [&](NodeId node) {
    return tree.is_text(node) ? std::string(tree.text(node)) : std::string(name_of(tree.tag(node)));
  };
  for (const NodeId child : children(tree, parent)) {
    CHECK(tree.parent(child) == parent);
    forwards += name(child) + " ";
  }
  for (NodeId child = tree.last_child(parent); child != NodeId::none; child = tree.previous(child)) {
    backwards.insert(0, name(child) + " ");
  }
  CHECK(forwards == backwards);
  return forwards;
}

}  // namespace

TEST_CASE("nodes go where they are put, and moving takes them from where they were") {
  Tree tree(Tag::div);
  const NodeId root = tree.root();
  const NodeId p = tree.append_element(root, Tag::p, {});
  const NodeId ul = tree.append_element(root, Tag::ul, {});
  const NodeId hr = tree.make_element(Tag::hr, {});
  CHECK(tree.parent(hr) == NodeId::none);
  tree.insert_before(p, hr);
  CHECK(children_of(tree, root) == "hr p ul ");
  tree.insert_after(ul, hr);
  CHECK(children_of(tree, root) == "p ul hr ");
  tree.insert_after(p, hr);
  CHECK(children_of(tree, root) == "p hr ul ");
  tree.prepend(root, ul);
  CHECK(children_of(tree, root) == "ul p hr ");
  tree.append(p, ul);
  CHECK(children_of(tree, root) == "p hr ");
  CHECK(children_of(tree, p) == "ul ");
  tree.detach(p);
  CHECK(children_of(tree, root) == "hr ");
  CHECK(tree.parent(p) == NodeId::none);
  tree.detach(p);
  CHECK(children_of(tree, p) == "ul ");
}

TEST_CASE("all children move at once, in their order") {
  Tree tree;
  const NodeId from = tree.append_element(tree.root(), Tag::div, {});
  const NodeId to = tree.append_element(tree.root(), Tag::section, {});
  tree.append_element(to, Tag::h1, {});
  tree.append_element(from, Tag::p, {});
  tree.append_element(from, Tag::ol, {});
  tree.move_children(from, to);
  CHECK(children_of(tree, from) == "");
  CHECK(children_of(tree, to) == "h1 p ol ");
}

TEST_CASE("children may be moved while they are walked") {
  Tree tree(Tag::div);
  const NodeId to = tree.make_element(Tag::p, {});
  for (int times = 0; times < 3; ++times) tree.append_element(tree.root(), Tag::br, {});
  for (const NodeId child : children(tree, tree.root())) tree.append(to, child);
  CHECK(children_of(tree, to) == "br br br ");
}

TEST_CASE("text appended after text is one text, with one span") {
  Tree tree(Tag::p);
  const FileId file{0};
  const NodeId first = tree.append_text(tree.root(), "一", {file, 0, 3});
  CHECK(tree.append_text(tree.root(), "二", {file, 3, 6}) == first);
  CHECK(tree.text(first) == "一二");
  CHECK(tree.span(first) == Span{file, 0, 6});
  const NodeId other = tree.append_text(tree.root(), "三", {FileId{1}, 0, 3});
  CHECK(other != first);
  tree.append_element(tree.root(), Tag::br, {});
  const NodeId last = tree.append_text(tree.root(), "四", {file, 6, 9});
  CHECK(children_of(tree, tree.root()) == "一二 三 br 四 ");
  tree.make_text("五", {});
  tree.append_text(tree.root(), "六", {file, 9, 12});
  CHECK(tree.text(last) == "四");
}

TEST_CASE("a text may be set to a part of itself") {
  Tree tree(Tag::p);
  const NodeId text = tree.append_text(tree.root(), "一二三", {});
  tree.set_text(text, tree.text(text).substr(3));
  CHECK(tree.text(text) == "二三");
  tree.set_text(text, "");
  CHECK(tree.text(text) == "");
}

TEST_CASE("attributes keep their order, and are changed in place") {
  Tree tree(Tag::a);
  const NodeId a = tree.root();
  CHECK(tree.attributes(a).empty());
  tree.remove_attribute(a, Attr::id);
  tree.set_attribute(a, Attr::href, "#x");
  tree.set_attribute(a, Attr::id, "y");
  tree.set_attribute(a, Attr::href, "#z");
  tree.set_attribute(a, Attr::alt, "");
  REQUIRE(tree.attributes(a).size() == 3);
  CHECK(tree.attributes(a)[0].value == "#z");
  CHECK(tree.attribute(a, Attr::id) == "y");
  CHECK(tree.has(a, Attr::alt));
  CHECK_FALSE(tree.has(a, Attr::title));
  tree.remove_attribute(a, Attr::href);
  CHECK_FALSE(tree.has(a, Attr::href));
  CHECK(tree.attributes(tree.append_text(a, "x", {})).empty());
}

TEST_CASE("a class is one word of its attribute") {
  Tree tree(Tag::p);
  const NodeId p = tree.root();
  CHECK_FALSE(tree.has_class(p, "note"));
  tree.add_class(p, "note");
  tree.add_class(p, "wide");
  tree.add_class(p, "note");
  CHECK(tree.attribute(p, Attr::class_) == "note wide");
  CHECK(tree.has_class(p, "wide"));
  CHECK_FALSE(tree.has_class(p, "not"));
  CHECK_FALSE(tree.has_class(p, "ide"));
}

TEST_CASE("names come from fixed lists") {
  CHECK(tag_named("blockquote") == Tag::blockquote);
  CHECK_FALSE(tag_named("script").has_value());
  CHECK_FALSE(tag_named("P").has_value());
  CHECK(attribute_named("class") == Attr::class_);
  CHECK(attribute_named("epub:type") == Attr::epub_type);
  CHECK_FALSE(attribute_named("onclick").has_value());
  CHECK(name_of(Attr::aria_label) == "aria-label");
  for (const Tag tag : {Tag::html, Tag::h6, Tag::td, Tag::bdo}) CHECK(tag_named(name_of(tag)) == tag);
}

TEST_CASE("elements that hold nothing and elements of a text are told apart") {
  CHECK(is_void(Tag::img));
  CHECK_FALSE(is_void(Tag::p));
  CHECK(is_phrasing(Tag::a));
  CHECK(is_phrasing(Tag::ruby));
  CHECK_FALSE(is_phrasing(Tag::td));
}

TEST_CASE("a tree is shown with its attributes, two blanks a step, and its text can be had alone") {
  Tree tree(Tag::p);
  tree.append_text(tree.root(), "见\n", {});
  const NodeId a = tree.append_element(tree.root(), Tag::a, {});
  tree.set_attribute(a, Attr::href, "#x");
  tree.append_text(a, "上\x1B文", {});
  CHECK(dump(tree, tree.root()) == "p\n  \"见\\x0A\"\n  a href=\"#x\"\n    \"上\\x1B文\"\n");
  CHECK(text_content(tree, tree.root()) == "见\n上\x1B文");
}
