// The passes of pubbuild in their order.
#include "build.h"

#include <algorithm>

#include "build_date.h"
#include "make_epub.h"
#include "resolve/edition.h"
#include "resolve/resolve.h"
#include "style_choice.h"
#include "style_imports.h"
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

Publication read(const BuildRequest& request, Sources& sources, Diagnostics& diagnostics) {
  begin(request, "reading");
  Publication publication = new_publication();
  for (const ArticleFile& input : request.inputs) read_article(sources, input, publication, diagnostics);
  keep_edition(publication, request.profiles, diagnostics);
  apply_settings(request, publication);
  if (request.script) convert_script(publication, *request.script);
  return publication;
}

// All that is known before an output is made.
struct Understood {
  Publication publication;
  Pictures pictures;
  StyleSheet sheet;
  int64_t date = 0;
};

Understood understand(const BuildRequest& request, Sources& sources, Diagnostics& diagnostics) {
  Understood understood{read(request, sources, diagnostics), {}, {}, 0};
  Publication& publication = understood.publication;
  begin(request, "resolving");
  resolve(publication, understood.pictures, request.roots, sources, diagnostics);
  begin(request, "styles");
  const StyleRequest styles{request.data_folder + "/styles", request.styles};
  StyleImports imports(request.roots, sources);
  understood.sheet = read_styles(
      sources, choose_styles(styles, publication, request.roots, sources, diagnostics), diagnostics,
      [&](const StyleFile& from, std::string_view url) { return imports.read(from, url); });
  understood.date = build_date(request.source_date_epoch, publication.metadata, diagnostics);
  return understood;
}

std::string epub_of(const BuildRequest& request, Understood& understood, const Typeset* typeset,
                    Diagnostics& diagnostics) {
  EpubOptions options{request.data_folder, request.roots, understood.date, request.embedding};
  if (typeset != nullptr) {
    options.pages = typeset->page_breaks;
    options.page_source = typeset->identifier;
  }
  return make_epub(understood.publication, understood.pictures, understood.sheet, options, diagnostics);
}

}  // namespace

BuildResult build(const BuildRequest& request, Sources& sources, Diagnostics& diagnostics) {
  Understood understood = understand(request, sources, diagnostics);
  if (diagnostics.has_errors()) return {};
  BuildResult result;
  std::optional<Typeset> typeset;
  if (wants(request, OutputKind::pdf)) {
    begin(request, "typesetting");
    typeset =
        typeset_publication(understood.publication, understood.pictures, understood.sheet,
                            {request.data_folder, request.roots, understood.date, request.picture_resolution},
                            sources, diagnostics);
    result.pages = typeset->page_breaks.size();
    result.pdf = std::move(typeset->pdf);
  }
  if (wants(request, OutputKind::epub)) {
    begin(request, "EPUB");
    result.epub = epub_of(request, understood, typeset ? &*typeset : nullptr, diagnostics);
  }
  return diagnostics.has_errors() ? BuildResult{} : std::move(result);
}

std::vector<proof::Repair> check(const BuildRequest& request, Sources& sources, Diagnostics& diagnostics) {
  Understood understood = understand(request, sources, diagnostics);
  begin(request, "proofreading");
  std::vector<proof::Repair> repairs = proof::proofread(understood.publication, sources, diagnostics);
  if (diagnostics.has_errors()) return repairs;
  begin(request, "typesetting");
  const Typeset typeset =
      typeset_publication(understood.publication, understood.pictures, understood.sheet,
                          {request.data_folder, request.roots, understood.date, request.picture_resolution},
                          sources, diagnostics);
  begin(request, "EPUB");
  epub_of(request, understood, &typeset, diagnostics);
  return repairs;
}

std::vector<proof::Repair> find_repairs(const BuildRequest& request, Sources& sources) {
  Diagnostics unsaid;
  const Understood understood = understand(request, sources, unsaid);
  return proof::proofread(understood.publication, sources, unsaid);
}

std::string dump_tree(const BuildRequest& request, Sources& sources, Diagnostics& diagnostics) {
  const Understood understood = understand(request, sources, diagnostics);
  return dump(understood.publication.tree, understood.publication.tree.root());
}

std::string dump_pages(const BuildRequest& request, Sources& sources, Diagnostics& diagnostics) {
  Understood understood = understand(request, sources, diagnostics);
  if (diagnostics.has_errors()) return {};
  return dump_pages(understood.publication, understood.pictures, understood.sheet,
                    {request.data_folder, request.roots, understood.date, request.picture_resolution},
                    sources, diagnostics);
}

}  // namespace pubbuild
