// The glyph runs of a document → which glyphs of a face are shown, and as which text each is copied.
#include "pdf/font_usage.h"

#include <cassert>

#include "base/utf8.h"

namespace pubbuild::pdf {

namespace {

// Bytes of UTF-8; Adobe TN 5411 allows 512 bytes of UTF-16 for a code, and longer words mean no one glyph.
constexpr size_t longest_mapped_text = 96;

// One character stands in for a text that is too long, or for none.
std::string_view mapped_part(std::string_view text) {
  if (text.empty()) return " ";
  if (text.size() <= longest_mapped_text) return text;
  size_t end = 0;
  utf8::decode(text, end);
  return text.substr(0, end);
}

}  // namespace

void FontUsage::note(const GlyphRun& run) {
  for (size_t first = 0; first < run.glyphs.size();) {
    const Cluster cluster = cluster_at(run, first);
    note_cluster(run, cluster);
    first = cluster.end;
  }
}

// A cluster of several glyphs is written with ActualText; its glyphs still need some text of their own in the
// map (PDF/UA-1 §7.21.7), which gives way to any that they show alone.
void FontUsage::note_cluster(const GlyphRun& run, const Cluster& cluster) {
  const std::string_view part = mapped_part(cluster.text);
  const bool shows_alone = cluster.end - cluster.first == 1 && part == cluster.text;
  const Text text = interned(part);
  for (size_t i = cluster.first; i < cluster.end; ++i) {
    const uint32_t glyph = run.glyphs[i].id;
    assert(glyph != 0 && glyph < shown_.size());
    if (glyph < shown_.size()) note_text(glyph, text, shows_alone ? 1 : 0);
  }
}

void FontUsage::note_text(uint32_t glyph, Text text, uint32_t count) {
  Shown& shown = shown_[glyph];
  shown.is_used = true;
  if (shown.text == text) {
    shown.count += count;
  } else if (shown.text == no_text || (shown.count == 0 && count > 0)) {
    shown.text = text;
    shown.count = count;
  } else if (count > 0) {
    others_[{glyph, text}] += count;
  }
}

void FontUsage::settle() {
  for (const auto& [other, count] : others_) {
    Shown& shown = shown_[other.first];
    if (count <= shown.count) continue;
    shown.text = other.second;
    shown.count = count;
  }
  others_.clear();
}

bool FontUsage::is_copied_as(uint32_t glyph, std::string_view text) const {
  return glyph < shown_.size() && !text.empty() && shown_[glyph].text == known(text);
}

std::vector<uint32_t> FontUsage::glyphs() const {
  std::vector<uint32_t> used;
  for (uint32_t glyph = 0; glyph < shown_.size(); ++glyph) {
    if (shown_[glyph].is_used) used.push_back(glyph);
  }
  return used;
}

std::string FontUsage::text_of(uint32_t glyph) const {
  const Text text = shown_[glyph].text;
  return (text & longer) != 0 ? std::string(texts_[text & ~longer]) : utf8::encode(text);
}

FontUsage::Text FontUsage::known(std::string_view text) const {
  size_t at = 0;
  const char32_t first = utf8::decode(text, at);
  if (at == text.size()) return first;
  const auto found = index_of_text_.find(text);
  return found != index_of_text_.end() ? found->second : no_text;
}

FontUsage::Text FontUsage::interned(std::string_view text) {
  const Text already = known(text);
  if (already != no_text) return already;
  const Text fresh = longer | static_cast<Text>(texts_.size());
  texts_.push_back(index_of_text_.emplace(text, fresh).first->first);
  return fresh;
}

}  // namespace pubbuild::pdf
