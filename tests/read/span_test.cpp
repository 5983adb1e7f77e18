// Every node knows where it was written.
#include <doctest/doctest.h>

#include "read/html_of.h"
#include "read/markdown/article.h"

using namespace pubbuild;

namespace {

void list_spans(const Sources& sources, const Tree& tree, NodeId node, std::string& out) {
  for (const NodeId child : children(tree, node)) {
    std::string source(sources.text(tree.span(child)));
    for (char& c : source) c = c == '\n' ? '/' : c;
    out += (tree.is_text(child) ? "text" : std::string(name_of(tree.tag(child)))) + ": " + source + "\n";
    if (tree.is_element(child)) list_spans(sources, tree, child, out);
  }
}

// A node a line, in the order of the tree: its name and its source, line ends as slashes.
std::string spans_of(std::string_view markdown) {
  Sources sources;
  const FileId file = sources.add("test.md", std::string(markdown));
  Tree tree(Tag::body);
  Diagnostics diagnostics;
  read_markdown(sources, {file, 0, static_cast<uint32_t>(markdown.size())}, tree, tree.root(), diagnostics);
  std::string out;
  list_spans(sources, tree, tree.root(), out);
  return out;
}

}  // namespace

TEST_CASE("inline elements span their marks, texts their bytes") {
  CHECK(spans_of("甲**乙*丙***丁 `a` <http://b> &amp; \\*\n") ==
        "p: 甲**乙*丙***丁 `a` <http://b> &amp; \\*\ntext: 甲\nstrong: **乙*丙***\ntext: 乙\nem: *丙*\ntext: "
        "丙\n"
        "text: 丁 \ncode: `a`\ntext: a\ntext:  \na: <http://b>\ntext: http://b\ntext:  &amp; \\*\n");
}

TEST_CASE("links and pictures span their targets") {
  CHECK(spans_of("[甲](b \"c\") ![乙](d) [e] https://f.g\n\n[e]: /u\n") ==
        "p: [甲](b \"c\") ![乙](d) [e] https://f.g\na: [甲](b \"c\")\ntext: 甲\ntext:  \nimg: "
        "![乙](d)\ntext:  \n"
        "a: [e]\ntext: e\ntext:  \na: https://f.g\ntext: https://f.g\n");
}

TEST_CASE("blocks span their markers") {
  CHECK(
      spans_of("# 甲 #\n\n> 乙\n> 丙\n\n- 丁\n  戊\n\n***\n") ==
      "h1: # 甲 #\ntext: 甲\nblockquote: > 乙/> 丙\np: 乙/> 丙\ntext: 乙/> 丙\nul: - 丁/  戊\nli: - 丁/  戊\n"
      "text: 丁/  戊\nhr: ***\n");
}

TEST_CASE("code, tables and raw HTML span their lines") {
  CHECK(spans_of("```c\nx\n```\n\n|a|\n|-|\n|b|\n\n<div id=x>y</div>\n") ==
        "pre: ```c/x/```\ncode: x\ntext: x\ntable: |a|/|-|/|b|\nthead: |a|\ntr: |a|\nth: a\ntext: a\ntbody: "
        "|b|\n"
        "tr: |b|\ntd: b\ntext: b\ndiv: <div id=x>y</div>\ntext: y\n");
}

TEST_CASE("notes span their definitions and their marks") {
  CHECK(spans_of("a[^x]b^[c]\n\n[^x]: d\n") ==
        "p: a[^x]b^[c]\ntext: a\na: [^x]\ntext: b\na: ^[c]\naside: ^[c]\np: ^[c]\ntext: c\naside: [^x]: "
        "d\np: d\ntext: d\n");
}

TEST_CASE("spans, ruby and mentions span all that they are written with") {
  CHECK(
      spans_of("[甲]{.a}{漢字|かん|じ}[@fig:b]`c`{.d}\n") ==
      "p: [甲]{.a}{漢字|かん|じ}[@fig:b]`c`{.d}\nspan: [甲]{.a}\ntext: 甲\nruby: {漢字|かん|じ}\ntext: "
      "漢\nrt: "
      "かん\ntext: かん\ntext: 字\nrt: じ\ntext: じ\na: [@fig:b]\ntext: [@fig:b]\ncode: `c`{.d}\ntext: c\n");
}

TEST_CASE("divisions, definitions, lines and captions span their marks") {
  CHECK(spans_of("::: a\n甲\n:::\n\n乙\n: 丙\n\n| 丁\n\n|戊|\n|-|\n\n: 己 {#k}\n") ==
        "div: ::: a/甲/:::\np: 甲\ntext: 甲\ndl: 乙/: 丙\ndt: 乙\ntext: 乙\ndd: : 丙\ntext: 丙\ndiv: | "
        "丁\ntext: "
        "丁\ntable: |戊|/|-|\ncaption: : 己 {#k}\ntext: 己\nthead: |戊|\ntr: |戊|\nth: 戊\ntext: 戊\n");
}
