#pragma once

namespace bench {

/// Prints what a customer costs in runs of a thousand to a hundred million of them, and an event where ten to ten
/// million are pending.
void print_growth();

}  // namespace bench
