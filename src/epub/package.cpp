// Writes package.opf.
#include "epub/package.h"

#include <algorithm>
#include <chrono>

#include "epub/relators.h"
#include "epub/xml.h"

namespace pubbuild {

namespace {

std::string padded(int64_t number, size_t width) {
  std::string digits = std::to_string(number);
  return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

// CCYY-MM-DDThh:mm:ssZ of the years that four digits hold.
std::string utc_time(int64_t seconds) {
  constexpr int64_t end_of_9999 = 253'402'300'799;
  seconds = std::clamp<int64_t>(seconds, 0, end_of_9999);
  const std::chrono::sys_days day{std::chrono::days{seconds / 86'400}};
  const std::chrono::year_month_day date{day};
  const int64_t clock = seconds % 86'400;
  return padded(static_cast<int>(date.year()), 4) + "-" + padded(static_cast<unsigned>(date.month()), 2) +
         "-" + padded(static_cast<unsigned>(date.day()), 2) + "T" + padded(clock / 3600, 2) + ":" +
         padded(clock / 60 % 60, 2) + ":" + padded(clock % 60, 2) + "Z";
}

// The form a list sorts by: as given; a name without blanks is Han or Hangul, its family name first already.
std::string sorting_form(const Person& person) {
  if (std::string given = plain_line(person.file_as); !given.empty()) return given;
  std::string name = plain_line(person.name);
  return name.find(' ') == std::string::npos ? name : std::string();
}

// group-position: numbers with dots between.
bool is_position(std::string_view text) {
  if (text.empty() || text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos)
    return false;
  return text.find_first_not_of("0123456789.") == std::string_view::npos;
}

class PackageWriter {
 public:
  explicit PackageWriter(const Package& package)
      : package_(package), metadata_(package.input.publication.metadata) {}

  std::string write() {
    xml_.open("package");
    xml_.attribute("xmlns", "http://www.idpf.org/2007/opf");
    xml_.attribute("version", "3.0");
    xml_.attribute("unique-identifier", "identifier");
    xml_.attribute("xml:lang", package_.language);
    write_metadata();
    write_manifest();
    write_spine();
    write_guide();
    xml_.close();
    return xml_.take();
  }

 private:
  void write_metadata() {
    xml_.open("metadata");
    xml_.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
    write_identity();
    write_people();
    write_descriptions();
    write_series();
    write_accessibility();
    write_meta("pageBreakSource", package_.page_source);
    if (!package_.cover_image.empty()) write_old_meta("cover", package_.cover_image);
    xml_.close();
  }

  void write_identity() {
    write_with_id("dc:identifier", "identifier", publication_identifier(metadata_));
    write_field("dc:identifier", metadata_.identifier.text);
    write_with_id("dc:title", "title", package_.title);
    write_refinement("title", "title-type", "main");
    xml_.element("dc:language", package_.language);
    write_meta("dcterms:modified", utc_time(package_.input.date));
  }

  void write_people() {
    size_t number = 0;
    for (const Person& person : metadata_.authors) {
      const std::string name = plain_line(person.name);
      if (name.empty()) continue;
      const std::string id = "person-" + std::to_string(++number);
      const Relator relator = relator_of(plain_line(person.role));
      write_with_id(relator.standing == Standing::creator ? "dc:creator" : "dc:contributor", id, name);
      write_refinement(id, "role", relator.code, "marc:relators");
      if (const std::string form = sorting_form(person); !form.empty()) write_refinement(id, "file-as", form);
    }
  }

  void write_descriptions() {
    write_field("dc:date", iso_date(metadata_.date.text));
    write_field("dc:publisher", metadata_.publisher.text);
    write_field("dc:rights", metadata_.rights.text);
    write_field("dc:description", metadata_.description.text);
    for (const std::string& subject : metadata_.subjects) write_field("dc:subject", subject);
    write_field("dc:source", metadata_.source.text);
  }

  void write_series() {
    const std::string series = plain_line(metadata_.series.text);
    if (series.empty()) return;
    xml_.open("meta");
    xml_.attribute("property", "belongs-to-collection");
    xml_.attribute("id", "series");
    xml_.text(series);
    xml_.close();
    write_refinement("series", "collection-type", "series");
    const std::string volume = plain_line(metadata_.volume.text);
    if (is_position(volume)) write_refinement("series", "group-position", volume);
  }

  void write_accessibility() {
    const Accessibility& found = package_.accessibility;
    for (const std::string_view mode : found.access_modes) write_meta("schema:accessMode", mode);
    write_meta("schema:accessModeSufficient", found.sufficient_access_mode);
    for (const std::string_view feature : found.features) write_meta("schema:accessibilityFeature", feature);
    write_meta("schema:accessibilityHazard", "none");
    write_meta("schema:accessibilitySummary", found.summary);
  }

  void write_manifest() {
    xml_.open("manifest");
    for (const ManifestItem& item : package_.manifest) {
      xml_.open("item");
      xml_.attribute("id", item.id);
      xml_.attribute("href", item.file);
      xml_.attribute("media-type", item.media_type);
      if (!item.properties.empty()) xml_.attribute("properties", item.properties);
      xml_.close();
    }
    xml_.close();
  }

  void write_spine() {
    xml_.open("spine");
    xml_.attribute("toc", "ncx");
    const bool leftwards =
        metadata_.turns_leftwards() || package_.input.progression == PageProgression::leftwards;
    xml_.attribute("page-progression-direction", leftwards ? "rtl" : "ltr");
    for (const SpineItem& item : package_.spine) {
      xml_.open("itemref");
      xml_.attribute("idref", item.id);
      if (item.reading == SpineItem::Reading::aside) xml_.attribute("linear", "no");
      xml_.close();
    }
    xml_.close();
  }

  void write_guide() {
    xml_.open("guide");
    for (const GuideReference& reference : package_.guide) {
      xml_.open("reference");
      xml_.attribute("type", reference.type);
      xml_.attribute("title", reference.title);
      xml_.attribute("href", reference.file);
      xml_.close();
    }
    xml_.close();
  }

  void write_with_id(const char* name, std::string_view id, std::string_view text) {
    xml_.open(name);
    xml_.attribute("id", id);
    xml_.text(text);
    xml_.close();
  }

  void write_field(const char* name, std::string_view text) {
    if (const std::string line = plain_line(text); !line.empty()) xml_.element(name, line);
  }

  void write_meta(std::string_view property, std::string_view text) {
    const std::string line = plain_line(text);
    if (line.empty()) return;
    xml_.open("meta");
    xml_.attribute("property", property);
    xml_.text(line);
    xml_.close();
  }

  void write_old_meta(std::string_view name, std::string_view content) {
    xml_.open("meta");
    xml_.attribute("name", name);
    xml_.attribute("content", content);
    xml_.close();
  }

  void write_refinement(const std::string& id, std::string_view property, std::string_view text,
                        std::string_view scheme = {}) {
    xml_.open("meta");
    xml_.attribute("refines", "#" + id);
    xml_.attribute("property", property);
    if (!scheme.empty()) xml_.attribute("scheme", scheme);
    xml_.text(text);
    xml_.close();
  }

  const Package& package_;
  const Metadata& metadata_;
  XmlWriter xml_{XmlWriter::Form::indented};
};

}  // namespace

std::string write_package(const Package& package) {
  return PackageWriter(package).write();
}

std::string publication_title(const Publication& publication, const Words& words) {
  std::string title = plain_line(publication.metadata.title.text);
  for (const Heading& heading : publication.headings) {
    if (!title.empty()) break;
    title = plain_line(heading.text);
  }
  if (title.empty()) title = words.untitled;
  const std::string subtitle = plain_line(publication.metadata.subtitle.text);
  if (subtitle.empty()) return title;
  // A subtitle that brings its own dash needs no other mark.
  return title + (subtitle.starts_with("—") ? "" : std::string(words.subtitle_mark)) + subtitle;
}

}  // namespace pubbuild
