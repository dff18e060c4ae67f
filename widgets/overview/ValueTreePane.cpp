// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/ValueTreePane.h"

#include "models/items/ValueFilterProxy.h"
#include "models/session/JsonText.h"
#include "widgets/common/MarkedText.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/common/TwinAction.h"

#include <QAction>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

namespace runglass
{

namespace
{

constexpr int kLeastName = 96; ///< px
constexpr int kMostRows = 16;
constexpr int kExpandUpTo = 60;

/// Types are muted, what is no number is called out.
class ValueDelegate : public QStyledItemDelegate
{
public:
    ValueDelegate(Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize hint = QStyledItemDelegate::sizeHint(option, index);
        return {hint.width(), std::max(24, option.fontMetrics.height() + 6)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString text = index.data().toString();
        if (!hasMarks(text)) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem shown = option;
        initStyleOption(&shown, index);
        const QStyle* style = option.widget->style();
        const int padding = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, option.widget) + 1;
        const QRect area =
            style->subElementRect(QStyle::SE_ItemViewItemText, &shown, option.widget).adjusted(padding, 0, -padding, 0);
        shown.text.clear();
        style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, option.widget);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->setFont(shown.font);
        drawMarkedText(*painter, area, shown.fontMetrics.elidedText(text, Qt::ElideRight, area.width()),
                       m_theme.color(Theme::Token::Text),
                       m_theme.color(isSelected ? Theme::Token::SelMuted : Theme::Token::Muted));
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto column = static_cast<ValueTreeModel::Column>(index.data(ValueTreeModel::ColumnRole).toInt());
        const bool isSelected = option->state.testFlag(QStyle::State_Selected);
        QColor colour;
        if (column == ValueTreeModel::Column::Type)
            colour = m_theme.color(isSelected ? Theme::Token::SelMuted : Theme::Token::Muted);
        if (index.data(ValueTreeModel::NotANumberRole).toBool())
            colour = m_theme.color(Theme::Token::Worse);
        if (colour.isValid()) {
            option->palette.setColor(QPalette::Text, colour);
            option->palette.setColor(QPalette::HighlightedText, colour);
        }
    }

private:
    Theme& m_theme;
};

QToolButton* iconButton(Theme& theme, const QString& icon, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(name);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setIcon(theme.icon(icon));
    button->setAutoRaise(true);
    button->setFixedSize(28, 28);
    return button;
}

} // namespace

ValueTreePane::ValueTreePane(Theme& theme, ValueTreeModel::Kind kind, const QString& title, const QString& searchName,
                             QWidget* parent)
    : QWidget(parent)
    , m_model(new ValueTreeModel(kind, this))
    , m_proxy(new ValueFilterProxy(this))
    , m_head(new SectionHeader(title, this))
    , m_search(new SearchField(theme, searchName, this))
    , m_internal(iconButton(theme, QStringLiteral("eye-off"), tr("Hide internal keys"), this))
    , m_tree(new QTreeView(this))
{
    m_proxy->setSourceModel(m_model);
    m_tree->setModel(m_proxy);
    m_tree->setItemDelegate(new ValueDelegate(theme, m_tree));
    m_tree->setAccessibleName(title);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setIndentation(16);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionsMovable(false);
    m_tree->header()->setMinimumSectionSize(40);
    m_tree->viewport()->installEventFilter(this);
    // Columns that somebody has made as wide as they should be stay so.
    connect(m_tree->header(), &QHeaderView::sectionResized, this, [this] { m_hasOwnWidths |= !m_isFitting; });
    m_search->setMinimumWidth(100);
    m_search->setMaximumWidth(180);
    m_internal->setCheckable(true);
    m_internal->setChecked(true);
    m_internal->setToolTip(tr("Hide internal keys: those that begin with _"));
    QToolButton* copy = iconButton(theme, QStringLiteral("copy"), tr("Copy %1 as JSON").arg(title), this);
    m_head->layout()->setContentsMargins(0, 2, 0, 2);
    m_head->addWidget(m_search, 1);
    m_head->addWidget(m_internal);
    m_head->addWidget(copy);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_head);
    layout->addWidget(m_tree);
    addActions();
    connect(copy, &QToolButton::clicked, this, &ValueTreePane::copyAll);
    connect(m_search, &QLineEdit::textChanged, this, &ValueTreePane::filter);
    connect(m_internal, &QToolButton::toggled, this, &ValueTreePane::filter);
    connect(m_tree, &QTreeView::expanded, this, &ValueTreePane::fitHeight);
    connect(m_tree, &QTreeView::collapsed, this, &ValueTreePane::fitHeight);
    fitHeight();
}

void ValueTreePane::addActions()
{
    offerActionsInMenu(m_tree);
    QAction* value = addCopy(tr("Copy value"), ValueTreeModel::CopyRole);
    value->setShortcut(QKeySequence::Copy);
    value->setShortcutContext(Qt::WidgetShortcut);
    addCopy(tr("Copy path"), ValueTreeModel::PathRole);
    addCopy(tr("Copy as JSON"), ValueTreeModel::JsonRole);
}

