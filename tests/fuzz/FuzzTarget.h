// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// A fuzz target is one function that eats any bytes. With RUNGLASS_FUZZ each becomes a program of its own around
/// libFuzzer; without it all of them are linked into test_fuzz, which feeds each its committed corpus once.
namespace runglass::fuzz
{

using Target = void (*)(std::string_view bytes);

struct NamedTarget {
    std::string name; ///< also of its folder in corpus/ and of its dictionary
    Target run = nullptr;
};

/// All that are linked in, in no order.
std::vector<NamedTarget>& targets();
bool addTarget(const char* name, Target run);

/// What a target promises beyond not crashing. A broken promise ends libFuzzer and fails a test.
void require(bool holds, const char* promise);

} // namespace runglass::fuzz

#ifdef RUNGLASS_FUZZ
#define RUNGLASS_FUZZ_TARGET(name)                                                                                     \
    static void fuzz_##name(std::string_view bytes);                                                                   \
    extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)                                 \
    {                                                                                                                  \
        fuzz_##name({reinterpret_cast<const char*>(data), size});                                                      \
        return 0;                                                                                                      \
    }                                                                                                                  \
    static void fuzz_##name(std::string_view bytes)
#else
#define RUNGLASS_FUZZ_TARGET(name)                                                                                     \
    static void fuzz_##name(std::string_view bytes);                                                                   \
    static const bool added_##name = runglass::fuzz::addTarget(#name, &fuzz_##name);                                   \
    static void fuzz_##name(std::string_view bytes)
#endif
