// Finished pages → text, an item a line.
#include "page/dump.h"

#include "base/diagnostics.h"

namespace pubbuild {

namespace {

// Points with three decimals, without the zeros at the end.
std::string in_points(Length length) {
  const int64_t milli = length.milli < 0 ? -length.milli : length.milli;
  std::string text = (length.milli < 0 ? "-" : "") + std::to_string(milli / 1000);
  const std::string decimals = std::to_string(milli % 1000 + 1000).substr(1);
  const size_t last = decimals.find_last_not_of('0');
  return last == std::string::npos ? text : text + "." + decimals.substr(0, last + 1);
}

std::string place(Point point) {
  return in_points(point.x) + " " + in_points(point.y);
}

std::string place(Rect area) {
  return place(Point{area.x, area.y}) + " " + in_points(area.width) + "×" + in_points(area.height);
}

std::string posture(Posture posture) {
  switch (posture) {
    case Posture::level:
      return "";
    case Posture::sideways:
      return " sideways";
    case Posture::upright:
      return " upright";
    case Posture::combined:
      return " combined";
  }
  return "";
}

struct ItemLine {
  std::string operator()(const TextItem& text) const {
    std::string line = "text " + place(text.origin) + " size " + in_points(text.run.size) + " font " +
                       std::to_string(static_cast<unsigned>(text.run.font)) + " \"" +
                       printable(text.run.text) + "\"";
    line += posture(text.posture);
    if (text.invisible) line += " invisible";
    if (text.actual_text) line += " for \"" + printable(*text.actual_text) + "\"";
    return line;
  }
  std::string operator()(const FillItem& fill) const { return "fill " + place(fill.area); }
  std::string operator()(const StrokeItem& stroke) const {
    return "stroke " + place(stroke.from) + " to " + place(stroke.to) + " width " + in_points(stroke.width);
  }
  std::string operator()(const PathItem& path) const {
    std::string line = path.width > Length{} ? "outline" : "fill";
    for (const PathStep& step : path.steps) {
      if (step.kind == PathStep::Kind::move) line += " from";
      line += (step.kind == PathStep::Kind::curve ? " ~ " : " ") + place(step.to);
    }
    return line;
  }
  std::string operator()(const FrameItem& frame) const { return "frame " + place(frame.area); }
  std::string operator()(const PictureItem& picture) const {
    return "picture " + place(picture.area) + " number " +
           std::to_string(static_cast<uint32_t>(picture.picture));
  }
  std::string operator()(const LinkItem& link) const {
    const bool is_internal = link.destination != DestinationId::none;
    return "link " + place(link.area) + " to " +
           (is_internal ? "destination " + std::to_string(static_cast<uint32_t>(link.destination))
                        : printable(link.uri));
  }
};

}  // namespace

std::string dump(const PagedDocument& document) {
  std::string out;
  for (const Page& page : document.pages) {
    out += "page " + page.folio + " " + in_points(page.size.width) + "×" + in_points(page.size.height) + "\n";
    for (const Item& item : page.items) out += "  " + std::visit(ItemLine{}, item) + "\n";
  }
  return out;
}

}  // namespace pubbuild
