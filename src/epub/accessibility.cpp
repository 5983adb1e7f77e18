// Looks for pictures without words, ruby and printed pages.
#include "epub/accessibility.h"

#include "epub/xml.h"

namespace pubbuild {

namespace {

struct Findings {
  size_t pictures = 0;
  size_t described_pictures = 0;
  size_t rubies = 0;
};

void look_through(Findings& findings, const Publication& publication, NodeId node) {
  const Tree& tree = publication.tree;
  if (tree.is_text(node)) return;
  if (tree.tag(node) == Tag::ruby) ++findings.rubies;
  if (tree.tag(node) == Tag::img && publication.pictures.contains(node)) {
    ++findings.pictures;
    findings.described_pictures += !plain_line(tree.attribute(node, Attr::alt)).empty();
  }
  for (const NodeId child : children(tree, node)) look_through(findings, publication, child);
}

std::string summary_of(const Findings& findings, PrintedPages pages, const Words& words) {
  const auto separated = [&](std::string_view sentence) {
    return std::string(words.between_sentences) + std::string(sentence);
  };
  std::string summary(words.reflowable);
  if (findings.pictures > 0) {
    const bool all = findings.described_pictures == findings.pictures;
    summary += separated(all ? words.pictures_described : words.pictures_not_described);
  }
  if (pages == PrintedPages::marked) summary += separated(words.pages_marked);
  return summary;
}

}  // namespace

Accessibility survey_accessibility(const Publication& publication, PrintedPages pages, const Words& words) {
  Findings findings;
  look_through(findings, publication, publication.body);
  const bool pictures = findings.pictures > 0 || publication.cover_picture != PictureId::none;
  const bool all_described = findings.described_pictures == findings.pictures;
  Accessibility found;
  found.access_modes = {"textual"};
  if (pictures) found.access_modes.push_back("visual");
  found.sufficient_access_mode = all_described ? "textual" : "textual,visual";
  found.features = {"tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"};
  if (pictures && all_described) found.features.push_back("alternativeText");
  if (findings.rubies > 0) found.features.push_back("rubyAnnotations");
  if (pages == PrintedPages::marked) {
    found.features.insert(found.features.end(), {"pageBreakMarkers", "pageNavigation"});
  }
  found.summary = summary_of(findings, pages, words);
  return found;
}

}  // namespace pubbuild
