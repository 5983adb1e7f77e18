// Selectors: reading, weighing, matching.
#include "style/selectors.h"

#include <doctest/doctest.h>

#include "style/matching.h"

using namespace pubbuild;
using namespace pubbuild::css;

namespace {

SelectorList parse(const std::string& text) {
  static std::vector<Token> tokens;
  tokens = tokenize(text).tokens;
  return parse_selectors(tokens);
}

// html[lang=zh-Hans] > body > (h2#a, p.x.y, p[lang=en] > em, ul > li × 5, span)
struct Small {
  Tree tree;
  NodeId body = tree.append_element(tree.root(), Tag::body, {});
  NodeId h2 = tree.append_element(body, Tag::h2, {});
  NodeId p = tree.append_element(body, Tag::p, {});
  NodeId english = tree.append_element(body, Tag::p, {});
  NodeId em = tree.append_element(english, Tag::em, {});
  NodeId ul = tree.append_element(body, Tag::ul, {});
  std::vector<NodeId> li;
  NodeId span = tree.append_element(body, Tag::span, {});
  Small() {
    tree.set_attribute(tree.root(), Attr::lang, "zh-Hans");
    tree.set_attribute(h2, Attr::id, "a");
    tree.set_attribute(p, Attr::class_, "x y");
    tree.set_attribute(p, Attr::title, "one two-three");
    tree.set_attribute(english, Attr::lang, "en-GB");
    tree.append_text(em, "text", {});
    for (int i = 0; i < 5; ++i) li.push_back(tree.append_element(ul, Tag::li, {}));
  }
  bool matches(const std::string& text, NodeId node) const {
    Matcher matcher(tree);
    const SelectorList list = parse(text);
    REQUIRE_MESSAGE(list.complaint.empty(), list.complaint);
    for (const Selector& one : list.selectors) {
      if (matcher.matches(one, node)) return true;
    }
    return false;
  }
  std::string items(const std::string& text) const {
    std::string found;
    for (size_t i = 0; i < li.size(); ++i) {
      if (matches(text, li[i])) found += std::to_string(i + 1);
    }
    return found;
  }
};

}  // namespace

TEST_CASE("selectors match what they mean") {
  const Small t;
  for (const char* text : {"h2", "*", "#a", "body > h2", "html h2", "h2:first-child", ":is(p, h2)",
                           "h2:empty", ":not(p)", ":where(#a)", "h2:lang(zh)", ":lang(en, zh-Hans)", "H2"}) {
    CHECK_MESSAGE(t.matches(text, t.h2), text);
  }
  for (const char* text :
       {"p", ".a", "html > h2", "h2 h2", "h2:last-child", "h2:lang(en)", ":root", "h2:hover"}) {
    CHECK_MESSAGE(!t.matches(text, t.h2), text);
  }
  for (const char* text : {".x.y", "p.y", "h2 + p", "h2 ~ p", "[title]", "[title~=one]", "[title^='one t']",
                           "[title$=three]", "[title*=two]", "[title='ONE TWO-THREE' i]", "p:not(.z, .w)"}) {
    CHECK_MESSAGE(t.matches(text, t.p), text);
  }
  CHECK(t.matches("p:lang(en) em", t.em));
  CHECK(t.matches("em:lang(en)", t.em));
  CHECK(t.matches("em:only-child", t.em));
  CHECK(t.matches("[lang|=en]", t.english));
  CHECK(t.matches("html:root", t.tree.root()));
  CHECK(!t.matches("p ~ h2", t.h2));
}

