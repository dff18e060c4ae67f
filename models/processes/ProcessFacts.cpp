// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/processes/ProcessFacts.h"

#include "models/processes/FileDescriptor.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sstream>
#include <string_view>

namespace runglass
{

namespace
{

std::string directoryOf(std::int64_t pid)
{
    return "/proc/" + std::to_string(pid);
}

std::optional<std::string> readFile(const std::string& path)
{
    constexpr std::size_t kLimit = 64 * 1024;
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return std::nullopt;
    std::string text;
    std::array<char, 4096> buffer = {};
    while (text.size() < kLimit) {
        const ssize_t length = ::read(file.get(), buffer.data(), buffer.size());
        if (length < 0)
            return std::nullopt;
        if (length == 0)
            break;
        text.append(buffer.data(), static_cast<std::size_t>(length));
    }
    return text;
}

std::vector<std::string> namesIn(const std::string& path)
{
    std::vector<std::string> names;
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(path.c_str()), ::closedir);
    while (const dirent* const entry = stream ? ::readdir(stream.get()) : nullptr)
        names.emplace_back(&entry->d_name[0]);
    return names;
}

template <typename T> T numberOf(std::string_view text, int base = 10)
{
    T number = 0;
    const char* const end = text.data() + text.size();
    return std::from_chars(text.data(), end, number, base).ptr == end ? number : T{0};
}

std::string printable(std::string text)
{
    for (char& c : text)
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7f')
            c = c == '\0' ? ' ' : '?';
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text;
}

/// "pid (name) state parent group session …": a name may hold anything, also brackets.
bool readStat(const std::string& text, ProcessFacts& facts)
{
    constexpr std::size_t kStartTime = 19; // counted from the state
    const std::size_t open = text.find('('), close = text.rfind(')');
    if (open == std::string::npos || close == std::string::npos || close < open)
        return false;
    facts.name = printable(text.substr(open + 1, close - open - 1));
    std::istringstream words(text.substr(close + 1));
    std::vector<std::string> fields;
    for (std::string word; words >> word;)
        fields.push_back(word);
    if (fields.size() <= kStartTime)
        return false;
    facts.state = fields[0].front();
    facts.parent = numberOf<std::int64_t>(fields[1]);
    facts.group = numberOf<std::int64_t>(fields[2]);
    facts.session = numberOf<std::int64_t>(fields[3]);
    facts.identity.startTime = numberOf<std::uint64_t>(fields[kStartTime]);
    return facts.identity.startTime != 0;
}

bool readStatus(const std::string& text, ProcessFacts& facts)
{
    constexpr int kHex = 16;
    bool hasUser = false, hasSignals = false;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string key, first, second;
        words >> key >> first >> second;
        if (key == "Uid:") {
            facts.realUser = numberOf<std::uint32_t>(first);
            hasUser = !first.empty();
        } else if (key == "SigIgn:") {
            const auto ignored = numberOf<std::uint64_t>(first, kHex);
            facts.ignoresInterrupt = ((ignored >> (SIGINT - 1)) & 1U) != 0;
            hasSignals = true;
        } else if (key == "NSpid:") {
            facts.isInContainer = !second.empty();
        }
    }
    return hasUser && hasSignals;
}

bool isWritten(const std::string& process, const std::string& descriptor)
{
    const std::optional<std::string> info = readFile(process + "/fdinfo/" + descriptor);
    const std::size_t place = info ? info->find("flags:") : std::string::npos;
    if (place == std::string::npos)
        return false;
    std::istringstream words(info->substr(place));
    std::string key, flags;
    words >> key >> flags;
    constexpr int kOctal = 8;
    return (numberOf<unsigned>(flags, kOctal) & O_ACCMODE) != O_RDONLY;
}

} // namespace

std::optional<ProcessFacts> factsOf(std::int64_t pid)
{
    constexpr std::size_t kMostCharacters = 400;
    const std::string directory = directoryOf(pid);
    const std::optional<std::string> stat = readFile(directory + "/stat");
    const std::optional<std::string> status = readFile(directory + "/status");
    ProcessFacts facts;
    facts.identity.pid = pid;
    if (!stat || !status || !readStat(*stat, facts) || !readStatus(*status, facts))
        return std::nullopt;
    facts.commandLine = printable(readFile(directory + "/cmdline").value_or(std::string()));
    if (facts.commandLine.size() > kMostCharacters) {
        facts.commandLine.resize(kMostCharacters);
        facts.commandLine += "…";
    }
    if (facts.commandLine.empty())
        facts.commandLine = facts.name;
    return facts;
}

std::vector<std::int64_t> allProcesses()
{
    std::vector<std::int64_t> pids;
    for (const std::string& name : namesIn("/proc"))
        if (const auto pid = numberOf<std::int64_t>(name); pid > 0)
            pids.push_back(pid);
    return pids;
}

std::vector<std::string> filesWrittenBy(std::int64_t pid, const std::string& suffix)
{
    std::vector<std::string> files;
    const std::string process = directoryOf(pid);
    for (const std::string& descriptor : namesIn(process + "/fd")) {
        std::array<char, 4096> target = {};
        const std::string link = process + "/fd/" + descriptor;
        const ssize_t length = ::readlink(link.c_str(), target.data(), target.size());
        const std::string path(target.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
        if (path.ends_with(suffix) && isWritten(process, descriptor))
            files.push_back(path);
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

std::vector<std::string> filesWrittenByAll(const std::string& program, const std::string& suffix)
{
    std::vector<std::string> files;
    for (const std::int64_t pid : allProcesses()) {
        const std::optional<ProcessFacts> facts = factsOf(pid);
        if (!facts || facts->name != program)
            continue;
        const std::vector<std::string> written = filesWrittenBy(pid, suffix);
        files.insert(files.end(), written.begin(), written.end());
    }
    return files;
}

} // namespace runglass
