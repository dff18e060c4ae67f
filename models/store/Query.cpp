// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/Query.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cmath>
#include <limits>

namespace runglass
{

namespace
{

/// SQLite takes sizes as int.
int checkedSize(std::size_t size, const Database& database)
{
    if (size > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        throw StoreFailure({Error::Kind::InvalidArgument, "A value is too large for the index.", database.file()},
                           StoreFailure::Scope::Run);
    return static_cast<int>(size);
}

template <typename Work> auto translated(const Database& database, Work&& work)
{
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        throw database.failure(exception);
    }
}

} // namespace

Query::Query(Database& database, const char* sql)
    : m_database(database)
    , m_statement(database.prepare(sql))
{
}

Query::~Query()
{
    m_statement.tryReset();
}

Query& Query::bindInteger(std::int64_t value)
{
    translated(m_database, [&] { m_statement.bind(++m_bound, value); });
    return *this;
}

Query& Query::bind(double value)
{
    if (std::isnan(value))
        return bindNull();
    translated(m_database, [&] { m_statement.bind(++m_bound, value); });
    return *this;
}

Query& Query::bind(const std::string& text)
{
    checkedSize(text.size(), m_database);
    translated(m_database, [&] { m_statement.bindNoCopy(++m_bound, text); });
    return *this;
}

Query& Query::bindBlob(std::string_view bytes)
{
    const int size = checkedSize(bytes.size(), m_database);
    const char* data = bytes.empty() ? "" : bytes.data(); // a null pointer would bind NULL
    translated(m_database, [&] { m_statement.bindNoCopy(++m_bound, static_cast<const void*>(data), size); });
    return *this;
}

Query& Query::bindNull()
{
    translated(m_database, [&] { m_statement.bind(++m_bound); });
    return *this;
}

bool Query::step()
{
    return translated(m_database, [&] { return m_statement.executeStep(); });
}

void Query::run()
{
    while (step()) {
    }
}

bool Query::isNull(int column) const
{
    return m_statement.getColumn(column).isNull();
}

std::int64_t Query::integer(int column) const
{
    return m_statement.getColumn(column).getInt64();
}

double Query::real(int column) const
{
    const SQLite::Column value = m_statement.getColumn(column);
    return value.isNull() ? std::numeric_limits<double>::quiet_NaN() : value.getDouble();
}

std::string Query::text(int column) const
{
    return std::string(blob(column));
}

std::string_view Query::blob(int column) const
{
    const SQLite::Column value = m_statement.getColumn(column);
    const void* bytes = value.getBlob();
    const int size = value.getBytes();
    return bytes && size > 0 ? std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size))
                             : std::string_view();
}

} // namespace runglass
