// Cuts the galley into pages.
#include "layout/pagination.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "layout/block_flow.h"
#include "layout/galley_cut.h"
#include "layout/note_labels.h"
#include "layout/page_fill.h"
#include "layout/paragraph.h"

namespace pubbuild {

namespace {

// More pages than this are taken for a mistake; a PDF reader would not open them either.
constexpr size_t max_pages = 100000;
// A page that a kept-together block would leave emptier than this is filled by parting the block.
constexpr int64_t least_fill_percent = 40;
// The rule above the notes keeps at least this part of a grid step from the text.
constexpr int64_t least_white_above_rule = 4;
// Of a note that goes on on the next page, this much stays with its call.
constexpr size_t least_note_lines = 2;

// Where a page ends: before galley item `end`; the next begins at `next`.
struct PageEnd {
  size_t end = 0;
  size_t next = 0;
};

bool is_side(Break kind) {
  return kind == Break::left || kind == Break::right || kind == Break::recto || kind == Break::verso;
}

Length height_of_lines(const Galley& galley, size_t count) {
  Length height;
  for (const GalleyItem& item : galley) {
    const auto* line = std::get_if<Line>(&item);
    if (line && count-- == 0) break;
    height += height_of(item);
  }
  return height;
}

void collect_calls(const Line& line, std::vector<NoteId>& notes) {
  for (const NoteCall& call : line.notes) notes.push_back(call.note);
}

void collect_calls(const Row& row, std::vector<NoteId>& notes) {
  for (const Cell& cell : row.cells) {
    for (size_t n = cell.begin; n < cell.content.size(); ++n) {
      const GalleyItem& item = cell.content[n];
      if (const auto* line = std::get_if<Line>(&item)) collect_calls(*line, notes);
      if (const auto* inner = std::get_if<Row>(&item)) collect_calls(*inner, notes);
    }
  }
}

class Paginator {
 public:
  Paginator(LayoutDocument& document, Galley galley, PageTypes& types, PageProgression progression)
      : document_(document), galley_(std::move(galley)), types_(types), progression_(progression) {}

  std::vector<PageBody> run() {
    turn_page();
    while (at_ < galley_.size() || !carried_.empty()) {
      if (pages_.size() >= max_pages) {
        document_.diagnostics.error("too-many-pages", {}, "the publication has more than 100,000 pages");
        break;
      }
      begin_page();
      const PageEnd end = fit();
      fill_page(end);
      at_ = end.next;
      turn_page();
    }
    return std::move(pages_);
  }

 private:
  // Pages of one name that follow each other, so far.
  struct PageRun {
    std::string name;
    int32_t pages = 0;
  };
  struct Candidate {
    PageEnd end;
    BreakCost cost = BreakCost::avoided;
    Length y;
  };

  const PageFrame& frame() const { return type_->frame; }
  const FootnoteArea& footnotes() const { return type_->footnotes; }
  Length page_height() const { return frame().area.height; }

  // Before the page after the last one: what vanishes at the top of a page is not worth one of its own, what
  // is asked of the page is done. Of breaks that meet, the last that asks for a side has it (CSS
  // Fragmentation 3 §3.1).
  void turn_page() {
    const PageRun before = run_;
    Break side = Break::auto_;
    bool is_forced = pages_.empty();
    for (; at_ < galley_.size(); ++at_) {
      const GalleyItem& item = galley_[at_];
      if (const auto* forced = std::get_if<ForcedBreak>(&item)) {
        if (is_side(forced->kind)) side = forced->kind;
        is_forced = true;
      } else if (const auto* named = std::get_if<NamedPage>(&item)) {
        begin_run(*named, is_forced ? RunStart::forced : RunStart::by_name);
      } else if (!std::holds_alternative<Opportunity>(item) && !std::holds_alternative<Space>(item)) {
        break;
      }
    }
    if (is_side(side) && at_ < galley_.size()) turn_to(side, before);
  }

