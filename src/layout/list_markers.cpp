// Sets markers outside the text they belong to.
#include "layout/list_markers.h"

#include "base/utf8.h"
#include "layout/block_flow.h"
#include "layout/note_labels.h"
#include "page/move.h"
#include "text/character_class.h"
#include "text/column.h"
#include "tree/dump.h"

namespace pubbuild {

namespace {

// A bullet stands in the middle of an em box whose middle is this far before the text; a number ends this far
// before it. In thousandths of the item's font size.
constexpr int64_t bullet_distance = 950;
constexpr int64_t number_distance = 250;
// The middle of a Han character above its baseline, in thousandths of its size.
constexpr int64_t ideograph_middle = 380;

// A single sign that is no letter or digit, so that it is put in the middle of its box.
bool is_bullet(const std::string& text) {
  size_t at = 0;
  const char32_t first = text.empty() ? U'a' : utf8::decode(text, at);
  return at == text.size() && !is_western_letter(first) && !is_cjk_letter(first) &&
         !(first >= 0x2460 && first <= 0x24FF) && !(first >= 0x3220 && first <= 0x32CF);
}

void insert_items(Line& line, std::vector<Item> items, StructureId structure) {
  for (Item& item : items) {
    if (auto* text = std::get_if<TextItem>(&item)) text->structure = structure;
  }
  for (NoteCall& call : line.notes) call.item += items.size();
  line.items.insert(line.items.begin(), std::make_move_iterator(items.begin()),
                    std::make_move_iterator(items.end()));
}

}  // namespace

void add_marker(LayoutDocument& document, Line& line, NodeId item, NodeId marker, ParagraphPlace place) {
  const ComputedStyle& style = document.style(marker);
  const std::string text = text_content(document.tree(), marker);
  if (text.empty()) return;
  const Length em = document.style(item).font_size;
  const Length line_baseline = text_baseline(line, baseline_of(document.shaper, style, line.height));
  const bool bullet = is_bullet(text);
  const Length raise =
      bullet && !is_vertical(style) ? scaled(em - style.font_size, ideograph_middle, 1000) : Length{};
  Length width;
  std::vector<Item> items = set_text(document, text, style, {{}, line_baseline - raise}, width);
  const Length x = bullet ? place.x - scaled(em, bullet_distance, 1000) - width / 2
                          : place.x - scaled(em, number_distance, 1000) - width;
  for (Item& each : items) move(each, {x, {}});
  insert_items(line, std::move(items), place.structure);
}

void add_note_marker(LayoutDocument& document, Line& line, const ComputedStyle& style,
                     StructureId structure) {
  const Length baseline = text_baseline(line, baseline_of(document.shaper, style, line.height));
  Length width;
  insert_items(line, set_text(document, note_label(document, style, 1), style, {{}, baseline}, width),
               structure);
}

}  // namespace pubbuild
