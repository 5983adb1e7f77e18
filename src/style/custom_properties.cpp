// var() → the tokens it stands for.
#include "style/custom_properties.h"

#include <functional>
#include <set>

namespace pubbuild::css {

namespace {

// Finds the tokens of a custom property; nullptr: invalid or not there.
using Lookup = std::function<const std::vector<Token>*(const std::string&)>;

class Substitution {
 public:
  explicit Substitution(const Lookup& look_up) : look_up_(look_up) {}
  bool run(TokenView value);
  std::vector<Token> tokens;

 private:
  bool replace(TokenView arguments);
  bool append(TokenView value);

  const Lookup& look_up_;
  size_t depth_ = 0;
};

bool Substitution::append(TokenView value) {
  if (tokens.size() + value.size() > max_substituted_tokens) return false;
  tokens.insert(tokens.end(), value.begin(), value.end());
  return true;
}

bool Substitution::run(TokenView value) {
  if (++depth_ > max_nesting) return false;
  for (size_t at = 0; at < value.size();) {
    if (!value[at].is_function("var")) {
      if (!append(value.subspan(at, 1))) return false;
      ++at;
      continue;
    }
    const size_t end = after_component(value, at);
    const bool closed = end - at == value[at].match + size_t{1};
    if (!replace(trimmed(value.subspan(at + 1, end - at - (closed ? 2 : 1))))) return false;
    at = end;
  }
  --depth_;
  return true;
}

bool Substitution::replace(TokenView arguments) {
  if (arguments.empty() || !arguments[0].is(TokenKind::ident)) return false;
  size_t comma = 1;
  while (comma < arguments.size() && arguments[comma].is(TokenKind::whitespace)) ++comma;
  const bool has_fallback = comma < arguments.size();
  if (has_fallback && !arguments[comma].is(TokenKind::comma)) return false;
  if (const std::vector<Token>* found = look_up_(arguments[0].text)) return append(*found);
  return has_fallback && run(arguments.subspan(comma + 1));
}

// Resolves the declarations of one element in the order their references ask for.
class Resolver {
 public:
  Resolver(const std::map<std::string, TokenView>& declared, const CustomProperties& inherited)
      : declared_(declared), inherited_(inherited) {}

  const std::vector<Token>* find(const std::string& name);
  CustomProperties done;

 private:
  const std::map<std::string, TokenView>& declared_;
  const CustomProperties& inherited_;
  std::vector<std::string> open_;
  std::set<std::string> invalid_;
};

const std::vector<Token>* Resolver::find(const std::string& name) {
  if (const auto ready = done.find(name); ready != done.end()) return &ready->second;
  const auto declaration = declared_.find(name);
  if (declaration == declared_.end()) {
    const auto from_parent = inherited_.find(name);
    return from_parent == inherited_.end() ? nullptr : &from_parent->second;
  }
  if (invalid_.contains(name)) return nullptr;
  for (size_t i = 0; i < open_.size(); ++i) {
    if (open_[i] != name) continue;
    invalid_.insert(open_.begin() + static_cast<std::ptrdiff_t>(i), open_.end());  // a cycle
    return nullptr;
  }
  if (open_.size() >= max_reference_chain) return invalid_.insert(name), nullptr;
  open_.push_back(name);
  const Lookup look_up = [this](const std::string& other) { return find(other); };
  Substitution substitution(look_up);
  const bool right = substitution.run(declaration->second);
  open_.pop_back();
  if (!right || invalid_.contains(name)) return invalid_.insert(name), nullptr;
  match_brackets(substitution.tokens);
  return &(done[name] = std::move(substitution.tokens));
}

}  // namespace

bool has_var(TokenView value) {
  for (const Token& token : value) {
    if (token.is_function("var")) return true;
  }
  return false;
}

std::optional<std::vector<Token>> substitute(TokenView value, const CustomProperties& custom) {
  const Lookup look_up = [&custom](const std::string& name) {
    const auto found = custom.find(name);
    return found == custom.end() ? nullptr : &found->second;
  };
  Substitution substitution(look_up);
  if (!substitution.run(value)) return std::nullopt;
  match_brackets(substitution.tokens);
  return std::move(substitution.tokens);
}

CustomProperties resolve_custom(const std::vector<std::pair<std::string_view, TokenView>>& declared,
                                const CustomProperties& inherited) {
  std::map<std::string, TokenView> last;
  for (const auto& [name, value] : declared) last.insert_or_assign(std::string(name), value);
  Resolver resolver(last, inherited);
  CustomProperties all = inherited;
  for (const auto& [name, value] : last) {
    const std::vector<Token>* found = resolver.find(name);
    if (found == nullptr) {
      all.erase(name);
    } else {
      all.insert_or_assign(name, *found);
    }
  }
  return all;
}

}  // namespace pubbuild::css
