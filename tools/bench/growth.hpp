#pragma once

namespace bench {

/// Prints the time per customer in runs of a thousand to a hundred million customers, and the time per event if ten to
/// ten million are pending.
void print_growth();

}  // namespace bench
