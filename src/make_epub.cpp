// From the cascade to the EPUB.
#include "make_epub.h"

#include "build_fonts.h"
#include "epub/font_files.h"
#include "epub/words.h"
#include "generate/generate.h"
#include "generate/numbered_headings.h"
#include "generate/unmade.h"
#include "generate/written_out.h"
#include "layout/layout.h"
#include "style/attribute_families.h"
#include "style/cascade.h"
#include "style/reading_system_css.h"
#include "text/font_faces.h"

namespace pubbuild {

namespace {

// All that is shown: the text with what is made of the style sheet, the markers of lists, and the contents.
FontUsage usage_of(const Publication& publication, const Styles& styles, const Generated& generated) {
  FontUsage usage(publication.tree, styles);
  usage.add(publication.body);
  for (const auto& [item, marker] : generated.markers) usage.add(marker);
  const ComputedStyle& body = styles.of(publication.body);
  usage.add_text(body, words_of(script_of(publication.metadata.lang.text)).contents);
  for (const Heading& heading : publication.headings) usage.add_text(body, heading.text);
  return usage;
}

EmbeddedFonts embed_fonts(const Publication& publication, const StyleSheet& sheet, const Styles& styles,
                          const Generated& generated, const EpubOptions& options, Diagnostics& diagnostics) {
  // What is to be said of the fonts that there are was said for the PDF.
  Diagnostics unheard;
  Diagnostics& heard = options.page_source.empty() ? diagnostics : unheard;
  Fonts fonts = find_fonts(options.data_folder);
  define_faces(sheet, Medium::reading_system, options.roots, fonts, heard);
  EmbeddedFonts embedded = embed_fonts(usage_of(publication, styles, generated), fonts, diagnostics);
  tell_of_fonts(fonts, sheet, heard);
  return embedded;
}

void name_families(Tree& tree, const EmbeddedFonts& fonts) {
  for (size_t at = 0; at < tree.size(); ++at) {
    const auto node = static_cast<NodeId>(at);
    if (!tree.is_element(node) || !tree.has(node, Attr::style)) continue;
    tree.set_attribute(node, Attr::style,
                       with_known_families(tree.attribute(node, Attr::style), fonts.families));
  }
}

}  // namespace

std::string make_epub(Publication& publication, const Pictures& pictures, const StyleSheet& sheet,
                      const EpubOptions& options, Diagnostics& diagnostics) {
  Styles styles = cascade(publication.tree, sheet, Medium::reading_system);
  const Generated generated = generate(publication.tree, styles, Medium::reading_system);
  if (options.page_source.empty()) tell_of_unmade(publication.tree, generated, diagnostics);
  publication.headings = numbered_headings(publication, styles, generated);
  EmbeddedFonts fonts;
  if (options.embedding == FontEmbedding::subsets)
    fonts = embed_fonts(publication, sheet, styles, generated, options, diagnostics);
  const WrittenPseudos written = write_out(publication.tree, styles, generated);
  name_families(publication.tree, fonts);
  const std::string css = css_for_reading_systems(sheet, {written, fonts.families});
  return write_epub({publication, pictures, fonts.css + css, options.pages, options.page_source, options.date,
                     std::move(fonts.files),
                     progression_of(styles.of(publication.body), publication.metadata)});
}

}  // namespace pubbuild
