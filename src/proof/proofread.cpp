// Every rule over every stretch, then those that look at an article as a whole.
#include "proof/proofread.h"

#include <algorithm>

#include "base/language.h"
#include "proof/characters.h"
#include "proof/glosses.h"
#include "proof/rules.h"
#include "proof/scripts.h"
#include "proof/stretch.h"

namespace pubbuild::proof {

namespace {

class Proofreading {
 public:
  Proofreading(const Publication& publication, const Sources& sources, Diagnostics& diagnostics)
      : script_(script_of(publication.metadata.lang.text)),
        diagnostics_(diagnostics),
        stretches_(stretches_of(publication, sources)) {}

  std::vector<Repair> run() {
    for (size_t n = 0; n < stretches_.size(); ++n) read(n);
    read_as_a_whole();
    say();
    settle();
    return std::move(repairs_);
  }

 private:
  struct Placed {
    Span span;
    Finding finding;
  };

  bool is_cjk() const { return script_ != Script::other; }
  bool is_chinese() const { return script_ == Script::hans || script_ == Script::hant; }

  void read(size_t n) {
    const std::u32string_view text = stretches_[n].text;
    const Report report = [&](const Finding& finding) { take(n, finding); };
    find_odd_characters(text, report);
    find_html_remains(text, report);
    find_mojibake(text, report);
    if (!is_cjk()) return;
    if (script_ != Script::korean) find_half_width_marks(text, script_, report);
    find_doubled_marks(text, report);
    find_unbalanced_marks(text, next_goes_on(n), report);
    if (is_chinese()) find_straight_quotes(text, report);
    if (is_chinese()) find_chinese_signs(text, report);
    find_blanks(text, script_, report);
    find_full_width_letters(text, report);
  }

  bool next_goes_on(size_t n) const {
    if (n + 1 >= stretches_.size()) return false;
    const char32_t first = at(stretches_[n + 1].text, 0);
    return first == U'“' || first == U'「';
  }

  void read_as_a_whole() {
    if (!is_chinese()) return;
    std::vector<std::u32string_view> texts;
    for (const Stretch& stretch : stretches_) texts.push_back(stretch.text);
    const auto report = [&](size_t n, const Finding& finding) { take(n, finding); };
    find_glosses(texts, report);
    find_mixed_scripts(texts, report);
    find_mixed_quotes(texts, report);
  }

  void take(size_t n, const Finding& finding) {
    const Stretch& stretch = stretches_[n];
    const Span span = span_of(stretch, finding);
    findings_.push_back({span, finding});
    const bool is_repaired = finding.repair && may_be_repaired(stretch, finding);
    if (is_repaired) repairs_.push_back({span, encoded(*finding.repair)});
    if (finding.is_all_or_nothing) closed_.push_back(span);
  }

  void say() {
    std::ranges::stable_sort(findings_,
                             [](const Placed& a, const Placed& b) { return precedes(a.span, b.span); });
    std::erase_if(findings_, [this](const Placed& each) { return is_part_of_closed(each.span); });
    for (const Placed& each : findings_)
      diagnostics_.warning(each.finding.code, each.span, each.finding.message, each.finding.hint);
  }

  static bool precedes(Span a, Span b) { return a.file != b.file ? a.file < b.file : a.begin < b.begin; }

  static Span span_of(const Stretch& stretch, const Finding& finding) {
    return join(stretch.spans[finding.begin], stretch.spans[finding.end - 1]);
  }

  // Where each character stands in the source as itself, right behind the one before it.
  static bool may_be_repaired(const Stretch& stretch, const Finding& finding) {
    if (stretch.is_made) return false;
    for (size_t n = finding.begin; n < finding.end; ++n) {
      if (!stretch.is_plain[n]) return false;
      if (n > finding.begin && stretch.spans[n].begin != stretch.spans[n - 1].end) return false;
    }
    return true;
  }

  void settle() {
    std::ranges::stable_sort(repairs_,
                             [](const Repair& a, const Repair& b) { return precedes(a.span, b.span); });
    std::vector<Repair> kept;
    for (Repair& repair : repairs_) {
      if (is_part_of_closed(repair.span)) continue;
      const bool overlaps = !kept.empty() && kept.back().span.file == repair.span.file &&
                            repair.span.begin < kept.back().span.end;
      if (!overlaps) kept.push_back(std::move(repair));
    }
    repairs_ = std::move(kept);
  }

  // Closed spans are found in the order of their places, and none within another.
  bool is_part_of_closed(Span span) const {
    const auto closed = std::ranges::partition_point(closed_, [&](Span each) {
      return each.file != span.file ? each.file < span.file : each.end <= span.begin;
    });
    return closed != closed_.end() && closed->file == span.file && closed->begin < span.end &&
           *closed != span;
  }

  Script script_;
  Diagnostics& diagnostics_;
  std::vector<Stretch> stretches_;
  std::vector<Placed> findings_;
  std::vector<Repair> repairs_;
  std::vector<Span> closed_;
};

}  // namespace

std::vector<Repair> proofread(const Publication& publication, const Sources& sources,
                              Diagnostics& diagnostics) {
  return Proofreading(publication, sources, diagnostics).run();
}

}  // namespace pubbuild::proof
