"""Each rule catches what it forbids, and allows what only looks like it."""

import unittest

from rules import problems_of, problems_of_repository, problems_of_words

FILES = {"sim/async/task.hpp", "sim/base/id.hpp", "sim/model/order.hpp", "sim/stats/tally.hpp"}


def breaches(code, path="sim/model/order.cpp"):
    return problems_of(path, code, FILES | {path})


class Rules(unittest.TestCase):
    def catches(self, code, path="sim/model/order.cpp", because=""):
        self.assertIn(because, " ".join(breaches(code, path)), code)
        self.assertNotEqual(breaches(code, path), [], code)

    def allows(self, code, path="sim/model/order.cpp"):
        self.assertEqual(breaches(code, path), [], code)

    def test_includes_only_point_down(self):
        self.catches('#include "sim/model/order.hpp"', "sim/stats/tally.cpp", "stands below")
        self.catches('#include "sim/stats/tally.hpp"', "sim/async/loop.cpp", "beside")
        self.catches('#include "tools/cli/run.hpp"', "sim/report/text.cpp", "stands below")
        self.catches('#include "sim/model/order.hpp"', "tests/stats/log_test.hpp", "stands below")
        self.allows('#include "sim/model/order.hpp"\n#include "sim/base/id.hpp"')
        self.allows('#include "sim/model/order.hpp"', "tools/cli/run.cpp")
        self.allows('#include "sim/model/order.hpp"', "tests/system/day_test.cpp")
        self.allows('#include "sim/model/order.hpp"\n// #include "tools/cli/run.hpp"')

    def test_includes_of_the_project_are_full_paths(self):
        self.catches('#include "order.hpp"', because="from the top")
        self.catches('#include "sim/model/order.hpp"\n#include <sim/base/id.hpp>', because="in quotes")

    def test_own_header_comes_first(self):
        self.catches('#include <vector>\n#include "sim/model/order.hpp"', because="first")
        self.catches("#include <vector>", "tests/model/order_test.cpp", because="first")
        self.allows("#include <vector>", "sim/model/kitchen.cpp")

    def test_a_test_stands_where_its_header_does(self):
        self.catches("", "tests/model/lunch_test.cpp", because="no sim/model/lunch.hpp")
        self.allows("", "tests/model/order_release_test.cpp")
        self.allows("", "tests/model/million_large_test.cpp")
        self.allows("", "tests/theory/lunch_test.cpp")

    def test_a_header_is_read_once(self):
        self.catches("#include <vector>", "sim/base/till.hpp", because="#pragma once")
        self.allows("// The till.\n#pragma once\n#include <vector>", "sim/base/till.hpp")

    def test_third_party_packages_stay_where_they_are_used(self):
        self.catches("#include <nlohmann/json.hpp>", "sim/report/text.cpp", "sim/scenario")
        self.catches("#pragma once\n#include <nlohmann/json.hpp>", "sim/scenario/reader.hpp", "sim/scenario")
        self.catches("void add(CLI::App& app);", "sim/report/text.cpp", "tools/cli")
        self.allows("#include <nlohmann/json.hpp>", "sim/scenario/reader.cpp")
        self.allows("#include <nlohmann/json.hpp>", "tools/bench/results.cpp")
        self.allows("#pragma once\nnamespace CLI {\nclass App;\n}\nvoid add(CLI::App& app);", "tools/cli/run.hpp")
        self.allows("#include <CLI/CLI.hpp>\nvoid add(CLI::App& app);", "tools/cli/run.cpp")

    def test_a_file_is_short(self):
        self.catches("\n" * 401, because="401 lines")
        self.allows("\n" * 400)

    def test_a_function_is_short(self):
        lines = "  step();\n" * 59
        self.catches("void Kitchen::cook(int a) const {\n" + lines + "}\n", because="a function of 61 lines")
        self.catches("template <class T>\nvoid cook() {\n" + lines + "}\n", because="a function of 62 lines")
        self.catches("namespace a {\nKitchen::Kitchen() : a_{1}, b_(2) {\n" + lines + "}\n}", because="61 lines")
        self.catches("struct A {\n  void cook() {\n" + lines + "  }\n};", because="61 lines")
        self.allows("void cook() {\n" + lines[:-10] + "}\n")
        self.allows("struct Kitchen {\n" + lines + "};\n")
        self.catches("const auto f =\n    g({1, [] {\n" + lines + "step();\n}});", because=":2: a function of 62 lines")
        self.allows("const Step steps[] = {\n" + "  {1, [] {\n step(); }},\n" * 50 + "};\n")
        self.allows("constexpr std::array steps = {\n" + "  f(1),\n" * 99 + "};\n")

    def test_a_condition_does_not_await(self):
        self.catches("Task<> f() { if (co_await g()) h(); }", because="condition")
        self.catches("Task<> f() { while (!(co_await g())) { h(); } }", because="condition")
        self.catches("Task<> f() { do { h(); } while (co_await g()); }", because="condition")
        self.catches("Task<> f() { for (auto x :\n co_await g()) h(); }", because="condition")
        self.catches("Task<> f() { switch (co_await g()) { default: h(); } }", because="condition")
        self.catches("Task<> f() { if (auto x = co_await g(); x) h(); }", because="condition")
        self.allows("Task<> f() { const bool x = co_await g(); if (x) co_await h(); }")
        self.allows("Task<int> f() { co_return h(1 + co_await g()); }")
        self.allows("void f() { if (run([]() -> Task<> { co_await g(); })) h(); }")
        self.allows('void f() { if (g("co_await")) h(); }  // if (co_await g())')

    def test_an_awaiting_statement_builds_nothing_in_passing(self):
        self.catches('Task<> f() { co_await cook({.name = "burger"}); }', because="braces")
        self.catches('Task<> f() { co_await cook(Order{"burger"}); }', because="braces")
        self.catches("Task<> f() { co_await cook(\n    Order{\n        .name = name});\n}", because=":2: braces")
        self.catches("Task<> f() { log({name, 1}, co_await g()); }", because="braces")
        self.catches("Task<Order> f() { co_return Order{.name = co_await g()}; }", because="braces")
        self.catches("Task<> f() { co_await cook([&] { g(); }); }", because="capturing")
        self.catches("Task<> f() { co_await cook([x = 1](int) { g(); }); }", because="capturing")
        self.catches("Task<> f() { g([this] { h(); }, co_await h()); }", because="capturing")
        self.allows("Task<> f() { co_await cook([](int) { g(Order{name}); }); }")
        self.allows("Task<> f() { auto [a, b] = co_await g(); const auto& [c, d] = co_await h(i[a], {}); }")
        self.allows("Task<> f() { const Order o{.name = n}; co_await g(Id{3}); Order p{.name = n}; }")
        self.allows("void f() { spawn([&] { g(); }); if (x) { h({.name = n}); } }")

    def test_a_coroutine_lambda_captures_nothing(self):
        self.catches("auto f = [&]() -> Task<> { co_await g(); };", because="captures")
        self.catches("void f() { run([this](int x) -> Task<> { if (x) { co_return; } }); }", because="captures")
        self.allows("auto f = [](Loop& loop) -> Task<> { co_await g(loop); };")
        self.allows("auto f = [&] { run([](int) -> Task<> { co_return; }); };")
        self.allows("Task<> f(int a[]) { h[0] = 1; co_await g(); }")

    def test_await_suspend_returns_no_handle(self):
        self.catches("std::coroutine_handle<> await_suspend(Handle h) { return h; }", because="ready queue")
        self.catches("auto Lease::await_suspend(Handle h);", because="ready queue")
        self.allows("bool await_suspend(std::coroutine_handle<> h) { return true; }")

    def test_the_simulation_has_no_hidden_inputs(self):
        self.catches("thread_local int depth = 0;", because="no state")
        self.catches("void f() { static int calls = 0; }", because="static")
        self.catches("struct A { static int calls; };", because="static")
        self.catches("void f() { static std::vector<int> seen(3); }", because="static")
        self.catches("int f() { return std::rand(); }", because="random numbers")
        self.catches("#include <random>", "sim/stats/log.cpp", because="libraries")
        self.catches("auto t = std::chrono::system_clock::now();", because="time is the loop's")
        self.allows("static constexpr int seats = 3; struct A { static A make(int x); static const int b = 1; };")
        self.allows("void f() { static const Table table = load(); }")
        self.allows("thread_local int depth = 0;", "sim/async/detail/frame_pool.cpp")
        self.allows("auto t = std::chrono::steady_clock::now();", "tools/bench/clock.cpp")

    def test_nothing_is_left_for_later(self):
        self.catches("// TODO: fries", because="do it")
        self.catches("#if 0\nint x;\n#endif", because="delete")
        self.catches("TEST(Order, DISABLED_IsServed) {}", because="delete")
        self.catches("TEST(Order, IsServed) { GTEST_SKIP(); }", "tests/model/order_test.cpp", "delete")

    def test_a_namespace_is_named_after_its_folder(self):
        self.catches("namespace fastfood::stats {\nint x;\n}", because="is fastfood::model")
        self.catches("namespace fastfood {\nint x;\n}", because="is fastfood::model")
        self.allows("namespace fastfood::model {\nnamespace {\nint x;\n}\n}")
        self.allows("namespace fastfood {\nint x;\n}", "sim/base/till.cpp")

    def words(self, text, path="sim/model/order.cpp"):
        return [problem.removeprefix(f"{path}:") for problem in problems_of_words(path, text)]

    def test_texts_are_in_modern_english(self):
        for path in ("README.md", "tools/test", "CMakeLists.txt", "sim/model/order.cpp"):
            for text in ("// Whoever is first.", "# lest it end", "Run it so often", 'say("hence");', "is beneath"):
                self.assertEqual(len(self.words(text, path)), 1, text)
        self.assertEqual(self.words("a\nlest, lest"), ["2: write 'lest' in modern English"])
        self.assertEqual(self.words("// The smallest value. It often ends; fences help."), [])
        self.assertEqual(self.words("lest", "tests/style/rules.py"), [])

    def test_retired_names_stay_away(self):
        self.assertEqual(
            self.words("int x;\nTryout look_round();"),
            [f"2: the name {name} is retired: take the standard word" for name in ("Tryout", "look_round")],
        )
        self.assertEqual(self.words('// Beside the till.\nint trimmed_; log("Campaign");'), [])
        self.assertEqual(self.words("Campaign", "README.md"), [])

    def test_names_of_files_and_folders(self):
        self.assertEqual(list(problems_of_repository(["sim/base/id.hpp"], ["sim", "README.md", ".gitignore"])), [])
        self.assertNotEqual(list(problems_of_repository([], ["src"])), [])
        self.assertNotEqual(list(problems_of_repository(["sim/util/id.hpp"], [])), [])
        self.assertNotEqual(list(problems_of_repository(["sim/base/string_utils.hpp"], [])), [])


if __name__ == "__main__":
    unittest.main()
