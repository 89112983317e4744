#include "sim/report/optimum_json.hpp"

#include <string_view>

#include "sim/report/estimates_json.hpp"
#include "sim/report/study_json.hpp"
#include "sim/report/version.hpp"

namespace sim::report {
namespace {

using experiment::Candidate;
using experiment::Meets;
using experiment::Optimum;

std::string_view word(Meets meets) {
  switch (meets) {
    case Meets::yes:
      return "yes";
    case Meets::no:
      return "no";
    case Meets::unclear:
      return "unclear";
    case Meets::not_needed:
      break;
  }
  return "not needed";
}

void write_price(JsonWriter& json, const StudyHead& study, const Candidate& candidate) {
  json.key("parameters");
  write_parameters(json, study.parameters, candidate.parameters);
  json.field("cost", candidate.cost);
}

void write_best(JsonWriter& json, const StudyHead& study, const Optimum& optimum) {
  json.key("best");
  if (!optimum.best.has_value()) {
    json.null();
    return;
  }
  const Candidate& best = optimum.candidates.at(*optimum.best);
  json.begin_object();
  write_price(json, study, best);
  json.key("metrics");
  write_estimates(json, optimum.metrics, best.metrics);
  json.end_object();
}

void write_candidate(JsonWriter& json, const StudyHead& study, const Optimum& optimum, const Candidate& candidate) {
  json.begin_object();
  write_price(json, study, candidate);
  json.field("meets", word(candidate.meets));
  json.field("replications", candidate.replications);
  json.key("metrics");
  write_estimates(json, optimum.metrics, candidate.metrics);
  if (candidate.error.has_value()) {
    json.field("error", *candidate.error);
  }
  json.end_object();
}

}  // namespace

void write_optimum(JsonWriter& json, const StudyHead& study, const std::vector<experiment::Requirement>& require,
                   double confidence, const Optimum& optimum) {
  json.begin_object();
  json.field("format", "fastfood-optimum/1");
  json.field("version", program_version());
  json.field("scenario", study.scenario);
  json.key("require");
  json.begin_list();
  for (const experiment::Requirement& requirement : require) {
    json.value(requirement.text);
  }
  json.end_list();
  json.field("confidence", confidence);
  write_best(json, study, optimum);
  json.key("points");
  json.begin_list();
  for (const Candidate& candidate : optimum.candidates) {
    write_candidate(json, study, optimum, candidate);
  }
  json.end_list();
  json.end_object();
}

}  // namespace sim::report
