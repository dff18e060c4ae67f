// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <QAbstractTableModel>

#include <memory>
#include <string_view>
#include <vector>

namespace runglass
{

/// Rows and columns of a CSV file or a W&B table, as plain texts.
struct PreviewTable {
    /// Each takes some 60 bytes, were it empty.
    static constexpr std::size_t kMaxCells = 1'000'000;

    std::vector<QString> columns;
    std::vector<std::vector<QString>> rows; ///< may be shorter than columns
    std::vector<bool> isNumber;             ///< by column: nothing but numbers in it, as far as was looked
    bool isCut = false;                     ///< the file has more than is in the table
    std::size_t readBytes = 0;              ///< of CSV: how much of the text is in the table
};

/// RFC 4180 with "," or, where the first line has more of them, tab or ";". The first line names the columns.
/// @param isWhole  false: text is the beginning of a file, its last line is left out
PreviewTable tableFromCsv(std::string_view text, bool isWhole);
/// `{"columns": […], "data": [[…]]}`; media cells become one line of text.
/// @errors Corruption (no JSON) · Unsupported (JSON, but no table)
Result<PreviewTable> tableFromWandbJson(std::string_view text);

/// Shows a PreviewTable.
/// @thread GUI
class PreviewTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit PreviewTableModel(QObject* parent = nullptr);

    /// Null: empty.
    void setTable(std::shared_ptr<const PreviewTable> table);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant alignment(int column) const;

    std::shared_ptr<const PreviewTable> m_table;
};

} // namespace runglass
