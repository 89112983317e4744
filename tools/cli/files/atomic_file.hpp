#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "sim/base/result.hpp"
#include "tools/cli/files/descriptor.hpp"

namespace cli {

/// A file that appears only when it is complete. It is written beside its target and then takes the target's name. If
/// it is destroyed before that, it leaves nothing behind. If the file system has nameless files, that holds even if the
/// program is killed.
class AtomicFile {
 public:
  /// Opens a file to replace `target`, or returns why that is impossible.
  static fastfood::Result<AtomicFile, std::string> beside(const std::filesystem::path& target);

  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  ~AtomicFile();

  int descriptor() const { return file_.number(); }

  /// Gives the file the target's name. Returns the reason if that fails.
  std::optional<std::string> publish();

 private:
  AtomicFile(Descriptor file, std::filesystem::path target, std::filesystem::path temporary);

  Descriptor file_;
  std::filesystem::path target_;
  std::filesystem::path temporary_;  // the name until then; empty while the file is nameless
};

}  // namespace cli
