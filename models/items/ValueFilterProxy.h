// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace runglass
{

/// Search in a ValueTreeModel: rows whose key path or value holds the text stay, with what is above and below them.
class ValueFilterProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ValueFilterProxy(QObject* parent = nullptr);

    /// Case is ignored; empty: everything.
    void setSearchText(const QString& text);
    /// Leaves out what is below top-level keys that begin with "_".
    void setInternalHidden(bool hidden);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    QString m_search;
    bool m_internalHidden = true;
};

} // namespace runglass
