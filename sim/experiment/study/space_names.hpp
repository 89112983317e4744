#pragma once

#include <string>

/// What people call the room in a line, and the places and the room of its stops.
namespace fastfood::experiment {

inline std::string room_in(const std::string& line) { return "room in line " + line; }

/// A stop that has the name of its line is called by that alone.
inline std::string stop_name(const std::string& line, const std::string& stop) {
  return line == stop ? stop : line + " " + stop;
}

/// Here and below, `stop` is such a name.
inline std::string places_at(const std::string& stop) { return "places at " + stop; }

inline std::string room_before(const std::string& stop) { return "room before " + stop; }

}  // namespace fastfood::experiment
