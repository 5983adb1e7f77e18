// Finished pages: items at fixed places, and what a reader of the document needs besides. Data only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/ids.h"
#include "base/length.h"
#include "base/posture.h"

namespace pubbuild {

// From the page's top left corner, x to the right, y downwards.
struct Point {
  Length x;
  Length y;
};

struct Rect {
  Length x;
  Length y;
  Length width;
  Length height;
};

// Device colour of a page, 8 bits a channel. Equal channels are written as grey, so that black prints with
// black ink.
struct Ink {
  uint8_t red = 0;
  uint8_t green = 0;
  uint8_t blue = 0;
  bool operator==(const Ink&) const = default;
};

// The roles of ISO 32000-1 §14.8.4 that layout gives out.
enum class Role : uint8_t {
  document,
  article,
  section,
  division,
  paragraph,
  heading1,
  heading2,
  heading3,
  heading4,
  heading5,
  heading6,
  block_quote,
  list,
  list_item,
  label,
  list_body,
  table,
  table_head,
  table_body,
  table_row,
  table_header_cell,
  table_data_cell,
  caption,
  figure,
  note,
  reference,
  link,
  code,
  quote,
  span,
  ruby,
  ruby_base,
  ruby_text,
  warichu,
  warichu_text,
};

enum class StructureId : uint32_t { artifact = 0xFFFFFFFF };  // artifact: decoration, no part of the document

// An element of the logical structure; parents stand before their children, children in reading order.
struct StructureElement {
  Role role = Role::paragraph;
  StructureId parent = StructureId::artifact;  // artifact: this is the document element
  std::string lang;                            // BCP 47 where it differs from the parent's; else empty
  std::string alt;                             // of a figure
  int32_t column_span = 1;                     // of table cells
  int32_t row_span = 1;
};

// A glyph of a face; lengths in thousandths of a point, `advance` and `x_offset` along the line, `y_offset`
// to its upper side, which is the right one of a vertical line. `cluster` is the byte of the run's text it
// begins to show.
struct Glyph {
  uint32_t id = 0;
  int32_t advance = 0;
  int32_t x_offset = 0;
  int32_t y_offset = 0;
  uint32_t cluster = 0;
};

// Glyphs of one face and size on one baseline, with the text they show (clusters never fall, left to right).
struct GlyphRun {
  FontId font = FontId::none;
  Length size;
  Ink ink;
  std::string text;
  std::vector<Glyph> glyphs;
};

// A run whose first glyph begins at `origin`: on its baseline, or at the top of its frame and in the middle
// of it where glyphs stand upright or combined in a vertical line. With `actual_text`, the run stands for
// that text when copied.
struct TextItem {
  Point origin;
  GlyphRun run;
  std::optional<std::string> actual_text;
  Posture posture = Posture::level;
  bool invisible = false;  // carries text for copying only
  StructureId structure = StructureId::artifact;
  TreePosition position;
};

struct FillItem {
  Rect area;
  Ink ink;
  StructureId structure = StructureId::artifact;
};

enum class StrokeStyle : uint8_t { solid, dashed, dotted, wavy };

struct StrokeItem {
  Point from;
  Point to;
  Length width;
  Ink ink;
  StrokeStyle style = StrokeStyle::solid;
};

// A step of an outline: to a point, or along a cubic curve to it (ISO 32000-1 §8.5.2).
struct PathStep {
  enum class Kind : uint8_t { move, line, curve };
  Kind kind = Kind::line;
  Point first_control;  // of a curve
  Point second_control;
  Point to;
};

// Closed outlines, each begun by a move: filled by the even-odd rule or, with a width, drawn. Only what is
// inside the polygon `clip` is seen; one without corners hides nothing.
struct PathItem {
  std::vector<PathStep> steps;
  std::vector<Point> clip;
  Ink ink;
  Length width;
  StrokeStyle style = StrokeStyle::solid;
};

// An outlined box with nothing in it: stands for a picture that is damaged or a character no face has.
struct FrameItem {
  Rect area;
  Length width;
  Ink ink;
};

struct PictureItem {
  Rect area;
  PictureId picture = PictureId::none;
  StructureId structure = StructureId::artifact;
};

enum class DestinationId : uint32_t { none = 0xFFFFFFFF };

// A link to a destination of this document or, where there is none, to a URI.
struct LinkItem {
  Rect area;
  DestinationId destination = DestinationId::none;
  std::string uri;
  std::string description;  // what the link leads to, for assistive technology
  StructureId structure = StructureId::artifact;
};

using Item = std::variant<TextItem, FillItem, StrokeItem, PathItem, FrameItem, PictureItem, LinkItem>;

struct Page {
  Size size;
  std::string folio;        // as printed: "ii", "37"
  TreePosition first;       // the first text that flows on this page
  std::vector<Item> items;  // in drawing order; those of the document in reading order
  int32_t number = 1;       // the page counter, which the folio shows
};

struct Destination {
  uint32_t page = 0;  // counted from 0
  Point at;
};

// What the document calls a destination that stands on a page.
struct NamedDestination {
  std::string id;
  DestinationId destination = DestinationId::none;
};

// Entries in document order; an entry's parent is the nearest one before it of a lower level.
struct OutlineEntry {
  std::string title;
  int32_t level = 1;
  DestinationId destination = DestinationId::none;
};

struct DocumentMetadata {
  std::string title;
  std::vector<std::string> authors;
  std::string subject;
  std::string language;  // BCP 47
  std::vector<std::string> keywords;
  std::string identifier;  // urn:uuid:…
  int64_t date = 0;        // seconds since 1970-01-01 UTC, for creation and modification
};

// To which side the next page lies.
enum class PageProgression : uint8_t { rightwards, leftwards };

struct PagedDocument {
  std::vector<Page> pages;
  PageProgression progression = PageProgression::rightwards;
  std::vector<OutlineEntry> outline;
  std::vector<Destination> destinations;    // by DestinationId
  std::vector<NamedDestination> names;      // sorted by id; what stands on no page has none
  std::vector<StructureElement> structure;  // by StructureId; [0] is the document
  DocumentMetadata metadata;
};

}  // namespace pubbuild
