// A checked picture → an image XObject (ISO 32000-1 §8.9.5) and the matrix that puts it upright into a box.
#pragma once

#include <map>
#include <string>

#include "page/pages.h"
#include "pdf/drawing.h"
#include "pdf/object_store.h"
#include "picture/picture.h"

namespace pubbuild::pdf {

// The pictures of a document; each is embedded once, when a page first shows it.
class PictureBook {
 public:
  PictureBook(const Pictures& pictures, ObjectStore& store) : pictures_(pictures), store_(store) {}

  // Draws the picture; nothing where there is no such picture.
  void append(std::string& out, const PictureItem& item, PageSpace space);
  // The entries of /XObject in the resources: "/P0 12 0 R …".
  std::string resources() const;

 private:
  const Pictures& pictures_;
  ObjectStore& store_;
  std::map<PictureId, ObjectId> embedded_;
};

}  // namespace pubbuild::pdf
