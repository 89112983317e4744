#pragma once

#include <span>
#include <string_view>

namespace fastfood::scenario {

/// Words that users write as keys of one kind of object, though it has no such keys, and what to do instead.
struct Synonym {
  std::string_view object;   // the kinds of object, by their names in the schema, separated by blanks
  std::string_view written;  // in lower case, separated by blanks
  std::string_view key;      // the key that is meant; empty if there is none
  std::string_view advice;   // what to do; empty if naming the key is enough
};

/// Returns the whole table.
std::span<const Synonym> synonyms();

/// Looks up `written`, a key that the schema does not know. `object` is the kind of the object around it, or the name
/// of a distribution; `keys` are those it allows. Returns null if the table has no row for it. Ignores case; blanks and
/// `-` match `_`.
const Synonym* find_synonym(std::string_view object, std::string_view written, std::span<const std::string_view> keys);

}  // namespace fastfood::scenario
