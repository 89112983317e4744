"""The models of the benchmarks as processes of SimPy 3; prints the mean time, how many were served, and the seconds it
took: simpy_models.py MODEL CUSTOMERS"""

import random
import sys
import time

import simpy


class M1b:
    """A process for each customer, and a resource."""

    def __init__(self, env):
        self.env = env
        self.draw = random.Random(7).expovariate
        self.server = simpy.Resource(env)
        self.times = []

    def visit(self):
        arrived_at = self.env.now
        with self.server.request() as turn:
            yield turn
            yield self.env.timeout(self.draw(1))
        self.times.append(self.env.now - arrived_at)

    def arrive(self, customers):
        for _ in range(customers):
            yield self.env.timeout(self.draw(0.9))
            self.env.process(self.visit())


class M2:
    """The counter: soda, burger and fries for each customer, one a second."""

    def __init__(self, env):
        self.env = env
        self.soda_machine = simpy.Resource(env)
        self.kitchen = simpy.Resource(env, 3)
        self.fryer = simpy.Resource(env)
        self.portions = 0
        self.times = []

    def soda(self):
        with self.soda_machine.request() as turn:
            yield turn
            yield self.env.timeout(1)

    def burger(self):
        with self.kitchen.request() as turn:
            yield turn
            yield self.env.timeout(3)

    def fries(self):
        with self.fryer.request() as turn:
            yield turn
            if self.portions == 0:
                yield self.env.timeout(4)
                self.portions = 5
            self.portions -= 1

    def visit(self):
        arrived_at = self.env.now
        yield self.env.all_of([self.env.process(item) for item in (self.soda(), self.burger(), self.fries())])
        self.times.append(self.env.now - arrived_at)

    def arrive(self, customers):
        for _ in range(customers):
            self.env.process(self.visit())
            yield self.env.timeout(1)


def main():
    env = simpy.Environment()
    model = {"M1b": M1b, "M2": M2}[sys.argv[1]](env)
    env.process(model.arrive(int(sys.argv[2])))
    begun_at = time.perf_counter()
    env.run()
    seconds = time.perf_counter() - begun_at
    print(sum(model.times) / len(model.times), len(model.times), seconds)


if __name__ == "__main__":
    main()
