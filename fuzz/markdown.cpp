// Any text is Markdown.
#include "input.h"
#include "read/markdown/article.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using namespace pubbuild;
  Sources sources;
  const FileId file = sources.add("fuzz.md", fuzz::text_of(bytes, size));
  Tree tree(Tag::body);
  Diagnostics diagnostics;
  const auto end = static_cast<uint32_t>(sources[file].text().size());
  read_markdown(sources, {file, 0, end}, tree, tree.root(), diagnostics);
  as_text(diagnostics, sources);
  return 0;
}
