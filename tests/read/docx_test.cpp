// Word documents: what their XML says, in the elements of XHTML, and nothing of their text lost.
#include <doctest/doctest.h>
#include <zip.h>

#include <algorithm>
#include <map>

#include "read/docx/article.h"
#include "read/docx/styles.h"
#include "read/html_of.h"
#include "tree/dump.h"

using namespace pubbuild;

namespace {

const std::string spaces =
    " xmlns:w=\"w\" xmlns:r=\"r\" xmlns:a=\"a\" xmlns:wp=\"wp\" xmlns:m=\"m\" xmlns:mc=\"mc\" xmlns:v=\"v\"";

std::string archive(const std::map<std::string, std::string>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  for (const auto& [name, bytes] : parts)
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), 0);
  zip_close(zip);
  zip_stat_t stat;
  zip_source_stat(source, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_open(source);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

std::map<std::string, std::string> parts(const std::string& body) {
  return {
      {"word/document.xml", "<w:document" + spaces + "><w:body>" + body + "</w:body></w:document>"},
      {"word/styles.xml",
       "<w:styles" + spaces +
           "><w:style w:styleId=\"H\"><w:name w:val=\"heading 2\"/></w:style><w:style "
           "w:styleId=\"own\"><w:name "
           "w:val=\"我的\"/><w:basedOn w:val=\"H\"/></w:style><w:style "
           "w:styleId=\"T\"><w:name w:val=\"Title\"/>"
           "</w:style><w:style w:styleId=\"Q\"><w:name "
           "w:val=\"Quote\"/></w:style><w:style w:styleId=\"P\"><w:name w:val=\"Preformatted "
           "Text\"/></w:style>"
           "<w:style w:styleId=\"L\"><w:name w:val=\"Horizontal Line\"/></w:style>"
           "<w:style w:styleId=\"TH\"><w:name w:val=\"Table Heading\"/></w:style><w:style "
           "w:styleId=\"A\"><w:name w:val=\"Author\"/></w:style><w:style "
           "w:styleId=\"D\"><w:name w:val=\"Date\"/></w:style><w:style w:styleId=\"x\"><w:name "
           "w:val=\"x\"/><w:basedOn w:val=\"y\"/></w:style><w:style "
           "w:styleId=\"y\"><w:name w:val=\"y\"/><w:basedOn "
           "w:val=\"x\"/></w:style></w:styles>"},
      {"word/numbering.xml",
       "<w:numbering" + spaces +
           "><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
           "w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start "
           "w:val=\"1\"/><w:numFmt "
           "w:val=\"lowerLetter\"/><w:lvlText w:val=\"%2)\"/></w:lvl></w:abstractNum><w:abstractNum "
           "w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
           "w:val=\"chineseCounting\"/>"
           "<w:lvlText w:val=\"第%1章\"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId=\"2\"><w:lvl "
           "w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"japaneseCounting\"/><w:lvlText "
           "w:val=\"（%1）\"/></w:lvl></w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId "
           "w:val=\"2\"/></w:num><w:num w:numId=\"1\"><w:abstractNumId "
           "w:val=\"0\"/>"
           "</w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"},
      {"word/footnotes.xml",
       "<w:footnotes" + spaces +
           "><w:footnote w:id=\"1\"><w:p><w:r><w:t>注文。</w:t></w:r></w:p></w:footnote>"
           "</w:footnotes>"},
      {"word/_rels/document.xml.rels",
       "<Relationships><Relationship Id=\"l\" Target=\"http://a.cn/\" TargetMode=\"External\"/><Relationship "
       "Id=\"p\" Target=\"media/a.png\"/><Relationship Id=\"up\" "
       "Target=\"../../etc/passwd\"/></Relationships>"},
      {"word/media/a.png", "PNG"},
      {"docProps/core.xml", "<c><dc:title>题</dc:title><dc:creator>张三</dc:creator></c>"}};
}

struct Read {
  Sources sources;
  Tree tree;
  Diagnostics diagnostics;
  NodeId root;
  DocxArticle article;

  explicit Read(const std::string& bytes) : root(tree.append_element(tree.root(), Tag::article, {})) {
    article = read_docx_article(bytes, "a.docx", sources, tree, root, diagnostics);
  }
  std::string html() const {
    std::string html = html_of(sources, tree, root);
    std::erase(html, '\n');
    return html;
  }
  std::string words() const { return text_content(tree, root); }
};

Read read(const std::string& body) {
  return Read(archive(parts(body)));
}

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string paragraph(const std::string& runs, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}

std::string item(const std::string& text, const std::string& list, int level = 0) {
  return paragraph(run(text), "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                                  list + "\"/></w:numPr>");
}

std::string cell(const std::string& text, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(run(text)) + "</w:tc>";
}

}  // namespace

