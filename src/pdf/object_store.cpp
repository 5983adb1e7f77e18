// Indirect objects, pages and streams → the bytes of a PDF file, by libharu's object layer.
#include "pdf/object_store.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_encrypt.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <algorithm>
#include <cstring>
#include <deque>
#include <new>
#include <vector>

#include "base/error.h"
#include "pdf/syntax.h"

namespace pubbuild::pdf {

namespace {

// Offsets of the cross-reference table are 32 bits in libharu and ten digits in the file; stay well below
// 2^31.
constexpr size_t longest_file = 2'000'000'000;
// Leaves of the page tree hold this many pages; libharu's default puts all into one node of at most 32,767.
constexpr HPDF_UINT pages_a_node = 100;
constexpr uint32_t object_number_mask = 0x00FFFFFF;
// The second line marks the file as binary, §7.5.2.
constexpr const char* header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

uint32_t number_of(const HPDF_Dict object) {
  return object->header.obj_id & object_number_mask;
}

}  // namespace

std::string reference(ObjectId object) {
  return integer(static_cast<uint32_t>(object)) + " 0 R";
}

// libharu calls back into this class; nothing may be thrown through its C frames.
class ObjectStore::Document {
 public:
  Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  ObjectId add(std::string body);
  ObjectId add_stream(std::string body, std::string data);
  ObjectId add_stream_of(std::string body, std::string_view data);
  ObjectId add_page();
  void set_page_contents(ObjectId page, std::string body, std::string data);
  std::string& body_of(ObjectId object) { return bodies_[static_cast<uint32_t>(object)]; }
  std::string write(std::string catalog, std::string information);

 private:
  // The bytes of a stream, read by libharu when it saves.
  struct Source {
    std::string owned;
    std::string_view bytes;
    size_t read = 0;
  };

  void check(HPDF_STATUS status);
  template <typename Object>
  Object* existing(Object* object) {
    if (object == nullptr || first_error_ != HPDF_OK) fail();
    return object;
  }
  [[noreturn]] void fail();
  size_t expected_length() const;
  ObjectId take(HPDF_Dict object, std::string body);
  HPDF_Stream stream_of(Source source);

  static Document& of(HPDF_Error error) { return *static_cast<Document*>(error->user_data); }
  static void on_error(HPDF_STATUS code, HPDF_STATUS detail, void* document);
  static HPDF_STATUS write_body(HPDF_Dict object, HPDF_Stream out);
  static HPDF_STATUS write_file_id(HPDF_Dict trailer, HPDF_Stream out);
  static HPDF_STATUS append_to_file(HPDF_Stream out, const HPDF_BYTE* bytes, HPDF_UINT count);
  static HPDF_STATUS read_source(HPDF_Stream in, HPDF_BYTE* bytes, HPDF_UINT* count);
  static HPDF_STATUS seek_source(HPDF_Stream in, HPDF_INT position, HPDF_WhenceMode mode);
  static HPDF_INT32 tell_source(HPDF_Stream in);
  static HPDF_UINT32 size_source(HPDF_Stream in);

  struct Free {
    void operator()(HPDF_Doc doc) const { HPDF_Free(doc); }
  };

