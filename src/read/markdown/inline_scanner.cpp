// The text of a leaf block → pieces, from left to right (CommonMark 0.31.2, appendix, phase 2).
#include "read/markdown/inline_scanner.h"

#include <algorithm>
#include <array>
#include <map>

#include "read/markdown/autolinks.h"
#include "read/markdown/entities.h"
#include "read/markdown/html_syntax.h"
#include "read/markdown/mentions.h"

namespace pubbuild::markdown {

namespace {

// Bytes that may begin something; all others are text.
constexpr std::array<bool, 256> special_bytes = [] {
  std::array<bool, 256> special{};
  for (const char c : {'\n', '\\', '`', '*', '_', '~', '[', ']', '!', '^', '<', '&', ':', 'w', '@', '{'}) {
    special[static_cast<unsigned char>(c)] = true;
  }
  return special;
}();

bool is_escapable(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

// The runs of backticks of a text by length: each opening run finds its closing one at once.
class BacktickRuns {
 public:
  explicit BacktickRuns(std::string_view text) : text_(text) {}

  // The first run of just this length at or behind `from`, which never goes back.
  std::optional<uint32_t> next(uint32_t length, uint32_t from) {
    if (!collected_) collect();
    const auto found = places_.find(length);
    if (found == places_.end()) return std::nullopt;
    Places& places = found->second;
    while (places.next < places.all.size() && places.all[places.next] < from) ++places.next;
    return places.next < places.all.size() ? std::optional(places.all[places.next]) : std::nullopt;
  }

 private:
  struct Places {
    std::vector<uint32_t> all;
    size_t next = 0;
  };

  void collect() {
    collected_ = true;
    for (size_t at = text_.find('`'); at != std::string_view::npos; at = text_.find('`', at)) {
      const size_t end = std::min(text_.find_first_not_of('`', at), text_.size());
      places_[static_cast<uint32_t>(end - at)].all.push_back(static_cast<uint32_t>(at));
      at = end;
    }
  }

  std::string_view text_;
  bool collected_ = false;
  std::map<uint32_t, Places> places_;
};

enum class BracketKind : uint8_t { link, image, note };

// A `[`, `![` or `^[` that may still become something.
struct Bracket {
  BracketKind kind = BracketKind::link;
  uint32_t piece = 0;
  uint32_t begin = 0;  // of the mark
  uint32_t text_begin = 0;
  DelimiterId below = no_delimiter;  // what was on top of the delimiter stack before it
  bool holds_bracket = false;        // so its text is no label
};

class InlineScanner {
 public:
  InlineScanner(const Content& content, Reading& reading, Pieces& pieces)
      : content_(content),
        text_(content.text()),
        reading_(reading),
        pieces_(pieces),
        html_(text_),
        backticks_(text_),
        bare_links_(text_) {}
  void scan();

 private:
  bool scan_special();
  bool scan_line_end();
  bool scan_backslash();
  bool scan_code();
  bool scan_run();
  bool scan_script();
  bool scan_reference();
  bool scan_angle();
  bool scan_bare_link();
  bool scan_bang();
  bool scan_caret();
  bool scan_open_bracket();
  bool scan_note_mark();
  bool scan_mention();
  bool scan_close_bracket();
  bool scan_brace();

  void open_bracket(BracketKind kind, uint32_t length);
  bool close_as_span(const Bracket& bracket);
  bool close_as_target(const Bracket& bracket);
  void take_attributes();
  void report_unread_attributes();
  bool take_reference(const Bracket& bracket, LinkTarget& target, uint32_t& end);
  const LinkTarget* look_up(std::string_view label);
  void report_unknown_note(const Bracket& bracket);
  bool fits_one_more_note();
  void close_bracket(const Bracket& bracket, PieceKind open, PieceKind close, uint32_t detail, uint32_t end);
  void pop_bracket();

  // Text up to here becomes a piece; scanning goes on at `end`.
  void flush(uint32_t end);
  void add(PieceKind kind, uint32_t end, uint32_t detail = 0);
  char byte(uint32_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  Span span(uint32_t begin, uint32_t end) const {
    return reading_.span(content_.source_begin(begin), content_.source_end(end));
  }

  const Content& content_;
  std::string_view text_;
  Reading& reading_;
  Pieces& pieces_;
  HtmlScanner html_;
  BacktickRuns backticks_;
  BareLinks bare_links_;
  std::vector<Bracket> brackets_;
  size_t inactive_links_ = 0;  // so many brackets from the bottom stand around a link: no link may hold one
  uint32_t at_ = 0;
  uint32_t text_begin_ = 0;  // of the text that is not yet a piece
};

void InlineScanner::scan() {
  const auto size = static_cast<uint32_t>(text_.size());
  while (at_ < size) {
    while (at_ < size && !special_bytes[static_cast<unsigned char>(text_[at_])]) ++at_;
    if (at_ < size && !scan_special()) ++at_;
  }
  flush(size);
  // Blanks at the end of a block are no text.
  while (!pieces_.pieces.empty() && pieces_.pieces.back().kind == PieceKind::text) {
    Piece& last = pieces_.pieces.back();
    while (last.end > last.begin && (text_[last.end - 1] == ' ' || text_[last.end - 1] == '\t')) --last.end;
    if (last.end > last.begin) break;
    pieces_.pieces.pop_back();
  }
  pieces_.delimiters.pair_above(no_delimiter);
}

bool InlineScanner::scan_special() {
  switch (text_[at_]) {
    case '\n':
      return scan_line_end();
    case '\\':
      return scan_backslash();
    case '`':
      return scan_code();
    case '*':
    case '_':
    case '~':
      return scan_run();
    case '&':
      return scan_reference();
    case '<':
      return scan_angle();
    case '!':
      return scan_bang();
    case '^':
      return scan_caret();
    case '[':
      return scan_open_bracket();
    case ']':
      return scan_close_bracket();
    case '{':
      return scan_brace();
    default:
      return scan_bare_link();
  }
}

void InlineScanner::flush(uint32_t end) {
  if (end > text_begin_) pieces_.pieces.push_back({PieceKind::text, text_begin_, end, 0});
  text_begin_ = end;
}

void InlineScanner::add(PieceKind kind, uint32_t end, uint32_t detail) {
  flush(at_);
  pieces_.pieces.push_back({kind, at_, end, detail});
  at_ = text_begin_ = end;
}

bool InlineScanner::scan_line_end() {
  const uint32_t line_end = at_;
  uint32_t blanks = at_;
  while (blanks > text_begin_ && (text_[blanks - 1] == ' ' || text_[blanks - 1] == '\t')) --blanks;
  const bool hard = line_end - blanks >= 2 && text_[line_end - 1] == ' ' && text_[line_end - 2] == ' ';
  at_ = blanks;
  add(hard ? PieceKind::hard_break : PieceKind::soft_break, line_end + 1);
  return true;
}

bool InlineScanner::scan_backslash() {
  if (byte(at_ + 1) == '\n') {
    add(PieceKind::hard_break, at_ + 2);
    return true;
  }
  if (!is_escapable(byte(at_ + 1))) return false;
  add(PieceKind::escape, at_ + 2);
  return true;
}

bool InlineScanner::scan_code() {
  const auto begin_of_code = static_cast<uint32_t>(std::min(text_.find_first_not_of('`', at_), text_.size()));
  const uint32_t length = begin_of_code - at_;
  const auto close = backticks_.next(length, begin_of_code);
  if (close) {
    add(PieceKind::code, *close + length, length);
    take_attributes();
  } else {
    at_ = begin_of_code;
  }
  return true;
}

bool InlineScanner::scan_run() {
  const auto end = static_cast<uint32_t>(std::min(text_.find_first_not_of(text_[at_], at_), text_.size()));
  const bool is_tilde = text_[at_] == '~';
  if (is_tilde && end - at_ == 1) return scan_script();
  // Three tildes or more are nobody's.
  const DelimiterRun run = is_tilde && end - at_ > 2 ? DelimiterRun{} : delimiter_run(text_, at_, end);
  if (!run.can_open && !run.can_close) {
    at_ = end;
    return true;
  }
  add(PieceKind::run, end, pieces_.delimiters.push(run));
  return true;
}

// One `~` or `^`.
bool InlineScanner::scan_script() {
  const DelimiterRun mark = script_mark(text_, at_);
  if (!mark.can_open && !mark.can_close) return false;
  add(PieceKind::run, at_ + 1, pieces_.delimiters.push(mark));
  return true;
}

bool InlineScanner::scan_reference() {
  CharacterReference reference = character_reference(text_.substr(at_));
  if (reference.length == 0) return false;
  const auto made = static_cast<uint32_t>(pieces_.made.size());
  pieces_.made.push_back(std::move(reference.characters));
  add(PieceKind::reference, at_ + static_cast<uint32_t>(reference.length), made);
  return true;
}

bool InlineScanner::scan_angle() {
  if (auto link = angle_link(text_, at_)) {
    const auto target = static_cast<uint32_t>(pieces_.targets.size());
    pieces_.targets.push_back({std::move(link->destination), {}});
    add(PieceKind::autolink, link->end, target);
    take_attributes();
    return true;
  }
  const auto end = html_.end_of_html(at_);
  if (!end) return false;
  add(PieceKind::html, static_cast<uint32_t>(*end));
  return true;
}

bool InlineScanner::scan_bare_link() {
  const bool in_brackets = !brackets_.empty();
  auto link = text_[at_] == 'w'   ? bare_links_.at_www(at_, in_brackets)
              : text_[at_] == ':' ? bare_links_.at_colon(at_, text_begin_, in_brackets)
                                  : bare_links_.at_sign(at_, text_begin_);
  if (!link) return false;
  at_ = link->begin;
  const auto target = static_cast<uint32_t>(pieces_.targets.size());
  pieces_.targets.push_back({std::move(link->destination), {}});
  add(PieceKind::autolink, link->end, target);
  return true;
}

bool InlineScanner::scan_bang() {
  if (byte(at_ + 1) != '[') return false;
  open_bracket(BracketKind::image, 2);
  return true;
}

bool InlineScanner::scan_caret() {
  if (byte(at_ + 1) != '[') return scan_script();
  open_bracket(BracketKind::note, 2);
  return true;
}

bool InlineScanner::scan_open_bracket() {
  if (!scan_note_mark() && !scan_mention()) open_bracket(BracketKind::link, 1);
  return true;
}

// `[^label]` where the label is defined.
bool InlineScanner::scan_note_mark() {
  if (byte(at_ + 1) != '^') return false;
  const auto label = link_label(text_, at_);
  if (!label || !reading_.labels.find(label->written.substr(1))) return false;
  add(PieceKind::note_mark, static_cast<uint32_t>(label->end));
  return true;
}

// `[@fig:plan]`.
bool InlineScanner::scan_mention() {
  if (byte(at_ + 1) != '@') return false;
  const size_t end = mention_end(text_, at_);
  if (end == 0) return false;
  add(PieceKind::mention, static_cast<uint32_t>(end));
  return true;
}

void InlineScanner::open_bracket(BracketKind kind, uint32_t length) {
  if (!brackets_.empty()) brackets_.back().holds_bracket = true;
  Bracket bracket;
  bracket.kind = kind;
  bracket.begin = at_;
  bracket.text_begin = at_ + length;
  bracket.below = pieces_.delimiters.top();
  add(PieceKind::text, at_ + length);
  bracket.piece = static_cast<uint32_t>(pieces_.pieces.size() - 1);
  brackets_.push_back(bracket);
}

bool InlineScanner::scan_close_bracket() {
  if (brackets_.empty()) return false;
  const Bracket bracket = brackets_.back();
  if (bracket.kind == BracketKind::note && fits_one_more_note()) {
    close_bracket(bracket, PieceKind::note_open, PieceKind::note_close, at_ + 1, at_ + 1);
    return true;
  }
  if (bracket.kind == BracketKind::link && close_as_span(bracket)) return true;
  const bool inactive = bracket.kind == BracketKind::note ||
                        (bracket.kind == BracketKind::link && brackets_.size() <= inactive_links_);
  if (!inactive && close_as_target(bracket)) return true;
  if (!inactive) report_unknown_note(bracket);
  pop_bracket();
  return false;
}

// `](…)`, `][label]`, `][]` and `]`, tried in this order.
bool InlineScanner::close_as_target(const Bracket& bracket) {
  LinkTarget target;
  uint32_t end = at_ + 1;
  auto inline_form = byte(end) == '(' ? inline_target(text_, end) : std::nullopt;
  if (inline_form) {
    target = std::move(inline_form->target);
    end = static_cast<uint32_t>(inline_form->end);
  } else if (!take_reference(bracket, target, end)) {
    return false;
  }
  const auto detail = static_cast<uint32_t>(pieces_.targets.size());
  pieces_.targets.push_back(std::move(target));
  const bool image = bracket.kind == BracketKind::image;
  close_bracket(bracket, image ? PieceKind::image_open : PieceKind::link_open,
                image ? PieceKind::image_close : PieceKind::link_close, detail, end);
  if (!image) inactive_links_ = brackets_.size();
  take_attributes();
  return true;
}

// `]{…}`.
bool InlineScanner::close_as_span(const Bracket& bracket) {
  if (byte(at_ + 1) != '{') return false;
  if (!attribute_list(text_, at_ + 1)) {
    report_unread_attributes();
    return false;
  }
  close_bracket(bracket, PieceKind::span_open, PieceKind::span_close, 0, at_ + 1);
  take_attributes();
  return true;
}

// Attributes that follow what was just read at once.
void InlineScanner::take_attributes() {
  if (byte(at_) != '{') return;
  auto list = attribute_list(text_, at_);
  if (!list) return;
  const auto detail = static_cast<uint32_t>(pieces_.attributes.size());
  const auto end = static_cast<uint32_t>(list->end);
  pieces_.attributes.push_back(std::move(*list));
  add(PieceKind::attributes, end, detail);
}

void InlineScanner::report_unread_attributes() {
  if (!looks_like_attributes(text_, at_ + 1)) return;
  reading_.diagnostics.warning("attribute-form", span(at_ + 1, at_ + 2),
                               "what begins here is no list of attributes and is read as text",
                               "write {.class #id key=\"value\"}, and close it");
}

bool InlineScanner::scan_brace() {
  auto found = ruby(text_, at_);
  if (!found) return false;
  const auto detail = static_cast<uint32_t>(pieces_.rubies.size());
  const auto end = static_cast<uint32_t>(found->end);
  pieces_.rubies.push_back(std::move(*found));
  add(PieceKind::ruby, end, detail);
  return true;
}

bool InlineScanner::take_reference(const Bracket& bracket, LinkTarget& target, uint32_t& end) {
  if (reading_.references.empty()) return false;
  const auto label = link_label(text_, end);
  const bool collapsed = !label && byte(end) == '[' && byte(end + 1) == ']';
  std::string_view written;
  if (label) {
    written = label->written;
  } else if (!bracket.holds_bracket) {
    written = text_.substr(bracket.text_begin, at_ - bracket.text_begin);
  }
  const LinkTarget* found = look_up(written);
  if (found == nullptr) return false;
  target = *found;
  end = label ? static_cast<uint32_t>(label->end) : collapsed ? end + 2 : end;
  return true;
}

// Each use of a definition copies its target: beyond the limit labels are not looked up any more.
const LinkTarget* InlineScanner::look_up(std::string_view label) {
  constexpr size_t max_label_bytes = 4 * 999;
  if (label.empty() || label.size() > max_label_bytes) return nullptr;
  const LinkTarget* found = reading_.references.find(label);
  if (found == nullptr) return nullptr;
  if (found->size() <= reading_.expansion_left) {
    reading_.expansion_left -= found->size();
    return found;
  }
  if (!reading_.expansion_reported) {
    reading_.diagnostics.warning(
        "link-expansion", span(at_, at_ + 1),
        "links by reference are text from here on: their targets are longer than the article");
  }
  reading_.expansion_reported = true;
  return nullptr;
}

bool InlineScanner::fits_one_more_note() {
  if (reading_.inline_notes_found < max_inline_notes) {
    ++reading_.inline_notes_found;
    return true;
  }
  if (!reading_.notes_reported) {
    reading_.diagnostics.warning("note-limit", span(at_, at_ + 1),
                                 "more than 20,000 inline notes in an article are text from here on");
  }
  reading_.notes_reported = true;
  return false;
}

void InlineScanner::report_unknown_note(const Bracket& bracket) {
  if (bracket.kind != BracketKind::link || byte(bracket.text_begin) != '^' || bracket.holds_bracket) return;
  const std::string_view label = text_.substr(bracket.text_begin + 1, at_ - bracket.text_begin - 1);
  if (label.empty() || label.find_first_of(" \t\n") != std::string_view::npos) return;
  reading_.diagnostics.warning("note-undefined", span(bracket.begin, at_ + 1),
                               "no footnote is called '" + std::string(label) + "'",
                               "define it on a line of its own: [^" + std::string(label) + "]: …");
}

void InlineScanner::close_bracket(const Bracket& bracket, PieceKind open, PieceKind close, uint32_t detail,
                                  uint32_t end) {
  flush(at_);
  pieces_.delimiters.pair_above(bracket.below);
  pieces_.pieces[bracket.piece].kind = open;
  pieces_.pieces[bracket.piece].detail = detail;
  add(close, end, detail);
  pop_bracket();
}

void InlineScanner::pop_bracket() {
  brackets_.pop_back();
  inactive_links_ = std::min(inactive_links_, brackets_.size());
}

}  // namespace

void scan_inlines(const Content& content, Reading& reading, Pieces& pieces) {
  pieces.clear();
  InlineScanner(content, reading, pieces).scan();
}

}  // namespace pubbuild::markdown
