// The tree → HTML as the examples of the CommonMark specification write it.
#include "read/html_of.h"

#include "read/markdown/article.h"

namespace pubbuild {

namespace {

class HtmlWriter {
 public:
  HtmlWriter(const Sources& sources, const Tree& tree) : sources_(sources), tree_(tree) {}

  void write_children(NodeId node) {
    for (const NodeId child : children(tree_, node)) write(child);
  }
  std::string take() { return std::move(out_); }
  void end_line() {
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
  }

 private:
  // Raw HTML stands where the author put it; blocks of Markdown stand on lines of their own.
  bool is_raw(NodeId node) const {
    const std::string_view source = sources_.text(tree_.span(node));
    const std::string_view name = name_of(tree_.tag(node));
    if (!source.starts_with('<') || source.size() <= name.size() + 1) return false;
    const bool block = tree_.tag(node) == Tag::div || tree_.tag(node) == Tag::span;
    std::string written(source.substr(1, name.size()));
    for (char& c : written) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return block || written == name;
  }

  static bool stands_on_lines(Tag tag) {
    switch (tag) {
      case Tag::blockquote:
      case Tag::ul:
      case Tag::ol:
      case Tag::table:
      case Tag::thead:
      case Tag::tbody:
      case Tag::tr:
      case Tag::aside:
        return true;
      default:
        return false;
    }
  }

  void write(NodeId node) {
    if (tree_.is_text(node)) {
      escape(tree_.text(node));
      return;
    }
    const Tag tag = tree_.tag(node);
    const bool raw = is_raw(node);
    const bool block = !raw && !is_phrasing(tag);
    if (block && tag != Tag::li) end_line();
    open(node);
    if (is_void(tag)) {
      if (block || (tag == Tag::br && !raw)) out_ += '\n';
      return;
    }
    if (block && stands_on_lines(tag)) end_line();
    write_children(node);
    if (block && stands_on_lines(tag)) end_line();
    out_ += "</" + std::string(name_of(tag)) + ">";
    if (block) end_line();
  }

  void open(NodeId node) {
    out_ += "<" + std::string(name_of(tree_.tag(node)));
    for (const Attribute& attribute : tree_.attributes(node)) {
      out_ += " " + std::string(name_of(attribute.name)) + "=\"";
      const bool address = attribute.name == Attr::href || attribute.name == Attr::src;
      escape(address ? encoded(attribute.value) : attribute.value);
      out_ += '"';
    }
    out_ += is_void(tree_.tag(node)) ? " />" : ">";
  }

  static std::string encoded(std::string_view address) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char c : address) {
      const auto byte = static_cast<unsigned char>(c);
      result += byte < 0x80 ? std::string(1, c) : std::string{'%', digits[byte >> 4], digits[byte & 15]};
    }
    return result;
  }

  void escape(std::string_view text) {
    for (const char c : text) {
      switch (c) {
        case '&':
          out_ += "&amp;";
          break;
        case '<':
          out_ += "&lt;";
          break;
        case '>':
          out_ += "&gt;";
          break;
        case '"':
          out_ += "&quot;";
          break;
        default:
          out_ += c;
      }
    }
  }

  const Sources& sources_;
  const Tree& tree_;
  std::string out_;
};

}  // namespace

std::string html_of(const Sources& sources, const Tree& tree, NodeId node) {
  HtmlWriter writer(sources, tree);
  writer.write_children(node);
  writer.end_line();
  return writer.take();
}

std::string html_of_markdown(std::string_view markdown) {
  Sources sources;
  const FileId file = sources.add("test.md", std::string(markdown));
  Tree tree(Tag::body);
  Diagnostics diagnostics;
  read_markdown(sources, {file, 0, static_cast<uint32_t>(markdown.size())}, tree, tree.root(), diagnostics);
  return html_of(sources, tree, tree.root());
}

std::string diagnostics_of_markdown(std::string_view markdown) {
  Sources sources;
  const FileId file = sources.add("test.md", std::string(markdown));
  Tree tree(Tag::body);
  Diagnostics diagnostics;
  read_markdown(sources, {file, 0, static_cast<uint32_t>(markdown.size())}, tree, tree.root(), diagnostics);
  return places_of(sources, diagnostics);
}

std::string places_of(const Sources& sources, const Diagnostics& diagnostics) {
  std::string places;
  for (const Diagnostic& each : diagnostics.all()) {
    const Position position = sources[each.span.file].position(each.span.begin);
    places += std::to_string(position.line) + ":" + std::to_string(position.column) + " " +
              std::string(each.code) + "\n";
  }
  return places;
}

}  // namespace pubbuild
