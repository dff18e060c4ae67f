// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/TableText.h"

namespace runglass
{

namespace
{

/// An underscore inside a word is itself in GitHub's Markdown, and names are full of them.
bool isMarkup(const QString& text, qsizetype at)
{
    const QChar c = text[at];
    if (QStringLiteral("\\|`*<>[]~").contains(c))
        return true;
    const bool lettersAround =
        at > 0 && at + 1 < text.size() && text[at - 1].isLetterOrNumber() && text[at + 1].isLetterOrNumber();
    if (c == u'_')
        return !lettersAround;
    return c == u'&' && at + 1 < text.size() && (text[at + 1].isLetter() || text[at + 1] == u'#');
}

QString escaped(const QString& text)
{
    QString result;
    result.reserve(text.size() + 8);
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isMarkup(text, at))
            result += u'\\';
        result += text[at];
    }
    return result;
}

QString oneLine(const QString& text)
{
    QString line = text;
    for (QChar& c : line) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return line.simplified();
}

} // namespace

TableText::TableText(Format format, const std::vector<Head>& heads)
    : m_format(format)
{
    QStringList names, rules;
    for (const Head& head : heads) {
        names.append(head.text);
        rules.append(head.isRight ? QStringLiteral("---:") : QStringLiteral("---"));
    }
    addRow(names);
    if (format == Format::Markdown)
        addLine(rules);
}

void TableText::addRow(const QStringList& cells)
{
    QStringList fields;
    fields.reserve(cells.size());
    for (const QString& cell : cells)
        fields.append(m_format == Format::Markdown ? escaped(oneLine(cell)) : oneLine(cell));
    addLine(fields);
}

void TableText::addLine(const QStringList& cells)
{
    if (m_format == Format::Markdown)
        m_text += u"| " + cells.join(QStringLiteral(" | ")) + u" |\n";
    else
        m_text += cells.join(u'\t') + u'\n';
}

} // namespace runglass
