// Where a link leads, told from its spelling.
#include "resolve/links.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

#include "base/roots.h"
#include "resolve/address.h"
#include "resolve/slug.h"
#include "resolve/walk.h"

namespace pubbuild {

namespace {

// Hints are for people; a hostile megabyte of broken links gets its warnings without.
constexpr size_t most_hints = 20;
// RFC 9110 §4.1: what software for the web should at least be ready for. A PDF has it once a line.
constexpr size_t longest_address = 8000;

class LinkConnector {
 public:
  LinkConnector(Publication& publication, const Ids& ids, const Sources& sources, Diagnostics& diagnostics)
      : publication_(publication), tree_(publication.tree), ids_(ids), diagnostics_(diagnostics) {
    for (size_t number = 0; number < publication.articles.size(); ++number) {
      const Article& article = publication.articles[number];
      if (article.file != FileId::none) articles_.emplace(normal(sources[article.file].name()), number);
    }
  }

  void connect(size_t article) {
    for (const NodeId node : elements_below(tree_, publication_.articles[article].root)) {
      const bool made = tree_.has_class(node, "footnote-ref") || tree_.has_class(node, "footnote-back");
      if (tree_.is_element(node, Tag::a) && tree_.has(node, Attr::href) && !made) connect(article, node);
    }
  }

 private:
  static std::string normal(std::string_view path) {
    return std::filesystem::path(path).lexically_normal().string();
  }

  void connect(size_t article, NodeId link) {
    const std::string href(tree_.attribute(link, Attr::href));
    if (href.starts_with('#')) {
      connect_inside(article, link, href.substr(1));
    } else if (const std::string scheme = scheme_of(href); !scheme.empty()) {
      if (!leads_out(scheme)) drop_scheme(link, scheme);
      if (href.size() > longest_address) drop_long(link);
    } else if (const auto target = article_meant(article, href)) {
      const size_t mark = href.find('#');
      connect_inside(*target, link, mark == std::string::npos ? "" : href.substr(mark + 1));
    } else {
      drop_file(link, href);
    }
  }

  static bool leads_out(std::string_view scheme) {
    return scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
  }

  // The article of this publication whose file a relative link names.
  std::optional<size_t> article_meant(size_t from, const std::string& href) const {
    const std::string path = percent_decoded(href.substr(0, href.find('#')));
    if (path.empty()) return std::nullopt;
    const auto found = articles_.find(normal(publication_.articles[from].folder + "/" + path));
    if (found == articles_.end()) return std::nullopt;
    return found->second;
  }

  // An empty name, and "top" where nothing is called so, is the beginning of the article (HTML §7.4.6.3).
  void connect_inside(size_t article, NodeId link, const std::string& written) {
    const std::string name = percent_decoded(written);
    const std::string* id = ids_.find(article, name);
    if (id == nullptr && (name.empty() || name == "top")) {
      tree_.set_attribute(link, Attr::href, "#" + beginning_of(article));
    } else if (id != nullptr) {
      tree_.set_attribute(link, Attr::href, "#" + *id);
    } else {
      drop_unknown(article, link, name);
    }
  }

  std::string beginning_of(size_t article) const {
    const NodeId head = tree_.first_child(publication_.articles[article].root);
    return std::string(tree_.attribute(tree_.first_child(head), Attr::id));
  }

  void drop_unknown(size_t article, NodeId link, const std::string& name) {
    const std::string near = hints_++ < most_hints ? ids_.nearest(article, name) : "";
    diagnostics_.warning("link-target", tree_.span(link), "nothing here is called '" + name + "'",
                         near.empty() ? "" : "the nearest name is '" + near + "'");
    tree_.remove_attribute(link, Attr::href);
  }

  void drop_scheme(NodeId link, const std::string& scheme) {
    diagnostics_.warning("link-file", tree_.span(link), "a link of kind '" + scheme + ":' is left out",
                         "links to http, https, mailto and tel work everywhere");
    tree_.remove_attribute(link, Attr::href);
  }

  void drop_long(NodeId link) {
    diagnostics_.warning("link-long", tree_.span(link), "an address of more than 8,000 bytes is left out",
                         "no reader follows it");
    tree_.remove_attribute(link, Attr::href);
  }

  void drop_file(NodeId link, const std::string& href) {
    const std::string target = href.empty() ? "nowhere" : "'" + href + "'";
    const bool web = href.starts_with("www.");
    diagnostics_.warning("link-file", tree_.span(link),
                         "a link to " + target + ", which is no part of the publication, is left out",
                         web ? "write 'https://" + href + "'"
                             : "give it on the command line as an article, or "
                               "link to its place on the web");
    tree_.remove_attribute(link, Attr::href);
  }

  Publication& publication_;
  Tree& tree_;
  const Ids& ids_;
  Diagnostics& diagnostics_;
  std::map<std::string, size_t> articles_;  // by normal path
  size_t hints_ = 0;
};

}  // namespace

void connect_links(Publication& publication, const Ids& ids, const Sources& sources,
                   Diagnostics& diagnostics) {
  LinkConnector connector(publication, ids, sources, diagnostics);
  for (size_t article = 0; article < publication.articles.size(); ++article) connector.connect(article);
}

}  // namespace pubbuild
