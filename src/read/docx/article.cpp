// The body of the document, block by block, and the runs of its paragraphs.
#include "read/docx/article.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/docx/lists.h"
#include "read/docx/package.h"
#include "read/docx/pictures.h"
#include "read/docx/runs.h"
#include "read/docx/styles.h"
#include "read/docx/tables.h"
#include "read/markdown/links.h"
#include "read/markdown/notes.h"
#include "tree/dump.h"

namespace pubbuild {

namespace {

using docx::ParagraphKind;
using tinyxml2::XMLElement;

constexpr const char* document_part = "word/document.xml";

// Elements that only hold others.
bool is_transparent(std::string_view name) {
  constexpr std::string_view names[] = {
      "w:customXml",         "w:ins",     "w:moveTo",    "w:sdt", "w:sdtContent", "w:smartTag",
      "mc:AlternateContent", "mc:Choice", "w:fldSimple", "w:dir", "w:bdo"};
  return std::ranges::find(names, name) != std::end(names);
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x2003 || c == 0x3000;
}

// All text of a part, a line a paragraph, and where each begins.
class TextOfParts {
 public:
  void add(const XMLElement* element) {
    if (element == nullptr) return;
    for (const XMLElement* each = element->FirstChildElement(); each != nullptr;
         each = each->NextSiblingElement()) {
      if (std::string_view(each->Name()) == "w:p") {
        begins[each] = static_cast<uint32_t>(text.size());
        add_words(*each);
        text += '\n';
      }
      if (std::string_view(each->Name()) != "mc:Fallback") add(each);
    }
  }

  std::string text;
  std::map<const XMLElement*, uint32_t> begins;

 private:
  void add_words(const XMLElement& element) {
    for (const XMLElement* each = element.FirstChildElement(); each != nullptr;
         each = each->NextSiblingElement()) {
      const std::string_view name = each->Name();
      if (name == "w:t" || name == "m:t") {
        text += each->GetText() == nullptr ? "" : each->GetText();
      } else if (name != "w:p" && name != "mc:Fallback") {
        add_words(*each);
      }
    }
  }
};

class DocxReader {
 public:
  DocxReader(docx::Package& package, const TextOfParts& text, FileId file, std::string_view source,
             Tree& tree, NodeId root, Diagnostics& diagnostics)
      : package_(package),
        begins_(text.begins),
        file_(file),
        tree_(tree),
        root_(root),
        diagnostics_(diagnostics),
        reading_{.source = source, .file = file, .tree = tree, .diagnostics = diagnostics},
        styles_(package.xml("word/styles.xml")),
        numbering_(package.xml("word/numbering.xml")),
        lists_(tree, numbering_),
        runs_(tree) {}

  Metadata read() {
    read_properties();
    if (const XMLElement* body = docx::child(package_.xml(document_part), "w:body"))
      write_blocks(*body, root_);
    for (const NodeId note : reading_.notes) tree_.append(root_, note);
    return std::move(metadata_);
  }

 private:
  void read_properties() {
    const XMLElement* core = package_.xml("docProps/core.xml");
    const auto words = [&](const char* name) {
      const XMLElement* found = docx::child(core, name);
      return std::string(found == nullptr || found->GetText() == nullptr ? "" : found->GetText());
    };
    metadata_.title.text = words("dc:title");
    if (const std::string author = words("dc:creator"); !author.empty())
      metadata_.authors.push_back({author, {}, {}});
    metadata_.description.text = words("dc:description");
  }

  void warn_once(std::string_view code, const std::string& message, const std::string& hint = {}) {
    if (warned_.insert(message).second) diagnostics_.warning(code, place(), message, hint);
  }
  Span place() const { return {file_, cursor_, cursor_}; }

  void write_blocks(const XMLElement& container, NodeId parent) {
    std::vector<docx::Lists::Open> outer = lists_.suspend();
    for (const XMLElement* each = container.FirstChildElement(); each != nullptr;
         each = each->NextSiblingElement())
      write_block(*each, parent);
    lists_.resume(std::move(outer));
  }