TEST_CASE("an+b counts from the last sibling, by type, and among what a selector means") {
  const Small t;
  CHECK(t.items("li:nth-last-child(2)") == "4");
  CHECK(t.items("li:nth-last-of-type(-n+2)") == "45");
  CHECK(t.items("li:first-of-type") == "1");
  CHECK(t.items("li:last-of-type") == "5");
  CHECK(t.items("li:only-of-type") == "");
  CHECK(t.items("li:nth-child(2 of :not(:first-child))") == "3");
  CHECK(t.items("li:nth-last-child(1 of :nth-child(odd):not(:last-child))") == "3");
  CHECK(t.matches("h2:only-of-type", t.h2));
  CHECK(!t.matches("p:nth-child(1 of h2)", t.p));
  CHECK(!parse("li:nth-of-type(2 of p)").complaint.empty());
  CHECK(!t.matches("[title='ONE TWO-THREE' s]", t.p));
  CHECK(parse("a::first-line").selectors[0].foreign_pseudo == "::first-line");
  CHECK(parse("a:first-line").selectors[0].foreign_pseudo == "::first-line");
  CHECK(to_css(parse("li:nth-last-child(2n+1 of .a, b)").selectors[0]) == "li:nth-last-child(2n+1 of .a, b)");
  CHECK(parse("li:nth-child(1 of #a, .b)").selectors[0].specificity ==
        parse("#a.b p").selectors[0].specificity);
}

TEST_CASE("an+b counts from the first sibling") {
  const Small t;
  CHECK(t.items("li:nth-child(odd)") == "135");
  CHECK(t.items("li:nth-child(2n)") == "24");
  CHECK(t.items("li:nth-child(-n + 2)") == "12");
  CHECK(t.items("li:nth-child(n+4)") == "45");
  CHECK(t.items("li:nth-of-type(3)") == "3");
  CHECK(t.items("li:nth-child(2n-1)") == "135");
  CHECK(t.items("li:last-child") == "5");
  CHECK(t.items("li + li") == "2345");
}

TEST_CASE("specificity counts ids, classes and tags, and stops before running over") {
  const auto weight = [](const std::string& text) { return parse(text).selectors.at(0).specificity; };
  CHECK(weight("p") == 1);
  CHECK(weight("*") == 0);
  CHECK(weight("p.x") == 1025);
  CHECK(weight("#a") == 1U << 20);
  CHECK(weight(":is(p, #a)") == 1U << 20);
  CHECK(weight(":where(#a)") == 0);
  CHECK(weight("li::marker") == 2);
  CHECK(weight("ul > li:first-child") == 1026);
}

TEST_CASE("selectors that cannot be read say why") {
  for (const char* text : {"p >", "", "p,", "p..x", "::nothing", ":nothing", "[=b]", "p::before.x",
                           ":nth-child(x)", ":not()", "p:is(::before)", "#1a"}) {
    CHECK_MESSAGE(!parse(text).complaint.empty(), text);
  }
  std::string many = "p";
  for (size_t i = 0; i <= max_simple_selectors; ++i) many += ".c";
  CHECK(!parse(many).complaint.empty());
}

TEST_CASE("selectors are written again as they were meant") {
  for (const char* text : {"ul > li::marker", "p.x:not(.y, #z) + a[href]", "[title~=\"a b\"]", "a ~ b",
                           "li:nth-child(2n+1)", ":lang(zh-Hant)", "*"}) {
    CHECK(to_css(parse(text).selectors.at(0)) == text);
  }
}

TEST_CASE("hostile selectors over many siblings and deep trees end soon") {
  Tree tree;
  NodeId node = tree.append_element(tree.root(), Tag::body, {});
  for (int i = 0; i < 95; ++i) node = tree.append_element(node, Tag::div, {});
  for (int i = 0; i < 20'000; ++i) tree.append_element(node, Tag::p, {});
  Matcher matcher(tree);
  std::string chain;
  for (int i = 0; i < 30; ++i) chain += "div ";
  const SelectorList deep = parse("h1 " + chain + "p");
  const SelectorList wide = parse("h1 ~ p:nth-child(3n)");
  size_t matched = 0;
  for (NodeId p : children(tree, node)) {
    matched += matcher.matches(deep.selectors.at(0), p) || matcher.matches(wide.selectors.at(0), p);
  }
  CHECK(matched == 0);
}
