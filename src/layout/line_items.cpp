// Draws a line: neighbouring clusters of one face and style become one glyph run.
#include "layout/line_items.h"

#include <algorithm>

#include "layout/emphasis_marks.h"
#include "layout/leader_items.h"
#include "layout/line_reach.h"
#include "layout/picture_items.h"
#include "page/move.h"
#include "text/column.h"

namespace pubbuild {

namespace {

// A PDF has it once a line.
constexpr size_t longest_description = 8000;

class LineDrawing {
 public:
  LineDrawing(LayoutDocument& document, const InlineContent& content, const LinePlaces& places,
              LineProgress& progress, Line& line)
      : document_(document),
        content_(content),
        places_(places),
        boxes_(document.shaper, content, places, progress.boxes),
        next_object_(progress.next_object),
        ruby_(progress.ruby),
        note_(progress.note),
        line_(line) {}

  void run() {
    boxes_.draw_under(line_.items);
    for (size_t n = 0; n < count();) {
      const size_t end = end_of_segment(n);
      draw_segment(n, end);
      n = end;
    }
    if (count() > 0 && cluster(count() - 1).is_hyphenated) draw_hyphen(count() - 1);
    boxes_.draw_over(line_.items);
    append_emphasis_marks(document_, content_, places_, line_.items);
  }

 private:
  size_t count() const { return places_.count(); }
  const Cluster& cluster(size_t n) const { return places_.cluster(n); }
  const StyleRun& run_of(size_t n) const { return content_.text.runs[cluster(n).run]; }
  const InlineSource& source_of(size_t n) const { return content_.sources[run_of(n).source]; }
  Length pen(size_t n) const { return places_.pen(n); }
  const LineOrigin& origin() const { return places_.origin(); }
  Length baseline_at(size_t n) const {
    const StyleRun& run = run_of(n);
    if (run.edge == LineEdge::none) return origin().baseline - run.raise - places_.rise(n);
    const LineReach own = cluster(n).is_object ? object_reach() : text_reach(document_.shaper, *run.style);
    return run.edge == LineEdge::top ? own.above : line_.height - own.below;
  }
  // Where letters stand that do not stand upright.
  Length letters_at(size_t n) const { return baseline_at(n) + letters_below_baseline(*run_of(n).style); }
  LineReach object_reach() const {
    const InlineObject& object = content_.text.objects[next_object_];
    return {object.ascent, object.descent};
  }

  // Clusters of one style run: what is decorated, linked and structured alike.
  size_t end_of_segment(size_t begin) const {
    size_t end = begin + 1;
    while (end < count() && cluster(end).run == cluster(begin).run && !places_.begins_note_line(end)) ++end;
    return end;
  }

  void draw_segment(size_t begin, size_t end) {
    const InlineSource& source = source_of(begin);
    const ComputedStyle& style = *run_of(begin).style;
    const StructureId structure =
        style.warichu == Warichu::none ? structure_of(source) : note_structure(run_of(begin));
    const size_t first_item = line_.items.size();
    for (size_t n = begin; n < end;) n = draw_from(n, end, style, structure);
    if (source.note != NoteId::none && line_.items.size() > first_item) {
      line_.notes.push_back({source.note, first_item, &style});
    }
    if (source.link != NodeId::none) add_link(source.link, begin, end, structure);
  }

  StructureId structure_of(const InlineSource& source) {
    const StructureId around = structure_around(source);
    if (source.ruby == no_ruby || !content_.ruby) return around;
    return ruby_.base(document_, *content_.ruby, source.ruby, around);
  }

  // A note in the line is one element, over all its styles and lines (ISO 32000-1 §14.8.4.4.2).
  StructureId note_structure(const StyleRun& run) {
    const StructureId around = structure_of(content_.sources[run.source]);
    if (around == StructureId::artifact) return around;
    if (note_.text == StructureId::artifact || (run.begin != note_.end && run.end != note_.end)) {
      const StructureId note = document_.structure.add(Role::warichu, around);
      note_.text = document_.structure.add(Role::warichu_text, note);
    }
    note_.end = run.end;
    return note_.text;
  }

