// Reading articles and making sure that they are text.
#include "inputs.h"

#include <unicode/ucsdet.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include "base/error.h"
#include "base/roots.h"
#include "base/utf8.h"

namespace pubbuild {

namespace {

// The longest articles of CJK literature have a tenth of this; what is larger is no article.
constexpr size_t most_article_bytes = size_t{16} * 1024 * 1024;

std::string read_named(const std::string& name) {
  FileBytes file = name == "-" ? FileBytes(read_standard_input()) : read_named_file(name, most_article_bytes);
  if (const Refusal* refusal = std::get_if<Refusal>(&file)) throw Error(name, refusal->reason);
  return std::move(std::get<std::string>(file));
}

std::string with_replacements(std::string_view bytes) {
  std::string text;
  for (size_t at = 0; at < bytes.size();) utf8::append(text, utf8::decode(bytes, at));
  return text;
}

// The encoding that the bytes are most likely in, or nothing.
std::string likely_encoding(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(std::min<size_t>(bytes.size(), 65536)),
                 &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (match == nullptr || ucsdet_getConfidence(match, &status) < 50) return {};
  const char* name = ucsdet_getName(match, &status);
  return U_FAILURE(status) || std::string_view(name) == "UTF-8" ? "" : name;
}

std::string conversion_hint(const std::string& name, std::string_view bytes) {
  const std::string encoding = likely_encoding(bytes);
  if (encoding.empty()) return "save the file as UTF-8";
  const std::string shown = name == "-" ? "" : " '" + name + "'";
  return "it looks like " + encoding + "; convert it: iconv -f " + encoding + " -t UTF-8" + shown;
}

std::string hexadecimal(unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {'0', 'x', digits[byte >> 4], digits[byte & 15]};
}

FileId add_text(const std::string& name, std::string bytes, Sources& sources, Diagnostics& diagnostics) {
  const size_t wrong = utf8::first_invalid(bytes);
  if (wrong == std::string::npos) return sources.add(name, std::move(bytes));
  const FileId file = sources.add(name, with_replacements(bytes));
  const auto at = static_cast<uint32_t>(wrong);
  const auto width = static_cast<uint32_t>(utf8::encode(utf8::replacement).size());
  diagnostics.error("encoding", {file, at, at + width},
                    "this is not UTF-8: byte " + hexadecimal(static_cast<unsigned char>(bytes[wrong])) +
                        " at offset " + std::to_string(wrong),
                    conversion_hint(name, bytes));
  return file;
}

}  // namespace

std::string read_standard_input() {
  std::string bytes;
  std::array<char, 65536> part;
  while (true) {
    const ssize_t got = ::read(STDIN_FILENO, part.data(), part.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw Error("standard input", std::string("cannot be read: ") + std::strerror(errno));
    if (got == 0) return bytes;
    bytes.append(part.data(), static_cast<size_t>(got));
    if (bytes.size() > most_article_bytes)
      throw Error("standard input", "is larger than 16 MB, the most that is read");
  }
}

std::vector<Input> read_inputs(const std::vector<std::string>& names, Sources& sources,
                               Diagnostics& diagnostics) {
  std::vector<Input> inputs;
  for (const std::string& name : names) {
    inputs.push_back(
        {add_text(name, read_named(name), sources, diagnostics), name == "-" ? "." : folder_of(name)});
  }
  return inputs;
}

}  // namespace pubbuild
