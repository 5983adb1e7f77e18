// An article and, after the first NUL, a style sheet for it → an EPUB and a PDF.
#include <algorithm>

#include "base/error.h"
#include "build.h"
#include "input.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using namespace pubbuild;
  const uint8_t* const end = bytes + size;
  const uint8_t* const article_end = std::find(bytes, end, uint8_t{0});
  const uint8_t* const css = article_end == end ? end : article_end + 1;
  const MemoryRoots roots({{"fuzz.css", fuzz::text_of(css, static_cast<size_t>(end - css))}});
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("fuzz.md", fuzz::text_of(bytes, static_cast<size_t>(article_end - bytes)));
  BuildRequest request{{{file, "."}}, {OutputKind::epub, OutputKind::pdf}, {}, {}, roots, PROJECT_DIR};
  request.settings = {{"style", "article"}, {"style", "fuzz.css"}};
  build(request, sources, diagnostics);
  as_text(diagnostics, sources);
  return 0;
}
