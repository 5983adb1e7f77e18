// Names that travel between stages: of nodes of the tree, faces and pictures, and places in the text.
#pragma once

#include <cstdint>

namespace pubbuild {

enum class NodeId : uint32_t { none = 0xFFFFFFFF };
enum class FontId : uint16_t { none = 0xFFFF };
enum class PictureId : uint32_t { none = 0xFFFFFFFF };

// A place in the text of the tree: a node and, in a text node, a byte of its text.
struct TreePosition {
  NodeId node = NodeId::none;
  uint32_t offset = 0;
  bool operator==(const TreePosition&) const = default;
};

}  // namespace pubbuild
