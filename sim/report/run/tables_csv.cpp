#include "sim/report/run/tables_csv.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>

#include "sim/experiment/study/metric_paths.hpp"
#include "sim/report/format/csv_line.hpp"
#include "sim/report/format/numbers.hpp"
#include "sim/report/run/result_table.hpp"

namespace fastfood::report {
namespace {

using model::MetricPath;

constexpr const char* end_of_line = "\r\n";

std::string_view unit_of(const MetricPath& path) {
  switch (model::metric_kind(path)) {
    case model::MetricKind::time:
      return "s";
    case model::MetricKind::share:
      return "share";
    case model::MetricKind::money:
      return "money";
    default:
      return "";
  }
}

bool begins_with(const MetricPath& path, const MetricPath& beginning) {
  return path.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), path.begin());
}

/// Spreadsheets run a text as a formula if it begins like one, and read `1-2` as a date and `1E5` as a number.
bool would_be_read_as_something_else(std::string_view text) {
  constexpr std::string_view digits = "0123456789";
  constexpr std::string_view in_numbers_and_dates = "0123456789.,:/-+eE% ";
  if (text.empty()) {
    return false;
  }
  const bool is_like_formula = std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
  const bool is_like_number = digits.find(text.front()) != std::string_view::npos &&
                              text.find_first_not_of(in_numbers_and_dates) == std::string_view::npos;
  return is_like_formula || is_like_number;
}

std::string defused(const std::string& text) { return would_be_read_as_something_else(text) ? "'" + text : text; }

/// Spreadsheets take a table for UTF-8 if it begins with a byte order mark, which other readers may not expect.
std::string with_mark_if_needed(std::string table) {
  const auto is_ascii = [](char character) { return static_cast<unsigned char>(character) < 0x80; };
  return std::ranges::all_of(table, is_ascii) ? table : "\xEF\xBB\xBF" + table;
}

struct Bounds {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

Bounds bounds_of(const model::Schedule& schedule) {
  const auto [least, most] = std::ranges::minmax(schedule.steps, {}, &model::ScheduleStep<std::int64_t>::value);
  return {least.value, most.value};
}

MetricPath joined(MetricPath path, const MetricPath& more) {
  path.insert(path.end(), more.begin(), more.end());
  return path;
}

/// The tables of one result.
class Tables {
 public:
  explicit Tables(const ScenarioResult& result) : result_(result), numbers_(result) {}

  std::string summary() const { return metric_rows("metric", summary_metrics()); }

  std::string money() const {
    std::vector<MetricPath> metrics = model::estimated_metrics(result_.pooled);
    std::erase_if(metrics, [](const MetricPath& path) { return path.front() != "money"; });
    return metric_rows("entry", metrics);
  }

  std::string servers() const {
    std::vector<Entry> entries;
    for (const model::ServerResult& person : result_.pooled.servers.each) {
      entries.push_back({{"servers", "each", std::to_string(entries.size())}, {defused(person.name)}});
    }
    return entry_rows({"server"}, entries, metrics_of({"servers", "each", "0"}));
  }

  std::string stations() const {
    std::vector<Entry> entries;
    for (const model::StationResult& station : result_.pooled.stations) {
      const auto [least, most] = bounds_of(station.capacity);
      entries.push_back(
          {{"stations", station.name}, {defused(station.name), std::to_string(least), std::to_string(most)}});
    }
    return entry_rows({"station", "min_units", "max_units"}, entries, metrics_of({"stations", ""}));
  }

  std::string streams() const {
    std::vector<Entry> entries;
    for (const model::StreamResult& stream : result_.pooled.streams) {
      entries.push_back({{"streams", stream.name}, {defused(stream.name)}});
    }
    return entry_rows({"stream"}, entries, metrics_of({"streams", ""}));
  }

  /// A row for each line, and after it one for each of its stops.
  std::string lines() const {
    std::vector<Entry> entries;
    for (const model::LineSpec& line : result_.spec.lines) {
      entries.push_back({{"lines", line.name}, {defused(line.name), "", "", ""}});
      for (const model::StopSpec& stop : line.stops) {
        std::vector<std::string> texts{defused(line.name), defused(stop.name), "", ""};
        if (stop.places) {
          const auto [least, most] = bounds_of(*stop.places);
          texts[2] = std::to_string(least);
          texts[3] = std::to_string(most);
        }
        entries.push_back({{"lines", line.name, "stops", stop.name}, std::move(texts)});
      }
    }
    std::vector<MetricPath> metrics = metrics_of({"lines", ""});
    std::erase_if(metrics, [](const MetricPath& path) { return path.front() == "stops"; });
    for (MetricPath& metric : metrics_of({"lines", "", "stops", ""})) {
      if (std::ranges::find(metrics, metric) == metrics.end()) {
        metrics.push_back(std::move(metric));
      }
    }
    return entry_rows({"line", "stop", "min_places", "max_places"}, entries, metrics);
  }

  std::string periods() const {
    std::vector<Entry> entries;
    const bool has_clock = result_.spec.opens_at.has_value();
    for (const model::PeriodResult& period : result_.pooled.by_period.value_or(std::vector<model::PeriodResult>{})) {
      std::vector<std::string> texts{seconds_text(period.from)};
      if (has_clock) {
        texts.push_back(time_of_day(result_.spec, period.from));
      }
      entries.push_back({{"by_period", std::to_string(entries.size())}, std::move(texts)});
    }
    std::vector<std::string> headings{"from"};
    if (has_clock) {
      headings.emplace_back("from_clock");
    }
    return entry_rows(headings, entries, metrics_of({"by_period", "0"}));
  }

