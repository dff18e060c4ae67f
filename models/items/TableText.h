// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace runglass
{

/// A table as text for the clipboard, line by line. A cell is one field of one line: line breaks, tabs and other
/// control characters become spaces.
/// @thread any one at a time
class TableText
{
public:
    enum class Format {
        Tsv,      ///< tab-separated, as spreadsheets paste it
        Markdown, ///< a table of GitHub's kind; what would be read as markup is escaped
    };
    struct Head {
        QString text;
        bool isRight = false; ///< the column is set to the right
    };

    TableText(Format format, const std::vector<Head>& heads);

    void addRow(const QStringList& cells);
    /// Everything so far, each line with its end.
    const QString& text() const { return m_text; }

private:
    void addLine(const QStringList& cells);

    Format m_format;
    QString m_text;
};

} // namespace runglass
