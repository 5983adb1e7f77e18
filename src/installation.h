// Where pubbuild's own style sheets lie.
#pragma once

#include <string>

namespace pubbuild {

// The folder that holds `styles`: that of PUBBUILD_DATA, share/pubbuild of the place it is installed in, or,
// for a program that was built and not installed, its source. Throws Error where there is none.
std::string data_folder();

}  // namespace pubbuild
