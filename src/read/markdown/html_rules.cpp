// The rules for raw HTML: which elements stay, where they may stand, which attributes are safe.
#include "read/markdown/html_rules.h"

#include <algorithm>

#include "read/markdown/links.h"

namespace pubbuild::markdown {

namespace {

struct NameFate {
  std::string_view name;
  HtmlFate fate;
};

// Elements of HTML that have no place in a publication.
constexpr NameFate fates[] = {
    {"applet", HtmlFate::gone_with_content},
    {"area", HtmlFate::gone},
    {"audio", HtmlFate::gone_with_content},
    {"base", HtmlFate::gone},
    {"basefont", HtmlFate::gone},
    {"body", HtmlFate::left_out},
    {"canvas", HtmlFate::gone_with_content},
    {"embed", HtmlFate::gone},
    {"frame", HtmlFate::gone},
    {"frameset", HtmlFate::gone_with_content},
    {"head", HtmlFate::left_out},
    {"html", HtmlFate::left_out},
    {"iframe", HtmlFate::gone_with_content},
    {"input", HtmlFate::gone},
    {"keygen", HtmlFate::gone},
    {"link", HtmlFate::gone},
    {"main", HtmlFate::left_out},
    {"meta", HtmlFate::gone},
    {"noembed", HtmlFate::gone_with_content},
    {"noframes", HtmlFate::gone_with_content},
    {"object", HtmlFate::gone_with_content},
    {"param", HtmlFate::gone},
    {"script", HtmlFate::gone_with_content},
    {"source", HtmlFate::gone},
    {"style", HtmlFate::gone_with_content},
    {"template", HtmlFate::gone_with_content},
    {"title", HtmlFate::gone_with_content},
    {"track", HtmlFate::gone},
    {"video", HtmlFate::gone_with_content},
};

struct Synonym {
  std::string_view name;
  Tag tag;
};
constexpr Synonym synonyms[] = {
    {"acronym", Tag::abbr}, {"big", Tag::span},  {"center", Tag::div}, {"dir", Tag::ul},  {"font", Tag::span},
    {"menu", Tag::ul},      {"nobr", Tag::span}, {"strike", Tag::s},   {"tt", Tag::code},
};

// A child that stands in certain parents only: a row for each parent.
struct Placement {
  Tag child;
  Tag parent;
};
constexpr Placement placements[] = {
    {Tag::li, Tag::ul},
    {Tag::li, Tag::ol},
    {Tag::dt, Tag::dl},
    {Tag::dd, Tag::dl},
    {Tag::caption, Tag::table},
    {Tag::colgroup, Tag::table},
    {Tag::thead, Tag::table},
    {Tag::tbody, Tag::table},
    {Tag::tfoot, Tag::table},
    {Tag::tr, Tag::table},
    {Tag::tr, Tag::thead},
    {Tag::tr, Tag::tbody},
    {Tag::tr, Tag::tfoot},
    {Tag::td, Tag::tr},
    {Tag::th, Tag::tr},
    {Tag::col, Tag::colgroup},
    {Tag::figcaption, Tag::figure},
    {Tag::summary, Tag::details},
    {Tag::rt, Tag::ruby},
    {Tag::rp, Tag::ruby},
    {Tag::rb, Tag::ruby},
    {Tag::rtc, Tag::ruby},
    {Tag::rt, Tag::rtc},
    {Tag::rp, Tag::rtc},
};

// An opening tag ends the open element of `ended`, unless `bar` is met before (HTML Standard §13.2.6.4).
struct ImpliedEnd {
  Tag opening;
  Tag ended;
  Tag bar;
};
constexpr ImpliedEnd implied_ends[] = {
    {Tag::li, Tag::li, Tag::ul},
    {Tag::li, Tag::li, Tag::ol},
    {Tag::dt, Tag::dt, Tag::dl},
    {Tag::dt, Tag::dd, Tag::dl},
    {Tag::dd, Tag::dt, Tag::dl},
    {Tag::dd, Tag::dd, Tag::dl},
    {Tag::td, Tag::td, Tag::table},
    {Tag::td, Tag::th, Tag::table},
    {Tag::th, Tag::td, Tag::table},
    {Tag::th, Tag::th, Tag::table},
    {Tag::tr, Tag::tr, Tag::table},
    {Tag::tbody, Tag::tbody, Tag::table},
    {Tag::tbody, Tag::thead, Tag::table},
    {Tag::tfoot, Tag::tbody, Tag::table},
    {Tag::tfoot, Tag::thead, Tag::table},
    {Tag::tbody, Tag::tfoot, Tag::table},
    {Tag::tbody, Tag::colgroup, Tag::table},
    {Tag::thead, Tag::colgroup, Tag::table},
    {Tag::tr, Tag::colgroup, Tag::table},
    {Tag::rt, Tag::rt, Tag::ruby},
    {Tag::rt, Tag::rp, Tag::ruby},
    {Tag::rt, Tag::rb, Tag::ruby},
    {Tag::rp, Tag::rt, Tag::ruby},
    {Tag::rp, Tag::rp, Tag::ruby},
    {Tag::rp, Tag::rb, Tag::ruby},
    {Tag::rb, Tag::rt, Tag::ruby},
    {Tag::rb, Tag::rp, Tag::ruby},
    {Tag::rb, Tag::rb, Tag::ruby},
    {Tag::rb, Tag::rtc, Tag::ruby},
    {Tag::rtc, Tag::rt, Tag::ruby},
    {Tag::rtc, Tag::rp, Tag::ruby},
    {Tag::rtc, Tag::rb, Tag::ruby},
    {Tag::rtc, Tag::rtc, Tag::ruby},
};

// Attributes that stand on certain elements only: a row for each.
struct AttributePlace {
  Attr attribute;
  Tag tag;
};
constexpr AttributePlace attribute_places[] = {
    {Attr::href, Tag::a},        {Attr::hreflang, Tag::a},   {Attr::rel, Tag::a},
    {Attr::src, Tag::img},       {Attr::alt, Tag::img},      {Attr::width, Tag::img},
    {Attr::height, Tag::img},    {Attr::colspan, Tag::td},   {Attr::colspan, Tag::th},
    {Attr::rowspan, Tag::td},    {Attr::rowspan, Tag::th},   {Attr::headers, Tag::td},
    {Attr::headers, Tag::th},    {Attr::scope, Tag::th},     {Attr::abbr, Tag::th},
    {Attr::start, Tag::ol},      {Attr::reversed, Tag::ol},  {Attr::type, Tag::ol},
    {Attr::value, Tag::li},      {Attr::value, Tag::data},   {Attr::span, Tag::col},
    {Attr::span, Tag::colgroup}, {Attr::cite, Tag::q},       {Attr::cite, Tag::blockquote},
    {Attr::cite, Tag::ins},      {Attr::cite, Tag::del},     {Attr::datetime, Tag::time},
    {Attr::datetime, Tag::ins},  {Attr::datetime, Tag::del}, {Attr::open, Tag::details},
};

bool may_stand_on(Attr attribute, Tag tag) {
  bool restricted = false;
  for (const AttributePlace& place : attribute_places) {
    if (place.attribute != attribute) continue;
    if (place.tag == tag) return true;
    restricted = true;
  }
  return !restricted;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return result;
}

bool is_unsafe_style(std::string_view value) {
  const std::string style = lower(value);
  return style.find("url(") != std::string::npos || style.find("expression(") != std::string::npos ||
         style.find("@import") != std::string::npos || style.find('\\') != std::string::npos;
}

// "60%": HTML has it no more, browsers and old pages do.
bool is_percentage(std::string_view value) {
  return value.size() > 1 && value.find_first_not_of("0123456789.") == value.size() - 1 &&
         value.back() == '%';
}

void add_style(Tree& tree, NodeId element, std::string_view declarations) {
  const std::string before(tree.attribute(element, Attr::style));
  tree.set_attribute(element, Attr::style,
                     before.empty() ? std::string(declarations) : before + "; " + std::string(declarations));
}

// The obsolete attribute align → the class that tables of Markdown use.
bool set_alignment(Tree& tree, NodeId element, std::string_view value) {
  const std::string side = lower(value);
  if (side != "left" && side != "center" && side != "right") return false;
  tree.add_class(element, side);
  return true;
}

// Browsers drop line ends and tabs from an address.
std::string address_of(std::string_view value) {
  std::string address;
  for (const char c : value) {
    if (c != '\n' && c != '\t') address += c;
  }
  return percent_encoded(address);
}

enum class AttributeFate { set, unknown, script, unsafe_link, remote, unsafe_style };

AttributeFate set_attribute(Tree& tree, NodeId element, const HtmlAttribute& attribute) {
  if (attribute.name.starts_with("on")) return AttributeFate::script;
  if (attribute.name == "align") {
    return set_alignment(tree, element, attribute.value) ? AttributeFate::set : AttributeFate::unknown;
  }
  const auto name = attribute_named(attribute.name == "xml:lang" ? "lang" : attribute.name);
  if (!name || !may_stand_on(*name, tree.tag(element))) return AttributeFate::unknown;
  const bool is_address = *name == Attr::href || *name == Attr::src || *name == Attr::cite;
  const bool is_picture = *name == Attr::src && is_picture_data(attribute.value);
  if (is_address && !is_picture && is_unsafe_scheme(attribute.value)) return AttributeFate::unsafe_link;
  if (*name == Attr::src && is_remote(attribute.value)) return AttributeFate::remote;
  if (*name == Attr::style) {
    if (is_unsafe_style(attribute.value)) return AttributeFate::unsafe_style;
    add_style(tree, element, attribute.value);
    return AttributeFate::set;
  }
  if ((*name == Attr::width || *name == Attr::height) && is_percentage(attribute.value)) {
    add_style(tree, element, attribute.name + ": " + attribute.value);
    return AttributeFate::set;
  }
  if (!tree.has(element, *name)) {
    tree.set_attribute(element, *name, is_address ? address_of(attribute.value) : attribute.value);
  }
  return AttributeFate::set;
}

void report(AttributeFate fate, const HtmlAttribute& attribute, Span span, Diagnostics& diagnostics) {
  switch (fate) {
    case AttributeFate::set:
      return;
    case AttributeFate::unknown:
      diagnostics.warning("html-attribute", span, "the attribute '" + attribute.name + "' is left out here");
      return;
    case AttributeFate::script:
      diagnostics.warning("html-script", span, "the script in '" + attribute.name + "' is left out");
      return;
    case AttributeFate::unsafe_link:
      diagnostics.warning("link-unsafe", span, "a link that runs or holds a program is left out",
                          "link to an address or to a place in the publication");
      return;
    case AttributeFate::remote:
      diagnostics.warning("html-remote", span, "a resource on the network is left out",
                          "keep a copy beside the article");
      return;
    case AttributeFate::unsafe_style:
      diagnostics.warning("html-style", span, "a style that reaches outside is left out");
      return;
  }
}

}  // namespace

HtmlFate fate_of(std::string_view name) {
  const auto found = std::lower_bound(std::begin(fates), std::end(fates), name,
                                      [](const NameFate& each, std::string_view n) { return each.name < n; });
  return found != std::end(fates) && found->name == name ? found->fate : HtmlFate::element;
}

std::optional<Tag> tag_for(std::string_view name) {
  for (const Synonym& synonym : synonyms) {
    if (synonym.name == name) return synonym.tag;
  }
  return tag_named(name);
}

bool has_implied_end(Tag tag) {
  return tag == Tag::p || std::any_of(std::begin(implied_ends), std::end(implied_ends),
                                      [&](const ImpliedEnd& each) { return each.ended == tag; });
}

bool ends_open(Tag opening, Tag open) {
  if (open == Tag::p) return !is_phrasing(opening);
  return std::any_of(std::begin(implied_ends), std::end(implied_ends),
                     [&](const ImpliedEnd& each) { return each.opening == opening && each.ended == open; });
}

bool bars_ending(Tag opening, Tag open) {
  const auto bars = [&](const ImpliedEnd& each) { return each.opening == opening && each.bar == open; };
  const auto known = [&](const ImpliedEnd& each) { return each.opening == opening; };
  if (std::none_of(std::begin(implied_ends), std::end(implied_ends), known)) return open != Tag::p;
  return std::any_of(std::begin(implied_ends), std::end(implied_ends), bars);
}

bool accepts_text(Tag parent) {
  return !holds_parts_only(parent) && !is_void(parent);
}

bool accepts_blocks(const Tree& tree, NodeId parent) {
  // What stands in a, ins and del is what may stand around them (HTML Standard §3.2.5.3).
  while (tree.is_element(parent, Tag::a) || tree.is_element(parent, Tag::ins) ||
         tree.is_element(parent, Tag::del)) {
    if (tree.parent(parent) == NodeId::none) break;
    parent = tree.parent(parent);
  }
  const Tag tag = tree.tag(parent);
  if (is_phrasing(tag) || !accepts_text(tag)) return false;
  const bool holds_a_line = (tag >= Tag::h1 && tag <= Tag::p) || tag == Tag::pre || tag == Tag::summary;
  return !holds_a_line;
}

bool needs_other_parent(Tag child, Tag parent) {
  bool restricted = false;
  for (const Placement& placement : placements) {
    if (placement.child != child) continue;
    if (placement.parent == parent) return false;
    restricted = true;
  }
  return restricted;
}

bool accepts(const Tree& tree, NodeId parent, Tag child) {
  const auto is_placed = [&](const Placement& each) {
    return each.child == child && each.parent == tree.tag(parent);
  };
  if (std::any_of(std::begin(placements), std::end(placements), is_placed)) return true;
  return is_phrasing(child) ? accepts_text(tree.tag(parent)) : accepts_blocks(tree, parent);
}

void set_safe_attributes(Tree& tree, NodeId element, const HtmlTag& tag, Span span,
                         Diagnostics& diagnostics) {
  if (tag.name == "center") tree.add_class(element, "center");
  for (const HtmlAttribute& attribute : tag.attributes) {
    const AttributeFate fate = set_attribute(tree, element, attribute);
    const auto begin = span.begin + static_cast<uint32_t>(attribute.begin);
    const auto end = span.begin + static_cast<uint32_t>(attribute.end);
    report(fate, attribute, {span.file, begin, std::min(end, span.end)}, diagnostics);
  }
}

bool is_remote(std::string_view address) {
  const std::string front = lower(address.substr(0, 8));
  return front.starts_with("http:") || front.starts_with("https:") || front.starts_with("ftp:") ||
         front.starts_with("//");
}

}  // namespace pubbuild::markdown
