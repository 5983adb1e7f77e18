// Reading articles, telling what they are and making sure that they are text.
#include "inputs.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

#include "base/encoding.h"
#include "base/error.h"
#include "base/roots.h"
#include "base/utf8.h"

namespace pubbuild {

namespace {

// The longest articles of CJK literature have a tenth of this; what is larger is no article.
constexpr size_t most_article_bytes = size_t{16} * 1024 * 1024;

// Where a page says its encoding (HTML Standard §4.2.5.4).
constexpr size_t front_of_page = 1024;

// What a document may have unpacked is limited too; packed, its pictures alone may be larger than any text.
constexpr size_t most_document_bytes = size_t{256} * 1024 * 1024;

std::string read_named(const std::string& name, size_t limit) {
  FileBytes file = name == "-" ? FileBytes(read_standard_input()) : read_named_file(name, limit);
  if (const Refusal* refusal = std::get_if<Refusal>(&file)) throw Error(name, refusal->reason);
  return std::move(std::get<std::string>(file));
}

// "0xB9 0xD8"
std::string hexadecimal(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += text.empty() ? "0x" : " 0x";
    text += {digits[byte >> 4], digits[byte & 15]};
  }
  return text;
}

// The value of `charset` or `encoding` at the front of a page (HTML Standard §13.2.3.2); may be empty.
std::string declared_encoding(std::string_view page) {
  page = page.substr(0, front_of_page);
  for (const std::string_view key : {"charset=", "encoding="}) {
    size_t at = page.find(key);
    if (at == std::string_view::npos) continue;
    at = page.find_first_not_of("\"' ", at + key.size());
    if (at == std::string_view::npos) continue;
    return std::string(page.substr(at, page.find_first_of("\"' ;/>?", at) - at));
  }
  return {};
}

bool begins_as_html(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  std::string front(first == std::string_view::npos ? "" : text.substr(first, 15));
  for (char& c : front) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return front.starts_with("<!doctype html") || front.starts_with("<html");
}

FileId refuse(const std::string& name, std::string_view bytes, Sources& sources, Diagnostics& diagnostics) {
  const FileId file = sources.add(name, "");
  if (bytes.find('\0') != std::string_view::npos) {
    diagnostics.error("encoding", {file, 0, 0}, "this is no text",
                      "articles are Markdown, text, HTML or DOCX");
    return file;
  }
  const std::string likely = likely_encoding(bytes);
  diagnostics.error("encoding", {file, 0, 0}, "its encoding cannot be told",
                    likely.empty() ? "say it: --encoding GB18030, or save the file as UTF-8"
                                   : "it may be " + likely + ": if so, say --encoding " + likely);
  return file;
}

FileId add_text(const std::string& name, DecodedText decoded, Sources& sources, Diagnostics& diagnostics) {
  const FileId file = sources.add(name, std::move(decoded.text));
  if (decoded.is_assumed)
    diagnostics.note("encoding-assumed", {file, 0, 0}, "the encoding is taken to be " + decoded.encoding.name,
                     "--encoding says another");
  const auto width = static_cast<uint32_t>(utf8::encode(utf8::replacement).size());
  for (const UndecodableBytes& wrong : decoded.wrong) {
    const bool is_one = wrong.bytes.size() == 1;
    diagnostics.warning("encoding", {file, wrong.in_text, wrong.in_text + width},
                        std::string(is_one ? "byte " : "bytes ") + hexadecimal(wrong.bytes) + " at offset " +
                            std::to_string(wrong.in_file) + (is_one ? " is" : " are") + " no " +
                            decoded.encoding.name,
                        "U+FFFD stands in the text instead");
  }
  if (const size_t more = decoded.wrong_count - decoded.wrong.size(); more > 0)
    diagnostics.warning(
        "encoding", {file, 0, 0},
        "and " + std::to_string(more) + " more places where bytes are no " + decoded.encoding.name);
  return file;
}

ArticleFile read_input(const std::string& name, std::string_view encoding, Sources& sources,
                       Diagnostics& diagnostics) {
  ArticleFile input{FileId::none, name == "-" ? "." : folder_of(name),
                    kind_of(name).value_or(ArticleKind::markdown)};
  if (input.kind == ArticleKind::docx) {
    input.name = name;
    input.bytes = read_named(name, most_document_bytes);
    return input;
  }
  const std::string bytes = read_named(name, most_article_bytes);
  const bool is_page = input.kind == ArticleKind::html || (name == "-" && begins_as_html(bytes));
  std::optional<DecodedText> decoded = decode_text(bytes, encoding, is_page ? declared_encoding(bytes) : "");
  if (!decoded) {
    input.file = refuse(name, bytes, sources, diagnostics);
    return input;
  }
  if (is_page || (name == "-" && begins_as_html(decoded->text))) input.kind = ArticleKind::html;
  if (name != "-" && encode_text(decoded->text, decoded->encoding) == bytes)
    input.written_as = decoded->encoding;
  input.file = add_text(name, std::move(*decoded), sources, diagnostics);
  return input;
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

std::vector<ArticleFile> read_inputs(const std::vector<std::string>& names, std::string_view encoding,
                                     Sources& sources, Diagnostics& diagnostics) {
  std::vector<ArticleFile> inputs;
  for (const std::string& name : names) inputs.push_back(read_input(name, encoding, sources, diagnostics));
  return inputs;
}

}  // namespace pubbuild
