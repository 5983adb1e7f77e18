#!/usr/bin/env python3
"""Draws visits.svg; rsvg-convert turns it into the PNG that article.md shows:

    python3 visits.py > visits.svg && rsvg-convert --width 1440 visits.svg -o visits.png
"""

HOURS = range(8, 21)
BEFORE = [12, 38, 47, 35, 24, 31, 52, 58, 45, 70, 0, 0, 0]
AFTER = [0, 0, 46, 33, 27, 31, 50, 56, 48, 78, 82, 86, 66]

WIDTH, HEIGHT = 1440, 800
LEFT, RIGHT, TOP, BOTTOM = 110, 40, 120, 110
HIGHEST, STEP = 100, 20
COLOURS = {"before": "#c9b79c", "after": "#2f6f73"}
INK, GREY, GRID = "#2b2b2b", "#6b6b6b", "#e3e0da"


def height_of(visits):
    return visits * (HEIGHT - TOP - BOTTOM) / HIGHEST


def text(x, y, words, size=26, anchor="middle", colour=GREY, weight="400"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" '
            f'fill="{colour}" font-weight="{weight}">{words}</text>')


def bar(x, width, visits, colour):
    top = HEIGHT - BOTTOM - height_of(visits)
    return f'<rect x="{x:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height_of(visits):.1f}" rx="3" fill="{colour}"/>'


def grid():
    for visits in range(0, HIGHEST + 1, STEP):
        y = HEIGHT - BOTTOM - height_of(visits)
        colour = GREY if visits == 0 else GRID
        yield f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}" stroke="{colour}" stroke-width="2"/>'
        yield text(LEFT - 16, y + 9, visits, anchor="end")


def bars():
    slot = (WIDTH - LEFT - RIGHT) / len(HOURS)
    for index, hour in enumerate(HOURS):
        middle = LEFT + slot * (index + 0.5)
        if BEFORE[index]:
            yield bar(middle - 37, 35, BEFORE[index], COLOURS["before"])
        if AFTER[index]:
            yield bar(middle + 2, 35, AFTER[index], COLOURS["after"])
        yield text(middle, HEIGHT - BOTTOM + 40, f"{hour}时")


def legend():
    for x, kind, words in ((LEFT, "before", "调整前（8:30—17:30）日均412人次"),
                           (LEFT + 520, "after", "调整后（10:00—21:00）日均603人次")):
        yield f'<rect x="{x}" y="42" width="30" height="30" rx="3" fill="{COLOURS[kind]}"/>'
        yield text(x + 44, 68, words, size=28, anchor="start", colour=INK)


def main():
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
          f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Noto Sans CJK SC">')
    print(f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>')
    for part in (*grid(), *bars(), *legend()):
        print(part)
    print(text(LEFT, HEIGHT - 18, "横轴为到馆时刻所在的钟点，纵轴为日均到馆人次", size=24, anchor="start"))
    print("</svg>")


if __name__ == "__main__":
    main()
