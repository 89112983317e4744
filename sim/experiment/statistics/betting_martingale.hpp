#pragma once

namespace fastfood::experiment {

/// Tests, value by value, whether the mean of values from 0 to 1 is at most a bound: by betting against that
/// (Waudby-Smith and Ramdas, Estimating means of bounded random variables by betting, 2024).
///
/// A gambler bets a part of their capital on each value being above the bound, and chooses the part before the value is
/// known. If the mean is at most the bound, the capital is a nonnegative supermartingale. It then reaches 1 / error
/// with probability at most `error`, however many values come and however they are distributed (Ville 1939). So once it
/// does, the mean is above the bound.
///
/// The bet is the one that makes the capital grow fastest, judged by the mean and the variance so far (aGRAPA in the
/// paper). Thus steady values are decided sooner than scattered ones. One value can lose at most 0.95 of the capital.
class BettingMartingale {
 public:
  /// `bound` and `error` are above 0.
  BettingMartingale(double bound, double error) : bound_(bound), goal_(1 / error) {}

  void add(double value);

  /// Returns true if the mean is above the bound, with the error allowed. Stays true.
  bool is_above() const { return capital_ >= goal_; }

 private:
  double bet() const;

  double bound_;
  double goal_;
  double capital_ = 1;
  double n_ = 1;  // begins with one value of 1/2, and a variance of 1/4
  double sum_ = 0.5;
  double squares_ = 0.25;
};

}  // namespace fastfood::experiment
