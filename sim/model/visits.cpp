#include "sim/model/visits.hpp"

#include <utility>

#include "sim/model/rates.hpp"
#include "sim/stats/summary.hpp"

namespace sim::model {

namespace {

/// Those who came and have not left.
CustomerCounts with_unfinished(CustomerCounts customers) {
  customers.unfinished = customers.arrived - customers.served - customers.balked - customers.reneged;
  return customers;
}

}  // namespace

Visits::Visits(const CounterSpec& spec, const OrderSink& sink)
    : spec_(spec), sink_(sink), streams_(spec.arrivals.size()) {}

Visit Visits::arrives(const Customer& customer, Instant now) {
  Visit visit{customer.stream, now, {}, nullptr};
  ++arrived_;
  ++times_of(visit).customers.arrived;
  if (records()) {
    visit.record = &book_.emplace_back();
    visit.record->id = arrived_;
    visit.record->customer = customer.name;
    visit.record->stream = customer.stream;
    visit.record->arrived_at = now;
    for (const OrderedItem& ordered : *customer.items) {
      visit.record->items.push_back({ordered.item, std::nullopt, std::nullopt, {}});
    }
  }
  return visit;
}

void Visits::is_taken(Visit& visit, const std::optional<std::string>& server, Instant now) {
  visit.started_at = now;
  times_of(visit).wait.push_back(now - visit.arrived_at);
  if (visit.record != nullptr) {
    visit.record->started_at = now;
    visit.record->server = server;
  }
}

void Visits::is_served(const Visit& visit, Instant now) {
  Times& times = times_of(visit);
  const Duration total = now - visit.arrived_at;
  ++times.customers.served;
  times.satisfied += spec_.target && total <= spec_.target->total_time ? 1 : 0;
  times.service.push_back(now - visit.started_at);
  times.total.push_back(total);
  last_left_ = now;
  if (visit.record != nullptr) {
    visit.record->outcome = Outcome::served;
    visit.record->served_at = now;
    visit.record->left_at = now;
    hand_on_ended();
  }
}

void Visits::hand_on_ended() {
  for (; !book_.empty() && book_.front().left_at; book_.pop_front()) {
    sink_(book_.front());
  }
}

void Visits::close() {
  for (; !book_.empty(); book_.pop_front()) {
    sink_(book_.front());
  }
}

std::optional<Satisfied> Visits::satisfied(const CustomerCounts& customers, std::int64_t count) const {
  if (!spec_.target) {
    return std::nullopt;
  }
  Satisfied seen{spec_.target->total_time, count, std::nullopt, spec_.target->fraction, std::nullopt};
  const std::int64_t ended = customers.served + customers.balked + customers.reneged;
  if (ended != 0) {
    seen.fraction = static_cast<double>(count) / static_cast<double>(ended);
    seen.met = *seen.fraction >= seen.aim;
  }
  return seen;
}

void Visits::observe(Observations& seen, Instant end) const {
  Times all = others_;
  const auto append = [](std::vector<Duration>& to, const std::vector<Duration>& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  for (std::size_t i = 0; i != streams_.size(); ++i) {
    const Times& times = streams_[i];
    const CustomerCounts customers = with_unfinished(times.customers);
    seen.streams.push_back({spec_.arrivals[i].name, customers, satisfied(customers, times.satisfied),
                            stats::summarize(times.wait), stats::summarize(times.total)});
    all.customers.arrived += times.customers.arrived;
    all.customers.served += times.customers.served;
    all.satisfied += times.satisfied;
    append(all.wait, times.wait);
    append(all.service, times.service);
    append(all.total, times.total);
  }
  seen.elapsed = end.time_since_epoch();
  seen.customers = with_unfinished(all.customers);
  seen.satisfied = satisfied(all.customers, all.satisfied);
  seen.throughput_per_hour = per_hour(all.customers.served, seen.elapsed);
  seen.wait_time = stats::summarize(std::move(all.wait));
  seen.service_time = stats::summarize(std::move(all.service));
  seen.total_time = stats::summarize(std::move(all.total));
}

}  // namespace sim::model
