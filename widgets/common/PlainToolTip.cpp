// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/PlainToolTip.h"

#include <QTextDocument>

#include <algorithm>

namespace runglass
{

namespace
{
constexpr qsizetype kLongestLine = 90;
constexpr qsizetype kLongestText = 4000;
} // namespace

QString plainToolTip(const QString& text)
{
    const QString shown = text.size() > kLongestText ? text.left(kLongestText) + QChar(0x2026) : text;
    const QStringList lines = shown.split(QLatin1Char('\n'));
    const bool isLong =
        std::any_of(lines.begin(), lines.end(), [](const QString& line) { return line.size() > kLongestLine; });
    // Short harmless text stays as it is: screen readers are told the tool tip too.
    if (!isLong && !Qt::mightBeRichText(shown))
        return shown;
    QStringList escaped;
    for (const QString& line : lines) {
        const auto first = std::find_if(line.begin(), line.end(), [](QChar unit) { return unit != u' '; });
        // Spaces in front (code in a traceback) would be taken for layout.
        const auto indent = static_cast<qsizetype>(std::distance(line.begin(), first));
        escaped.append(QStringLiteral("&nbsp;").repeated(indent) + line.mid(indent).toHtmlEscaped());
    }
    return QStringLiteral("<span>%1</span>").arg(escaped.join(QStringLiteral("<br>")));
}

} // namespace runglass
