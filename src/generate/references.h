// What target-…() functions ask for → texts, as soon as the whole tree has been walked over.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "generate/budget.h"
#include "generate/counters.h"
#include "generate/generate.h"
#include "style/counter_styles.h"

namespace pubbuild {

// `text` stands empty where `piece` of the content of a pseudo-element of `element` belongs.
struct Reference {
  NodeId text = NodeId::none;
  NodeId element = NodeId::none;
  ContentPiece piece;
};

class References {
 public:
  // `styles` tell which counters are asked for.
  explicit References(const Styles& styles);

  // An element that may be a target, with the counters as they are at it.
  void note(const Tree& tree, NodeId element, const Counters& counters);
  void add(Reference reference) { references_.push_back(std::move(reference)); }

  // Writes what is known by now; page numbers are guessed and left in `generated`.
  void resolve(Tree& tree, const Styles& styles, Budget& budget, Generated& generated);

 private:
  class Resolution;
  struct Noted {
    size_t name;  // a place in names_
    std::vector<int32_t> values;
  };

  std::vector<std::string> names_;
  std::unordered_map<NodeId, std::vector<Noted>> noted_;
  size_t noted_values_ = 0;
  std::vector<Reference> references_;
};

// page and pages count pages (CSS Paged Media 3 §6): only layout knows them.
constexpr bool counts_pages(std::string_view counter) {
  return counter == "page" || counter == "pages";
}

// What counter() and counters() write for these values, the outermost first.
std::string numbers_text(const std::vector<int32_t>& values, const ContentPiece& piece,
                         const CounterStyles& styles);

}  // namespace pubbuild
