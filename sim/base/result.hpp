#pragma once

#include <utility>
#include <variant>

#include "sim/base/check.hpp"

namespace fastfood {

/// Wraps the error of a `Result`, like C++23's `std::unexpected`.
template <class Error>
class Unexpected {
 public:
  explicit Unexpected(Error error) : error_(std::move(error)) {}
  Error& error() & { return error_; }
  Error&& error() && { return std::move(error_); }

 private:
  Error error_;
};

/// A value or an error, with the names of C++23's `std::expected`. Calling `value()` on an error or `error()` on a
/// value is a bug and ends the program.
template <class Value, class Error>
class Result {
 public:
  Result(Value value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Unexpected<Error> failure) : state_(std::in_place_index<1>, std::move(failure).error()) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  const Value& value() const& { return *checked(std::get_if<0>(&state_)); }
  Value& value() & { return *checked(std::get_if<0>(&state_)); }
  Value&& value() && { return std::move(*checked(std::get_if<0>(&state_))); }
  const Error& error() const& { return *checked(std::get_if<1>(&state_)); }
  Error&& error() && { return std::move(*checked(std::get_if<1>(&state_))); }

  const Value& operator*() const& { return value(); }
  Value& operator*() & { return value(); }
  Value&& operator*() && { return std::move(*this).value(); }
  const Value* operator->() const { return &value(); }
  Value* operator->() { return &value(); }

 private:
  template <class Side>
  static Side* checked(Side* side) {
    check(side != nullptr, "the other side of this Result is set");
    return side;
  }

  std::variant<Value, Error> state_;
};

}  // namespace fastfood
