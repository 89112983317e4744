#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/json/document.hpp"
#include "sim/scenario/json/path.hpp"

/// Values that replace those of a scenario file: `--set PATH=VALUE`, and the parameters of a study.
namespace fastfood::scenario {

/// A new value for one path of a scenario.
struct Override {
  std::string path;    // dotted, as in `arrivals.0.every`, or a JSON Pointer
  Document value;      // always has a root
  std::string text{};  // PATH=VALUE, if it was given as one text; `path` is what stands before the first `=`
};

/// Makes an override. The value is JSON if it parses as JSON, otherwise a string.
Override make_override(std::string path, std::string_view value);

/// Splits PATH=VALUE at the first `=`, which has to be there.
Override parse_override(std::string text);

/// Returns where the path in `text`, PATH=VALUE, ends: at the last `=` with an existing path of the scenario before it,
/// or a path to a key that may be added; otherwise at the first `=`, which has to be there.
std::size_t find_path_end(std::string_view text, const Document& scenario);

/// Splits the overrides that were given as PATH=VALUE again, each at its `find_path_end` after those before it are set.
std::vector<Override> split_at_longest_paths(const std::vector<Override>& overrides, const Document& scenario);

/// Sets the values in the tree of a scenario, one after the other. All keys of a path but the last have to exist;
/// whether a new last key is allowed is up to the reader. `servers.0` and `servers` mean the same if there is one
/// group. A path that leads nowhere becomes a fault of the document. So does one that sets a value that an earlier
/// override has set. Does nothing if the root is not an object.
void apply_overrides(const std::vector<Override>& overrides, Document& document);

/// Returns the value at `path`; null if there is none.
const Node* find_node(const std::string& path, const Document& scenario);

/// Returns the path that readers use for the value at `path`; nothing if it leads nowhere.
std::optional<Path> resolve_path(const std::string& path, const Document& scenario);

}  // namespace fastfood::scenario
