// Text of several directions, as it is copied out of the finished PDF.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <memory>

#include "program.h"

using namespace pubbuild;

namespace {

// What pdftotext reads of an article's PDF, its marks of direction left out.
std::string copied(const std::string& article) {
  const Folder folder;
  folder.put("a.md", article);
  REQUIRE(run(folder, {"a.md", "-o", "a.pdf"}).status == 0);
  const std::string command = "pdftotext '" + folder.at("a.pdf") + "' -";
  const std::unique_ptr<FILE, decltype(&::pclose)> pipe(::popen(command.c_str(), "r"), &::pclose);
  REQUIRE(pipe);
  std::string text;
  std::array<char, 4096> piece{};
  while (const size_t length = std::fread(piece.data(), 1, piece.size(), pipe.get()))
    text.append(piece.data(), length);
  for (const std::string mark : {"\u202A", "\u202B", "\u202C"}) {
    for (size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.erase(at, mark.size());
  }
  return text;
}

}  // namespace

TEST_CASE("Hebrew and Arabic in Chinese lines are copied in the order they are read") {
  const std::string text =
      copied("---\ntitle: 题\nlang: zh-Hans\n---\n\n他说שלום עולם了，又说مرحبا بالعالم。\n");
  CHECK(contains(text, "שלום עולם"));
  CHECK(contains(text, "مرحبا بالعالم"));
  CHECK(contains(text, "，又说"));
}

TEST_CASE("a paragraph from right to left keeps its words and its numbers") {
  const std::string text = copied(
      "---\ntitle: 题\nlang: zh-Hans\n---\n\n<p dir=\"rtl\" lang=\"he\">שלום לכולם 123 עם Latin words</p>\n");
  CHECK(contains(text, "שלום לכולם"));
  CHECK(contains(text, "123"));
  CHECK(contains(text, "Latin words"));
}

TEST_CASE("emoji, variants and marks are copied as they were written") {
  const std::string written = "笑😀👍🏽👨‍👩‍👧🇨🇳，葛󠄀城";
  CHECK(contains(copied("---\ntitle: 题\nlang: ja\n---\n\n" + written + "\n"), written));
}
