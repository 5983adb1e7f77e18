// Two names are the same where one of the texts that each can stand for is.
#include "base/disk_names.h"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/encoding.h"
#include "base/utf8.h"

namespace pubbuild {

namespace {

// A folder of photos has a few thousand.
constexpr size_t most_entries = 100'000;

std::string composed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return text;
  std::string result;
  nfc->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(result);
  return U_FAILURE(status) ? text : result;
}

// Bytes of one encoding may be well-formed in another: 图 in GBK is ͼ in UTF-8.
std::set<std::string> texts_of(const std::string& name) {
  std::set<std::string> texts;
  if (utf8::first_invalid(name) == std::string::npos) texts.insert(composed(name));
  for (const std::string_view encoding : {"GB18030", "Big5", "Shift_JIS", "EUC-KR"}) {
    const auto decoded = decode_text(name, encoding, "");
    if (decoded && decoded->wrong_count == 0) texts.insert(composed(decoded->text));
  }
  return texts;
}

bool share_a_text(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::ranges::any_of(a, [&](const std::string& text) { return b.contains(text); });
}

// Of several the first in the order of their bytes.
std::string entry_of(const std::filesystem::path& folder, const std::string& name) {
  const std::set<std::string> wanted = texts_of(name);
  std::string found;
  std::error_code failure;
  size_t count = 0;
  for (std::filesystem::directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    if (++count > most_entries) break;
    const std::string own = entry->path().filename().string();
    if ((found.empty() || own < found) && share_a_text(wanted, texts_of(own))) found = own;
  }
  return found;
}

}  // namespace

std::string name_on_disk(std::string_view folder, std::string_view path) {
  std::filesystem::path at(folder);
  for (const std::filesystem::path& part : std::filesystem::path(path)) {
    std::error_code failure;
    const bool is_there = std::filesystem::exists(std::filesystem::symlink_status(at / part, failure));
    const std::string name = is_there ? part.string() : entry_of(at, part.string());
    if (name.empty()) return {};
    at /= name;
  }
  return at.string();
}

}  // namespace pubbuild
