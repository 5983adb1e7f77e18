// Tries the sources of each @font-face rule in their order.
#include "text/font_faces.h"

#include <algorithm>
#include <map>

namespace pubbuild {

namespace {

// All font files of a style sheet together: more than a publisher's whole library of a language.
constexpr size_t most_font_bytes = size_t{256} * 1024 * 1024;

// What `url()` says: the file, and after a # the face of a collection that is meant.
struct FontAddress {
  std::string path;
  std::string face_name;
};

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string without_escapes(std::string_view address) {
  std::string path;
  for (size_t at = 0; at < address.size(); ++at) {
    const bool escaped = address[at] == '%' && at + 2 < address.size() && hex_value(address[at + 1]) >= 0 &&
                         hex_value(address[at + 2]) >= 0;
    path += escaped ? static_cast<char>(hex_value(address[at + 1]) * 16 + hex_value(address[at + 2]))
                    : address[at];
    if (escaped) at += 2;
  }
  return path;
}

FontAddress read_address(std::string_view written) {
  const size_t hash = std::min(written.find('#'), written.size());
  const std::string_view file = written.substr(0, std::min(hash, written.find('?')));
  const std::string_view face = written.substr(std::min(hash + 1, written.size()));
  return {without_escapes(file), without_escapes(face)};
}

// "https:", "data:" and their like; a scheme of one letter is none.
bool has_scheme(std::string_view address) {
  const size_t colon = address.find(':');
  return (colon != std::string_view::npos && colon > 1 && address.find('/') > colon) ||
         address.starts_with("//");
}

// Formats that browsers alone read. Style sheets name them beside the file that we can use.
bool is_of_the_web(const FontSource& source) {
  const std::string path = read_address(source.name).path;
  constexpr std::string_view formats[] = {"woff", "woff2", "embedded-opentype", "svg"};
  constexpr std::string_view endings[] = {".woff", ".woff2", ".eot", ".svg"};
  return std::ranges::find(formats, source.format) != std::end(formats) ||
         std::ranges::any_of(endings, [&](std::string_view ending) { return path.ends_with(ending); });
}

class FaceDefiner {
 public:
  FaceDefiner(const Roots& roots, Fonts& fonts, Diagnostics& diagnostics)
      : roots_(roots), fonts_(fonts), diagnostics_(diagnostics) {}

  void define(const FontFaceRule& rule) {
    for (const FontSource& source : rule.sources) {
      if (const std::optional<FaceSource> face = find(rule, source)) return define(rule, *face);
    }
    for (const FontSource& source : rule.sources) {
      if (source.kind == FontSource::Kind::local || !is_of_the_web(source)) continue;
      return warn(source, "is of a format for browsers, which is not read", "convert it to .otf or .ttf");
    }
  }

 private:
  void define(const FontFaceRule& rule, const FaceSource& source) {
    DefinedFace face{
        rule.family, source,          rule.weight_from, rule.weight_to, rule.style != FontStyle::normal,
        {},          rule.size_adjust};
    for (const UnicodeRange& range : rule.ranges) face.ranges.push_back({range.first, range.last});
    fonts_.define(std::move(face));
  }

  std::optional<FaceSource> find(const FontFaceRule& rule, const FontSource& source) {
    if (source.kind == FontSource::Kind::local)
      return fonts_.local_face(source.name, rule.weight_from, rule.style != FontStyle::normal);
    if (is_of_the_web(source)) return std::nullopt;
    const auto [known, is_new] = files_.try_emplace({source.folder, source.name});
    if (is_new) known->second = read(source);
    return known->second;
  }

  // A file that several rules name is read, and complained of, once.
  std::optional<FaceSource> read(const FontSource& source) {
    if (has_scheme(source.name)) {
      warn(source, "is not a file beside the style sheet", "fonts are not fetched from elsewhere");
      return std::nullopt;
    }
    FontAddress address = read_address(source.name);
    FileBytes file = roots_.read(source.folder, address.path, std::min(longest_font_file, bytes_left_));
    if (const Refusal* refusal = std::get_if<Refusal>(&file)) {
      warn(source, refusal->reason, refusal->hint);
      return std::nullopt;
    }
    std::string& bytes = std::get<std::string>(file);
    bytes_left_ -= bytes.size();
    std::string why_not;
    const auto face =
        fonts_.add_file({address.path, std::move(bytes), std::move(address.face_name)}, why_not);
    if (!face) warn(source, why_not, "");
    return face;
  }

  void warn(const FontSource& source, std::string_view complaint, std::string hint) {
    diagnostics_.warning("font-file", source.span, "the font '" + source.name + "' " + std::string(complaint),
                         std::move(hint));
  }

  const Roots& roots_;
  Fonts& fonts_;
  Diagnostics& diagnostics_;
  size_t bytes_left_ = most_font_bytes;
  // By folder and address.
  std::map<std::pair<std::string, std::string>, std::optional<FaceSource>> files_;
};

}  // namespace

void define_faces(const StyleSheet& sheet, Medium medium, const Roots& roots, Fonts& fonts,
                  Diagnostics& diagnostics) {
  FaceDefiner definer(roots, fonts, diagnostics);
  for (const FontFaceRule& rule : sheet.font_faces) {
    if (medium == Medium::print ? rule.media.print : rule.media.reading_system) definer.define(rule);
  }
}

}  // namespace pubbuild
