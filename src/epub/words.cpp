// The words of an EPUB by script.
#include "epub/words.h"

namespace pubbuild {

namespace {

constexpr Words english = {
    "Contents",
    "Landmarks",
    "Pages",
    "Cover",
    "Start of the text",
    "Untitled",
    ": ",
    "The text reflows, and headings and a table of contents lead through it.",
    "All pictures have text alternatives.",
    "Some pictures have no text alternative.",
    "The pages of the printed edition are marked.",
    " ",
};

constexpr Words hans = {
    "目录",
    "导览",
    "页码",
    "封面",
    "正文",
    "无题",
    "：",
    "正文可随屏幕重排，并设有目录和分级标题。",
    "所有图片均有替代文字。",
    "部分图片没有替代文字。",
    "文中标有印刷版页码。",
    "",
};

constexpr Words hant = {
    "目錄",
    "導覽",
    "頁碼",
    "封面",
    "正文",
    "無題",
    "：",
    "正文可隨螢幕重新排列，並設有目錄與分級標題。",
    "所有圖片均有替代文字。",
    "部分圖片沒有替代文字。",
    "文中標有印刷版頁碼。",
    "",
};

constexpr Words japanese = {
    "目次",
    "ナビゲーション",
    "ページ",
    "表紙",
    "本文",
    "無題",
    "：",
    "本文はリフロー型で、目次と見出しから移動できます。",
    "すべての画像に代替テキストがあります。",
    "代替テキストのない画像があります。",
    "印刷版のページ番号を示しています。",
    "",
};

constexpr Words korean = {
    "차례",
    "길잡이",
    "쪽",
    "표지",
    "본문",
    "제목 없음",
    ": ",
    "본문은 화면에 맞추어 다시 배열되며 차례와 제목으로 이동할 수 있습니다.",
    "모든 그림에 대체 텍스트가 있습니다.",
    "대체 텍스트가 없는 그림이 있습니다.",
    "인쇄판의 쪽 번호가 표시되어 있습니다.",
    " ",
};

}  // namespace

const Words& words_of(Script script) {
  switch (script) {
    case Script::hans:
      return hans;
    case Script::hant:
      return hant;
    case Script::japanese:
      return japanese;
    case Script::korean:
      return korean;
    case Script::other:
      return english;
  }
  return english;
}

}  // namespace pubbuild
