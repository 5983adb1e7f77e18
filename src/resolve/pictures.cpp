// Pictures: found inside the roots, checked, remembered.
#include "resolve/pictures.h"

#include <filesystem>
#include <map>
#include <optional>

#include "resolve/address.h"
#include "resolve/data_uri.h"
#include "resolve/slug.h"
#include "resolve/walk.h"

namespace pubbuild {

namespace {

// A scan of a double page in print quality has less.
constexpr size_t most_picture_bytes = size_t{64} * 1024 * 1024;
// All pictures of a publication stay in memory, once as files and once in each output, within a gigabyte.
constexpr size_t most_bytes_of_all = size_t{256} * 1024 * 1024;

struct Loaded {
  PictureId id = PictureId::none;
  std::string_view code;  // of the warning, where there is no picture
  std::string reason;
  std::string hint;
};

class PictureLoader {
 public:
  PictureLoader(Pictures& pictures, const Roots& roots, Diagnostics& diagnostics)
      : pictures_(pictures), roots_(roots), diagnostics_(diagnostics) {}

  // The picture that `written` names in a file of `folder`; none, with a warning at `span`, where it cannot
  // be had.
  PictureId load(const std::string& folder, std::string_view written, Span span) {
    if (is_data_uri(written)) return load_data(written, span);
    if (const std::string scheme = scheme_of(written); !scheme.empty()) {
      diagnostics_.warning("picture-remote", span,
                           "the picture '" + std::string(written) + "' is not fetched",
                           "save it beside the article and name the file; nothing is read from the network");
      return PictureId::none;
    }
    const std::string path = percent_decoded(written);
    const std::string key = (std::filesystem::path(folder) / path).lexically_normal().string();
    auto found = by_path_.find(key);
    if (found == by_path_.end()) found = by_path_.emplace(key, read(folder, path)).first;
    const Loaded& loaded = found->second;
    if (loaded.id == PictureId::none) {
      diagnostics_.warning(loaded.code, span, "the picture '" + path + "' " + loaded.reason, loaded.hint);
    }
    return loaded.id;
  }

 private:
  PictureId load_data(std::string_view uri, Span span) {
    auto found = by_path_.find(std::string(uri));
    if (found == by_path_.end()) {
      std::optional<std::string> bytes = data_in(uri);
      Loaded loaded{PictureId::none, "picture-damaged", "is damaged", ""};
      if (bytes) loaded = check(std::move(*bytes));
      found = by_path_.emplace(uri, std::move(loaded)).first;
    }
    const Loaded& loaded = found->second;
    const std::string name = data_name(uri);
    if (loaded.id == PictureId::none)
      diagnostics_.warning(
          loaded.code, span,
          "the picture " + (name.empty() ? "in this data: address" : "'" + name + "'") + " " + loaded.reason,
          loaded.hint);
    return loaded.id;
  }

  Loaded read(const std::string& folder, const std::string& path) {
    FileBytes file = roots_.read(folder, path, most_picture_bytes);
    if (const Refusal* refusal = std::get_if<Refusal>(&file)) {
      return {PictureId::none, "picture-missing", refusal->reason, refusal->hint};
    }
    return check(std::move(std::get<std::string>(file)));
  }

  Loaded check(std::string bytes) {
    if (bytes.size() > most_bytes_of_all - bytes_) {
      return {PictureId::none, "picture-missing", "goes beyond 256 MB of pictures in one publication",
              "save the pictures smaller"};
    }
    std::variant<Picture, PictureFault> checked = read_picture(std::move(bytes));
    if (const PictureFault* fault = std::get_if<PictureFault>(&checked)) {
      return {PictureId::none, "picture-damaged", fault->reason, ""};
    }
    bytes_ += std::get<Picture>(checked).bytes.size();
    pictures_.push_back(std::move(std::get<Picture>(checked)));
    return {static_cast<PictureId>(pictures_.size() - 1), {}, {}, {}};
  }

  Pictures& pictures_;
  const Roots& roots_;
  Diagnostics& diagnostics_;
  std::map<std::string, Loaded> by_path_;
  size_t bytes_ = 0;
};

// The cover's path is relative to the first article, the file it was most likely written in.
void load_cover(Publication& publication, PictureLoader& loader) {
  const Field& cover = publication.metadata.cover;
  if (cover.text.empty()) return;
  const std::string folder = publication.articles.empty() ? "." : publication.articles.front().folder;
  publication.cover_picture = loader.load(folder, cover.text, cover.span);
}

}  // namespace

void load_pictures(Publication& publication, Pictures& pictures, const Roots& roots,
                   Diagnostics& diagnostics) {
  PictureLoader loader(pictures, roots, diagnostics);
  const Tree& tree = publication.tree;
  load_cover(publication, loader);
  for (const Article& article : publication.articles) {
    for (const NodeId node : elements_below(tree, article.root)) {
      if (!tree.is_element(node, Tag::img)) continue;
      const PictureId id = loader.load(article.folder, tree.attribute(node, Attr::src), tree.span(node));
      if (id != PictureId::none) publication.pictures[node] = id;
    }
  }
}

}  // namespace pubbuild
