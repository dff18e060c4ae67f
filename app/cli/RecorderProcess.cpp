// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RecorderProcess.h"

#include "models/processes/FileDescriptor.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace runglass::cli
{

namespace
{

constexpr mode_t kOwnerOnly = 0600;

Error systemError(const std::string& what)
{
    return {Error::Kind::Io, what + ": " + std::generic_category().message(errno) + '.', {}};
}

/// Between fork and exec: only what is safe there.
[[noreturn]] void becomeRecorder(const std::vector<char*>& arguments, int answer, int log)
{
    ::setsid();
    const int nothing = ::open("/dev/null", O_RDONLY);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(answer, STDOUT_FILENO);
    ::dup2(log, STDERR_FILENO);
    std::signal(SIGPIPE, SIG_DFL);
    ::execv("/proc/self/exe", arguments.data());
    ::_exit(127);
}

std::string readLine(int file)
{
    std::string line;
    std::array<char, 256> buffer = {};
    while (line.find('\n') == std::string::npos) {
        const ssize_t size = ::read(file, buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            break;
        line.append(buffer.data(), static_cast<std::size_t>(size));
    }
    return line.substr(0, line.find('\n'));
}

std::string readFrom(int file, off_t position)
{
    std::string text;
    std::array<char, 4096> buffer = {};
    for (ssize_t size = 0; (size = ::pread(file, buffer.data(), buffer.size(), position)) > 0; position += size)
        text.append(buffer.data(), static_cast<std::size_t>(size));
    while (text.ends_with('\n'))
        text.pop_back();
    return text;
}

} // namespace

Result<std::string> startRecorder(const Options& options, const std::string& storeFile)
{
    std::vector<std::string> words = {"runglass", "serve", "--store", storeFile};
    if (!options.listen.empty())
        words.insert(words.end(), {"--listen", options.listen});
    if (!options.files.empty())
        words.insert(words.end(), {"--files", options.files});
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::error_code ignored;
    std::filesystem::create_directories(std::filesystem::path(storeFile).parent_path(), ignored);
    const std::string logName = storeFile + ".log";
    const FileDescriptor log(::open(logName.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, kOwnerOnly));
    std::array<int, 2> ends = {-1, -1};
    if (!log.isOpen() || ::pipe2(ends.data(), O_CLOEXEC) != 0)
        return systemError(logName);
    const off_t before = ::lseek(log.get(), 0, SEEK_END);
    const FileDescriptor answer(ends[0]);
    FileDescriptor said(ends[1]);
    const pid_t child = ::fork();
    if (child < 0)
        return systemError("The recorder could not be started");
    if (child == 0)
        becomeRecorder(arguments, said.get(), log.get());
    said = FileDescriptor();
    const std::string url = readLine(answer.get());
    if (!url.empty())
        return url;
    int status = 0;
    ::waitpid(child, &status, 0);
    const std::string reason = readFrom(log.get(), before);
    return Error{Error::Kind::Refused, "The recorder could not be started. It said: " + reason, {}};
}

} // namespace runglass::cli
