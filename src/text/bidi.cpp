// Embeddings become the control characters that UAX #9 has for them; ICU resolves the levels.
#include "text/bidi.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>
#include <string>

#include "base/error.h"

namespace pubbuild {

namespace {

constexpr char32_t left_to_right_embedding = 0x202A;
constexpr char32_t right_to_left_embedding = 0x202B;
constexpr char32_t pop_embedding = 0x202C;
constexpr char32_t left_to_right_override = 0x202D;
constexpr char32_t right_to_left_override = 0x202E;
constexpr char32_t left_to_right_isolate = 0x2066;
constexpr char32_t right_to_left_isolate = 0x2067;
constexpr char32_t first_strong_isolate = 0x2068;
constexpr char32_t pop_isolate = 0x2069;

struct BidiCloser {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

bool may_turn(char32_t c) {
  if (c < 0x590) return false;
  switch (u_charDirection(static_cast<UChar32>(c))) {
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_ARABIC_NUMBER:
      return true;
    default:
      return false;
  }
}

bool is_turned(const BidiSpan& span) {
  return span.kind != UnicodeBidi::normal && span.direction == Direction::rtl;
}

// CSS Writing Modes 4 §2.4.2: the controls that stand for an element's start.
std::u32string opening_of(const BidiSpan& span) {
  const bool rtl = span.direction == Direction::rtl;
  const char32_t override_control = rtl ? right_to_left_override : left_to_right_override;
  switch (span.kind) {
    case UnicodeBidi::normal:
      return {};
    case UnicodeBidi::embed:
      return {rtl ? right_to_left_embedding : left_to_right_embedding};
    case UnicodeBidi::isolate:
      return {rtl ? right_to_left_isolate : left_to_right_isolate};
    case UnicodeBidi::bidi_override:
      return {override_control};
    case UnicodeBidi::isolate_override:
      return {first_strong_isolate, override_control};
    case UnicodeBidi::plaintext:
      return {first_strong_isolate};
  }
  return {};
}

std::u32string closing_of(UnicodeBidi kind) {
  switch (kind) {
    case UnicodeBidi::normal:
      return {};
    case UnicodeBidi::embed:
    case UnicodeBidi::bidi_override:
      return {pop_embedding};
    case UnicodeBidi::isolate:
    case UnicodeBidi::plaintext:
      return {pop_isolate};
    case UnicodeBidi::isolate_override:
      return {pop_embedding, pop_isolate};
  }
  return {};
}

// The text in UTF-16 with controls, and where each of its characters went.
class ControlledText {
 public:
  ControlledText(std::u32string_view text, const std::vector<BidiSpan>& spans) {
    units_.reserve(text.size());
    unit_of_.reserve(text.size());
    size_t next = 0;
    for (size_t n = 0; n < text.size(); ++n) {
      close_until(n);
      for (; next < spans.size() && spans[next].begin <= n; ++next) open(spans[next]);
      unit_of_.push_back(units_.size());
      append(text[n]);
    }
  }

  const std::u16string& units() const { return units_; }
  size_t unit_of(size_t character) const { return unit_of_[character]; }

 private:
  void open(const BidiSpan& span) {
    for (const char32_t c : opening_of(span)) append(c);
    open_.push_back(&span);
  }

  void close_until(size_t character) {
    for (; !open_.empty() && open_.back()->end <= character; open_.pop_back()) {
      for (const char32_t c : closing_of(open_.back()->kind)) append(c);
    }
  }

  void append(char32_t c) {
    if (c > 0xFFFF) {
      units_ += static_cast<char16_t>(0xD7C0 + (c >> 10));
      units_ += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
    } else {
      units_ += static_cast<char16_t>(c);
    }
  }

  std::u16string units_;
  std::vector<size_t> unit_of_;
  std::vector<const BidiSpan*> open_;
};

UBiDiLevel base_level(Direction base, UnicodeBidi paragraph) {
  const bool rtl = base == Direction::rtl;
  if (paragraph == UnicodeBidi::plaintext) return rtl ? UBIDI_DEFAULT_RTL : UBIDI_DEFAULT_LTR;
  return rtl ? 1 : 0;
}

}  // namespace

std::vector<uint8_t> bidi_levels(std::u32string_view text, const std::vector<BidiSpan>& spans, Direction base,
                                 UnicodeBidi paragraph) {
  if (base == Direction::ltr && std::ranges::none_of(text, may_turn) &&
      std::ranges::none_of(spans, is_turned))
    return {};
  const ControlledText controlled(text, spans);
  const std::unique_ptr<UBiDi, BidiCloser> bidi(ubidi_open());
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), controlled.units().data(), static_cast<int32_t>(controlled.units().size()),
                base_level(base, paragraph), nullptr, &status);
  const UBiDiLevel* found = ubidi_getLevels(bidi.get(), &status);
  if (U_FAILURE(status)) throw Error(std::string("ICU finds no directions: ") + u_errorName(status));
  std::vector<uint8_t> levels;
  levels.reserve(text.size());
  for (size_t n = 0; n < text.size(); ++n) levels.push_back(found[controlled.unit_of(n)]);
  return levels;
}

std::vector<uint32_t> visual_order(std::span<const uint8_t> levels) {
  std::vector<int32_t> order(levels.size());
  ubidi_reorderVisual(levels.data(), static_cast<int32_t>(levels.size()), order.data());
  return {order.begin(), order.end()};
}

}  // namespace pubbuild
