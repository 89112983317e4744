#include "sim/model/arrivals.hpp"

#include <algorithm>
#include <deque>
#include <numeric>
#include <optional>
#include <variant>
#include <vector>

#include "sim/async/scope.hpp"
#include "sim/async/sleep.hpp"
#include "sim/model/customer.hpp"
#include "sim/model/order_mix.hpp"
#include "sim/model/run/customer_streams.hpp"
#include "sim/random/distribution.hpp"
#include "sim/random/poisson.hpp"

namespace fastfood::model {

namespace {

/// The explicit orders, by instant, those of one instant as listed.
class Orders {
 public:
  Orders(const CounterSpec& spec, const random::StreamKey& place)
      : spec_(spec), places_(place), by_time_(spec.orders.size()) {
    std::iota(by_time_.begin(), by_time_.end(), std::size_t{0});
    std::stable_sort(by_time_.begin(), by_time_.end(),
                     [&spec](std::size_t a, std::size_t b) { return spec.orders[a].at < spec.orders[b].at; });
  }

  std::optional<Instant> next_at() const {
    const bool more = came_ != by_time_.size() && next().at <= spec_.until.value_or(next().at);
    return more ? std::optional(next().at) : std::nullopt;
  }

  Customer take() {
    const OrderSpec& order = next();
    Customer customer(std::nullopt, by_time_[came_++] + 1, places_, order.who);
    customer.own_items = draw_items(order.items, customer);
    customer.items = customer.own_items;
    return customer;
  }

 private:
  const OrderSpec& next() const { return spec_.orders[by_time_[came_]]; }

  const CounterSpec& spec_;
  CustomerStreams places_;
  std::vector<std::size_t> by_time_;
  std::size_t came_ = 0;
};

/// When the customers of a stream come, whatever its `until` says.
class ArrivalProcess {
 public:
  ArrivalProcess(const StreamSpec& spec, const CustomerStreams& places) : spec_(spec), place_(places.of(Purpose::gap)) {
    if (const auto* poisson = std::get_if<PoissonSpec>(&spec.when)) {
      for (const ScheduleStep<double>& step : poisson->steps) {
        rates_.push_back({step.from, step.value / 3600});
      }
    }
  }

  /// When the customer of this number comes, from 1, after the one `before` him.
  std::optional<Instant> next(std::uint64_t number, std::optional<Instant> before) const {
    const auto draws_of_it = [this, number] { return place_.draws(number); };
    if (const auto* every = std::get_if<random::Distribution>(&spec_.when)) {
      return before ? *before + draw_time(*every, draws_of_it) : spec_.from;
    }
    if (const auto* schedule = std::get_if<ScheduleSpec>(&spec_.when)) {
      return number <= schedule->times.size() ? std::optional(schedule->times[number - 1]) : std::nullopt;
    }
    random::Draws draws = draws_of_it();
    return random::next_event(rates_, before.value_or(spec_.from), draws);
  }

 private:
  const StreamSpec& spec_;
  random::StreamKey place_;
  std::vector<random::RateChange> rates_;
};

/// One stream, as far as it has come.
class Stream {
 public:
  Stream(const CounterSpec& counter, StreamId id, const random::StreamKey& place)
      : spec_(counter.arrivals[id.index()]),
        doors_close_at_(counter.until),
        id_(id),
        places_(place),
        gaps_(spec_, places_),
        wants_(spec_.items) {
    look_ahead();
  }

  std::optional<Instant> next_at() const { return next_at_; }

  Customer take() {
    ++came_;
    look_ahead();
    Customer customer(id_, came_, places_, spec_.who);
    wants_.give(customer);
    return customer;
  }

 private:
  void look_ahead() {
    const bool complete = spec_.count && came_ == static_cast<std::uint64_t>(*spec_.count);
    next_at_ = complete ? std::nullopt : gaps_.next(came_ + 1, next_at_);
    if (next_at_ && (next_at_ > spec_.until.value_or(*next_at_) || next_at_ > doors_close_at_.value_or(*next_at_))) {
      next_at_ = std::nullopt;
    }
  }

  const StreamSpec& spec_;
  std::optional<Instant> doors_close_at_;
  StreamId id_;
  CustomerStreams places_;
  ArrivalProcess gaps_;
  OrderMix wants_;
  std::uint64_t came_ = 0;
  std::optional<Instant> next_at_;
};

/// Orders and streams as one sequence of customers.
class Arrivals {
 public:
  Arrivals(const CounterSpec& spec, const RandomStreams& chance) : orders_(spec, chance.orders()) {
    for (std::size_t i = 0; i != spec.arrivals.size(); ++i) {
      streams_.emplace_back(spec, StreamId(i), chance.stream(spec.arrivals[i].name));
    }
  }

  std::optional<Instant> next_at() const {
    std::optional<Instant> earliest = orders_.next_at();
    for (const Stream& stream : streams_) {
      if (const auto at = stream.next_at(); at && (!earliest || *at < *earliest)) {
        earliest = at;
      }
    }
    return earliest;
  }

  /// Who comes at `next_at()`, which is this.
  Customer take(Instant at) {
    if (orders_.next_at() == at) {
      return orders_.take();
    }
    return std::ranges::find_if(streams_, [at](const Stream& it) { return it.next_at() == at; })->take();
  }

 private:
  Orders orders_;
  std::deque<Stream> streams_;
};

}  // namespace

async::Task<> open_doors(CounterRun& floor) {
  async::Scope customers(floor.loop);
  Arrivals arrivals(floor.spec, floor.chance);
  auto at = arrivals.next_at();
  while (at) {
    co_await async::sleep_until(*at, async::Phase::late);
    customers.start(visit(floor, arrivals.take(*at)));
    at = arrivals.next_at();
    if (at && *at <= floor.loop.now()) {
      do {  // who comes at this instant, too, does once nothing more ends or starts
        co_await async::until_quiet();
      } while (floor.changed.is_raised());
    }
  }
  co_await customers.join();
}

}  // namespace fastfood::model
