// Tokens → rules and declarations, before anyone knows what they mean (CSS Syntax 3 §5.4).
#pragma once

#include <optional>
#include <vector>

#include "style/tokens.h"

namespace pubbuild::css {

// A rule: what stands before its block, and the inside of the block. Of an at-rule the prelude begins with
// the keyword. A rule that is not at all has no block where one belongs.
struct RawRule {
  TokenView tokens;
  TokenView prelude;  // without blanks at its ends
  TokenView block;
  bool has_block = false;
  bool is_at_rule() const { return tokens[0].is(TokenKind::at_keyword); }
};

// <!-- and --> between rules are skipped at the top of a sheet, and begin a rule elsewhere.
enum class Level : uint8_t { top, nested };

std::vector<RawRule> rules_of(TokenView tokens, Level level);

// A piece of the inside of a block: a declaration, well formed or not, or a rule.
struct BlockPiece {
  TokenView tokens;  // without blanks at its ends, never empty
  bool is_rule = false;
};
std::vector<BlockPiece> pieces_of_block(TokenView block);
// The one rule that these tokens are.
RawRule rule_of(TokenView tokens);

struct RawDeclaration {
  TokenView name;   // one token
  TokenView value;  // without blanks at its ends and without !important
  bool important = false;
};
// Nothing where the tokens do not begin with a name and a colon.
std::optional<RawDeclaration> declaration_of(TokenView tokens);

}  // namespace pubbuild::css
