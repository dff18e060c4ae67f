// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestEnvironment.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace runglass::test
{

namespace fs = std::filesystem;

void usePrivateHome()
{
    static const TemporaryDirectory home;
    const auto set = [](const char* name, const fs::path& path) {
        fs::create_directories(path);
        ::setenv(name, path.c_str(), 1);
    };
    set("HOME", home.path());
    set("XDG_CACHE_HOME", home.path() / "cache");
    set("XDG_CONFIG_HOME", home.path() / "config");
    set("XDG_DATA_HOME", home.path() / "data");
    set("XDG_STATE_HOME", home.path() / "state");
    set("XDG_RUNTIME_DIR", home.path() / "runtime");
    fs::permissions(home.path() / "runtime", fs::perms::owner_all);
    ::setenv("TZ", "UTC", 1);
}

TemporaryDirectory::TemporaryDirectory()
{
    std::string pattern = (fs::temp_directory_path() / "runglass-test-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        throw std::runtime_error("cannot make a temporary directory");
    m_path = pattern;
}

TemporaryDirectory::~TemporaryDirectory()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

fs::path fixture(const std::string& relative)
{
    const fs::path path = fs::path(RUNGLASS_FIXTURES) / relative;
    if (!fs::exists(path))
        throw std::runtime_error("no fixture " + path.string());
    return path;
}

void copyTree(const fs::path& from, const fs::path& to)
{
    fs::create_directories(to);
    fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
}

std::string treeHash(const fs::path& folder)
{
    std::vector<fs::path> paths{folder};
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::uint64_t hash = 14695981039346656037ULL;
    const auto mix = [&hash](const std::string& bytes) {
        for (const char byte : bytes)
            hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    };
    for (const fs::path& path : paths) {
        struct stat status = {};
        if (::lstat(path.c_str(), &status) != 0)
            throw std::runtime_error("cannot stat " + path.string());
        std::ostringstream line;
        line << path.lexically_relative(folder).string() << ' ' << status.st_mode << ' ' << status.st_size << ' '
             << status.st_mtim.tv_sec << '.' << status.st_mtim.tv_nsec;
        if (S_ISREG(status.st_mode)) {
            std::ifstream file(path, std::ios::binary);
            line << file.rdbuf();
        }
        mix(line.str());
    }
    return std::to_string(hash);
}

} // namespace runglass::test
