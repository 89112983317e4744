#include "tools/cli/files/atomic_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "tools/cli/log.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

/// Tries names for a temporary file until `create` succeeds with a new one. Returns an empty path if it fails.
template <class Create>
fs::path create_unique(const fs::path& folder, Create create) {
  constexpr int max_tries = 1000;
  for (int number = 0; number < max_tries; ++number) {
    fs::path name = folder / fmt::format(".fastfood-{}-{}.tmp", ::getpid(), number);
    if (create(name.c_str())) {
      return name;
    }
    if (errno != EEXIST) {
      break;
    }
  }
  return {};
}

/// Returns the system's path to an open file.
std::string path_of(int descriptor) { return fmt::format("/proc/self/fd/{}", descriptor); }

/// Opens a file without a name, which disappears with the program. Not every file system supports that.
Descriptor open_nameless(const fs::path& folder) {
  Descriptor file{::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666)};
  const bool can_be_named = file.number() >= 0 && ::access(path_of(file.number()).c_str(), F_OK) == 0;
  return can_be_named ? std::move(file) : Descriptor{};
}

}  // namespace

fastfood::Result<AtomicFile, std::string> AtomicFile::beside(const fs::path& target) {
  struct stat old {};
  const bool replaces = ::stat(target.c_str(), &old) == 0;
  if (replaces ? ::access(target.c_str(), W_OK) != 0 : errno != ENOENT) {
    return fastfood::Unexpected{system_error_text(errno)};
  }
  const fs::path folder = target.has_parent_path() ? target.parent_path() : ".";
  fs::path name;
  Descriptor file = open_nameless(folder);
  if (file.number() < 0) {
    name = create_unique(folder, [&file](const char* path) {
      file = Descriptor{::open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666)};
      return file.number() >= 0;
    });
  }
  if (file.number() < 0) {
    return fastfood::Unexpected{system_error_text(errno)};
  }
  AtomicFile whole{std::move(file), target, std::move(name)};
  if (replaces && ::fchmod(whole.file_.number(), old.st_mode & 07777U) != 0) {
    return fastfood::Unexpected{system_error_text(errno)};
  }
  return whole;
}

AtomicFile::AtomicFile(Descriptor file, fs::path target, fs::path temporary)
    : file_(std::move(file)), target_(std::move(target)), temporary_(std::move(temporary)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : file_(std::move(other.file_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, fs::path{})) {}

AtomicFile::~AtomicFile() {
  if (!temporary_.empty()) {
    ::unlink(temporary_.c_str());
  }
}

std::optional<std::string> AtomicFile::publish() {
  if (temporary_.empty()) {
    const std::string open_file = path_of(file_.number());
    temporary_ = create_unique(target_.parent_path(), [&open_file](const char* path) {
      return ::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0;
    });
  }
  if (temporary_.empty() || !file_.close() || ::rename(temporary_.c_str(), target_.c_str()) != 0) {
    return system_error_text(errno);
  }
  temporary_.clear();
  return std::nullopt;
}

}  // namespace cli
