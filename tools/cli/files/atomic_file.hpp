#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "sim/base/result.hpp"
#include "tools/cli/files/descriptor.hpp"

namespace cli {

/// A file that comes into being all at once: it is written beside its target, and takes the target's name when it is
/// complete. Destroyed before that it leaves nothing behind; where the file system can do it, not even when the
/// program is killed.
class AtomicFile {
 public:
  /// Ready to be written, or why `target` cannot be.
  static fastfood::Result<AtomicFile, std::string> beside(const std::filesystem::path& target);

  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  ~AtomicFile();

  int descriptor() const { return file_.number(); }

  /// Puts it in its place; why not, where that fails.
  std::optional<std::string> publish();

 private:
  AtomicFile(Descriptor file, std::filesystem::path target, std::filesystem::path temporary);

  Descriptor file_;
  std::filesystem::path target_;
  std::filesystem::path temporary_;  // its name until then; none while it has no name at all
};

}  // namespace cli
