// Repairing in memory, over and over until a reading finds nothing more.
#include "fix.h"

#include <algorithm>
#include <filesystem>

#include "proof/repair.h"

namespace pubbuild {

namespace {

// A repair may lay bare the next one; more rounds than this would be two repairs that undo each other.
constexpr size_t most_rounds = 10;

bool may_be_fixed(const ArticleFile& article) {
  return article.written_as.has_value();
}

std::vector<proof::Repair> repairs_of(FileId file, const std::vector<proof::Repair>& repairs) {
  std::vector<proof::Repair> found;
  for (const proof::Repair& repair : repairs) {
    if (repair.span.file == file) found.push_back(repair);
  }
  return found;
}

// Whether anything was repaired.
bool repair_once(BuildRequest& request, Sources& sources) {
  const std::vector<proof::Repair> repairs = find_repairs(request, sources);
  bool changed = false;
  for (ArticleFile& article : request.inputs) {
    const std::vector<proof::Repair> own = repairs_of(article.file, repairs);
    if (own.empty() || !may_be_fixed(article)) continue;
    const std::string name = sources[article.file].name();
    article.file = sources.add(name, proof::repaired(sources[article.file].text(), own));
    changed = true;
  }
  return changed;
}

// As GNU names backups: a.md~, then a.md.~1~ and so on.
std::string backup_name(const std::string& path) {
  std::string name = path + "~";
  for (size_t n = 1; std::filesystem::exists(std::filesystem::symlink_status(name)); ++n)
    name = path + ".~" + std::to_string(n) + "~";
  return name;
}

}  // namespace

FixedArticles fix(BuildRequest& request, Sources& sources) {
  const std::vector<ArticleFile> read = request.inputs;
  for (size_t round = 0; round < most_rounds && repair_once(request, sources); ++round) {
  }
  FixedArticles fixed;
  for (size_t n = 0; n < read.size(); ++n) {
    const std::string name = read[n].file == FileId::none ? read[n].name : sources[read[n].file].name();
    if (!may_be_fixed(read[n])) fixed.left_alone.push_back(name);
    if (read[n].file == request.inputs[n].file) continue;
    const std::string_view before = sources[read[n].file].text();
    const std::string_view after = sources[request.inputs[n].file].text();
    const auto before_bytes = encode_text(before, *read[n].written_as);
    const auto after_bytes = encode_text(after, *read[n].written_as);
    if (!before_bytes || !after_bytes) {
      fixed.left_alone.push_back(name);
      request.inputs[n] = read[n];
      continue;
    }
    fixed.diff += proof::unified_diff(name, before, after);
    fixed.files.push_back({backup_name(name), *before_bytes});
    fixed.files.push_back({name, *after_bytes});
  }
  return fixed;
}

}  // namespace pubbuild
