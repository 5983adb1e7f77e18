// A font file → a face: the file's tables checked, then its metrics, advances and coverage read.
#include "font/face.h"

#include <hb-ot.h>
#include <sys/stat.h>

#include <array>
#include <string_view>

#include "font/bytes.h"

namespace pubbuild {

namespace {

// OpenType, "head": unitsPerEm.
constexpr uint32_t smallest_em = 16;
constexpr uint32_t largest_em = 16384;
// The largest collections (Noto Sans CJK, all regions with the monospaced ones) have ten.
constexpr unsigned most_faces = 64;
// Adobe TN 5902: names longer than 63 bytes trip old interpreters.
constexpr size_t longest_postscript_name = 63;
// A glyph id never reaches this: maxp counts glyphs in 16 bits.
constexpr uint16_t not_looked_up = 0xFFFF;
constexpr uint32_t bmp_size = 0x10000;

// Where the tables of one face lie in the file.
class TableDirectory {
 public:
  TableDirectory(FontBytes file, unsigned index) : file_(file), begin_(begin_of_face(file, index)) {
    count_ = file_.u16(begin_ + 4);
  }

  bool is_sfnt() const {
    const uint32_t version = file_.u32(begin_);
    return !file_.overrun() && begin_ != no_face &&
           (version == 0x00010000 || version == HB_TAG('O', 'T', 'T', 'O') ||
            version == HB_TAG('t', 'r', 'u', 'e'));
  }
  // Compressed for the web (WOFF 1.0 and 2.0).
  bool is_woff() const {
    const uint32_t version = file_.u32(0);
    return version == HB_TAG('w', 'O', 'F', 'F') || version == HB_TAG('w', 'O', 'F', '2');
  }
  bool has(hb_tag_t tag) const { return record(tag) != 0; }
  // The table lies wholly within the file and is not empty.
  bool has_in_bounds(hb_tag_t tag) const {
    const size_t at = record(tag);
    if (at == 0) return false;
    const uint64_t end = static_cast<uint64_t>(file_.u32(at + 8)) + file_.u32(at + 12);
    return file_.u32(at + 12) > 0 && end <= file_.size();
  }

 private:
  static constexpr size_t no_face = SIZE_MAX / 2;

  static size_t begin_of_face(const FontBytes& file, unsigned index) {
    if (file.u32(0) != HB_TAG('t', 't', 'c', 'f')) return index == 0 ? 0 : no_face;
    return index < file.u32(8) ? file.u32(12 + 4 * static_cast<size_t>(index)) : no_face;
  }
  size_t record(hb_tag_t tag) const {
    for (size_t i = 0; i < count_; ++i) {
      const size_t at = begin_ + 12 + 16 * i;
      if (file_.u32(at) == tag) return at;
    }
    return 0;
  }

