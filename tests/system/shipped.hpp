#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "sim/model/spec.hpp"
#include "sim/scenario/reader.hpp"

namespace sim::model {

/// The scenario that comes with the program under this name.
inline CounterSpec shipped(const std::string& name) {
  std::ifstream file{FASTFOOD_ROOT "/configs/" + name + ".json", std::ios::binary};
  EXPECT_TRUE(file.is_open()) << name;
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  const auto scenario = scenario::read_scenario(text, name);
  if (!scenario.has_value()) {
    ADD_FAILURE() << name << " is wrong";
    return {};
  }
  EXPECT_TRUE(scenario->warnings.empty()) << name;
  return scenario->spec;
}

}  // namespace sim::model