  // A run of pages begins with another name or, where a break is forced, with a block that names its pages
  // itself (CSS GCPM 3 §4.1).
  enum class RunStart : uint8_t { by_name, forced };
  void begin_run(const NamedPage& named, RunStart start) {
    if (start == RunStart::forced || named.name != run_.name) run_ = {named.name, 0};
    for (size_t n = 0; n < std::min(boxes_.size(), named.boxes.size()); ++n) {
      boxes_[n].box.x = named.boxes[n].x;
      boxes_[n].box.width = named.boxes[n].width;
    }
  }

  bool is_recto(size_t page) const { return (page % 2 == 0) == first_is_recto_; }
  bool is_right(size_t page) const { return is_recto(page) == (progression_ == PageProgression::rightwards); }

  bool wants_recto(Break side) const {
    if (side == Break::recto || side == Break::verso) return side == Break::recto;
    return (side == Break::right) == (progression_ == PageProgression::rightwards);
  }

  void turn_to(Break side, const PageRun& before) {
    if (wants_recto(side) == is_recto(pages_.size())) return;
    if (pages_.empty()) {
      first_is_recto_ = !first_is_recto_;
      return;
    }
    PageBody blank;
    blank.situation = situation(before);
    blank.situation.blank = true;
    blank.type = &types_.of(blank.situation);
    pages_.push_back(std::move(blank));
    if (run_.name == before.name && run_.pages > 0) ++run_.pages;
  }

  PageSituation situation(const PageRun& run) const {
    const size_t page = pages_.size();
    return {page == 0, is_right(page), false, run.name, static_cast<int32_t>(page + 1), run.pages + 1};
  }

  void begin_page() { type_ = &types_.of(situation(run_)); }

  // The height that notes take, with the rule above them.
  Length note_area(Length notes) const {
    if (notes <= Length{}) return {};
    const Length height =
        notes + footnotes().gap + footnotes().rule.width + footnotes().step / least_white_above_rule;
    const int64_t steps = (height.milli + footnotes().step.milli - 1) / footnotes().step.milli;
    return footnotes().step * steps;
  }

  Length carried_height() const { return height_up_to(carried_, carried_begin_, page_height()); }

  PageFill begin_fill() const {
    PageFill fill(steps_);
    for (const OpenBox& box : boxes_) {
      if (box.box.decoration == Decoration::clone) fill.take(box.box.lead);
    }
    for (const Row& row : header_) fill.take(row.height);
    return fill;
  }

  // How far the galley goes on this page.
  PageEnd fit() {
    PageFill fill = begin_fill();
    Length notes = carried_height();
    std::vector<Candidate> candidates;
    for (size_t n = at_; n < galley_.size(); ++n) {
      const GalleyItem& item = galley_[n];
      if (const auto* opportunity = std::get_if<Opportunity>(&item)) {
        if (!fill.is_empty()) candidates.push_back({{n, n + 1}, opportunity->cost, fill.y()});
      } else if (std::holds_alternative<ForcedBreak>(item)) {
        if (!fill.is_empty()) return {n, n};
      } else if (const auto* named = std::get_if<NamedPage>(&item)) {
        if (named->name == run_.name) continue;
        if (!fill.is_empty()) return {n, n};
        begin_run(*named, RunStart::by_name);
        begin_page();
      } else if (!fill.add_white(item) && !fits(item, fill, notes)) {
        if (fill.is_empty()) return squeeze_in(n, page_height() - begin_fill().y());
        return candidates.empty() && is_too_high(item) ? squeeze_in(n, page_height() - fill.y())
                                                       : best(candidates, n);
      }
    }
    return {galley_.size(), galley_.size()};
  }

