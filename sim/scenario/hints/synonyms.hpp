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

/// Returns the row for `written` in an object of this kind, or in a distribution of this name, that may have `keys`;
/// null if there is none. Ignores case, and takes blanks and `-` as `_`.
const Synonym* find_synonym(std::string_view object, std::string_view written, std::span<const std::string_view> keys);

}  // namespace fastfood::scenario
