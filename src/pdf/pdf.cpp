// Finished pages → the bytes of a PDF 1.7, tagged, written through libharu's object layer.
#include "pdf/pdf.h"

#include <algorithm>
#include <vector>

#include "base/error.h"
#include "pdf/deflate.h"
#include "pdf/embedded_font.h"
#include "pdf/embedded_picture.h"
#include "pdf/links.h"
#include "pdf/metadata.h"
#include "pdf/object_store.h"
#include "pdf/outline.h"
#include "pdf/page_content.h"
#include "pdf/page_labels.h"
#include "pdf/structure.h"
#include "pdf/syntax.h"

namespace pubbuild {

namespace pdf {

namespace {

// Contents wait for compression this many pages at a time: enough work for all threads, little memory.
constexpr size_t pages_a_batch = 128;

class DocumentWriter {
 public:
  DocumentWriter(const PagedDocument& document, const FaceSet& faces, const Pictures& pictures)
      : document_(document), fonts_(document, faces), pictures_(pictures, store_), structure_(document) {}

  std::string write() {
    add_pages();
    write_pages();
    write_resources();
    std::string catalog = page_entries();
    catalog += structure_entries();
    catalog += metadata_entries();
    return store_.write(std::move(catalog), information(document_.metadata));
  }

 private:
  void add_pages();
  void write_pages();
  void write_batch(size_t begin, size_t end);
  std::string page_body(uint32_t page);
  void write_resources();
  std::string page_entries();
  std::string structure_entries();
  std::string metadata_entries();
  std::string viewer_preferences() const;
  Conformance conformance() const;

  const PagedDocument& document_;
  ObjectStore store_;
  FontBook fonts_;
  PictureBook pictures_;
  StructureTree structure_;
  std::vector<ObjectId> pages_;
  ObjectId resources_ = ObjectId::none;
};

// Links lead forward: every page has its number before the first is written.
void DocumentWriter::add_pages() {
  resources_ = store_.add();
  pages_.reserve(document_.pages.size());
  for (size_t i = 0; i < document_.pages.size(); ++i) pages_.push_back(store_.add_page());
}

void DocumentWriter::write_pages() {
  for (size_t begin = 0; begin < pages_.size(); begin += pages_a_batch) {
    write_batch(begin, std::min(begin + pages_a_batch, pages_.size()));
  }
}

void DocumentWriter::write_batch(size_t begin, size_t end) {
  std::vector<std::string> contents;
  for (size_t i = begin; i < end; ++i) {
    const uint32_t number = static_cast<uint32_t>(i);
    contents.push_back(PageContent(document_.pages[i], number, fonts_, pictures_, structure_).write());
    store_.set(pages_[i], page_body(number));
  }
  deflate_all(contents, Effort::fast);
  for (size_t i = begin; i < end; ++i) {
    store_.set_page_contents(pages_[i], "/Filter /FlateDecode", std::move(contents[i - begin]));
  }
}

std::string DocumentWriter::page_body(uint32_t page) {
  const Size& size = document_.pages[page].size;
  std::string body = "/MediaBox [0 0 ";
  append_length(body, size.width);
  body += ' ';
  append_length(body, size.height);
  body += "] /Resources " + reference(resources_);
  const std::string links = add_links(store_, document_, page, pages_, structure_);
  if (!links.empty()) body += " /Annots [" + links + "]";
  // PDF/UA-1 §7.18.3: the tab key follows the structure.
  if (!structure_.is_empty()) body += " /StructParents " + integer(page) + " /Tabs /S";
  return body;
}

void DocumentWriter::write_resources() {
  std::string body = "/Font <<" + fonts_.write(store_) + ">>";
  body += " /XObject <<" + pictures_.resources() + ">>";
  store_.set(resources_, std::move(body));
}

std::string DocumentWriter::page_entries() {
  std::string entries = "/PageLabels " + page_labels(document_.pages) + "\n";
  const ObjectId outline = write_outline(store_, document_, pages_);
  if (outline == ObjectId::none) return entries;
  return entries + "/Outlines " + reference(outline) + " /PageMode /UseOutlines\n";
}

std::string DocumentWriter::structure_entries() {
  if (structure_.is_empty()) return {};
  return "/StructTreeRoot " + reference(structure_.write(store_, pages_)) + " /MarkInfo <</Marked true>>\n";
}

// PDF/UA-1 §7.1 and §7.2: viewers show the title, and know the language.
std::string DocumentWriter::metadata_entries() {
  std::string entries = "/Metadata " +
                        reference(store_.add_stream("/Type /Metadata /Subtype /XML",
                                                    xmp_packet(document_.metadata, conformance()))) +
                        "\n";
  if (!document_.metadata.language.empty()) {
    entries += "/Lang " + ascii_string(document_.metadata.language) + "\n";
  }
  return entries + viewer_preferences();
}

// ISO 32000-1 §12.2.
std::string DocumentWriter::viewer_preferences() const {
  std::string preferences;
  if (!document_.metadata.title.empty()) preferences += "/DisplayDocTitle true";
  if (document_.progression == PageProgression::leftwards) preferences += "/Direction /R2L";
  return preferences.empty() ? preferences : "/ViewerPreferences <<" + preferences + ">>\n";
}

Conformance DocumentWriter::conformance() const {
  const bool is_described = !document_.metadata.title.empty() && !document_.metadata.language.empty();
  return is_described && structure_.is_accessible() ? Conformance::pdf_ua : Conformance::none;
}

}  // namespace

}  // namespace pdf

std::string write_pdf(const PagedDocument& document, const FaceSet& faces, const Pictures& pictures) {
  if (document.pages.empty()) throw Error("a PDF needs at least one page");
  return pdf::DocumentWriter(document, faces, pictures).write();
}

}  // namespace pubbuild