  // Adds an item with ink if the page has room for it and for the notes it calls.
  bool fits(const GalleyItem& item, PageFill& fill, Length& notes) {
    const Length height = height_of(item);
    std::vector<NoteId> calls;
    if (const auto* line = std::get_if<Line>(&item)) collect_calls(*line, calls);
    if (const auto* row = std::get_if<Row>(&item)) collect_calls(*row, calls);
    Length whole = notes;
    Length least = notes;
    for (const NoteId call : calls) {
      const Note& note = document_.notes[static_cast<size_t>(call)];
      least = whole + height_of_lines(note.body, least_note_lines);
      whole += note.height;
    }
    const bool has_ink = std::holds_alternative<Line>(item) || std::holds_alternative<Row>(item);
    const Length room = page_height() - note_area(calls.empty() ? notes : least);
    if (fill.y() + height > room && height > Length{}) return false;
    if (has_ink || height > Length{}) fill.add_content(height);
    notes = whole;
    return true;
  }

  // A row that no page has room for is parted where it begins, with the edge of its table above it.
  bool is_too_high(const GalleyItem& item) const {
    const auto* row = std::get_if<Row>(&item);
    return row && row->height > page_height() && carried_.empty();
  }

  // The first item is too large for any page, or notes carried over leave no room for it.
  PageEnd squeeze_in(size_t n, Length room) {
    if (!carried_.empty()) return {at_, at_};
    auto* row = std::get_if<Row>(&galley_[n]);
    if (!row || row->height <= room) return {n + 1, n + 1};
    torn_ = take_row(*row, room, page_height());
    return {n, n};
  }

  PageEnd best(const std::vector<Candidate>& candidates, size_t overflow) {
    const Candidate* chosen = nullptr;
    const Length least = scaled(page_height(), least_fill_percent, 100);
    for (const Candidate& candidate : candidates) {
      if (!chosen || rank(candidate, least) <= rank(*chosen, least)) chosen = &candidate;
    }
    return chosen ? chosen->end : PageEnd{overflow, overflow};
  }

  static int rank(const Candidate& candidate, Length least) {
    return static_cast<int>(candidate.cost) + (candidate.y < least ? 10 : 0);
  }

  void fill_page(const PageEnd& end) {
    PageCanvas canvas(frame(), std::move(boxes_));
    PageFill fill = begin_fill();
    boxes_.clear();
    for (const Row& row : header_) canvas.place(row);
    for (size_t n = at_; n < end.end; ++n) place(galley_[n], fill, canvas);
    if (torn_) canvas.place(*std::exchange(torn_, std::nullopt));
    boxes_ = canvas.finish_boxes();
    steps_ = fill.steps();
    for (OpenStep& step : steps_) step.was_broken = true;
    place_notes(canvas);
    PageBody page;
    page.type = type_;
    page.situation = situation(run_);
    page.marks = canvas.marks();
    page.strings = canvas.strings();
    page.strings_at_start = canvas.strings_at_start();
    page.counters = canvas.counters();
    page.first = canvas.first();
    page.items = canvas.take_items();
    pages_.push_back(std::move(page));
    ++run_.pages;
  }

  void place(GalleyItem& item, PageFill& fill, PageCanvas& canvas) {
    if (fill.add_white(item)) {
      canvas.move_to(fill.y());
    } else if (auto* line = std::get_if<Line>(&item)) {
      fill.add_content(line->height);
      canvas.place(std::move(*line));
    } else if (const auto* row = std::get_if<Row>(&item)) {
      fill.add_content(row->height);
      canvas.place(*row);
    } else if (const auto* box = std::get_if<BoxOpen>(&item)) {
      if (box->lead > Length{}) fill.add_content(box->lead);
      canvas.open(*box);
    } else if (const auto* end = std::get_if<BoxClose>(&item)) {
      if (end->trail > Length{}) fill.add_content(end->trail);
      canvas.close(end->trail);
    } else if (auto* table = std::get_if<TableOpen>(&item)) {
      header_ = std::move(table->header);
    } else if (std::holds_alternative<TableClose>(item)) {
      header_.clear();
    }
  }

