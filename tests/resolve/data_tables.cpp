// Tables that are filled from files of values.
#include <doctest/doctest.h>

#include "resolve/csv.h"
#include "resolved.h"

using namespace pubbuild;

namespace {

Resolved filled(
    const std::string& file, const std::string& name = "a.csv",
    const std::string& division = "<div class=\"table\" data-file=\"a.csv\" id=\"t\"><p>日程</p></div>") {
  Resolved result;
  result.article("<h1>题</h1>" + division);
  result.run({{name, file}});
  return result;
}

std::vector<std::vector<std::string>> values(std::string_view text, char separator = ',') {
  std::vector<std::vector<std::string>> rows;
  for (const CsvRow& row : parse_csv(text, separator).rows) {
    rows.emplace_back();
    for (const CsvField& field : row) rows.back().push_back(field.value);
  }
  return rows;
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("fields are read as RFC 4180 writes them") {
  CHECK(values("a,b\r\n\"c,\"\"d\"\"\n\",\n\n") == Rows{{"a", "b"}, {"c,\"d\"\n", ""}});
  CHECK(values("\xEF\xBB\xBF甲\t乙\n", '\t') == Rows{{"甲", "乙"}});
  CHECK(values("a\"b,\"c\"d\n") == Rows{{"a\"b", "cd"}});
  CHECK(parse_csv("a,\"b\nc", ',').unclosed == 2);
  CHECK(csv_separator("甲;乙;丙,丁\n") == ';');
  CHECK(csv_separator("甲\t乙\n") == '\t');
}

TEST_CASE("a division with a file becomes a table with its words for a caption") {
  const Resolved result = filled("时间,人数\n上午,\"1,200\"\n\"下午\n晚上\",85%\n");
  CHECK(result.codes().empty());
  CHECK(result.body() ==
        "<table id=\"t\"><caption>日程</caption><thead><tr><th scope=\"col\">时间</th><th class=\"right\" "
        "scope=\"col\">人数</th></tr></thead><tbody><tr><td>上午</td><td "
        "class=\"right\">1,200</td></tr><tr><td>"
        "下午<br>晚上</td><td class=\"right\">85%</td></tr></tbody></table>");
}

TEST_CASE("a table without a head has rows only, short rows are filled up") {
  const Resolved result =
      filled("甲,乙\n丙\n", "a.csv", "<div class=\"table headless\" data-file=\"a.csv\"></div>");
  CHECK(result.body() ==
        "<table><tbody><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td></td></tr></tbody></table>");
}

TEST_CASE("values may be in any encoding") {
  const Resolved result = filled(
      "\xFF\xFE"
      "a\0,\0b\0\n\0");
  CHECK(filled(std::string("\xFF\xFE"
                           "a\0,\0b\0\n\0",
                           10))
            .body()
            .find("<th scope=\"col\">b</th>") != std::string::npos);
}

TEST_CASE("a file that is missing, empty, outside or too wide is a warning, the words stay") {
  for (const Resolved& result :
       {filled("a,b\n", "b.csv"), filled("\n\n"),
        filled("a\n", "a.csv", "<div class=\"table\" data-file=\"../a.csv\"><p>日程</p></div>"),
        filled(std::string(200, ',') + "\n"),
        filled("a\n", "a.csv", "<p class=\"table\" data-file=\"a.csv\">日程</p>")}) {
    CHECK(result.codes() == Codes{"table-file"});
    CHECK(result.body().find("<p") != std::string::npos);
    CHECK(result.body().find("<table") == std::string::npos);
  }
}

TEST_CASE("rows that are longer than the first, and quotes that never end, are told at their place") {
  const Resolved longer = filled("a,b\nc,d,e\n");
  CHECK(longer.codes() == Codes{"table-file"});
  CHECK(longer.sources.text(longer.diagnostics.all()[0].span) == "e");
  CHECK(filled("a,b\n\"c,d\n").codes() == Codes{"table-file"});
}
