// How lines come to their measure: CLREQ, line adjustment, C1 to C7 and E1 to E3; JLREQ, table 3.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "text/typeset.h"

using namespace pubbuild;
using pubbuild::testing::Change;
using pubbuild::testing::Paragraph;

namespace {

// Half of a hundredth of a point either way (in thousandths).
constexpr int64_t tolerance = 10;

const char* const report =
    "研讨班的第一份材料（共12页），是县馆借阅部做的“到馆统计”。2025年9月以前，县馆和11个分馆执行与机关相同的"
    "作息：上午8:30开门，下午5:30闭馆，周一闭馆；统计员把全年的 PDF 门禁记录按小时摊开，发现《工作日》到馆的"
    "高峰竟然出现在闭馆前的最后40分钟——许多人下了班赶来，还书、借书，然后被广播“请”出去……卡尔·马克思说过："
    "“书籍是人类进步的阶梯（the ladder of progress）。”难道不是吗？！他问。";

// What one cluster inside of a line lost (below zero: gained) against its width in one long line.
struct Changed {
  const Cluster& cluster;
  int64_t loss = 0;
};

struct Line {
  LineWidth width;
  int64_t need = 0;  // above zero: too long for the measure
  std::vector<Changed> changed;
};

std::vector<Line> lines_but_last(const Paragraph& paragraph, int measure) {
  const std::vector<Cluster>& clusters = paragraph.prepared().clusters;
  const LineWidths widths(clusters);
  const int64_t wide = points(10 * measure).milli;
  std::vector<Line> lines;
  for (const SetLine& set : paragraph.set(measure)) {
    if (set.next == clusters.size()) break;
    Line line{widths.line(set.begin, set.next, wide), 0, {}};
    line.need = line.width.natural - wide;
    for (size_t n = 0; n + 1 < set.advance.size(); ++n) {
      const Cluster& cluster = clusters[set.begin + n];
      const int64_t trim = n == 0 ? cluster.start_trim : 0;
      const int64_t own = int64_t{cluster.advance} + cluster.gap + cluster.spacing - trim;
      line.changed.push_back({cluster, own - set.advance[n]});
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

// Of the squeezed lines that can be squeezed enough.
template <typename Check>
void for_squeezed_lines(const Paragraph& paragraph, Check check) {
  for (int measure = 10; measure < 44; ++measure) {
    for (const Line& line : lines_but_last(paragraph, measure)) {
      if (line.need > 0 && line.need <= line.width.total_shrink()) check(line);
    }
  }
}

template <typename Check>
void for_stretched_lines(const Paragraph& paragraph, Check check) {
  for (int measure = 10; measure < 44; ++measure) {
    for (const Line& line : lines_but_last(paragraph, measure)) {
      if (line.need < 0) check(line);
    }
  }
}

Shrink class_of_loss(const Cluster& cluster) {
  return cluster.gap > 0 ? Shrink::cjk_latin : cluster.shrink;
}

}  // namespace

TEST_CASE("every line but the last is exactly as wide as its measure") {
  const Paragraph paragraph(report);
  for (int measure = 10; measure < 44; ++measure) {
    const std::vector<Length> widths = paragraph.widths_when_set(measure);
    for (size_t n = 0; n + 1 < widths.size(); ++n) CHECK(widths[n] == points(10 * measure));
  }
}

TEST_CASE("a class gives nothing while the classes before it have something left") {
  size_t squeezed = 0;
  for_squeezed_lines(Paragraph(report), [&](const Line& line) {
    ++squeezed;
    int64_t need = line.need;
    for (size_t k = 0; k < shrink_classes; ++k) {
      int64_t taken = 0;
      for (const Changed& changed : line.changed)
        taken += static_cast<size_t>(class_of_loss(changed.cluster)) == k ? changed.loss : 0;
      CHECK(taken == std::min(need, line.width.shrink[k]));
      need -= taken;
    }
  });
  CHECK(squeezed > 20);
}

TEST_CASE("a line that squeezing brings to its measure has no gap stretched") {
  for_squeezed_lines(Paragraph(report), [](const Line& line) {
    for (const Changed& changed : line.changed) CHECK(changed.loss >= 0);
  });
}

TEST_CASE("all of a class that have the same room lose the same") {
  for_squeezed_lines(Paragraph(report), [](const Line& line) {
    for (size_t k = 0; k < shrink_classes; ++k) {
      int64_t least = INT64_MAX;
      int64_t most = 0;
      for (const Changed& changed : line.changed) {
        const bool is_edge = &changed == &line.changed.front() && changed.cluster.start_trim != 0;
        if (is_edge || shrink_of(changed.cluster)[k] != points(5).milli) continue;
        least = std::min(least, changed.loss);
        most = std::max(most, changed.loss);
      }
      if (least != INT64_MAX) CHECK(most - least <= tolerance);
    }
  });
}

TEST_CASE("nothing shrinks below its least width") {
  for_squeezed_lines(Paragraph(report), [](const Line& line) {
    for (const Changed& changed : line.changed) {
      const auto room = shrink_of(changed.cluster);
      CHECK(changed.loss <= *std::ranges::max_element(room));
    }
  });
}

TEST_CASE("word spaces and the space between scripts grow to half an em before other gaps do") {
  size_t stretched = 0;
  for_stretched_lines(Paragraph(report), [&](const Line& line) {
    ++stretched;
    const int64_t room = -line.need;
    const int64_t first = line.width.stretch[0] + line.width.stretch[1];
    for (const Changed& changed : line.changed) {
      const auto limits = stretch_of(changed.cluster);
      const int64_t limit = limits[0] + limits[1];
      if (room <= first) CHECK(-changed.loss <= limit);
      if (room > first && limit > 0) CHECK(-changed.loss >= limit);
    }
  });
  CHECK(stretched > 20);
}

TEST_CASE("the other gaps grow all by the same") {
  for_stretched_lines(Paragraph(report), [](const Line& line) {
    int64_t least = INT64_MAX;
    int64_t most = 0;
    for (const Changed& changed : line.changed) {
      const auto limits = stretch_of(changed.cluster);
      if (!changed.cluster.gap_stretches || limits[0] + limits[1] > 0) continue;
      least = std::min(least, -changed.loss);
      most = std::max(most, -changed.loss);
    }
    if (least != INT64_MAX) CHECK(most - least <= tolerance);
  });
}

TEST_CASE("no space comes after an opening mark, before a closing one or inside a unit") {
  const auto grown_after = [](const std::string& text, size_t cluster) {
    // Two lines, the first of them a third of an em short.
    const Paragraph paragraph(text + "国国国\n国");
    return paragraph.prepared().clusters[cluster].gap_stretches;
  };
  CHECK_FALSE(grown_after("国（国", 1));
  CHECK_FALSE(grown_after("国）国", 0));
  CHECK_FALSE(grown_after("国，国", 0));
  CHECK_FALSE(grown_after("国！国", 0));
  CHECK_FALSE(grown_after("国……国", 1));
  CHECK_FALSE(grown_after("国～国", 0));
  CHECK_FALSE(grown_after("国～国", 1));
  CHECK_FALSE(grown_after("国—国", 0));
  CHECK_FALSE(grown_after("国/国", 1));
  CHECK_FALSE(grown_after("5％国", 0));
  CHECK_FALSE(grown_after("￥5国", 0));
  CHECK_FALSE(grown_after("5㎏国", 0));
  CHECK_FALSE(grown_after("word国", 1));
  CHECK(grown_after("国国国", 0));
  CHECK(grown_after("国，国", 1));
  CHECK(grown_after("国——国", 0));
}

TEST_CASE("Japanese squeezes commas with brackets, and never a full stop inside a line") {
  const Paragraph paragraph("一、二（三）四。五六七八九十一二三四五六七八九十", "ja");
  const std::vector<Cluster>& clusters = paragraph.prepared().clusters;
  CHECK(clusters[1].shrink == Shrink::bracket);
  CHECK(clusters[3].shrink == Shrink::bracket);
  CHECK(clusters[7].shrink == Shrink::none);
  CHECK(Paragraph("国・国", "ja").prepared().clusters[1].shrink == Shrink::interpunct);
}

TEST_CASE("word spaces of Western text shrink by a third at most") {
  const Paragraph paragraph("the quick brown fox jumps over the lazy dog", "en");
  const Cluster& blank = paragraph.prepared().clusters[3];
  CHECK(blank.trim_right == blank.advance - blank.advance * 2 / 3);
}

TEST_CASE("a line of Han alone stands on the grid of its characters") {
  const Paragraph paragraph("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十");
  for (const SetLine& line : paragraph.set(10)) {
    for (size_t n = 0; n < line.place.size(); ++n) CHECK(line.place[n] == static_cast<int32_t>(n) * 10000);
  }
}

TEST_CASE("an address that is longer than its line fills it") {
  const std::string address = "http://www.example.org/meeting/program.pl?VAR1=VAL1&VAR2=VAL2&VAR3=VAL3";
  const Paragraph paragraph("见" + address);
  const std::vector<SetLine> lines = paragraph.set(20);
  REQUIRE(lines.size() >= 2);
  CHECK(lines.front().width.milli > 140'000);
}

TEST_CASE("a letter that ends its line stands as wide as it is, not drawn to the next one") {
  const Paragraph paragraph("AVA", "en");
  const std::vector<Cluster>& clusters = paragraph.prepared().clusters;
  CHECK(clusters[0].advance + clusters[0].line_end_room == clusters[2].advance);
  CHECK(clusters[0].line_end_room > 0);
}
