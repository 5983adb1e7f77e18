// The metadata of a document → its information dictionary and the XMP packet that agrees with it.
#include "pdf/metadata.h"

#include <algorithm>
#include <chrono>
#include <string_view>

#include "base/utf8.h"
#include "pdf/syntax.h"

namespace pubbuild::pdf {

namespace {

constexpr const char* producer = "pubbuild";
// The four digits that both formats have for a year.
constexpr int64_t first_second = -62'167'219'200;  // 0000-01-01
constexpr int64_t last_second = 253'402'300'799;   // 9999-12-31

std::string padded(int64_t value, size_t width) {
  std::string digits = integer(value);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

// A moment's fields in UTC.
struct Moment {
  explicit Moment(int64_t unix_seconds) {
    using namespace std::chrono;
    const sys_seconds time{seconds{std::clamp(unix_seconds, first_second, last_second)}};
    const sys_days midnight = floor<days>(time);
    const year_month_day date{midnight};
    const hh_mm_ss clock{time - midnight};
    year = padded(int{date.year()}, 4);
    month = padded(unsigned{date.month()}, 2);
    day = padded(unsigned{date.day()}, 2);
    hour = padded(clock.hours().count(), 2);
    minute = padded(clock.minutes().count(), 2);
    second = padded(clock.seconds().count(), 2);
  }
  std::string as_pdf() const { return "D:" + year + month + day + hour + minute + second + "Z"; }
  std::string as_iso() const {
    return year + "-" + month + "-" + day + "T" + hour + ":" + minute + ":" + second + "Z";
  }
  std::string year, month, day, hour, minute, second;
};

// XML 1.0 §2.2: other characters cannot stand in a document at all.
bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

std::string escaped(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (is_xml_character(c)) {
      utf8::append(out, c);
    }
  }
  return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

std::string simple(const char* name, std::string_view value) {
  if (value.empty()) return {};
  return "<" + std::string(name) + ">" + escaped(value) + "</" + name + ">\n";
}

// A property that is an array of RDF: Alt, Bag or Seq.
std::string array(const char* name, const char* kind, const std::vector<std::string>& values,
                  const char* attribute = "") {
  std::string items;
  for (const std::string& value : values) {
    if (value.empty()) continue;
    items += "<rdf:li" + std::string(attribute) + ">" + escaped(value) + "</rdf:li>";
  }
  if (items.empty()) return items;
  return "<" + std::string(name) + "><rdf:" + kind + ">" + items + "</rdf:" + kind + "></" + name + ">\n";
}

}  // namespace

std::string information(const DocumentMetadata& metadata) {
  std::string out;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) out += std::string(key) + " " + text_string(value) + "\n";
  };
  add("/Title", metadata.title);
  add("/Author", joined(metadata.authors, "; "));
  add("/Subject", metadata.subject);
  add("/Keywords", joined(metadata.keywords, ", "));
  add("/Producer", producer);
  const std::string date = ascii_string(Moment(metadata.date).as_pdf());
  return out + "/CreationDate " + date + "\n/ModDate " + date + "\n";
}

std::string xmp_packet(const DocumentMetadata& metadata, Conformance conformance) {
  constexpr const char* default_language = " xml:lang=\"x-default\"";
  const std::string date = Moment(metadata.date).as_iso();
  std::string out =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n";
  out += simple("dc:format", "application/pdf");
  out += array("dc:title", "Alt", {metadata.title}, default_language);
  // Info has one string for all authors; the one entry here says the same (PDF/A-1 §6.7.3).
  out += array("dc:creator", "Seq", {joined(metadata.authors, "; ")});
  out += array("dc:description", "Alt", {metadata.subject}, default_language);
  out += array("dc:language", "Bag", {metadata.language});
  out += array("dc:subject", "Bag", metadata.keywords);
  out += simple("dc:identifier", metadata.identifier);
  out += simple("pdf:Keywords", joined(metadata.keywords, ", "));
  out += simple("pdf:Producer", producer);
  out += simple("xmp:CreateDate", date) + simple("xmp:ModifyDate", date) + simple("xmp:MetadataDate", date);
  if (conformance == Conformance::pdf_ua) out += simple("pdfuaid:part", "1");
  return out + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace pubbuild::pdf
