// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/Places.h"

#include "models/processes/FileSystemKind.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

namespace runglass
{

namespace
{

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// The base directory specification: a relative path is to be ignored.
std::string absoluteOr(const std::string& path, const std::string& home, const char* fallback)
{
    if (path.starts_with('/'))
        return path;
    return home.starts_with('/') ? home + fallback : std::string();
}

/// The directory itself, or the nearest one above it that exists: where it will be made.
std::string nearestExisting(std::string path)
{
    while (path.size() > 1 && ::access(path.c_str(), F_OK) != 0)
        path.resize(std::max<std::size_t>(path.rfind('/'), 1));
    return path;
}

bool canHoldFiles(const std::string& directory)
{
    const std::string existing = nearestExisting(directory);
    struct stat status = {};
    return ::stat(existing.c_str(), &status) == 0 && S_ISDIR(status.st_mode) &&
           ::access(existing.c_str(), W_OK | X_OK) == 0;
}

/// Others may have made the directory first in a shared /tmp: it must be ours alone.
bool makePrivateDirectory(const std::string& path)
{
    constexpr mode_t kOwnerOnly = 0700;
    constexpr mode_t kOthers = 0077;
    ::mkdir(path.c_str(), kOwnerOnly);
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid() &&
           (status.st_mode & kOthers) == 0;
}

} // namespace

Places Places::fromEnvironment()
{
    const std::string temporary = environment("TMPDIR");
    const std::string base = temporary.starts_with('/') ? temporary : "/tmp";
    return from({environment("HOME"), environment("XDG_CACHE_HOME"), environment("XDG_DATA_HOME"),
                 base + "/runglass-" + std::to_string(::geteuid()),
                 [](const std::string& path) { return isOnNetworkFileSystem(path); }});
}

Places Places::from(const Surroundings& surroundings)
{
    Places places;
    const std::string cache = absoluteOr(surroundings.cacheHome, surroundings.home, "/.cache");
    const std::string data = absoluteOr(surroundings.dataHome, surroundings.home, "/.local/share");
    if (!data.empty())
        places.dataDirectory = data + "/runglass";
    if (cache.empty()) {
        places.notice =
            QCoreApplication::translate("Places", "There is no home directory: what is read is kept in memory only.")
                .toStdString();
        return places;
    }
    const std::string directory = cache + "/runglass";
    const QString shown = QString::fromStdString(directory);
    if (surroundings.isOnNetwork(directory)) {
        const QString local = QString::fromStdString(surroundings.temporary);
        if (!surroundings.isOnNetwork(surroundings.temporary) && makePrivateDirectory(surroundings.temporary)) {
            places.cacheDirectory = surroundings.temporary;
            places.notice =
                QCoreApplication::translate("Places", "%1 is on a network file system: indexes are kept in %2.")
                    .arg(shown, local)
                    .toStdString();
        } else {
            places.notice = QCoreApplication::translate(
                                "Places", "%1 is on a network file system: what is read is kept in memory only.")
                                .arg(shown)
                                .toStdString();
        }
        return places;
    }
    if (canHoldFiles(directory))
        places.cacheDirectory = directory;
    else
        places.notice =
            QCoreApplication::translate("Places", "%1 cannot be written: what is read is kept in memory only.")
                .arg(shown)
                .toStdString();
    return places;
}

StoreLocation Places::indexOf(const std::string& sourceLocation) const
{
    if (cacheDirectory.empty())
        return {{}, sourceLocation};
    constexpr qsizetype kHashDigits = 24;
    const QByteArray location = QByteArray::fromStdString(sourceLocation);
    const QByteArray hash = QCryptographicHash::hash(location, QCryptographicHash::Sha256).toHex().left(kHashDigits);
    return {cacheDirectory + "/index-" + hash.toStdString() + ".db", {}};
}

} // namespace runglass
