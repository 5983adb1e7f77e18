// Articles → the bytes of an EPUB and a PDF: the whole program as a list of passes.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/roots.h"
#include "base/source.h"
#include "make_epub.h"
#include "proof/proofread.h"
#include "read/article.h"
#include "resolve/script_conversion.h"
#include "settings.h"

namespace pubbuild {

enum class OutputKind : uint8_t { epub, pdf };

struct BuildRequest {
  std::vector<ArticleFile> inputs;
  std::vector<OutputKind> outputs;
  std::vector<Setting> settings;
  std::vector<std::string> styles;  // as named on the command line
  const Roots& roots;
  std::string data_folder;
  FontEmbedding embedding = FontEmbedding::none;
  const char* source_date_epoch = nullptr;             // the environment variable
  std::function<void(std::string_view)> begins = {};   // is told the name of each pass
  std::vector<std::string> profiles = {};              // of the edition that is built
  std::optional<ChineseScript> script = std::nullopt;  // to convert Chinese to
  int64_t picture_resolution = 300;                    // of photos in print, pixels an inch
};

struct BuildResult {
  std::optional<std::string> epub;
  std::optional<std::string> pdf;
  size_t pages = 0;
};

// Gives no outputs where the sources have errors. Throws Error when the system fails.
BuildResult build(const BuildRequest& request, Sources& sources, Diagnostics& diagnostics);

// Reads and typesets the articles as for all outputs, and reads them with an editor's eye; all that is said
// is in `diagnostics`. Gives the repairs that are certain.
std::vector<proof::Repair> check(const BuildRequest& request, Sources& sources, Diagnostics& diagnostics);
// The repairs alone, of which nothing is said.
std::vector<proof::Repair> find_repairs(const BuildRequest& request, Sources& sources);

// The tree after reading and resolving, and the finished pages, as text.
std::string dump_tree(const BuildRequest& request, Sources& sources, Diagnostics& diagnostics);
std::string dump_pages(const BuildRequest& request, Sources& sources, Diagnostics& diagnostics);

}  // namespace pubbuild
