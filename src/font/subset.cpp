// A face and the glyphs a document shows → the smallest font program with them, for embedding.
#include "font/subset.h"

#include <hb-subset.h>

#include <array>

#include "base/error.h"
#include "font/bytes.h"
#include "font/charset.h"

namespace pubbuild {

namespace {

using SubsetInput = std::unique_ptr<hb_subset_input_t, HbDeleter<hb_subset_input_destroy>>;

constexpr hb_tag_t cff_tag = HB_TAG('C', 'F', 'F', ' ');

// Tables that showing glyphs by their code does not need. Without the variation tables a variable font is
// its default instance.
constexpr std::array<const char*, 43> dropped_tables = {
    "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "name", "OS/2", "post", "DSIG", "meta",
    "vhea", "vmtx", "VORG", "fvar", "gvar", "cvar", "avar", "STAT", "HVAR", "VVAR", "MVAR",
    "kern", "morx", "mort", "feat", "trak", "prop", "gasp", "hdmx", "VDMX", "LTSH", "PCLT",
    "EBDT", "EBLC", "EBSC", "CBDT", "CBLC", "sbix", "SVG ", "COLR", "CPAL", "FFTM"};

std::vector<uint16_t> cids_of(const Face& face) {
  if (!face.is_cff()) return {};
  const HbBlob cff(hb_face_reference_table(face.hb_face(), cff_tag));
  return read_cids(bytes_of(cff.get()), face.glyph_count());
}

SubsetInput input_for(const Face& face, const std::vector<uint32_t>& glyphs) {
  SubsetInput input(hb_subset_input_create_or_fail());
  if (!input) throw Error(face.path(), "no memory for a subset of the font");
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (const uint32_t glyph : glyphs) hb_set_add(wanted, glyph);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* tag : dropped_tables) hb_set_add(dropped, hb_tag_from_string(tag, 4));

  unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE;
  if (face.is_cff()) flags |= HB_SUBSET_FLAGS_DESUBROUTINIZE;
  // The charset keeps the codes of a CID-keyed font; elsewhere the glyph id is the code and must stay.
  if (cids_of(face).empty()) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
  hb_subset_input_set_flags(input.get(), flags);
  return input;
}

// What text in horizontal and vertical lines, its figures and its punctuation ask for. No `locl` and no
// alternates: a character of Han brings up to a dozen of them along.
constexpr std::array<const char*, 24> kept_features = {
    "ccmp", "liga", "clig", "calt", "kern", "mark", "mkmk", "rlig", "vert", "vrt2", "vkrn", "halt",
    "vhal", "chws", "vchw", "lnum", "onum", "pnum", "tnum", "smcp", "c2sc", "ljmo", "vjmo", "tjmo"};

SubsetInput input_for(const Face& face, const std::set<char32_t>& characters) {
  SubsetInput input(hb_subset_input_create_or_fail());
  if (!input) throw Error(face.path(), "no memory for a subset of the font");
  hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
  for (const char32_t c : characters) hb_set_add(wanted, c);
  hb_set_t* features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
  hb_set_clear(features);
  for (const char* tag : kept_features) hb_set_add(features, hb_tag_from_string(tag, 4));
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  return input;
}

FontProgram program_of(const Face& face, const HbBlob& blob) {
  const auto bytes = bytes_of(blob.get());
  if (bytes.empty()) throw Error(face.path(), "the font is damaged: its subset is empty");
  FontProgram program;
  program.kind = face.is_cff() ? FontProgram::Kind::cff : FontProgram::Kind::truetype;
  program.bytes.assign(bytes.begin(), bytes.end());
  return program;
}

HbFace subset_of(const Face& face, const SubsetInput& input) {
  HbFace subset(hb_subset_or_fail(face.hb_face(), input.get()));
  if (!subset) throw Error(face.path(), "the font is damaged: no subset can be made of it");
  return subset;
}

}  // namespace

GlyphCodes::GlyphCodes(const Face& face) : cid_of_glyph_(cids_of(face)) {}

uint16_t GlyphCodes::code(uint32_t glyph) const {
  if (cid_of_glyph_.empty()) return static_cast<uint16_t>(glyph);
  return glyph < cid_of_glyph_.size() ? cid_of_glyph_[glyph] : 0;
}

FontProgram subset_for_pdf(const Face& face, const std::vector<uint32_t>& glyphs) {
  const HbFace subset = subset_of(face, input_for(face, glyphs));
  return program_of(face, HbBlob(face.is_cff() ? hb_face_reference_table(subset.get(), cff_tag)
                                               : hb_face_reference_blob(subset.get())));
}

FontProgram subset_for_reading_systems(const Face& face, const std::set<char32_t>& characters) {
  const HbFace subset = subset_of(face, input_for(face, characters));
  return program_of(face, HbBlob(hb_face_reference_blob(subset.get())));
}

}  // namespace pubbuild
