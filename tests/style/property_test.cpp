// Values of single properties → fields of the computed style, and what is no value of them.
#include <doctest/doctest.h>

#include "style/sheets.h"

using namespace pubbuild;
using namespace pubbuild::testing;

namespace {

// The style of a paragraph with these declarations, or of an emphasis in it.
struct Styled {
  explicit Styled(const std::string& of_p, const std::string& of_em = "")
      : sheet("p { " + of_p + " } em { " + of_em + " }"),
        styles(cascade(tree, sheet.sheet, Medium::reading_system)) {
    CHECK_MESSAGE(sheet.said() == "", of_p);
  }
  Tree tree;
  NodeId p_node = tree.append_element(tree.root(), Tag::p, {});
  NodeId em_node = tree.append_element(p_node, Tag::em, {});
  Sheet sheet;
  Styles styles;
  const ComputedStyle& p = styles.of(p_node);
  const ComputedStyle& em = styles.of(em_node);
};

std::string features(const ComputedStyle& style) {
  std::string text;
  for (const FontFeature& one : style.font_features) text += one.tag + std::to_string(one.value) + " ";
  return text;
}

std::string mark(const std::string& value, const std::string& more = "") {
  return Styled("text-emphasis: " + value + ";" + more).p.text_emphasis.mark;
}

LengthOrPercent length(int64_t pt) {
  return {points(pt), 0, false};
}

}  // namespace

TEST_CASE("features of fonts come together in one list, settings last") {
  CHECK(features(Styled("font-feature-settings: \"palt\", \"kern\" off, \"cv01\" 3; font-variant-numeric: "
                        "tabular-nums lining-nums")
                     .p) == "tnum1 lnum1 palt1 kern0 cv013 ");
}

TEST_CASE("a child changes the features of one property and keeps the others") {
  const Styled styled("font-variant: small-caps tabular-nums ruby", "font-variant-numeric: normal");
  CHECK(styled.p.font_variant_caps == FontVariantCaps::small_caps);
  CHECK(features(styled.p) == "tnum1 ruby1 ");
  CHECK(features(styled.em) == "ruby1 ");
  CHECK(styled.em.font_variant_caps == FontVariantCaps::small_caps);
  CHECK(features(Styled("font-feature-settings: 'palt'", "font-feature-settings: initial").em).empty());
  CHECK(features(Styled("font-variant: none").p) == "liga0 clig0 dlig0 hlig0 calt0 ");
}

TEST_CASE("the letters around a hyphen are counted, the last number like the one before") {
  using Limits = HyphenateLimits;
  CHECK(Styled("hyphenate-limit-chars: 10 4 3").p.hyphenate_limits == Limits{10, 4, 3});
  CHECK(Styled("hyphenate-limit-chars: 6 3").em.hyphenate_limits == Limits{6, 3, 3});
  CHECK(Styled("hyphenate-limit-chars: auto 4 auto").p.hyphenate_limits == Limits{5, 4, 3});
  CHECK(Styled("hyphenate-limit-chars: 8").p.hyphenate_limits == Limits{8, 2, 3});
}

TEST_CASE("words break as asked and the direction of embedded text is not inherited") {
  CHECK(Styled("word-break: auto-phrase").em.word_break == WordBreak::auto_phrase);
  CHECK(Styled("word-break: break-word").p.word_break == WordBreak::break_word);
  const Styled styled("direction: rtl; unicode-bidi: isolate-override");
  CHECK(styled.p.unicode_bidi == UnicodeBidi::isolate_override);
  CHECK(styled.em.unicode_bidi == UnicodeBidi::normal);
  CHECK(styled.em.direction == Direction::rtl);
}

TEST_CASE("font resets what it does not say") {
  const Styled styled("font: small-caps 10pt serif", "font-kerning: none; font: 12pt serif");
  CHECK(styled.p.font_variant_caps == FontVariantCaps::small_caps);
  CHECK(styled.em.font_variant_caps == FontVariantCaps::normal);
  CHECK(styled.em.font_kerning == FontKerning::auto_);
}

TEST_CASE("emphasis marks by shape, by string and by writing mode") {
  CHECK(mark("dot") == "•");
  CHECK(mark("open sesame red") == "﹆");
  CHECK(mark("filled") == "●");
  CHECK(mark("open", "writing-mode: vertical-rl") == "﹆");
  CHECK(mark("'※※'") == "※");
  CHECK(mark("none").empty());
}

TEST_CASE("emphasis marks take the colour of their text, if they have none") {
  const Styled plain("text-emphasis: dot", "color: red");
  CHECK(plain.em.text_emphasis.color == Color{255, 0, 0, 255});
  const Styled colored("text-emphasis: dot blue; text-emphasis-position: under left", "color: red");
  CHECK(colored.em.text_emphasis.color == Color{0, 0, 255, 255});
  CHECK(colored.em.text_emphasis_position == EmphasisPosition{false, false});
}

