// Ruby, RB and RT: outer before inner.
#include "layout/ruby_structure.h"

#include <ranges>

namespace pubbuild {

StructureId RubyStructure::base(LayoutDocument& document, const RubyContent& ruby, uint32_t source,
                                StructureId parent) {
  if (parent == StructureId::artifact) return parent;
  elements_.resize(ruby.sources.size());
  std::vector<uint32_t> inner_first;
  for (; source != no_ruby; source = ruby.sources[source].parent) {
    if (ruby.sources[source].has_text) inner_first.push_back(source);
  }
  for (const uint32_t each : std::views::reverse(inner_first)) {
    Elements& elements = elements_[each];
    if (elements.ruby == StructureId::artifact) {
      elements.ruby = document.structure.add(Role::ruby, parent);
      elements.base = document.structure.add(Role::ruby_base, elements.ruby);
    }
    parent = elements.base;
  }
  return parent;
}

StructureId RubyStructure::text(LayoutDocument& document, uint32_t source, const ComputedStyle& style) {
  if (source >= elements_.size() || elements_[source].ruby == StructureId::artifact)
    return StructureId::artifact;
  Elements& elements = elements_[source];
  if (elements.text == StructureId::artifact)
    elements.text = document.structure.add(Role::ruby_text, elements.ruby, style.lang);
  return elements.text;
}

}  // namespace pubbuild