  void write_block(const XMLElement& element, NodeId parent) {
    const std::string_view name = element.Name();
    if (name == "w:p") {
      write_paragraph(element, parent);
    } else if (name == "w:tbl") {
      lists_.close();
      write_table(element, parent);
    } else if (name == "w:del" || name == "w:moveFrom") {
      warn_once("docx-deleted", "what was deleted with changes tracked is left out");
    } else if (is_transparent(name)) {
      for (const XMLElement* each = element.FirstChildElement(); each != nullptr;
           each = each->NextSiblingElement())
        write_block(*each, parent);
    }
  }

  docx::Style style_of(const XMLElement* properties) const {
    docx::Style style = styles_.style(docx::value(properties, "w:pStyle"));
    const std::string_view outline = docx::value(properties, "w:outlineLvl");
    if (outline.size() == 1 && outline[0] >= '0' && outline[0] <= '5') {
      style.kind = ParagraphKind::heading;
      style.heading = outline[0] - '0' + 1;
    }
    if (const XMLElement* numbered = docx::child(properties, "w:numPr"))
      style.list = docx::list_place(*numbered);
    return style;
  }

  void write_paragraph(const XMLElement& paragraph, NodeId parent) {
    const XMLElement* properties = docx::child(&paragraph, "w:pPr");
    const docx::Style style = style_of(properties);
    const auto begin = begins_.find(&paragraph);
    const uint32_t outer = cursor_;
    cursor_ = begin == begins_.end() ? cursor_ : begin->second;
    const uint32_t first = cursor_;
    const NodeId words = tree_.make_element(Tag::p, place());
    boxes_.emplace_back();
    runs_.begin(words, style.kind == ParagraphKind::heading || style.kind == ParagraphKind::title, style);
    write_runs(paragraph, words);
    tree_.set_span(words, {file_, first, cursor_});
    const std::vector<const XMLElement*> boxes = std::move(boxes_.back());
    boxes_.pop_back();
    if (docx::is_on(properties, "w:pageBreakBefore")) breaks_page_ = true;
    place_paragraph(words, parent, style, docx::value(properties, "w:jc"));
    for (const XMLElement* box : boxes) write_blocks(*box, tree_.append_element(parent, Tag::div, place()));
    cursor_ = outer > cursor_ ? outer : cursor_;
  }

  // Where the paragraph belongs, as what it is.
  void place_paragraph(NodeId words, NodeId parent, const docx::Style& style, std::string_view alignment) {
    if (style.kind == ParagraphKind::code) return add_code(words, parent);
    drop_blanks_at_front(words);
    if (tree_.first_child(words) == NodeId::none) {
      if (style.kind == ParagraphKind::rule) tree_.append_element(parent, Tag::hr, place());
      return;
    }
    if (parent == root_ && take_title(words, style)) return;
    if (alignment == "center") tree_.add_class(words, "center");
    if (alignment == "right" || alignment == "end") tree_.add_class(words, "right");
    if (breaks_page_) tree_.set_attribute(words, Attr::style, "break-before: page");
    breaks_page_ = std::exchange(breaks_page_behind_, false);
    if (style.kind == ParagraphKind::heading) {
      constexpr std::array tags = {Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6};
      lists_.close();
      if (style.list) prepend_number(words, *style.list);
      tree_.set_tag(words, tags[static_cast<size_t>(std::clamp(style.heading, 1, 6)) - 1]);
      tree_.append(parent, words);
    } else if (style.list && style.list->number != "0") {
      lists_.add(words, *style.list, parent);
    } else {
      lists_.close();
      tree_.append(place_of_kind(style.kind, parent), words);
    }
  }

  void prepend_number(NodeId heading, const docx::ListPlace& place) {
    const std::string number = lists_.number(place);
    if (!number.empty()) tree_.prepend(heading, tree_.make_text(number, tree_.span(heading)));
  }

