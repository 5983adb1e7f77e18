// Which part of the text is a block's first letter.
#include "generate/first_letter.h"

#include "generated.h"

using namespace pubbuild;

namespace {

// The letters of all blocks in document order, a blank between their parts, with their sizes in points.
std::string letters(const std::string& css, std::string_view markup) {
  const Page page("p, div { display: block } i { font-size: 10pt } " + css, markup);
  std::string found;
  for (size_t n = 0; n < page.tree.size(); ++n) {
    const FirstLetter* letter = page.styles.first_letter(static_cast<NodeId>(n));
    if (letter == nullptr) continue;
    found += (found.empty() ? "" : " ") + std::string(page.tree.text(static_cast<NodeId>(n)))
                                              .substr(letter->begin, letter->end - letter->begin);
    found += "/" + std::to_string(page.styles[letter->style].font_size.milli / 1000);
  }
  return found;
}

const std::string big = "p::first-letter { font-size: 30pt }";

}  // namespace

TEST_CASE("the first letter takes the punctuation beside it along") {
  CHECK(first_letter_length("甲乙") == 3);
  CHECK(first_letter_length("“甲”乙") == 9);
  CHECK(first_letter_length("（《甲乙") == 9);
  CHECK(first_letter_length("甲（乙") == 3);
  CHECK(first_letter_length("e\xCC\x81t") == 3);
  CHECK(first_letter_length("  a.b") == 4);
  CHECK(first_letter_length("……") == 0);
  CHECK(first_letter_length("") == 0);
}

TEST_CASE("a block's first letter has the style of ::first-letter") {
  CHECK(letters(big, "<p>甲乙</p><div>丙</div>") == "甲/30");
  CHECK(letters(big, "<p>\n  <b></b>甲乙</p>") == "甲/30");
}

TEST_CASE("a first letter may stand in several elements, and keeps what they say") {
  CHECK(letters(big, "<p><em>“甲乙</em></p>") == "“甲/30");
  CHECK(letters(big, "<p>“<em>甲</em>”乙</p>") == "“/30 甲/30 ”/30");
  const Page page(big + " p { display: block } em { color: red }", "<p><em>甲</em></p>");
  for (size_t n = 0; n < page.tree.size(); ++n) {
    if (const FirstLetter* letter = page.styles.first_letter(static_cast<NodeId>(n)))
      CHECK(page.styles[letter->style].color == Color{255, 0, 0, 255});
  }
}

TEST_CASE("generated content has first letters, and pictures and line ends none") {
  CHECK(letters(big + "p::before { content: \"前\" }", "<p>甲</p>") == "前/30");
  CHECK(letters(big, "<p><img src=\"a\">甲</p>").empty());
  CHECK(letters(big, "<p>“<br>甲</p>").empty());
}

TEST_CASE("the first letter of a block of blocks is that of the first") {
  CHECK(letters("div::first-letter { font-size: 20pt }", "<div><p>甲</p><p>乙</p></div>") == "甲/20");
  CHECK(letters(big + "div::first-letter { font-size: 20pt }", "<div><p>甲</p><p>乙</p></div>") ==
        "甲/30 乙/30");
  CHECK(letters("span::first-letter { font-size: 20pt }", "<span>甲</span>").empty());
}
