// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/Index.h"

#include <QCoreApplication>

namespace runglass
{

namespace
{

/// For use inside another sentence.
QString withoutStop(const std::string& sentence)
{
    QString text = QString::fromStdString(sentence);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

} // namespace

Index::Index(StoreLocation location, std::string name)
    : m_name(std::move(name))
    , m_location(std::move(location))
{
}

Result<std::unique_ptr<Index>> Index::open(StoreLocation file, std::string name)
{
    std::unique_ptr<Index> index(new Index(std::move(file), std::move(name)));
    Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(index->m_location);
    if (writer)
        index->m_writer = std::move(*writer);
    else if (!index->moveToMemory(writer.error()))
        return writer.error();
    return index;
}

std::unique_ptr<Index> Index::ofStore(StoreLocation store)
{
    return std::unique_ptr<Index>(new Index(std::move(store), {}));
}

bool Index::moveToMemory(const Error& error)
{
    const StoreLocation before = location();
    if (error.kind != Error::Kind::Io || before.file.empty() || error.path != before.file)
        return false;
    const StoreLocation memory{{}, m_name};
    Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(memory);
    if (!writer)
        return false;
    m_writer = std::move(*writer);
    const std::lock_guard lock(m_mutex);
    m_location = memory;
    ++m_moves;
    m_notice = QCoreApplication::translate("Index", "%1 cannot be written (%2): what is read is kept in memory only.")
                   .arg(QString::fromStdString(before.file), withoutStop(error.detail))
                   .toStdString();
    return true;
}

int Index::moves() const
{
    const std::lock_guard lock(m_mutex);
    return m_moves;
}

StoreLocation Index::location() const
{
    const std::lock_guard lock(m_mutex);
    return m_location;
}

std::string Index::notice() const
{
    const std::lock_guard lock(m_mutex);
    return m_notice;
}

Result<std::unique_ptr<StoreReader>> Index::reader() const
{
    return StoreReader::open(location());
}

} // namespace runglass
