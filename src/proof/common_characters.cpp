// The place of a character in the two standards, as ICU's converters give it.
#include "proof/common_characters.h"

#include <unicode/ucnv.h>

#include <array>
#include <memory>

#include "proof/characters.h"

namespace pubbuild::proof {

namespace {

struct Level {
  const char* encoding;
  unsigned char first_lead;
  unsigned char last_lead;
};
constexpr Level first_levels[] = {{"gb2312", 0xB0, 0xD7}, {"Big5", 0xA4, 0xC6}};
constexpr uint8_t simplified = 1;
constexpr uint8_t traditional = 2;

bool is_in(const Level& level, char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(level.encoding, &status),
                                                                     &ucnv_close);
  if (!converter || c > 0xFFFF) return false;
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const auto unit = static_cast<UChar>(c);
  std::array<char, 8> bytes{};
  const int32_t length = ucnv_fromUChars(converter.get(), bytes.data(), bytes.size(), &unit, 1, &status);
  const auto lead = static_cast<unsigned char>(bytes[0]);
  return U_SUCCESS(status) && length == 2 && lead >= level.first_lead && lead <= level.last_lead;
}

}  // namespace

CommonCharacters::CommonCharacters(const std::vector<std::u32string_view>& texts) : level_(simplified) {
  size_t of_simplified = 0;
  size_t of_traditional = 0;
  for (const std::u32string_view text : texts) {
    for (const char32_t c : text) {
      of_simplified += levels_of(c) == simplified;
      of_traditional += levels_of(c) == traditional;
    }
  }
  if (of_traditional > of_simplified) level_ = traditional;
}

uint8_t CommonCharacters::levels_of(char32_t c) {
  const auto [found, is_new] = known_.try_emplace(c, uint8_t{0});
  if (is_new && is_han(c)) {
    if (is_in(first_levels[0], c)) found->second |= simplified;
    if (is_in(first_levels[1], c)) found->second |= traditional;
  }
  return found->second;
}

}  // namespace pubbuild::proof
