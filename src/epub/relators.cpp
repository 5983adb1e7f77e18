// Roles in Chinese, Japanese, Korean and English, each with its MARC relator
// (id.loc.gov/vocabulary/relators).
#include "epub/relators.h"

#include <algorithm>
#include <string>

namespace pubbuild {

namespace {

struct Role {
  std::string_view word;
  Relator relator;
};

constexpr Relator author = {"aut", Standing::creator};
constexpr Relator editor = {"edt", Standing::creator};
constexpr Relator compiler = {"com", Standing::creator};
constexpr Relator speaker = {"spk", Standing::creator};
constexpr Relator translator = {"trl", Standing::contributor};
constexpr Relator proofreader = {"pfr", Standing::contributor};
constexpr Relator reviewer = {"rev", Standing::contributor};
constexpr Relator adviser = {"sad", Standing::contributor};
constexpr Relator illustrator = {"ill", Standing::contributor};
constexpr Relator photographer = {"pht", Standing::contributor};
constexpr Relator introducer = {"aui", Standing::contributor};
constexpr Relator annotator = {"ann", Standing::contributor};
constexpr Relator narrator = {"nrt", Standing::contributor};
constexpr Relator transcriber = {"trc", Standing::contributor};
constexpr Relator interviewer = {"ivr", Standing::contributor};
constexpr Relator interviewee = {"ive", Standing::contributor};
constexpr Relator designer = {"bkd", Standing::contributor};

constexpr Role roles[] = {
    {"编", editor},
    {"编者", editor},
    {"主编", editor},
    {"编辑", editor},
    {"編", editor},
    {"編者", editor},
    {"主編", editor},
    {"編輯", editor},
    {"編集", editor},
    {"엮음", editor},
    {"편집", editor},
    {"editor", editor},
    {"edt", editor},
    {"整理", compiler},
    {"汇编", compiler},
    {"彙編", compiler},
    {"编纂", compiler},
    {"編纂", compiler},
    {"辑", compiler},
    {"輯", compiler},
    {"编选", compiler},
    {"選編", compiler},
    {"정리", compiler},
    {"compiler", compiler},
    {"com", compiler},
    {"讲", speaker},
    {"主讲", speaker},
    {"演讲", speaker},
    {"講", speaker},
    {"主講", speaker},
    {"演講", speaker},
    {"講演", speaker},
    {"강연", speaker},
    {"speaker", speaker},
    {"spk", speaker},
    {"译", translator},
    {"译者", translator},
    {"翻译", translator},
    {"譯", translator},
    {"譯者", translator},
    {"翻譯", translator},
    {"訳", translator},
    {"訳者", translator},
    {"翻訳", translator},
    {"옮김", translator},
    {"번역", translator},
    {"translator", translator},
    {"trl", translator},
    {"校", proofreader},
    {"校对", proofreader},
    {"校對", proofreader},
    {"校正", proofreader},
    {"교정", proofreader},
    {"proofreader", proofreader},
    {"pfr", proofreader},
    {"审校", reviewer},
    {"審校", reviewer},
    {"审订", reviewer},
    {"審訂", reviewer},
    {"校閲", reviewer},
    {"reviewer", reviewer},
    {"rev", reviewer},
    {"监修", adviser},
    {"監修", adviser},
    {"审定", adviser},
    {"감수", adviser},
    {"adviser", adviser},
    {"绘", illustrator},
    {"绘图", illustrator},
    {"插图", illustrator},
    {"插画", illustrator},
    {"繪", illustrator},
    {"插畫", illustrator},
    {"絵", illustrator},
    {"イラスト", illustrator},
    {"그림", illustrator},
    {"illustrator", illustrator},
    {"ill", illustrator},
    {"摄影", photographer},
    {"攝影", photographer},
    {"撮影", photographer},
    {"写真", photographer},
    {"사진", photographer},
    {"photographer", photographer},
    {"pht", photographer},
    {"序", introducer},
    {"作序", introducer},
    {"서문", introducer},
    {"aui", introducer},
    {"注", annotator},
    {"注释", annotator},
    {"校注", annotator},
    {"註", annotator},
    {"註釋", annotator},
    {"주석", annotator},
    {"annotator", annotator},
    {"ann", annotator},
    {"口述", narrator},
    {"구술", narrator},
    {"narrator", narrator},
    {"nrt", narrator},
    {"记录", transcriber},
    {"记", transcriber},
    {"記錄", transcriber},
    {"記録", transcriber},
    {"기록", transcriber},
    {"transcriber", transcriber},
    {"trc", transcriber},
    {"采访", interviewer},
    {"採訪", interviewer},
    {"聞き手", interviewer},
    {"interviewer", interviewer},
    {"ivr", interviewer},
    {"受访", interviewee},
    {"受訪", interviewee},
    {"interviewee", interviewee},
    {"ive", interviewee},
    {"设计", designer},
    {"装帧", designer},
    {"設計", designer},
    {"裝幀", designer},
    {"装丁", designer},
    {"디자인", designer},
    {"designer", designer},
    {"bkd", designer},
};

}  // namespace

Relator relator_of(std::string_view role) {
  std::string lower(role);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  for (const Role& known : roles) {
    if (known.word == lower) return known.relator;
  }
  return author;
}

}  // namespace pubbuild
