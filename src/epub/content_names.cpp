// Hashes contents.
#include "epub/content_names.h"

#include <uuid/uuid.h>

namespace pubbuild {

// The first eight bytes of libuuid's SHA-1; the version bits it sets lie in them and do no harm.
std::string name_of_content(std::string_view kind, std::string_view bytes) {
  constexpr uuid_t no_space = {};
  constexpr std::string_view digits = "0123456789abcdef";
  uuid_t hash;
  uuid_generate_sha1(hash, no_space, bytes.data(), bytes.size());
  std::string name(kind);
  for (size_t at = 0; at < 8; ++at) name += {digits[hash[at] >> 4], digits[hash[at] & 15]};
  return name;
}

}  // namespace pubbuild