  // Paragraphs of code that follow each other are its lines.
  void add_code(NodeId words, NodeId parent) {
    const NodeId last = tree_.last_child(parent);
    const bool goes_on = last != NodeId::none && tree_.is_element(last, Tag::pre);
    const NodeId pre = goes_on ? last : tree_.append_element(parent, Tag::pre, tree_.span(words));
    const NodeId code =
        goes_on ? tree_.first_child(pre) : tree_.append_element(pre, Tag::code, tree_.span(words));
    tree_.move_children(words, code);
    tree_.append_text(code, "\n", place());
    lists_.close();
  }

  // Quotations that follow each other are one.
  NodeId place_of_kind(ParagraphKind kind, NodeId parent) {
    if (kind != ParagraphKind::quote) return parent;
    const NodeId last = tree_.last_child(parent);
    if (last != NodeId::none && tree_.is_element(last, Tag::blockquote)) return last;
    return tree_.append_element(parent, Tag::blockquote, place());
  }

  bool take_title(NodeId words, const docx::Style& style) {
    if (style.kind == ParagraphKind::title && !has_title_) {
      has_title_ = true;
      metadata_.title = {text_content(tree_, words), tree_.span(words)};
      return true;
    }
    if (style.kind == ParagraphKind::subtitle) return take_field_of_head(metadata_.subtitle, words);
    if (style.kind == ParagraphKind::date) return take_field_of_head(metadata_.date, words);
    return style.kind == ParagraphKind::author && take_author(text_content(tree_, words));
  }

  bool take_field_of_head(Field& field, NodeId words) {
    if (!field.text.empty()) return false;
    field = {text_content(tree_, words), tree_.span(words)};
    return true;
  }

  // The author that the document's properties name may stand in its text too.
  bool take_author(const std::string& name) {
    if (std::ranges::find(metadata_.authors, name, &Person::name) == metadata_.authors.end())
      metadata_.authors.push_back({name, {}, {}});
    return true;
  }

  void write_runs(const XMLElement& container, NodeId words) {
    for (const XMLElement* each = container.FirstChildElement(); each != nullptr;
         each = each->NextSiblingElement())
      write_run_level(*each, words);
  }

  void write_run_level(const XMLElement& element, NodeId words) {
    const std::string_view name = element.Name();
    if (name == "w:r") {
      write_run(element, words);
    } else if (name == "w:hyperlink") {
      runs_.open_link(address_of(element), place());
      write_runs(element, words);
      runs_.close_link();
    } else if (name == "w:bookmarkStart") {
      if (!docx::attribute(element, "w:name").starts_with("_GoBack"))
        runs_.add_anchor(docx::attribute(element, "w:name"), place());
    } else if (name == "w:del" || name == "w:moveFrom") {
      warn_once("docx-deleted", "what was deleted with changes tracked is left out");
    } else if (name == "m:oMath" || name == "m:oMathPara") {
      warn_once("docx-formula", "formulas are read as their characters, in one line");
      write_formula(element);
    } else if (is_transparent(name)) {
      write_runs(element, words);
    }
  }

  std::string address_of(const XMLElement& link) {
    const std::string_view anchor = docx::attribute(link, "w:anchor");
    if (!anchor.empty()) return "#" + std::string(anchor);
    const docx::Package::Target target = package_.target(part_, docx::attribute(link, "r:id"));
    return markdown::is_unsafe_scheme(target.name) || !target.is_external
               ? ""
               : markdown::percent_encoded(target.name);
  }

  void write_formula(const XMLElement& element) {
    for (const XMLElement* each = element.FirstChildElement(); each != nullptr;
         each = each->NextSiblingElement()) {
      if (std::string_view(each->Name()) == "m:t") {
        add_words(*each);
      } else {
        write_formula(*each);
      }
    }
  }

