// ICU's converter, asked once for each pair.
#include "proof/code_page_936.h"

#include <unicode/ucnv.h>

#include <memory>

namespace pubbuild::proof {

CodePage936::CodePage936() : characters_(65536), pairs_(65536) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("windows-936", &status),
                                                                     &ucnv_close);
  if (!converter) return;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  for (int lead = first_lead; lead <= last_byte; ++lead) {
    for (int trail = first_trail; trail <= last_byte; ++trail) {
      const std::array<char, 2> bytes = {static_cast<char>(lead), static_cast<char>(trail)};
      std::array<UChar, 4> units{};
      UErrorCode failure = U_ZERO_ERROR;
      const int32_t length =
          ucnv_toUChars(converter.get(), units.data(), units.size(), bytes.data(), bytes.size(), &failure);
      if (U_FAILURE(failure) || length != 1) continue;
      characters_[index(static_cast<uint8_t>(lead), static_cast<uint8_t>(trail))] = units[0];
      pairs_[units[0]] = static_cast<uint16_t>(lead * 256 + trail);
    }
  }
}

}  // namespace pubbuild::proof