  HPDF_STATUS first_error_ = HPDF_OK;
  std::vector<std::string> bodies_;  // by object number; empty for libharu's own objects
  std::vector<HPDF_Page> pages_;     // by object number
  std::deque<Source> sources_;
  std::string file_;
  std::unique_ptr<HPDF_Doc_Rec, Free> doc_;  // last: it points at the others
};

ObjectStore::Document::Document() : doc_(HPDF_New(on_error, this)) {
  if (!doc_) throw Error("libharu cannot start: no memory");
  check(HPDF_SetPagesConfiguration(doc_.get(), pages_a_node));
}

void ObjectStore::Document::on_error(HPDF_STATUS code, HPDF_STATUS, void* document) {
  Document& self = *static_cast<Document*>(document);
  if (self.first_error_ == HPDF_OK) self.first_error_ = code;
}

void ObjectStore::Document::check(HPDF_STATUS status) {
  if (status != HPDF_OK || first_error_ != HPDF_OK || HPDF_GetError(doc_.get()) != HPDF_OK) fail();
}

void ObjectStore::Document::fail() {
  const HPDF_STATUS code = first_error_ != HPDF_OK ? first_error_ : HPDF_GetError(doc_.get());
  if (code == HPDF_FAILD_TO_ALLOC_MEM) throw Error("no memory to write the PDF");
  std::string hex;
  append_code(hex, static_cast<uint16_t>(code));
  throw Error("libharu cannot write the PDF (its error 0x" + hex + ")");
}

// From now on the object's entries are `body`, besides those that libharu puts in.
ObjectId ObjectStore::Document::take(HPDF_Dict object, std::string body) {
  const uint32_t number = number_of(object);
  if (bodies_.size() <= number) bodies_.resize(number + 1);
  bodies_[number] = std::move(body);
  object->write_fn = write_body;
  return static_cast<ObjectId>(number);
}

ObjectId ObjectStore::Document::add(std::string body) {
  const HPDF_Dict object = existing(HPDF_Dict_New(doc_->mmgr));
  check(HPDF_Xref_Add(doc_->xref, object));
  return take(object, std::move(body));
}

HPDF_Stream ObjectStore::Document::stream_of(Source source) {
  Source& kept = sources_.emplace_back(std::move(source));
  if (!kept.owned.empty()) kept.bytes = kept.owned;
  return existing(
      HPDF_CallbackReader_New(doc_->mmgr, read_source, seek_source, tell_source, size_source, &kept));
}

ObjectId ObjectStore::Document::add_stream(std::string body, std::string data) {
  const HPDF_Dict object = existing(HPDF_DictStream_New(doc_->mmgr, doc_->xref));
  HPDF_Stream_Free(object->stream);
  object->stream = nullptr;
  object->stream = stream_of({std::move(data), {}});
  return take(object, std::move(body));
}

ObjectId ObjectStore::Document::add_stream_of(std::string body, std::string_view data) {
  const ObjectId object = add_stream(std::move(body), {});
  sources_.back().bytes = data;
  return object;
}

ObjectId ObjectStore::Document::add_page() {
  const HPDF_Page page = existing(HPDF_AddPage(doc_.get()));
  check(HPDF_Dict_RemoveElement(page, "MediaBox"));
  check(HPDF_Dict_RemoveElement(page, "Resources"));
  const ObjectId object = take(page, {});
  pages_.resize(bodies_.size());
  pages_[static_cast<uint32_t>(object)] = page;
  return object;
}

void ObjectStore::Document::set_page_contents(ObjectId page, std::string body, std::string data) {
  const auto attributes = static_cast<HPDF_PageAttr>(pages_[static_cast<uint32_t>(page)]->attr);
  HPDF_Stream_Free(attributes->stream);
  attributes->stream = nullptr;
  attributes->contents->stream = nullptr;
  attributes->stream = stream_of({std::move(data), {}});
  attributes->contents->stream = attributes->stream;
  take(attributes->contents, std::move(body));
}

std::string ObjectStore::Document::write(std::string catalog, std::string information) {
  take(doc_->catalog, std::move(catalog));
  take(doc_->info, std::move(information));
  check(HPDF_Dict_RemoveElement(doc_->info, "Producer"));
  check(HPDF_Dict_Add(doc_->trailer, "Root", doc_->catalog));
  check(HPDF_Dict_Add(doc_->trailer, "Info", doc_->info));
  doc_->trailer->write_fn = write_file_id;

  file_.reserve(expected_length());
  const HPDF_Stream out = existing(HPDF_CallbackWriter_New(doc_->mmgr, append_to_file, this));
  HPDF_STATUS status = HPDF_Stream_WriteStr(out, header);
  if (status == HPDF_OK) status = HPDF_Xref_WriteToStream(doc_->xref, out, nullptr);
  HPDF_Stream_Free(out);
  if (file_.size() >= longest_file) throw Error("the PDF would be longer than 2 GB");
  check(status);
  return std::move(file_);
}

// Somewhat more than the file will have: growing step by step would need it twice.
size_t ObjectStore::Document::expected_length() const {
  constexpr size_t around_object = 96;  // its number, its keywords, its line of the cross-reference table
  size_t length = bodies_.size() * around_object;
  for (const std::string& body : bodies_) length += body.size();
  for (const Source& source : sources_) length += source.bytes.size();
  return std::min(length, longest_file);
}

HPDF_STATUS ObjectStore::Document::write_body(HPDF_Dict object, HPDF_Stream out) {
  const std::string& body = of(object->error).bodies_[number_of(object)];
  if (body.empty()) return HPDF_OK;
  return HPDF_Stream_Write(out, reinterpret_cast<const HPDF_BYTE*>(body.data()),
                           static_cast<HPDF_UINT>(body.size()));
}

// §14.4: the identifier is a hash of all that stands before the trailer.
HPDF_STATUS ObjectStore::Document::write_file_id(HPDF_Dict trailer, HPDF_Stream out) {
  std::string& file = of(trailer->error).file_;
  HPDF_MD5_CTX hash;
  HPDF_MD5Init(&hash);
  HPDF_MD5Update(&hash, reinterpret_cast<const HPDF_BYTE*>(file.data()),
                 static_cast<HPDF_UINT32>(file.size()));
  HPDF_BYTE digest[16];
  HPDF_MD5Final(digest, &hash);
  char text[2 * 34 + 8];
  char* at = text;
  const auto put = [&](std::string_view piece) { at = std::copy(piece.begin(), piece.end(), at); };
  put("/ID [");
  for (int i = 0; i < 2; ++i) {
    put("<");
    for (const HPDF_BYTE byte : digest) {
      *at++ = "0123456789ABCDEF"[byte >> 4];
      *at++ = "0123456789ABCDEF"[byte & 15];
    }
    put(">");
  }
  put("]\n");
  return HPDF_Stream_Write(out, reinterpret_cast<const HPDF_BYTE*>(text), static_cast<HPDF_UINT>(at - text));
}

HPDF_STATUS ObjectStore::Document::append_to_file(HPDF_Stream out, const HPDF_BYTE* bytes, HPDF_UINT count) {
  std::string& file = static_cast<Document*>(out->attr)->file_;
  if (file.size() + count >= longest_file) return HPDF_SetError(out->error, HPDF_FILE_IO_ERROR, 0);
  try {
    file.append(reinterpret_cast<const char*>(bytes), count);
  } catch (const std::exception&) {
    return HPDF_SetError(out->error, HPDF_FAILD_TO_ALLOC_MEM, 0);
  }
  return HPDF_OK;
}

HPDF_STATUS ObjectStore::Document::read_source(HPDF_Stream in, HPDF_BYTE* bytes, HPDF_UINT* count) {
  Source& source = *static_cast<Source*>(in->attr);
  const size_t rest = source.bytes.size() - source.read;
  const size_t given = std::min<size_t>(rest, *count);
  if (given > 0) std::memcpy(bytes, source.bytes.data() + source.read, given);
  source.read += given;
  const bool at_end = given < *count;
  *count = static_cast<HPDF_UINT>(given);
  if (!at_end) return HPDF_OK;
  source = {};  // it stands in the file now
  return HPDF_STREAM_EOF;
}

HPDF_STATUS ObjectStore::Document::seek_source(HPDF_Stream in, HPDF_INT position, HPDF_WhenceMode mode) {
  Source& source = *static_cast<Source*>(in->attr);
  if (mode != HPDF_SEEK_SET || position < 0 || static_cast<size_t>(position) > source.bytes.size()) {
    return HPDF_INVALID_PARAMETER;
  }
  source.read = static_cast<size_t>(position);
  return HPDF_OK;
}

HPDF_INT32 ObjectStore::Document::tell_source(HPDF_Stream in) {
  return static_cast<HPDF_INT32>(static_cast<Source*>(in->attr)->read);
}

HPDF_UINT32 ObjectStore::Document::size_source(HPDF_Stream in) {
  return static_cast<HPDF_UINT32>(static_cast<Source*>(in->attr)->bytes.size());
}

ObjectStore::ObjectStore() : document_(std::make_unique<Document>()) {}
ObjectStore::~ObjectStore() = default;

ObjectId ObjectStore::add(std::string body) {
  return document_->add(std::move(body));
}

void ObjectStore::set(ObjectId object, std::string body) {
  document_->body_of(object) = std::move(body);
}

ObjectId ObjectStore::add_stream(std::string body, std::string data) {
  return document_->add_stream(std::move(body), std::move(data));
}

ObjectId ObjectStore::add_stream_of(std::string body, std::string_view data) {
  return document_->add_stream_of(std::move(body), data);
}

ObjectId ObjectStore::add_page() {
  return document_->add_page();
}

void ObjectStore::set_page_contents(ObjectId page, std::string body, std::string data) {
  document_->set_page_contents(page, std::move(body), std::move(data));
}

std::string ObjectStore::write(std::string catalog, std::string information) {
  return document_->write(std::move(catalog), std::move(information));
}

}  // namespace pubbuild::pdf
