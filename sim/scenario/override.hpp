#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/json/document.hpp"
#include "sim/scenario/json/path.hpp"

namespace fastfood::scenario {

/// A value of a scenario that is to be another one than its file says.
struct Override {
  std::string path;    // dotted, as in `arrivals.0.every`; a JSON Pointer where it begins with a slash
  Document value;      // its root is there
  std::string text{};  // where it was given as one: PATH=VALUE, of which `path` is what stands before the first `=`
};

/// A value given as text is JSON if it parses as JSON, else a string.
Override make_override(std::string path, std::string_view value);

/// PATH=VALUE, taken apart at the first `=`. There has to be one.
Override parse_override(std::string text);

/// Where in `text`, PATH=VALUE, its path ends: at the last `=` before which there is the path of something in a
/// scenario, or of a key that may be added to it; else at the first. There has to be one.
std::size_t find_path_end(std::string_view text, const Document& scenario);

/// The same overrides, those given as text taken apart by what there is in a scenario once those before are set.
std::vector<Override> split_at_longest_paths(const std::vector<Override>& overrides, const Document& scenario);

/// Sets the values in the tree of a scenario, one after the other. A path leads through what is there, and may end at a
/// key that is not written; whether there is such a key is for the reader to say. `servers.0` and `servers` are the
/// same where there is one group. One that leads nowhere is a fault of the document, and so is one that sets what an
/// earlier one has set. A document that is no object is left alone.
void apply_overrides(const std::vector<Override>& overrides, Document& document);

/// What readers call the value that `path` leads to in a scenario; nothing where it leads nowhere.
std::optional<Path> resolve_path(const std::string& path, const Document& scenario);

}  // namespace fastfood::scenario
