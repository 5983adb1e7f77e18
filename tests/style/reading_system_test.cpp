// Style sheet → the EPUB's CSS.
#include "style/reading_system_css.h"

#include "style/attribute_families.h"

#include <doctest/doctest.h>

#include "style/sheets.h"

using namespace pubbuild;
using namespace pubbuild::testing;

namespace {

// On one line, so that cases are easy to read.
std::string epub(const std::string& theme, const std::string& base = "", const EpubContents& contents = {}) {
  const Sheet sheet(theme, base);
  std::string flat;
  for (const char c : css_for_reading_systems(sheet.sheet, contents)) {
    if (c != '\n') {
      flat += c;
    } else if (!flat.empty() && flat.back() != ' ') {
      flat += ' ';
    }
    if (flat.ends_with("  ")) flat.pop_back();
  }
  while (flat.ends_with(' ')) flat.pop_back();
  return flat;
}

}  // namespace

TEST_CASE("points become relative to the text size") {
  CHECK(epub("html { font-size: 12pt } h1 { font-size: 22pt }") == "h1 { font-size: 1.833em; }");
  CHECK(epub("p { margin: 6pt 0; line-height: 18pt }") == "p { margin: 0.5em 0; line-height: 1.5; }");
  CHECK(epub("h2 { font-size: 16pt; margin: 24pt 0 }") == "h2 { font-size: 1.333em; margin: 1.5em 0; }");
  CHECK(epub("p { font-size: 小五 }") == "p { font-size: 0.75em; }");
  CHECK(epub("td { border-top: 1.2pt solid }") == "td { border-top: 1.2pt solid; }");
}

TEST_CASE("the reader's own choices are left alone") {
  CHECK(epub("body { font: 12pt/20pt serif; color: black; background: white; orphans: 2 }") ==
        "body { font-style: normal; font-weight: normal; orphans: 2; }");
}

TEST_CASE("what paper alone can use goes") {
  CHECK(epub("@page { size: A4 } @media print { p { color: red } }") == "");
  CHECK(epub("h1 { string-set: t content(); block-step: 20pt } aside { float: footnote; color: red }") ==
        "aside { color: red; }");
  CHECK(epub("a::after { content: target-counter(attr(href), page) } p::footnote-call { color: red }") == "");
  CHECK(
      epub(
          "p::after { content: \"第\" counter(page) \"页\" } a::after { content: counters(pages, \".\") }") ==
      "");
  CHECK(epub("p { direction: rtl; unicode-bidi: embed; colr: red; color: rot }") == "");
}

TEST_CASE("what reading systems alone can use stays") {
  CHECK(epub("@media not print { p { opacity: 0.5 } }") == "p { opacity: 0.5; }");
  CHECK(epub("@media (max-width: 40em) { p { color: red } }") ==
        "@media (max-width: 40em) { p { color: red; } }");
  CHECK(epub("p { -webkit-hyphens: auto }") == "p { -webkit-hyphens: auto; }");
}

TEST_CASE("of the base sheet only what speaks to reading systems goes out") {
  CHECK(epub("", "p { display: block } @media not print { p { color: red } }") == "p { color: red; }");
}

TEST_CASE("variables, calc and lists of languages are worked out") {
  CHECK(epub(":root { --g: 20pt } p { margin: calc(var(--g) / 2) 0 }") == "p { margin: 0.833em 0; }");
  CHECK(epub("p { width: calc(100% - 2em) }") == "p { width: calc(100% - 2em); }");
  CHECK(epub("p:lang(zh, ja) em { color: red }") == "p:lang(zh) em, p:lang(ja) em { color: red; }");
}

TEST_CASE("old names stand before new ones") {
  CHECK(epub("p { line-break: strict }") ==
        "p { -epub-line-break: strict; -webkit-line-break: strict; line-break: strict; }");
  CHECK(epub("p { text-decoration: underline wavy }") ==
        "p { text-decoration-line: underline; text-decoration-style: wavy; }");
}

