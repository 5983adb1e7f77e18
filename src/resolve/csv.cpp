// One pass over the text, a field at a time.
#include "resolve/csv.h"

#include <algorithm>

namespace pubbuild {

namespace {

class CsvReader {
 public:
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  Csv read() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (at_ < text_.size()) read_row();
    return std::move(csv_);
  }

 private:
  void read_row() {
    CsvRow row;
    do {
      row.push_back(text_.substr(at_, 1) == "\"" ? read_quoted() : read_bare());
    } while (take(separator_));
    take('\r');
    take('\n');
    const bool is_empty = row.size() == 1 && row.front().value.empty();
    if (!is_empty) csv_.rows.push_back(std::move(row));
  }

  bool take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool ends_field(char c) const { return c == separator_ || c == '\n' || c == '\r'; }

  CsvField read_bare() {
    const size_t begin = at_;
    while (at_ < text_.size() && !ends_field(text_[at_])) ++at_;
    return {std::string(text_.substr(begin, at_ - begin)), begin, at_};
  }

  CsvField read_quoted() {
    CsvField field{{}, at_, at_};
    ++at_;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '"' && !take('"')) {
        const CsvField rest = read_bare();
        field.value += rest.value;
        field.end = at_;
        return field;
      }
      field.value += c;
    }
    if (!csv_.unclosed) csv_.unclosed = field.begin;
    field.end = at_;
    return field;
  }

  std::string_view text_;
  char separator_;
  size_t at_ = 0;
  Csv csv_;
};

}  // namespace

char csv_separator(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  char most = ',';
  for (const char c : {'\t', ';'}) {
    if (std::ranges::count(line, c) > std::ranges::count(line, most)) most = c;
  }
  return most;
}

Csv parse_csv(std::string_view text, char separator) {
  return CsvReader(text, separator).read();
}

}  // namespace pubbuild
