// Selectors → CSS, in one spelling.
#include "style/selectors.h"

namespace pubbuild::css {

namespace {

std::string list_to_css(const std::vector<Selector>& list) {
  std::string text;
  for (const Selector& selector : list) {
    if (!text.empty()) text += ", ";
    text += to_css(selector);
  }
  return text;
}

std::string attribute_to_css(const Simple& simple) {
  constexpr std::string_view operators[] = {"", "=", "~=", "|=", "^=", "$=", "*="};
  std::string name = simple.name;
  std::string text = "[";
  if (const size_t colon = name.find(':'); colon != std::string::npos) {
    text += identifier_to_css(name.substr(0, colon)) + "|" + identifier_to_css(name.substr(colon + 1));
  } else {
    text += identifier_to_css(name);
  }
  if (simple.test != AttributeTest::present) {
    text += operators[static_cast<size_t>(simple.test)];
    text += string_to_css(simple.value);
    if (simple.ignores_case) text += " i";
    if (simple.says_case) text += " s";
  }
  return text + "]";
}

std::string nth_to_css(Nth nth) {
  if (nth.step == 0) return std::to_string(nth.offset);
  std::string text = nth.step == 1 ? "n" : (nth.step == -1 ? "-n" : std::to_string(nth.step) + "n");
  if (nth.offset > 0) text += "+";
  if (nth.offset != 0) text += std::to_string(nth.offset);
  return text;
}

std::string langs_to_css(const Simple& simple) {
  std::string text;
  for (const std::string& lang : simple.langs) text += (text.empty() ? "" : ", ") + identifier_to_css(lang);
  return text;
}

std::string to_css(const Simple& simple) {
  switch (simple.kind) {
    case SimpleKind::any_tag:
      return "*";
    case SimpleKind::tag:
      return identifier_to_css(simple.name);
    case SimpleKind::class_:
      return "." + identifier_to_css(simple.name);
    case SimpleKind::id:
      return "#" + identifier_to_css(simple.name);
    case SimpleKind::attribute:
      return attribute_to_css(simple);
    case SimpleKind::nth_child:
    case SimpleKind::nth_last_child:
    case SimpleKind::nth_of_type:
    case SimpleKind::nth_last_of_type:
      return ":" + simple.name + "(" + nth_to_css(simple.nth) +
             (simple.list.empty() ? "" : " of " + list_to_css(simple.list)) + ")";
    case SimpleKind::lang:
      return ":lang(" + langs_to_css(simple) + ")";
    case SimpleKind::not_:
    case SimpleKind::is:
    case SimpleKind::where:
      return ":" + simple.name + "(" + list_to_css(simple.list) + ")";
    case SimpleKind::first_child:
    case SimpleKind::last_child:
    case SimpleKind::only_child:
    case SimpleKind::first_of_type:
    case SimpleKind::last_of_type:
    case SimpleKind::only_of_type:
    case SimpleKind::root:
    case SimpleKind::empty:
    case SimpleKind::link:
    case SimpleKind::never:
      return ":" + simple.name;
  }
  return "";
}

std::string_view name_of(Pseudo pseudo) {
  switch (pseudo) {
    case Pseudo::before:
      return "before";
    case Pseudo::after:
      return "after";
    case Pseudo::marker:
      return "marker";
    case Pseudo::footnote_call:
      return "footnote-call";
    case Pseudo::footnote_marker:
      return "footnote-marker";
    case Pseudo::first_letter:
      return "first-letter";
  }
  return "";
}

std::string_view between(Combinator combinator) {
  switch (combinator) {
    case Combinator::none:
      return "";
    case Combinator::descendant:
      return " ";
    case Combinator::child:
      return " > ";
    case Combinator::next_sibling:
      return " + ";
    case Combinator::later_sibling:
      return " ~ ";
  }
  return "";
}

}  // namespace

std::string to_css(const Selector& selector) {
  std::string text;
  for (const Compound& compound : selector.compounds) {
    text += between(compound.combinator);
    for (const Simple& simple : compound.simples) text += to_css(simple);
  }
  if (selector.pseudo) text += "::" + std::string(name_of(*selector.pseudo));
  return text + selector.foreign_pseudo;
}

}  // namespace pubbuild::css