  FontBytes file_;
  size_t begin_ = no_face;
  size_t count_ = 0;
};

struct TagName {
  hb_tag_t tag;
  std::string_view name;
};

constexpr std::array<TagName, 5> required_tables = {{
    {HB_TAG('h', 'e', 'a', 'd'), "head"},
    {HB_TAG('h', 'h', 'e', 'a'), "hhea"},
    {HB_TAG('h', 'm', 't', 'x'), "hmtx"},
    {HB_TAG('m', 'a', 'x', 'p'), "maxp"},
    {HB_TAG('c', 'm', 'a', 'p'), "cmap"},
}};

// Why the outlines of this face cannot be put into a PDF; empty where they can.
std::string fault_of_outlines(const TableDirectory& tables) {
  const bool has_cff = tables.has_in_bounds(HB_TAG('C', 'F', 'F', ' '));
  const bool has_glyf =
      tables.has_in_bounds(HB_TAG('g', 'l', 'y', 'f')) && tables.has_in_bounds(HB_TAG('l', 'o', 'c', 'a'));
  if (has_cff || has_glyf) return {};
  if (tables.has(HB_TAG('C', 'F', 'F', '2'))) {
    return "is a variable font with CFF2 outlines, which a PDF cannot carry";
  }
  if (tables.has(HB_TAG('C', 'B', 'D', 'T')) || tables.has(HB_TAG('s', 'b', 'i', 'x')) ||
      tables.has(HB_TAG('E', 'B', 'D', 'T'))) {
    return "holds bitmaps only, no outlines";
  }
  return "is damaged: no outlines (neither glyf and loca nor CFF)";
}

std::string fault_of_directory(const TableDirectory& tables) {
  if (tables.is_woff()) return "is a WOFF file, which is not read: convert it to .otf or .ttf";
  if (!tables.is_sfnt()) return "is no OpenType or TrueType font, or has no face of that number";
  for (const TagName& table : required_tables) {
    if (!tables.has_in_bounds(table.tag)) {
      return "is damaged: the table " + std::string(table.name) + " is missing or cut off";
    }
  }
  return fault_of_outlines(tables);
}

// One table of a face, kept alive while its bytes are read.
struct Table {
  Table(hb_face_t* face, hb_tag_t tag)
      : blob(hb_face_reference_table(face, tag)), bytes(bytes_of(blob.get())) {}
  HbBlob blob;
  FontBytes bytes;
};

// OS/2 fsType: of the bits 0 to 3 the least restrictive counts; bit 9 allows bitmaps only.
bool forbids_embedding(hb_face_t* face) {
  const Table os2(face, HB_TAG('O', 'S', '/', '2'));
  const uint32_t fs_type = os2.bytes.u16(8);
  return (fs_type & 0x000F) == 0x0002 || (fs_type & 0x0200) != 0;
}

// OS/2 fsType bit 8.
bool forbids_subsets(hb_face_t* face) {
  const Table os2(face, HB_TAG('O', 'S', '/', '2'));
  return (os2.bytes.u16(8) & 0x0100) != 0;
}

// Reads the advances of hmtx; none where hhea, hmtx and maxp do not fit together.
std::vector<uint16_t> read_advances(hb_face_t* face, uint32_t glyph_count) {
  const Table hhea(face, HB_TAG('h', 'h', 'e', 'a'));
  const Table hmtx(face, HB_TAG('h', 'm', 't', 'x'));
  const uint32_t count = hhea.bytes.u16(34);
  if (count == 0 || count > glyph_count) return {};
  std::vector<uint16_t> advances(count);
  for (uint32_t i = 0; i < count; ++i) advances[i] = static_cast<uint16_t>(hmtx.bytes.u16(4 * size_t{i}));
  if (hmtx.bytes.overrun()) return {};
  return advances;
}

int32_t top_of(hb_font_t* font, char32_t character, int32_t otherwise) {
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t extents = {};
  if (!hb_font_get_nominal_glyph(font, character, &glyph)) return otherwise;
  if (!hb_font_get_glyph_extents(font, glyph, &extents)) return otherwise;
  return extents.y_bearing > 0 ? extents.y_bearing : otherwise;
}

// Ascent and descent of OS/2 (sTypo…: in CJK fonts the ideographic em box), else those of hhea.
void read_line_metrics(hb_face_t* face, const Table& os2, FaceMetrics& metrics) {
  const Table hhea(face, HB_TAG('h', 'h', 'e', 'a'));
  metrics.ascent = os2.bytes.i16(68);
  metrics.descent = -os2.bytes.i16(70);
  metrics.line_gap = os2.bytes.i16(72);
  if (os2.bytes.size() >= 74 && metrics.ascent > 0 && metrics.ascent + metrics.descent > 0) return;
  metrics.ascent = hhea.bytes.i16(4);
  metrics.descent = -hhea.bytes.i16(6);
  metrics.line_gap = hhea.bytes.i16(8);
  if (metrics.ascent > 0 && metrics.ascent + metrics.descent > 0) return;
  metrics.ascent = metrics.units_per_em * 88 / 100;
  metrics.descent = metrics.units_per_em - metrics.ascent;
  metrics.line_gap = 0;
}

// OS/2 names them from version 2 on; otherwise an H and an x are measured.
void read_letter_heights(hb_font_t* font, const Table& os2, FaceMetrics& metrics) {
  const bool named = os2.bytes.u16(0) >= 2 && os2.bytes.size() >= 90;
  metrics.x_height = named ? os2.bytes.i16(86) : 0;
  metrics.cap_height = named ? os2.bytes.i16(88) : 0;
  if (metrics.x_height <= 0) metrics.x_height = top_of(font, U'x', metrics.units_per_em * 54 / 100);
  if (metrics.cap_height <= 0) metrics.cap_height = top_of(font, U'H', metrics.units_per_em * 73 / 100);
}

FaceMetrics read_metrics(hb_face_t* face, hb_font_t* font) {
  const Table head(face, HB_TAG('h', 'e', 'a', 'd'));
  const Table os2(face, HB_TAG('O', 'S', '/', '2'));
  const Table post(face, HB_TAG('p', 'o', 's', 't'));
  FaceMetrics metrics;
  metrics.units_per_em = static_cast<int32_t>(head.bytes.u16(18));
  metrics.x_min = head.bytes.i16(36);
  metrics.y_min = head.bytes.i16(38);
  metrics.x_max = head.bytes.i16(40);
  metrics.y_max = head.bytes.i16(42);
  metrics.italic_angle = post.bytes.i16(4);
  read_line_metrics(face, os2, metrics);
  read_letter_heights(font, os2, metrics);
  return metrics;
}

// Where sTypoAscender and sTypoDescender make an em, they are the frame of an ideograph (OpenType 1.9, OS/2);
// else it is where most faces have it.
int32_t frame_top_of(const FaceMetrics& metrics) {
  const bool is_frame = metrics.ascent + metrics.descent == metrics.units_per_em;
  return is_frame ? metrics.ascent : metrics.units_per_em * 88 / 100;
}

hb_position_t frame_advance(hb_font_t*, void* metrics, hb_codepoint_t, void*) {
  return -static_cast<FaceMetrics*>(metrics)->units_per_em;
}

hb_bool_t frame_origin(hb_font_t* font, void* metrics, hb_codepoint_t glyph, hb_position_t* x,
                       hb_position_t* y, void*) {
  *x = hb_font_get_glyph_h_advance(font, glyph) / 2;
  *y = frame_top_of(*static_cast<FaceMetrics*>(metrics));
  return 1;
}

// HarfBuzz makes up vertical metrics from ascender and descender, which are far more than an em in many
// faces.
HbFont with_frames(hb_font_t* font, FaceMetrics& metrics) {
  using HbFuncs = std::unique_ptr<hb_font_funcs_t, HbDeleter<hb_font_funcs_destroy>>;
  const HbFuncs funcs(hb_font_funcs_create());
  hb_font_funcs_set_glyph_v_advance_func(funcs.get(), frame_advance, nullptr, nullptr);
  hb_font_funcs_set_glyph_v_origin_func(funcs.get(), frame_origin, nullptr, nullptr);
  HbFont framed(hb_font_create_sub_font(font));
  hb_font_set_funcs(framed.get(), funcs.get(), &metrics, nullptr);
  return framed;
}

// Only what a PDF name can hold without escapes.
std::string read_postscript_name(hb_face_t* face) {
  std::array<char, 2 * longest_postscript_name> name = {};
  unsigned length = name.size();
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name.data());
  std::string clean;
  for (const char letter : std::string_view(name.data(), std::min<size_t>(length, name.size()))) {
    const bool printable = letter > ' ' && letter < 0x7F;
    if (printable && std::string_view("()<>[]{}/%#").find(letter) == std::string_view::npos) clean += letter;
  }
  clean.resize(std::min(clean.size(), longest_postscript_name));
  return clean.empty() ? "Font" : clean;
}

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
  std::array<char, 256> name = {};
  unsigned length = name.size();
  hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &length, name.data());
  return {name.data(), std::min<size_t>(length, name.size() - 1)};
}

