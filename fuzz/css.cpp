// Any text is a style sheet: read, cascaded over an article in both media, written for reading systems.
#include "input.h"
#include "read/article.h"
#include "style/cascade.h"
#include "style/page_style.h"
#include "style/reading_system_css.h"

namespace {

constexpr const char* article =
    "# 标题 one\n\n## two {#x}\n\ntext *em* **strong** `code` [a](#x) 汉字^[note]\n\n> quote\n\n- a\n- "
    "b\n\n1. c\n\n"
    "| a | b |\n|---|--:|\n| c | d |\n\n![p](a.png)\n\n<p lang=\"ja\" class=\"note\" style=\"color: "
    "red\">日本</p>\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using namespace pubbuild;
  Sources sources;
  Diagnostics diagnostics;
  Publication publication = new_publication();
  read_article(sources, {sources.add("article.md", article), "."}, publication, diagnostics);
  const FileId file = sources.add("fuzz.css", fuzz::text_of(bytes, size));
  const StyleSheet sheet = read_styles(sources, {{file, Origin::user}}, diagnostics);
  css_for_reading_systems(sheet);
  cascade(publication.tree, sheet, Medium::reading_system, &diagnostics);
  const Styles styles = cascade(publication.tree, sheet, Medium::print);
  page_style(sheet, page_rules(sheet, {.first = true, .name = {}}), styles.of(publication.tree.root()));
  as_text(diagnostics, sources);
  return 0;
}
