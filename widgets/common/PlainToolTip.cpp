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
    return QStringLiteral("<span>%1</span>")
        .arg(lines.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

} // namespace runglass