// The number of the face in a collection that is called so; 0 where none is.
unsigned face_called(hb_blob_t* blob, std::string_view name) {
  const unsigned count = std::min(hb_face_count(blob), most_faces);
  for (unsigned index = 0; !name.empty() && index < count; ++index) {
    const HbFace face(hb_face_create(blob, index));
    for (const hb_ot_name_id_t id : {HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_OT_NAME_ID_FULL_NAME}) {
      if (name_of(face.get(), id) == name) return index;
    }
  }
  return 0;
}

// The mapped file; nothing and `why_not` for what is no regular file or too long.
HbBlob map_file(const std::string& path, std::string& why_not) {
  struct stat status = {};
  if (stat(path.c_str(), &status) != 0) {
    why_not = "cannot be read";
  } else if (!S_ISREG(status.st_mode)) {
    why_not = "is no regular file";
  } else if (status.st_size <= 0 || static_cast<uint64_t>(status.st_size) > longest_font_file) {
    why_not = status.st_size > 0 ? "is longer than 64 MB" : "is empty";
  } else {
    HbBlob blob(hb_blob_create_from_file_or_fail(path.c_str()));
    if (!blob) why_not = "cannot be read";
    return blob;
  }
  return nullptr;
}

}  // namespace

Face::Face() : glyph_of_bmp_(std::make_unique<std::atomic<uint16_t>[]>(bmp_size)) {
  for (uint32_t i = 0; i < bmp_size; ++i) glyph_of_bmp_[i].store(not_looked_up, std::memory_order_relaxed);
}

