// Which neighbours are set apart, and by how much.
#include "text/autospace.h"

#include <string_view>

namespace pubbuild {

namespace {

enum class Letter : uint8_t { none, ideograph, alpha, digit };

Letter letter_of(const Cluster& cluster) {
  if (cluster.is_object) return Letter::none;
  if (is_ideograph(cluster.character)) return Letter::ideograph;
  if (cluster.character_class != CharacterClass::western) return Letter::none;
  if (is_western_digit(cluster.character)) return Letter::digit;
  return is_western_letter(cluster.character) ? Letter::alpha : Letter::none;
}

bool is_french(std::string_view lang) {
  return lang == "fr" || lang.starts_with("fr-");
}

bool collapses_blanks(const ComputedStyle& style) {
  return style.white_space == WhiteSpace::normal || style.white_space == WhiteSpace::nowrap ||
         style.white_space == WhiteSpace::pre_line;
}

class Autospacing {
 public:
  Autospacing(std::vector<Cluster>& clusters, const FlatText& text) : clusters_(clusters), text_(text) {}

  void run() {
    for (size_t n = 0; n + 1 < clusters_.size(); ++n) {
      Cluster& cluster = clusters_[n];
      if (cluster.character == U' ') {
        if (n > 0 && replaces_blank(n)) replace_blank(cluster);
      } else if (are_apart(cluster, clusters_[n + 1])) {
        cluster.gap += space(cluster);
      } else {
        cluster.gap += french_space(cluster, clusters_[n + 1]);
      }
    }
  }

 private:
  const StyleRun& run_of(const Cluster& cluster) const { return text_.runs[cluster.run]; }

  static int32_t space(const Cluster& cluster) { return cluster.em / 4; }

  // Between two elements the one around both decides; where they agree, that is what it says too.
  TextAutospace asked(const Cluster& before, const Cluster& after) const {
    const TextAutospace& value = run_of(before).style->text_autospace;
    return value == run_of(after).style->text_autospace ? value : text_.style->text_autospace;
  }

  // Note marks and what else is raised or lowered stand close to their word.
  static bool are_level(const StyleRun& before, const StyleRun& after) {
    return !before.no_break_before && !after.no_break_before && before.raise == after.raise &&
           before.edge == after.edge;
  }

  bool are_apart(const Cluster& before, const Cluster& after) const {
    const Letter first = letter_of(before);
    const Letter second = letter_of(after);
    if ((first == Letter::ideograph) == (second == Letter::ideograph)) return false;
    const Letter other = first == Letter::ideograph ? second : first;
    const TextAutospace wanted = asked(before, after);
    if (other == Letter::none || !are_level(run_of(before), run_of(after))) return false;
    return other == Letter::digit ? wanted.ideograph_numeric : wanted.ideograph_alpha;
  }

  bool replaces_blank(size_t n) const {
    const Cluster& before = clusters_[n - 1];
    const Cluster& after = clusters_[n + 1];
    return asked(before, after).replace && collapses_blanks(*run_of(clusters_[n]).style) &&
           are_apart(before, after);
  }

  // A no-break space before a colon and inside quotation marks, a narrow one before the other high marks.
  int32_t french_space(const Cluster& before, const Cluster& after) const {
    const ComputedStyle& style = *run_of(before).style;
    if (!style.text_autospace.punctuation || !is_french(style.lang)) return 0;
    if (after.character == U':' || after.character == U'»' || before.character == U'«') return before.em / 4;
    return after.character == U';' || after.character == U'!' || after.character == U'?' ? before.em / 5 : 0;
  }

  // Then it is all gap: a space between scripts, not between words.
  static void replace_blank(Cluster& blank) {
    blank.gap = space(blank);
    blank.advance = 0;
    blank.trim_right = 0;
  }

  std::vector<Cluster>& clusters_;
  const FlatText& text_;
};

}  // namespace

void space_scripts(std::vector<Cluster>& clusters, const FlatText& text) {
  Autospacing(clusters, text).run();
}

}  // namespace pubbuild
