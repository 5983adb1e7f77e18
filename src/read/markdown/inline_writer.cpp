// Pieces of inline text → nodes of the tree.
#include "read/markdown/inline_writer.h"

#include <map>

#include "base/utf8.h"
#include "read/cjk.h"
#include "read/markdown/html_syntax.h"
#include "read/markdown/line_joins.h"
#include "read/markdown/mentions.h"
#include "read/markdown/notes.h"
#include "read/markdown/open_elements.h"
#include "read/markdown/ruby_writer.h"

namespace pubbuild::markdown {

namespace {

class InlineWriter {
 public:
  InlineWriter(const Content& content, const Pieces& pieces, Reading& reading, NodeId parent)
      : content_(content),
        text_(content.text()),
        pieces_(pieces),
        reading_(reading),
        elements_(reading, parent) {}
  void write();
  // The pieces from `first` to before `last`.
  void write(size_t first, size_t last);

 private:
  void look_ahead_of_breaks();
  void write_piece(uint32_t index);
  void write_run(const Piece& piece);
  void write_code(const Piece& piece);
  void write_soft_break(uint32_t index);
  void write_hard_break(const Piece& piece);
  void open_link(const Piece& piece);
  void open_span(const Piece& piece);
  void write_attributes(const Piece& piece);
  void write_ruby(const Piece& piece);
  void write_autolink(const Piece& piece);
  void open_image(const Piece& piece);
  void close_image(const Piece& piece);
  void open_note(const Piece& piece);
  void write_note_mark(const Piece& piece);
  void write_mention(const Piece& piece);
  void write_html(uint32_t index);
  bool has_end_behind(const std::string& name, uint32_t index);
  void place_mark(NodeId mark);
  void close(uint32_t end);

  std::string_view shown(const Piece& piece) const;
  void add_text(std::string_view text, uint32_t begin, uint32_t end);
  uint32_t source_begin(uint32_t at) const { return content_.source_begin(at); }
  uint32_t source_end(uint32_t at) const { return content_.source_end(at); }
  Span span(uint32_t begin, uint32_t end) const {
    return reading_.span(source_begin(begin), source_end(end));
  }

