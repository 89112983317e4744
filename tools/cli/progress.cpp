#include "tools/cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"
#include "tools/cli/style.hpp"

namespace cli {
namespace {

double share_of(std::size_t part, std::size_t whole) { return static_cast<double>(part) / static_cast<double>(whole); }

constexpr const char* empty_line = "\r\x1b[K";

}  // namespace

Progress::Progress(std::size_t points, std::size_t runs_each, bool quiet)
    : points_(points), runs_each_(runs_each), is_shown_(!quiet && is_terminal(STDERR_FILENO)) {
  show();
}

void Progress::run_ended() {
  ++runs_ended_;
  show();
}

void Progress::point_ended(std::string last) {
  ++points_ended_;
  last_ = std::move(last);
  show();
}

void Progress::show() {
  constexpr std::chrono::milliseconds min_interval{100};
  const Clock::time_point now = Clock::now();
  if (!is_shown_ || now - shown_at_ < min_interval) {
    return;
  }
  shown_at_ = now;
  const double passed = std::chrono::duration<double>(now - began_at_).count();
  const double share = runs_each_ != 0 ? share_of(runs_ended_, points_ * runs_each_) : share_of(points_ended_, points_);
  const auto left = share > 0 ? std::optional(std::max(0.0, passed / share - passed)) : std::nullopt;
  const std::string ended = points_ == 1 && runs_each_ != 0 ? fmt::format("{} of {} runs", runs_ended_, runs_each_)
                                                            : fmt::format("{} of {} points", points_ended_, points_);
  const std::string line = fmt::format("{}, {} runs a second, {} left{}", ended,
                                       fastfood::report::format_number(static_cast<double>(runs_ended_) / passed),
                                       fastfood::report::format_time(left), last_.empty() ? "" : "; " + last_);
  std::fputs((empty_line + fastfood::report::clipped(line, terminal_width(STDERR_FILENO).value_or(80) - 1)).c_str(),
             stderr);
  is_visible_ = true;
}

void Progress::clear() {
  if (is_visible_) {
    std::fputs(empty_line, stderr);
    is_visible_ = false;
  }
}

}  // namespace cli
