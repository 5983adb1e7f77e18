// The inline boxes that a line cuts → their grounds and borders under the text, and the lines that decorate
// it.
#pragma once

#include "layout/line_places.h"

namespace pubbuild {

// The boxes of a paragraph that are open, from line to line.
struct OpenInlineBoxes {
  size_t next = 0;  // the first that no line has come to
  std::vector<uint32_t> open;
};

// Has it lines under, over or through its text?
bool decorates(const ComputedStyle& style);

class LineBoxes {
 public:
  LineBoxes(Shaper& shaper, const InlineContent& content, const LinePlaces& places, OpenInlineBoxes& boxes);

  // Grounds, borders, underlines and overlines.
  void draw_under(std::vector<Item>& items) const;
  // Lines through the text.
  void draw_over(std::vector<Item>& items) const;

 private:
  enum class Layer : uint8_t { under, over };
  // The part of a box that is on this line: of its clusters, and of its margin box.
  struct Part {
    uint32_t number = 0;
    const InlineBox* box = nullptr;
    size_t first = 0;
    size_t end = 0;
    Length start;
    Length stop;
    Edge lead = Edge::cut;
    Edge trail = Edge::cut;
  };
  // Lines along clusters, as an element asks for them.
  struct Decoration {
    const ComputedStyle* style = nullptr;
    size_t first = 0;
    size_t end = 0;
    Length start;
    Length stop;
    Length raise;
  };
  struct Stretch {
    Length start;
    Length stop;
  };

  void take(uint32_t number);
  const Part* part_of(uint32_t number) const;
  static Length content_start(const Part& part);
  static Length content_stop(const Part& part);
  static std::vector<Item> box_of(const Part& part, Length baseline);
  std::vector<Decoration> decorations() const;
  void draw_lines(const Decoration& decoration, Layer layer, std::vector<Item>& items) const;
  static Length thickness_of(const ComputedStyle& style);
  Length underline_of(const ComputedStyle& style) const;
  void draw_line(const Decoration& decoration, Length above, std::vector<Item>& items) const;
  void draw_stroke(const Decoration& decoration, Stretch along, Length above, std::vector<Item>& items) const;

  Shaper& shaper_;
  const InlineContent& content_;
  const LinePlaces& places_;
  std::vector<Part> parts_;
};

}  // namespace pubbuild
