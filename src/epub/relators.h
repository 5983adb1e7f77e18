// What authors call a person's part in a work → the MARC relator and Dublin Core's kind of it.
#pragma once

#include <string_view>

namespace pubbuild {

enum class Standing { creator, contributor };

struct Relator {
  std::string_view code;  // of the MARC code list for relators
  Standing standing = Standing::creator;
};

// Author for a role that is empty or unknown.
Relator relator_of(std::string_view role);

}  // namespace pubbuild
