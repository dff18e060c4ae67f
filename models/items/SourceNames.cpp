// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/SourceNames.h"

#include "models/items/VisibleText.h"

#include <QCoreApplication>
#include <QDir>

namespace runglass
{

namespace
{

constexpr qsizetype kLength = 300;

QString exampleName()
{
    return QCoreApplication::translate("SourceNames", "Example runs");
}

} // namespace

SourceNames::SourceNames(std::string example, std::string store)
    : m_example(std::move(example))
    , m_store(std::move(store))
{
}

QString SourceNames::ownName(const std::string& location) const
{
    if (!m_example.empty() && location == m_example)
        return exampleName();
    if (!m_store.empty() && location == m_store)
        return QCoreApplication::translate("SourceNames", "This computer");
    return {};
}

QString SourceNames::label(const std::string& location) const
{
    if (QString name = ownName(location); !name.isEmpty())
        return name;
    const QString home = QDir::homePath();
    QString text = visibleExcerpt(location, kLength);
    if (home.size() > 1 && (text == home || text.startsWith(QString(home + u'/'))))
        text.replace(0, home.size(), u'~');
    return text;
}

QString SourceNames::shortName(const std::string& location) const
{
    if (QString name = ownName(location); !name.isEmpty())
        return name;
    QString path = visibleExcerpt(location, kLength);
    while (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    const QString name = path.section(u'/', -1);
    return name.isEmpty() ? path : name;
}

} // namespace runglass
