// Segments of ruby: bases first, then what is written beside them.
#include "layout/ruby_segments.h"

#include <algorithm>

namespace pubbuild {

namespace {

class Segmentation {
 public:
  Segmentation(const LayoutDocument& document, NodeId ruby) : document_(document), ruby_(ruby) {}

  std::vector<RubySegment> run() {
    for (const NodeId child : children(tree(), ruby_)) add(child);
    end_base(NodeId::none);
    end_segment();
    return std::move(segments_);
  }

 private:
  const Tree& tree() const { return document_.tree(); }
  Display display_of(NodeId node) const {
    return tree().is_text(node) ? Display::inline_ : document_.style(node).display;
  }

  void add(NodeId child) {
    switch (display_of(child)) {
      case Display::none:
        end_base(child);
        return;
      case Display::ruby_text:
        end_base(child);
        add_annotation(child);
        return;
      case Display::ruby_base:
        end_base(child);
        begin_base(child);
        end_base(tree().next(child));
        return;
      default:
        if (base_.first == NodeId::none) begin_base(child);
    }
  }

  // A base after annotations begins another segment; white space alone does not end one.
  void begin_base(NodeId first) {
    base_.first = first;
    base_.kind = RubyPart::Kind::base;
  }

  void end_base(NodeId end) {
    if (base_.first == NodeId::none) return;
    base_.end = end;
    if (is_blank(base_)) base_.kind = RubyPart::Kind::blank;
    if (base_.kind == RubyPart::Kind::base && has_annotations()) end_segment();
    segment_.parts.push_back(base_);
    base_ = {};
  }

  bool is_blank(const RubyPart& part) const {
    for (NodeId node = part.first; node != part.end; node = tree().next(node)) {
      if (!tree().is_text(node)) return false;
      if (tree().text(node).find_first_not_of(" \n\t\r\f") != std::string_view::npos) return false;
    }
    return true;
  }

  bool has_annotations() const { return !texts_.empty() || !segment_.levels.empty(); }

  void add_annotation(NodeId node) {
    if (tree().tag(node) == Tag::rtc) {
      end_level();
      add_container(node);
    } else {
      texts_.push_back(node);
    }
  }

  void add_container(NodeId container) {
    for (const NodeId child : children(tree(), container)) {
      if (display_of(child) == Display::ruby_text) texts_.push_back(child);
    }
    if (texts_.empty()) texts_.push_back(container);
    const bool spans = texts_.size() == 1;
    end_level();
    segment_.levels.back().spans = spans;
  }

  size_t bases() const {
    return static_cast<size_t>(std::ranges::count(segment_.parts, RubyPart::Kind::base, &RubyPart::kind));
  }

  // The rt elements since the last level, as many to a level as there are bases.
  void end_level() {
    const size_t most = std::max<size_t>(bases(), 1);
    for (size_t n = 0; n < texts_.size(); n += most) {
      const auto from = texts_.begin() + static_cast<std::ptrdiff_t>(n);
      const auto to = from + static_cast<std::ptrdiff_t>(std::min(most, texts_.size() - n));
      segment_.levels.push_back({{from, to}, false});
    }
    texts_.clear();
  }

  void end_segment() {
    end_level();
    if (segment_.parts.empty() && segment_.levels.empty()) return;
    segments_.push_back(std::move(segment_));
    segment_ = {};
  }

  const LayoutDocument& document_;
  const NodeId ruby_;
  std::vector<RubySegment> segments_;
  RubySegment segment_;
  RubyPart base_;
  std::vector<NodeId> texts_;
};

}  // namespace

std::vector<RubySegment> ruby_segments(const LayoutDocument& document, NodeId ruby) {
  return Segmentation(document, ruby).run();
}

}  // namespace pubbuild