std::unique_ptr<Face> Face::open(const std::string& path, unsigned index, std::string& why_not) {
  const HbBlob blob = map_file(path, why_not);
  return blob ? open_blob(path, blob.get(), index, why_not) : nullptr;
}

std::unique_ptr<Face> Face::read(const std::string& name, std::string_view bytes, std::string_view face_name,
                                 std::string& why_not) {
  const HbBlob blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                   HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
  return open_blob(name, blob.get(), face_called(blob.get(), face_name), why_not);
}

std::unique_ptr<Face> Face::open_blob(const std::string& path, hb_blob_t* blob, unsigned index,
                                      std::string& why_not) {
  const TableDirectory tables(FontBytes(bytes_of(blob)), index);
  why_not = fault_of_directory(tables);
  if (!why_not.empty()) return nullptr;

  std::unique_ptr<Face> face(new Face);
  face->path_ = path;
  face->index_ = index;
  face->face_.reset(hb_face_create(blob, index));
  hb_face_make_immutable(face->hb_face());
  why_not = face->read_tables();
  if (!why_not.empty()) return nullptr;
  return face;
}

std::string Face::read_tables() {
  const Table head(hb_face(), HB_TAG('h', 'e', 'a', 'd'));
  const uint32_t em = head.bytes.u16(18);
  if (em < smallest_em || em > largest_em) return "is damaged: unitsPerEm is not from 16 to 16384";
  glyph_count_ = hb_face_get_glyph_count(hb_face());
  if (glyph_count_ == 0 || glyph_count_ > 0xFFFF) return "is damaged: it has no glyphs";
  advances_ = read_advances(hb_face(), glyph_count_);
  if (advances_.empty()) return "is damaged: numberOfHMetrics does not fit its glyphs";
  if (forbids_embedding(hb_face())) return "may not be embedded: its licence bits (fsType) restrict it";
  may_be_subset_ = !forbids_subsets(hb_face());

  const HbBlob glyf(hb_face_reference_table(hb_face(), HB_TAG('g', 'l', 'y', 'f')));
  is_cff_ = hb_blob_get_length(glyf.get()) == 0;
  read_font(em);
  postscript_name_ = read_postscript_name(hb_face());
  return {};
}

void Face::read_font(uint32_t em) {
  font_.reset(hb_font_create(hb_face()));
  hb_font_set_scale(hb_font(), static_cast<int>(em), static_cast<int>(em));
  metrics_ = read_metrics(hb_face(), hb_font());
  const HbBlob vmtx(hb_face_reference_table(hb_face(), HB_TAG('v', 'm', 't', 'x')));
  if (hb_blob_get_length(vmtx.get()) == 0) font_ = with_frames(hb_font(), metrics_);
  hb_font_make_immutable(hb_font());
}

int32_t Face::frame_top(uint32_t glyph) const {
  hb_position_t x = 0;
  hb_position_t y = 0;
  hb_font_get_glyph_v_origin(hb_font(), glyph, &x, &y);
  return y;
}

uint32_t Face::glyph(char32_t character) const {
  if (character >= bmp_size) return look_up(character);
  std::atomic<uint16_t>& known = glyph_of_bmp_[character];
  const uint16_t glyph = known.load(std::memory_order_relaxed);
  if (glyph != not_looked_up) return glyph;
  const uint32_t found = look_up(character);
  known.store(static_cast<uint16_t>(found), std::memory_order_relaxed);
  return found;
}

// A cmap of a damaged font may name glyphs that are not there.
uint32_t Face::look_up(char32_t character) const {
  hb_codepoint_t glyph = 0;
  if (!hb_font_get_nominal_glyph(hb_font(), character, &glyph)) return 0;
  return glyph < glyph_count_ ? glyph : 0;
}

}  // namespace pubbuild
