#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"

/// Where the random numbers of a run belong, so that a change of capacity, staffing or menu leaves every other draw as
/// it was (common random numbers).
namespace fastfood::model {

/// What a draw is for. The numbers are part of the results: new ones go to the end.
enum class Purpose : std::uint64_t { gap, step, batch, items, patience, taking, handing_over, failure, repair };
inline constexpr std::uint64_t purposes = 9;

inline random::StreamKey for_purpose(const random::StreamKey& place, Purpose purpose) {
  return place.at(static_cast<std::uint64_t>(purpose));
}

/// Where those who come with one stream, or in `orders`, have their draws for each purpose: looked up once for all.
class CustomerStreams {
 public:
  explicit CustomerStreams(const random::StreamKey& of) {
    for (std::uint64_t purpose = 0; purpose != purposes; ++purpose) {
      by_purpose_.push_back(of.at(purpose));
    }
  }

  const random::StreamKey& of(Purpose purpose) const { return by_purpose_[static_cast<std::size_t>(purpose)]; }

 private:
  std::vector<random::StreamKey> by_purpose_;
};

/// A time drawn from what `make_draws` gives, which is not asked where the time is always the same.
template <class MakeDraws>
Duration draw_time(const random::Distribution& time, MakeDraws make_draws) {
  if (const auto* constant = std::get_if<random::Constant>(&time)) {
    return constant->value;
  }
  random::Draws draws = make_draws();
  return random::sample(time, draws);
}

/// The places of one run: of the customers in `orders`, of those of a stream, of a station.
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
