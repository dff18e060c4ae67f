// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/TableText.h"
#include "models/table/RunColour.h"
#include "models/table/RunComparison.h"
#include "models/table/RunRef.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace runglass
{

/// Runs side by side: a column a run, a row a field or key, under a row for each of Fields, Config and Summary. The
/// vertical head names the keys. Values are shown with every digit, since what differs must look different.
/// @thread GUI
class CompareModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SectionRole = Qt::UserRole + 1, ///< bool, of a row or its head: it names the keys below it
        KeyDiffersRole,                 ///< bool: the runs do not all have the same
        DiffersRole,                    ///< bool, of a cell: it is other than that of the first run
        MissingRole,                    ///< bool, of a cell: the run does not have the key
        CopyRole,                       ///< QString: the whole value
        RunColourRole,                  ///< RunColour, of a column's head
    };

    explicit CompareModel(QObject* parent = nullptr);

    /// Shows runs from now on. Of the same runs rows stay where they are, come and go; others begin anew.
    /// @param colours  one a run
    void setComparison(RunComparison comparison, std::vector<RunColour> colours);
    const RunComparison& comparison() const { return m_comparison; }
    const RunRef& runAt(int column) const;

    /// Leaves out what runs are beside config and summary; they are shown at first.
    void setFieldsShown(bool shown);
    /// Leaves out the keys of which all runs have the same.
    void setDifferencesOnly(bool only);
    /// Leaves out the keys that do not hold a text, without regard to case; empty: none.
    void setSearch(const QString& search);

    /// Of those that may be shown.
    int keyCount() const;
    int differingCount() const;
    /// Rows that are keys and no section.
    int shownKeyCount() const;

    /// What a row is of; unset: it is a section.
    std::optional<ColumnId> keyAt(int row) const;
    /// What is shown, for the clipboard: a line a key, under the names of the runs.
    /// @param rows, columns  which; sections are left out
    QString text(TableText::Format format, const std::vector<int>& rows, const std::vector<int>& columns) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    /// Other rows are shown, or other runs.
    void changed();

private:
    struct Line {
        bool isSection = false;
        ColumnId id;         ///< of a section only its origin counts
        std::size_t key = 0; ///< place in m_comparison.keys
        bool isSame(const Line& other) const { return isSection == other.isSection && id == other.id; }
    };

    std::vector<Line> wantedLines(const RunComparison& comparison) const;
    void showLines(const std::vector<Line>& wanted);
    void removeOthers(const std::vector<Line>& wanted);
    void insertNew(const std::vector<Line>& wanted);
    bool isOffered(const RunTable& table, const RunComparison::Key& key) const;
    bool isShown(const RunTable& table, const RunComparison::Key& key) const;
    Value value(const Line& line, int column) const;
    bool differsFromFirst(const Line& line, int column) const;
    QString differenceText() const;
    QString shownText(const Line& line, int column) const;
    QString toolTip(const Line& line, int column) const;
    static QString sectionTitle(const Line& line);
    static QVariant keyHead(const Line& line, int role);
    QVariant runHead(int column, int role) const;
    std::uint32_t tableRow(int column) const { return m_comparison.rows[static_cast<std::size_t>(column)]; }
    const Line& line(int row) const { return m_lines[static_cast<std::size_t>(row)]; }

    RunComparison m_comparison;
    std::vector<RunColour> m_colours;
    std::vector<Line> m_lines;
    std::string m_search; ///< as searchText() gives it
    bool m_fieldsShown = true;
    bool m_differencesOnly = true;
};

} // namespace runglass
