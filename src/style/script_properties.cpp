// Values of the properties of scripts (CSS Text 4, CSS Writing Modes 4, CSS Ruby 1) → fields of the computed
// style.
#include "style/script_properties.h"

namespace pubbuild::css {

namespace {

constexpr auto hyphenations = std::to_array<Keyword<Hyphens>>(
    {{"none", Hyphens::none}, {"manual", Hyphens::manual}, {"auto", Hyphens::auto_}});

// `sideways-right` is what CSS Writing Modes 3 still takes for `sideways`.
constexpr auto orientations =
    std::to_array<Keyword<TextOrientation>>({{"mixed", TextOrientation::mixed},
                                             {"upright", TextOrientation::upright},
                                             {"sideways", TextOrientation::sideways},
                                             {"sideways-right", TextOrientation::sideways}});

constexpr auto ruby_aligns = std::to_array<Keyword<RubyAlign>>({{"start", RubyAlign::start},
                                                                {"center", RubyAlign::center},
                                                                {"space-between", RubyAlign::space_between},
                                                                {"space-around", RubyAlign::space_around}});

constexpr auto ruby_overhangs =
    std::to_array<Keyword<RubyOverhang>>({{"auto", RubyOverhang::auto_}, {"none", RubyOverhang::none}});

constexpr auto ruby_merges = std::to_array<Keyword<RubyMerge>>({{"separate", RubyMerge::separate},
                                                                {"collapse", RubyMerge::merge},
                                                                {"merge", RubyMerge::merge},
                                                                {"auto", RubyMerge::auto_}});

}  // namespace

bool read_hyphens(Values& values, Hyphens& into) {
  return read_keyword<hyphenations>(values, into);
}

bool read_hyphenate_character(Values& values, std::string& into) {
  if (values.take_ident("auto")) return into.clear(), true;
  const auto text = values.take_string();
  into = text.value_or("");
  return text.has_value();
}

bool read_hanging_punctuation(Values& values, HangingPunctuation& into) {
  into = {};
  if (values.take_ident("none")) return true;
  bool any = false;
  for (; !values.at_end(); any = true) {
    bool* flag = nullptr;
    if (values.peek()->is_ident("first")) flag = &into.first;
    if (values.peek()->is_ident("last")) flag = &into.last;
    if (values.peek()->is_ident("force-end")) flag = &into.force_end;
    if (values.peek()->is_ident("allow-end")) flag = &into.allow_end;
    if (flag == nullptr || *flag) return false;
    *flag = true;
    values.take();
  }
  return any && !(into.force_end && into.allow_end);
}

bool read_tab_size(Values& values, TabSize& into) {
  into = {};
  const bool bare = values.peek() != nullptr && values.peek()->is(TokenKind::number);
  if (bare) return read_integer(values, into.columns) && into.columns >= 0;
  into.columns = 0;
  return read_non_negative(values, into.length);
}

bool read_text_orientation(Values& values, TextOrientation& into) {
  return read_keyword<orientations>(values, into);
}

bool read_text_combine(Values& values, TextCombine& into) {
  into = {};
  if (values.take_ident("none")) return true;
  if (values.take_ident("all")) return into.kind = TextCombine::Kind::all, true;
  if (!values.take_ident("digits")) return false;
  into.kind = TextCombine::Kind::digits;
  return values.at_end() || (read_integer(values, into.digits) && into.digits >= 2 && into.digits <= 4);
}

// `[ alternate || [ over | under ] ] | inter-character`
bool read_ruby_position(Values& values, RubyPosition& into) {
  if (values.take_ident("inter-character")) return into = RubyPosition::inter_character, true;
  const bool first = values.take_ident("alternate");
  const bool over = values.take_ident("over");
  const bool under = !over && values.take_ident("under");
  const bool alternate = first || values.take_ident("alternate");
  into = under ? RubyPosition::under : RubyPosition::over;
  if (alternate) into = under ? RubyPosition::alternate_under : RubyPosition::alternate_over;
  return alternate || over || under;
}

bool read_ruby_align(Values& values, RubyAlign& into) {
  return read_keyword<ruby_aligns>(values, into);
}
bool read_ruby_overhang(Values& values, RubyOverhang& into) {
  return read_keyword<ruby_overhangs>(values, into);
}
bool read_ruby_merge(Values& values, RubyMerge& into) {
  return read_keyword<ruby_merges>(values, into);
}

}  // namespace pubbuild::css
