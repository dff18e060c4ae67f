// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ValueFilterProxy.h"

#include "models/items/ValueTreeModel.h"

namespace runglass
{

ValueFilterProxy::ValueFilterProxy(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void ValueFilterProxy::setSearchText(const QString& text)
{
    if (text == m_search)
        return;
    m_search = text;
    invalidateFilter();
}

void ValueFilterProxy::setInternalHidden(bool hidden)
{
    if (hidden == m_internalHidden)
        return;
    m_internalHidden = hidden;
    invalidateFilter();
}

bool ValueFilterProxy::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    QModelIndex at = sourceModel()->index(sourceRow, 0, sourceParent);
    if (m_internalHidden && at.data(ValueTreeModel::InternalRole).toBool())
        return false;
    if (m_search.isEmpty())
        return true;
    for (; at.isValid(); at = at.parent())
        if (at.data(ValueTreeModel::SearchRole).toString().contains(m_search, Qt::CaseInsensitive))
            return true;
    return false;
}

} // namespace runglass
