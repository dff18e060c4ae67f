// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/UserStore.h"

#include "models/store/Database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <filesystem>
#include <system_error>

namespace runglass
{

namespace
{

namespace fs = std::filesystem;

constexpr int kBusyTimeoutMs = 5000;
constexpr int kApplicationId = 0x52476c75; // "RGlu"
constexpr int kVersion = 1;

Error errorOf(const SQLite::Exception& exception, const std::string& file)
{
    const int code = exception.getErrorCode() & 0xff;
    const bool isDamaged = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
    return {isDamaged ? Error::Kind::Corruption : Error::Kind::Io, std::string("SQLite: ") + exception.what() + ".",
            file};
}

/// Moves a damaged file out of the way, beside those that were moved before.
bool putAside(const std::string& file, std::string& aside)
{
    std::error_code error;
    aside = file + ".damaged";
    for (int number = 2; fs::exists(aside, error); ++number)
        aside = file + ".damaged-" + std::to_string(number);
    fs::rename(file, aside, error);
    return !error;
}

} // namespace

struct UserStore::Impl {
    std::string file;
    SQLite::Database database;

    explicit Impl(const std::string& itsFile)
        : file(itsFile)
        , database(itsFile, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX, kBusyTimeoutMs)
    {
    }
    int pragma(const char* name) { return database.execAndGet(std::string("PRAGMA ") + name).getInt(); }
    /// Makes the tables of an empty file. False when the file is not for this version.
    bool prepare();
};

bool UserStore::Impl::prepare()
{
    database.exec("PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL");
    if (const std::string found = database.execAndGet("PRAGMA quick_check(1)").getString(); found != "ok")
        throw SQLite::Exception(found, SQLITE_CORRUPT);
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const bool isEmpty = database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
    if (!isEmpty)
        return pragma("application_id") == kApplicationId && pragma("user_version") == kVersion;
    database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
    database.exec("PRAGMA user_version = " + std::to_string(kVersion));
    database.exec("CREATE TABLE views (place TEXT PRIMARY KEY, view TEXT NOT NULL) WITHOUT ROWID");
    transaction.commit();
    return true;
}

UserStore::UserStore(std::unique_ptr<Impl> impl, std::string notice)
    : m_impl(std::move(impl))
    , m_notice(std::move(notice))
{
}

UserStore::~UserStore() = default;

Result<std::unique_ptr<UserStore>> UserStore::open(const std::string& file)
{
    std::error_code ignored;
    fs::create_directories(fs::path(file).parent_path(), ignored);
    std::string notice;
    configureSqlite();
    for (bool again = true;; again = false) {
        try {
            auto impl = std::make_unique<Impl>(file);
            if (!impl->prepare())
                return Error{Error::Kind::Unsupported,
                             "The file is of another program or of a newer version. It is left as it is.", file};
            return std::unique_ptr<UserStore>(new UserStore(std::move(impl), std::move(notice)));
        } catch (const SQLite::Exception& exception) {
            Error error = errorOf(exception, file);
            std::string aside;
            if (!again || error.kind != Error::Kind::Corruption || !putAside(file, aside))
                return error;
            notice = "What was kept in " + file + " could not be read. It lies in " + aside + " now.";
        }
    }
}

Result<std::map<std::string, std::string>> UserStore::views()
{
    try {
        std::map<std::string, std::string> views;
        SQLite::Statement query(m_impl->database, "SELECT place, view FROM views");
        while (query.executeStep())
            views.emplace(query.getColumn(0).getString(), query.getColumn(1).getString());
        return views;
    } catch (const SQLite::Exception& exception) {
        return errorOf(exception, m_impl->file);
    }
}

Status UserStore::putViews(const std::map<std::string, std::optional<std::string>>& views)
{
    try {
        SQLite::Transaction transaction(m_impl->database, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement put(m_impl->database, "INSERT OR REPLACE INTO views (place, view) VALUES (?, ?)");
        SQLite::Statement remove(m_impl->database, "DELETE FROM views WHERE place = ?");
        for (const auto& [place, view] : views) {
            SQLite::Statement& statement = view ? put : remove;
            statement.bindNoCopy(1, place);
            if (view)
                statement.bindNoCopy(2, *view);
            statement.exec();
            statement.reset();
        }
        transaction.commit();
        return Done();
    } catch (const SQLite::Exception& exception) {
        return errorOf(exception, m_impl->file);
    }
}

} // namespace runglass
