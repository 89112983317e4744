#include "sim/report/fit/fit_json.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <vector>

#include "sim/report/format/json_writer.hpp"
#include "sim/scenario/read/duration.hpp"

namespace fastfood::report {
namespace {

using experiment::MixCount;
using experiment::RateFit;
using experiment::TimeStamps;

std::string on_one_line(const std::function<void(JsonWriter&)>& write) {
  std::string json;
  JsonWriter writer(json, Layout::spaced);
  write(writer);
  return json;
}

/// Writes the parameters of a distribution, after its name.
struct Parameters {
  JsonWriter& json;

  void list(std::string_view key, const std::vector<Duration>& times) const {
    json.key(key);
    json.begin_list();
    for (const Duration time : times) {
      json.value(time);
    }
    json.end_list();
  }
  void name(std::string_view name) const { json.field("distribution", name); }

  void operator()(const random::Constant& of) const {
    name("constant");
    json.field("value", of.value);
  }
  void operator()(const random::Uniform& of) const {
    name("uniform");
    json.field("min", of.min);
    json.field("max", of.max);
  }
  void ends_and_mode(const auto& of) const {
    json.field("min", of.min);
    json.field("mode", of.mode);
    json.field("max", of.max);
  }
  void operator()(const random::Triangular& of) const {
    name("triangular");
    ends_and_mode(of);
  }
  void operator()(const random::Pert& of) const {
    name("pert");
    ends_and_mode(of);
  }
  void operator()(const random::Exponential& of) const {
    name("exponential");
    json.field("mean", of.mean);
  }
  void operator()(const random::Erlang& of) const {
    name("erlang");
    json.field("k", of.k);
    json.field("mean", of.mean);
  }
  void shape_and_scale(const auto& of) const {
    json.field("shape", of.shape);
    json.field("scale", of.scale);
  }
  void operator()(const random::Gamma& of) const {
    name("gamma");
    shape_and_scale(of);
  }
  void operator()(const random::Weibull& of) const {
    name("weibull");
    shape_and_scale(of);
  }
  void mean_and_sd(const auto& of) const {
    json.field("mean", of.mean);
    json.field("sd", of.sd);
  }
  void operator()(const random::Normal& of) const {
    name("normal");
    mean_and_sd(of);
  }
  void operator()(const random::Lognormal& of) const {
    name("lognormal");
    mean_and_sd(of);
  }
  void operator()(const random::Discrete& of) const {
    name("discrete");
    list("values", of.values);
    json.key("weights");
    json.begin_list();
    for (const double weight : of.weights) {
      json.value(weight);
    }
    json.end_list();
  }
  void operator()(const random::Empirical& of) const {
    name("empirical");
    list("samples", of.samples);
  }
};

/// Rounds a rate for people to read: its interval is wider.
double rounded_rate(double rate) { return std::strtod(fmt::format("{:.4g}", rate).c_str(), nullptr); }

/// Writes an instant of the day. A whole day after the opening there is no clock time for it.
void write_instant(JsonWriter& json, const RateFit& fit, Duration since_open) {
  constexpr std::chrono::hours day(24);
  if (fit.stamps == TimeStamps::since_start) {
    json.value(fit.opens + since_open);
  } else if (since_open == day) {
    json.value(since_open);
  } else {
    json.value(scenario::clock_time_text((fit.opens + since_open) % day));
  }
}

std::string step_json(const RateFit& fit, Duration since_open, double rate) {
  return on_one_line([&](JsonWriter& json) {
    json.begin_object();
    json.key("from");
    write_instant(json, fit, since_open);
    json.field("value", rounded_rate(rate));
    json.end_object();
  });
}

std::string entry_json(const MixCount& entry, const experiment::Till& till) {
  return on_one_line([&](JsonWriter& json) {
    json.begin_object();
    json.field("weight", entry.orders);
    json.key("items");
    json.begin_list();
    for (const auto& [item, count] : entry.items) {
      if (count == 1) {
        json.value(till.items[item]);
        continue;
      }
      json.begin_object();
      json.field("item", till.items[item]);
      json.field("count", count);
      json.end_object();
    }
    json.end_list();
    json.end_object();
  });
}

}  // namespace

std::string distribution_json(const random::Distribution& distribution) {
  return on_one_line([&](JsonWriter& json) {
    json.begin_object();
    std::visit(Parameters{json}, static_cast<const random::AnyDistribution&>(distribution));
    json.end_object();
  });
}

std::string stream_json(const RateFit& fit, const experiment::Till& till) {
  std::string text;
  JsonWriter json(text, Layout::indented);
  json.begin_object();
  json.key("rate_per_hour");
  json.begin_list();
  if (fit.stamps == TimeStamps::since_start && fit.opens > Duration{}) {
    json.raw(step_json(fit, -fit.opens, 0));  // the steps of a scenario begin at 0
  }
  for (const experiment::Slot& slot : fit.slots) {
    json.raw(step_json(fit, slot.from, slot.rate()));
  }
  json.end_list();
  json.key("until");
  write_instant(json, fit, fit.closes);
  json.key("mix");
  json.begin_list();
  for (const MixCount& entry : fit.mix) {
    json.raw(entry_json(entry, till));
  }
  json.end_list();
  json.end_object();
  return text;
}

}  // namespace fastfood::report
