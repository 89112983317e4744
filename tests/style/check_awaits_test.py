"""tools/check_awaits finds what GCC 12 miscompiles in sources of any layout, and allows what it compiles correctly."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2] / "tools/check_awaits"
sys.path.insert(0, str(TOOL.with_name("awaits")))
from awaits import problems_of_text


def check(*paths, folder="."):
    command = [sys.executable, "-B", TOOL, *paths]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


class CheckAwaits(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, code):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code, encoding="utf-8")
        return path

    def finds(self, code, what, line=1):
        problems = problems_of_text(code)
        self.assertEqual([number for number, _ in problems], [line], code)
        self.assertIn(what, problems[0][1])

    def allows(self, code):
        self.assertEqual(problems_of_text(code), [], code)

    def test_a_condition(self):
        self.finds("Task<> f() {\n  int x;\n  if (co_await g()) h();\n}", "condition", 3)
        self.finds("Task<> f() { switch (co_await g()) { default: h(); } }", "condition")
        self.finds("Task<> f() { do h(); while (co_await g()); }", "condition")
        self.finds("Task<> f() { if constexpr (x) { while (!co_await g()) {} } }", "condition")
        self.finds("Task<> f() {\n  if (x &&\n      y == co_await g(\n        z)) h();\n}", "condition", 2)

    def test_a_conditional_operator(self):
        self.finds("Task<> f() { co_await (x ? g() : h()); }", "?: makes")
        self.finds("Task<> f() { auto y = co_await g(x ? Order(1) : Order(2)); }", "?: makes")
        self.finds("Task<> f() {\n  co_await g(1,\n             x ? h()\n               : i());\n}", "?: makes", 3)
        self.allows('Task<> f() { co_await note(log, late ? "late" : "in time"); }')
        self.allows("Task<> f() { const int y = x ? co_await g() : co_await h(); }")
        self.allows("Task<> f() { Task<> task = x ? g() : h(); co_await std::move(task); }")

    def test_temporaries_in_an_awaited_expression(self):
        self.finds('Task<> f() { co_await cook({.name = "burger"}); }', "braces")
        self.finds("Task<> f() { co_await run([order] { cook(order); }); }", "lambda")
        self.allows("Task<> f() { co_await run([]{ return Order{name}; }); }")

    def test_comments_and_literals(self):
        self.allows("// if (co_await g())\n/* while (\nco_await g()) */\n")
        self.allows('const char* a = "if (co_await g())"; const char* b = R"x(if (co_await g()) ")x";')
        self.finds('Task<> f() { log("//"); if (co_await g()) h(); }', "condition")

    def test_any_layout(self):
        self.allows("Task<> f(){if(x){co_await g(1);}else{co_await h();}}\nauto k=[](int x)->Task<>{ co_await g(x); };")
        self.allows("Task<> f()\n{\n\tif (x)\n\t{\n\t\tco_await g ();\n\t}\n}\n")
        self.finds("Task<> f(){\n\tif(co_await g()){h();}\n}", "condition", 2)
        self.finds("Task<> f()\r\n{\r\n\tif\r\n\t(co_await g())\r\n\t\th();\r\n}", "condition", 4)

    def test_folders_and_kinds_of_files(self):
        self.write("src/deep/a.hpp", "Task<> f() { if (co_await g()) h(); }")
        self.write("src/good.cpp", "Task<> f() { co_await g(); }")
        self.write("src/notes.md", "if (co_await g())")

        run = check("src", folder=self.folder)

        self.assertEqual(run.returncode, 1)
        self.assertEqual([line.split(": ")[0] for line in run.stdout.splitlines()], ["src/deep/a.hpp:1"])
        named = check("src/notes.md", folder=self.folder)
        self.assertEqual((named.returncode, named.stdout.split(": ")[0]), (1, "src/notes.md:1"))
        good = check("src/good.cpp", folder=self.folder)
        self.assertEqual((good.returncode, good.stdout, good.stderr), (0, "", ""))

    def test_unreadable_files(self):
        run = check("none.cpp", folder=self.folder)

        self.assertEqual(run.returncode, 2)
        self.assertEqual(run.stderr, "check_awaits: none.cpp: No such file or directory\n")
        self.assertEqual(check().returncode, 2)


if __name__ == "__main__":
    unittest.main()