  void add_words(const XMLElement& text) {
    const std::string_view words = text.GetText() == nullptr ? "" : text.GetText();
    const uint32_t begin = cursor_;
    cursor_ += static_cast<uint32_t>(words.size());
    if (!in_contents()) runs_.add_text(words, {file_, begin, cursor_});
  }

  void write_run(const XMLElement& run, NodeId words) {
    const XMLElement* properties = docx::child(&run, "w:rPr");
    if (docx::is_on(properties, "w:vanish")) warn_once("docx-hidden", "hidden text is shown");
    runs_.set_marks(docx::marks_of(properties, styles_));
    for (const XMLElement* each = run.FirstChildElement(); each != nullptr; each = each->NextSiblingElement())
      write_run_part(*each, words);
  }

  void write_run_part(const XMLElement& part, NodeId words) {
    const std::string_view name = part.Name();
    if (name == "w:t") return add_words(part);
    if (name == "w:tab") return runs_.add_text("\u2003", place());
    if (name == "w:noBreakHyphen") return runs_.add_text("\u2011", place());
    if (name == "w:softHyphen") return runs_.add_text("\u00AD", place());
    if (name == "w:br" || name == "w:cr") return write_break(part, words);
    if (name == "w:sym") return write_symbol(part);
    if (name == "w:fldChar") return take_field(docx::attribute(part, "w:fldCharType"));
    if (name == "w:instrText") return take_instruction(part);
    if (name == "w:footnoteReference") return write_note(part, "word/footnotes.xml", "w:footnote", "f");
    if (name == "w:endnoteReference") return write_note(part, "word/endnotes.xml", "w:endnote", "e");
    if (name == "w:drawing" || name == "w:pict" || name == "w:object") return write_drawing(part);
    if (name == "w:ruby") return write_ruby(part, words);
    if (name == "w:commentReference") return warn_once("docx-comment", "comments are left out");
    if (is_transparent(name)) {
      for (const XMLElement* each = part.FirstChildElement(); each != nullptr;
           each = each->NextSiblingElement())
        write_run_part(*each, words);
    }
  }

  void write_break(const XMLElement& part, NodeId words) {
    const std::string_view type = docx::attribute(part, "w:type");
    if (type == "page" || type == "column") {
      (tree_.first_child(words) == NodeId::none ? breaks_page_ : breaks_page_behind_) = true;
    } else {
      runs_.add_break(place());
    }
  }

  void write_symbol(const XMLElement& part) {
    const char32_t symbol = docx::symbol(docx::attribute(part, "w:char"));
    if (symbol == utf8::replacement)
      warn_once("docx-symbol", "a character of a symbol font is not known, U+FFFD stands for it");
    runs_.add_text(utf8::encode(symbol), place());
  }

  // A field is what tells a number to be counted, then what Word last made of it, which stays.
  void take_field(std::string_view type) {
    if (type == "begin") fields_.push_back({});
    if (type == "end" && !fields_.empty()) fields_.pop_back();
  }
  void take_instruction(const XMLElement& part) {
    if (fields_.empty() || part.GetText() == nullptr) return;
    const std::string_view words = part.GetText();
    const size_t first = words.find_first_not_of(' ');
    if (first == std::string_view::npos || !words.substr(first).starts_with("TOC")) return;
    fields_.back().is_contents = true;
    warn_once("docx-contents", "the table of contents that Word made is left out",
              "style sheets make contents of their own");
  }
  bool in_contents() const {
    return std::ranges::any_of(fields_, [](const Field& field) { return field.is_contents; });
  }

  void write_note(const XMLElement& reference, const char* part, const char* tag, const char* kind) {
    const std::string_view id = docx::attribute(reference, "w:id");
    const XMLElement* note = note_of(part, tag, id);
    if (note == nullptr) return warn_once("docx-note", "a note that is referred to is not there");
    const std::string label = kind + std::string(id);
    runs_.add_node(markdown::make_note_mark(reading_, label, place()));
    if (!notes_.insert(label).second) return;
    const NodeId aside = markdown::make_note(reading_, label, place());
    write_elsewhere(*note, part, aside);
    drop_blanks_at_front(aside);
  }

