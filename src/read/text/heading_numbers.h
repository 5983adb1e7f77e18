// 第二章, 三、, （四）, 5. → how far up in the order of headings a line stands that begins so.
#pragma once

#include <cstdint>
#include <string_view>

namespace pubbuild {

// From the outside inwards, as Chinese, Japanese and Korean documents number their parts (GB/T 9704 §7.3.3
// for the last four).
enum class HeadingNumber : uint8_t {
  none,
  part,                    // 第一部分, 第一编, 제1부
  chapter,                 // 第一章, 제1장
  section,                 // 第一节, 제1절
  ideographic,             // 一、
  parenthesized,           // （一）
  decimal,                 // 1. 1．
  decimal_in_parentheses,  // （1）
};

HeadingNumber heading_number(std::string_view line);

}  // namespace pubbuild
