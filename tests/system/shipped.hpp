#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "sim/model/spec.hpp"
#include "sim/scenario/reader.hpp"

namespace fastfood::model {

/// A shipped scenario by name, as a template that can be changed.
inline scenario::Template shipped_template(const std::string& name) {
  std::ifstream file{FASTFOOD_ROOT "/configs/" + name + ".json", std::ios::binary};
  EXPECT_TRUE(file.is_open()) << name;
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  scenario::Document document = scenario::parse_document(text);
  document.files = scenario::SideFiles([](const std::string& beside) {
    std::ifstream csv{FASTFOOD_ROOT "/configs/" + beside, std::ios::binary};
    return Result<std::string, std::string>(std::string{std::istreambuf_iterator<char>{csv}, {}});
  });
  return {std::move(document), name};
}

/// A shipped scenario by name, unchanged.
inline CounterSpec shipped(const std::string& name) {
  const auto scenario = shipped_template(name).with({});
  if (!scenario.has_value()) {
    ADD_FAILURE() << name << " is wrong";
    return {};
  }
  EXPECT_TRUE(scenario->warnings.empty()) << name;
  return scenario->spec;
}

}  // namespace fastfood::model
