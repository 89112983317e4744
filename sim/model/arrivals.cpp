#include "sim/model/arrivals.hpp"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <numeric>
#include <optional>
#include <utility>
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

/// The customers in `orders`, by instant; those of one instant in the order listed.
class OrderArrivals {
 public:
  OrderArrivals(const CounterSpec& spec, const random::StreamKey& key)
      : spec_(spec), streams_(key), by_time_(spec.orders.size()) {
    std::iota(by_time_.begin(), by_time_.end(), std::size_t{0});
    std::stable_sort(by_time_.begin(), by_time_.end(),
                     [&spec](std::size_t a, std::size_t b) { return spec.orders[a].at < spec.orders[b].at; });
  }

  std::optional<Instant> next_at() const {
    const bool more = arrived_ != by_time_.size() && next().at <= spec_.until.value_or(next().at);
    return more ? std::optional(next().at) : std::nullopt;
  }

  /// The number of the next customer.
  std::uint64_t number() const { return by_time_[arrived_] + 1; }

  Customer take() {
    const OrderSpec& order = next();
    Customer customer(std::nullopt, by_time_[arrived_++] + 1, streams_, order.who);
    customer.own_items = draw_items(order.items, customer);
    customer.items = customer.own_items;
    return customer;
  }

 private:
  const OrderSpec& next() const { return spec_.orders[by_time_[arrived_]]; }

  const CounterSpec& spec_;
  CustomerStreams streams_;
  std::vector<std::size_t> by_time_;
  std::size_t arrived_ = 0;
};

/// The arrival instants of one stream, without regard to its `count` and `until`.
class ArrivalProcess {
 public:
  ArrivalProcess(const StreamSpec& spec, const CustomerStreams& streams)
      : spec_(spec), key_(streams.of(Purpose::interarrival)) {
    if (const auto* poisson = std::get_if<PoissonSpec>(&spec.when)) {
      for (const ScheduleStep<double>& step : poisson->steps) {
        rates_.push_back({step.from, step.value / 3600});
      }
    }
  }

  /// Returns when the customer of this number, from 1, arrives; `before` is when the one before them arrived. Returns
  /// none if no more customers arrive.
  std::optional<Instant> next(std::uint64_t number, std::optional<Instant> before) const {
    const auto make_draws = [this, number] { return key_.draws(number); };
    if (const auto* every = std::get_if<random::Distribution>(&spec_.when)) {
      return before ? *before + draw_time(*every, make_draws) : spec_.from;
    }
    if (const auto* schedule = std::get_if<ScheduleSpec>(&spec_.when)) {
      return number <= schedule->times.size() ? std::optional(schedule->times[number - 1]) : std::nullopt;
    }
    random::Draws draws = make_draws();
    return random::next_event(rates_, before.value_or(spec_.from), draws);
  }

 private:
  const StreamSpec& spec_;
  random::StreamKey key_;
  std::vector<random::RateChange> rates_;
};

/// The customers of one stream who have yet to arrive.
class StreamArrivals {
 public:
  StreamArrivals(const CounterSpec& counter, StreamId id, const random::StreamKey& key)
      : spec_(counter.arrivals[id.index()]),
        closes_at_(counter.until),
        id_(id),
        streams_(key),
        process_(spec_, streams_),
        mix_(spec_.items) {
    look_ahead();
  }

  std::optional<Instant> next_at() const { return next_at_; }

  /// The number of the next customer.
  std::uint64_t number() const { return arrived_ + 1; }

  Customer take() {
    ++arrived_;
    look_ahead();
    Customer customer(id_, arrived_, streams_, spec_.who);
    mix_.assign_items(customer);
    return customer;
  }

 private:
  void look_ahead() {
    const bool complete = spec_.count && arrived_ == static_cast<std::uint64_t>(*spec_.count);
    next_at_ = complete ? std::nullopt : process_.next(arrived_ + 1, next_at_);
    if (next_at_ && (next_at_ > spec_.until.value_or(*next_at_) || next_at_ > closes_at_.value_or(*next_at_))) {
      next_at_ = std::nullopt;
    }
  }

