// Elements and text of a chapter → XHTML, with page markers where they belong.
#include "epub/xhtml.h"

#include <string_view>

#include "epub/attributes.h"
#include "epub/language.h"
#include "epub/style_attribute.h"
#include "epub/words.h"
#include "epub/xhtml_page.h"
#include "epub/xml.h"

namespace pubbuild {

namespace {

// Divisions of a book by their epub:type (EPUB 3 Structural Semantics) and the ARIA role of each
// (DPUB-ARIA 1.1).
struct Division {
  std::string_view type;
  std::string_view role;
};
constexpr Division divisions[] = {
    {"chapter", "doc-chapter"},
    {"part", "doc-part"},
    {"preface", "doc-preface"},
    {"foreword", "doc-foreword"},
    {"introduction", "doc-introduction"},
    {"prologue", "doc-prologue"},
    {"epilogue", "doc-epilogue"},
    {"afterword", "doc-afterword"},
    {"conclusion", "doc-conclusion"},
    {"appendix", "doc-appendix"},
    {"glossary", "doc-glossary"},
    {"bibliography", "doc-bibliography"},
    {"index", "doc-index"},
    {"colophon", "doc-colophon"},
    {"acknowledgments", "doc-acknowledgments"},
};

Division division_named(std::string_view type) {
  for (const Division& division : divisions) {
    if (division.type == type) return division;
  }
  return divisions[0];
}

std::string_view text_align_of(std::string_view align) {
  for (const std::string_view known : {"left", "center", "right", "justify"}) {
    if (align == known) return known;
  }
  return {};
}

// "60%", "8em": a measure CSS knows. A bare number counts pixels.
std::string css_measure(std::string_view written) {
  size_t at = 0;
  while (at < written.size() && ((written[at] >= '0' && written[at] <= '9') || written[at] == '.')) ++at;
  const std::string number(written.substr(0, at));
  const std::string_view unit = written.substr(at);
  if (number.empty() || number.size() > 8 || number.front() == '.' || number.back() == '.') return {};
  if (unit.empty()) return number + "px";
  for (const std::string_view known : {"%", "px", "pt", "mm", "cm", "in", "em", "rem"}) {
    if (unit == known) return number + std::string(unit);
  }
  return {};
}

void add_declaration(std::string& style, std::string_view property, std::string_view value) {
  if (value.empty()) return;
  style += (style.empty() ? "" : "; ") + std::string(property) + ": " + std::string(value);
}

class ChapterWriter {
 public:
  ChapterWriter(const TextSource& source, const Chapter& chapter)
      : source_(source), tree_(source.publication.tree), chapter_(chapter) {}

  WrittenChapter write() {
    const Metadata& metadata = source_.publication.metadata;
    const std::string own = language_tag(tree_.attribute(chapter_.root, Attr::lang));
    const std::string language = own.empty() ? publication_language(metadata.lang.text) : own;
    const std::string_view untitled = words_of(script_of(language)).untitled;
    open_page(xml_, {chapter_.title.empty() ? untitled : chapter_.title, language,
                     metadata.direction.text == "rtl" ? "rtl" : ""});
    xml_.open("body");
    write_root();
    xml_.close();
    xml_.close();
    written_.xhtml = xml_.take();
    return std::move(written_);
  }

 private:
  void write_root() {
    const Division division = division_named(tree_.attribute(chapter_.root, Attr::epub_type));
    xml_.open("section");
    for (const Attr name : {Attr::class_, Attr::dir}) write_if_there(name);
    if (chapter_.piece == Piece::first) write_if_there(Attr::id);
    xml_.attribute("epub:type", division.type);
    xml_.attribute("role", division.role);
    if (!chapter_.title.empty()) xml_.attribute("aria-label", chapter_.title);
    if (chapter_.piece == Piece::first) write_markers(chapter_.root, PageMarker::Side::start);
    for (NodeId node = chapter_.first; node != chapter_.end; node = tree_.next(node)) write_node(node);
    xml_.close_with_end_tag();
  }

  void write_if_there(Attr name) {
    const std::string_view value = tree_.attribute(chapter_.root, name);
    if (is_written_as_is(Tag::section, name, value)) xml_.attribute(name_of(name).data(), value);
  }

  void write_node(NodeId node) {
    if (tree_.is_text(node)) {
      write_text(node);
    } else {
      write_markers(node, PageMarker::Side::before);
      write_element(node);
    }
  }

  void write_text(NodeId node) {
    std::string_view text = tree_.text(node);
    size_t written = 0;
    for (const PageMarker& marker : markers_of(node)) {
      xml_.text(text.substr(written, marker.offset - written));
      written = marker.offset;
      write_marker(marker);
    }
    xml_.text(text.substr(written));
  }

