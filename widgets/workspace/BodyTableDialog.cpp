// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/BodyTableDialog.h"

#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "widgets/common/TwinAction.h"
#include "widgets/workspace/bodies/PanelBody.h"

#include <QAbstractTableModel>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

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

constexpr int kRowHeight = 26, kFirstWidth = 200, kWidth = 640, kHeight = 480;

} // namespace

BodyTableDialog::BodyTableDialog(std::unique_ptr<PanelBody> body, QWidget* parent)
    : QDialog(parent)
    , m_body(std::move(body))
    , m_model(new BodyTableModel(this))
    , m_table(new QTableView(this))
    , m_count(new QLabel(this))
{
    setObjectName(QStringLiteral("bodyTableDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_table->setObjectName(QStringLiteral("bodyTable"));
    m_table->setModel(m_model);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(std::max(kRowHeight, fontMetrics().height() + 8));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto* copyAction = new QAction(tr("Copy"), this);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copyAction);
    offerActionsInMenu(m_table);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* copyButton = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copyButton->setToolTip(tr("Copy the selected rows, or all of them"));
    copyButton->setAutoDefault(false);
    const auto copy = [this] { QApplication::clipboard()->setText(selectedText()); };
    connect(copyAction, &QAction::triggered, this, copy);
    connect(copyButton, &QPushButton::clicked, this, copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_count, 1);
    bottom->addWidget(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addLayout(bottom);
    resize(kWidth, kHeight);
    connect(m_body.get(), &PanelBody::changed, this, &BodyTableDialog::showTable);
    m_body->setActive(true);
    showTable();
}

BodyTableDialog::~BodyTableDialog() = default;

void BodyTableDialog::setContent(const PanelContent& content, const QString& title)
{
    //: Title of the window with what a panel shows as a table; %1 is the panel.
    setWindowTitle(tr("%1 data").arg(title));
    m_table->setAccessibleName(windowTitle());
    m_body->setContent(content, title);
}

void BodyTableDialog::showTable()
{
    const int row = m_table->currentIndex().row();
    const bool wasEmpty = m_model->columnCount({}) == 0;
    m_model->setTable(m_body->table().value_or(BodyTable()));
    if (wasEmpty && m_model->columnCount({}) > 1)
        m_table->setColumnWidth(0, kFirstWidth);
    // A view with rows always has a current one: assistive tools ask for it.
    if (m_model->rowCount({}) > 0 && !m_table->currentIndex().isValid()) {
        m_table->setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount({}) - 1), 0));
        m_table->clearSelection();
    }
    m_count->setText(tr("%n rows", nullptr, m_model->rowCount({})));
}

QString BodyTableDialog::selectedText() const
{
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection())
        ranges.emplace_back(range.top(), range.bottom());
    if (ranges.empty())
        ranges.emplace_back(0, m_model->rowCount({}) - 1);
    std::sort(ranges.begin(), ranges.end());
    QString text;
    const int columns = m_model->columnCount({});
    for (int column = 0; column < columns; ++column)
        text += (column ? u"\t" : u"") + m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    text += u'\n';
    for (const auto& [top, bottom] : ranges) {
        for (int row = top; row <= bottom; ++row) {
            for (int column = 0; column < columns; ++column)
                text += (column ? u"\t" : u"") + m_model->index(row, column).data().toString();
            text += u'\n';
        }
    }
    return text;
}

} // namespace runglass
