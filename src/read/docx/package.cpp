// Reading the archive with libzip, its parts with tinyxml2.
#include "read/docx/package.h"

#include <zip.h>

#include <filesystem>

#include "base/utf8.h"

namespace pubbuild::docx {

namespace {

// An office document unpacks to a tenth of this; more is a bomb.
constexpr size_t most_unpacked = size_t{256} * 1024 * 1024;
constexpr size_t longest_xml = size_t{64} * 1024 * 1024;

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::string well_formed(std::string bytes) {
  if (utf8::first_invalid(bytes) == std::string::npos) return bytes;
  std::string text;
  for (size_t at = 0; at < bytes.size();) utf8::append(text, utf8::decode(bytes, at));
  return text;
}

// tinyxml2 drops text that is nothing but blanks, unless one of them is written as a reference.
void keep_blanks(std::string& xml) {
  for (size_t end = xml.find("</w:t>"); end != std::string::npos; end = xml.find("</w:t>", end + 1)) {
    const size_t last = xml.find_last_not_of(" \t\n", end - 1);
    if (last == std::string::npos || xml[last] != '>' || last + 1 == end) continue;
    xml.replace(last + 1, 1, "&#32;");
    end += 4;
  }
}

// "../media/a.png" in "word/" → "media/a.png"; names that lead out of the archive are found in no archive.
std::string resolved(const std::string& part, const std::string& target) {
  if (target.starts_with('/')) return target.substr(1);
  const std::filesystem::path folder = std::filesystem::path(part).parent_path();
  return (folder / target).lexically_normal().string();
}

}  // namespace

struct Package::Archive {
  zip_t* zip = nullptr;
  ~Archive() {
    if (zip != nullptr) zip_discard(zip);
  }
};

Package::Package(std::string_view bytes) : archive_(std::make_unique<Archive>()) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) archive_->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive_->zip == nullptr) {
    if (source != nullptr) zip_source_free(source);
    fault_ = "is no Word document, or damaged";
  } else if (zip_name_locate(archive_->zip, "word/document.xml", 0) < 0) {
    fault_ = "holds no Word document";
  }
  zip_error_fini(&error);
}

Package::~Package() = default;

std::string Package::bytes(const std::string& name) {
  zip_stat_t entry;
  if (archive_->zip == nullptr || zip_stat(archive_->zip, name.c_str(), 0, &entry) != 0) return {};
  if (entry.size > most_unpacked - unpacked_) return {};
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(archive_->zip, name.c_str(), 0));
  if (!file) return {};
  std::string bytes;
  char part[65536];
  while (true) {
    const zip_int64_t got = zip_fread(file.get(), part, sizeof part);
    if (got < 0 || bytes.size() + static_cast<size_t>(got) > most_unpacked - unpacked_) return {};
    if (got == 0) break;
    bytes.append(part, static_cast<size_t>(got));
  }
  unpacked_ += bytes.size();
  return bytes;
}

const tinyxml2::XMLElement* Package::xml(const std::string& name) {
  const auto [found, is_new] = documents_.try_emplace(name);
  if (is_new) {
    std::string text = well_formed(bytes(name));
    found->second = std::make_unique<tinyxml2::XMLDocument>();
    keep_blanks(text);
    if (text.size() > longest_xml || found->second->Parse(text.data(), text.size()) != tinyxml2::XML_SUCCESS)
      found->second->Clear();
    if (!text.empty() && found->second->RootElement() == nullptr) damaged_.push_back(name);
  }
  return found->second->RootElement();
}

const Package::Targets& Package::targets_of(const std::string& part) {
  const auto [found, is_new] = targets_.try_emplace(part);
  if (!is_new) return found->second;
  const size_t slash = part.rfind('/') + 1;
  const tinyxml2::XMLElement* root = xml(part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels");
  for (const auto* each = child(root, "Relationship"); each != nullptr;
       each = each->NextSiblingElement("Relationship")) {
    const std::string target(attribute(*each, "Target"));
    const bool is_external = attribute(*each, "TargetMode") == "External";
    found->second.emplace(attribute(*each, "Id"),
                          Target{is_external ? target : resolved(part, target), is_external});
  }
  return found->second;
}

Package::Target Package::target(const std::string& part, std::string_view id) {
  const Targets& targets = targets_of(part);
  const auto found = targets.find(id);
  return found == targets.end() ? Target{} : found->second;
}

std::string_view attribute(const tinyxml2::XMLElement& element, const char* name) {
  const char* found = element.Attribute(name);
  return found == nullptr ? "" : found;
}

const tinyxml2::XMLElement* child(const tinyxml2::XMLElement* element, const char* name) {
  return element == nullptr ? nullptr : element->FirstChildElement(name);
}

std::string_view value(const tinyxml2::XMLElement* element, const char* name) {
  const tinyxml2::XMLElement* found = child(element, name);
  return found == nullptr ? "" : attribute(*found, "w:val");
}

bool is_on(const tinyxml2::XMLElement* element, const char* name) {
  const tinyxml2::XMLElement* found = child(element, name);
  if (found == nullptr) return false;
  const std::string_view said = attribute(*found, "w:val");
  return said != "0" && said != "false" && said != "off" && said != "none";
}

}  // namespace pubbuild::docx
