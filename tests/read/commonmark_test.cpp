// All examples of the CommonMark specification, and those of the amendment for CJK text.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "read/html_of.h"

using namespace pubbuild;

namespace {

struct Example {
  std::string name;
  std::string markdown;
  std::string html;
};

std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

nlohmann::json json_file(const std::string& path) {
  return nlohmann::json::parse(file_text(path));
}

std::string with_tabs(std::string text) {
  const std::string arrow = "→";
  for (size_t at = text.find(arrow); at != std::string::npos; at = text.find(arrow, at)) {
    text.replace(at, arrow.size(), "\t");
  }
  return text;
}

// Examples stand between lines of 32 backticks, a line with a full stop between Markdown and HTML.
std::vector<Example> examples_of(const std::string& specification) {
  std::vector<Example> examples;
  const std::string fence(32, '`');
  const std::string open = "\n" + fence + " example\n";
  for (size_t at = specification.find(open); at != std::string::npos; at = specification.find(open, at)) {
    const size_t begin = at + open.size();
    const size_t end = specification.find("\n" + fence + "\n", begin - 1);
    const std::string body = "\n" + specification.substr(begin, end + 1 - begin);
    const size_t dot = body.find("\n.\n");
    examples.push_back({std::to_string(examples.size() + 1), with_tabs(body.substr(1, dot)),
                        with_tabs(body.substr(dot + 3))});
    at = end;
  }
  return examples;
}

// The examples where the tree rightly says something else, each with its reason.
std::map<std::string, std::string> differences(const std::string& file) {
  std::map<std::string, std::string> expected;
  for (const auto& row : json_file(std::string(CASES_DIR) + "/" + file)) {
    CHECK_MESSAGE(!row.at("reason").get<std::string>().empty(), row.at("example"));
    expected[row.at("example").get<std::string>()] = row.at("html").get<std::string>();
  }
  return expected;
}

void check(const std::vector<Example>& examples, const std::map<std::string, std::string>& differences) {
  for (const Example& example : examples) {
    const auto different = differences.find(example.name);
    const std::string& expected = different == differences.end() ? example.html : different->second;
    CHECK_MESSAGE(html_of_markdown(example.markdown) == expected, example.name, "\n", example.markdown);
    if (different != differences.end())
      CHECK_MESSAGE(expected != example.html, example.name, " does not differ");
  }
}

}  // namespace

TEST_CASE("every example of CommonMark 0.31.2 reads as specified, or differs with a reason") {
  const std::string folder = PROJECT_DIR "/build/node/node_modules/commonmark-spec";
  const std::string specification = file_text(folder + "/spec.txt");
  REQUIRE_MESSAGE(!specification.empty(), folder, " is missing: run scripts/test, or npm install --no-save ",
                  "--no-package-lock --prefix build/node commonmark-spec@0.31.2");
  const std::vector<Example> examples = examples_of(specification);
  REQUIRE(examples.size() == 652);
  check(examples, differences("commonmark-differences.json"));
}

TEST_CASE("emphasis beside Chinese, Japanese and Korean text works in all cases of markdown-cjk-friendly") {
  std::vector<Example> examples;
  for (const auto& row : json_file(CASES_DIR "/md-cjk-friendly.json")) {
    examples.push_back({row.at("id"), row.at("markdown"), row.at("html")});
  }
  REQUIRE(examples.size() == 136);
  check(examples, {});
}
