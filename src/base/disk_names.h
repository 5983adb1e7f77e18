// A path as a document writes it → the path of the file on the disk, which may spell its name in other bytes.
#pragma once

#include <string>
#include <string_view>

namespace pubbuild {

// The path below `folder` whose parts are `path`'s in any encoding of CJK text and any normal form of
// Unicode, as archives from other systems leave them; empty where there is no such file. Parts that are there
// as written are taken as they are.
std::string name_on_disk(std::string_view folder, std::string_view path);

}  // namespace pubbuild
