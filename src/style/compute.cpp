// Declarations in cascade order → one computed style: var() replaced, shorthands opened, values read.
#include "style/compute.h"

#include <algorithm>
#include <deque>

#include "style/shorthands.h"

namespace pubbuild::css {

namespace {

struct Step {
  const Property* property;
  TokenView value;
  uint8_t layer;
  const Declaration* declaration;
};

class Computer {
 public:
  Computer(std::span<const Applied> in_order, const Surroundings& around)
      : in_order_(in_order), around_(around) {}

  ComputedStyle run(PageFields* page);

 private:
  void make_steps();
  void complain(const Declaration& declaration) const {
    if (around_.invalid != nullptr) around_.invalid->insert(&declaration);
  }
  void make_steps_of_var(const Applied& applied);
  void apply(const Step& step, Computation& computation);
  void revert(const Step& step, Computation& computation);
  void go_with_flow(ComputedStyle& style) const;

  std::span<const Applied> in_order_;
  const Surroundings& around_;
  std::vector<Step> steps_;
  std::deque<std::vector<Token>> made_;  // values that stand in no sheet
};

void Computer::make_steps() {
  for (const Applied& applied : in_order_) {
    const Declaration& declaration = *applied.declaration;
    if (declaration.property == nullptr) continue;
    if (declaration.has_var) {
      make_steps_of_var(applied);
    } else {
      steps_.push_back({declaration.property, declaration.value, applied.layer, &declaration});
    }
  }
}

// Invalid at computed-value time is `unset` (CSS Variables 1 §3.1).
void Computer::make_steps_of_var(const Applied& applied) {
  const Property& property = *applied.declaration->property;
  Token unset;
  unset.kind = TokenKind::ident;
  unset.text = "unset";
  std::optional<std::vector<Token>> found = substitute(applied.declaration->value, around_.custom);
  if (!found) complain(*applied.declaration);
  std::vector<Token> value = found ? std::move(*found) : std::vector<Token>{unset};
  if (property.expand == nullptr) {
    made_.push_back(std::move(value));
    steps_.push_back({&property, made_.back(), applied.layer, applied.declaration});
    return;
  }
  std::vector<Assignment> longhands;
  if (is_wide_keyword(value)) {
    expand_alike(property, value, longhands);
  } else if (!property.expand(property, value, longhands)) {
    complain(*applied.declaration);
    longhands.clear();
    expand_alike(property, std::vector<Token>{unset}, longhands);
  }
  for (Assignment& one : longhands) {
    made_.push_back(std::move(one.value));
    steps_.push_back({one.property, made_.back(), applied.layer, applied.declaration});
  }
}

// What the origins below this declaration's say.
void Computer::revert(const Step& step, Computation& computation) {
  std::vector<Applied> below;
  for (const Applied& applied : in_order_) {
    // The style attribute is of the user's origin.
    const uint8_t own = step.layer == 3 ? 2 : step.layer;
    if (applied.layer < own) below.push_back(applied);
  }
  const ComputedStyle style = compute_style(below, around_);
  step.property->copy(computation, style);
}

void Computer::apply(const Step& step, Computation& computation) {
  const Property& property = *step.property;
  if (property.set == nullptr) return;
  if (is_wide_keyword(step.value)) {
    const Token& word = trimmed(step.value)[0];
    if (word.is_ident("revert")) return revert(step, computation);
    const bool inherits = word.is_ident("inherit") || (word.is_ident("unset") && property.inherited);
    return property.copy(computation, inherits ? computation.parent : initial_style());
  }
  const bool is_font = property.phase == Phase::font;
  Values values(step.value, is_font ? computation.parent_units() : computation.units());
  if (property.set(computation, values) && values.at_end()) return;
  // Only a value made by var() can be bad here.
  complain(*step.declaration);
  property.copy(computation, property.inherited ? computation.parent : initial_style());
}

// Before any length is read: which side of a box a margin is at depends on the mode.
void Computer::go_with_flow(ComputedStyle& style) const {
  if (!around_.flow || style.writing_mode == *around_.flow) return;
  style.writing_mode = *around_.flow;
  if (around_.orthogonal == nullptr) return;
  const auto asks = [](const Step& step) { return step.property->name == "writing-mode"; };
  const auto last = std::find_if(steps_.rbegin(), steps_.rend(), asks);
  if (last != steps_.rend()) around_.orthogonal->insert(last->declaration);
}

ComputedStyle Computer::run(PageFields* page) {
  make_steps();
  ComputedStyle style = begin_style(around_.parent);
  style.lang = around_.lang;
  Computation computation{.style = style,
                          .parent = around_.parent,
                          .root_em = around_.root_em,
                          .root_line = around_.root_line,
                          .paper = around_.paper};
  for (const Phase phase : {Phase::font, Phase::line, Phase::rest}) {
    for (const Step& step : steps_) {
      if (step.property->phase == phase) apply(step, computation);
    }
    if (phase == Phase::font) go_with_flow(style);
  }
  finish_style(computation);
  if (page != nullptr) *page = computation.page;
  return style;
}

}  // namespace

ComputedStyle compute_style(std::span<const Applied> in_order, const Surroundings& around, PageFields* page) {
  return Computer(in_order, around).run(page);
}

CustomProperties compute_custom(std::span<const Applied> in_order, const CustomProperties& inherited) {
  std::vector<std::pair<std::string_view, TokenView>> declared;
  for (const Applied& applied : in_order) {
    const Declaration& declaration = *applied.declaration;
    if (declaration.is_custom()) declared.emplace_back(declaration.name, declaration.value);
  }
  return declared.empty() ? inherited : resolve_custom(declared, inherited);
}

bool means_root(const Selector& selector, bool or_body) {
  if (selector.compounds.size() != 1 || selector.pseudo || selector.compounds[0].simples.size() != 1)
    return false;
  const Simple& only = selector.compounds[0].simples[0];
  return only.kind == SimpleKind::root || only.tag == Tag::html || (or_body && only.tag == Tag::body);
}

CustomProperties root_custom(const StyleSheet& sheet, Medium medium) {
  std::vector<Applied> order;
  for (const Rule& rule : sheet.rules) {
    const bool applies = medium == Medium::print ? rule.media.print
                                                 : rule.media.reading_system && rule.media.condition.empty();
    const auto is_root = [](const Selector& selector) { return means_root(selector, false); };
    if (!applies || std::ranges::none_of(rule.selectors, is_root)) continue;
    for (const Declaration& one : rule.longhands) order.push_back({&one, static_cast<uint8_t>(rule.origin)});
  }
  std::ranges::stable_sort(order, {}, &Applied::layer);
  return compute_custom(order, {});
}

}  // namespace pubbuild::css
