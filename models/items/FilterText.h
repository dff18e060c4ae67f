// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/FilterCompletion.h"
#include "models/table/RunList.h"

#include <QAbstractListModel>
#include <QString>

#include <string>
#include <vector>

namespace runglass
{

/// What the row editor calls the search for a word in name, ID, notes, tags, group and project.
QString anyTextName();
/// @param ofRows  of logged tables
QString anyTextToolTip(bool ofRows = false);
/// What the run is called among the columns of logged tables.
QString loggedRunName();
/// Names of the fields in the filter language, those that the table shows first.
std::vector<std::string> filterFieldNames();
/// How a field of the filter language is shown; as it is written when there is none.
QString filterFieldName(const std::string& field);
/// "=", "IN", "contains" …
QString filterOperatorName(FilterOperator op);
QString filterOperatorToolTip(FilterOperator op);

/// What is wrong with a filter, or odd, in the language of the window.
QString filterErrorText(const FilterError& error);
/// What is wrong with a regular expression, from RE2's words for it.
QString patternProblemText(const std::string& problem);

/// Characters (code points) and the UTF-16 units that Qt counts.
std::size_t charactersBefore(const QString& text, qsizetype position);
qsizetype positionOf(const QString& text, std::size_t characters);

/// What could stand at the cursor of a typed filter, or in the value of a row.
/// @thread GUI
class CompletionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NoteRole = Qt::UserRole + 1, ///< QString: "column", "operator", "keyword", "value", with how many runs have it
    };

    using QAbstractListModel::QAbstractListModel;

    /// @param ofRows  what holds a value are rows of logged tables
    void setItems(std::vector<CompletionItem> items, bool ofRows = false);
    const CompletionItem& item(int row) const { return m_items[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    std::vector<CompletionItem> m_items;
    bool m_ofRows = false;
};

} // namespace runglass
