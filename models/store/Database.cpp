// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/Database.h"

#include "models/store/RecorderSchema.h"
#include "models/store/Schema.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <unordered_map>

namespace runglass
{

namespace
{

namespace fs = std::filesystem;

constexpr int kBusyTimeoutMs = 10000;
constexpr int kBusyWaitMs = 5;
constexpr sqlite3_int64 kMemoryLimitBytes = sqlite3_int64{1} << 40;

/// A store in memory lies in SQLite's memdb: shared by name inside the process, with locks as a file has them, so that
/// readers see whole transactions only.
std::string memoryUri(const std::string& name)
{
    static const char* const kHex = "0123456789abcdef";
    std::string uri = "file:/";
    for (const char letter : name) {
        const auto byte = static_cast<unsigned char>(letter);
        uri += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
    return uri + "?vfs=memdb";
}

Error::Kind kindOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Error::Kind::Corruption;
    case SQLITE_TOOBIG:
        return Error::Kind::InvalidArgument;
    default:
        return Error::Kind::Io;
    }
}

struct Descriptor {
    int number = -1;
    ~Descriptor()
    {
        if (number >= 0)
            ::close(number);
    }
};

} // namespace

void configureSqlite()
{
    // Nobody asks SQLite how much memory it takes; to count it costs a lock at each allocation.
    [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

struct Database::Impl {
    std::string file; ///< empty: in memory
    std::unique_ptr<SQLite::Database> connection;
    std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> statements; ///< go before the connection
};

Database::Database(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

Database::~Database() = default;

std::unique_ptr<Database> Database::open(const StoreLocation& location, Access access)
{
    auto impl = std::make_unique<Impl>();
    const bool inMemory = location.file.empty();
    const bool writes = access != Access::Read;
    const bool makes = writes && access != Access::RecordBeside;
    std::error_code error;
    if (!inMemory)
        impl->file = fs::absolute(location.file, error).string();
    if (!inMemory && makes)
        fs::create_directories(fs::path(impl->file).parent_path(), error);
    if (!inMemory && !makes && !fs::exists(impl->file, error))
        throw StoreFailure({Error::Kind::NotFound, "There is no index yet.", impl->file});
    std::unique_ptr<Database> database(new Database(std::move(impl)));
    Impl& own = *database->m_impl;
    try {
        configureSqlite();
        // A reader writes too, in a way: the WAL's shared memory. A connection has one thread at a time: no locks.
        const int flags = SQLite::OPEN_READWRITE | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX |
                          (makes || inMemory ? SQLite::OPEN_CREATE : 0);
        const std::string name = inMemory ? memoryUri(location.name) : own.file;
        own.connection = std::make_unique<SQLite::Database>(name, flags, kBusyTimeoutMs);
        sqlite3_extended_result_codes(own.connection->getHandle(), 1);
    } catch (const SQLite::Exception& exception) {
        throw database->failure(exception);
    }
    if (inMemory) {
        sqlite3_int64 limit = kMemoryLimitBytes;
        sqlite3_file_control(own.connection->getHandle(), "main", SQLITE_FCNTL_SIZE_LIMIT, &limit);
    }
    database->execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
    if (writes) {
        const std::string format = "PRAGMA page_size = " + std::to_string(kPageSize) +
                                   "; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA secure_delete = OFF"
                                   "; PRAGMA cache_size = -16384; PRAGMA journal_size_limit = 67108864";
        database->execute(format.c_str());
        if (!inMemory)
            database->enterWalMode();
        const bool records = access != Access::Write;
        database->execute(records ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        if (!makes)
            requireRecorderSchema(*database);
        else if (records)
            makeRecorderSchema(*database);
        else
            makeSchema(*database);
    } else {
        database->execute("PRAGMA query_only = ON");
        requireSchema(*database);
    }
    return database;
}

void Database::enterWalMode()
{
    // Two processes that make the file at once collide here, and SQLite's own timeout does not cover it.
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(kBusyTimeoutMs);
    for (;;) {
        try {
            const std::string mode = m_impl->connection->execAndGet("PRAGMA journal_mode = WAL").getString();
            if (mode == "wal")
                return;
            throw StoreFailure({Error::Kind::Io, "The file system cannot hold a shared index (no WAL).", file()});
        } catch (const SQLite::Exception& exception) {
            const bool busy = (exception.getErrorCode() & 0xff) == SQLITE_BUSY;
            if (!busy || std::chrono::steady_clock::now() > end)
                throw failure(exception);
        }
        ::poll(nullptr, 0, kBusyWaitMs);
    }
}

const std::string& Database::file() const
{
    return m_impl->file;
}

void Database::execute(const char* sql)
{
    try {
        m_impl->connection->exec(sql);
    } catch (const SQLite::Exception& exception) {
        throw failure(exception);
    }
}

void Database::releasePages()
{
    sqlite3_db_release_memory(m_impl->connection->getHandle());
}

std::int64_t Database::lastInsertRowid() const
{
    return m_impl->connection->getLastInsertRowid();
}

bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(m_impl->connection->getHandle()) == 0;
}

bool Database::isReplaced() const
{
    int moved = 0;
    const int code = sqlite3_file_control(m_impl->connection->getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return code == SQLITE_OK && moved != 0;
}

bool Database::isPresent() const
{
    return file().empty() || ::access(file().c_str(), F_OK) == 0;
}

void Database::discard(const std::string& file)
{
    struct stat before = {};
    if (file.empty() || ::stat(file.c_str(), &before) != 0)
        return;
    Descriptor directory{::open(fs::path(file).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (directory.number < 0 || ::flock(directory.number, LOCK_EX) != 0)
        return;
    struct stat now = {};
    if (::stat(file.c_str(), &now) != 0 || now.st_ino != before.st_ino || now.st_dev != before.st_dev)
        return;
    for (const char* suffix : {"", "-wal", "-shm"})
        ::unlink((file + suffix).c_str());
}

SQLite::Statement& Database::prepare(const char* sql)
{
    std::unique_ptr<SQLite::Statement>& statement = m_impl->statements[sql];
    try {
        if (!statement)
            statement = std::make_unique<SQLite::Statement>(*m_impl->connection, sql);
        return *statement;
    } catch (const SQLite::Exception& exception) {
        throw failure(exception);
    }
}

StoreFailure Database::failure(const SQLite::Exception& exception) const
{
    std::string words =
        std::string("SQLite: ") + exception.what() + " (" + std::to_string(exception.getExtendedErrorCode()) + ")";
    // What the system said, where SQLite's own words say only that it said something.
    const int code = exception.getErrorCode() & 0xff;
    const bool isOfSystem = code == SQLITE_IOERR || code == SQLITE_CANTOPEN;
    if (const int cause = isOfSystem && m_impl->connection ? sqlite3_system_errno(m_impl->connection->getHandle()) : 0)
        words += ": " + std::generic_category().message(cause);
    words += '.';
    const Error::Kind kind = kindOf(exception.getErrorCode());
    const bool isTooBig = kind == Error::Kind::InvalidArgument;
    return StoreFailure({kind, words, file()}, isTooBig ? StoreFailure::Scope::Run : StoreFailure::Scope::Call);
}

Transaction::Transaction(Database& database, Mode mode)
    : m_database(database)
{
    m_database.execute(mode == Mode::Immediate ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        m_database.execute("ROLLBACK");
    } catch (const StoreFailure&) {
        // SQLite rolls back by itself on the errors after which ROLLBACK fails.
        m_open = false;
    }
}

void Transaction::commit()
{
    m_database.execute("COMMIT");
    m_open = false;
}

} // namespace runglass
