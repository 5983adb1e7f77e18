// Metadata → the identifier of a publication, the same from build to build.
#include <uuid/uuid.h>

#include <string>

#include "epub/epub.h"

namespace pubbuild {

namespace {

// The name space of pubbuild's own keys (RFC 9562 §6.5): drawn once, never to change.
constexpr uuid_t key_space = {0x5b, 0x1f, 0x0c, 0x3a, 0x8e, 0x42, 0x4d, 0x7b,
                              0x9a, 0x61, 0xd3, 0x0e, 0x27, 0xb8, 0x54, 0xf9};

// U+001F ends a part, so that no two lists of parts give one key.
std::string key_of(const Metadata& metadata) {
  if (!metadata.identifier.text.empty()) return "identifier\x1F" + metadata.identifier.text;
  std::string key = "title\x1F" + metadata.title.text + "\x1F" + metadata.lang.text;
  for (const Person& author : metadata.authors) key += "\x1F" + author.name;
  return key;
}

}  // namespace

std::string publication_identifier(const Metadata& metadata) {
  const std::string key = key_of(metadata);
  uuid_t uuid;
  uuid_generate_sha1(uuid, key_space, key.data(), key.size());
  char written[UUID_STR_LEN];
  uuid_unparse_lower(uuid, written);
  return "urn:uuid:" + std::string(written);
}

}  // namespace pubbuild