TEST_CASE("headings are told by style, by what a style is based on, and by outline level") {
  CHECK(read(paragraph(run("甲"), "<w:pStyle w:val=\"H\"/>") +
             paragraph(run("乙", "<w:b/>"), "<w:pStyle w:val=\"own\"/>") +
             paragraph(run("丙"), "<w:outlineLvl w:val=\"2\"/>"))
            .html() == "<h2>甲</h2><h2>乙</h2><h3>丙</h3>");
}

TEST_CASE("runs that Word has cut are joined, marks become elements, blanks stay") {
  CHECK(read(paragraph(run("甲", "<w:b/>") + run("乙", "<w:b/>") + run(" ") +
                       run("丙", "<w:b w:val=\"0\"/><w:i/>") + run("丁", "<w:u w:val=\"none\"/>") +
                       run("2", "<w:vertAlign w:val=\"superscript\"/>")))
            .html() == "<p><strong>甲乙</strong> <em>丙</em>丁<sup>2</sup></p>");
  CHECK(read(paragraph(run("点", "<w:em w:val=\"dot\"/>") + run("线", "<w:u w:val=\"single\"/>") +
                       run("删", "<w:strike/>")))
            .html() == "<p><span class=\"dots\">点</span><u>线</u><s>删</s></p>");
}

TEST_CASE("title, subtitle and author are metadata") {
  const Read document = read(paragraph(run("大题"), "<w:pStyle w:val=\"T\"/>") + paragraph(run("文")));
  CHECK(document.article.metadata.title.text == "大题");
  CHECK(document.article.metadata.authors == std::vector<Person>{{"张三", "", ""}});
  CHECK(document.html() == "<p>文</p>");
  CHECK(read(paragraph(run("文"))).article.metadata.title.text == "题");
  const Read dated = read(paragraph(run("张三"), "<w:pStyle w:val=\"A\"/>") +
                          paragraph(run("2026年6月"), "<w:pStyle w:val=\"D\"/>"));
  CHECK(dated.article.metadata.authors.size() == 1);
  CHECK(dated.article.metadata.date.text == "2026年6月");
  CHECK(dated.html().empty());
}

TEST_CASE("numbered paragraphs are lists in lists, which count on after an interruption") {
  CHECK(read(item("甲", "1") + item("乙", "1", 1) + item("丙", "1") + paragraph(run("中")) + item("丁", "1"))
            .html() ==
        "<ol><li>甲<ol type=\"a\"><li style=\"list-style-type: "
        "&quot;a)&quot;\">乙</li></ol></li><li>丙</li></ol><p>中</p><ol "
        "start=\"3\"><li>丁</li></ol>");
  CHECK(read(item("甲", "9")).html() == "<ul><li>甲</li></ul>");
}

TEST_CASE("what list numbers stand in is kept where it is not what HTML writes") {
  CHECK(read(item("甲", "3") + item("乙", "3")).html() ==
        "<ol style=\"list-style-type: simp-chinese-informal\"><li style=\"list-style-type: "
        "&quot;（一）&quot;\">甲</li><li style=\"list-style-type: &quot;（二）&quot;\">乙</li></ol>");
}

TEST_CASE("blanks that indent paragraphs go, and paragraphs of nothing else") {
  CHECK(read(paragraph(run("　　甲") + run(" 乙")) + paragraph(run(" ", "<w:b/>")) +
             paragraph(run(" ", "<w:b/>") + run("　丙")))
            .html() == "<p>甲 乙</p><p>丙</p>");
}

