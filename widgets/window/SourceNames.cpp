// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/SourceNames.h"

#include <QDir>

namespace runglass
{

QString locationLabel(const std::string& location)
{
    const QString path = QString::fromStdString(location);
    const QString home = QDir::homePath();
    if (home.size() > 1 && path.startsWith(home + QLatin1Char('/')))
        return QLatin1Char('~') + path.mid(home.size());
    return path;
}

QString locationName(const std::string& location)
{
    QString path = QString::fromStdString(location);
    while (path.size() > 1 && path.endsWith(QLatin1Char('/')))
        path.chop(1);
    const QString name = path.section(QLatin1Char('/'), -1);
    return name.isEmpty() ? path : name;
}

} // namespace runglass
