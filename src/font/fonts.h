// The faces of a build: which installed face a family name means, and the open faces by FontId.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/ids.h"
#include "font/face.h"

namespace pubbuild {

// Open faces by id; ids are given in the order faces are first asked for.
class FaceSet {
 public:
  virtual ~FaceSet() = default;
  virtual const Face& face(FontId font) const = 0;
  virtual size_t size() const = 0;
};

}  // namespace pubbuild
