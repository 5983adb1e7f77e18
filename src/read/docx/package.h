// The bytes of a Word document → its parts, as XML (ECMA-376 part 2, Open Packaging Conventions).
#pragma once

#include <tinyxml2.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pubbuild::docx {

// A document that cannot be opened has no parts, and says why.
class Package {
 public:
  explicit Package(std::string_view bytes);
  ~Package();
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;

  const std::string& fault() const { return fault_; }
  // The bytes of a part ("word/media/image1.png"); empty for one that is missing, or where all parts together
  // have more than 256 MB.
  std::string bytes(const std::string& name);
  // The root element of a part; nullptr for one that is missing or no XML. Valid as long as the package.
  const tinyxml2::XMLElement* xml(const std::string& name);
  // Parts that were asked for and are there, but are no XML.
  const std::vector<std::string>& damaged() const { return damaged_; }

  // What the relationships of a part say of an id: a part's name, or an address where it is external.
  struct Target {
    std::string name;
    bool is_external = false;
  };
  Target target(const std::string& part, std::string_view id);

 private:
  struct Archive;
  using Targets = std::map<std::string, Target, std::less<>>;
  const Targets& targets_of(const std::string& part);

  std::unique_ptr<Archive> archive_;
  std::string fault_;
  size_t unpacked_ = 0;
  std::vector<std::string> damaged_;
  std::map<std::string, std::unique_ptr<tinyxml2::XMLDocument>> documents_;
  std::map<std::string, Targets> targets_;
};

// An attribute of any prefix's name ("w:val"); empty for one that is missing.
std::string_view attribute(const tinyxml2::XMLElement& element, const char* name);
// The child of that name; nullptr for none.
const tinyxml2::XMLElement* child(const tinyxml2::XMLElement* element, const char* name);
// The w:val of a child; empty where there is none.
std::string_view value(const tinyxml2::XMLElement* element, const char* name);
// Whether a child of that name is there and not switched off (w:val="0").
bool is_on(const tinyxml2::XMLElement* element, const char* name);

}  // namespace pubbuild::docx
