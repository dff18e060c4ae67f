// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/LogDocument.h"

namespace runglass
{

enum class LogStream { All, Stdout, Stderr };

/// A place between two characters of a LogLayout.
struct LogPosition {
    std::size_t line = 0; ///< place in LogLayout::lines()
    qsizetype unit = 0;   ///< UTF-16 units from the line's beginning

    auto operator<=>(const LogPosition&) const = default;
};

/// Which rows a LogView has: the chosen stream's lines, each in one row or wrapped into several. Arithmetic only, so
/// that a million lines cost no more than their count.
class LogLayout
{
public:
    struct Row {
        std::size_t line = 0;   ///< place in lines()
        std::uint32_t part = 0; ///< of the wrapped line
    };

    LogLayout();

    /// @param goesOn  it is the document before with news: costs what is not common to both
    /// @return how many lines from the first on are as they were: places in lines()
    std::size_t setDocument(std::shared_ptr<const LogDocument> document, bool goesOn = false);
    void setStream(LogStream stream);
    /// 0: lines are not wrapped.
    void setWrapColumns(std::uint32_t columns);

    const LogDocument& document() const { return *m_document; }
    std::shared_ptr<const LogDocument> sharedDocument() const { return m_document; }
    LogStream stream() const { return m_stream; }
    std::uint32_t wrapColumns() const { return m_wrapColumns; }
    /// Lines of the document that are shown, in order.
    const std::vector<std::uint32_t>& lines() const { return m_lines; }
    /// Place in lines() of a line of the document; the next one's when it is not shown.
    std::size_t placeOf(std::uint32_t documentLine) const;

    std::size_t rowCount() const;
    Row rowAt(std::size_t row) const;
    std::size_t firstRowOf(std::size_t line) const;

private:
    void chooseLines(std::size_t known);
    void countRows(std::size_t known);

    std::shared_ptr<const LogDocument> m_document;
    LogStream m_stream = LogStream::All;
    std::uint32_t m_wrapColumns = 0;
    std::vector<std::uint32_t> m_lines;
    std::vector<std::size_t> m_firstRows; ///< only while wrapped; one more than lines
};

} // namespace runglass
