// The bytes of a text in any encoding → UTF-8, and what was assumed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pubbuild {

// Bytes that stand for no character: where they begin in the file, and where U+FFFD stands for them in the
// text.
struct UndecodableBytes {
  size_t in_file = 0;
  uint32_t in_text = 0;
  std::string bytes;
};

// How a text is written in a file.
struct TextEncoding {
  std::string name;                  // that its users know it by
  bool has_byte_order_mark = false;  // which is no part of the text
};

struct DecodedText {
  std::string text;  // valid UTF-8
  TextEncoding encoding;
  bool is_assumed = false;
  std::vector<UndecodableBytes> wrong;  // the first of them
  size_t wrong_count = 0;               // all
};

// `said` by the user decides; else a byte order mark does, else that the bytes are UTF-8 or nearly so, else
// what the file itself has `declared`, else ICU's detector where it can be trusted: from 60 characters beyond
// ASCII on, and with a confidence of 80; else the one CJK encoding that is far likelier than the others. Both
// names may be empty. Nothing where no encoding can be told, or the bytes are no text. A byte order mark of
// UTF-8 stays in the text.
std::optional<DecodedText> decode_text(std::string_view bytes, std::string_view said,
                                       std::string_view declared);

// The bytes of a text of valid UTF-8; nothing where the encoding lacks one of its characters.
std::optional<std::string> encode_text(std::string_view text, const TextEncoding& encoding);

// The encoding that the detector takes the bytes for, however unsure it is; may be empty.
std::string likely_encoding(std::string_view bytes);

bool is_encoding(std::string_view name);
// An encoding of CJK text or of Unicode whose name is nearly this; may be empty.
std::string nearest_encoding(std::string_view name);

}  // namespace pubbuild
