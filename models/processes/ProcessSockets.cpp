// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/processes/ProcessSockets.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

namespace runglass
{

namespace
{

namespace fs = std::filesystem;

/// The last four digits of an end as the kernel's table has it.
std::uint16_t portOf(const std::string& end)
{
    constexpr int kHex = 16;
    const std::size_t colon = end.rfind(':');
    std::uint16_t port = 0;
    if (colon != std::string::npos)
        std::from_chars(end.data() + colon + 1, end.data() + end.size(), port, kHex);
    return port;
}

/// 127.x.y.z and ::1, also as ::ffff:127.x.y.z, in words of this machine's byte order.
bool isLoopback(const std::string& end)
{
    const std::string address = end.substr(0, end.rfind(':'));
    constexpr std::size_t kFour = 8;
    if (address == "00000000000000000000000001000000")
        return true;
    const bool isMapped = address.starts_with("0000000000000000FFFF0000");
    return (address.size() == kFour || isMapped) && address.ends_with("7F");
}

/// "socket:[INODE]" of the established connections to the port.
std::set<std::string> connectionsIn(const std::string& table, std::uint16_t port)
{
    const std::string kEstablished = "01";
    std::set<std::string> sockets;
    std::ifstream lines(table);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::string number, from, to, state, queues, timer, retransmits, user, timeout, inode;
        if (fields >> number >> from >> to >> state >> queues >> timer >> retransmits >> user >> timeout >> inode &&
            state == kEstablished && portOf(to) == port && isLoopback(to))
            sockets.insert("socket:[" + inode + ']');
    }
    return sockets;
}

} // namespace

bool isConnectedTo(std::int64_t pid, std::uint16_t port)
{
    const std::string process = "/proc/" + std::to_string(pid);
    std::set<std::string> sockets = connectionsIn(process + "/net/tcp", port);
    sockets.merge(connectionsIn(process + "/net/tcp6", port));
    std::error_code failed;
    for (fs::directory_iterator entry(process + "/fd", failed), end; !failed && entry != end; entry.increment(failed)) {
        std::error_code gone;
        if (sockets.contains(fs::read_symlink(entry->path(), gone).string()))
            return true;
    }
    return false;
}

} // namespace runglass
