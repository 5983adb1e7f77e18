// The ids of a publication: unique, ASCII, the same from build to build; and what authors call them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/diagnostics.h"
#include "tree/publication.h"

namespace pubbuild {

// Articles are counted from 0. A name is what a link may say; an id is what the element has.
class Ids {
 public:
  // Takes the id, or the id with "-2", "-3"… where it is taken.
  std::string unique(std::string_view wish);
  bool is_taken(std::string_view id) const { return taken_.contains(std::string(id)); }

  // From now on `name` leads to `id`, first of all in its own article. The first of a name stays.
  void call(size_t article, std::string_view name, std::string_view id);
  bool has_name(size_t article, std::string_view name) const;
  // The id that a link in `article` means, or nullptr.
  const std::string* find(size_t article, std::string_view name) const;
  // The known name most like `name`; empty where none is like it.
  std::string nearest(size_t article, std::string_view name) const;

 private:
  using Names = std::unordered_map<std::string, std::string>;
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, int> last_number_;
  std::vector<Names> of_article_;
  std::vector<std::vector<std::string>> in_order_;  // names of an article, oldest first
  Names of_all_;
};

// "" for the first article, "a2-" for the second: what keeps made ids apart.
std::string article_prefix(size_t article);

// Keeps the ids that authors gave where they are ASCII names and unique, renames the others.
Ids keep_author_ids(Publication& publication, Diagnostics& diagnostics);

}  // namespace pubbuild
