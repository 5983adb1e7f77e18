// A ruby as written → `ruby` with its `rt`.
#pragma once

#include <functional>
#include <string_view>

#include "read/markdown/open_elements.h"
#include "read/markdown/reading.h"
#include "read/markdown/ruby.h"

namespace pubbuild::markdown {

// One reading for each character where there are as many, else one for all: 漢<rt>かん</rt>字<rt>じ</rt> or
// 漢字<rt>かんじ</rt> in one `ruby`. Other numbers of readings are a warning; they are joined.
class RubyWriter {
 public:
  // Where a part of the text was written.
  using Place = std::function<Span(std::string_view part)>;

  RubyWriter(const Ruby& ruby, Reading& reading, OpenElements& elements, Place place)
      : ruby_(ruby), reading_(reading), elements_(elements), place_(std::move(place)) {}
  // The whole is written at `span`.
  void write(Span span);

 private:
  void write_group();
  void write_characters(const std::vector<std::string_view>& characters);
  void write_reading(std::string_view reading, Span span);

  const Ruby& ruby_;
  Reading& reading_;
  OpenElements& elements_;
  Place place_;
};

}  // namespace pubbuild::markdown