  StructureId structure_around(const InlineSource& source) {
    if (origin().structure == StructureId::artifact) return StructureId::artifact;
    if (source.note != NoteId::none) return document_.structure.add(Role::reference, origin().structure);
    if (source.link != NodeId::none) return link_structure(source.link);
    return origin().structure;
  }

  // A link that goes on in the same line is one element.
  StructureId link_structure(NodeId link) {
    if (last_link_ != link) {
      last_link_ = link;
      last_link_structure_ = document_.structure.add(Role::link, origin().structure);
    }
    return last_link_structure_;
  }

  // Draws the longest stretch from `n` on that is one item; gives back where it ends.
  size_t draw_from(size_t n, size_t end, const ComputedStyle& style, StructureId structure) {
    const Cluster& first = cluster(n);
    if (first.is_object) {
      draw_object(n, structure);
      return n + 1;
    }
    if (content_.text.text[first.begin] == '\n') return n + 1;
    const bool is_turned = first.bidi_level % 2 == 1;
    if (first.font == FontId::none) return draw_missing(n, is_turned ? n + 1 : end, style, structure);
    if (first.character_class == CharacterClass::dash && first.glyph_count == 2) {
      draw_two_em_dash(n, style, structure);
      return n + 1;
    }
    size_t stop = n + 1;
    while (stop < end && continues_run(cluster(stop), first)) ++stop;
    if (!is_turned) {
      line_.items.push_back(text_item(n, stop, style, structure));
    } else {
      // From left to right, as programs that copy text expect it.
      for (size_t k = stop; k-- > n;) line_.items.push_back(text_item(k, k + 1, style, structure));
    }
    return stop;
  }

  static bool continues_run(const Cluster& cluster, const Cluster& first) {
    const bool is_dash = cluster.character_class == CharacterClass::dash && cluster.glyph_count == 2;
    const bool is_alike = cluster.font == first.font && cluster.size == first.size &&
                          cluster.posture == first.posture && cluster.posture != Posture::combined &&
                          cluster.bidi_level == first.bidi_level;
    return is_alike && !cluster.is_object && !is_dash;
  }

  TextItem text_item(size_t begin, size_t end, const ComputedStyle& style, StructureId structure) {
    TextItem item;
    item.posture = cluster(begin).posture;
    item.origin = {pen(begin), item.posture == Posture::sideways ? letters_at(begin) : baseline_at(begin)};
    item.structure = structure;
    item.position = origin_of(content_, cluster(begin).begin);
    item.run.font = cluster(begin).font;
    item.run.size = Length{cluster(begin).size};
    item.run.ink = ink_of(style.color);
    const uint32_t text_begin = cluster(begin).begin;
    item.run.text = places_.text(begin, end);
    for (size_t n = begin; n < end; ++n) append_glyphs(n, cluster(n).begin - text_begin, item.run.glyphs);
    // Up to where the next glyph is drawn, so that who copies the text sees no gap.
    const bool goes_on = end < count() && !places_.begins_note_line(end);
    if (goes_on && !item.run.glyphs.empty())
      item.run.glyphs.back().advance += std::max(places_.shift(end), 0);
    return item;
  }

  // It stands for the soft hyphen when copied.
  void draw_hyphen(size_t n) {
    const ComputedStyle& style = *run_of(n).style;
    Length width;
    for (Item& item : set_text(document_, document_.shaper.hyphen(style), style,
                               {places_.end_of(n), baseline_at(n)}, width)) {
      if (auto* text = std::get_if<TextItem>(&item)) {
        text->actual_text = "\u00AD";
        text->structure = structure_of(source_of(n));
      }
      line_.items.push_back(std::move(item));
    }
  }

