#include "sim/scenario/json/path.hpp"

namespace fastfood::scenario {
namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

bool dots_are_ambiguous(std::string_view pointer) {
  return contains(pointer, ".") || contains(pointer, "//") || pointer.ends_with('/') || pointer.starts_with("/~1");
}

// In a key of a JSON Pointer ~1 stands for a slash, and ~0 for a tilde.
std::string unescape(std::string_view key) {
  std::string plain;
  for (std::size_t i = 0; i < key.size(); ++i) {
    const bool escapes = key[i] == '~' && i + 1 < key.size() && (key[i + 1] == '0' || key[i + 1] == '1');
    plain += escapes ? (key[++i] == '0' ? '~' : '/') : key[i];
  }
  return plain;
}

}  // namespace

std::vector<std::string> split_path(std::string_view path) {
  const bool is_pointer = path.starts_with('/');
  if (is_pointer) path.remove_prefix(1);
  std::vector<std::string> keys;
  while (true) {
    const std::size_t end = path.find(is_pointer ? '/' : '.');
    const std::string_view key = path.substr(0, end);
    keys.push_back(is_pointer ? unescape(key) : std::string(key));
    if (end == path.npos) return keys;
    path.remove_prefix(end + 1);
  }
}

Path Path::operator/(std::string_view key) const {
  Path longer = *this;
  longer.pointer_ += '/';
  for (const char letter : key) {
    if (letter == '~') {
      longer.pointer_ += "~0";
    } else if (letter == '/') {
      longer.pointer_ += "~1";
    } else {
      longer.pointer_ += letter;
    }
  }
  return longer;
}

Path Path::operator/(std::size_t index) const { return *this / std::to_string(index); }

bool Path::is_prefix_of(const Path& other) const {
  return other.pointer_.starts_with(pointer_) &&
         (other.pointer_.size() == pointer_.size() || other.pointer_[pointer_.size()] == '/');
}

std::string Path::str() const {
  if (pointer_.empty() || dots_are_ambiguous(pointer_)) return pointer_;
  std::string dotted;
  for (std::size_t i = 1; i < pointer_.size(); ++i) {
    if (pointer_[i] == '/') {
      dotted += '.';
    } else if (pointer_[i] == '~') {
      dotted += pointer_[++i] == '0' ? '~' : '/';
    } else {
      dotted += pointer_[i];
    }
  }
  return dotted;
}

}  // namespace fastfood::scenario
