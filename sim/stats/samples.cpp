#include "sim/stats/samples.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace fastfood::stats {

Samples::Samples(Samples&& other) noexcept
    : moments_(std::exchange(other.moments_, {})),
      next_(std::exchange(other.next_, nullptr)),
      end_(std::exchange(other.end_, nullptr)),
      chunks_(std::exchange(other.chunks_, {})),
      sketch_(std::move(other.sketch_)),
      max_exact_(other.max_exact_) {}

Samples& Samples::operator=(Samples&& other) noexcept {
  if (this != &other) {
    std::destroy_at(this);
    std::construct_at(this, std::move(other));
  }
  return *this;
}

void Samples::merge(const Samples& others) {
  if (!is_exact() || !others.is_exact() || count() + others.count() > max_exact_) {
    others.add_to(turn_into_sketch());
  } else {
    std::int64_t held = count();
    others.for_each_chunk([this, &held](std::span<const Duration> chunk) {
      keep(chunk, held);
      held += std::ssize(chunk);
    });
  }
  moments_.merge(others.moments_);
}

/// Keeps the samples after the `held` ones.
void Samples::keep(std::span<const Duration> samples, std::int64_t held) {
  while (!samples.empty()) {
    if (next_ == end_) {
      open_chunk(held);
    }
    const std::size_t fit = std::min(samples.size(), static_cast<std::size_t>(end_ - next_));
    next_ = std::copy_n(samples.begin(), fit, next_);
    held += static_cast<std::int64_t>(fit);
    samples = samples.subspan(fit);
  }
}

void Samples::add_to(Sketch& sketch) const {
  if (sketch_ != nullptr) {
    sketch.merge(*sketch_);
  }
  for_each_chunk([&sketch](std::span<const Duration> chunk) {
    for (const Duration sample : chunk) {
      sketch.add(sample);
    }
  });
}

void Samples::add_beyond_chunk(Duration sample) {
  if (count() < max_exact_ && is_exact()) {
    open_chunk(count());
    *next_++ = sample;
  } else {
    turn_into_sketch().add(sample);
  }
}

/// Opens a chunk for more than the `held` samples.
void Samples::open_chunk(std::int64_t held) {
  const std::size_t size = std::min(usual_size(chunks_.size()), static_cast<std::size_t>(max_exact_ - held));
  next_ = chunks_.emplace_back(std::make_unique_for_overwrite<Duration[]>(size)).get();
  end_ = next_ + size;
}

/// Turns the collection into a sketch, if it is not one yet, and returns it.
Sketch& Samples::turn_into_sketch() {
  if (is_exact()) {
    auto sketch = std::make_unique<Sketch>();
    add_to(*sketch);
    sketch_ = std::move(sketch);
    chunks_.clear();
    chunks_.shrink_to_fit();
    next_ = end_ = nullptr;
  }
  return *sketch_;
}

}  // namespace fastfood::stats
