// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/LogLayout.h"

#include <algorithm>

namespace runglass
{

LogLayout::LogLayout()
    : m_document(std::make_shared<const LogDocument>(std::make_shared<const std::vector<LogLine>>()))
{
}

void LogLayout::setDocument(std::shared_ptr<const LogDocument> document)
{
    m_document = std::move(document);
    chooseLines();
}

void LogLayout::setStream(LogStream stream)
{
    m_stream = stream;
    chooseLines();
}

void LogLayout::setWrapColumns(std::uint32_t columns)
{
    if (columns == m_wrapColumns)
        return;
    m_wrapColumns = columns;
    countRows();
}

void LogLayout::chooseLines()
{
    m_lines.clear();
    const ConsoleStream wanted = m_stream == LogStream::Stderr ? ConsoleStream::Stderr : ConsoleStream::Stdout;
    for (std::size_t i = 0; i < m_document->size(); ++i)
        if (m_stream == LogStream::All || m_document->line(i).stream == wanted)
            m_lines.push_back(static_cast<std::uint32_t>(i));
    countRows();
}

void LogLayout::countRows()
{
    m_firstRows.clear();
    if (m_wrapColumns == 0)
        return;
    m_firstRows.reserve(m_lines.size() + 1);
    std::size_t row = 0;
    for (const std::uint32_t line : m_lines) {
        m_firstRows.push_back(row);
        const std::uint32_t columns = m_document->columns(line);
        row += std::max(std::uint32_t{1}, (columns + m_wrapColumns - 1) / m_wrapColumns);
    }
    m_firstRows.push_back(row);
}

std::size_t LogLayout::placeOf(std::uint32_t documentLine) const
{
    const auto found = std::lower_bound(m_lines.begin(), m_lines.end(), documentLine);
    return static_cast<std::size_t>(std::distance(m_lines.begin(), found));
}

std::size_t LogLayout::rowCount() const
{
    return m_wrapColumns == 0 ? m_lines.size() : m_firstRows.back();
}

LogLayout::Row LogLayout::rowAt(std::size_t row) const
{
    if (m_wrapColumns == 0)
        return {row, 0};
    const auto after = std::upper_bound(m_firstRows.begin(), m_firstRows.end(), row);
    const auto line = static_cast<std::size_t>(std::distance(m_firstRows.begin(), after)) - 1;
    return {line, static_cast<std::uint32_t>(row - m_firstRows[line])};
}

std::size_t LogLayout::firstRowOf(std::size_t line) const
{
    return m_wrapColumns == 0 ? line : m_firstRows[line];
}

} // namespace runglass
