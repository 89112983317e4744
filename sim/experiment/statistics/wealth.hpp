#pragma once

namespace fastfood::experiment {

/// A test, value by value, of whether the mean of values from 0 to 1 is at most `mean`: by betting against it
/// (Waudby-Smith and Ramdas 2024). A gambler stakes a part of their wealth, fixed before each value is known, on its
/// being above `mean`. If it is not so on average, their wealth reaches 1 / error with a chance of at most `error`,
/// however many values come and however they are distributed (Ville 1939).
///
/// The stake is the one that makes wealth grow fastest by the mean and the variance so far (aGRAPA of the paper), so
/// that steady values are told apart sooner than scattered ones. At most 0.95 of it can be lost at once.
class Wealth {
 public:
  /// `mean` is above 0, `error` too.
  Wealth(double mean, double error) : mean_(mean), goal_(1 / error) {}

  void add(double value);

  /// Whether the mean is known to be above `mean`. Stays so.
  bool is_enough() const { return wealth_ >= goal_; }

 private:
  double stake() const;

  double mean_;
  double goal_;
  double wealth_ = 1;
  double n_ = 1;  // with one half of a value, and a variance of a quarter, to begin with
  double sum_ = 0.5;
  double squares_ = 0.25;
};

}  // namespace fastfood::experiment
