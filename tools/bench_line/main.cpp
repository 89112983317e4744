#include <iostream>

/// The baseline of the row `process`: a program that only prints one line.
int main() { std::cout << "served\n"; }
