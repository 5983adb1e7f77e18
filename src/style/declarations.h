// The inside of a block → declarations, each judged against the property table.
#pragma once

#include <functional>
#include <vector>

#include "base/diagnostics.h"
#include "style/stylesheet.h"
#include "style/syntax.h"

namespace pubbuild::css {

// Turns tokens of one file into spans; for a style attribute everything is at the element's.
struct Place {
  FileId file = FileId::none;
  Span fixed;  // somewhere: all spans are this one
  Span of(TokenView tokens) const;
  Span of(const Token& token) const { return of(TokenView(&token, 1)); }
};

// Descriptors (of @font-face and its like) are no properties: whoever reads them judges them.
enum class Names : uint8_t { properties, descriptors };

// What a block of declarations is for: said in other words, which warnings are wanted.
struct BlockContext {
  Place place;
  Names names = Names::properties;
  bool for_print = true;  // what only reading systems see need not suit our layout
  Diagnostics* diagnostics = nullptr;
};

struct Block {
  std::vector<Declaration> declarations;
  std::vector<Declaration> longhands;
};

// Is given the rules inside of the block, at-rules and others.
using RuleReader = std::function<void(const RawRule&)>;

Block read_block(TokenView tokens, const BlockContext& context, const RuleReader& rule);

}  // namespace pubbuild::css