  // The cluster's advance as set goes to its last glyph; what was cut off at its left moves the glyphs.
  void append_glyphs(size_t n, uint32_t byte, std::vector<Glyph>& glyphs) const {
    const Cluster& at = cluster(n);
    // A negative margin pulls what follows nearer; the glyph stays as wide as it is.
    int32_t rest = places_.advance(n) - std::min(at.padding, 0);
    const int32_t shift = places_.shift(n);
    for (size_t k = 0; k < at.glyph_count; ++k) {
      const ShapedGlyph& shaped = places_.glyph(at.first_glyph + k);
      const int32_t advance = k + 1 == at.glyph_count ? rest : shaped.advance;
      glyphs.push_back({shaped.id, advance, shaped.x_offset + shift, shaped.y_offset, byte});
      rest -= advance;
    }
  }

  // CLREQ U1: one line of two ems, at the height and weight of the face's own dash; the glyphs carry the text
  // only.
  void draw_two_em_dash(size_t n, const ComputedStyle& style, StructureId structure) {
    TextItem text = text_item(n, n + 1, style, structure);
    text.run.glyphs.resize(2);
    for (Glyph& glyph : text.run.glyphs) {
      glyph.cluster = &glyph == &text.run.glyphs[0] ? 0 : 3;
      glyph.advance = cluster(n).em;
    }
    text.invisible = true;
    const Face& face = document_.shaper.fonts().face(text.run.font);
    hb_glyph_extents_t ink{};
    hb_font_get_glyph_extents(face.hb_font(), text.run.glyphs[0].id, &ink);
    const int32_t weight = std::min(-ink.height, ink.width);
    const Length thickness = max(millipoints(face.at_size(weight, style.font_size)), millipoints(200));
    const bool is_upright = text.posture == Posture::upright;
    const Length middle =
        is_upright ? Length{} : millipoints(face.at_size(ink.y_bearing + ink.height / 2, style.font_size));
    const Length inset = style.font_size / 20;
    const Length y = text.origin.y - middle;
    const StrokeItem stroke{{pen(n) + inset, y},
                            {pen(n) + Length{cluster(n).em * 2} - inset, y},
                            thickness,
                            text.run.ink,
                            StrokeStyle::solid};
    line_.items.push_back(std::move(text));
    line_.items.push_back(stroke);
  }

  // A box for each character that no face has; blanks carry the characters for copying. Gives back where they
  // end.
  size_t draw_missing(size_t begin, size_t end, const ComputedStyle& style, StructureId structure) {
    const Length em = style.font_size;
    size_t stop = begin;
    for (; stop < end && is_missing(cluster(stop)); ++stop) {
      const Length width = Length{cluster(stop).advance} - em / 10;
      line_.items.push_back(FrameItem{{pen(stop) + em / 20, letters_at(stop) - em * 3 / 4, width, em * 4 / 5},
                                      max(em / 30, millipoints(200)),
                                      ink_of(style.color)});
    }
    carry_missing(begin, stop, style, structure);
    return stop;
  }

  bool is_missing(const Cluster& cluster) const {
    return cluster.font == FontId::none && !cluster.is_object && content_.text.text[cluster.begin] != '\n';
  }

  void carry_missing(size_t begin, size_t end, const ComputedStyle& style, StructureId structure) {
    const ChosenFace blank = document_.shaper.choose(document_.shaper.chain(style), U' ');
    if (blank.font == FontId::none) return;
    const uint32_t glyph = document_.shaper.fonts().face(blank.font).glyph(U' ');
    TextItem carrier;
    carrier.posture = is_vertical(style) ? Posture::sideways : Posture::level;
    carrier.origin = {pen(begin), letters_at(begin)};
    carrier.run.font = blank.font;
    carrier.run.size = style.font_size;
    for (size_t n = begin; n < end; ++n) {
      carrier.run.glyphs.push_back(
          {glyph, places_.advance(n), 0, 0, static_cast<uint32_t>(carrier.run.text.size())});
      carrier.run.text += ' ';
    }
    carrier.actual_text = places_.text(begin, end);
    carrier.invisible = true;
    carrier.structure = structure;
    carrier.position = origin_of(content_, cluster(begin).begin);
    line_.items.push_back(std::move(carrier));
  }

