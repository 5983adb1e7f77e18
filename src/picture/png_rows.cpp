// A sound PNG file → its rows as they stand in it, still filtered and deflated.
#include "picture/png_rows.h"

#include <cstdint>

namespace pubbuild {

namespace {

constexpr size_t signature_size = 8;
constexpr size_t around_data = 12;  // length, name, checksum

enum class ColorType : uint8_t { gray = 0, rgb = 2, indexed = 3, gray_alpha = 4, rgb_alpha = 6 };

size_t big_endian(std::string_view bytes) {
  size_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<uint8_t>(byte);
  return value;
}

// PNG §5.3. Takes the first chunk off `rest`; nothing where none is whole.
struct Chunk {
  std::string_view name;
  std::string_view data;
};
std::optional<Chunk> next_chunk(std::string_view& rest) {
  if (rest.size() < around_data) return std::nullopt;
  const size_t length = big_endian(rest.substr(0, 4));
  if (length > rest.size() - around_data) return std::nullopt;
  const Chunk chunk{rest.substr(4, 4), rest.substr(8, length)};
  rest.remove_prefix(length + around_data);
  return chunk;
}

// PNG §11.2.2: depth, colour type and interlace method; false where the rows cannot be taken as they are.
bool read_header(std::string_view header, PngRows& rows) {
  if (header.size() != 13 || header[12] != 0) return false;
  rows.bits = static_cast<uint8_t>(header[8]);
  const ColorType type{static_cast<uint8_t>(header[9])};
  if (type == ColorType::gray) rows.space = Pixels::Space::gray;
  return type == ColorType::gray || type == ColorType::rgb || type == ColorType::indexed;
}

bool is_indexed(std::string_view header) {
  return header[9] == static_cast<char>(ColorType::indexed);
}

}  // namespace

std::optional<PngRows> rows_in_png(std::string_view file) {
  if (file.size() < signature_size) return std::nullopt;
  std::string_view rest = file.substr(signature_size);
  const std::optional<Chunk> header = next_chunk(rest);
  PngRows rows;
  if (!header || !read_header(header->data, rows)) return std::nullopt;
  while (const std::optional<Chunk> chunk = next_chunk(rest)) {
    if (chunk->name == "tRNS") return std::nullopt;
    if (chunk->name == "PLTE" && is_indexed(header->data)) rows.palette = chunk->data;
    if (chunk->name == "IDAT") rows.deflated += chunk->data;
    if (chunk->name == "IEND") break;
  }
  return rows;
}

}  // namespace pubbuild
