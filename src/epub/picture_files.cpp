// Names pictures by their bytes.
#include "epub/picture_files.h"

#include <uuid/uuid.h>

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

// The first eight bytes of libuuid's SHA-1; the version bits it sets lie in them and do no harm.
std::string name_of(const Picture& picture) {
  constexpr uuid_t no_space = {};
  constexpr std::string_view digits = "0123456789abcdef";
  uuid_t hash;
  uuid_generate_sha1(hash, no_space, picture.bytes.data(), picture.bytes.size());
  std::string name = "img-";
  for (size_t at = 0; at < 8; ++at) name += {digits[hash[at] >> 4], digits[hash[at] & 15]};
  name += ending_of(picture.kind);
  return name;
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
