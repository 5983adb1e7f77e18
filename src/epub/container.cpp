// Files → a ZIP archive in memory: libdeflate compresses, libzip assembles.
#include "epub/container.h"

#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>

#include "base/error.h"

namespace pubbuild {

namespace {

// libdeflate's 6 is zlib's 6 in size at half the time.
constexpr int compression_level = 6;
// A regular file that all may read, in the upper half as ZIP keeps Unix modes.
constexpr zip_uint32_t unix_attributes = 0100644U << 16;
// 1980-01-01 in MS-DOS's reckoning, the first day it knows.
constexpr zip_uint16_t first_dos_date = 1 << 5 | 1;

struct CompressorFree {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};
struct ArchiveDiscard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct SourceFree {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Compressor = std::unique_ptr<libdeflate_compressor, CompressorFree>;
using Archive = std::unique_ptr<zip_t, ArchiveDiscard>;
using Source = std::unique_ptr<zip_source_t, SourceFree>;

[[noreturn]] void fail(const char* message) {
  throw Error("the EPUB container cannot be written: " + std::string(message));
}

// A file as its entry holds it.
struct Entry {
  std::string name;
  std::string content;  // deflated or as it is
  zip_uint64_t size = 0;
  zip_uint32_t crc = 0;
  zip_uint16_t method = ZIP_CM_STORE;
  size_t read = 0;
};

Entry make_entry(PackedFile file, libdeflate_compressor* compressor) {
  Entry entry;
  entry.name = std::move(file.name);
  entry.size = file.bytes.size();
  entry.crc = libdeflate_crc32(0, file.bytes.data(), file.bytes.size());
  entry.content = std::move(file.bytes);
  if (file.storage == Storage::stored || entry.content.empty()) return entry;
  std::string deflated(entry.content.size(), '\0');
  const size_t length = libdeflate_deflate_compress(compressor, entry.content.data(), entry.content.size(),
                                                    deflated.data(), deflated.size());
  if (length == 0) return entry;  // did not become smaller
  deflated.resize(length);
  entry.content = std::move(deflated);
  entry.method = ZIP_CM_DEFLATE;
  return entry;
}

zip_int64_t report_status(const Entry& entry, void* place, zip_uint64_t length) {
  if (length < sizeof(zip_stat_t)) return -1;
  zip_stat_t status;
  zip_stat_init(&status);
  status.valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
  status.size = entry.size;
  status.comp_size = entry.content.size();
  status.comp_method = entry.method;
  status.crc = entry.crc;
  std::memcpy(place, &status, sizeof status);
  return sizeof status;
}

zip_int64_t read_on(Entry& entry, void* place, zip_uint64_t length) {
  const size_t taken = std::min<size_t>(length, entry.content.size() - entry.read);
  std::memcpy(place, entry.content.data() + entry.read, taken);
  entry.read += taken;
  return static_cast<zip_int64_t>(taken);
}

// libzip copies a source that says it is deflated as it stands, instead of compressing it a second time.
zip_int64_t entry_source(void* entry, void* place, zip_uint64_t length, zip_source_cmd_t command) {
  Entry& source = *static_cast<Entry*>(entry);
  switch (command) {
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_SUPPORTS, ZIP_SOURCE_OPEN, ZIP_SOURCE_READ,
                                            ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                                            ZIP_SOURCE_FREE, -1);
    case ZIP_SOURCE_OPEN:
      source.read = 0;
      return 0;
    case ZIP_SOURCE_READ:
      return read_on(source, place, length);
    case ZIP_SOURCE_STAT:
      return report_status(source, place, length);
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE:
      return 0;
    case ZIP_SOURCE_ERROR: {
      const int none[] = {ZIP_ER_OK, 0};
      if (length < sizeof none) return -1;
      std::memcpy(place, none, sizeof none);
      return sizeof none;
    }
    default:
      return -1;
  }
}

void add_entry(zip_t* archive, Entry& entry) {
  Source source(zip_source_function(archive, &entry_source, &entry));
  if (!source) fail(zip_strerror(archive));
  const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source.get(), ZIP_FL_ENC_GUESS);
  if (index < 0) fail(zip_strerror(archive));
  (void)source.release();  // the archive's own from here
  const auto place = static_cast<zip_uint64_t>(index);
  const bool set =
      (entry.method == ZIP_CM_DEFLATE || zip_set_file_compression(archive, place, ZIP_CM_STORE, 0) == 0) &&
      zip_file_set_dostime(archive, place, 0, first_dos_date, 0) == 0 &&
      zip_file_set_external_attributes(archive, place, 0, ZIP_OPSYS_UNIX, unix_attributes) == 0;
  if (!set) fail(zip_strerror(archive));
}

std::string bytes_of(zip_source_t* buffer) {
  zip_stat_t status;
  if (zip_source_stat(buffer, &status) != 0 || zip_source_open(buffer) != 0) {
    fail(zip_error_strerror(zip_source_error(buffer)));
  }
  std::string bytes(status.size, '\0');
  const zip_int64_t length = zip_source_read(buffer, bytes.data(), bytes.size());
  zip_source_close(buffer);
  if (length != static_cast<zip_int64_t>(bytes.size())) fail("the archive is not all there");
  return bytes;
}

std::string assemble(std::vector<Entry>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  const Source buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!buffer) fail(zip_error_strerror(&error));
  Archive archive(zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error));
  if (!archive) fail(zip_error_strerror(&error));
  zip_source_keep(buffer.get());  // once for the archive, once for us
  for (Entry& entry : entries) add_entry(archive.get(), entry);
  if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
  static_cast<void>(archive.release());  // closed is gone
  return bytes_of(buffer.get());
}

}  // namespace

std::string pack_container(std::vector<PackedFile> files) {
  const Compressor compressor(libdeflate_alloc_compressor(compression_level));
  if (!compressor) throw std::bad_alloc();
  std::vector<Entry> entries;
  entries.reserve(files.size() + 1);
  entries.push_back(make_entry({"mimetype", "application/epub+zip", Storage::stored}, compressor.get()));
  for (PackedFile& file : files) entries.push_back(make_entry(std::move(file), compressor.get()));
  return assemble(entries);
}

}  // namespace pubbuild
