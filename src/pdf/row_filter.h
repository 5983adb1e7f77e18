// Rows of samples → the same rows as differences, which deflate shorter (PNG §9; /Predictor 15 of PDF).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pubbuild::pdf {

// Each row is led by the number of the filter that suits it best. A sample has 8 bits.
std::string filter_rows(const std::vector<uint8_t>& samples, size_t width, size_t channels);

}  // namespace pubbuild::pdf