  // Between the number of a note and its words, and where a paragraph is indented with blanks.
  void drop_blanks_at_front(NodeId block) {
    NodeId node = block;
    while (node != NodeId::none && tree_.is_element(node)) node = tree_.first_child(node);
    if (node == NodeId::none) return;
    const std::string text(tree_.text(node));
    size_t first = 0;
    for (size_t next = 0; next < text.size() && is_blank(utf8::decode(text, next));) first = next;
    if (first == 0) return;
    if (first < text.size()) return tree_.set_text(node, std::string_view(text).substr(first));
    while (node != block && tree_.first_child(node) == NodeId::none) {
      const NodeId parent = tree_.parent(node);
      tree_.detach(node);
      node = parent;
    }
    if (node != block || tree_.first_child(block) != NodeId::none) drop_blanks_at_front(block);
  }

  const XMLElement* note_of(const std::string& part, const char* tag, std::string_view id) {
    const auto [notes, is_new] = note_elements_.try_emplace(part);
    if (is_new) {
      for (const XMLElement* each = docx::child(package_.xml(part), tag); each != nullptr;
           each = each->NextSiblingElement(tag))
        notes->second.emplace(docx::attribute(*each, "w:id"), each);
    }
    const auto found = notes->second.find(id);
    return found == notes->second.end() ? nullptr : found->second;
  }

  // Another part, with the state of this one kept.
  void write_elsewhere(const XMLElement& container, const std::string& part, NodeId parent) {
    const std::string outer_part = std::exchange(part_, part);
    const uint32_t outer = cursor_;
    const docx::Runs outer_runs = runs_;
    write_blocks(container, parent);
    runs_ = outer_runs;
    cursor_ = outer;
    part_ = outer_part;
  }

  void write_drawing(const XMLElement& drawing) {
    if (const XMLElement* box = docx::descendant(drawing, "w:txbxContent"); box != nullptr && !boxes_.empty())
      boxes_.back().push_back(box);
    const docx::DocumentPicture picture = docx::picture_in(drawing, part_, package_);
    if (picture.source.empty()) {
      if (docx::descendant(drawing, "w:txbxContent") == nullptr)
        warn_once("docx-drawing", "drawings, charts and objects are left out", "put them in as pictures");
      return;
    }
    const NodeId img = tree_.make_element(Tag::img, place());
    tree_.set_attribute(img, Attr::src, picture.source);
    tree_.set_attribute(img, Attr::alt, picture.alternative);
    if (!picture.width.empty()) tree_.set_attribute(img, Attr::style, "width: " + picture.width);
    runs_.add_node(img);
  }

  void write_ruby(const XMLElement& part, NodeId words) {
    const NodeId ruby = tree_.make_element(Tag::ruby, place());
    runs_.add_node(ruby);
    const docx::Runs outer = runs_;
    const uint32_t begin = cursor_;
    runs_.begin(tree_.make_element(Tag::rt, place()), true, {});
    const NodeId reading = runs_.parent();
    if (const XMLElement* text = docx::child(&part, "w:rt")) write_runs(*text, words);
    runs_.begin(ruby, true, {});
    if (const XMLElement* base = docx::child(&part, "w:rubyBase")) write_runs(*base, words);
    tree_.append(ruby, reading);
    tree_.set_span(ruby, {file_, begin, cursor_});
    runs_ = outer;
    runs_.end_chain();
  }

