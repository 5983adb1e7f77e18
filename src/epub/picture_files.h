// The pictures a publication shows → files with names of their own.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "picture/picture.h"
#include "tree/publication.h"

namespace pubbuild {

// "img-0123456789abcdef.png": the name follows from the bytes, so that one picture is one file.
using PictureFiles = std::map<PictureId, std::string>;

PictureFiles name_pictures(const Publication& publication, const Pictures& pictures);
std::string_view media_type_of(PictureKind kind);

}  // namespace pubbuild