QAction* ValueTreePane::addCopy(const QString& text, int role)
{
    auto* action = new QAction(text, m_tree);
    m_tree->addAction(action);
    connect(action, &QAction::triggered, this, [this, role] { copyRows(role); });
    return action;
}

void ValueTreePane::copy()
{
    copyRows(ValueTreeModel::CopyRole);
}

void ValueTreePane::copyRows(int role)
{
    QStringList lines;
    QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [this](const QModelIndex& a, const QModelIndex& b) {
        return m_tree->visualRect(a).top() < m_tree->visualRect(b).top();
    });
    for (const QModelIndex& row : rows)
        lines.append(row.data(role).toString());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void ValueTreePane::copyAll()
{
    QGuiApplication::clipboard()->setText(QString::fromStdString(jsonOf(m_model->value(), 2)));
}

void ValueTreePane::setValue(std::shared_ptr<const Value> value)
{
    if (!m_model->setValue(std::move(value)) && m_model->rowCount() > 0)
        return;
    noteCount();
    expandSmall();
    fitColumns();
}

void ValueTreePane::updateValue(std::shared_ptr<const Value> value)
{
    if (m_model->rowCount() == 0) {
        setValue(std::move(value));
        return;
    }
    m_model->updateValue(std::move(value));
    fitHeight();
    noteCount();
}

void ValueTreePane::noteCount()
{
    m_head->setNote(tr("%n value(s)", nullptr, m_model->leafCount()));
}

void ValueTreePane::forgetSeries()
{
    m_hasSeries = false;
    m_model->setSeries({});
}

void ValueTreePane::setSeries(const std::vector<SeriesInfo>& series)
{
    m_model->setSeries(series);
    if (!std::exchange(m_hasSeries, true))
        fitColumns();
}

void ValueTreePane::filter()
{
    m_proxy->setInternalHidden(m_internal->isChecked());
    m_proxy->setSearchText(m_search->text());
    if (m_search->text().isEmpty())
        expandSmall();
    else
        m_tree->expandAll();
    fitHeight();
}

void ValueTreePane::expandSmall()
{
    if (m_model->leafCount() <= kExpandUpTo)
        m_tree->expandAll();
    // What the SDK notes of a picture or a table is of no use to most.
    const std::function<void(const QModelIndex&)> fold = [&](const QModelIndex& parent) {
        for (int row = 0; row < m_proxy->rowCount(parent); ++row) {
            const QModelIndex child = m_proxy->index(row, 0, parent);
            if (child.data(ValueTreeModel::MediaRole).toBool())
                m_tree->collapse(child);
            else if (m_tree->isExpanded(child))
                fold(child);
        }
    };
    fold({});
    fitHeight();
}

void ValueTreePane::fitHeight()
{
    int rows = 0;
    const std::function<void(const QModelIndex&)> count = [&](const QModelIndex& parent) {
        const int children = m_proxy->rowCount(parent);
        rows += children;
        for (int row = 0; row < children && rows <= kMostRows; ++row)
            if (const QModelIndex child = m_proxy->index(row, 0, parent); m_tree->isExpanded(child))
                count(child);
    };
    count({});
    const int rowHeight = std::max(24, fontMetrics().height() + 6);
    const int shown = std::clamp(rows, 1, kMostRows);
    // The bar under columns that do not fit must not cover the last row.
    const bool isWider = m_tree->header()->length() > m_tree->viewport()->width();
    const int bar = isWider ? m_tree->horizontalScrollBar()->sizeHint().height() : 0;
    m_tree->setFixedHeight(m_tree->header()->sizeHint().height() + shown * rowHeight + 2 * m_tree->frameWidth() + 2 +
                           bar);
}

bool ValueTreePane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void ValueTreePane::fitColumns()
{
    if (m_hasOwnWidths) {
        fitHeight();
        return;
    }
    m_isFitting = true;
    QHeaderView* header = m_tree->header();
    const int columns = m_model->columnCount();
    int others = 0;
    const auto contentWidth = [this, header](int column) {
        m_tree->resizeColumnToContents(column);
        return header->sectionSize(column);
    };
    for (int column = 1; column < columns; ++column) {
        const QString title = m_model->headerData(column, Qt::Horizontal).toString();
        const int needed = std::max(contentWidth(column), fontMetrics().horizontalAdvance(title) + 20);
        // A long text is shortened before it pushes the others out of view; it is whole in the tool tip.
        header->resizeSection(column, std::min(needed, 200));
        others += header->sectionSize(column);
    }
    const int room = m_tree->viewport()->width();
    const int name = std::clamp(contentWidth(0), kLeastName, std::max(kLeastName, room / 2));
    header->resizeSection(0, name);
    const bool hasText = columns == 3;
    // What is left goes to the values, which may be long, or to the names beside numbers.
    const int spare = room - name - others;
    if (spare > 0)
        header->resizeSection(hasText ? 1 : 0, header->sectionSize(hasText ? 1 : 0) + spare);
    m_isFitting = false;
    fitHeight();
}

} // namespace runglass
