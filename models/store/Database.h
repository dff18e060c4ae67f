// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/store/StoreWriter.h"

#include <exception>
#include <memory>
#include <new>
#include <string>

namespace SQLite
{
class Exception;
class Statement;
} // namespace SQLite

namespace runglass
{

/// How errors travel inside models/store; guarded() turns it into a Result before it could leave.
class StoreFailure : public std::exception
{
public:
    /// What it costs: the whole call, or one run of it.
    enum class Scope { Call, Run };

    explicit StoreFailure(Error error, Scope scope = Scope::Call)
        : m_error(std::move(error))
        , m_scope(scope)
    {
    }
    const Error& error() const { return m_error; }
    Scope scope() const { return m_scope; }
    const char* what() const noexcept override { return m_error.detail.c_str(); }

private:
    Error m_error;
    Scope m_scope;
};

/// Runs work, which gives a Result, and turns what it throws into an error.
template <typename Work> auto guarded(Work&& work) -> decltype(work())
{
    try {
        return work();
    } catch (const StoreFailure& failure) {
        return failure.error();
    } catch (const std::bad_alloc&) {
        return Error{Error::Kind::Io, "There is not enough memory.", {}};
    } catch (const std::exception& exception) {
        return Error{Error::Kind::Io, exception.what(), {}};
    }
}

/// Settings of SQLite itself, which it takes only before the first file is opened. To be called before each.
void configureSqlite();

/// One connection to a store whose schema is ours.
/// @thread any one at a time
class Database
{
public:
    enum class Access { Read, Write, Record, RecordBeside };

    /// To write: makes file, directory and tables where they are missing, and rebuilds an index of another schema.
    /// To record: the same with the tables of a recorder, which are never dropped; what is committed is on the disk.
    /// To record beside another process: takes only what is there, and only when nothing of it is to be changed.
    /// To read: takes only what is there.
    /// @throws StoreFailure  Io · NotFound (nothing there to read) · Unsupported (another schema) · Refused (the file
    /// is
    ///                       some other program's database)
    static std::unique_ptr<Database> open(const StoreLocation& location, Access access);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const std::string& file() const;
    void execute(const char* sql);
    std::int64_t lastInsertRowid() const;
    /// Whether a transaction is open: some errors end it, as a full disk.
    bool isInTransaction() const;
    /// Gives back the memory of pages that were read: they come from the file again when they are asked for.
    void releasePages();
    /// Whether the file was deleted or another one put in its place since it was opened.
    bool isReplaced() const;
    /// Whether a file lies where this one was opened.
    bool isPresent() const;
    /// Deletes a file that SQLite cannot read, unless another process has put a new one there meanwhile.
    static void discard(const std::string& file);

    /// The statement of a literal, ready to be bound. For Query only.
    SQLite::Statement& prepare(const char* sql);
    /// What SQLite says, as ours. For Query only.
    StoreFailure failure(const SQLite::Exception& exception) const;

private:
    struct Impl;
    explicit Database(std::unique_ptr<Impl> impl);
    void enterWalMode();
    std::unique_ptr<Impl> m_impl;
};

/// A transaction, rolled back unless committed. Immediate ones take the write lock at once.
class Transaction
{
public:
    enum class Mode { Read, Immediate };
    Transaction(Database& database, Mode mode);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

} // namespace runglass
