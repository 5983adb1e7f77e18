// UTF-8 is decoded, encoded and checked as table 3-7 of the Unicode Standard has it.
#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace pubbuild;

TEST_CASE("characters of every length go there and back") {
  for (const char32_t c :
       {U'a', U'é', U'一', U'𠮷', char32_t{0}, char32_t{0x7F}, char32_t{0x80}, char32_t{0x7FF},
        char32_t{0x800}, char32_t{0xFFFF}, char32_t{0x10000}, char32_t{0x10FFFF}}) {
    const std::string bytes = utf8::encode(c);
    size_t at = 0;
    CHECK(utf8::decode(bytes, at) == c);
    CHECK(at == bytes.size());
    CHECK(utf8::decode_before(bytes, at) == c);
    CHECK(at == 0);
    CHECK(utf8::first_invalid(bytes) == std::string_view::npos);
  }
}

TEST_CASE("what is no scalar value is written as U+FFFD") {
  CHECK(utf8::encode(char32_t{0xD800}) == "\xEF\xBF\xBD");
  CHECK(utf8::encode(char32_t{0x110000}) == "\xEF\xBF\xBD");
}

TEST_CASE("ill-formed bytes give U+FFFD one by one, in both directions") {
  // An overlong form, a surrogate, a value too large, a cut sequence, a lone continuation, a byte of no use.
  for (const std::string_view bytes :
       {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE4\xB8", "\x80", "\xFF", "\xE0\x80\x80"}) {
    size_t at = 0;
    for (size_t step = 1; step <= bytes.size(); ++step) {
      CHECK(utf8::decode(bytes, at) == utf8::replacement);
      CHECK(at == step);
    }
    for (size_t step = bytes.size(); step-- > 0;) {
      CHECK(utf8::decode_before(bytes, at) == utf8::replacement);
      CHECK(at == step);
    }
    CHECK(utf8::first_invalid(bytes) == 0);
  }
}

TEST_CASE("the first ill-formed byte is found behind good ones") {
  CHECK(utf8::first_invalid("一\xE4\xB8z") == 3);
  CHECK(utf8::first_invalid("") == std::string_view::npos);
  CHECK(utf8::decode_all("a\xE4\xB8一") == U"a\xFFFD\xFFFD一");
}

TEST_CASE("characters are counted, not bytes") {
  CHECK(utf8::count("") == 0);
  CHECK(utf8::count("a一𠮷") == 3);
}
