// The bytes of an EPUB → its files, and what EPUBCheck thinks of it.
#pragma once

#include <string>
#include <vector>

namespace pubbuild {

// In memory, the entries in their order.
class OpenedEpub {
 public:
  explicit OpenedEpub(const std::string& bytes);

  const std::vector<std::string>& names() const { return names_; }
  // Empty for an entry that is not there.
  std::string file(const std::string& name) const;
  bool is_stored(const std::string& name) const;

 private:
  struct Entry {
    std::string bytes;
    bool stored = false;
  };
  const Entry* find(const std::string& name) const;

  std::vector<std::string> names_;
  std::vector<Entry> entries_;
};

// Whether tinyxml2 reads it to its end, which it does for what is well-formed.
bool is_well_formed(const std::string& xml);

// What EPUBCheck 5.3 complains of, errors and warnings, a line each; empty where all is well. Says so where
// EPUBCheck is not installed.
std::string complaints_of_epubcheck(const std::string& bytes);

}  // namespace pubbuild
