// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/recorder/FaultyDisk.h"

#include <cstring>
#include <fstream>
#include <sstream>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;

/// A file that is open through a FaultyDisk; the real one lies behind it in memory.
struct OpenFile {
    sqlite3_file base;
    FaultyDisk* disk;
    const std::string* path; ///< null: as ever
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

OpenFile* of(sqlite3_file* file)
{
    return reinterpret_cast<OpenFile*>(file);
}

FaultyDisk* of(sqlite3_vfs* vfs)
{
    return static_cast<FaultyDisk*>(vfs->pAppData);
}

/// Hands a call on to the real file.
template <auto Method, typename... Arguments> int handOn(sqlite3_file* file, Arguments... arguments)
{
    sqlite3_file* const real = of(file)->real();
    return (real->pMethods->*Method)(real, arguments...);
}

int closeFile(sqlite3_file* file)
{
    delete of(file)->path;
    of(file)->path = nullptr;
    return handOn<&sqlite3_io_methods::xClose>(file);
}

int writeFile(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 place)
{
    OpenFile* const open = of(file);
    if (open->path && open->disk->isFull())
        return SQLITE_FULL;
    if (open->path)
        open->disk->write(*open->path, static_cast<std::uint64_t>(place),
                          std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size)));
    return handOn<&sqlite3_io_methods::xWrite>(file, bytes, size, place);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    if (of(file)->path)
        of(file)->disk->truncate(*of(file)->path, static_cast<std::uint64_t>(size));
    return handOn<&sqlite3_io_methods::xTruncate>(file, size);
}

int syncFile(sqlite3_file* file, int flags)
{
    if (of(file)->path)
        of(file)->disk->sync(*of(file)->path);
    return handOn<&sqlite3_io_methods::xSync>(file, flags);
}

void shareMemory(sqlite3_file* file)
{
    of(file)->real()->pMethods->xShmBarrier(of(file)->real());
}

const sqlite3_io_methods* methods()
{
    static const sqlite3_io_methods all = [] {
        sqlite3_io_methods made = {};
        made.iVersion = 2; // no memory maps: what goes through them is not seen
        made.xClose = closeFile;
        made.xRead = handOn<&sqlite3_io_methods::xRead, void*, int, sqlite3_int64>;
        made.xWrite = writeFile;
        made.xTruncate = truncateFile;
        made.xSync = syncFile;
        made.xFileSize = handOn<&sqlite3_io_methods::xFileSize, sqlite3_int64*>;
        made.xLock = handOn<&sqlite3_io_methods::xLock, int>;
        made.xUnlock = handOn<&sqlite3_io_methods::xUnlock, int>;
        made.xCheckReservedLock = handOn<&sqlite3_io_methods::xCheckReservedLock, int*>;
        made.xFileControl = handOn<&sqlite3_io_methods::xFileControl, int, void*>;
        made.xSectorSize = handOn<&sqlite3_io_methods::xSectorSize>;
        made.xDeviceCharacteristics = handOn<&sqlite3_io_methods::xDeviceCharacteristics>;
        made.xShmMap = handOn<&sqlite3_io_methods::xShmMap, int, int, int, void volatile**>;
        made.xShmLock = handOn<&sqlite3_io_methods::xShmLock, int, int, int>;
        made.xShmBarrier = shareMemory;
        made.xShmUnmap = handOn<&sqlite3_io_methods::xShmUnmap, int>;
        return made;
    }();
    return &all;
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    FaultyDisk* const disk = of(vfs);
    OpenFile* const open = of(file);
    *open = {};
    const int code = disk->real()->xOpen(disk->real(), name, open->real(), flags, outFlags);
    if (!open->real()->pMethods)
        return code;
    open->base.pMethods = methods();
    open->disk = disk;
    if (code == SQLITE_OK && name && disk->isBelow(name)) {
        open->path = new std::string(name);
        disk->open(name);
    }
    return code;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncDirectory)
{
    of(vfs)->forget(name);
    return of(vfs)->real()->xDelete(of(vfs)->real(), name, syncDirectory);
}

std::string bytesOf(const fs::path& path)
{
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

} // namespace

FaultyDisk::FaultyDisk(fs::path directory)
    : m_directory(std::move(directory))
    , m_real(sqlite3_vfs_find(nullptr))
    , m_vfs(*m_real)
{
    fs::create_directories(m_directory);
    m_vfs.pNext = nullptr;
    m_vfs.zName = "faulty";
    m_vfs.pAppData = this;
    m_vfs.szOsFile = static_cast<int>(sizeof(OpenFile)) + m_real->szOsFile;
    m_vfs.xOpen = openFile;
    m_vfs.xDelete = deleteFile;
    sqlite3_vfs_register(&m_vfs, 1);
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(m_real, 1);
}

bool FaultyDisk::isBelow(const std::string& path) const
{
    return path.starts_with(m_directory.string() + '/');
}

void FaultyDisk::apply(std::string& bytes, const Change& change)
{
    if (change.isCut) {
        bytes.resize(static_cast<std::size_t>(change.place));
        return;
    }
    bytes.resize(std::max(bytes.size(), static_cast<std::size_t>(change.place) + change.bytes.size()));
    bytes.replace(static_cast<std::size_t>(change.place), change.bytes.size(), change.bytes);
}

FaultyDisk::Image FaultyDisk::cut(std::mt19937& random) const
{
    constexpr std::size_t kSector = 512;
    Image image;
    const unsigned kind = static_cast<unsigned>(random() % 4);
    for (const auto& [path, file] : m_files) {
        std::string bytes = file.synced;
        const std::size_t kept = file.since.empty() ? 0 : random() % (file.since.size() + 1);
        for (std::size_t i = 0; i < file.since.size(); ++i) {
            Change change = file.since[i];
            // All is lost, the first ones are kept, any, or any in part.
            const bool isKept = kind == 0 ? false : kind == 1 ? i < kept : random() % 2 == 0;
            if (!isKept)
                continue;
            if (kind == 3 && !change.isCut && random() % 2 == 0)
                change.bytes.resize(random() % (change.bytes.size() / kSector + 1) * kSector);
            apply(bytes, change);
        }
        image[fs::path(path).filename().string()] = std::move(bytes);
    }
    return image;
}

void FaultyDisk::restart(const Image& image)
{
    for (const auto& entry : fs::directory_iterator(m_directory))
        fs::remove_all(entry.path());
    m_files.clear();
    writeImage(image, m_directory);
}

void FaultyDisk::write(const std::string& path, std::uint64_t place, std::string bytes)
{
    m_watcher();
    m_files[path].since.push_back({false, place, std::move(bytes)});
}

void FaultyDisk::truncate(const std::string& path, std::uint64_t size)
{
    m_watcher();
    m_files[path].since.push_back({true, size, {}});
}

void FaultyDisk::sync(const std::string& path)
{
    m_watcher();
    File& file = m_files[path];
    for (const Change& change : file.since)
        apply(file.synced, change);
    file.since.clear();
}

void FaultyDisk::open(const std::string& path)
{
    // What was there before this disk is on it.
    if (!m_files.contains(path))
        m_files[path].synced = bytesOf(path);
}

void writeImage(const FaultyDisk::Image& image, const fs::path& directory)
{
    fs::create_directories(directory);
    for (const auto& [name, bytes] : image)
        std::ofstream(directory / name, std::ios::binary) << bytes;
}

} // namespace runglass::test
