// Which attributes go on which elements (HTML Living Standard, "Attributes"), and what an address may hold.
#include "epub/attributes.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "tree/publication.h"

namespace pubbuild {

namespace {

bool is_number(std::string_view value) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return !value.empty() && value.size() <= 6 && std::all_of(value.begin(), value.end(), is_digit);
}

// How many columns or rows a cell takes: HTML allows 1 to 1000.
bool is_cell_count(std::string_view value) {
  return is_number(value) && value != "0" && value[0] != '0' && (value.size() < 4 || value == "1000");
}

bool is_integer(std::string_view value) {
  return is_number(value.starts_with('-') ? value.substr(1) : value);
}

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> values) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// Terms of the default vocabulary: another would need a prefix declared.
bool is_of_letters(std::string_view value) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == ' '; };
  return !value.empty() && std::all_of(value.begin(), value.end(), plain);
}

// Those of DPUB-ARIA 1.1 and of WAI-ARIA that a text without scripts can mean.
bool is_known_role(std::string_view value) {
  return is_one_of(value, {"doc-abstract",   "doc-acknowledgments",
                           "doc-afterword",  "doc-appendix",
                           "doc-backlink",   "doc-bibliography",
                           "doc-biblioref",  "doc-chapter",
                           "doc-colophon",   "doc-conclusion",
                           "doc-credit",     "doc-credits",
                           "doc-dedication", "doc-endnotes",
                           "doc-epigraph",   "doc-epilogue",
                           "doc-errata",     "doc-example",
                           "doc-footnote",   "doc-foreword",
                           "doc-glossary",   "doc-glossref",
                           "doc-index",      "doc-introduction",
                           "doc-noteref",    "doc-notice",
                           "doc-pagebreak",  "doc-part",
                           "doc-preface",    "doc-prologue",
                           "doc-pullquote",  "doc-qna",
                           "doc-subtitle",   "doc-tip",
                           "doc-toc",        "img",
                           "list",           "listitem",
                           "none",           "note",
                           "presentation",   "region"});
}

bool is_quotation(Tag tag) {
  return tag == Tag::blockquote || tag == Tag::q || tag == Tag::del || tag == Tag::ins;
}

// http, https, mailto and tel: what a link of a text can mean. All else is a file that is not in the EPUB.
bool has_known_scheme(std::string_view href) {
  std::string scheme(href.substr(0, href.find(':')));
  if (scheme.size() == href.size()) return false;
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return is_one_of(scheme, {"http", "https", "mailto", "tel"});
}

bool is_web(std::string_view href) {
  return (href[0] | 0x20) == 'h';
}

// Host names in letters, digits, dots and hyphens of any script, with a port; no names, no passwords.
bool has_plain_host(std::string_view href) {
  const size_t colon = href.find(':');
  if (href.substr(colon + 1, 2) != "//") return false;
  const std::string_view rest = href.substr(colon + 3);
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  const size_t port = std::min(authority.find(':'), authority.size());
  const std::string_view host = authority.substr(0, port);
  const auto plain = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           c == '.' || c == '-';
  };
  if (host.empty() || host.front() == '.' || host.find("..") != std::string_view::npos) return false;
  if (!std::all_of(host.begin(), host.end(), plain)) return false;
  return port == authority.size() || (authority.size() <= port + 6 && is_number(authority.substr(port + 1)));
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

void append_escaped(std::string& out, std::string_view bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', digits[byte >> 4], digits[byte & 15]};
  }
}

// RFC 3987 §2.2: letters of all scripts stay, blanks, controls, private use and brackets do not.
bool stays_in_address(char32_t c) {
  if (c < 0x80)
    return c > 0x20 && c != 0x7F &&
           std::string_view("\"<>[\\]^`{|}").find(static_cast<char>(c)) == std::string_view::npos;
  return (c >= 0xA0 && c <= 0xD7FF && c != 0x3000 && !(c >= 0x2000 && c <= 0x206F)) ||
         (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFEF && c != 0xFEFF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

}  // namespace

bool is_written_as_is(Tag tag, Attr name, std::string_view value) {
  switch (name) {
    case Attr::class_:
    case Attr::aria_label:
    case Attr::id:
      return !value.empty();
    case Attr::epub_type:
      return is_of_letters(value);
    case Attr::role:
      return is_known_role(value);
    case Attr::title:
      return true;
    case Attr::dir:
      return is_one_of(value, {"ltr", "rtl", "auto"});
    case Attr::colspan:
    case Attr::rowspan:
      return (tag == Tag::td || tag == Tag::th) && is_cell_count(value);
    case Attr::span:
      return (tag == Tag::col || tag == Tag::colgroup) && is_cell_count(value);
    case Attr::scope:
      return tag == Tag::th && is_one_of(value, {"row", "col", "rowgroup", "colgroup"});
    case Attr::start:
      return tag == Tag::ol && is_integer(value);
    case Attr::value:
      return (tag == Tag::li && is_integer(value)) || tag == Tag::data;
    case Attr::type:
      return tag == Tag::ol && is_one_of(value, {"1", "a", "A", "i", "I"});
    case Attr::cite:
      return is_quotation(tag) && external_address(value) == value;
    case Attr::datetime:
      return (tag == Tag::time || tag == Tag::del || tag == Tag::ins) && iso_date(value) == value;
    case Attr::reversed:
      return false;  // written as XML wants it, with a value
    case Attr::href:
    case Attr::lang:
    case Attr::style:
    case Attr::align:
    case Attr::alt:
    case Attr::width:
    case Attr::height:
    case Attr::src:
      return false;
    case Attr::data_key:  // has done its work
    case Attr::data_file:
    case Attr::abbr:  // EPUBCheck knows it on no element
    case Attr::hreflang:
    case Attr::rel:
    case Attr::headers:  // would have to name ids of the same table
    case Attr::open:
      return false;
  }
  return false;
}

std::string external_address(std::string_view href) {
  if (!has_known_scheme(href) || (is_web(href) && !has_plain_host(href))) return {};
  std::string address;
  for (size_t at = 0; at < href.size();) {
    const size_t begin = at;
    const char32_t c = utf8::decode(href, at);
    const std::string_view bytes = href.substr(begin, at - begin);
    const bool lone_percent = c == '%' && !(at + 1 < href.size() && is_hex(href[at]) && is_hex(href[at + 1]));
    const bool second_fragment = c == '#' && address.find('#') != std::string::npos;
    if (stays_in_address(c) && !lone_percent && !second_fragment) {
      address += bytes;
    } else {
      append_escaped(address, bytes);
    }
  }
  return address;
}

}  // namespace pubbuild
