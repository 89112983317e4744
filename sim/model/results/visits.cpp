#include "sim/model/results/visits.hpp"

#include <utility>

namespace fastfood::model {

Visits::Visits(const CounterSpec& spec, const OrderSink& sink, EventTrace& trace, WhyRecorder* why)
    : spec_(spec),
      sink_(sink),
      trace_(trace),
      why_(why),
      streams_(spec.arrivals.size() + 1),
      sold_(spec.menu.size()),
      periods_(spec) {}

StreamStatistics& Visits::statistics_of(const Visit& visit) {
  return visit.customer->stream ? streams_[visit.customer->stream->index()] : streams_.back();
}

Visit Visits::arrives(const Customer& customer, Instant now) {
  Visit visit{.customer = &customer, .arrived_at = now, .counts = now >= spec_.warmup};
  ++arrived_;
  if (visit.counts) {
    ++statistics_of(visit).customers.arrived;
    periods_.arrives(now);
  }
  if (why_ != nullptr || (visit.counts && sink_)) {
    visit.record = &new_record(customer, now);
    if (why_ != nullptr) {
      why_->arrives(*visit.record);
    }
  }
  trace_.note(EventKind::arrives, customer);
  return visit;
}

void Visits::balks(const Visit& visit, Instant now) {
  if (why_ != nullptr) {
    why_->staff().leaves_line(now);
  }
  trace_.note(EventKind::balks, *visit.customer);
  leaves(visit, Outcome::balked, now);
}

void Visits::reneges(const Visit& visit, Instant now) {
  if (visit.counts) {
    statistics_of(visit).reneged_after.add(now - visit.arrived_at);
  }
  if (why_ != nullptr) {
    why_->reneges(*visit.record, now);
  }
  trace_.note(EventKind::reneges, *visit.customer);
  leaves(visit, Outcome::reneged, now);
}

void Visits::is_taken(Visit& visit, const std::string* server, Instant now) {
  visit.started_at = now;
  visit.server = server;
  if (visit.counts) {
    statistics_of(visit).wait.add(now - visit.arrived_at);
    periods_.is_taken(visit.arrived_at, now);
  }
  if (visit.record != nullptr) {
    visit.record->started_at = now;
    visit.record->server = server == nullptr ? std::nullopt : std::optional(*server);
    for (ItemRecord& item : visit.record->items) {
      for (const RecipeStep& step : spec_.menu[item.item.index()].steps) {
        item.steps.push_back({step.station, std::nullopt, std::nullopt, std::nullopt});
      }
    }
  }
  trace_.note(EventKind::is_taken, *visit.customer, server);
}

void Visits::is_being_prepared(const Visit& visit, Instant now) {
  if (visit.record != nullptr) {
    visit.record->prepared_from = now;
  }
}

void Visits::is_handed_over(const Visit& visit, Instant now) {
  if (visit.record != nullptr) {
    visit.record->handed_over_from = now;
  }
  trace_.note(EventKind::is_handed_over, *visit.customer, visit.server);
}

void Visits::is_served(const Visit& visit, Instant now) {
  if (visit.counts) {
    StreamStatistics& statistics = statistics_of(visit);
    const Duration total = now - visit.arrived_at;
    const bool in_time = spec_.target && total <= spec_.target->total_time;
    statistics.satisfied += in_time ? 1 : 0;
    statistics.service.add(now - visit.started_at);
    statistics.total.add(total);
    periods_.is_served(visit.arrived_at, now, in_time);
    for (const LineItem& line_item : visit.customer->items) {
      ++sold_[line_item.item.index()];
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
    statistics_of(visit).customers.leave(outcome);
    periods_.leaves(visit.arrived_at, now, outcome);
  }
  trace_.note(EventKind::leaves, *visit.customer);
  if (visit.record != nullptr) {
    visit.record->outcome = outcome;
    visit.record->left_at = now;
    release_ended();
  }
}

/// A new record has the memory of one that was released, so that many orders need few allocations.
OrderRecord& Visits::new_record(const Customer& customer, Instant now) {
  OrderRecord& record = records_.emplace_back();
  if (!released_.empty()) {
    record.customer = std::move(released_.back().customer);
    record.items = std::move(released_.back().items);
    record.why = std::move(released_.back().why);
    released_.pop_back();
  }
  record.id = arrived_;
  if (sink_) {
    record.customer = name_of(spec_, customer);
  }
  record.stream = customer.stream;
  record.arrived_at = now;
  record.why.clear();
  record.items.resize(customer.items.size(), {ItemId{0}, {}, {}, {}});
  for (std::size_t i = 0; i != record.items.size(); ++i) {
    record.items[i] = {customer.items[i].item, std::nullopt, std::nullopt, std::move(record.items[i].steps)};
    record.items[i].steps.clear();
  }
  return record;
}

void Visits::release_ended() {
  for (; !records_.empty() && records_.front().left_at; records_.pop_front()) {
    release(records_.front());
  }
  if (why_ != nullptr) {
    why_->all_have_left(records_.empty() ? last_left_ : records_.front().arrived_at);
  }
}

void Visits::close() {
  for (; !records_.empty(); records_.pop_front()) {
    release(records_.front());
  }
}

void Visits::release(OrderRecord& record) {
  if (why_ != nullptr) {
    why_->ends(record);
  }
  if (sink_ && record.arrived_at >= spec_.warmup) {
    sink_(record);
  }
  released_.push_back(std::move(record));
}

void Visits::take_statistics(RunStatistics& all) {
  all.streams = std::move(streams_);
  all.sold = std::move(sold_);
}

}  // namespace fastfood::model