  const StreamSpec& spec_;
  std::optional<Instant> closes_at_;
  StreamId id_;
  CustomerStreams streams_;
  ArrivalProcess process_;
  OrderMix mix_;
  std::uint64_t arrived_ = 0;
  std::optional<Instant> next_at_;
};

/// All customers who have yet to arrive, or to come and collect what they ordered from afar, in the order in which they
/// do.
class Arrivals {
 public:
  Arrivals(const CounterSpec& spec, const RandomStreams& streams) : orders_(spec, streams.orders()) {
    for (std::size_t i = 0; i != spec.arrivals.size(); ++i) {
      streams_.emplace_back(spec, StreamId(i), streams.stream(spec.arrivals[i].name));
    }
  }

  std::optional<Instant> next_at() const {
    std::optional<Instant> earliest = orders_.next_at();
    for (const StreamArrivals& stream : streams_) {
      if (const auto at = stream.next_at(); at && (!earliest || *at < *earliest)) {
        earliest = at;
      }
    }
    if (!later_.empty() && (!earliest || later_.begin()->first.at < *earliest)) {
      earliest = later_.begin()->first.at;
    }
    return earliest;
  }

  /// Tells the next customer to come and collect, if that is what happens next; `at` must be `next_at()`. Returns
  /// whether it has.
  bool lets_collect(Instant at) {
    if (later_.empty()) {
      return false;
    }
    const bool is_order = orders_.next_at() == at;
    const auto stream = stream_at(at);
    const std::size_t source = is_order ? 0 : 1 + static_cast<std::size_t>(stream - streams_.begin());
    const std::uint64_t number = is_order ? orders_.number() : stream != streams_.end() ? stream->number() : 0;
    if (!(later_.begin()->first < LaterKey{at, source, number})) {
      return false;
    }
    coming_ = later_.extract(later_.begin());
    coming_.mapped().event.set();
    return true;
  }

  /// Returns the next customer who arrives or orders from afar. `at` must be `next_at()`, and nobody comes to collect
  /// before.
  Customer take(Instant at) {
    Customer customer = orders_.next_at() == at ? orders_.take() : stream_at(at)->take();
    if (customer.who->comes_after) {
      come_later(customer, at);
    }
    return customer;
  }

 private:
  /// The order of those who come to collect, among all who arrive: by instant, then by source (the `orders`, then each
  /// stream), then by number.
  struct LaterKey {
    Instant at;
    std::size_t source;
    std::uint64_t number;

    auto operator<=>(const LaterKey&) const = default;
  };

  std::deque<StreamArrivals>::iterator stream_at(Instant at) {
    return std::ranges::find_if(streams_, [at](const StreamArrivals& it) { return it.next_at() == at; });
  }

  void come_later(Customer& customer, Instant now) {
    const Duration time = draw_time(*customer.who->comes_after,
                                    [&] { return customer.streams->of(Purpose::coming).draws(customer.number); });
    const Instant at = time > Instant::max() - now ? Instant::max() : now + time;
    const std::size_t source = customer.stream ? 1 + customer.stream->index() : 0;
    LaterArrival& later = later_[{at, source, customer.number}];
    later.at = at;
    customer.comes = &later;
  }

  OrderArrivals orders_;
  std::deque<StreamArrivals> streams_;
  std::map<LaterKey, LaterArrival> later_;
  decltype(later_)::node_type coming_;  // kept until the next, for the task that waits for it
};

}  // namespace

async::Task<> admit_customers(CounterRun& run) {
  async::Scope customers(run.loop);
  Arrivals arrivals(run.spec, run.streams);
  auto at = arrivals.next_at();
  while (at) {
    co_await async::sleep_until(*at, async::Phase::late);
    if (!arrivals.lets_collect(*at)) {
      customers.start(visit(run, arrivals.take(*at)));
    }
    at = arrivals.next_at();
    if (at && *at <= run.loop.now()) {
      do {  // another customer of this instant arrives once nothing more ends or starts
        co_await async::until_settled();
      } while (run.changed.is_raised());
    }
  }
  co_await customers.join();
}

}  // namespace fastfood::model
