// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunTable.h"

#include <QSortFilterProxyModel>
#include <QStandardItemModel>

#include <memory>
#include <set>

namespace runglass::benchmark
{

/// The cells of a table that have a value, as Qt's own items: what a table of runs is made of where nothing is done
/// about it.
std::unique_ptr<QStandardItemModel> standardItems(const RunTable& table);

/// Shows the rows whose number is at most a limit and whose text is one of several.
class StandardFilter : public QSortFilterProxyModel
{
public:
    StandardFilter(int numberColumn, int textColumn);
    void filter(double limit, const std::set<QString>& texts);
    void showAll();

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    int m_numberColumn, m_textColumn;
    bool m_isOn = false;
    double m_limit = 0;
    std::set<QString> m_texts;
};

} // namespace runglass::benchmark
