// From the cascade to the PDF.
#include "typeset.h"

#include <utility>

#include "build_fonts.h"
#include "generate/generate.h"
#include "generate/numbered_headings.h"
#include "generate/unmade.h"
#include "layout/layout.h"
#include "page/dump.h"
#include "pdf/pdf.h"
#include "printed_pictures.h"
#include "settled_layout.h"
#include "style/cascade.h"
#include "text/font_faces.h"

namespace pubbuild {

namespace {

std::vector<PageBreak> page_breaks(const PagedDocument& document, const Generated& generated) {
  std::vector<PageBreak> breaks;
  for (const Page& page : document.pages)
    breaks.push_back({page.folio, written_position(generated, page.first)});
  return breaks;
}

DocumentMetadata document_metadata(const Metadata& metadata, int64_t date) {
  DocumentMetadata document;
  document.title = metadata.title.text;
  for (const Person& author : metadata.authors) document.authors.push_back(author.name);
  document.subject = metadata.description.text;
  document.keywords = metadata.subjects;
  document.language = metadata.lang.text;
  document.identifier = publication_identifier(metadata);
  document.date = date;
  return document;
}

struct Paged {
  PagedDocument document;
  std::vector<PageBreak> breaks;
};

Paged paginate(Publication& publication, const Pictures& pictures, const StyleSheet& sheet, Fonts& fonts,
               const Sources& sources, Diagnostics& diagnostics) {
  Styles styles = cascade(publication.tree, sheet, Medium::print, &diagnostics);
  const Generated generated = generate(publication.tree, styles);
  tell_of_unmade(publication.tree, generated, diagnostics);
  std::vector<Heading> plain_headings =
      std::exchange(publication.headings, numbered_headings(publication, styles, generated));
  const LayoutInput input{publication,        styles,  sheet, generated.markers, generated.strings,
                          generated.counters, pictures};
  PagedDocument document = lay_out_settled(input, publication.tree, generated, fonts, sources, diagnostics);
  withdraw(publication.tree, generated);
  publication.headings = std::move(plain_headings);
  std::vector<PageBreak> breaks = page_breaks(document, generated);
  return {std::move(document), std::move(breaks)};
}

}  // namespace

Typeset typeset_publication(Publication& publication, const Pictures& pictures, const StyleSheet& sheet,
                            const TypesetOptions& options, const Sources& sources, Diagnostics& diagnostics) {
  Fonts fonts = find_fonts(options.data_folder);
  define_faces(sheet, Medium::print, options.roots, fonts, diagnostics);
  Paged paged = paginate(publication, pictures, sheet, fonts, sources, diagnostics);
  tell_of_fonts(fonts, sheet, diagnostics);
  paged.document.metadata = document_metadata(publication.metadata, options.date);
  const std::optional<Pictures> printed =
      pictures_for_print(paged.document, pictures, options.picture_resolution);
  return {write_pdf(paged.document, fonts, printed ? *printed : pictures), paged.document.metadata.identifier,
          std::move(paged.breaks)};
}

std::string dump_pages(Publication& publication, const Pictures& pictures, const StyleSheet& sheet,
                       const TypesetOptions& options, const Sources& sources, Diagnostics& diagnostics) {
  Fonts fonts = find_fonts(options.data_folder);
  define_faces(sheet, Medium::print, options.roots, fonts, diagnostics);
  return dump(paginate(publication, pictures, sheet, fonts, sources, diagnostics).document);
}

}  // namespace pubbuild
