// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/LogLayout.h"

#include <algorithm>

namespace runglass
{

LogLayout::LogLayout()
    : m_document(std::make_shared<const LogDocument>())
{
}

std::size_t LogLayout::setDocument(std::shared_ptr<const LogDocument> document, bool goesOn)
{
    const std::size_t known = goesOn ? document->commonWith(*m_document) : 0;
    m_document = std::move(document);
    const std::size_t places = placeOf(static_cast<std::uint32_t>(known));
    chooseLines(known);
    return places;
}

void LogLayout::setStream(LogStream stream)
{
    m_stream = stream;
    chooseLines(0);
}

void LogLayout::setWrapColumns(std::uint32_t columns)
{
    if (columns == m_wrapColumns)
        return;
    m_wrapColumns = columns;
    countRows(0);
}

/// @param known  lines of the document that are chosen already
void LogLayout::chooseLines(std::size_t known)
{
    const std::size_t places = placeOf(static_cast<std::uint32_t>(known));
    m_lines.resize(places);
    const ConsoleStream wanted = m_stream == LogStream::Stderr ? ConsoleStream::Stderr : ConsoleStream::Stdout;
    for (std::size_t i = known; i < m_document->size(); ++i)
        if (m_stream == LogStream::All || m_document->line(i).stream == wanted)
            m_lines.push_back(static_cast<std::uint32_t>(i));
    countRows(places);
}

/// @param known  places whose rows are counted already
void LogLayout::countRows(std::size_t known)
{
    if (m_wrapColumns == 0) {
        m_firstRows.clear();
        return;
    }
    known = m_firstRows.empty() ? 0 : known;
    std::size_t row = known == 0 ? 0 : m_firstRows[known];
    m_firstRows.resize(known);
    for (std::size_t place = known; place < m_lines.size(); ++place) {
        m_firstRows.push_back(row);
        const std::uint32_t columns = m_document->columns(m_lines[place]);
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
