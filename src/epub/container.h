// Named files → the bytes of an EPUB container (OCF 3.3 §4).
#pragma once

#include <string>
#include <vector>

namespace pubbuild {

// `stored` is for what is compressed already, and for `mimetype`.
enum class Storage { stored, deflated };

struct PackedFile {
  std::string name;
  std::string bytes;
  Storage storage = Storage::deflated;
};

// Entries stand in the order given, after `mimetype`, which is put first. No clock, no time zone and no
// permission of this machine gets in. Throws Error when libzip or memory fails.
std::string pack_container(std::vector<PackedFile> files);

}  // namespace pubbuild
