// Inks of a page → the colour operators they need, if any (ISO 32000-1 §8.6.8).
#include "pdf/ink.h"

#include "pdf/syntax.h"

namespace pubbuild::pdf {

namespace {

void append_channel(std::string& out, uint8_t channel) {
  append_thousandths(out, (channel * 1000 + 127) / 255);
  out += ' ';
}

void append_ink(std::string& out, const Ink& ink, const char* gray, const char* rgb) {
  append_channel(out, ink.red);
  if (ink.red == ink.green && ink.green == ink.blue) {
    out += gray;
    return;
  }
  append_channel(out, ink.green);
  append_channel(out, ink.blue);
  out += rgb;
}

}  // namespace

void InkState::fill(const Ink& ink) {
  if (fill_ == ink) return;
  append_ink(out_, ink, "g\n", "rg\n");
  fill_ = ink;
}

void InkState::stroke(const Ink& ink) {
  if (stroke_ == ink) return;
  append_ink(out_, ink, "G\n", "RG\n");
  stroke_ = ink;
}

}  // namespace pubbuild::pdf
