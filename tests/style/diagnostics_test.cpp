// What is said about a style sheet, and that nothing else is lost.
#include <doctest/doctest.h>

#include "style/sheets.h"

using namespace pubbuild;
using namespace pubbuild::testing;

TEST_CASE("mistakes are said where they stand") {
  struct Row {
    const char* css;
    const char* said;
  };
  const Row rows[] = {
      {"p {\n  colr: red;\n}", "t.css:2:3 style-unknown-property"},
      {"p { color: rot }", "t.css:1:12 style-bad-value"},
      {"p { 颜色: red }", "t.css:1:5 style-unknown-property"},
      {"p { opacity: 0.5 }", "t.css:1:5 style-unsupported"},
      {"p { display: flex }", "t.css:1:5 style-unsupported"},
      {"p { background: url(a.png) }", "t.css:1:5 style-unsupported"},
      {"p { text-indent: sin(30deg) }", "t.css:1:5 style-unsupported"},
      {"p { width: min(50%, 20pt) }", "t.css:1:5 style-unsupported"},
      {"p { -webkit-hyphens: auto }", "t.css:1:5 style-unsupported"},
      {"@media not print { p { opacity: 0.5 } }", ""},
      {"p:nothing { color: red }", "t.css:1:3 style-bad-selector"},
      {"@import 'a.css';", "t.css:1:1 style-import"},
      {"@import 5;", "t.css:1:1 style-syntax"},
      {"@import 'a.css' { }", "t.css:1:1 style-syntax"},
      {"@wrong { p { color: red } }", "t.css:1:1 style-unknown-at-rule"},
      {"p { color }", "t.css:1:5 style-syntax"},
      {"p { color: }", "t.css:1:5 style-bad-value"},
      {"p { color: red", "t.css:1:3 style-syntax"},
      {"@page { p { color: red } }", "t.css:1:9 style-unknown-at-rule"},
      {"p { @font-face { color: red } }", "t.css:1:5 style-unknown-at-rule"},
      {"p::before { em { color: red } }", "t.css:1:13 style-bad-selector"},
      {"p::first-line { color: red }", "t.css:1:1 style-unsupported"},
      {"@media print and (orientation: landscape) { p { colr: red } }", "t.css:1:8 style-unsupported"},
      {"@media (min-width: 30em) { p { color: red } }", ""},
      {"@layer a, b; @layer a { p { color: red } }",
       "t.css:1:1 style-unsupported\nt.css:1:14 style-unsupported"},
      {"@container (width > 30em) { p { color: red } }", "t.css:1:1 style-unsupported"},
      {"@supports (display: nothing) { p { colr: red } }", ""},
      {"p { color: revert-layer }", "t.css:1:5 style-unsupported"},
      {"p", "t.css:1:1 style-syntax"},
      {"@page { @middle { color: red } }", "t.css:1:9 style-unknown-at-rule"},
      {"@page :third { }", "t.css:1:1 style-bad-selector"},
      {"p { color: red; margin: 1 2 }", "t.css:1:25 style-bad-value"},
  };
  for (const Row& row : rows) CHECK_MESSAGE(Sheet(row.css).said() == row.said, row.css);
}

TEST_CASE("an unknown property gets the nearest name, only where one is near") {
  CHECK(Sheet("p { text-indnet: 2em }").diagnostics.all().at(0).hint == "the nearest name is 'text-indent'");
  CHECK(Sheet("p { xyzzy: 2em }").diagnostics.all().at(0).hint.empty());
}

TEST_CASE("after a mistake the rest holds") {
  const Sheet sheet("p { color: rot; ; 5; text-indent: 2em } q:bad { } @x; h1 } { } em { color: red }");
  CHECK(sheet.sheet.rules.size() == 2);
  CHECK(sheet.sheet.rules[0].longhands.size() == 1);
  CHECK(sheet.sheet.rules[1].selectors.size() == 1);
}

TEST_CASE("hostile sheets end soon") {
  std::string many;
  for (size_t i = 0; i < max_style_selectors + 5; ++i) many += "p{color:red}";
  CHECK(Sheet(many).sheet.rules.size() == max_style_selectors);
  CHECK(Sheet(std::string(200'000, '{')).diagnostics.all().size() >= 1);
  std::string media;
  for (int i = 0; i < 5'000; ++i) media += "@media print{";
  CHECK(Sheet(media + "p{color:red}").said().find("style-too-deep") != std::string::npos);
  CHECK(Sheet("p:not(" + std::string(1'000, ':')).diagnostics.all().size() >= 1);
  CHECK(Sheet(std::string("p { color: ") + '\0' + "red }").said() == "t.css:1:12 style-bad-value");
}
