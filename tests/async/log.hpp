#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "sim/async/clock_text.hpp"
#include "sim/async/sleep.hpp"

namespace fastfood::async {

/// What happened at which time: a line of the timeline that a test expects.
struct LogLine {
  Duration at;
  std::string who;

  friend bool operator==(const LogLine&, const LogLine&) = default;
  friend std::ostream& operator<<(std::ostream& out, const LogLine& line) {
    return out << clock_text(line.at) << " " << line.who;
  }
};

using Log = std::vector<LogLine>;

class Note : public ThisLoop {
 public:
  Note(Log& log, std::string_view who) : log_(log), who_(who) {}
  void await_resume() const { log_.push_back({loop_->now().time_since_epoch(), std::string(who_)}); }

 private:
  Log& log_;
  std::string_view who_;
};

/// `co_await note(log, "ana");` writes a line with the current time. Does not suspend.
inline Note note(Log& log, std::string_view who) { return {log, who}; }

inline Task<> note_after(Duration duration, Log& log, std::string who) {
  co_await async_sleep(duration);
  co_await note(log, who);
}

}  // namespace fastfood::async
