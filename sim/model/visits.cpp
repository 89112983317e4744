#include "sim/model/visits.hpp"

#include <algorithm>
#include <span>

#include "sim/model/rates.hpp"
#include "sim/model/satisfied.hpp"

namespace sim::model {

namespace {

void add(CustomerCounts& to, const CustomerCounts& more) {
  to.arrived += more.arrived;
  to.served += more.served;
  to.balked += more.balked;
  to.reneged += more.reneged;
}

}  // namespace

Visits::Visits(const CounterSpec& spec, const OrderSink& sink, Journal& journal)
    : spec_(spec),
      sink_(sink),
      journal_(journal),
      times_(spec.arrivals.size() + 1),
      sold_(spec.menu.size()),
      periods_(spec) {}

Visits::Times& Visits::times_of(const Visit& visit) {
  return visit.customer->stream ? times_[visit.customer->stream->index()] : times_.back();
}

Visit Visits::arrives(const Customer& customer, Instant now) {
  Visit visit{.customer = &customer, .arrived_at = now, .counts = now >= spec_.warmup};
  ++arrived_;
  if (visit.counts) {
    ++times_of(visit).customers.arrived;
    periods_.arrives(now);
  }
  if (visit.counts && sink_) {
    visit.record = &book_.emplace_back();
    visit.record->id = arrived_;
    visit.record->customer = name_of(spec_, customer);
    visit.record->stream = customer.stream;
    visit.record->arrived_at = now;
    for (const Wanted& wanted : customer.items) {
      visit.record->items.push_back({wanted.item, std::nullopt, std::nullopt, {}});
    }
  }
  journal_.note(Happening::arrives, customer);
  return visit;
}

void Visits::balks(const Visit& visit, Instant now) {
  journal_.note(Happening::balks, *visit.customer);
  leaves(visit, Outcome::balked, now);
}

void Visits::reneges(const Visit& visit, Instant now) {
  if (visit.counts) {
    times_of(visit).reneged_after.add(now - visit.arrived_at);
  }
  journal_.note(Happening::reneges, *visit.customer);
  leaves(visit, Outcome::reneged, now);
}

void Visits::is_taken(Visit& visit, const std::string* server, Instant now) {
  visit.started_at = now;
  visit.server = server;
  if (visit.counts) {
    times_of(visit).wait.add(now - visit.arrived_at);
    periods_.is_taken(visit.arrived_at, now);
  }
  if (visit.record != nullptr) {
    visit.record->started_at = now;
    visit.record->server = server == nullptr ? std::nullopt : std::optional(*server);
    for (ItemRecord& item : visit.record->items) {
      for (const StepSpec& step : spec_.menu[item.item.index()].steps) {
        item.steps.push_back({step.station, std::nullopt, std::nullopt, std::nullopt});
      }
    }
  }
  journal_.note(Happening::is_taken, *visit.customer, server);
}

void Visits::is_served(const Visit& visit, Instant now) {
  if (visit.counts) {
    Times& times = times_of(visit);
    const Duration total = now - visit.arrived_at;
    const bool in_time = spec_.target && total <= spec_.target->total_time;
    times.satisfied += in_time ? 1 : 0;
    times.service.add(now - visit.started_at);
    times.total.add(total);
    periods_.is_served(visit.arrived_at, now, in_time);
    for (const Wanted& wanted : visit.customer->items) {
      ++sold_[wanted.item.index()];
    }
  }
  if (visit.record != nullptr) {
    visit.record->served_at = now;
  }
  leaves(visit, Outcome::served, now);
}

void Visits::leaves(const Visit& visit, Outcome outcome, Instant now) {
  last_left_ = now;
  if (visit.counts) {
    times_of(visit).customers.leave(outcome);
    periods_.leaves(visit.arrived_at, now, outcome);
  }
  journal_.note(Happening::leaves, *visit.customer);
  if (visit.record != nullptr) {
    visit.record->outcome = outcome;
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

stats::Summary Visits::summary(stats::Samples Times::*which) const {
  std::vector<const stats::Samples*> parts;
  for (const Times& times : times_) {
    parts.push_back(&(times.*which));
  }
  return stats::summarize(std::span<const stats::Samples* const>(parts));
}

void Visits::observe(Observations& seen, Instant end) const {
  CustomerCounts all;
  std::int64_t all_satisfied = 0;
  for (std::size_t i = 0; i != times_.size(); ++i) {
    const Times& times = times_[i];
    add(all, times.customers);
    all_satisfied += times.satisfied;
    if (i != spec_.arrivals.size()) {
      seen.streams.push_back({spec_.arrivals[i].name, times.customers,
                              satisfied(spec_, times.customers, times.satisfied), stats::summarize(times.wait),
                              stats::summarize(times.total)});
      seen.streams.back().customers.count_unfinished();
    }
  }
  seen.elapsed = measured_time(spec_.warmup, end);
  seen.customers = all;
  seen.customers.count_unfinished();
  seen.satisfied = satisfied(spec_, all, all_satisfied);
  seen.throughput_per_hour = per_hour(all.served, seen.elapsed);
  seen.wait_time = summary(&Times::wait);
  seen.service_time = summary(&Times::service);
  seen.total_time = summary(&Times::total);
  seen.reneged_after = summary(&Times::reneged_after);
}

double Visits::revenue() const {
  double revenue = 0;
  for (std::size_t i = 0; i != sold_.size(); ++i) {
    revenue += spec_.menu[i].price.value_or(0) * static_cast<double>(sold_[i]);
  }
  return revenue;
}

}  // namespace sim::model
