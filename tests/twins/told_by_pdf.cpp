// Outline, structure and links are read from qpdf's JSON, the words of a page are those that can be copied.
#include "told_by_pdf.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "wording.h"

namespace pubbuild::test {

namespace {

using nlohmann::json;

std::string printed_by(const std::string& command) {
  const std::unique_ptr<FILE, decltype(&::pclose)> pipe(::popen(command.c_str(), "r"), &::pclose);
  REQUIRE(pipe);
  std::string printed;
  std::array<char, 4096> piece{};
  while (const size_t length = std::fread(piece.data(), 1, piece.size(), pipe.get())) {
    printed.append(piece.data(), length);
  }
  return printed;
}

// Strings are "u:" and the text among the objects of qpdf's JSON.
std::string text_of(const json& string) {
  const std::string text = string.get<std::string>();
  return text.starts_with("u:") ? text.substr(2) : text;
}

class Objects {
 public:
  explicit Objects(const json& file) : objects_(file.at("qpdf").at(1)) {}

  // The object itself, or what the reference refers to.
  const json& at(const json& object) const {
    if (!object.is_string() || !object.get<std::string>().ends_with(" R")) return object;
    return objects_.at("obj:" + object.get<std::string>()).at("value");
  }
  const json& catalogue() const { return at(at(objects_.at("trailer").at("value").at("/Root"))); }

 private:
  const json& objects_;
};

void add_outline(const json& entries, const std::string& indent, std::vector<std::string>& headings) {
  for (const json& entry : entries) {
    headings.push_back(indent + entry.at("title").get<std::string>());
    add_outline(entry.at("kids"), indent + "  ", headings);
  }
}

std::string label_of(const json& label) {
  REQUIRE(label.at("/S") == "/D");
  return (label.contains("/P") ? text_of(label.at("/P")) : "") + std::to_string(label.value("/St", 1));
}

// A link that is broken over lines may have an annotation a line.
void add_links(const Objects& objects, const json& page, std::vector<std::string>& links) {
  const json& object = objects.at(page);
  if (!object.contains("/Annots")) return;
  for (const json& reference : objects.at(object.at("/Annots"))) {
    const json& annotation = objects.at(reference);
    if (annotation.at("/Subtype") != "/Link" || !annotation.contains("/A")) continue;
    const json& action = objects.at(annotation.at("/A"));
    if (action.at("/S") != "/URI") continue;
    const std::string uri = text_of(action.at("/URI"));
    if (links.empty() || links.back() != uri) links.push_back(uri);
  }
}

void walk_structure(const Objects& objects, const json& reference, ToldByPdf& told) {
  const json& element = objects.at(reference);
  if (element.is_array()) {
    for (const json& child : element) walk_structure(objects, child, told);
  }
  if (!element.is_object()) return;
  const std::string role = element.value("/S", "");
  if (role == "/Note") ++told.notes;
  if (role == "/Figure") told.pictures.push_back(text_of(element.at("/Alt")));
  if (element.contains("/K")) walk_structure(objects, element.at("/K"), told);
}

// Head and folio are drawn before the page's text; the head ends with the title.
std::string without_head(std::string text, const std::string& label, const std::string& head) {
  for (bool found = true; found;) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string line = text.substr(0, end);
    const bool is_head = !head.empty() && (line.ends_with(head) || line == head + " " + label);
    found = !line.empty() && (line == label || is_head);
    if (found) text.erase(0, end + 1);
  }
  return text;
}

// Where the line begins in which the first of the notes does; the text's end where there is none.
size_t start_of_notes(const std::string& text, const std::vector<std::string>& notes) {
  size_t first = text.size();
  for (const std::string& note : notes) {
    const Found found = find_wording(text, beginning_of(note, 8), 0);
    if (!found) continue;
    const size_t line = text.rfind('\n', found.begin);
    first = std::min(first, line == std::string::npos ? 0 : line + 1);
  }
  return first;
}

}  // namespace

ToldByPdf told_by_pdf(const std::string& path, const std::string& title,
                      const std::vector<std::string>& notes) {
  const json file = json::parse(printed_by("qpdf --json=2 '" + path + "'"));
  const Objects objects(file);
  ToldByPdf told;
  add_outline(file.at("outlines"), "", told.headings);
  walk_structure(objects, objects.catalogue().at("/StructTreeRoot"), told);
  std::istringstream pages(printed_by("pdftotext -raw '" + path + "' -"));
  for (const json& page : file.at("pages")) {
    const std::string label = label_of(page.at("label"));
    std::string text;
    std::getline(pages, text, '\f');
    text = without_head(text, label, told.pages.empty() ? "" : title);
    const size_t foot = start_of_notes(text, notes);
    told.pages.push_back({label, text.substr(0, foot), {}});
    told.feet.push_back(text.substr(foot));
    for (const json& image : page.at("images")) told.images.insert(image.at("object").get<std::string>());
    add_links(objects, page.at("object"), told.links);
  }
  return told;
}

}  // namespace pubbuild::test
