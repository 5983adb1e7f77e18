// Values of the properties of scripts (CSS Text 4, CSS Writing Modes 4, CSS Ruby 1) → fields of the computed
// style.
#include "style/script_properties.h"

namespace pubbuild::css {

namespace {

constexpr auto spacing_trims =
    std::to_array<Keyword<TextSpacingTrim>>({{"auto", TextSpacingTrim::auto_},
                                             {"normal", TextSpacingTrim::normal},
                                             {"space-all", TextSpacingTrim::space_all},
                                             {"space-first", TextSpacingTrim::space_first},
                                             {"trim-start", TextSpacingTrim::trim_start},
                                             {"trim-both", TextSpacingTrim::trim_both},
                                             {"trim-all", TextSpacingTrim::trim_all}});

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

constexpr auto warichus =
    std::to_array<Keyword<Warichu>>({{"none", Warichu::none}, {"auto", Warichu::auto_}});

// The flag of `into` that a keyword of text-autospace raises; nullptr: no such keyword.
bool* autospace_flag(const Token& token, TextAutospace& into) {
  if (token.is_ident("ideograph-alpha")) return &into.ideograph_alpha;
  if (token.is_ident("ideograph-numeric")) return &into.ideograph_numeric;
  if (token.is_ident("punctuation")) return &into.punctuation;
  return token.is_ident("replace") ? &into.replace : nullptr;
}

}  // namespace

// `normal | auto | no-autospace | [ ideograph-alpha || ideograph-numeric || punctuation ] || [ insert |
// replace ]`. What `normal` and `auto` do with typed blanks is ours to choose: they are replaced (CLREQ W4).
bool read_autospace(Values& values, TextAutospace& into) {
  into = {};
  if (values.take_ident("normal") || values.take_ident("auto")) return true;
  into = no_autospace;
  if (values.take_ident("no-autospace")) return true;
  if (values.at_end()) return false;
  bool inserts = false;
  while (!values.at_end()) {
    bool* flag = values.peek()->is_ident("insert") ? &inserts : autospace_flag(*values.peek(), into);
    if (flag == nullptr || *flag) return false;
    *flag = true;
    values.take();
  }
  // Where only the manner is said, the places are those of `normal`.
  const bool places_said = into.ideograph_alpha || into.ideograph_numeric || into.punctuation;
  if (!places_said) into.ideograph_alpha = into.ideograph_numeric = true;
  return !(inserts && into.replace);
}

bool read_spacing_trim(Values& values, TextSpacingTrim& into) {
  return read_keyword<spacing_trims>(values, into);
}

bool read_hyphens(Values& values, Hyphens& into) {
  return read_keyword<hyphenations>(values, into);
}

bool read_hyphenate_character(Values& values, std::string& into) {
  if (values.take_ident("auto")) return into.clear(), true;
  const auto text = values.take_string();
  into = text.value_or("");
  return text.has_value();
}

bool read_hyphenate_limits(Values& values, HyphenateLimits& into) {
  HyphenateLimits limits;
  int32_t* const parts[] = {&limits.word, &limits.before, &limits.after};
  size_t count = 0;
  for (; count < 3 && !values.at_end(); ++count) {
    if (values.take_ident("auto")) continue;
    if (!read_integer(values, *parts[count]) || *parts[count] < 0) return false;
  }
  if (count == 2) limits.after = limits.before;
  into = limits;
  return count > 0;
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
bool read_warichu(Values& values, Warichu& into) {
  return read_keyword<warichus>(values, into);
}

}  // namespace pubbuild::css