  void draw_object(size_t n, StructureId structure);
  void draw_block(const ObjectContent& block, Point at);

  // Pieces of a link side by side are one place to click on.
  void add_link(NodeId link, size_t begin, size_t end, StructureId structure) {
    const LineStretch along =
        places_.is_reordered() ? places_.stretch(begin, end) : LineStretch{pen(begin), pen(end)};
    if (link == linked_ && linked_item_ < line_.items.size()) {
      Rect& area = std::get<LinkItem>(line_.items[linked_item_]).area;
      const Length stop = max(area.x + area.width, along.stop);
      area.x = min(area.x, along.start);
      area.width = stop - area.x;
      return;
    }
    const Tree& tree = document_.tree();
    const std::string_view href = tree.attribute(link, Attr::href);
    LinkItem item;
    const Length em = run_of(begin).style->font_size;
    item.area = {along.start, letters_at(begin) - em, along.stop - along.start, em * 5 / 4};
    item.structure = structure;
    const std::string_view title = tree.attribute(link, Attr::title);
    item.description = title.empty() || title.size() > longest_description ? href : title;
    if (href.starts_with("#")) {
      const auto target = document_.by_id.find(href.substr(1));
      if (target == document_.by_id.end()) return;
      const auto known = document_.destinations.find(target->second);
      if (known == document_.destinations.end()) return;
      item.destination = known->second;
    } else {
      item.uri = href;
    }
    linked_ = link;
    linked_item_ = line_.items.size();
    line_.items.push_back(std::move(item));
  }

  LayoutDocument& document_;
  const InlineContent& content_;
  const LinePlaces& places_;
  const LineBoxes boxes_;
  size_t& next_object_;
  RubyStructure& ruby_;
  LineNote& note_;
  Line& line_;
  NodeId linked_ = NodeId::none;  // the link that the last area belongs to, and its place in the line's items
  size_t linked_item_ = 0;
  NodeId last_link_ = NodeId::none;
  StructureId last_link_structure_ = StructureId::artifact;
};

void LineDrawing::draw_object(size_t n, StructureId structure) {
  const Point at{pen(n) + Length{places_.shift(n)}, baseline_at(n)};
  const ObjectContent& content = content_.objects[next_object_];
  ++next_object_;
  draw_block(content, at);
  if (!content.leader.empty()) {
    // Its advance has the edges of boxes that begin or end with it.
    const Length trail = Length{cluster(n).padding - places_.shift(n)};
    append_leader(document_, content.leader, *run_of(n).style,
                  {at.x, pen(n) + Length{places_.advance(n)} - trail, places_.stop(), at.y}, line_.items);
  }
  if (content.picture == NodeId::none) return;
  const Rect& area = content.picture_area;
  append_picture(document_, content.picture, {at.x + area.x, at.y + area.y, area.width, area.height},
                 structure, line_.items);
}

void LineDrawing::draw_block(const ObjectContent& block, Point at) {
  for (const NoteCall& call : block.notes)
    line_.notes.push_back({call.note, line_.items.size() + call.item, call.style});
  line_.marks.destinations.insert(line_.marks.destinations.end(), block.marks.destinations.begin(),
                                  block.marks.destinations.end());
  line_.marks.strings.insert(line_.marks.strings.end(), block.marks.strings.begin(),
                             block.marks.strings.end());
  line_.marks.counters.insert(line_.marks.counters.end(), block.marks.counters.begin(),
                              block.marks.counters.end());
  for (Item item : block.items) {
    move(item, at);
    line_.items.push_back(std::move(item));
  }
}

}  // namespace

void append_line_items(LayoutDocument& document, const InlineContent& content, const LinePlaces& places,
                       LineProgress& progress, Line& line) {
  LineDrawing(document, content, places, progress, line).run();
}

}  // namespace pubbuild
