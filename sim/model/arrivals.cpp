#include "sim/model/arrivals.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <vector>

#include "sim/async/scope.hpp"
#include "sim/async/sleep.hpp"
#include "sim/model/customer.hpp"

namespace sim::model {

namespace {

/// The explicit orders, by instant, those of one instant as listed.
class Orders {
 public:
  explicit Orders(const CounterSpec& spec) : spec_(spec), by_time_(spec.orders.size()) {
    std::iota(by_time_.begin(), by_time_.end(), std::size_t{0});
    std::stable_sort(by_time_.begin(), by_time_.end(),
                     [&spec](std::size_t a, std::size_t b) { return spec.orders[a].at < spec.orders[b].at; });
  }

  std::optional<Instant> next_at() const { return came_ == by_time_.size() ? std::nullopt : std::optional(next().at); }

  Customer take() {
    const OrderSpec& order = next();
    ++came_;
    return {order.customer, std::nullopt, &order.items};
  }

 private:
  const OrderSpec& next() const { return spec_.orders[by_time_[came_]]; }

  const CounterSpec& spec_;
  std::vector<std::size_t> by_time_;
  std::size_t came_ = 0;
};

/// One stream, as far as it has come.
class Stream {
 public:
  Stream(const StreamSpec& spec, StreamId id) : spec_(&spec), id_(id) {}

  std::optional<Instant> next_at() const { return came_ == spec_->count ? std::nullopt : std::optional(at_); }

  Customer take() {
    ++came_;
    at_ += spec_->every;
    return {spec_->name + " " + std::to_string(came_), id_, &spec_->items};
  }

 private:
  const StreamSpec* spec_;
  StreamId id_;
  std::int64_t came_ = 0;
  Instant at_{};
};

/// Orders and streams as one sequence of customers.
class Arrivals {
 public:
  explicit Arrivals(const CounterSpec& spec) : orders_(spec) {
    for (std::size_t i = 0; i != spec.arrivals.size(); ++i) {
      streams_.emplace_back(spec.arrivals[i], StreamId(i));
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

  /// Who comes at `next_at()`.
  Customer take() {
    const std::optional<Instant> at = next_at();
    if (orders_.next_at() == at) {
      return orders_.take();
    }
    return std::ranges::find_if(streams_, [&at](const Stream& it) { return it.next_at() == at; })->take();
  }

 private:
  Orders orders_;
  std::vector<Stream> streams_;
};

/// Until nothing more ends or starts at this instant.
async::Task<> all_settled(Floor& floor) {
  do {
    co_await async::until_quiet();
  } while (floor.changed.is_raised());
}

}  // namespace

async::Task<> open_doors(Floor& floor) {
  async::Scope customers(floor.loop);
  Arrivals arrivals(floor.spec);
  for (auto at = arrivals.next_at(); at; at = arrivals.next_at()) {
    co_await async::sleep_until(*at, async::Phase::late);
    customers.start(visit(floor, arrivals.take()));
    co_await all_settled(floor);
  }
  co_await customers.join();
}

}  // namespace sim::model