  const Content& content_;
  std::string_view text_;
  const Pieces& pieces_;
  Reading& reading_;
  OpenElements elements_;
  std::map<uint32_t, Side> after_break_;  // piece of a soft break → what follows it
  Side before_ = Side::other;             // the last character written
  size_t images_ = 0;                     // around what is written: text goes to `alternative_`
  NodeId image_ = NodeId::none;
  std::string alternative_;
  NodeId closed_ = NodeId::none;       // the element that ended last
  std::vector<NodeId> marks_in_link_;  // of notes: they follow the link
  bool closings_known_ = false;
  std::map<std::string, uint32_t> last_closing_;  // name of an HTML element → piece of its last closing tag
};

void InlineWriter::write() {
  write(0, pieces_.pieces.size());
}

void InlineWriter::write(size_t first, size_t last) {
  look_ahead_of_breaks();
  for (size_t index = first; index < last; ++index) write_piece(static_cast<uint32_t>(index));
  elements_.finish(source_end(static_cast<uint32_t>(text_.size())));
}

// The text that a reader sees of a piece, where it is known before it is written.
std::string_view InlineWriter::shown(const Piece& piece) const {
  switch (piece.kind) {
    case PieceKind::text:
      return text_.substr(piece.begin, piece.end - piece.begin);
    case PieceKind::escape:
      return text_.substr(piece.begin + 1, piece.end - piece.begin - 1);
    case PieceKind::reference:
      return pieces_.made[piece.detail];
    case PieceKind::code:
      return text_.substr(piece.begin + piece.detail, piece.end - piece.begin - 2 * piece.detail);
    case PieceKind::autolink: {
      const bool angled = text_[piece.begin] == '<';
      return text_.substr(piece.begin + angled, piece.end - piece.begin - 2 * angled);
    }
    case PieceKind::run: {
      const DelimiterRun& run = pieces_.delimiters[piece.detail];
      return text_.substr(piece.begin, run.left);
    }
    case PieceKind::ruby:
      return pieces_.rubies[piece.detail].base;
    case PieceKind::soft_break:
    case PieceKind::hard_break:
    case PieceKind::span_open:
    case PieceKind::span_close:
    case PieceKind::attributes:
    case PieceKind::link_open:
    case PieceKind::link_close:
    case PieceKind::image_open:
    case PieceKind::image_close:
    case PieceKind::note_open:
    case PieceKind::note_close:
    case PieceKind::note_mark:
    case PieceKind::mention:
    case PieceKind::html:
      return {};
  }
  return {};
}

void InlineWriter::look_ahead_of_breaks() {
  Side after = Side::other;
  for (auto index = static_cast<uint32_t>(pieces_.pieces.size()); index-- > 0;) {
    const Piece& piece = pieces_.pieces[index];
    if (piece.kind == PieceKind::soft_break) after_break_[index] = after;
    if (piece.kind == PieceKind::hard_break || piece.kind == PieceKind::image_close) after = Side::other;
    const std::string_view text = shown(piece);
    if (!text.empty()) after = side_after(text, Side::other);
  }
}

void InlineWriter::write_piece(uint32_t index) {
  const Piece& piece = pieces_.pieces[index];
  switch (piece.kind) {
    case PieceKind::text:
    case PieceKind::escape:
    case PieceKind::reference:
      return add_text(shown(piece), piece.begin, piece.end);
    case PieceKind::run:
      return write_run(piece);
    case PieceKind::code:
      return write_code(piece);
    case PieceKind::soft_break:
      return write_soft_break(index);
    case PieceKind::hard_break:
      return write_hard_break(piece);
    case PieceKind::link_open:
      return open_link(piece);
    case PieceKind::span_open:
      return open_span(piece);
    case PieceKind::link_close:
    case PieceKind::span_close:
    case PieceKind::note_close:
      return close(piece.end);
    case PieceKind::attributes:
      return write_attributes(piece);
    case PieceKind::ruby:
      return write_ruby(piece);
    case PieceKind::image_open:
      return open_image(piece);
    case PieceKind::image_close:
      return close_image(piece);
    case PieceKind::note_open:
      return open_note(piece);
    case PieceKind::note_mark:
      return write_note_mark(piece);
    case PieceKind::mention:
      return write_mention(piece);
    case PieceKind::autolink:
      return write_autolink(piece);
    case PieceKind::html:
      return write_html(index);
  }
}

void InlineWriter::add_text(std::string_view text, uint32_t begin, uint32_t end) {
  if (text.empty()) return;
  before_ = side_before(text, before_);
  if (images_ > 0) {
    alternative_ += text;
  } else {
    elements_.add_text(text, span(begin, end));
  }
}

// An element of Markdown ends; marks of notes that a link could not hold follow it.
void InlineWriter::close(uint32_t end) {
  if (images_ > 0) return;
  closed_ = elements_.close_markdown(source_end(end));
  if (elements_.in_link()) return;
  for (const NodeId mark : marks_in_link_) reading_.tree.append(elements_.current(), mark);
  marks_in_link_.clear();
}

void InlineWriter::write_run(const Piece& piece) {
  const DelimiterRun& run = pieces_.delimiters[piece.detail];
  uint32_t at = piece.begin;
  for (MarkId id = run.first_close; id != no_mark; id = pieces_.delimiters.mark(id).next) {
    at += pieces_.delimiters.mark(id).length;
    close(at);
  }
  add_text(text_.substr(at, run.left), at, at + run.left);
  at += run.left;
  for (MarkId id = run.first_open; id != no_mark; id = pieces_.delimiters.mark(id).next) {
    if (images_ == 0) elements_.open_markdown(pieces_.delimiters.mark(id).tag, source_begin(at));
    at += pieces_.delimiters.mark(id).length;
  }
}

// Line ends are blanks; one blank goes at either end where both have one and there is more.
void InlineWriter::write_code(const Piece& piece) {
  std::string code(shown(piece));
  for (char& c : code) c = c == '\n' ? ' ' : c;
  const bool padded = code.size() > 1 && code.front() == ' ' && code.back() == ' ' &&
                      code.find_first_not_of(' ') != std::string::npos;
  if (padded) code = code.substr(1, code.size() - 2);
  if (images_ == 0) elements_.open_markdown(Tag::code, source_begin(piece.begin));
  add_text(code, piece.begin + piece.detail, piece.end - piece.detail);
  close(piece.end);
}

void InlineWriter::write_soft_break(uint32_t index) {
  const Piece& piece = pieces_.pieces[index];
  if (vanishes(before_, after_break_[index])) return;
  if (images_ > 0) {
    alternative_ += '\n';
  } else {
    elements_.add_text("\n", span(piece.begin, piece.end));
  }
}

void InlineWriter::write_hard_break(const Piece& piece) {
  before_ = Side::other;
  if (images_ > 0) {
    alternative_ += '\n';
  } else if (!elements_.is_discarding()) {
    reading_.tree.append_element(elements_.current(), Tag::br, span(piece.begin, piece.end));
  }
}

void InlineWriter::open_link(const Piece& piece) {
  if (images_ > 0) return;
  const NodeId link = elements_.open_markdown(Tag::a, source_begin(piece.begin));
  if (link == NodeId::none) return;
  const LinkTarget& target = pieces_.targets[piece.detail];
  if (is_unsafe_scheme(target.destination)) {
    reading_.diagnostics.warning("link-unsafe", span(piece.begin, piece.end),
                                 "a link that runs or holds a program is left out",
                                 "link to an address or to a place in the publication");
  } else {
    reading_.tree.set_attribute(link, Attr::href, target.destination);
  }
  if (!target.title.empty()) reading_.tree.set_attribute(link, Attr::title, target.title);
}

void InlineWriter::open_span(const Piece& piece) {
  if (images_ == 0) elements_.open_markdown(Tag::span, source_begin(piece.begin));
}

void InlineWriter::write_attributes(const Piece& piece) {
  if (images_ > 0 || closed_ == NodeId::none) return;
  Tree& tree = reading_.tree;
  set_attributes(reading_, closed_, pieces_.attributes[piece.detail], span(piece.begin, piece.end));
  const Span before = tree.span(closed_);
  tree.set_span(closed_, reading_.span(before.begin, source_end(piece.end)));
  if (!tree.is_element(closed_, Tag::span)) return;
  // pandoc's classes that HTML has an element for
  if (tree.has_class(closed_, "mark")) tree.set_tag(closed_, Tag::mark);
  if (tree.has_class(closed_, "underline")) tree.set_tag(closed_, Tag::u);
}

void InlineWriter::write_ruby(const Piece& piece) {
  const Ruby& ruby = pieces_.rubies[piece.detail];
  if (images_ > 0) {
    alternative_ += unescaped(ruby.base);
    return;
  }
  before_ = side_before(ruby.base, before_);
  RubyWriter(ruby, reading_, elements_, [&](std::string_view part) {
    const auto begin = static_cast<uint32_t>(part.data() - text_.data());
    return span(begin, begin + static_cast<uint32_t>(part.size()));
  }).write(span(piece.begin, piece.end));
}

void InlineWriter::write_autolink(const Piece& piece) {
  const bool angled = text_[piece.begin] == '<';
  open_link(piece);
  add_text(shown(piece), piece.begin + angled, piece.end - angled);
  close(piece.end);
}

// What stands in the brackets of a picture is its alternative text: words without elements.
void InlineWriter::open_image(const Piece& piece) {
  if (images_++ > 0 || elements_.is_discarding()) return;
  const LinkTarget& target = pieces_.targets[piece.detail];
  alternative_.clear();
  image_ = reading_.tree.append_element(elements_.current(), Tag::img, span(piece.begin, piece.end));
  if (is_unsafe_scheme(target.destination) && !is_picture_data(target.destination)) {
    reading_.diagnostics.warning("link-unsafe", span(piece.begin, piece.end),
                                 "this is no address of a picture");
  } else {
    reading_.tree.set_attribute(image_, Attr::src, target.destination);
  }
}

void InlineWriter::close_image(const Piece& piece) {
  if (--images_ > 0) return;
  closed_ = NodeId::none;
  if (image_ == NodeId::none) return;
  const LinkTarget& target = pieces_.targets[piece.detail];
  if (!reading_.tree.has(image_, Attr::src)) {
    reading_.tree.detach(image_);
    image_ = NodeId::none;
    add_text(alternative_, piece.begin, piece.end);
    return;
  }
  reading_.tree.set_attribute(image_, Attr::alt, alternative_);
  if (!target.title.empty()) reading_.tree.set_attribute(image_, Attr::title, target.title);
  const Span opened = reading_.tree.span(image_);
  reading_.tree.set_span(image_, reading_.span(opened.begin, source_end(piece.end)));
  closed_ = image_;
  image_ = NodeId::none;
  before_ = Side::other;
}

// A link within a link is no XHTML: within one, marks of notes wait for its end.
void InlineWriter::place_mark(NodeId mark) {
  if (elements_.in_link()) {
    marks_in_link_.push_back(mark);
  } else {
    reading_.tree.append(elements_.current(), mark);
  }
}

void InlineWriter::open_note(const Piece& piece) {
  if (images_ > 0) return;
  const std::string label = "^" + std::to_string(++reading_.inline_notes);
  const Span whole = span(piece.begin, piece.detail);
  const std::string_view words = text_.substr(piece.begin + 2, piece.detail - piece.begin - 3);
  if (words.find_first_not_of(" \t\n") == std::string_view::npos) report_empty_note(reading_, whole);
  place_mark(make_note_mark(reading_, label, whole));
  const NodeId note = make_note(reading_, label, whole);
  const NodeId paragraph = reading_.tree.append_element(note, Tag::p, whole);
  elements_.open_elsewhere(paragraph);
}

void InlineWriter::write_note_mark(const Piece& piece) {
  if (images_ > 0 || elements_.is_discarding()) return;
  const std::string* label = reading_.labels.find(text_.substr(piece.begin + 2, piece.end - piece.begin - 3));
  place_mark(make_note_mark(reading_, *label, span(piece.begin, piece.end)));
}

// What it says is known when all is read.
void InlineWriter::write_mention(const Piece& piece) {
  if (images_ > 0 || elements_.is_discarding()) return;
  place_mark(make_mention(reading_.tree, text_.substr(piece.begin, piece.end - piece.begin),
                          span(piece.begin, piece.end)));
}

void InlineWriter::write_html(uint32_t index) {
  const Piece& piece = pieces_.pieces[index];
  const std::string_view written = text_.substr(piece.begin, piece.end - piece.begin);
  // Comments, instructions, declarations and CDATA say nothing to a reader.
  if (images_ > 0 || written.starts_with("<!") || written.starts_with("<?")) return;
  const HtmlTag tag = parse_html_tag(written);
  const bool vanishing = !tag.closing && fate_of(tag.name) == HtmlFate::gone_with_content;
  elements_.take_tag(tag, span(piece.begin, piece.end), vanishing && has_end_behind(tag.name, index));
}

bool InlineWriter::has_end_behind(const std::string& name, uint32_t index) {
  if (!closings_known_) {
    closings_known_ = true;
    for (uint32_t at = index; at < pieces_.pieces.size(); ++at) {
      const Piece& piece = pieces_.pieces[at];
      if (piece.kind != PieceKind::html || text_[piece.begin + 1] != '/') continue;
      last_closing_[parse_html_tag(text_.substr(piece.begin, piece.end - piece.begin)).name] = at;
    }
  }
  const auto found = last_closing_.find(name);
  return found != last_closing_.end() && found->second > index;
}

}  // namespace

namespace {

// Behind the picture that begins with the first piece, before its attributes; 0 where none begins there.
size_t end_of_picture(const Pieces& pieces) {
  size_t open = 0;
  for (size_t at = 0; at < pieces.pieces.size(); ++at) {
    open += pieces.pieces[at].kind == PieceKind::image_open;
    open -= pieces.pieces[at].kind == PieceKind::image_close;
    if (open == 0) return at == 0 ? 0 : at + 1;
  }
  return 0;
}

}  // namespace

bool is_lone_picture(const Pieces& pieces) {
  const size_t end = end_of_picture(pieces);
  if (end < 3 || is_unsafe_scheme(pieces.targets[pieces.pieces[0].detail].destination)) return false;
  const size_t size = pieces.pieces.size();
  return end == size || (end + 1 == size && pieces.pieces[end].kind == PieceKind::attributes);
}

NodeId make_caption(const Content& content, const Pieces& pieces, Reading& reading) {
  const size_t end = end_of_picture(pieces) - 1;
  const Span span = reading.span(content.source_begin(pieces.pieces[1].begin),
                                 content.source_end(pieces.pieces[end].begin));
  const NodeId caption = reading.tree.make_element(Tag::figcaption, span);
  InlineWriter(content, pieces, reading, caption).write(1, end);
  return caption;
}

void write_inlines(const Content& content, const Pieces& pieces, Reading& reading, NodeId parent) {
  InlineWriter(content, pieces, reading, parent).write();
}

}  // namespace pubbuild::markdown