TEST_CASE(
    "code is a block, a row of column heads a head, a ruled line a line, as styles of LibreOffice say") {
  CHECK(read(paragraph(run("for i:"), "<w:pStyle w:val=\"P\"/>") +
             paragraph(run("  i"), "<w:pStyle w:val=\"P\"/>") + paragraph("", "<w:pStyle w:val=\"L\"/>"))
            .html() == "<pre><code>for i:  i</code></pre><hr />");
  const std::string head = "<w:tc>" + paragraph(run("甲"), "<w:pStyle w:val=\"TH\"/>") + "</w:tc>";
  CHECK(read("<w:tbl><w:tr>" + head + "</w:tr><w:tr>" + cell("乙") + "</w:tr></w:tbl>").html() ==
        "<table><thead><tr><th>甲</th></tr></thead><tbody><tr><td>乙</td></tr></tbody></table>");
}

TEST_CASE("small raised characters are superscript, Japanese within Chinese is marked") {
  CHECK(read(paragraph(run("m") + run("2", "<w:position w:val=\"8\"/><w:sz w:val=\"19\"/>") +
                       run("の", "<w:lang w:val=\"ja-JP\" w:eastAsia=\"ja-JP\"/>") +
                       run("甲", "<w:lang w:eastAsia=\"zh-TW\"/>")))
            .html() == "<p>m<sup>2</sup><span lang=\"ja\">の</span>甲</p>");
}

TEST_CASE("numbers of headings are written out") {
  const std::string numbered = "<w:pStyle w:val=\"H\"/><w:numPr><w:numId w:val=\"2\"/></w:numPr>";
  CHECK(read(paragraph(run("甲"), numbered) + paragraph(run("乙"), numbered)).html() ==
        "<h2>第一章　甲</h2><h2>第二章　乙</h2>");
  CHECK(docx::number_in("chineseCounting", 21) == "二十一");
  CHECK(docx::number_in("upperRoman", 14) == "XIV");
  CHECK(docx::number_in("lowerLetter", 28) == "bb");
}

TEST_CASE("merged cells span rows and columns, head rows are a head") {
  CHECK(read("<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("头", "<w:gridSpan w:val=\"2\"/>") +
             "</w:tr><w:tr>" + cell("合", "<w:vMerge w:val=\"restart\"/>") + cell("甲") + "</w:tr><w:tr>" +
             cell("", "<w:vMerge/>") + cell("乙") + "</w:tr></w:tbl>")
            .html() ==
        "<table><thead><tr><th colspan=\"2\">头</th></tr></thead><tbody><tr><td "
        "rowspan=\"2\">合</td><td>甲</td></tr>"
        "<tr><td>乙</td></tr></tbody></table>");
}

