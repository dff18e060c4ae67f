// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/GroupText.h"
#include "models/items/RunListModel.h"
#include "models/run/Clock.h"

#include <QPersistentModelIndex>

namespace runglass
{

class GroupCells;
/// "min", "max" or "first"; empty where a column shows the last value.
QString shownValueName(const ShownValues& shown, const ColumnId& column);

/// The runs table: the name and whatever other columns the list's layout shows, in its order (RunList::columns). Each
/// cell answers DisplayRole, ToolTipRole
/// (plain text, with the exact value), AccessibleTextRole, TextAlignmentRole and the roles of RunRole. sort() asks with
/// sortRequested and leaves the order to the list. Beside the head of a group each column tells what it holds in all
/// runs of the group (GroupCellRole), once that is known.
/// @thread GUI
class RunsModel : public RunListModel
{
    Q_OBJECT

public:
    enum HeaderRole {
        OriginRole = Qt::UserRole + 100, ///< QString: "config", "summary", or empty for a field
        ColumnTextRole,                  ///< QString: toText(ColumnId), unique, for settings
        HeaderKindRole,                  ///< int of CellKind
        ShownValueRole,                  ///< QString: "min" where the column shows that, empty where the last value
        SortRankRole,                    ///< int: 1 for the first sort key, 0 for a column that is none
        SortCountRole,                   ///< int: how many sort keys there are
        SortDescendingRole,              ///< bool
        NoteRole,                        ///< QString: what is written small beside the name, the origin mostly
        PathRole,                        ///< QStringList: the components of a key; of a field its name
        PinnedRole,                      ///< bool: stays in sight at the left
        NestedRole,                      ///< bool, for every section the same: some key has several components
    };
    static constexpr int kNameColumn = 0;

    /// Borrows clock, which says what relative times refer to; null: the system's.
    explicit RunsModel(const Clock* clock = nullptr, QObject* parent = nullptr);

    const ColumnId& columnId(int column) const;
    /// -1 when it is not shown.
    int columnOf(const ColumnId& id) const;
    /// How many columns, from the first, stay in sight.
    int pinnedCount() const { return m_pinned; }
    /// Where the first sort key is and how it is sorted; -1: default order, or the column is not shown.
    int sortColumn() const;
    Qt::SortOrder sortOrder() const;
    /// As sort(), but leaves the other keys: see sortedAlso().
    void sortAlso(int column);
    /// What a click on the head asks for: see sortedAlone().
    void sortAlone(int column);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// A column of -1 asks for the default order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    /// pinnedCount() is another.
    void pinnedChanged();

protected:
    /// What is said of groups and of cells without a value.
    virtual GroupMembers groupMembers() const { return GroupMembers::Runs; }
    virtual QString groupName(std::uint32_t group) const;
    virtual QString missingText() const;
    /// The columns of a list that are shown, in order.
    virtual std::vector<ColumnId> columnsOf(const RunList& list) const;
    /// Has these columns before there is a list; for constructors.
    void startWith(const std::vector<ColumnId>& ids);
    void leaveColumns(const RunList& next) override;
    void renewColumns(const RunList& next) override;
    void enterColumns(const RunList& next) override;

private:
    struct Shown {
        ColumnId id;
        const Column* column = nullptr; ///< of table()
        CellKind kind = CellKind::Text;
    };
    QVariant groupCell(const QModelIndex& index, int role) const;
    QVariant groupHead(std::uint32_t group, int role) const;
    static CellKind kindOf(const Column& column);
    std::vector<int> orderAs(const std::vector<ColumnId>& wanted) const;
    void arrange(const std::vector<ColumnId>& wanted);
    void insertMissing(const std::vector<ColumnId>& wanted);
    void permuteColumns(const std::vector<int>& order);
    QString copyText(const Shown& shown, std::uint32_t row) const;
    QString displayText(const Shown& shown, std::uint32_t row) const;
    QString durationText(const Shown& shown, std::uint32_t row) const;
    QString toolTip(const Shown& shown, std::uint32_t row) const;
    QString valueToolTip(const Shown& shown, std::uint32_t row) const;
    QString sortText(const ColumnId& id) const;
    QStringList headFacts(const ColumnId& id) const;

    SystemClock m_systemClock;
    const Clock* m_clock;
    std::vector<Shown> m_columns;
    int m_pinned = 1;
    GroupCells* m_groupCells; ///< asked for by const functions too
    bool m_isNested = false;
};

} // namespace runglass
