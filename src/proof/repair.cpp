// No repair makes or joins lines, so that a diff compares them one by one.
#include "proof/repair.h"

#include <algorithm>

namespace pubbuild::proof {

namespace {

constexpr size_t lines_around = 3;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::string diff_line(char mark, std::string_view line) {
  std::string text = mark + std::string(line);
  if (!line.ends_with('\n')) text += "\n\\ No newline at end of file\n";
  return text;
}

std::string range(size_t begin, size_t count) {
  return std::to_string(begin + 1) + "," + std::to_string(count);
}

}  // namespace

std::string repaired(std::string_view text, const std::vector<Repair>& repairs) {
  std::string result;
  size_t at = 0;
  for (const Repair& repair : repairs) {
    result += text.substr(at, repair.span.begin - at);
    result += repair.text;
    at = repair.span.end;
  }
  return result += text.substr(at);
}

std::string unified_diff(const std::string& name, std::string_view before, std::string_view after) {
  const std::vector<std::string_view> old_lines = lines_of(before);
  const std::vector<std::string_view> new_lines = lines_of(after);
  const size_t count = std::min(old_lines.size(), new_lines.size());
  std::string diff;
  for (size_t n = 0; n < count;) {
    if (old_lines[n] == new_lines[n]) {
      ++n;
      continue;
    }
    const size_t begin = n - std::min(n, lines_around);
    size_t last = n;
    for (size_t next = n; next < count && next <= last + 2 * lines_around; ++next) {
      if (old_lines[next] != new_lines[next]) last = next;
    }
    const size_t end = std::min(count, last + lines_around + 1);
    diff += "@@ -" + range(begin, end - begin) + " +" + range(begin, end - begin) + " @@\n";
    for (size_t line = begin; line < end;) {
      size_t changed = line;
      while (changed < end && old_lines[changed] != new_lines[changed]) ++changed;
      for (size_t k = line; k < changed; ++k) diff += diff_line('-', old_lines[k]);
      for (size_t k = line; k < changed; ++k) diff += diff_line('+', new_lines[k]);
      if (changed < end) diff += diff_line(' ', old_lines[changed]);
      line = changed + 1;
    }
    n = end;
  }
  return diff.empty() ? diff : "--- " + name + "\n+++ " + name + "\n" + diff;
}

}  // namespace pubbuild::proof
