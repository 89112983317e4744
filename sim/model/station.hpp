#pragma once

#include "sim/model/equipment.hpp"

namespace sim::model {

/// Equipment with units that are all alike, each serving one step at a time.
class Station final : public Equipment {
 public:
  Station(const StationSpec& spec, const random::Place& chance, const Setting& setting)
      : Equipment(spec, chance, setting, "station '" + spec.name + "'") {}

  /// Whether somebody waits for a repair.
  bool helps() const override { return line_.length() != 0 && units_.is_repair_coming(); }

 private:
  void look() override;
};

}  // namespace sim::model