  void write_element(NodeId node) {
    const Tag tag = tree_.tag(node);
    if (tag == Tag::img) return write_picture(node);
    // Ruby of CSS and EPUB has no use for brackets of old browsers.
    if (tag == Tag::rp) return;
    xml_.open(name_of(tag).data());
    write_attributes(node, {});
    write_markers(node, PageMarker::Side::start);
    for (const NodeId child : children(tree_, node)) write_node(child);
    if (is_void(tag)) {
      xml_.close();
    } else {
      xml_.close_with_end_tag();
    }
  }

  void write_picture(NodeId node) {
    const auto found = source_.publication.pictures.find(node);
    const auto file = found == source_.publication.pictures.end() ? source_.picture_files.end()
                                                                  : source_.picture_files.find(found->second);
    if (file == source_.picture_files.end()) return write_missing_picture(node);
    const Picture& picture = source_.pictures[static_cast<size_t>(found->second)];
    xml_.open("img");
    xml_.attribute("src", file->second);
    xml_.attribute("alt", tree_.attribute(node, Attr::alt));
    xml_.attribute("width", std::to_string(picture.width));
    xml_.attribute("height", std::to_string(picture.height));
    std::string style;
    add_declaration(style, "width", css_measure(tree_.attribute(node, Attr::width)));
    const std::string height = css_measure(tree_.attribute(node, Attr::height));
    if (!style.empty() || !height.empty()) add_declaration(style, "height", height.empty() ? "auto" : height);
    write_attributes(node, style);
    xml_.close();
  }

  void write_missing_picture(NodeId node) {
    xml_.open("span");
    if (const std::string_view id = tree_.attribute(node, Attr::id); !id.empty()) xml_.attribute("id", id);
    xml_.attribute("class", "missing-picture");
    xml_.text(tree_.attribute(node, Attr::alt));
    xml_.close();
  }

  void write_attributes(NodeId node, std::string style) {
    const Tag tag = tree_.tag(node);
    for (const Attribute& attribute : tree_.attributes(node)) {
      if (is_written_as_is(tag, attribute.name, attribute.value)) {
        xml_.attribute(name_of(attribute.name).data(), attribute.value);
      } else if (attribute.name == Attr::lang) {
        write_language(attribute.value);
      } else if (attribute.name == Attr::href && tag == Tag::a) {
        write_address(attribute.value);
      } else if (attribute.name == Attr::reversed && tag == Tag::ol) {
        xml_.attribute("reversed", "reversed");
      } else if (attribute.name == Attr::align && (tag == Tag::td || tag == Tag::th)) {
        add_declaration(style, "text-align", text_align_of(attribute.value));
      } else if (attribute.name == Attr::style) {
        const std::string own = clean_style(attribute.value);
        if (!own.empty()) style = own + (style.empty() ? "" : "; ") + style;
      }
    }
    if (!style.empty()) xml_.attribute("style", style);
    if (tag == Tag::bdo && !tree_.has(node, Attr::dir)) xml_.attribute("dir", "ltr");  // it must have one
  }

  void write_language(std::string_view written) {
    const std::string tag = language_tag(written);
    if (tag.empty()) return;
    xml_.attribute("lang", tag);
    xml_.attribute("xml:lang", tag);
  }

  // A link that leads nowhere keeps its words and is none.
  void write_address(std::string_view href) {
    std::string address =
        href.starts_with('#') ? source_.plan.address_of(href.substr(1)) : external_address(href);
    if (address.starts_with(chapter_.file + "#")) address.erase(0, chapter_.file.size());
    if (!address.empty()) xml_.attribute("href", address);
  }

  const std::vector<PageMarker>& markers_of(NodeId node) const {
    static const std::vector<PageMarker> none;
    if (source_.markers.empty()) return none;
    const auto found = source_.markers.find(node);
    return found == source_.markers.end() ? none : found->second;
  }

  void write_markers(NodeId node, PageMarker::Side side) {
    for (const PageMarker& marker : markers_of(node)) {
      if (marker.side == side) write_marker(marker);
    }
  }

  void write_marker(const PageMarker& marker) {
    xml_.open("span");
    xml_.attribute("id", marker.id);
    xml_.attribute("epub:type", "pagebreak");
    xml_.attribute("role", "doc-pagebreak");
    xml_.attribute("aria-label", marker.folio);
    xml_.close_with_end_tag();
    written_.pages.push_back({marker.folio, chapter_.file + "#" + marker.id});
  }

  const TextSource& source_;
  const Tree& tree_;
  const Chapter& chapter_;
  XmlWriter xml_{XmlWriter::Form::compact};
  WrittenChapter written_;
};

}  // namespace

WrittenChapter write_chapter(const TextSource& source, const Chapter& chapter) {
  return ChapterWriter(source, chapter).write();
}

}  // namespace pubbuild