TEST_CASE("lines at text have a place and a thickness") {
  const Styled styled(
      "text-decoration: underline dotted 2pt; text-underline-position: left under; text-underline-offset: "
      "3pt");
  CHECK(styled.p.text_decoration.thickness == length(2));
  CHECK(styled.p.text_underline_position ==
        UnderlinePosition{UnderlinePosition::Line::under, UnderlinePosition::VerticalSide::left});
  CHECK(styled.em.text_underline_offset == length(3));
  CHECK(styled.em.text_decoration.thickness == auto_length);
}

TEST_CASE("radii go to logical corners by the writing mode") {
  const Styled plain("border-radius: 1pt 2pt 3pt 4pt / 5pt");
  CHECK(plain.p.border_radius.start_start == Radius{length(1), length(5)});
  CHECK(plain.p.border_radius.start_end == Radius{length(2), length(5)});
  CHECK(plain.p.border_radius.end_end == Radius{length(3), length(5)});
  CHECK(plain.p.border_radius.end_start == Radius{length(4), length(5)});
  const Styled vertical(
      "writing-mode: vertical-rl; border-top-right-radius: 7pt; border-end-end-radius: 50%");
  CHECK(vertical.p.border_radius.start_start == Radius{length(7), length(7)});
  CHECK(vertical.p.border_radius.end_end.vertical.permyriad == 5000);
}

TEST_CASE("spacing of borders, boxes cut by breaks, ruled lines") {
  const Styled styled(
      "border-spacing: 1pt 2pt; box-decoration-break: clone; rule-lines: 20pt 0.5pt #999; border: 2pt ridge");
  CHECK(styled.em.border_spacing_inline == points(1));
  CHECK(styled.em.border_spacing_block == points(2));
  CHECK(styled.p.box_decoration_break == BoxDecorationBreak::clone);
  CHECK(styled.p.rule_lines == RuleLines{points(20), millipoints(500), {0x99, 0x99, 0x99, 255}});
  CHECK(styled.p.border.block_start.style == BorderStyle::ridge);
  CHECK(Styled("rule-lines: 10pt; color: red").p.rule_lines ==
        RuleLines{points(10), millipoints(400), {255, 0, 0, 255}});
}

TEST_CASE("what later scripts need is read and inherited") {
  const Styled styled(
      "hyphens: auto; hyphenate-character: '‐'; hanging-punctuation: first allow-end; tab-size: 4;"
      "text-orientation: upright; text-combine-upright: digits 3; ruby-position: under alternate;"
      "ruby-align: center; ruby-overhang: none; ruby-merge: auto");
  CHECK(styled.em.hyphens == Hyphens::auto_);
  CHECK(styled.em.hyphenate_character == "‐");
  CHECK(styled.em.hanging_punctuation == HangingPunctuation{true, false, false, true});
  CHECK(styled.em.tab_size.columns == 4);
  CHECK(styled.em.text_orientation == TextOrientation::upright);
  CHECK(styled.em.text_combine_upright == TextCombine{TextCombine::Kind::digits, 3});
  CHECK(styled.em.ruby_position == RubyPosition::alternate_under);
  CHECK(styled.em.ruby_align == RubyAlign::center);
  CHECK(styled.em.ruby_overhang == RubyOverhang::none);
  CHECK(styled.em.ruby_merge == RubyMerge::auto_);
}

TEST_CASE("spaces between scripts are where, and instead of what, text-autospace says") {
  const auto autospace = [](const char* value) {
    return Styled(std::string("text-autospace: ") + value).em.text_autospace;
  };
  CHECK(autospace("normal") == TextAutospace{});
  CHECK(autospace("auto") == TextAutospace{});
  CHECK(autospace("no-autospace") == no_autospace);
  CHECK(autospace("ideograph-alpha") == TextAutospace{true, false, false, false});
  CHECK(autospace("insert ideograph-numeric") == TextAutospace{false, true, false, false});
  CHECK(autospace("punctuation replace ideograph-alpha") == TextAutospace{true, false, true, true});
  CHECK(autospace("insert") == TextAutospace{true, true, false, false});
}

