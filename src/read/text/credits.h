// Lines under a title (作者：周砚秋, 来源：…, 2026-05-18) → what they say in metadata.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tree/publication.h"

namespace pubbuild {

enum class CreditKind : uint8_t { authors, source, date };

struct Credit {
  CreditKind kind = CreditKind::authors;
  std::string text;  // without its label
  std::string role;  // of authors who did not write it: 整理, 摄影
  bool had_label = false;
};

// A line that is labelled, or a date and nothing else, or nothing but Chinese names; nothing for any other.
std::optional<Credit> credit_of(std::string_view line);

// Whether these are names of Chinese persons and nothing else: two to four characters each, the first of them
// a surname, blanks or 、 between them.
bool are_names(std::string_view line);

// A field that is there already stays.
void take_credit(Metadata& metadata, const Credit& credit, Span span);

}  // namespace pubbuild
