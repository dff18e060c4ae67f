// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/LogSearch.h"

#include <QRegularExpression>

namespace runglass
{

namespace
{

void findPlain(const QString& text, std::uint32_t line, const LogQuery& query, LogMatches& found)
{
    const Qt::CaseSensitivity sensitivity = query.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    qsizetype at = text.indexOf(query.text, 0, sensitivity);
    while (at >= 0 && found.matches.size() <= kMaxLogMatches) {
        found.matches.push_back({line, at, query.text.size()});
        at = text.indexOf(query.text, at + query.text.size(), sensitivity);
    }
}

void findRegex(const QString& text, std::uint32_t line, const QRegularExpression& expression, LogMatches& found)
{
    QRegularExpressionMatchIterator matches = expression.globalMatch(text);
    while (matches.hasNext() && found.matches.size() <= kMaxLogMatches) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() > 0)
            found.matches.push_back({line, match.capturedStart(), match.capturedLength()});
    }
}

} // namespace

LogMatches findInLog(const LogDocument& document, const std::vector<std::uint32_t>& lines, const LogQuery& query,
                     const CancelToken& cancel)
{
    LogMatches found;
    if (query.text.isEmpty())
        return found;
    const QRegularExpression expression(query.isRegex ? query.text : QString(),
                                        query.matchCase ? QRegularExpression::NoPatternOption
                                                        : QRegularExpression::CaseInsensitiveOption);
    if (!expression.isValid()) {
        found.error = expression.errorString();
        return found;
    }
    for (const std::uint32_t line : lines) {
        if (cancel.isCanceled() || found.matches.size() > kMaxLogMatches)
            break;
        const QString text = document.text(line);
        if (query.isRegex)
            findRegex(text, line, expression, found);
        else
            findPlain(text, line, query, found);
    }
    if (found.matches.size() > kMaxLogMatches) {
        found.matches.resize(kMaxLogMatches);
        found.isCut = true;
    }
    return found;
}

} // namespace runglass
