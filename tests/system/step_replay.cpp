#include "tests/system/step_replay.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

namespace fastfood::model {

namespace {

/// The steps of one order, as its events tell of them one after another.
class OrderReplay {
 public:
  OrderReplay(const CounterSpec& spec, const OrderRecord& order) : spec_(spec), order_(order) {}

  /// Items begin in the order listed. A step that is not the first of its item asks right after the previous one ends.
  const StepRecord* asks() {
    Step step = {begun_, 0};
    if (just_ended_ && just_ended_->number + 1 != steps_of(just_ended_->item).size()) {
      step = {just_ended_->item, just_ended_->number + 1};
    } else {
      ++begun_;
    }
    just_ended_.reset();
    waiting_.push_back(step);
    return record_of(step);
  }

  /// Steps of one order that wait for one station start in the order in which they asked.
  const StepRecord* starts(const RecordedEvent& event) {
    return move_first(waiting_, running_, [this, &event](const Step& step) { return is_at(event, step); });
  }

  /// Of those that end at one instant, the first to start ends first. But a step by hand of no time ends on the spot.
  const StepRecord* ends(const RecordedEvent& event) {
    const auto ends_on_the_spot = [this](const Step& it) {
      return !record_of(it)->station && record_of(it)->done_at == record_of(it)->started_at;
    };
    std::ranges::stable_partition(running_, ends_on_the_spot);
    const StepRecord* const step = move_first(running_, ended_, [this, &event](const Step& it) {
      return is_at(event, it) && record_of(it)->done_at == Instant(event.at);
    });
    just_ended_ = ended_.back();
    return step;
  }

  void something_else_happens() { just_ended_.reset(); }

 private:
  struct Step {
    std::size_t item;
    std::size_t number;
  };

  const std::vector<StepRecord>& steps_of(std::size_t item) const { return order_.items.at(item).steps; }
  const StepRecord* record_of(const Step& step) const { return &steps_of(step.item).at(step.number); }

  bool is_at(const RecordedEvent& event, const Step& step) const {
    const std::optional<StationId> station = record_of(step)->station;
    return event.where == (station ? spec_.stations[station->index()].name : "");
  }

  template <class IsIt>
  const StepRecord* move_first(std::vector<Step>& from, std::vector<Step>& to, IsIt is_it) {
    const auto step = std::ranges::find_if(from, is_it);
    if (step == from.end()) {
      ADD_FAILURE() << order_.customer << " has no such step";
      return nullptr;
    }
    to.push_back(*step);
    from.erase(step);
    return record_of(to.back());
  }

  const CounterSpec& spec_;
  const OrderRecord& order_;
  std::size_t begun_ = 0;  // items
  std::vector<Step> waiting_;
  std::vector<Step> running_;
  std::vector<Step> ended_;
  std::optional<Step> just_ended_;
};

}  // namespace

std::vector<const StepRecord*> steps_of_events(const CounterSpec& spec, const RunLog& log) {
  std::map<std::string, OrderReplay> orders;
  for (const OrderRecord& order : log.orders) {
    EXPECT_TRUE(orders.emplace(order.customer, OrderReplay(spec, order)).second) << order.customer << " is there twice";
  }
  std::vector<const StepRecord*> steps;
  OrderReplay* last = nullptr;
  for (const RecordedEvent& event : log.events) {
    const auto found = orders.find(event.customer);
    OrderReplay* const order = found == orders.end() ? nullptr : &found->second;
    if (last != nullptr && (order != last || event.what != EventKind::asks)) {
      last->something_else_happens();
    }
    last = order;
    steps.push_back(order == nullptr                  ? nullptr
                    : event.what == EventKind::asks   ? order->asks()
                    : event.what == EventKind::starts ? order->starts(event)
                    : event.what == EventKind::ends   ? order->ends(event)
                                                      : nullptr);
  }
  return steps;
}

}  // namespace fastfood::model
