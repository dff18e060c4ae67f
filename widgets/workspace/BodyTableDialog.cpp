// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/BodyTableDialog.h"

#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "widgets/workspace/bodies/PanelBody.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QLayout>
#include <QScreen>
#include <QStyle>
#include <QTableView>

#include <algorithm>
#include <limits>

namespace runglass
{

/// The rows of a BodyTable.
class BodyTableModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(BodyTable table)
    {
        const int before = m_rows, after = rowsOf(table);
        // What is selected stays where only values are others.
        if (table.columns != m_table.columns || before != after) {
            beginResetModel();
            m_table = std::move(table);
            m_rows = after;
            endResetModel();
            return;
        }
        m_table = std::move(table);
        if (m_rows > 0)
            emit dataChanged(index(0, 0), index(m_rows - 1, columnCount({}) - 1));
    }

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const bool isText = role == Qt::DisplayRole;
        if (!isText && role != Qt::TextAlignmentRole)
            return {};
        const Value value =
            m_table.cell(static_cast<std::size_t>(index.row()), static_cast<std::size_t>(index.column()));
        if (isText)
            return textOf(value);
        const bool isNumber = value.kind() == Value::Kind::Integer || value.kind() == Value::Kind::Double;
        return QVariant::fromValue(Qt::Alignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= m_table.columns.size())
            return {};
        return m_table.columns[section];
    }

private:
    static int rowsOf(const BodyTable& table)
    {
        return static_cast<int>(std::min<std::size_t>(table.rows, std::numeric_limits<int>::max()));
    }

    static QString textOf(const Value& value)
    {
        if (value.isNull())
            return format::missing();
        if (value.kind() == Value::Kind::Double)
            return format::exactNumber(value.toDouble());
        return visibleText(format::value(value));
    }

    BodyTable m_table;
    int m_rows = 0;
};

namespace
{

constexpr int kMostWidth = 220, kSpare = 4;
constexpr int kMeasuredRows = 50; ///< by which columns are as wide as they are

} // namespace

BodyTableDialog::BodyTableDialog(std::unique_ptr<PanelBody> body, QWidget* parent)
    : TwinTableDialog(new BodyTableModel, parent)
    , m_body(std::move(body))
    , m_model(static_cast<BodyTableModel*>(table()->model()))
{
    setObjectName(QStringLiteral("bodyTableDialog"));
    table()->setObjectName(QStringLiteral("bodyTable"));
    table()->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_body.get(), &PanelBody::changed, this, &BodyTableDialog::showTable);
    m_body->setActive(true);
    showTable();
}

BodyTableDialog::~BodyTableDialog() = default;

void BodyTableDialog::setContent(const PanelContent& content, const QString& title)
{
    //: Title of the window with what a panel shows as a table; %1 is the panel.
    setName(tr("%1 data").arg(title));
    m_body->setContent(content, title);
}

/// Exact values are there to be read: as wide as the first rows need, within reason. The last one takes what is left.
void BodyTableDialog::fitColumns()
{
    QHeaderView& head = *table()->horizontalHeader();
    head.setResizeContentsPrecision(kMeasuredRows);
    const int last = m_model->columnCount({}) - 1;
    int all = 0;
    for (int column = 0; column <= last; ++column) {
        table()->resizeColumnToContents(column);
        const int width = std::min(kMostWidth, table()->columnWidth(column));
        table()->setColumnWidth(column, width);
        all += width;
    }
    // As wide as all of them, where that saves scrolling to the side.
    const QMargins margins = layout()->contentsMargins();
    const int around = margins.left() + margins.right() + 2 * table()->frameWidth() +
                       table()->style()->pixelMetric(QStyle::PM_ScrollBarExtent) + kSpare;
    const int room = screen() ? screen()->availableGeometry().width() * 9 / 10 : width();
    resize(std::clamp(all + around, width(), std::max(width(), room)), height());
}

void BodyTableDialog::showTable()
{
    const int row = table()->currentIndex().row();
    const bool wasEmpty = m_model->columnCount({}) == 0;
    m_model->setTable(m_body->table().value_or(BodyTable()));
    if (wasEmpty)
        fitColumns();
    keepCurrent(row);
    setCount(tr("%n rows", nullptr, m_model->rowCount({})));
}

} // namespace runglass
