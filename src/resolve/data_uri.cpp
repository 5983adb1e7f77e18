// Base64 (RFC 4648 §4) and percent-encoding.
#include "resolve/data_uri.h"

#include <cstdint>

#include "resolve/slug.h"

namespace pubbuild {

namespace {

constexpr int no_digit = -1;

int digit_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : no_digit;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes;
  uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
    if (c == '=') break;
    const int digit = digit_of(c);
    if (digit == no_digit) return std::nullopt;
    bits = bits << 6U | static_cast<uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> static_cast<unsigned>(count) & 255U);
  }
  return bytes;
}

}  // namespace

bool is_data_uri(std::string_view address) {
  constexpr std::string_view scheme = "data:";
  if (address.size() < scheme.size()) return false;
  for (size_t at = 0; at < scheme.size(); ++at) {
    const char c = address[at];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != scheme[at]) return false;
  }
  return true;
}

std::string data_name(std::string_view uri) {
  constexpr std::string_view key = ";name=";
  const std::string_view head = uri.substr(0, uri.find(','));
  const size_t at = head.find(key);
  if (at == std::string_view::npos) return {};
  const size_t begin = at + key.size();
  return percent_decoded(head.substr(begin, head.find(';', begin) - begin));
}

std::optional<std::string> data_in(std::string_view uri) {
  const size_t comma = uri.find(',');
  if (!is_data_uri(uri) || comma == std::string_view::npos) return std::nullopt;
  const std::string data = percent_decoded(uri.substr(comma + 1));
  if (!uri.substr(0, comma).ends_with(";base64")) return data;
  return from_base64(data);
}

}  // namespace pubbuild
