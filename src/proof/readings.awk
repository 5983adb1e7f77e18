# Unihan_Readings.txt → a row a character: its number, and all its Mandarin readings between blanks.
BEGIN { FS = "\t" }
$2 == "kMandarin" || $2 == "kHanyuPinyin" || $2 == "kXHC1983" || $2 == "kTGHZ2013" {
  if ($1 != code) { flush_row(); code = $1; delete seen; row = "" }
  count = split($3, entries, " ")
  for (i = 1; i <= count; i++) {
    sub(/^.*:/, "", entries[i])
    readings = split(entries[i], each, ",")
    for (j = 1; j <= readings; j++) if (!(each[j] in seen)) { seen[each[j]] = 1; row = row " " each[j] }
  }
}
END { flush_row() }
function flush_row() { if (row != "") print "{0x" substr(code, 3) ", \"" row " \"}," }
