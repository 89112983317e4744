#include "sim/scenario/json/side_files.hpp"

#include <map>
#include <mutex>
#include <utility>

namespace fastfood::scenario {

struct SideFiles::State {
  Read read;
  std::mutex mutex;
  std::map<std::string, Result<std::string, std::string>> texts;
};

SideFiles::SideFiles(Read read) : state_(std::make_shared<State>()) { state_->read = std::move(read); }

Result<std::string_view, std::string> SideFiles::text(const std::string& name) const {
  if (!state_->read) return Unexpected(std::string("only the scenario itself is at hand"));
  const std::lock_guard lock(state_->mutex);
  auto found = state_->texts.find(name);
  if (found == state_->texts.end()) found = state_->texts.emplace(name, state_->read(name)).first;
  const Result<std::string, std::string>& text = found->second;
  if (!text) return Unexpected(text.error());
  return std::string_view(*text);
}

std::vector<std::string> SideFiles::names() const {
  const std::lock_guard lock(state_->mutex);
  std::vector<std::string> names;
  for (const auto& [name, text] : state_->texts) {
    if (text) names.push_back(name);
  }
  return names;
}

}  // namespace fastfood::scenario
