// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above the table: its filter, as text and as lines, and its groups.
#include "models/items/LoggedTableModel.h"
#include "models/items/RunColumns.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/FilterEditor.h"
#include "widgets/runs/FilterExpression.h"
#include "widgets/workspace/bodies/TableBody.h"
#include "widgets/workspace/bodies/TableFilterSubject.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QToolButton>

namespace runglass
{

QWidget* TableBody::makeBar()
{
    auto* bar = new QWidget(this);
    FilterExpression& text = m_filter->expression();
    text.setAccessibleName(tr("Filter rows"));
    text.setPlaceholderText(tr("Filter rows"));
    text.setToolTip(tr("Such as: score > 0.5 and label = cat. Ctrl+Space offers what could follow."));
    m_lines->setObjectName(QStringLiteral("filterAsLines"));
    m_lines->setCheckable(true);
    m_lines->setAutoRaise(true);
    m_lines->setFocusPolicy(Qt::TabFocus);
    m_lines->setText(tr("Filter as lines"));
    m_lines->setAccessibleName(m_lines->text());
    m_lines->setToolTip(tr("Put the filter together from columns, operators and values"));
    const auto adopt = [this] { m_lines->setIcon(scope().theme().icon(QStringLiteral("filter"))); };
    connect(&scope().theme(), &Theme::changed, this, adopt);
    adopt();
    m_groupBy->setObjectName(QStringLiteral("groupRows"));
    m_groupBy->setAccessibleName(tr("Group by"));
    m_groupBy->setToolTip(tr("Put rows with the same value in a column together"));
    m_groupBy->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_groupBy->setMinimumContentsLength(6);
    m_groupBy->setMaximumWidth(200);
    m_count->setObjectName(QStringLiteral("rowCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setMinimumHeight(m_groupBy->sizeHint().height());
    m_filter->setCompact({m_lines, m_groupBy, m_count});
    m_filter->addButton(m_clearFilter);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 2, 8, 6);
    layout->addWidget(m_filter, 1);
    connect(m_lines, &QToolButton::toggled, this, [this](bool shown) {
        m_filter->setLinesShown(shown);
        emit changed();
    });
    connect(m_groupBy, &QComboBox::currentIndexChanged, this, [this](int place) {
        if (m_isListing)
            return;
        const auto& columns = m_model->tables().columns;
        const bool isColumn = place > 0 && static_cast<std::size_t>(place) <= columns.size();
        m_model->groupBy(isColumn ? std::optional(columns[static_cast<std::size_t>(place - 1)]) : std::nullopt);
    });
    return bar;
}

/// Columns that come and go; who has grouped by one that is not there any more sees it so.
void TableBody::listColumns()
{
    const QScopedValueRollback<bool> listing(m_isListing, true);
    const auto& grouped = m_model->view().grouping.columns;
    QStringList names = {tr("No groups")};
    int current = 0;
    for (const ColumnId& id : m_model->tables().columns) {
        const bool isRun = id.origin == ColumnOrigin::Field;
        //: of rows; %1 is a column
        names.append(tr("By %1").arg(isRun ? tr("run") : columnName(id)));
        if (!grouped.empty() && grouped.front() == id)
            current = static_cast<int>(names.size()) - 1;
    }
    QStringList shown;
    for (int place = 0; place < m_groupBy->count(); ++place)
        shown.append(m_groupBy->itemText(place));
    if (shown != names) {
        m_groupBy->clear();
        m_groupBy->addItems(names);
    }
    m_groupBy->setCurrentIndex(current);
}

void TableBody::filterBy(const ColumnId& column)
{
    const bool isRun = column.origin == ColumnOrigin::Field;
    const FilterColumn named{FilterColumn::Origin::Key, isRun ? KeyPath{"run"} : column.key};
    const QSignalBlocker quiet(m_lines);
    m_lines->setChecked(true);
    m_filter->setLinesShown(true, named);
    emit changed();
}

} // namespace runglass
