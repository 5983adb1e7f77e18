// Themes and style sheets by name.
#include "style_choice.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/error.h"
#include "style_imports.h"
#include "style_settings.h"

namespace pubbuild {

namespace {

constexpr std::string_view default_theme = "article";

class StyleChooser {
 public:
  StyleChooser(const StyleRequest& request, const Publication& publication, const Roots& roots,
               Sources& sources, Diagnostics& diagnostics)
      : request_(request),
        publication_(publication),
        roots_(roots),
        sources_(sources),
        diagnostics_(diagnostics) {}

  std::vector<StyleFile> choose() {
    add_own("base", Origin::base);
    add_themes();
    for (const Field& style : publication_.metadata.style) {
      if (is_style_file(style.text)) add_of_publication(style);
    }
    for (const std::string& name : request_.named) {
      if (is_style_file(name)) add(name, read_named_file(name, most_style_bytes), Origin::user);
    }
    for (const StyleSetting& setting : style_settings()) add_setting(setting);
    return std::move(files_);
  }

 private:
  std::string path_of(std::string_view theme) const {
    return request_.folder + "/" + std::string(theme) + ".css";
  }

  void add_themes() {
    std::vector<Field> themes;
    for (const std::string& name : request_.named) {
      if (!is_style_file(name)) themes.push_back({name, {}});
    }
    if (themes.empty()) {
      std::copy_if(publication_.metadata.style.begin(), publication_.metadata.style.end(),
                   std::back_inserter(themes), [](const Field& style) { return !is_style_file(style.text); });
    }
    if (themes.empty()) themes.push_back({std::string(default_theme), {}});
    for (const Field& theme : themes) add_theme(theme);
  }

  void add_setting(const StyleSetting& setting) {
    const Field& field = publication_.metadata.*setting.field;
    if (field.text.empty()) return;
    const std::string key(setting.key);
    if (const std::optional<std::string> rules = setting.rules(field.text)) {
      files_.push_back({sources_.add(key, *rules), Origin::user});
    } else {
      diagnostics_.warning("metadata-value", field.span, "'" + field.text + "' is no value of '" + key + "'",
                           "the values are: " + std::string(setting.values));
    }
  }

  void add_theme(const Field& theme) {
    const std::set<std::string> known = themes();
    if (known.contains(theme.text)) return add_own(theme.text, Origin::theme);
    std::string names;
    for (const std::string& name : known) names += (names.empty() ? "" : ", ") + name;
    diagnostics_.error("style-unknown", theme.span, "there is no theme called '" + theme.text + "'",
                       "the themes are: " + names + "; the name of a CSS file ends in .css");
  }

  std::set<std::string> themes() const {
    std::set<std::string> names;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(request_.folder, failed)) {
      if (entry.path().extension() == ".css" && entry.path().stem() != "base")
        names.insert(entry.path().stem());
    }
    return names;
  }

  void add_own(std::string_view name, Origin origin) {
    const std::string path = path_of(name);
    add(path, read_named_file(path, most_style_bytes), origin);
  }

  // A file of the user or of ours, which may import what lies in its folder.
  void add(const std::string& name, FileBytes file, Origin origin) {
    if (const Refusal* refusal = std::get_if<Refusal>(&file)) throw Error(name, refusal->reason);
    add_text(name, name, std::get<std::string>(file), origin);
    files_.back().root = files_.back().folder;
  }

  // Paths in the metadata are relative to the article that has them, the first.
  void add_of_publication(const Field& style) {
    const std::string folder = publication_.articles.empty() ? "." : publication_.articles.front().folder;
    FileBytes file = roots_.read(folder, style.text, most_style_bytes);
    if (const Refusal* refusal = std::get_if<Refusal>(&file)) {
      diagnostics_.error("style-missing", style.span,
                         "the style sheet '" + style.text + "' " + refusal->reason, refusal->hint);
      return;
    }
    add_text(style.text, folder + "/" + style.text, std::get<std::string>(file), Origin::user);
  }

  void add_text(const std::string& name, const std::string& path, std::string_view bytes, Origin origin) {
    const std::string normal = std::filesystem::path(path).lexically_normal().string();
    files_.push_back({sources_.add(name, decoded_style(bytes)), origin, folder_of(normal), normal});
  }

  const StyleRequest& request_;
  const Publication& publication_;
  const Roots& roots_;
  Sources& sources_;
  Diagnostics& diagnostics_;
  std::vector<StyleFile> files_;
};

}  // namespace

bool is_style_file(std::string_view name) {
  return name.ends_with(".css") || name.find('/') != std::string_view::npos;
}

std::vector<StyleFile> choose_styles(const StyleRequest& request, const Publication& publication,
                                     const Roots& roots, Sources& sources, Diagnostics& diagnostics) {
  return StyleChooser(request, publication, roots, sources, diagnostics).choose();
}

}  // namespace pubbuild