  // Notes stand at the foot of the page area. What does not fit of the last one goes on at the foot of the
  // next page.
  void place_notes(PageCanvas& canvas) {
    std::vector<std::pair<size_t, NoteId>> begins;  // galley place → note
    const std::vector<NoteCall> calls = canvas.calls();
    for (const NoteCall& call : calls) {
      Galley& body = document_.notes[static_cast<size_t>(call.note)].body;
      if (body.empty()) continue;  // called before: it stands there already
      begins.emplace_back(carried_.size() - carried_begin_, call.note);
      std::move(body.begin(), body.end(), std::back_inserter(carried_));
      body.clear();
    }
    if (carried_.empty()) return;
    const Length room = page_height() - canvas.y() - footnotes().gap - footnotes().rule.width;
    Galley placed = take_lines(carried_, carried_begin_, room);
    if (carried_begin_ == carried_.size()) {
      carried_.clear();
      carried_begin_ = 0;
    }
    draw_notes(canvas, placed, begins);
    number_notes(canvas, calls);
  }

  void draw_notes(PageCanvas& canvas, Galley& notes, const std::vector<std::pair<size_t, NoteId>>& begins) {
    const Length top = page_height() - galley_height(notes);
    if (footnotes().rule.width > Length{}) {
      const Length y = top - footnotes().gap - footnotes().rule.width / 2;
      canvas.add(StrokeItem{
          {{}, y}, {footnotes().rule_length, y}, footnotes().rule.width, ink_of(footnotes().rule.color)});
    }
    canvas.move_to(top);
    labels_.clear();
    size_t begin = 0;
    PageFill fill({});
    fill.add_content(top);
    for (size_t n = 0; n < notes.size(); ++n) {
      const bool starts = begin < begins.size() && begins[begin].first == n;
      if (starts && std::holds_alternative<Line>(notes[n])) add_label(begins[begin].second, canvas);
      if (starts) ++begin;
      place(notes[n], fill, canvas);
    }
  }

  void add_label(NoteId note, const PageCanvas& canvas) {
    const NodeId aside = document_.notes[static_cast<size_t>(note)].aside;
    labels_.push_back({note, canvas.next_item(), &marker_style(document_, aside)});
  }

  // Numbers begin anew on each page (CLREQ N1): calls and labels were set with the first number.
  void number_notes(PageCanvas& canvas, const std::vector<NoteCall>& calls) {
    std::map<NoteId, int32_t> numbers;
    for (const NoteCall& call : calls) {
      numbers.try_emplace(call.note, static_cast<int32_t>(numbers.size()) + 1);
      set_number(canvas, call, numbers.at(call.note));
    }
    for (const NoteCall& label : labels_) set_number(canvas, label, numbers[label.note]);
  }

  void set_number(PageCanvas& canvas, const NoteCall& place, int32_t number) {
    auto* text = std::get_if<TextItem>(&canvas.item(place.item));
    if (text) renumber(document_, *text, *place.style, number);
  }

  LayoutDocument& document_;
  Galley galley_;
  PageTypes& types_;
  const PageProgression progression_;
  std::vector<PageBody> pages_;
  PageRun run_;
  bool first_is_recto_ = true;
  const PageType* type_ = nullptr;  // of the page that is filled
  size_t at_ = 0;
  std::vector<OpenBox> boxes_;
  std::vector<OpenStep> steps_;
  std::vector<Row> header_;
  std::optional<Row> torn_;  // what this page takes of a row higher than a page
  Galley carried_;           // notes that go on on the next page
  size_t carried_begin_ = 0;
  std::vector<NoteCall> labels_;
};

}  // namespace

std::vector<PageBody> paginate(LayoutDocument& document, Galley galley, PageTypes& types,
                               PageProgression progression) {
  return Paginator(document, std::move(galley), types, progression).run();
}

}  // namespace pubbuild
