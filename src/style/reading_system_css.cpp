// Style sheet → the EPUB's CSS: which rules go out, under which selectors, in one layout of the text.
#include "style/reading_system_css.h"

#include <algorithm>
#include <functional>

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

using SelectorText = std::function<std::string(const Selector&)>;

// The selectors that `text` has words for, each on a line.
std::string selectors_to_css(const std::vector<Selector>& selectors, const SelectorText& text) {
  std::string list;
  for (const Selector& selector : selectors) {
    if (is_for_paper(selector)) continue;
    for (const Selector& one : split_languages(selector)) {
      if (const std::string words = text(one); !words.empty()) list += (list.empty() ? "" : ",\n") + words;
    }
  }
  return list;
}

// What a selector of a pseudo-element is for the span that holds its text; nothing for any other.
std::string span_selector(const Selector& selector, const WrittenPseudos& written) {
  Selector element = selector;
  element.pseudo.reset();
  const std::string parent = css::to_css(element);
  const auto child = [](std::string_view name) { return " > ." + std::string(name); };
  if (selector.pseudo == Pseudo::before && written.before) return parent + child(class_of_before);
  if (selector.pseudo == Pseudo::after && written.after) return parent + child(class_of_after);
  if (selector.pseudo != Pseudo::marker || !written.marker) return {};
  const std::string marker = child(class_of_marker) + " > span";
  return parent + marker + ",\n" + parent + " > *" + marker;
}

std::string block_to_css(const std::vector<css::PlainDeclaration>& declarations) {
  std::string text = " {\n";
  for (const css::PlainDeclaration& one : declarations) {
    text += "  " + one.name + ": " + one.value + (one.important ? " !important" : "") + ";\n";
  }
  return text + "}\n";
}

std::string in_media(const MediaScope& media, const std::string& rules) {
  return media.condition.empty() ? rules : "@media " + media.condition + " {\n" + rules + "}\n";
}

std::string rule_text(const std::string& selectors, const std::vector<css::PlainDeclaration>& declarations,
                      const Rule& rule) {
  if (selectors.empty() || declarations.empty()) return {};
  return in_media(rule.media, selectors + block_to_css(declarations));
}

// Reading systems know what HTML means: base.css has something to say where it speaks to them alone, and
// which elements have fonts of their own.
std::vector<css::PlainDeclaration> declarations_of(const Rule& rule, const css::ReadingContext& context) {
  if (!rule.media.reading_system) return {};
  const bool of_root = std::ranges::any_of(
      rule.selectors, [](const Selector& selector) { return css::means_root(selector, true); });
  auto declarations = css::for_reading_systems(rule, of_root, context);
  if (rule.origin == Origin::base && rule.media.print) {
    const bool has_fonts = !context.embedded_families.empty();
    std::erase_if(declarations, [&](const css::PlainDeclaration& one) {
      return !has_fonts || one.name != "font-family" || !one.value.starts_with("\"pub-");
    });
  }
  return declarations;
}

std::string rule_to_css(const Rule& rule, const css::ReadingContext& context, const WrittenPseudos& written) {
  auto declarations = declarations_of(rule, context);
  if (declarations.empty()) return {};
  const std::string plain =
      selectors_to_css(rule.selectors, [](const Selector& one) { return css::to_css(one); });
  const std::string of_spans =
      selectors_to_css(rule.selectors, [&](const Selector& one) { return span_selector(one, written); });
  std::string text = rule_text(plain, declarations, rule);
  std::erase_if(declarations, [](const css::PlainDeclaration& one) { return one.name == "content"; });
  return text + rule_text(of_spans, declarations, rule);
}

// A marker that is wider than those that lists leave room for moves its item.
std::string room_for_marker(int em) {
  const std::string item = "." + class_of_marker_width(em);
  const std::string marker = " > ." + std::string(class_of_marker);
  const std::string width = std::to_string(em) + "em";
  return item + " {\n  margin-inline-start: " + std::to_string(em - least_marker_width) + "em;\n}\n" + item +
         marker + ",\n" + item + " > *" + marker + " {\n  min-width: " + width +
         ";\n  margin-inline-start: -" + width + ";\n}\n";
}

// Markers hang where those of a list would.
std::string rules_of_markers(const std::set<int>& widths) {
  std::string text = R"(.pub-has-marker {
  list-style-type: none !important;
}
.pub-marker {
  display: inline-block;
  box-sizing: border-box;
  min-width: 2em;
  margin-inline-start: -2em;
  padding-inline-end: 0.3em;
  text-align: end;
  text-indent: 0;
  white-space: nowrap;
}
)";
  for (const int em : widths) {
    if (em > least_marker_width) text += room_for_marker(em);
  }
  return text + R"(.pub-has-marker .pub-inside {
  display: inline;
  margin: 0;
  padding: 0;
}
)";
}

// What is written is not made again.
std::string rules_of_written(const WrittenPseudos& written) {
  const auto without = [](std::string_view name, std::string_view pseudo) {
    return "." + std::string(name) + "::" + std::string(pseudo) + " {\n  content: none !important;\n}\n";
  };
  std::string text;
  if (written.before) text += without(class_with_before, "before");
  if (written.after) text += without(class_with_after, "after");
  if (!written.marker) return text;
  return text + without(class_with_marker, "marker") + rules_of_markers(written.marker_widths);
}

// Names that reading systems do not know they take for decimal, as the standard has it.
std::string counter_style_to_css(const CounterStyleRule& rule) {
  std::string text = "@counter-style " + css::identifier_to_css(rule.style.name) + " {\n";
  for (const css::Declaration& one : rule.descriptors) {
    text += "  " + one.name + ": " + css::to_css(one.value) + ";\n";
  }
  return in_media(rule.media, text + "}\n");
}

// What 1em is at the reader's own text size: the size of the body in the sheet.
Length body_size(const StyleSheet& sheet) {
  Tree tree;
  const NodeId body = tree.append_element(tree.root(), Tag::body, {});
  const Length size = cascade(tree, sheet, Medium::reading_system).of(body).font_size;
  return max(size, points(1));
}

}  // namespace

std::string class_of_marker_width(int em) {
  return "pub-marker-" + std::to_string(em);
}

std::string css_for_reading_systems(const StyleSheet& sheet, const EpubContents& contents) {
  const css::CustomProperties custom = css::root_custom(sheet, Medium::reading_system);
  const css::ReadingContext context{
      custom, body_size(sheet), contents.embedded_families,
      contents.written.counts ? css::Numbers::of_reading_system : css::Numbers::written};
  std::string text;
  const auto add = [&](const std::string& rules) {
    if (!rules.empty()) text += (text.empty() ? "" : "\n") + rules;
  };
  for (const CounterStyleRule& rule : sheet.counter_styles) {
    if (rule.media.reading_system) add(counter_style_to_css(rule));
  }
  for (const Rule& rule : sheet.rules) add(rule_to_css(rule, context, contents.written));
  add(rules_of_written(contents.written));
  return text;
}

}  // namespace pubbuild
