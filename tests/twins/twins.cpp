// The EPUB and the PDF of one article say the same, in the same order, on the same pages.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "epub/opened_epub.h"
#include "program/program.h"
#include "told_by_epub.h"
#include "told_by_pdf.h"
#include "wording.h"

using namespace pubbuild;
using namespace pubbuild::test;

namespace {

// Those of the project, and one whose style sheet counts.
const std::vector<std::string> samples = {"article",     "japanese",    "korean",     "dialect",
                                          "lecture",     "traditional", "vertical",   "numbered",
                                          "minutes.txt", "news.html",   "notice.docx"};

std::string path_of(const std::string& sample) {
  const std::string file = sample.find('.') == std::string::npos ? sample + ".md" : sample;
  return (sample == "numbered" ? PROJECT_DIR "/tests/twins/" : PROJECT_DIR "/samples/") + file;
}

void build(const Folder& folder, const std::string& sample) {
  const Outcome outcome = run(folder, {path_of(sample), "-o", "a.epub", "-o", "a.pdf", "--strict"});
  REQUIRE_MESSAGE(outcome.status == 0, outcome.err);
}

// Both files of a sample, built in one run, and what they tell.
struct Twins {
  explicit Twins(const std::string& sample) {
    build(folder, sample);
    epub = told_by_epub(folder.get("a.epub"));
    REQUIRE(!epub.headings.empty());
    pdf = told_by_pdf(folder.at("a.pdf"), epub.headings.front(), epub.notes);
  }

  Folder folder;
  ToldByEpub epub;
  ToldByPdf pdf;
};

const Twins& twins_of(const std::string& sample) {
  static std::map<std::string, Twins> built;
  return built.try_emplace(sample, sample).first->second;
}

template <typename Check>
void for_each_sample(Check check) {
  for (const std::string& sample : samples) {
    CAPTURE(sample);
    check(twins_of(sample));
  }
}

std::vector<std::string> labels_of(const std::vector<Page>& pages) {
  std::vector<std::string> labels;
  for (const Page& page : pages) labels.push_back(page.label);
  return labels;
}

std::string text_of(const std::vector<Page>& pages) {
  std::string text;
  for (const Page& page : pages) text += page.text + "\n";
  return text;
}

// The readings of ruby are copied after the words of their line, with a blank or a line's end behind each:
// taken out, in their order.
std::string without(const std::vector<std::string>& readings, std::string text) {
  size_t at = 0;
  for (const std::string& reading : readings) {
    CAPTURE(reading);
    Found found = find_wording(text, reading, at, Blanks::ignored);
    while (found && found.begin > 0 && text[found.begin - 1] != '\n' && text[found.begin - 1] != ' ')
      found = find_wording(text, reading, found.begin + 1, Blanks::ignored);
    CHECK(found);
    if (!found) continue;
    text.erase(found.begin, found.end + 1 - found.begin);
    at = found.begin;
  }
  return text;
}

// What a list sets before its items: no letters, but "1." and bullets of any kind.
bool is_marker(const std::string& text) {
  const std::string bullets = "●○■□▪•◦–☐☑☒✓（）、．";
  for (size_t at = 0; at < text.size();) {
    const size_t length = beginning_of(text.substr(at), 1).size();
    const bool plain = length == 1 && std::isalpha(static_cast<unsigned char>(text[at])) == 0;
    if (!plain && bullets.find(text.substr(at, length)) == std::string::npos) return false;
    at += length;
  }
  return true;
}

// Whether the page of the PDF begins with what follows the mark in the EPUB. Before it there may be what the
// PDF alone writes out: the number of a list's item, the head of a table that goes on.
bool begins_with(std::string page, const Page& mark) {
  for (const std::string& cell : mark.repeated) {
    if (const Found found = find_wording(page, cell, 0); found && found.begin < 3) page.erase(0, found.end);
  }
  const Found found = find_wording(page, beginning_of(mark.text, 12), 0);
  return found && is_marker(page.substr(0, found.begin));
}

}  // namespace

TEST_CASE("headings are the same, in the same order, on the same levels") {
  for_each_sample([](const Twins& twins) {
    CHECK(twins.epub.headings == twins.pdf.headings);
    CHECK(twins.epub.headings == twins.epub.ncx_headings);
  });
}

TEST_CASE("links and pictures are the same, in the same order") {
  for_each_sample([](const Twins& twins) {
    CHECK(twins.epub.links == twins.pdf.links);
    CHECK(twins.epub.pictures == twins.pdf.pictures);
    CHECK(twins.epub.images.size() == twins.pdf.images.size());
  });
}

TEST_CASE("notes are the same, and stand at the foot of the page that refers to them") {
  for_each_sample([](const Twins& twins) {
    CHECK(twins.epub.notes.size() == twins.pdf.notes);
    std::string feet;
    for (const std::string& foot : twins.pdf.feet) feet += foot;
    size_t at = 0;
    for (size_t note = 0; note < twins.epub.notes.size(); ++note) {
      const std::string& text = twins.epub.notes[note];
      CAPTURE(text);
      const size_t page = twins.epub.note_pages[note];
      REQUIRE(page < twins.pdf.feet.size());
      CHECK(find_wording(twins.pdf.feet[page], beginning_of(text, 12), 0));
      const Found found = find_wording(feet, text, at);
      CHECK(found);
      if (found) at = found.end;
    }
  });
}

TEST_CASE("the page list of the EPUB is that of the PDF, and each page begins with the same words") {
  for_each_sample([](const Twins& twins) {
    REQUIRE(labels_of(twins.epub.pages) == labels_of(twins.pdf.pages));
    for (size_t page = 0; page < twins.pdf.pages.size(); ++page) {
      CAPTURE(twins.epub.pages[page].text);
      CAPTURE(twins.pdf.pages[page].text);
      CHECK(begins_with(twins.pdf.pages[page].text, twins.epub.pages[page]));
    }
  });
}

TEST_CASE("all the text of the EPUB can be copied from the PDF, in its order, blank by blank") {
  for_each_sample([](const Twins& twins) {
    const std::string pages = without(twins.epub.readings, text_of(twins.pdf.pages));
    size_t at = 0;
    for (const Block& block : twins.epub.blocks) {
      CAPTURE(block.text);
      const Blanks blanks = block.preformatted ? Blanks::ignored : Blanks::kept;
      const Found found = find_wording(pages, block.text, at, blanks);
      CHECK(found);
      if (found) at = found.end;
    }
  });
}

TEST_CASE("EPUBCheck and qpdf find no fault") {
  for_each_sample([](const Twins& twins) {
    CHECK(complaints_of_epubcheck(twins.folder.get("a.epub")) == "");
    CHECK(std::system(("qpdf --check '" + twins.folder.at("a.pdf") + "' > /dev/null 2>&1").c_str()) == 0);
  });
}

TEST_CASE("a second build gives the same bytes") {
  for (const std::string& sample : samples) {
    CAPTURE(sample);
    const Folder again;
    build(again, sample);
    CHECK(again.get("a.epub") == twins_of(sample).folder.get("a.epub"));
    CHECK(again.get("a.pdf") == twins_of(sample).folder.get("a.pdf"));
  }
}
