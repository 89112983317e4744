#include "sim/report/format/version.hpp"

namespace fastfood::report {

std::string_view program_version() { return FASTFOOD_VERSION; }

}  // namespace fastfood::report
