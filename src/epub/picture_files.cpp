// Names pictures by their bytes.
#include "epub/picture_files.h"

#include "epub/content_names.h"

namespace pubbuild {

namespace {

std::string_view ending_of(PictureKind kind) {
  switch (kind) {
    case PictureKind::png:
      return ".png";
    case PictureKind::jpeg:
      return ".jpg";
  }
  return "";
}

std::string name_of(const Picture& picture) {
  return name_of_content("img-", picture.bytes) + std::string(ending_of(picture.kind));
}

}  // namespace

PictureFiles name_pictures(const Publication& publication, const Pictures& pictures) {
  PictureFiles files;
  const auto add = [&](PictureId id) {
    const size_t index = static_cast<size_t>(id);
    if (index < pictures.size() && !files.contains(id)) files.emplace(id, name_of(pictures[index]));
  };
  add(publication.cover_picture);
  for (const auto& [node, id] : publication.pictures) add(id);
  return files;
}

std::string_view media_type_of(PictureKind kind) {
  switch (kind) {
    case PictureKind::png:
      return "image/png";
    case PictureKind::jpeg:
      return "image/jpeg";
  }
  return "";
}

}  // namespace pubbuild
