// Declarations → declarations for reading systems: var() and calc() worked out, points made relative.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "style/custom_properties.h"
#include "style/stylesheet.h"

namespace pubbuild::css {

// `name: value` as it will be written.
struct PlainDeclaration {
  std::string name;
  std::string value;
  bool important = false;
};

// Whether the numbers that the sheet asks for stand in the text.
enum class Numbers : uint8_t { of_reading_system, written };

struct ReadingContext {
  const CustomProperties& custom;  // of :root
  Length root_em;                  // what a reader's text size stands for
  // Lists of families → the family of the fonts embedded for that list.
  const std::map<std::vector<std::string>, std::string>& embedded_families;
  Numbers numbers = Numbers::of_reading_system;
};

// `of_root`: html and body, whose font and colours are the reader's choice; fonts that are embedded are the
// choice of both.
std::vector<PlainDeclaration> for_reading_systems(const Rule& rule, bool of_root,
                                                  const ReadingContext& context);

}  // namespace pubbuild::css
