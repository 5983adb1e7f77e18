// The layout pass: blocks → galley → pages → furniture.
#include "layout/layout.h"

#include <algorithm>

#include "layout/block_flow.h"
#include "layout/furniture.h"
#include "layout/pagination.h"
#include "layout/paragraph.h"

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

// The four kinds of pages that @page tells apart.
struct PageStyles {
  PageStyle first;
  PageStyle right;
  PageStyle left;
  PageStyle blank;

  const PageStyle& of(size_t page, bool is_blank) const {
    if (is_blank) return blank;
    if (page == 0) return first;
    return page % 2 == 0 ? right : left;
  }
};

PageStyles page_styles(const LayoutInput& input) {
  const ComputedStyle& root = input.styles.of(input.publication.tree.root());
  const auto style = [&](bool first, bool right, bool blank) {
    return page_style(input.sheet, root, {first, right, blank, {}});
  };
  return {style(true, true, false), style(false, true, false), style(false, false, false),
          style(false, false, true)};
}

PageFrame frame_of(const PageStyle& style) {
  const Length width = style.size.width - style.margin_left - style.margin_right;
  const Length height = style.size.height - style.margin_top - style.margin_bottom;
  return {{style.margin_left, style.margin_top}, {max(width, points(36)), max(height, points(36))}};
}

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

FootnoteArea footnote_area(LayoutDocument& document, const PageStyle& style) {
  const ComputedStyle& body = document.style(document.input.publication.body);
  return {style.footnote_rule, style.footnote_rule_length.of(document.page_area.width), style.footnote_gap,
          max(line_height_of(document.shaper, body), points(1))};
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
std::map<std::string, std::string> strings_of_publication(const Metadata& metadata) {
  return {{"publication", metadata.title.text}, {"series", metadata.series.text}};
}

// CSS GCPM 3 §1.1.2: string() gives the first value set on the page, else the one that held before it.
std::map<std::string, std::string> strings_of(const PageBody& body,
                                              std::map<std::string, std::string>& current) {
  std::map<std::string, std::string> on_page;
  for (const NamedString& string : body.strings) on_page.emplace(string.name, string.value);
  std::map<std::string, std::string> shown = current;
  for (const auto& [name, value] : on_page) shown[name] = value;
  for (const NamedString& string : body.strings) current[string.name] = string.value;
  return shown;
}

std::vector<Page> finish_pages(LayoutDocument& document, std::vector<PageBody>& bodies,
                               const PageStyles& styles) {
  std::vector<Page> pages;
  pages.reserve(bodies.size());
  std::map<std::string, std::string> strings = strings_of_publication(document.input.publication.metadata);
  for (size_t n = 0; n < bodies.size(); ++n) {
    PageBody& body = bodies[n];
    const PageStyle& style = styles.of(n, body.is_blank);
    PageFacts facts;
    facts.page = static_cast<int32_t>(n + 1);
    facts.pages = static_cast<int32_t>(bodies.size());
    facts.strings = strings_of(body, strings);
    std::vector<Item> items = page_furniture(document, style, facts);
    items.insert(items.end(), std::make_move_iterator(body.items.begin()),
                 std::make_move_iterator(body.items.end()));
    pages.push_back({style.size, std::to_string(n + 1), body.first, std::move(items), facts.page});
  }
  return pages;
}

}  // namespace

PagedDocument lay_out(const LayoutInput& input, Fonts& fonts, const Sources& sources,
                      Diagnostics& diagnostics) {
  const PageStyles styles = page_styles(input);
  const FacingFrames frames{frame_of(styles.right), frame_of(styles.left)};
  LayoutDocument document(input, fonts, sources, diagnostics);
  document.page_area = frames.right.area;
  register_elements(document, document.tree().root());
  BlockFlow flow(document, {}, document.page_area.width);
  flow.add_children(document.tree().root(), document_element);
  std::vector<PageBody> bodies =
      paginate(document, flow.finish(), frames, footnote_area(document, styles.right));
  if (bodies.empty()) bodies.emplace_back();
  PagedDocument pages;
  pages.pages = finish_pages(document, bodies, styles);
  place_destinations(document, bodies, pages);
  add_outline(document, pages);
  pages.structure = document.structure.take();
  return pages;
}

}  // namespace pubbuild
