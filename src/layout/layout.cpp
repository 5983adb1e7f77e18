// The layout pass: blocks → galley → pages → furniture.
#include "layout/layout.h"

#include <algorithm>
#include <iterator>

#include "layout/block_flow.h"
#include "layout/furniture.h"
#include "layout/pagination.h"
#include "style/counter_styles.h"

namespace pubbuild {

Structure::Structure(std::string language) {
  elements_.push_back({Role::document, StructureId::artifact, std::move(language), {}, 1, 1});
}

StructureId Structure::add(Role role, StructureId parent, std::string lang, std::string alt) {
  elements_.push_back({role, parent, std::move(lang), std::move(alt), 1, 1});
  return static_cast<StructureId>(elements_.size() - 1);
}

namespace {

constexpr StructureId document_element{0};

// Names what can be pointed at: elements with an id, notes, destinations.
void register_elements(LayoutDocument& document, NodeId node) {
  const Tree& tree = document.tree();
  if (!tree.is_element(node)) return;
  const std::string_view id = tree.attribute(node, Attr::id);
  if (!id.empty()) {
    document.by_id.emplace(id, node);
    document.destinations.emplace(node, static_cast<DestinationId>(document.destinations.size()));
  }
  if (document.style(node).float_ == Float::footnote) {
    document.note_of_aside.emplace(node, static_cast<NoteId>(document.notes.size()));
    document.notes.push_back({node, {}, {}});
  }
  for (const NodeId child : children(tree, node)) register_elements(document, child);
}

void place_destinations(const LayoutDocument& document, const std::vector<PageBody>& bodies,
                        PagedDocument& pages) {
  pages.destinations.resize(document.destinations.size());
  std::vector<bool> is_placed(document.destinations.size());
  for (size_t page = 0; page < bodies.size(); ++page) {
    for (const PlacedMark& mark : bodies[page].marks) {
      const auto number = static_cast<size_t>(mark.destination);
      pages.destinations[number] = {static_cast<uint32_t>(page), mark.at};
      is_placed[number] = true;
    }
  }
  for (const auto& [id, node] : document.by_id) {
    const DestinationId destination = document.destinations.at(node);
    if (is_placed[static_cast<size_t>(destination)]) pages.names.push_back({std::string(id), destination});
  }
  std::ranges::sort(pages.names, {}, &NamedDestination::id);
}

void add_outline(const LayoutDocument& document, PagedDocument& pages) {
  for (const Heading& heading : document.input.publication.headings) {
    const auto destination = document.destinations.find(heading.node);
    if (destination == document.destinations.end()) continue;
    pages.outline.push_back({heading.text, heading.level, destination->second});
  }
}

// What running heads may show without string-set: nothing in the text says it.
std::vector<NamedString> strings_of_publication(const Metadata& metadata) {
  return {{"publication", metadata.title.text}, {"series", metadata.series.text}};
}

// The style in which the pages of this one's name show their number, if it shows none itself.
std::string folio_style_of(const PageBody& body, PageTypes& types) {
  if (auto style = folio_style(body.type->style)) return *style;
  for (const bool right : {true, false}) {
    if (auto style = folio_style(types.of({false, right, false, body.situation.name, 0, 0}).style))
      return *style;
  }
  return "decimal";
}

std::vector<Page> finish_pages(LayoutDocument& document, std::vector<PageBody>& bodies, PageTypes& types) {
  std::vector<Page> pages;
  pages.reserve(bodies.size());
  RunningStrings strings;
  strings.begin_page(strings_of_publication(document.input.publication.metadata), 0);
  RunningCounters counters;
  const CounterStyles& counter_styles = document.input.styles.counter_styles();
  for (PageBody& body : bodies) {
    const PageStyle& style = body.type->style;
    strings.begin_page(body.strings, body.strings_at_start);
    counters.begin_page(style.box, body.counters);
    const PageFacts facts{strings, counters, counter_styles, static_cast<int32_t>(bodies.size())};
    std::vector<Item> items = page_furniture(document, style, facts);
    std::ranges::move(body.items, std::back_inserter(items));
    const int32_t number = counters.value("page");
    pages.push_back({style.size, counter_text(number, folio_style_of(body, types), counter_styles),
                     body.first, std::move(items), number});
  }
  return pages;
}

PageBody empty_page(PageTypes& types, const std::string& name) {
  PageBody body;
  body.situation = {true, true, false, name, 1, 1};
  body.type = &types.of(body.situation);
  return body;
}

}  // namespace

PageProgression progression_of(const ComputedStyle& text, const Metadata& metadata) {
  const bool is_leftwards =
      metadata.turns_leftwards() || text.writing_mode == WritingMode::vertical_rl ||
      text.writing_mode == WritingMode::sideways_rl ||
      (text.writing_mode == WritingMode::horizontal_tb && text.direction == Direction::rtl);
  return is_leftwards ? PageProgression::leftwards : PageProgression::rightwards;
}

PagedDocument lay_out(const LayoutInput& input, Fonts& fonts, const Sources& sources,
                      Diagnostics& diagnostics) {
  LayoutDocument document(input, fonts, sources, diagnostics);
  register_elements(document, document.tree().root());
  PageTypes types(document);
  BlockFlow flow(document, types);
  flow.add_children(document.tree().root(), document_element);
  const ComputedStyle& root = document.style(document.tree().root());
  PagedDocument pages;
  pages.progression = progression_of(root, input.publication.metadata);
  std::vector<PageBody> bodies = paginate(document, flow.finish(), types, pages.progression);
  if (bodies.empty()) bodies.push_back(empty_page(types, root.page));
  pages.pages = finish_pages(document, bodies, types);
  place_destinations(document, bodies, pages);
  add_outline(document, pages);
  pages.structure = document.structure.take();
  return pages;
}

}  // namespace pubbuild
