// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/ExitCode.h"

#include <array>

namespace runglass
{

namespace
{

struct Signal {
    int number;
    std::string_view name;
};

constexpr std::array<Signal, 16> kSignals = {{{1, "SIGHUP"},
                                              {2, "SIGINT"},
                                              {3, "SIGQUIT"},
                                              {4, "SIGILL"},
                                              {6, "SIGABRT"},
                                              {7, "SIGBUS"},
                                              {8, "SIGFPE"},
                                              {9, "SIGKILL"},
                                              {10, "SIGUSR1"},
                                              {11, "SIGSEGV"},
                                              {12, "SIGUSR2"},
                                              {13, "SIGPIPE"},
                                              {14, "SIGALRM"},
                                              {15, "SIGTERM"},
                                              {24, "SIGXCPU"},
                                              {25, "SIGXFSZ"}}};

} // namespace

std::string_view signalOfExitCode(int exitCode)
{
    constexpr int kBase = 128;
    for (const Signal& signal : kSignals)
        if (exitCode == kBase + signal.number)
            return signal.name;
    return {};
}

std::string exitCodeText(int exitCode)
{
    const std::string_view signal = signalOfExitCode(exitCode);
    const std::string code = std::to_string(exitCode);
    return signal.empty() ? code : code + " (128 + " + std::string(signal) + ')';
}

} // namespace runglass
