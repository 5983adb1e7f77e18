// A contents list prints the numbers of the pages where its headings stand, in the finished PDF.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <sstream>

#include "program.h"

using namespace pubbuild;

namespace {

// A word of a page, in points from its top left corner.
struct Word {
  int page = 0;
  double y = 0;
  std::string text;
};

std::string printed_by(const std::string& command) {
  const std::unique_ptr<FILE, decltype(&::pclose)> pipe(::popen(command.c_str(), "r"), &::pclose);
  REQUIRE(pipe);
  std::string printed;
  std::array<char, 4096> piece{};
  while (const size_t length = std::fread(piece.data(), 1, piece.size(), pipe.get()))
    printed.append(piece.data(), length);
  return printed;
}

std::string attribute(const std::string& line, const std::string& name) {
  const size_t begin = line.find(name + "=\"") + name.size() + 2;
  return line.substr(begin, line.find('"', begin) - begin);
}

std::vector<Word> words_of(const std::string& pdf) {
  std::vector<Word> words;
  std::istringstream lines(printed_by("pdftotext -bbox '" + pdf + "' -"));
  int page = 0;
  for (std::string line; std::getline(lines, line);) {
    page += contains(line, "<page ");
    if (!contains(line, "<word ")) continue;
    const size_t begin = line.find('>') + 1;
    words.push_back({page, std::stod(attribute(line, "yMax")), line.substr(begin, line.rfind('<') - begin)});
  }
  return words;
}

// Chapters of different lengths, listed before the first of them.
std::string book(int chapters, const std::string& title) {
  std::string text = "---\ntitle: 书\nlang: zh-Hans\n---\n\n<nav class=\"toc\">\n<ul>\n";
  for (int n = 1; n <= chapters; ++n)
    text += "<li><a href=\"#c" + std::to_string(n) + "\">ENTRY" + std::to_string(n) + title + "</a></li>\n";
  text += "</ul>\n</nav>\n";
  for (int n = 1; n <= chapters; ++n) {
    text += "\n<h2 id=\"c" + std::to_string(n) + "\">HEAD" + std::to_string(n) + "</h2>\n\n";
    for (int sentence = 0; sentence < 20 + n * 37 % 90; ++sentence)
      text += "会议按照议事规则进行，发言简明。";
    text += "\n";
  }
  return text;
}

const std::string style =
    ".toc li { display: block; text-indent: 0 } .toc ul { padding: 0 } a { color: inherit }"
    ".toc a::after { content: leader(\"·\") \"　\" target-counter(attr(href), page) }";

// The pages that headings stand on, and those that the list says.
struct Contents {
  std::map<std::string, int> stands;
  std::map<std::string, int> listed;
};

Contents contents_of(const std::string& pdf) {
  Contents contents;
  std::map<std::pair<int, int>, std::string> entries;  // page and height → chapter
  const std::vector<Word> words = words_of(pdf);
  for (const Word& word : words) {
    if (word.text.starts_with("HEAD")) contents.stands[word.text.substr(4)] = word.page;
    if (word.text.starts_with("ENTRY"))
      entries[{word.page, static_cast<int>(word.y)}] = word.text.substr(5, word.text.find('T', 5) - 5);
  }
  for (const Word& word : words) {
    const auto entry = entries.find({word.page, static_cast<int>(word.y)});
    if (entry == entries.end() || word.text.find_first_not_of("0123456789") != std::string::npos) continue;
    contents.listed[entry->second] = std::stoi(word.text);
  }
  return contents;
}

}  // namespace

TEST_CASE("every number of a contents list is that of the page where its heading stands") {
  const Folder folder;
  folder.put("a.css", style);
  folder.put("a.md", book(40, ""));
  const Outcome outcome = run(folder, {"a.md", "--style", "article", "--style", "a.css", "-o", "a.pdf"});
  REQUIRE(outcome.status == 0);
  CHECK(!contains(outcome.err, "warning"));
  const Contents contents = contents_of(folder.at("a.pdf"));
  CHECK(contents.stands.size() == 40);
  CHECK(contents.listed == contents.stands);
}

TEST_CASE("a contents list of many pages pushes what it lists, and its numbers follow") {
  const Folder folder;
  folder.put("a.css", style);
  folder.put("a.md", book(150, ""));
  REQUIRE(run(folder, {"a.md", "--style", "article", "--style", "a.css", "-o", "a.pdf"}).status == 0);
  const Contents contents = contents_of(folder.at("a.pdf"));
  CHECK(contents.stands.size() == 150);
  CHECK(contents.stands.at("1") > 3);
  CHECK(contents.listed == contents.stands);
}

TEST_CASE("a text may show the number of its own page and how many there are") {
  const Folder folder;
  folder.put(
      "a.css",
      "p::after { content: counter(page, upper-roman) \"/\" counter(pages) } p { break-before: page }");
  folder.put("a.md", "---\nlang: zh\n---\n# 题\n\n甲\n\n乙\n");
  REQUIRE(run(folder, {"a.md", "--style", "article", "--style", "a.css", "-o", "a.pdf"}).status == 0);
  const std::string text = printed_by("pdftotext '" + folder.at("a.pdf") + "' -");
  CHECK(contains(text, "甲II/3"));
  CHECK(contains(text, "乙III/3"));
}

TEST_CASE("numbers that push their own pages to and fro are told of, with their place") {
  const Folder folder;
  std::string page;
  for (int n = 0; n < 40; ++n) page += "长";
  folder.put("a.css",
             "@counter-style odd { system: cyclic; symbols: \"短\" \"" + page +
                 "\" } p.x::after { content: target-counter(\"#y\", page, odd); font: 90pt/100pt serif }"
                 "h2 { break-before: page }");
  folder.put("a.md", "---\nlang: zh\n---\n# 题\n\n<p class=\"x\">甲</p>\n\n<h2 id=\"y\">乙</h2>\n\n丙\n");
  const Outcome outcome = run(folder, {"a.md", "--style", "article", "--style", "a.css", "-o", "a.pdf"});
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.err, "a.md:6:1: warning: a page number printed here may be wrong"));
  CHECK(contains(outcome.err, "[pages-unsettled]"));
}

TEST_CASE("a reference to what is not there is told with its place") {
  const Folder folder;
  folder.put("a.css", "p::after { content: target-counter(\"#nowhere\", page) }");
  folder.put("a.md", "---\nlang: zh\n---\n# 题\n\n甲\n");
  const Outcome outcome = run(folder, {"a.md", "--style", "article", "--style", "a.css", "-o", "a.pdf"});
  CHECK(contains(outcome.err, "a.md:6:1: warning: the style sheet refers to #nowhere"));
  CHECK(contains(outcome.err, "[target-unknown]"));
}
