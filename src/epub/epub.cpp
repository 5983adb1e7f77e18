// Publication → EPUB: what goes into which file, and all files into the container.
#include "epub/epub.h"

#include "epub/chapters.h"
#include "epub/container.h"
#include "epub/language.h"
#include "epub/navigation.h"
#include "epub/package.h"
#include "epub/page_markers.h"
#include "epub/picture_files.h"
#include "epub/words.h"
#include "epub/xhtml.h"
#include "epub/xhtml_page.h"
#include "epub/xml.h"

namespace pubbuild {

namespace {

constexpr std::string_view xhtml_type = "application/xhtml+xml";
constexpr std::string_view cover_file = "cover.xhtml";

std::string write_container_document() {
  XmlWriter xml(XmlWriter::Form::indented);
  xml.open("container");
  xml.attribute("version", "1.0");
  xml.attribute("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container");
  xml.open("rootfiles");
  xml.open("rootfile");
  xml.attribute("full-path", "EPUB/package.opf");
  xml.attribute("media-type", "application/oebps-package+xml");
  xml.close();
  xml.close();
  xml.close();
  return xml.take();
}

// All that is made from an input, on its way into the container.
class Assembly {
 public:
  explicit Assembly(const EpubInput& input)
      : input_(input),
        publication_(input.publication),
        language_(publication_language(publication_.metadata.lang.text)),
        words_(words_of(script_of(language_))),
        title_(publication_title(publication_, words_)),
        plan_(plan_chapters(publication_)),
        picture_files_(name_pictures(publication_, input.pictures)) {}

  std::string make() {
    write_texts();
    const Navigation navigation = make_navigation();
    add_file("nav.xhtml", write_nav(navigation, words_), {"nav", "", xhtml_type, "nav"});
    add_file("toc.ncx", write_ncx(navigation), {"ncx", "", "application/x-dtbncx+xml", ""});
    add_file("style.css", input_.css, {"style", "", "text/css", ""});
    if (has_cover()) add_file(std::string(cover_file), write_cover(), {"cover", "", xhtml_type, ""});
    for (size_t at = 0; at < texts_.size(); ++at) {
      const std::string& file = plan_.chapters[at].file;
      add_file(file, std::move(texts_[at]), {id_of(file), "", xhtml_type, ""});
    }
    add_pictures();
    add_fonts();
    files_.insert(files_.begin(), {"EPUB/package.opf", write_package(make_package()), Storage::deflated});
    files_.insert(files_.begin(), {"META-INF/container.xml", write_container_document(), Storage::deflated});
    return pack_container(std::move(files_));
  }

 private:
  static std::string id_of(const std::string& file) { return file.substr(0, file.find('.')); }

  bool has_cover() const { return picture_files_.contains(publication_.cover_picture); }

  void write_texts() {
    const PageMarkers markers = place_page_markers(publication_, input_.pages, plan_);
    const TextSource source{publication_, input_.pictures, plan_, markers, picture_files_};
    for (const Chapter& chapter : plan_.chapters) {
      WrittenChapter written = write_chapter(source, chapter);
      texts_.push_back(std::move(written.xhtml));
      pages_.insert(pages_.end(), written.pages.begin(), written.pages.end());
    }
  }

  Navigation make_navigation() const {
    return {title_,
            publication_identifier(publication_.metadata),
            language_,
            list_contents(publication_, plan_, words_),
            pages_,
            std::string(has_cover() ? cover_file : ""),
            plan_.chapters.front().file};
  }

  std::string write_cover() const {
    const Picture& picture = input_.pictures[static_cast<size_t>(publication_.cover_picture)];
    XmlWriter xml(XmlWriter::Form::compact);
    open_page(xml, {words_.cover, language_, ""});
    xml.open("body");
    xml.attribute("class", "cover");
    xml.open("img");
    xml.attribute("epub:type", "cover");
    xml.attribute("role", "doc-cover");
    xml.attribute("src", picture_files_.at(publication_.cover_picture));
    xml.attribute("alt", title_);
    xml.attribute("width", std::to_string(picture.width));
    xml.attribute("height", std::to_string(picture.height));
    // Reading systems show a cover by its style alone, whatever the theme makes of other pictures.
    xml.attribute(
        "style",
        "display: block; margin: 0 auto; max-width: 100%; max-height: 100%; width: auto; height: auto");
    xml.close();
    xml.close();
    xml.close();
    return xml.take();
  }

  void add_file(const std::string& name, std::string bytes, ManifestItem item,
                Storage storage = Storage::deflated) {
    item.file = name;
    manifest_.push_back(std::move(item));
    files_.push_back({"EPUB/" + name, std::move(bytes), storage});
  }

  void add_pictures() {
    std::map<std::string_view, PictureId> by_name;  // pictures of the same bytes are one file
    for (const auto& [id, file] : picture_files_) by_name.emplace(file, id);
    for (const auto& [file, id] : by_name) {
      const Picture& picture = input_.pictures[static_cast<size_t>(id)];
      const bool is_cover = has_cover() && picture_files_.at(publication_.cover_picture) == file;
      const std::string name(file);
      add_file(name, picture.bytes,
               {id_of(name), "", media_type_of(picture.kind), is_cover ? "cover-image" : ""},
               Storage::stored);
    }
  }

  void add_fonts() {
    for (const PackedFont& font : input_.fonts)
      add_file(font.name, font.bytes, {id_of(font.name), "", font.media_type, ""});
  }

  Package make_package() const {
    const PrintedPages printed = pages_.empty() ? PrintedPages::unmarked : PrintedPages::marked;
    Package package{.input = input_,
                    .title = title_,
                    .language = language_,
                    .accessibility = survey_accessibility(publication_, printed, words_),
                    .page_source = pages_.empty() ? "" : input_.page_source,
                    .manifest = manifest_,
                    .spine = make_spine(),
                    .guide = {},
                    .cover_image = {}};
    if (has_cover()) {
      package.guide.push_back({"cover", words_.cover, std::string(cover_file)});
      package.cover_image = id_of(picture_files_.at(publication_.cover_picture));
    }
    package.guide.push_back({"toc", words_.contents, "nav.xhtml"});
    package.guide.push_back({"text", words_.text, plan_.chapters.front().file});
    return package;
  }

  // One article needs no page of contents before it; the list stays within reach at the end.
  std::vector<SpineItem> make_spine() const {
    const bool several = publication_.articles.size() > 1;
    std::vector<SpineItem> spine;
    if (has_cover()) spine.push_back({"cover"});
    if (several) spine.push_back({"nav"});
    for (const Chapter& chapter : plan_.chapters) spine.push_back({id_of(chapter.file)});
    if (!several) spine.push_back({"nav", SpineItem::Reading::aside});
    return spine;
  }

  const EpubInput& input_;
  const Publication& publication_;
  const std::string language_;
  const Words& words_;
  const std::string title_;
  const ChapterPlan plan_;
  const PictureFiles picture_files_;
  std::vector<std::string> texts_;    // by chapter
  std::vector<PageListEntry> pages_;  // whose markers stand in the texts
  std::vector<ManifestItem> manifest_;
  std::vector<PackedFile> files_;
};

}  // namespace

std::string write_epub(const EpubInput& input) {
  return Assembly(input).make();
}

}  // namespace pubbuild
