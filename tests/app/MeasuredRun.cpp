// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/MeasuredRun.h"

#include "tests/support/TestEnvironment.h"

#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace runglass::test
{

namespace
{

constexpr unsigned kMostSeconds = 60;

[[noreturn]] void become(const std::vector<const char*>& arguments, const std::filesystem::path& output,
                         const std::filesystem::path& cache)
{
    const int out = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const int nowhere = ::open("/dev/null", O_RDWR);
    ::dup2(nowhere, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::setenv("XDG_CACHE_HOME", cache.c_str(), 1);
    for (const char* const name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        ::unsetenv(name);
    ::alarm(kMostSeconds);
    ::execv(arguments[0], const_cast<char* const*>(arguments.data())); // NOLINT: what execv asks for
    ::_exit(127);
}

double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

MeasuredRun measureRunglass(const std::vector<std::string>& arguments, const std::filesystem::path& output)
{
    const TemporaryDirectory cache;
    std::vector<const char*> words = {RUNGLASS_PROGRAM};
    for (const std::string& argument : arguments)
        words.push_back(argument.c_str());
    words.push_back(nullptr);
    // A child begins as a copy of this process: what was read and freed here must not count as its memory.
    ::malloc_trim(0);
    const pid_t process = ::fork();
    if (process == 0)
        become(words, output, cache.path());
    int status = 0;
    rusage usage = {};
    MeasuredRun run;
    if (process < 0 || ::wait4(process, &status, 0, &usage) != process)
        return run;
    run.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    run.peakMegabytes = usage.ru_maxrss / 1024;
    run.cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    return run;
}

} // namespace runglass::test
