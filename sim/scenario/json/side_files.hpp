#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.hpp"

namespace fastfood::scenario {

/// The files that a scenario names, such as the orders of a till. Each is read once, when it is first asked for, and
/// kept. Copies share what was read. Thread-safe.
class SideFiles {
 public:
  /// Returns the text of a file by the name that the scenario gives it, or why it cannot be read.
  using Read = std::function<Result<std::string, std::string>(const std::string& name)>;

  /// Without `read` no file can be read.
  explicit SideFiles(Read read = nullptr);

  /// Returns the text of a file, which stays as long as this object or a copy of it; or why it cannot be read.
  Result<std::string_view, std::string> text(const std::string& name) const;

  /// Returns the names of all files read so far, sorted.
  std::vector<std::string> names() const;

 private:
  struct State;

  std::shared_ptr<State> state_;
};

}  // namespace fastfood::scenario
