// Annotations: on which side, in which layer, over which bases; all measured at once.
#include "layout/ruby_content.h"

#include <algorithm>

#include "base/utf8.h"
#include "base/zhuyin.h"
#include "text/column.h"
#include "text/prepare.h"
#include "text/ruby_spacing.h"
#include "tree/dump.h"

namespace pubbuild {

namespace {

// More layers beside a base would be no annotations any more, and push lines apart without end.
constexpr int most_levels = 4;

bool is_wide(char32_t character) {
  return character >= 0x2E80;
}

template <typename Test>
bool all_of(std::string_view text, Test test) {
  for (size_t at = 0; at < text.size();) {
    if (!test(utf8::decode(text, at))) return false;
  }
  return true;
}

size_t count_characters(std::string_view text) {
  return static_cast<size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_alternate(RubyPosition position) {
  return position == RubyPosition::alternate_over || position == RubyPosition::alternate_under;
}

// `alternate` takes the other side where one is taken already.
RubySide side_of(RubyPosition position, const RubyRoom& beside) {
  const bool under = position == RubyPosition::under || position == RubyPosition::alternate_under;
  const RubySide first = under ? RubySide::under : RubySide::over;
  const RubySide other = under ? RubySide::over : RubySide::under;
  const Length taken = under ? beside.under : beside.over;
  const Length left = under ? beside.over : beside.under;
  return is_alternate(position) && taken > Length{} && left == Length{} ? other : first;
}

}  // namespace

uint32_t RubyWriter::add_source(uint32_t parent) {
  sources_.push_back({parent});
  return static_cast<uint32_t>(sources_.size() - 1);
}

bool RubyWriter::takes(const RubyLevel& level, const std::vector<CollectedBase>& bases,
                       const FlatText& text) {
  if (bases.empty()) return false;
  for (const CollectedBase& base : bases) {
    if (base.begin >= base.end || base.beside.levels >= most_levels) return false;
  }
  CollectedBase all = bases.front();
  all.end = bases.back().end;
  for (size_t n = 0; n < level.texts.size(); ++n) {
    const NodeId annotation = level.texts[n];
    if (!is_too_long(annotation, level.spans ? all : bases[std::min(n, bases.size() - 1)], text)) continue;
    document_.diagnostics.warning("ruby-too-long", document_.tree().span(annotation),
                                  "this annotation is longer than a line",
                                  "it stands behind its base, in brackets");
    return false;
  }
  return true;
}

// An annotation is broken only where its base is: what a character of it carries must fit into a line, with
// room for an indent.
bool RubyWriter::is_too_long(NodeId annotation, const CollectedBase& base, const FlatText& text) const {
  const std::string words = text_content(document_.tree(), annotation);
  const int64_t em = document_.style(annotation).font_size.milli;
  int64_t width = 0;
  for (size_t at = 0; at < words.size();) width += is_wide(utf8::decode(words, at)) ? em : em / 2;
  const auto characters = static_cast<int64_t>(
      count_characters(std::string_view(text.text).substr(base.begin, base.end - base.begin)));
  return width / std::max<int64_t>(characters, 1) > measure_.milli * 3 / 4;
}

bool RubyWriter::merges(const RubyLevel& level) const {
  return level.texts.size() > 1 && style_of(level).ruby_merge != RubyMerge::separate;
}

void RubyWriter::add_level(const RubyLevel& level, const std::vector<RubyText>& texts,
                           std::vector<CollectedBase>& bases, FlatText& text) {
  const auto first_pair = static_cast<uint32_t>(text.ruby_pairs.size());
  if (level.spans || merges(level)) {
    RubyRoom beside;
    for (const CollectedBase& base : bases) beside = beside.with(base.beside);
    for (CollectedBase& base : bases) base.beside = beside;
  }
  for (size_t n = 0; n < texts.size(); ++n) {
    const size_t first = level.spans ? 0 : n;
    const size_t end = level.spans ? bases.size() : n + 1;
    const Beside beside = place(level, bases[first]);
    const uint32_t source = source_for(texts[n], bases, first, end);
    const RubyPair pair{bases[first].begin, bases[end - 1].end, texts[n].begin, texts[n].end, source, {}};
    text.ruby_pairs.push_back(pair);
    for (size_t k = first; k < end; ++k) take_room(style_of(level), beside.side, bases[k], text);
    if (!merges(level)) add_ruby(level, beside, text, static_cast<uint32_t>(text.ruby_pairs.size() - 1));
    if (merges(level) && n + 1 == texts.size()) add_ruby(level, beside, text, first_pair);
  }
}

// A base without annotation so far takes this one; else, and over several, it is a new base around.
uint32_t RubyWriter::source_for(const RubyText& text, std::vector<CollectedBase>& bases, size_t first,
                                size_t end) {
  uint32_t source = bases[first].source;
  if (end - first > 1 || sources_[source].has_text) {
    const uint32_t around = add_source(sources_[source].parent);
    for (size_t n = first; n < end; ++n) {
      sources_[bases[n].source].parent = around;
      bases[n].source = around;
    }
    source = around;
  }
  sources_[source].has_text = true;
  sources_[source].first_object = text.objects;
  sources_[source].first_box = text.boxes;
  return source;
}

RubyWriter::Beside RubyWriter::place(const RubyLevel& level, const CollectedBase& base) const {
  const ComputedStyle& style = style_of(level);
  const bool is_behind = style.ruby_position == RubyPosition::inter_character &&
                         std::ranges::all_of(level.texts, [&](NodeId text) {
                           return is_zhuyin(text_content(document_.tree(), text));
                         });
  if (is_behind) return {RubySide::behind, is_vertical(style) ? base.beside.over : Length{}};
  const RubySide side = side_of(style.ruby_position, base.beside);
  return {side, side == RubySide::over ? base.beside.over : base.beside.under};
}

void RubyWriter::take_room(const ComputedStyle& style, RubySide side, CollectedBase& base,
                           FlatText& text) const {
  ++base.beside.levels;
  if (side == RubySide::behind && !is_vertical(style)) return;
  (side != RubySide::under ? base.beside.over : base.beside.under) += style.font_size;
  for (auto run = std::ranges::lower_bound(text.runs, base.begin, {}, &StyleRun::end); run != text.runs.end();
       ++run) {
    if (run->begin >= base.end) break;
    if (run->end <= base.begin) continue;
    run->over = max(run->over, base.beside.over);
    run->under = max(run->under, base.beside.under);
  }
}

void RubyWriter::add_ruby(const RubyLevel& level, Beside beside, FlatText& text, uint32_t first_pair) {
  Ruby ruby;
  ruby.first_pair = first_pair;
  ruby.end_pair = static_cast<uint32_t>(text.ruby_pairs.size());
  ruby.side = beside.side;
  ruby.offset = beside.offset;
  ruby.style = &style_of(level);
  ruby.is_western = std::ranges::any_of(level.texts, [&](NodeId node) {
    return !all_of(text_content(document_.tree(), node), [](char32_t c) { return !is_western_letter(c); });
  });
  text.rubies.push_back(ruby);
}

std::unique_ptr<const RubyContent> RubyWriter::finish(InlineContent texts, FlatText& text) {
  auto content = std::make_unique<RubyContent>(RubyContent{std::move(texts), {}, {}, std::move(sources_)});
  content->prepared = prepare(content->texts.text, document_.shaper);
  const std::vector<Cluster>& clusters = content->prepared.clusters;
  content->widths.emplace(clusters);
  for (RubyPair& pair : text.ruby_pairs) {
    pair.end = std::min(pair.end, static_cast<uint32_t>(text.text.size()));
    const size_t begin = cluster_at(clusters, pair.text_begin);
    const size_t end = cluster_at(clusters, pair.text_end);
    if (begin < end) pair.width = millipoints(content->widths->line(begin, end, endless_measure).natural);
  }
  part_what_fits(text);
  return content;
}

// `ruby-merge: auto`: where each annotation fits over its own base it stays there (JLREQ §3.3.7).
void RubyWriter::part_what_fits(FlatText& text) const {
  std::vector<Ruby> rubies;
  rubies.reserve(text.rubies.size());
  const auto fits = [&](const RubyPair& pair) {
    const auto run = std::ranges::upper_bound(text.runs, pair.begin, {}, &StyleRun::end);
    if (run == text.runs.end()) return false;
    const size_t characters =
        count_characters(std::string_view(text.text).substr(pair.begin, pair.end - pair.begin));
    return pair.width <= run->style->font_size * static_cast<int64_t>(characters);
  };
  for (const Ruby& ruby : text.rubies) {
    const auto first = text.ruby_pairs.begin() + ruby.first_pair;
    const auto end = text.ruby_pairs.begin() + ruby.end_pair;
    if (ruby.style->ruby_merge != RubyMerge::auto_ || !std::all_of(first, end, fits)) {
      rubies.push_back(ruby);
      continue;
    }
    for (uint32_t n = ruby.first_pair; n < ruby.end_pair; ++n) {
      rubies.push_back(ruby);
      rubies.back().first_pair = n;
      rubies.back().end_pair = n + 1;
    }
  }
  text.rubies = std::move(rubies);
}

}  // namespace pubbuild