TEST_CASE("notes, links, places and ruby are what they are in XHTML") {
  const std::string html = read(paragraph(run("甲") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>") +
                                paragraph("<w:bookmarkStart w:name=\"b\"/><w:hyperlink r:id=\"l\">" +
                                          run("链", "<w:u w:val=\"single\"/>") + "</w:hyperlink>") +
                                paragraph("<w:r><w:ruby><w:rt>" + run("かん") + "</w:rt><w:rubyBase>" +
                                          run("漢") + "</w:rubyBase></w:ruby></w:r>"))
                               .html();
  CHECK(html.find("href=\"#fn:f1\"") != std::string::npos);
  CHECK(html.find("<p>注文。</p></aside>") != std::string::npos);
  CHECK(html.find("<span id=\"b\"></span><a href=\"http://a.cn/\">链</a>") != std::string::npos);
  CHECK(html.find("<ruby>漢<rt>かん</rt></ruby>") != std::string::npos);
}

TEST_CASE("pictures of the archive stand in the text with what is said in their place") {
  const std::string drawing =
      "<w:r><w:drawing><wp:extent cx=\"360000\"/><wp:docPr descr=\"馆\"/><a:blip "
      "r:embed=\"p\"/></w:drawing></w:r>";
  CHECK(read(paragraph(drawing)).html() ==
        "<p><img src=\"data:;name=word/media/a.png;base64,UE5H\" alt=\"馆\" style=\"width: 1.00cm\" /></p>");
}

TEST_CASE("text boxes are read once, tracked insertions stay, deletions and contents go with a warning") {
  const std::string box = "<w:txbxContent>" + paragraph(run("框")) + "</w:txbxContent>";
  const Read document = read(
      paragraph("<w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box +
                "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
                "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("外")) +
      paragraph("<w:ins>" + run("插") + "</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>") +
      paragraph(
          "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>" +
          run("目录") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"));
  CHECK(document.html() == "<p>外</p><div><p>框</p></div><p>插</p>");
  CHECK(document.diagnostics.warnings() == 2);
}

TEST_CASE("breaks of pages begin a page, symbols are characters") {
  CHECK(read(paragraph("<w:r><w:br w:type=\"page\"/></w:r>") + paragraph(run("甲"))).html() ==
        "<p style=\"break-before: page\">甲</p>");
  CHECK(read(paragraph(run("甲") + "<w:r><w:br w:type=\"page\"/></w:r>") + paragraph(run("乙"))).html() ==
        "<p>甲</p><p style=\"break-before: page\">乙</p>");
  CHECK(read(paragraph("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>")).words() == "☑");
}

TEST_CASE("no text of a document is lost, and messages point into it") {
  std::string body =
      paragraph(run("一二") + run("三", "<w:b/>") + "<w:customXml>" + run("四") + "</w:customXml>");
  body += "<w:sdt><w:sdtContent>" + paragraph(run("五")) + "</w:sdtContent></w:sdt><w:tbl><w:tr>" +
          cell("六") + "</w:tr></w:tbl>" + item("七", "1") +
          paragraph("<m:oMath><m:r><m:t>八</m:t></m:r></m:oMath>") +
          paragraph("<w:smartTag>" + run("九") + "</w:smartTag>");
  const Read document = read(body);
  CHECK(document.words() == "一二三四五六七八九");
  CHECK(document.sources[document.article.file].text() == "一二三四\n五\n六\n七\n八\n九\n注文。\n");
  const NodeId first = document.tree.first_child(document.root);
  CHECK(document.sources.text(document.tree.span(first)) == "一二三四");
}

TEST_CASE("damaged and hostile documents are read or refused, never more") {
  const std::string whole = archive(
      parts(paragraph(run("甲")) + item("乙", "1") + "<w:tbl><w:tr>" + cell("丙") + "</w:tr></w:tbl>"));
  for (size_t length = 0; length < whole.size(); length += 7) Read(whole.substr(0, length));
  for (size_t at = 0; at < whole.size(); at += 11) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    Read read_damaged(damaged);
  }
  CHECK(Read("no archive").diagnostics.has_errors());
  CHECK(Read(archive({{"a", "b"}})).diagnostics.has_errors());
  CHECK(Read(archive({{"word/document.xml", "<w:document"}})).diagnostics.has_errors());
  CHECK(read(paragraph(run("甲"), "<w:pStyle w:val=\"x\"/>")).html() == "<p>甲</p>");
  CHECK(read(paragraph("<w:r><w:drawing><a:blip r:embed=\"up\"/></w:drawing></w:r>")).words().empty());
  CHECK(read("<w:tbl><w:tr>" + cell("甲", "<w:gridSpan w:val=\"999999999\"/>") + "</w:tr></w:tbl>").words() ==
        "甲");
  std::string deep;
  for (int n = 0; n < 5000; ++n) deep += "<w:tbl><w:tr><w:tc>";
  CHECK(read(deep).diagnostics.has_errors());
}

TEST_CASE("a damaged part is named, and the others are read") {
  auto damaged = parts(paragraph(run("甲")));
  damaged["word/styles.xml"] = "<w:styles><w:style";
  const Read document(archive(damaged));
  CHECK(document.html() == "<p>甲</p>");
  REQUIRE(document.diagnostics.all().size() == 1);
  CHECK(document.diagnostics.all()[0].message == "its part word/styles.xml is damaged and left out");
}

TEST_CASE("a document of very many paragraphs is read in linear time") {
  std::string body;
  for (int n = 0; n < 20'000; ++n)
    body += paragraph(run("甲") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>");
  CHECK(read(body).words().size() > 60'000);
}
