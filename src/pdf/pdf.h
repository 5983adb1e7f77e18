// Finished pages → the bytes of a PDF 1.7, tagged, written through libharu's object layer.
#pragma once

#include <string>

#include "font/fonts.h"
#include "page/pages.h"
#include "picture/picture.h"

namespace pubbuild {

// Throws Error when libharu, a font or memory fails. The same input gives the same bytes.
std::string write_pdf(const PagedDocument& document, const FaceSet& faces, const Pictures& pictures);

}  // namespace pubbuild
