// Inputs made to make a reader slow: four times the input may take four times the time, not sixteen.
#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "read/front_matter.h"
#include "read/markdown/article.h"

using namespace pubbuild;

namespace {

std::string repeated(std::string_view text, size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (size_t n = 0; n < times; ++n) result += text;
  return result;
}

// Backtick runs of every length, none of which closes another.
std::string rising_backticks(size_t size) {
  std::string text;
  for (size_t length = 1; text.size() < size; ++length) text += "e" + std::string(length, '`');
  return text;
}

std::string wide_table(size_t rows) {
  return repeated("|a", 128) + "\n" + repeated("|-", 128) + "\n" + repeated("|a\n", rows);
}

std::string mutual_notes(size_t count) {
  std::string text;
  for (size_t n = 0; n < count; ++n) {
    text += "[^" + std::to_string(n) + "]: [^" + std::to_string((n + 1) % count) + "] x\n\n";
  }
  return text;
}

std::string nested_list(size_t lines) {
  std::string text;
  for (size_t n = 0; n < 120; ++n) text += std::string(2 * n, ' ') + "- a\n";
  return text + std::string(lines, '\n');
}

std::string distinct_definitions(size_t count) {
  std::string text;
  for (size_t n = 0; n < count; ++n) text += "[a" + std::to_string(n) + "]: /u\n";
  return text;
}

std::string expanding_references(size_t count) {
  return "[a]: /" + std::string(10 * count, 'u') + "\n\n" + repeated("[a] ", count);
}

struct Hostile {
  std::string_view name;
  std::function<std::string(size_t)> text;  // of about so many bytes
};

Hostile repeat(std::string_view unit) {
  return {unit, [=](size_t size) { return repeated(unit, size / unit.size()); }};
}

Hostile after(std::string_view front, std::string_view unit) {
  return {unit, [=](size_t size) { return std::string(front) + repeated(unit, size / unit.size()); }};
}

const std::vector<Hostile>& hostile_inputs() {
  static const std::vector<Hostile> inputs = {
      repeat("["),
      repeat("]"),
      repeat("![[]()"),
      repeat("[a]("),
      repeat("[a](<b"),
      repeat("[a](b \"c"),
      repeat("![a]["),
      repeat("[ (]("),
      repeat("*a_ "),
      repeat("**a "),
      repeat("a**b"),
      repeat("*a **a "),
      repeat("~~a "),
      repeat("_a __a "),
      repeat("**中，**"),
      repeat("<!--"),
      repeat("<?"),
      repeat("<![CDATA["),
      repeat("<!A "),
      repeat("<a "),
      repeat("<a b='"),
      repeat("<a b=\"c' d='"),
      repeat("</a>"),
      repeat("x <b> "),
      repeat("x<b>\n"),
      repeat("&"),
      repeat("&a"),
      repeat("\\"),
      repeat("`a"),
      repeat("^["),
      repeat("[^"),
      repeat("a^[b] "),
      repeat("[a]:\n"),
      repeat("[a]: /u\n"),
      repeat("[a]: /u '"),
      repeat("[a]\n===\n"),
      repeat("> "),
      repeat("> a\n"),
      repeat("- "),
      repeat("- a\n\n"),
      repeat("1. "),
      repeat("* * * a\n"),
      repeat("www."),
      repeat("www._"),
      repeat("a@"),
      repeat("a@b."),
      repeat("http://"),
      repeat("http://a.b)"),
      repeat("www.a.b&c;"),
      repeat("(www.a"),
      repeat("|"),
      repeat("a|b\n-|-\n"),
      repeat("\r"),
      repeat("\t"),
      repeat("    a\n"),
      repeat("<div>\n\na\n\n"),
      repeat("<div>"),
      repeat("<b>"),
      repeat("<p>"),
      repeat("<li>"),
      repeat("<script>"),
      repeat("x <script>\n"),
      repeat("<table><tr><td>"),
      repeat("<ul>a"),
      repeat("[^a]: x\n"),
      repeat("```\n"),
      repeat("a\n-\n"),
      repeat("#\n"),
      repeat("中\n"),
      repeat("[[a]](b"),
      repeat("{"),
      repeat("{漢|"),
      repeat("{漢|a}"),
      repeat("[a]{.b"),
      repeat("[a]{.b}"),
      repeat("[a]{b=\""),
      repeat("[a]{b=\"c' d='"),
      repeat("[a]{ "),
      repeat("# a {.b\n"),
      repeat("::: {"),
      repeat("::: {\n"),
      repeat("::: a\n"),
      repeat(":::\n"),
      repeat(":"),
      repeat("|{漢|"),
      repeat("a~b"),
      repeat("a~b~"),
      repeat("a^b "),
      repeat("^a^^b"),
      repeat("~"),
      repeat("^"),
      repeat("a\n: b\n"),
      repeat("a\n\n: b\n\n"),
      repeat(": a\n"),
      repeat(": "),
      repeat("| a\n"),
      repeat("|a|\n"),
      repeat("a|b\n-|-\n: c\n"),
      repeat("![a](b)\n\n"),
      repeat("[@fig:"),
      repeat("[@fig:a]"),
      after("- ::: a\n", "  ::: b\n"),
      {"spans around", [](size_t size) { return std::string(size / 5, '[') + repeated("]{.a}", size / 5); }},
      repeat("![a](b)[c](d"),
      after("[a]: /u\n\n", "[a][a]"),
      after("[a]: /u\n\n", "![[a]"),
      after("a|b\n-|-\n", "|\\|\n"),
      after("> > > > > > > >\n", "a\n"),
      after("- a\n", "  - b\n"),
      {"rising backticks", rising_backticks},
      {"wide table", [](size_t size) { return wide_table(size / 3); }},
      {"mutual notes", [](size_t size) { return mutual_notes(size / 12); }},
      {"nested list", nested_list},
      {"definitions", [](size_t size) { return distinct_definitions(size / 12); }},
      {"expanding references", [](size_t size) { return expanding_references(size / 14); }},
      {"one long line", [](size_t size) { return std::string(size, 'a'); }},
      {"brackets around",
       [](size_t size) { return std::string(size / 2, '[') + std::string(size / 2, ']'); }},
      {"links after brackets",
       [](size_t size) { return std::string(size / 2, '[') + repeated("[a](b)", size / 12); }},
      {"pictures then links",
       [](size_t size) { return repeated("![", size / 4) + repeated("[a](b)", size / 12); }},
      {"stars around",
       [](size_t size) { return std::string(size / 2, '*') + "a" + std::string(size / 2, '*'); }},
      {"front matter", [](size_t size) { return "---\n" + repeated("a: b\n", size / 5) + "---\n"; }},
      {"deep YAML", [](size_t size) { return "---\na: " + std::string(size, '[') + "\n---\n"; }},
  };
  return inputs;
}

double seconds_to_read(const std::string& markdown) {
  Sources sources;
  const FileId file = sources.add("hostile.md", markdown);
  Tree tree(Tag::body);
  Diagnostics diagnostics;
  const auto begin = std::chrono::steady_clock::now();
  const Span whole{file, 0, static_cast<uint32_t>(markdown.size())};
  const FrontMatter front = read_front_matter(sources, whole, diagnostics);
  read_markdown(sources, {file, front.body_begin, whole.end}, tree, tree.root(), diagnostics);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

size_t depth_of(const Tree& tree, NodeId node) {
  size_t depth = 0;
  for (; node != NodeId::none; node = tree.parent(node)) ++depth;
  return depth;
}

}  // namespace

TEST_CASE("hostile text is read in linear time") {
  constexpr size_t size = 15'000;
  constexpr double surely_fast = 0.3;  // seconds; below, a ratio says more of the machine than of the reader
  for (const Hostile& hostile : hostile_inputs()) {
    double once = 0;
    double four_times = 0;
    for (int attempt = 0; attempt < 3; ++attempt) {
      once = seconds_to_read(hostile.text(size));
      four_times = seconds_to_read(hostile.text(4 * size));
      if (four_times < surely_fast || four_times < 6 * once) break;
    }
    const bool linear = four_times < surely_fast || four_times < 6 * once;
    CHECK_MESSAGE(linear, hostile.name, ": ", once, " s, then ", four_times, " s");
  }
}

TEST_CASE("no text makes a tree deeper than its limits") {
  for (const Hostile& hostile : hostile_inputs()) {
    Sources sources;
    const FileId file = sources.add("hostile.md", hostile.text(3000));
    Tree tree(Tag::body);
    Diagnostics diagnostics;
    const auto end = static_cast<uint32_t>(sources[file].text().size());
    read_markdown(sources, {file, 0, end}, tree, tree.root(), diagnostics);
    size_t deepest = 0;
    for (uint32_t node = 0; node < tree.size(); ++node)
      deepest = std::max(deepest, depth_of(tree, NodeId{node}));
    CHECK_MESSAGE(deepest <= 310, hostile.name);
  }
}
