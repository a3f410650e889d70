// SPDX-License-Identifier: GPL-3.0-or-later
// A test of the thread sanitizer itself: two threads write one number without a lock, and that must be reported with
// the same options as for all other tests.
#include <iostream>
#include <thread>

int main()
{
    int shared = 0;
    const auto work = [&shared] {
        for (int i = 0; i < 100'000; ++i) {
            ++shared;
        }
    };
    std::thread other(work);
    work();
    other.join();
    std::cout << shared << '\n';
}
