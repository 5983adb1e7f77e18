// Folios → page labels, in ranges that count on by themselves (ISO 32000-1 §12.4.2).
#pragma once

#include <string>
#include <vector>

#include "page/pages.h"

namespace pubbuild::pdf {

// "<</Nums [0 <</S /r>> 4 <</S /D>>]>>"
std::string page_labels(const std::vector<Page>& pages);

}  // namespace pubbuild::pdf
