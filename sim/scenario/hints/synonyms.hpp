#pragma once

#include <span>
#include <string_view>

namespace fastfood::scenario {

/// Words that people write in an object of one kind, where there are no such keys, and what to do instead.
struct Synonym {
  std::string_view object;   // the kinds, by their names in the schema, with blanks between them
  std::string_view written;  // in small letters, with blanks between them
  std::string_view key;      // what is meant; empty where no key is
  std::string_view advice;   // what to do; empty where it is enough to name the key
};

/// All of them.
std::span<const Synonym> synonyms();

/// What `written` stands for in an object of this kind, or a distribution of this name, that may have `keys`; null
/// where it is none of the words. Capitals count as small letters, and blanks and `-` as `_`.
const Synonym* find_synonym(std::string_view object, std::string_view written, std::span<const std::string_view> keys);

}  // namespace fastfood::scenario
