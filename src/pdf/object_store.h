// Indirect objects, pages and streams → the bytes of a PDF file. The one wrapper of libharu, which numbers
// the objects, keeps the page tree and writes the cross-reference table.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace pubbuild::pdf {

enum class ObjectId : uint32_t { none = 0 };

// "12 0 R"
std::string reference(ObjectId object);

// Bodies are the entries of a dictionary as they stand between `<<` and `>>`. An object may be referred to
// before its body is known. Every member throws Error when libharu fails.
class ObjectStore {
 public:
  ObjectStore();
  ~ObjectStore();
  ObjectStore(const ObjectStore&) = delete;
  ObjectStore& operator=(const ObjectStore&) = delete;

  ObjectId add(std::string body = {});
  void set(ObjectId object, std::string body);

  // `data` is encoded already, as the /Filter in `body` says.
  ObjectId add_stream(std::string body, std::string data);
  // The same, but `data` must live until the file is written.
  ObjectId add_stream_of(std::string body, std::string_view data);

  // An empty page after all others. Its body lacks only /Type, /Parent and /Contents.
  ObjectId add_page();
  void set_page_contents(ObjectId page, std::string body, std::string data);

  // The file, with these further entries in the catalog and in the document information.
  std::string write(std::string catalog, std::string information);

 private:
  class Document;
  std::unique_ptr<Document> document_;
};

}  // namespace pubbuild::pdf