  /// The three lists of `why`, one after another.
  std::string why() const {
    const model::Why why = result_.pooled.why.value_or(model::Why{});
    std::string text;
    CsvLine{text}.text("list").text("phase").text("where").text("cause").text("mean").text("share").text("late");
    text += end_of_line;
    append_parts(text, "parts", why.parts);
    append_parts(text, "preparing_meanwhile", why.preparing_meanwhile);
    append_parts(text, "left", why.left);
    return text;
  }

  std::string replications() const {
    std::vector<MetricPath> metrics = model::estimated_metrics(result_.pooled);
    std::erase_if(metrics, [](const MetricPath& path) { return path.front() == "by_period"; });
    const std::span<const model::RunResult> one(&result_.pooled, 1);
    const std::span<const model::RunResult> runs = numbers_.are_means() ? std::span(result_.by_replication) : one;
    std::string text;
    CsvLine heading{text};
    heading.text("replication");
    for (const MetricPath& metric : metrics) {
      heading.text(experiment::metric_path_text(metric));
    }
    text += end_of_line;
    for (std::size_t replication = 0; replication < runs.size(); ++replication) {
      CsvLine line{text};
      line.number(replication);
      for (const MetricPath& metric : metrics) {
        line.number(model::metric(runs[replication], metric));
      }
      text += end_of_line;
    }
    return text;
  }

 private:
  /// A row: the path of a part of the result, and the texts that stand first.
  struct Entry {
    MetricPath path;
    std::vector<std::string> texts;
  };

  static void append_parts(std::string& text, std::string_view list, const std::vector<model::WhyPart>& parts) {
    for (const model::WhyPart& part : parts) {
      CsvLine line{text};
      line.text(list).text(name_of(part.key.phase)).text(defused(part.where.value_or("")));
      line.text(name_of(part.key.cause)).number(part.mean);
      line.number(part.share).number(part.late);
      text += end_of_line;
    }
  }

  static std::string seconds_text(Instant at) {
    std::string text;
    JsonWriter{text, Layout::compact}.value(at);
    return text;
  }

  /// Returns the metrics that each part at `path` has, relative to it.
  std::vector<MetricPath> metrics_of(const MetricPath& path) const {
    model::RunResult one_of_each;
    const auto satisfied = result_.spec.has_target() ? std::optional(model::Satisfied{}) : std::nullopt;
    one_of_each.servers.each.emplace_back();
    one_of_each.stations.emplace_back();
    one_of_each.lines.emplace_back().stops.emplace_back();
    one_of_each.streams.push_back({.satisfied = satisfied});
    one_of_each.by_period = {{.satisfied = satisfied}};
    std::vector<MetricPath> metrics;
    for (const MetricPath& metric : model::estimated_metrics(one_of_each)) {
      if (begins_with(metric, path)) {
        metrics.emplace_back(metric.begin() + static_cast<std::ptrdiff_t>(path.size()), metric.end());
      }
    }
    return metrics;
  }

  std::vector<MetricPath> summary_metrics() const {
    std::vector<MetricPath> metrics = model::estimated_metrics(result_.pooled);
    std::erase_if(metrics, [](const MetricPath& path) {
      return path.front() == "money" || path.front() == "stations" || path.front() == "lines" ||
             path.front() == "streams" || path.front() == "by_period" || begins_with(path, {"servers", "each"});
    });
    return metrics;
  }

  std::string metric_rows(std::string_view heading, const std::vector<MetricPath>& metrics) const {
    std::string text;
    CsvLine{text}.text(heading).text("unit").text("value").text("half_width").text("p10").text("p90");
    text += end_of_line;
    for (const MetricPath& metric : metrics) {
      const Number number = numbers_.at(metric);
      CsvLine line{text};
      line.text(experiment::metric_path_text(metric)).text(unit_of(metric));
      line.number(number.value).number(number.half_width);
      line.number(numbers_.percentile(metric, 10)).number(numbers_.percentile(metric, 90));
      text += end_of_line;
    }
    return text;
  }

  std::string entry_rows(const std::vector<std::string>& headings, const std::vector<Entry>& entries,
                         const std::vector<MetricPath>& metrics) const {
    std::string text;
    CsvLine heading{text};
    for (const std::string& name : headings) {
      heading.text(name);
    }
    for (const MetricPath& metric : metrics) {
      const std::string name = experiment::metric_path_text(metric);
      heading.text(name);
      if (numbers_.are_means()) {
        heading.text(name + ".half_width");
      }
    }
    text += end_of_line;
    for (const Entry& entry : entries) {
      append_entry(text, entry, metrics);
    }
    return text;
  }

  void append_entry(std::string& text, const Entry& entry, const std::vector<MetricPath>& metrics) const {
    CsvLine line{text};
    for (const std::string& cell : entry.texts) {
      line.text(cell);
    }
    for (const MetricPath& metric : metrics) {
      const Number number = numbers_.at(joined(entry.path, metric));
      line.number(number.value);
      if (numbers_.are_means()) {
        line.number(number.half_width);
      }
    }
    text += end_of_line;
  }

  const ScenarioResult& result_;
  ResultNumbers numbers_;
};

}  // namespace

std::vector<CsvTable> csv_tables(const ScenarioResult& result) {
  const Tables tables(result);
  const std::array<std::string, table_names.size()> texts{tables.summary(),  tables.money(),   tables.servers(),
                                                          tables.stations(), tables.streams(), tables.lines(),
                                                          tables.periods(),  tables.why(),     tables.replications()};
  std::vector<CsvTable> all;
  for (std::size_t table = 0; table < texts.size(); ++table) {
    all.push_back({table_names.at(table), with_mark_if_needed(texts.at(table))});
  }
  return all;
}

}  // namespace fastfood::report
