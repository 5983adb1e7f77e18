// A face of a font file: checked before use, its metrics, coverage and advances.
#pragma once

#include <hb.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"

namespace pubbuild {

template <auto destroy>
struct HbDeleter {
  void operator()(auto* object) const { destroy(object); }
};
using HbFace = std::unique_ptr<hb_face_t, HbDeleter<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, HbDeleter<hb_font_destroy>>;
using HbBlob = std::unique_ptr<hb_blob_t, HbDeleter<hb_blob_destroy>>;

// In font units; descent is positive downwards.
struct FaceMetrics {
  int32_t units_per_em = 1000;
  int32_t ascent = 880;
  int32_t descent = 120;
  int32_t line_gap = 0;
  int32_t cap_height = 730;
  int32_t x_height = 540;
  int32_t italic_angle = 0;  // whole degrees
  int32_t x_min = 0, y_min = 0, x_max = 0, y_max = 0;
};

// The largest fonts in use (Noto Serif CJK, all regions, all weights) have 27 MB a file.
constexpr size_t longest_font_file = size_t{64} * 1024 * 1024;

// Constant once open: any number of threads may ask.
class Face {
 public:
  // The face of number `index` in a font file, or nothing and `why_not` when the file is damaged, of a format
  // that a PDF cannot carry (CFF2, bitmap only) or not embeddable by its licence bits (fsType restricted).
  static std::unique_ptr<Face> open(const std::string& path, unsigned index, std::string& why_not);
  // The same for the bytes of a font file called `name`; of a collection the face of that full or PostScript
  // name, the first one where the name is empty.
  static std::unique_ptr<Face> read(const std::string& name, std::string_view bytes,
                                    std::string_view face_name, std::string& why_not);

  const std::string& path() const { return path_; }
  unsigned index() const { return index_; }
  const std::string& postscript_name() const { return postscript_name_; }
  // Whether the licence bits (OS/2 fsType) let a part of the font be embedded; all faces may be as a whole.
  bool may_be_subset() const { return may_be_subset_; }
  const FaceMetrics& metrics() const { return metrics_; }
  uint32_t glyph_count() const { return glyph_count_; }
  // Glyph outlines in a CFF table; otherwise in glyf.
  bool is_cff() const { return is_cff_; }

  // Glyph 0 (.notdef) for characters the face does not have.
  uint32_t glyph(char32_t character) const;
  bool covers(char32_t character) const { return glyph(character) != 0; }
  // Horizontal advance of hmtx, in font units; 0 for a glyph the face does not have.
  int32_t advance(uint32_t glyph) const {
    if (glyph >= glyph_count_) return 0;
    return advances_[std::min<size_t>(glyph, advances_.size() - 1)];
  }
  // `units` of the face at a size, in thousandths of a point, rounded.
  int32_t at_size(int64_t units, Length size) const {
    return static_cast<int32_t>(scaled(size, units, metrics_.units_per_em).milli);
  }

  // Of vmtx and VORG, in font units; of a face without them an em, and the frame of an ideograph.
  int32_t vertical_advance(uint32_t glyph) const { return -hb_font_get_glyph_v_advance(hb_font(), glyph); }
  // Of the top of a glyph's frame above its baseline.
  int32_t frame_top(uint32_t glyph) const;

  hb_face_t* hb_face() const { return face_.get(); }
  // Scaled to font units.
  hb_font_t* hb_font() const { return font_.get(); }

 private:
  Face();
  static std::unique_ptr<Face> open_blob(const std::string& path, hb_blob_t* blob, unsigned index,
                                         std::string& why_not);
  // Why the tables cannot be used; empty where they can.
  std::string read_tables();
  void read_font(uint32_t em);
  uint32_t look_up(char32_t character) const;

  std::string path_;
  unsigned index_ = 0;
  std::string postscript_name_;
  FaceMetrics metrics_;
  uint32_t glyph_count_ = 0;
  bool is_cff_ = false;
  bool may_be_subset_ = true;
  std::vector<uint16_t> advances_;  // of hmtx; the last one holds for all further glyphs
  std::unique_ptr<std::atomic<uint16_t>[]> glyph_of_bmp_;
  HbFace face_;
  HbFont font_;
};

}  // namespace pubbuild
