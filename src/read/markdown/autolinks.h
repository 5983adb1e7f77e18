// Bare addresses in text → links (GFM §6.9), ended by CJK text, which puts no blank after them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pubbuild::markdown {

// Bytes [begin, end) of the text are the address.
struct BareLink {
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string destination;
};

// `<https://…>` and `<name@host>` at `at`; nothing where it is none of them.
std::optional<BareLink> angle_link(std::string_view text, uint32_t at);

// Finds bare addresses in one text, remembering hosts that failed.
class BareLinks {
 public:
  explicit BareLinks(std::string_view text) : text_(text) {}
  // Each looks at the byte at `at` (`w`, the colon of `http:`, `@`); nothing before `floor` is taken.
  // A link in square brackets ends with them.
  std::optional<BareLink> at_www(uint32_t at, bool in_brackets);
  std::optional<BareLink> at_colon(uint32_t at, uint32_t floor, bool in_brackets);
  std::optional<BareLink> at_sign(uint32_t at, uint32_t floor);

 private:
  std::optional<uint32_t> end_of_url(uint32_t host, uint32_t least_dots, bool in_brackets);
  bool may_begin(uint32_t at) const;

  std::string_view text_;
  uint32_t failed_host_end_ = 0;  // a host that reaches to here is none, wherever in it one begins to look
};

}  // namespace pubbuild::markdown
