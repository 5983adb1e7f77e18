// Schemes of addresses (RFC 3986 §3.1).
#include "resolve/address.h"

namespace pubbuild {

std::string scheme_of(std::string_view address) {
  if (address.starts_with("//")) return "https";
  std::string scheme;
  for (const char c : address) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    if (c == ':') return scheme.size() > 1 ? scheme : "";
    if (!letter && (!other || scheme.empty())) return {};
    scheme += letter ? static_cast<char>(c | 0x20) : c;
  }
  return {};
}

}  // namespace pubbuild
