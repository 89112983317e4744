#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"

/// The random number streams of a run. Each draw has a key of its own, so that a change of capacity, staffing or menu
/// leaves every other draw as it was (common random numbers).
namespace fastfood::model {

/// What a draw is for. Results depend on the numbers of the enumerators: append new ones at the end.
enum class Purpose : std::uint64_t {
  interarrival,
  step,
  batch,
  items,
  patience,
  taking,
  handing_over,
  failure,
  repair,
  coming,
  stop
};
inline constexpr std::uint64_t purposes = 11;

inline random::StreamKey for_purpose(const random::StreamKey& key, Purpose purpose) {
  return key.at(static_cast<std::uint64_t>(purpose));
}

/// The random number streams of the customers of one arrival stream, or of those in `orders`: one key for each purpose,
/// derived once. A draw adds the customer's number.
class CustomerStreams {
 public:
  explicit CustomerStreams(const random::StreamKey& key) {
    for (std::uint64_t purpose = 0; purpose != purposes; ++purpose) {
      by_purpose_.push_back(key.at(purpose));
    }
  }

  const random::StreamKey& of(Purpose purpose) const { return by_purpose_[static_cast<std::size_t>(purpose)]; }

 private:
  std::vector<random::StreamKey> by_purpose_;
};

/// Samples `time` from the draws that `make_draws` returns. A constant time needs no draws, so `make_draws` is not
/// called.
template <class MakeDraws>
Duration draw_time(const random::Distribution& time, MakeDraws make_draws) {
  if (const auto* constant = std::get_if<random::Constant>(&time)) {
    return constant->value;
  }
  random::Draws draws = make_draws();
  return random::sample(time, draws);
}

/// The root keys of one replication: of the customers in `orders`, of each arrival stream and of each station.
class RandomStreams {
 public:
  RandomStreams(std::uint64_t seed, std::uint64_t replication) : run_(random::StreamKey(seed).at(replication)) {}

  random::StreamKey orders() const { return kind(Kind::orders); }
  random::StreamKey stream(std::string_view name) const { return kind(Kind::stream).at(name); }
  random::StreamKey station(std::string_view name) const { return kind(Kind::station).at(name); }

 private:
  enum class Kind : std::uint64_t { orders, stream, station };

  random::StreamKey kind(Kind which) const { return run_.at(static_cast<std::uint64_t>(which)); }

  random::StreamKey run_;
};

}  // namespace fastfood::model
