// The bytes of a fuzz input as text that a source file may have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace pubbuild::fuzz {

inline std::string text_of(const uint8_t* bytes, size_t size) {
  const std::string_view given(reinterpret_cast<const char*>(bytes), size);
  std::string text;
  for (size_t at = 0; at < given.size();) utf8::append(text, utf8::decode(given, at));
  return text;
}

}  // namespace pubbuild::fuzz
