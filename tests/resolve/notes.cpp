// Notes are numbered by their references and stand after the block that first refers to them.
#include <doctest/doctest.h>

#include "resolved.h"

using namespace pubbuild;

namespace {

std::string reference(const std::string& label) {
  return "<a class=\"footnote-ref\" href=\"#fn:" + label + "\"></a>";
}

std::string note(const std::string& label, const std::string& content) {
  return "<aside class=\"footnote\" id=\"fn:" + label + "\">" + content + "</aside>";
}

std::string placed_reference(const std::string& number, const std::string& id, const std::string& target) {
  return "<a class=\"footnote-ref\" href=\"#" + target + "\" id=\"" + id + "\"><sup>" + number + "</sup></a>";
}

std::string link_back(const std::string& number, const std::string& id) {
  return "<a class=\"footnote-back\" href=\"#" + id + "\" epub:type=\"backlink\" role=\"doc-backlink\">" +
         number + "</a> ";
}

// A note as it is placed, first referred to at `rN`.
std::string placed(const std::string& number, const std::string& content) {
  return "<aside class=\"footnote\" id=\"n" + number + "\"><p>" + link_back(number, "r" + number) + content +
         "</p></aside>";
}

std::string r(const std::string& number) {
  return placed_reference(number, "r" + number, "n" + number);
}

}  // namespace

TEST_CASE("notes are numbered in the order of references and follow the paragraph") {
  const Resolved result = resolved("<h1>题</h1><p>甲" + reference("b") + "乙" + reference("a") +
                                   "</p><p>丙</p>" + note("a", "<p>一</p>") + note("b", "<p>二</p>"));
  CHECK(result.body() ==
        "<p>甲" + r("1") + "乙" + r("2") + "</p>" + placed("1", "二") + placed("2", "一") + "<p>丙</p>");
  CHECK(result.codes().empty());
}

TEST_CASE("a second reference leads to the same note") {
  const Resolved result = resolved("<h1>题</h1><p>甲" + reference("a") + "</p><p>乙" + reference("a") +
                                   "</p>" + note("a", "<p>一</p>"));
  CHECK(result.body() == "<p>甲" + r("1") + "</p>" + placed("1", "一") + "<p>乙" +
                             placed_reference("1", "r1-2", "n1") + "</p>");
}

TEST_CASE("a note stands where XHTML lets it stand") {
  const std::string ref = reference("a");
  const std::string n = note("a", "<p>一</p>");
  const std::string p = placed("1", "一");
  const auto body = [&](const std::string& markup) { return resolved("<h1>题</h1>" + markup + n).body(); };
  CHECK(body("<ul><li>甲" + ref + "<ul><li>乙</li></ul></li></ul>") ==
        "<ul><li>甲" + r("1") + p + "<ul><li>乙</li></ul></li></ul>");
  CHECK(body("<ul><li><p>甲" + ref + "</p></li></ul>") ==
        "<ul><li><p>甲" + r("1") + "</p>" + p + "</li></ul>");
  CHECK(body("<table><caption>甲" + ref + "</caption><tbody><tr><td>乙</td></tr></tbody></table>") ==
        "<table><caption>甲" + r("1") + "</caption><tbody><tr><td>乙</td></tr></tbody></table>" + p);
  CHECK(body("<table><tbody><tr><td>甲" + ref + "<em>乙</em></td></tr></tbody></table>") ==
        "<table><tbody><tr><td>甲" + r("1") + "<em>乙</em>" + p + "</td></tr></tbody></table>");
  CHECK(body("<dl><dt>甲" + ref + "</dt><dd>乙</dd></dl>") ==
        "<dl><dt>甲" + r("1") + "</dt><dd>乙</dd></dl>" + p);
  CHECK(body("<figure><figcaption>甲" + ref + "</figcaption></figure>") ==
        "<figure><figcaption>甲" + r("1") + "</figcaption></figure>" + p);
  CHECK(body("<blockquote><p><em>甲" + ref + "</em></p></blockquote>") ==
        "<blockquote><p><em>甲" + r("1") + "</em></p>" + p + "</blockquote>");
}

TEST_CASE("a note in the title follows the head") {
  const Resolved result = resolved("<h1>题" + reference("a") + "</h1><p>甲</p>" + note("a", "<p>一</p>"));
  CHECK(result.body() == placed("1", "一") + "<p>甲</p>");
  CHECK(result.publication.metadata.title.text == "题");
}

TEST_CASE("a note that a note refers to comes after it, and notes in a ring end") {
  const Resolved result =
      resolved("<h1>题</h1><p>甲" + reference("a") + "</p><p>乙</p>" +
               note("a", "<p>一" + reference("b") + "</p>") + note("b", "<p>二" + reference("a") + "</p>"));
  CHECK(result.body() == "<p>甲" + r("1") + "</p>" + placed("1", "一" + r("2")) +
                             placed("2", "二" + placed_reference("1", "r1-2", "n1")) + "<p>乙</p>");
}

TEST_CASE("a note that nothing refers to goes with a warning") {
  const Resolved result = resolved("<h1>题</h1><p>甲</p>" + note("a", "<p>一</p>"));
  CHECK(result.body() == "<p>甲</p>");
  CHECK(result.codes() == Codes{"footnote-unused"});
}

TEST_CASE("a note that begins with no paragraph gets one for its link back") {
  const Resolved result = resolved("<h1>题</h1><p>" + reference("a") + "</p>" + note("a", "<pre>x</pre>"));
  CHECK(result.body() == "<p>" + r("1") + "</p><aside class=\"footnote\" id=\"n1\"><p>" +
                             link_back("1", "r1") + "</p><pre>x</pre></aside>");
}

TEST_CASE("numbers begin anew in each article and ids stay apart") {
  Resolved result;
  result.article("<h1>甲</h1><p>" + reference("a") + "</p>" + note("a", "<p>一</p>"));
  result.article("<h1>乙</h1><p>" + reference("a") + "</p>" + note("a", "<p>二</p>"), "b.md");
  result.run();
  CHECK(result.body(1).starts_with("<p>" + placed_reference("1", "a2-r1", "a2-n1") + "</p>"));
}