TEST_CASE("families of Chinese type have every system's name, and end in a generic one") {
  const std::string kai =
      "\"LXGW WenKai\", \"Kaiti SC\", \"STKaiti\", \"KaiTi\", \"楷体\", \"楷体_GB2312\", "
      "\"KaiTi_GB2312\", \"华文楷体\", \"Kaiti TC\", \"BiauKai\", \"DFKai-SB\", \"標楷體\", ";
  CHECK(epub("p { font-family: kaiti, serif }") == "p { font-family: " + kai + "serif; }");
  CHECK(epub("p { font-family: \"pub-kai\" }") == "p { font-family: " + kai + "serif; }");
  CHECK(epub("p { font-family: \"pub-em\", \"pub-kai\", generic(kai), sans-serif }") ==
        "p { font-family: " + kai + "sans-serif; }");
  CHECK(epub("p { font-family: fangsong }")
            .ends_with("\"仿宋\", \"仿宋_GB2312\", \"FangSong_GB2312\", "
                       "\"华文仿宋\", serif; }"));
  CHECK(epub("p { font-family: STKaiti }").starts_with("p { font-family: \"STKaiti\", \"LXGW WenKai\""));
  CHECK(epub("p { font-family: Times New Roman, serif }") ==
        "p { font-family: \"Times New Roman\", serif; }");
}

TEST_CASE("spans that hold what a pseudo-element shows look like it") {
  EpubContents contents;
  contents.written = {.before = true};
  CHECK(epub("h2::before { content: counter(c); color: red } h3::after { color: red }", "", contents) ==
        "h2::before { content: counter(c); color: red; } h2 > .pub-before { color: red; } h3::after { color: "
        "red; } "
        ".pub-has-before::before { content: none !important; }");
  CHECK(epub("h2::before { content: \"§\"; color: red }", "", contents)
            .starts_with("h2::before { content: \"§\"; color: red; } h2 > .pub-before { color: red; } "));
  contents.written = {.marker = true, .marker_widths = {2, 4}};
  CHECK(epub("li::marker { color: red }", "", contents)
            .starts_with(
                "li::marker { color: red; } li > .pub-marker > span, li > * > .pub-marker > span { "
                "color: red; } .pub-has-marker::marker { content: none !important; } .pub-has-marker { "
                "list-style-type: none !important; } .pub-marker {"));
  CHECK(
      epub("li::marker { color: red }", "", contents)
          .find(
              ".pub-marker-4 { margin-inline-start: 2em; } .pub-marker-4 > .pub-marker, .pub-marker-4 > * > "
              ".pub-marker { min-width: 4em; margin-inline-start: -4em; }") != std::string::npos);
}

TEST_CASE("what is counted in the text is not counted again") {
  EpubContents contents;
  contents.written = {.before = true, .counts = false};
  CHECK(epub("body { counter-reset: c } h2 { counter-increment: c; color: red } "
             "h2::before { content: counter(c) \".\"; color: red } h3::before { content: \"counter(c)\" }",
             "", contents) ==
        "h2 { color: red; } h2::before { color: red; } h2 > .pub-before { color: red; } "
        "h3::before { content: \"counter(c)\"; } .pub-has-before::before { content: none !important; }");
  CHECK(epub("li { counter-increment: list-item 2 }", "", contents) ==
        "li { counter-increment: list-item 2; } .pub-has-before::before { content: none !important; }");
}

TEST_CASE("embedded fonts stand before the families they are for, the text's too") {
  EpubContents contents;
  contents.embedded_families = {{{"serif"}, "pub-font-1"}, {{"monospace"}, "pub-font-2"}};
  CHECK(epub("html { font: 12pt/20pt serif } h2 { font-family: serif } h3 { font-family: sans-serif }",
             "html { font-family: serif; line-break: strict } code { font-family: monospace }", contents) ==
        "html { font-family: \"pub-font-1\", serif; } code { font-family: \"pub-font-2\", monospace; } "
        "html { font-style: normal; font-weight: normal; font-family: \"pub-font-1\", serif; } "
        "h2 { font-family: \"pub-font-1\", serif; } h3 { font-family: sans-serif; }");
}

TEST_CASE("embedded fonts are named in style attributes too") {
  const std::map<std::vector<std::string>, std::string> embedded = {{{"serif"}, "pub-font-1"}};
  CHECK(with_known_families("color: red; font-family: serif", embedded) ==
        "color: red; font-family: serif; font-family: \"pub-font-1\", serif");
  CHECK(with_known_families("font: bold 12pt serif !important", embedded) ==
        "font: bold 12pt serif !important; font-family: \"pub-font-1\", serif !important");
  CHECK(with_known_families("font-family: kaiti", embedded)
            .starts_with("font-family: kaiti; font-family: \"LXGW"));
  for (const char* other : {"", "color: red", "font-size: 2em", "font-family: }", "font-family"})
    CHECK(with_known_families(other, embedded) == other);
}

TEST_CASE("counter styles go out as they are, those for paper do not") {
  CHECK(epub("@counter-style x { symbols: a '\\201C'; suffix: ')' } @media print { @counter-style y { "
             "symbols: b "
             "} }") == "@counter-style x { symbols: a \"“\"; suffix: \")\"; }");
}
