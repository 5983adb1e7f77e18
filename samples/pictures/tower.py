#!/usr/bin/env python3
"""Draws tower.png, the clock tower of samples/vertical.md, with nothing but the standard library."""

import math
import struct
import zlib

WIDTH, HEIGHT = 360, 520
SKY, STONE, DARK, FACE, WATER = 250, 190, 70, 255, 225


def shade(x, y):
    """The grey of the point (x, y), counted from the top left corner."""
    if y > 470:
        return WATER - 12 * (math.sin(x / 17 + y / 3) > 0.4)
    left, right = 115 - (y > 330) * 15 - (y > 440) * 15, 245 + (y > 330) * 15 + (y > 440) * 15
    roof = 60 <= y < 130 and abs(x - 180) < (y - 60) * 1.05
    if roof:
        return DARK
    if y < 130 or not left <= x <= right:
        return SKY
    middle = math.hypot(x - 180, y - 215)
    if middle < 52:
        return dial(x - 180, y - 215, middle)
    if middle < 58:
        return DARK
    window = y > 345 and abs((x - 180) % 60 - 30) > 20 and y % 90 < 50
    return DARK if window else STONE - 14 * (y % 24 < 2)


def dial(x, y, middle):
    """The face of the clock at a place from its middle: eight minutes past seven."""
    for turn, length, half in ((7 + 8 / 60) / 12, 26, 3), (8 / 60, 42, 2):
        dx, dy = math.sin(2 * math.pi * turn), -math.cos(2 * math.pi * turn)
        along, across = x * dx + y * dy, abs(x * dy - y * dx)
        if 0 <= along <= length and across <= half:
            return DARK
    hour = (math.degrees(math.atan2(y, x)) % 30 + 2) % 30 < 4
    return DARK if hour and middle > 42 else FACE


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


rows = b"".join(b"\0" + bytes(shade(x, y) for x in range(WIDTH)) for y in range(HEIGHT))
header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0)
with open(__file__.replace(".py", ".png"), "wb") as png:
    png.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)))
    png.write(chunk(b"IEND", b""))
