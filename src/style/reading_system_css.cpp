// Style sheet → the EPUB's CSS: which rules go out, under which selectors, in one layout of the text.
#include "style/reading_system_css.h"

#include <algorithm>

#include "style/cascade.h"
#include "style/compute.h"
#include "style/reading_system_values.h"

namespace pubbuild {

namespace {

using css::Selector;
using css::Simple;
using css::SimpleKind;

// A selector with lists of languages in several places would become this many at most.
constexpr size_t max_split = 64;

std::vector<Selector> split_languages(const Selector& selector);

// Lists of :not() and :is() may simply grow.
void split_nested(Simple& simple) {
  std::vector<Selector> split;
  for (const Selector& one : simple.list) {
    for (Selector& part : split_languages(one)) split.push_back(std::move(part));
  }
  simple.list = std::move(split);
}

// `:lang(zh, ja)` is newer than most reading systems: one selector for each language.
std::vector<Selector> split_languages(const Selector& selector) {
  std::vector<Selector> split = {selector};
  for (size_t c = 0; c < selector.compounds.size(); ++c) {
    for (size_t s = 0; s < selector.compounds[c].simples.size(); ++s) {
      const std::vector<std::string>& langs = selector.compounds[c].simples[s].langs;
      for (Selector& one : split) split_nested(one.compounds[c].simples[s]);
      if (langs.size() < 2) continue;
      if (langs.size() * split.size() > max_split) return split;
      std::vector<Selector> next;
      for (const Selector& one : split) {
        for (const std::string& lang : langs) {
          next.push_back(one);
          next.back().compounds[c].simples[s].langs = {lang};
        }
      }
      split = std::move(next);
    }
  }
  return split;
}

bool is_for_paper(const Selector& selector) {
  return selector.pseudo == Pseudo::footnote_call || selector.pseudo == Pseudo::footnote_marker;
}

std::string selectors_to_css(const std::vector<Selector>& selectors) {
  std::string text;
  for (const Selector& selector : selectors) {
    if (is_for_paper(selector)) continue;
    for (const Selector& one : split_languages(selector)) {
      text += (text.empty() ? "" : ",\n") + css::to_css(one);
    }
  }
  return text;
}

std::string block_to_css(const std::vector<css::PlainDeclaration>& declarations) {
  std::string text = " {\n";
  for (const css::PlainDeclaration& one : declarations) {
    text += "  " + one.name + ": " + one.value + (one.important ? " !important" : "") + ";\n";
  }
  return text + "}\n";
}

// Reading systems know what HTML means: base.css has something to say where it speaks to them alone.
bool goes_out(const Rule& rule) {
  return rule.media.reading_system && (rule.origin != Origin::base || !rule.media.print);
}

std::string rule_to_css(const Rule& rule, const css::ReadingContext& context) {
  const std::string selectors = selectors_to_css(rule.selectors);
  if (selectors.empty()) return "";
  const bool of_root = std::ranges::any_of(
      rule.selectors, [](const Selector& selector) { return css::means_root(selector, true); });
  const auto declarations = css::for_reading_systems(rule, of_root, context);
  if (declarations.empty()) return "";
  std::string text = selectors + block_to_css(declarations);
  if (rule.media.condition.empty()) return text;
  return "@media " + rule.media.condition + " {\n" + text + "}\n";
}

// Names that reading systems do not know they take for decimal, as the standard has it.
std::string counter_style_to_css(const CounterStyleRule& rule) {
  std::string text = "@counter-style " + css::identifier_to_css(rule.style.name) + " {\n";
  for (const css::Declaration& one : rule.descriptors) {
    text += "  " + one.name + ": " + css::to_css(one.value) + ";\n";
  }
  text += "}\n";
  if (rule.media.condition.empty()) return text;
  return "@media " + rule.media.condition + " {\n" + text + "}\n";
}

// What 1em is at the reader's own text size: the size of the body in the sheet.
Length body_size(const StyleSheet& sheet) {
  Tree tree;
  const NodeId body = tree.append_element(tree.root(), Tag::body, {});
  const Length size = cascade(tree, sheet, Medium::reading_system).of(body).font_size;
  return max(size, points(1));
}

}  // namespace

std::string css_for_reading_systems(const StyleSheet& sheet) {
  const css::CustomProperties custom = css::root_custom(sheet, Medium::reading_system);
  const css::ReadingContext context{custom, body_size(sheet)};
  std::string text;
  for (const CounterStyleRule& rule : sheet.counter_styles) {
    if (rule.media.reading_system) text += (text.empty() ? "" : "\n") + counter_style_to_css(rule);
  }
  for (const Rule& rule : sheet.rules) {
    if (!goes_out(rule)) continue;
    const std::string one = rule_to_css(rule, context);
    if (!one.empty()) text += (text.empty() ? "" : "\n") + one;
  }
  return text;
}

}  // namespace pubbuild