  void write_table(const XMLElement& table, NodeId parent) {
    const NodeId element = tree_.append_element(parent, Tag::table, place());
    const docx::TableGrid grid(table);
    NodeId part = NodeId::none;
    for (const docx::TableRow& row : grid.rows()) {
      const bool follows_body = part != NodeId::none && tree_.is_element(part, Tag::tbody);
      const bool is_head = row.is_head || (!follows_body && has_column_heads(row));
      const Tag tag = is_head ? Tag::thead : Tag::tbody;
      if (part == NodeId::none || tree_.tag(part) != tag) part = tree_.append_element(element, tag, place());
      const NodeId line = tree_.append_element(part, Tag::tr, place());
      for (const docx::TableCell& cell : row.cells) write_cell(cell, line, is_head);
    }
    if (part == NodeId::none) tree_.detach(element);
  }

  bool has_column_heads(const docx::TableRow& row) const {
    return std::ranges::all_of(row.cells, [this](const docx::TableCell& cell) {
      const XMLElement* words = docx::child(cell.element, "w:p");
      return words != nullptr && style_of(docx::child(words, "w:pPr")).kind == ParagraphKind::head_of_column;
    });
  }

  void write_cell(const docx::TableCell& cell, NodeId row, bool is_head) {
    const NodeId element = tree_.append_element(row, is_head ? Tag::th : Tag::td, place());
    if (cell.columns > 1) tree_.set_attribute(element, Attr::colspan, std::to_string(cell.columns));
    if (cell.rows > 1) tree_.set_attribute(element, Attr::rowspan, std::to_string(cell.rows));
    write_blocks(*cell.element, element);
    // A cell of one paragraph holds its words.
    const NodeId only = tree_.first_child(element);
    if (only == NodeId::none || only != tree_.last_child(element) || !tree_.is_element(only, Tag::p)) return;
    for (const std::string_view side : {"center", "right"}) {
      if (tree_.has_class(only, side)) tree_.add_class(element, side);
    }
    tree_.detach(only);
    tree_.move_children(only, element);
  }

  struct Field {
    bool is_contents = false;
  };

  docx::Package& package_;
  const std::map<const XMLElement*, uint32_t>& begins_;
  FileId file_;
  Tree& tree_;
  NodeId root_;
  Diagnostics& diagnostics_;
  markdown::Reading reading_;
  docx::Styles styles_;
  docx::Numbering numbering_;
  docx::Lists lists_;
  docx::Runs runs_;
  Metadata metadata_;
  std::string part_ = document_part;
  uint32_t cursor_ = 0;              // in the text: what is read next
  bool breaks_page_ = false;         // before the paragraph that is read
  bool breaks_page_behind_ = false;  // before the next one
  bool has_title_ = false;
  std::vector<Field> fields_;
  std::vector<std::vector<const XMLElement*>> boxes_;  // text boxes of the paragraphs that are open
  std::map<std::string, std::map<std::string, const XMLElement*, std::less<>>>
      note_elements_;            // by part and id
  std::set<std::string> notes_;  // that are written
  std::set<std::string> warned_;
};

}  // namespace

DocxArticle read_docx_article(std::string_view bytes, const std::string& name, Sources& sources, Tree& tree,
                              NodeId parent, Diagnostics& diagnostics) {
  docx::Package package(bytes);
  TextOfParts text;
  if (package.fault().empty()) {
    for (const char* part : {document_part, "word/footnotes.xml", "word/endnotes.xml"})
      text.add(package.xml(part));
  }
  DocxArticle article;
  article.file = sources.add(name, text.text);
  if (!package.fault().empty() || package.xml(document_part) == nullptr) {
    diagnostics.error("docx-damaged", {article.file, 0, 0},
                      package.fault().empty() ? "its text is damaged" : package.fault());
    return article;
  }
  const std::string_view source = sources[article.file].text();
  article.metadata = DocxReader(package, text, article.file, source, tree, parent, diagnostics).read();
  for (const std::string& part : package.damaged())
    diagnostics.warning("docx-damaged", {article.file, 0, 0}, "its part " + part + " is damaged and left out",
                        "open it in a word processor and save it again");
  return article;
}

}  // namespace pubbuild
