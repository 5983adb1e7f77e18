// Finding the words of an EPUB in the text that was copied from a PDF.
#pragma once

#include <string>
#include <string_view>

namespace pubbuild::test {

enum class Blanks { kept, ignored };

// The bytes of the text in which the wording was found.
struct Found {
  size_t begin = std::string::npos;
  size_t end = std::string::npos;
  explicit operator bool() const { return begin != std::string::npos; }
};

// The first place at or after byte `from` where `text` says `wording`. The end of a line is no word's end by
// itself: it may stand where the wording has a blank, and where it has none. A reference to a note matches
// whatever number the note has.
Found find_wording(std::string_view text, std::string_view wording, size_t from,
                   Blanks blanks = Blanks::kept);

// So many characters of the wording, or all of it.
std::string beginning_of(std::string_view wording, size_t characters);

}  // namespace pubbuild::test
