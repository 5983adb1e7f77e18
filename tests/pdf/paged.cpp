// Paged documents built by hand, and questions to the finished PDF.
#include "paged.h"

#include <doctest/doctest.h>
#include <hb-subset.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/utf8.h"

namespace pubbuild::test {

const FontId serif{0};
const FontId kai{1};
const FontId region{2};

namespace {

namespace fs = std::filesystem;

const std::string noto = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";
const std::string wenkai = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf";

fs::path scratch(const std::string& name) {
  return fs::temp_directory_path() / ("pubbuild-test-" + std::to_string(getpid()) + "-" + name);
}

std::unique_ptr<Face> open_face(const std::string& path, unsigned index) {
  std::string why_not;
  auto face = Face::open(path, index, why_not);
  REQUIRE_MESSAGE(face, path, " ", why_not);
  return face;
}

// Without RETAIN_GIDS the glyphs are numbered anew, while the charset keeps their CIDs.
std::unique_ptr<Face> open_region_subset(const Face& whole) {
  hb_subset_input_t* input = hb_subset_input_create_or_fail();
  for (const char32_t c : utf8::decode_all("永和九年歳在癸丑𠮷 A")) {
    hb_set_add(hb_subset_input_unicode_set(input), c);
  }
  const HbFace subset(hb_subset_or_fail(whole.hb_face(), input));
  hb_subset_input_destroy(input);
  REQUIRE(subset);
  const HbBlob blob(hb_face_reference_blob(subset.get()));
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(blob.get(), &length);
  const fs::path path = scratch("region.otf");
  std::ofstream(path, std::ios::binary).write(bytes, length);
  auto face = open_face(path.string(), 0);
  fs::remove(path);  // the mapping stays
  return face;
}

}  // namespace

TestFaces::TestFaces() {
  faces_.push_back(open_face(noto, 2));
  faces_.push_back(open_face(wenkai, 0));
  faces_.push_back(open_region_subset(*faces_[0]));
}

const TestFaces& faces() {
  static const TestFaces faces;
  return faces;
}

GlyphRun run_of(FontId font, Length size, std::string_view text) {
  const Face& face = faces().face(font);
  GlyphRun run{font, size, {}, std::string(text), {}};
  for (size_t at = 0; at < text.size();) {
    const uint32_t begin = static_cast<uint32_t>(at);
    const uint32_t glyph = face.glyph(utf8::decode(text, at));
    run.glyphs.push_back({glyph, face.at_size(face.advance(glyph), size), 0, 0, begin});
  }
  return run;
}

TextItem text_at(int64_t x, int64_t y, std::string_view text, FontId font, int64_t size) {
  TextItem item;
  item.origin = {points(x), points(y)};
  item.run = run_of(font, points(size), text);
  return item;
}

PagedDocument document_of(std::vector<Item> items) {
  PagedDocument document;
  document.pages.push_back({{points(300), points(200)}, "1", {}, std::move(items)});
  return document;
}

std::string write(const PagedDocument& document, const Pictures& pictures) {
  return write_pdf(document, faces(), pictures);
}

std::string ask(const std::string& pdf, std::string command) {
  const fs::path path = scratch("asked.pdf");
  std::ofstream(path, std::ios::binary) << pdf;
  for (size_t at; (at = command.find('%')) != std::string::npos;) command.replace(at, 1, path.string());
  // The tools are no programs of ours: the sanitizers' settings are not meant for them.
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string answer;
  std::array<char, 4096> buffer = {};
  for (size_t n; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) answer.append(buffer.data(), n);
  pclose(pipe);
  fs::remove(path);
  return answer;
}

std::string text_of(const std::string& pdf) {
  std::string text = ask(pdf, "pdftotext -enc UTF-8 % -");
  while (!text.empty() && (text.back() == '\n' || text.back() == '\f')) text.pop_back();
  return text;
}

bool is_sound(const std::string& pdf) {
  const std::string answer = ask(pdf, "qpdf --check %");
  const bool is_sound = answer.find("No syntax or stream encoding errors found") != std::string::npos &&
                        answer.find("WARNING") == std::string::npos;
  if (!is_sound) MESSAGE(answer);
  return is_sound;
}

std::string unpacked(const std::string& pdf) {
  return ask(pdf, "qpdf --qdf --object-streams=disable % -");
}

uint32_t Rendering::at(int x, int y) const {
  const size_t at = 3 * (static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x));
  REQUIRE(at + 2 < rgb.size());
  const auto channel = [&](size_t i) { return static_cast<uint32_t>(static_cast<uint8_t>(rgb[at + i])); };
  return channel(0) << 16 | channel(1) << 8 | channel(2);
}

Rendering render(const std::string& pdf) {
  std::istringstream ppm(ask(pdf, "pdftoppm -r 72 -f 1 -l 1 %"));
  std::string magic;
  int most = 0;
  Rendering rendering;
  ppm >> magic >> rendering.width >> rendering.height >> most;
  REQUIRE(magic == "P6");
  ppm.get();
  rendering.rgb.assign(std::istreambuf_iterator<char>(ppm), {});
  return rendering;
}

}  // namespace pubbuild::test
