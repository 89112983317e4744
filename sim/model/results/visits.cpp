#include "sim/model/results/visits.hpp"

#include <algorithm>
#include <utility>

namespace fastfood::model {

Visits::Visits(const CounterSpec& spec, const OrderSink& sink, EventTrace& trace, WhyRecorder* why)
    : spec_(spec),
      sink_(sink),
      trace_(trace),
      why_(why),
      streams_(spec.arrivals.size() + 1),
      sold_(spec.menu.size()),
      lines_(spec.lines.size()),
      periods_(spec) {}

StreamStatistics& Visits::statistics_of(const Visit& visit) {
  return visit.customer->stream ? streams_[visit.customer->stream->index()] : streams_.back();
}

CustomerLineStatistics* Visits::line_of(const Visit& visit) {
  return lines_.empty() ? nullptr : &lines_[visit.line.index()];
}

void Visits::arrives(Visit& visit, const Customer& customer, LineId line, Instant now) {
  visit.customer = &customer;
  visit.arrived_at = now;
  visit.counts = now >= spec_.warmup;
  if (why_ != nullptr || (visit.counts && sink_)) {
    visit.record = &records_.emplace_back(new_record(customer));
  }
  begin(visit, line, now);
  if (why_ != nullptr) {
    why_->arrives(*visit.record);
  }
  trace_.note(EventKind::arrives, customer);
}

void Visits::orders_from_afar(Visit& visit, const Customer& customer, Instant comes_at, Instant now) {
  visit.customer = &customer;
  visit.arrived_at = comes_at;
  visit.counts = comes_at >= spec_.warmup;
  if (why_ != nullptr || (visit.counts && sink_)) {
    OrderRecord& record = from_afar_.emplace(&customer, new_record(customer)).first->second;
    record.ordered_at = record.prepared_from = now;
    add_steps(record);
    visit.record = &record;
    if (why_ != nullptr) {
      ordered_at_.insert(now);
    }
  }
  trace_.note(EventKind::orders_from_afar, customer);
}

void Visits::comes(Visit& visit, LineId line, Instant now) {
  if (visit.record != nullptr) {
    visit.record = &records_.emplace_back(std::move(from_afar_.extract(visit.customer).mapped()));
  }
  begin(visit, line, now);
  if (why_ != nullptr) {
    why_->comes(*visit.record, now);
  }
  trace_.note(EventKind::arrives, *visit.customer);
}

/// Counts a customer who arrives.
void Visits::begin(Visit& visit, LineId line, Instant now) {
  const auto& target = spec_.target_of(*visit.customer->who);
  visit.id = ++arrived_;
  visit.line = line;
  visit.target = target ? &*target : nullptr;
  if (visit.counts) {
    ++statistics_of(visit).customers.arrived;
    if (CustomerLineStatistics* of_line = line_of(visit)) {
      ++of_line->customers.arrived;
    }
    periods_.arrives(now);
  }
  if (visit.record != nullptr) {
    visit.record->id = visit.id;
    visit.record->line = line;
    visit.record->target = target ? std::optional(target->total_time) : std::nullopt;
    visit.record->arrived_at = now;
  }
}

void Visits::balks(const Visit& visit, Instant now) {
  if (why_ != nullptr) {
    why_->staff().leaves_line(*visit.record, now);
  }
  trace_.note(EventKind::balks, *visit.customer);
  ends(visit, Outcome::balked, now);
  leaves(visit, now);
}

void Visits::reneges(const Visit& visit, Instant now) {
  if (visit.counts) {
    statistics_of(visit).reneged_after.add(now - visit.arrived_at);
  }
  if (why_ != nullptr) {
    why_->reneges(*visit.record, now);
  }
  trace_.note(EventKind::reneges, *visit.customer);
  ends(visit, Outcome::reneged, now);
  leaves(visit, now);
}

void Visits::is_taken(Visit& visit, const std::string* server, Instant now) {
  visit.started_at = now;
  visit.server = server;
  if (visit.counts) {
    statistics_of(visit).wait.add(now - visit.arrived_at);
    if (CustomerLineStatistics* line = line_of(visit)) {
      line->wait.add(now - visit.arrived_at);
    }
    periods_.is_taken(visit.arrived_at, now);
  }
  if (visit.record != nullptr) {
    visit.record->started_at = now;
    visit.record->server = server == nullptr ? std::nullopt : std::optional(*server);
    add_steps(*visit.record);
    if (why_ != nullptr && !visit.record->taken_by) {
      why_->begins_at_kiosk(*visit.record, now);
    }
  }
  trace_.note(EventKind::is_taken, *visit.customer, server);
}

void Visits::is_being_prepared(const Visit& visit, Instant now) {
  if (visit.record != nullptr) {
    visit.record->prepared_from = now;
  }
}

void Visits::is_handed_over(const Visit& visit, std::size_t person, const std::string* name, Instant now) {
  if (visit.record != nullptr) {
    visit.record->handed_over_from = now;
    if (why_ != nullptr) {
      visit.record->handed_over_by = person;
    }
  }
  trace_.note(EventKind::is_handed_over, *visit.customer, name);
}

void Visits::is_served(const Visit& visit, Instant now) {
  if (visit.counts) {
    StreamStatistics& statistics = statistics_of(visit);
    statistics.total.add(now - visit.arrived_at);
    if (!visit.customer->who->comes_after) {
      statistics.service.add(now - visit.started_at);
    }
    if (CustomerLineStatistics* line = line_of(visit)) {
      line->total.add(now - visit.arrived_at);
    }
    periods_.is_served(visit.arrived_at, now);
    for (const LineItem& line_item : visit.customer->items) {
      ++sold_[line_item.item.index()];
    }
  }
  if (visit.record != nullptr) {
    visit.record->served_at = now;
  }
  ends(visit, Outcome::served, now);
}

/// Counts a visit that ends like this. Who was served may stay for a while.
void Visits::ends(const Visit& visit, Outcome outcome, Instant now) {
  if (visit.counts) {
    StreamStatistics& statistics = statistics_of(visit);
    std::optional<bool> in_time;
    if (visit.target != nullptr) {
      in_time = outcome == Outcome::served && now - visit.arrived_at <= visit.target->total_time;
      statistics.with_target.leave(*in_time);
    }
    statistics.customers.leave(outcome);
    if (CustomerLineStatistics* line = line_of(visit)) {
      line->customers.leave(outcome);
    }
    periods_.leaves(visit.arrived_at, now, outcome, in_time);
  }
  if (visit.record != nullptr) {
    visit.record->outcome = outcome;
  }
}

void Visits::leaves(const Visit& visit, Instant now) {
  last_left_ = now;
  trace_.note(EventKind::leaves, *visit.customer);
  if (visit.record != nullptr) {
    visit.record->left_at = now;
    if (why_ != nullptr && visit.record->ordered_at) {
      ordered_at_.erase(ordered_at_.find(*visit.record->ordered_at));
    }
    release_ended();
  }
}

/// A new record has the memory of one that was released, so that many orders need few allocations.
OrderRecord Visits::new_record(const Customer& customer) {
  OrderRecord record;
  if (!released_.empty()) {
    record.customer = std::move(released_.back().customer);
    record.items = std::move(released_.back().items);
    record.stops = std::move(released_.back().stops);
    record.why = std::move(released_.back().why);
    released_.pop_back();
  }
  if (sink_) {
    record.customer = name_of(spec_, customer);
  }
  record.stream = customer.stream;
  record.stops.clear();
  record.why.clear();
  record.items.resize(customer.items.size(), {ItemId{0}, {}, {}, {}});
  for (std::size_t i = 0; i != record.items.size(); ++i) {
    record.items[i] = {customer.items[i].item, std::nullopt, std::nullopt, std::move(record.items[i].steps)};
    record.items[i].steps.clear();
  }
  return record;
}

void Visits::add_steps(OrderRecord& record) {
  for (ItemRecord& item : record.items) {
    for (const RecipeStep& step : spec_.menu[item.item.index()].steps) {
      item.steps.push_back({step.station, std::nullopt, std::nullopt, std::nullopt});
    }
  }
}

void Visits::release_ended() {
  for (; !records_.empty() && records_.front().left_at; records_.pop_front()) {
    release(records_.front());
  }
  if (why_ != nullptr) {
    const Instant first = records_.empty() ? last_left_ : records_.front().arrived_at;
    why_->all_have_left(ordered_at_.empty() ? first : std::min(first, *ordered_at_.begin()));
  }
}

void Visits::close() {
  for (OrderRecord& record : records_) {
    release(record);  // not removed: the tasks of these customers still refer to them
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
  all.lines = std::move(lines_);
  all.sold = std::move(sold_);
}

}  // namespace fastfood::model
