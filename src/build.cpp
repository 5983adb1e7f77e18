// The passes of pubbuild in their order.
#include "build.h"

#include <algorithm>

#include "build_date.h"
#include "epub/epub.h"
#include "read/article.h"
#include "resolve/resolve.h"
#include "style/reading_system_css.h"
#include "style_choice.h"
#include "tree/dump.h"
#include "typeset.h"

namespace pubbuild {

namespace {

void begin(const BuildRequest& request, std::string_view pass) {
  if (request.begins) request.begins(pass);
}

bool wants(const BuildRequest& request, OutputKind kind) {
  return std::find(request.outputs.begin(), request.outputs.end(), kind) != request.outputs.end();
}

// What is set for a publication of one article is set for the article too: its head shows it.
void apply_settings(const BuildRequest& request, Publication& publication) {
  apply_settings(request.settings, publication.metadata);
  if (publication.articles.size() == 1)
    apply_settings(request.settings, publication.articles.front().metadata);
}

Publication read(const BuildRequest& request, const Sources& sources, Diagnostics& diagnostics) {
  begin(request, "reading");
  Publication publication = new_publication();
  for (const Input& input : request.inputs) {
    read_article(sources, input.file, input.folder, publication, diagnostics);
  }
  apply_settings(request, publication);
  return publication;
}

std::string epub_of(const Publication& publication, const Pictures& pictures, const StyleSheet& sheet,
                    const Typeset* typeset, int64_t date) {
  EpubInput input{publication, pictures, css_for_reading_systems(sheet), {}, "", date};
  if (typeset != nullptr) {
    input.pages = typeset->page_breaks;
    input.page_source = typeset->identifier;
  }
  return write_epub(input);
}

}  // namespace

BuildResult build(const BuildRequest& request, Sources& sources, Diagnostics& diagnostics) {
  Publication publication = read(request, sources, diagnostics);
  Pictures pictures;
  begin(request, "resolving");
  resolve(publication, pictures, request.roots, sources, diagnostics);
  begin(request, "styles");
  const StyleRequest styles{request.data_folder + "/styles", request.styles};
  const StyleSheet sheet = read_styles(
      sources, choose_styles(styles, publication, request.roots, sources, diagnostics), diagnostics);
  const int64_t date = build_date(request.source_date_epoch, publication.metadata, diagnostics);
  BuildResult result;
  std::optional<Typeset> typeset;
  if (diagnostics.has_errors()) return result;
  if (wants(request, OutputKind::pdf)) {
    begin(request, "typesetting");
    typeset =
        typeset_publication(publication, pictures, sheet, {request.data_folder, date}, sources, diagnostics);
    result.pages = typeset->page_breaks.size();
    result.pdf = std::move(typeset->pdf);
  }
  if (wants(request, OutputKind::epub)) {
    begin(request, "EPUB");
    result.epub = epub_of(publication, pictures, sheet, typeset ? &*typeset : nullptr, date);
  }
  return diagnostics.has_errors() ? BuildResult{} : std::move(result);
}

std::string dump_tree(const BuildRequest& request, const Sources& sources, Diagnostics& diagnostics) {
  Publication publication = read(request, sources, diagnostics);
  Pictures pictures;
  resolve(publication, pictures, request.roots, sources, diagnostics);
  return dump(publication.tree, publication.tree.root());
}

}  // namespace pubbuild
