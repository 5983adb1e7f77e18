// Footnote numbers as glyphs.
#include "layout/note_labels.h"

#include "layout/paragraph.h"
#include "style/counter_styles.h"
#include "text/column.h"

namespace pubbuild {

NoteId note_called_by(const LayoutDocument& document, NodeId link) {
  const std::string_view href = document.tree().attribute(link, Attr::href);
  if (!href.starts_with('#') || !document.tree().has_class(link, "footnote-ref")) return NoteId::none;
  const auto target = document.by_id.find(href.substr(1));
  if (target == document.by_id.end()) return NoteId::none;
  const auto note = document.note_of_aside.find(target->second);
  return note == document.note_of_aside.end() ? NoteId::none : note->second;
}

const ComputedStyle& call_style(const LayoutDocument& document, NodeId link, NoteId note) {
  const NodeId aside = document.notes[static_cast<size_t>(note)].aside;
  for (const NodeId element : {link, aside}) {
    if (const ComputedStyle* call = document.input.styles.pseudo(element, Pseudo::footnote_call))
      return *call;
  }
  return document.style(link);
}

const ComputedStyle& marker_style(const LayoutDocument& document, NodeId aside) {
  const ComputedStyle* marker = document.input.styles.pseudo(aside, Pseudo::footnote_marker);
  return marker ? *marker : document.style(aside);
}

std::string note_label(const LayoutDocument& document, const ComputedStyle& style, int32_t number) {
  const CounterStyles& styles = document.input.styles.counter_styles();
  if (!style.has_content) return counter_text(number, "decimal", styles);
  std::string label;
  for (const ContentPiece& piece : style.content) {
    if (piece.kind == ContentPiece::Kind::string) label += piece.text;
    if (piece.kind == ContentPiece::Kind::counter)
      label += counter_text(number, piece.style.empty() ? "decimal" : piece.style, styles);
  }
  return label;
}

namespace {

Length length_of(const TextItem& item) {
  Length length;
  for (const Glyph& glyph : item.run.glyphs) length += Length{glyph.advance};
  return length;
}

}  // namespace

void renumber(LayoutDocument& document, TextItem& item, const ComputedStyle& style, int32_t number) {
  const std::string label = note_label(document, style, number);
  if (label == item.run.text) return;
  const bool was_sideways = item.posture == Posture::sideways;
  const Length had = length_of(item);
  Length width;
  std::vector<Item> items = set_text(document, label, style, {}, width);
  if (items.size() != 1 || !std::holds_alternative<TextItem>(items[0])) return;
  auto& made = std::get<TextItem>(items[0]);
  item.origin.x += (had - width) / 2;
  item.origin.y += made.origin.y - (was_sideways ? letters_below_baseline(style) : Length{});
  item.posture = made.posture;
  item.run = std::move(made.run);
}

}  // namespace pubbuild