TEST_CASE("every value of text-spacing-trim has its own meaning") {
  const auto trim = [](const char* value) {
    return Styled(std::string("text-spacing-trim: ") + value).em.text_spacing_trim;
  };
  CHECK(trim("normal") == TextSpacingTrim::normal);
  CHECK(trim("space-all") == TextSpacingTrim::space_all);
  CHECK(trim("space-first") == TextSpacingTrim::space_first);
  CHECK(trim("trim-start") == TextSpacingTrim::trim_start);
  CHECK(trim("trim-both") == TextSpacingTrim::trim_both);
  CHECK(trim("trim-all") == TextSpacingTrim::trim_all);
  CHECK(trim("auto") == TextSpacingTrim::auto_);
}

TEST_CASE("sideways lines begin at the foot or at the top") {
  const Styled left("writing-mode: sideways-lr; margin: 1pt 2pt 3pt 4pt");
  CHECK(left.p.margin == Sides<LengthOrPercent>{length(4), length(1), length(2), length(3)});
  const Styled right("writing-mode: sideways-rl; margin: 1pt 2pt 3pt 4pt; text-emphasis: open");
  CHECK(right.p.margin == Sides<LengthOrPercent>{length(2), length(3), length(4), length(1)});
  CHECK(right.p.text_emphasis.mark == "○");
}

TEST_CASE("text-align of a parent, and of all lines") {
  CHECK(Styled("direction: rtl", "text-align: match-parent").em.text_align == TextAlign::right);
  CHECK(Styled("text-align: justify-all").p.text_align_last == TextAlign::justify);
}

TEST_CASE("what is no value of a property is said") {
  for (const char* declaration : {"border-radius: 1pt 2pt 3pt 4pt 5pt",
                                  "border-radius: 1pt /",
                                  "border-radius: -1pt",
                                  "font-feature-settings: 'ab'",
                                  "font-variant-numeric: tabular-nums proportional-nums",
                                  "text-emphasis: dot circle",
                                  "text-emphasis-position: right",
                                  "hanging-punctuation: first first",
                                  "text-combine-upright: digits 5",
                                  "ruby-position: over under",
                                  "rule-lines: 0.1pt",
                                  "tab-size: -1",
                                  "text-underline-position: under under",
                                  "font-variant: none small-caps",
                                  "hyphens: soft",
                                  "font: 10pt",
                                  "border-spacing: 1pt 2pt 3pt",
                                  "text-autospace: insert replace",
                                  "text-autospace: ideograph-alpha ideograph-alpha",
                                  "text-autospace: normal insert",
                                  "text-autospace: none"}) {
    const std::string said = Sheet(std::string("p { ") + declaration + " }").said();
    CHECK_MESSAGE(said.find("style-bad-value") != std::string::npos, declaration);
  }
}

TEST_CASE("what designers of books ask for is read without a word") {
  for (const char* declaration :
       {"font: italic small-caps bold 五号/1.5 \"A\", kaiti, serif",
        "font-weight: 350",
        "font-style: oblique",
        "text-align: justify; text-align-last: center",
        "text-indent: 2ic hanging each-line",
        "letter-spacing: .05em",
        "word-spacing: 1pt",
        "white-space: pre-line",
        "text-decoration: underline wavy #f00 from-font",
        "text-transform: uppercase",
        "text-emphasis: filled sesame currentcolor",
        "text-emphasis-position: under right",
        "text-underline-position: under left",
        "line-break: strict; word-break: keep-all",
        "word-break: break-word",
        "overflow-wrap: anywhere",
        "hyphens: manual",
        "text-spacing-trim: trim-start",
        "text-autospace: normal",
        "hanging-punctuation: allow-end last",
        "text-orientation: sideways",
        "text-combine-upright: all",
        "writing-mode: vertical-rl; direction: rtl",
        "ruby-position: inter-character; ruby-align: start",
        "margin: 1rlh auto",
        "border: thick double; border-radius: 1Q",
        "width: 50%; min-height: 3lh; max-width: none",
        "box-sizing: border-box; background: hsl(20 30% 40%)",
        "display: inline-block; float: footnote",
        "box-decoration-break: clone; page: wide",
        "block-step: 20pt; text-wrap: balance",
        "list-style: inside trad-chinese-informal",
        "counter-reset: a 2 b; counter-increment: a; counter-set: b 5",
        "border-collapse: separate; border-spacing: 1pt 2pt; caption-side: bottom; vertical-align: 10%",
        "break-before: recto; break-after: avoid-page; break-inside: avoid; widows: 3; orphans: 3",
        "content: \"a\" attr(title) counter(a) counters(b, \".\", japanese-informal) open-quote",
        "content: target-counter(attr(href), page) target-text(attr(href)) leader(dotted) string(s, last)",
        "string-set: s content() \" \" counter(a); quotes: '「' '」'",
        "color: currentcolor; margin: revert"}) {
    CHECK_MESSAGE(Sheet(std::string("p { ") + declaration + " }").said() == "", declaration);
  }
}
