// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/GroupByPopover.h"

#include "models/items/GroupKeysModel.h"
#include "models/items/SortKeysModel.h"
#include "models/session/Session.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/SearchField.h"
#include "widgets/runs/GroupKeyDelegate.h"
#include "widgets/runs/SortItemDelegate.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kLeastWidth = 480; ///< more where the words of the buttons are long
constexpr int kChipRows = 2, kColumnRows = 9;
constexpr int kRow = 30;
constexpr int kInset = 12, kGap = 8;

void prepare(QListView& list, const QString& id, const QString& name)
{
    list.setObjectName(id);
    list.setAccessibleName(name);
    list.setEditTriggers(QAbstractItemView::NoEditTriggers);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

} // namespace

GroupByPopover::GroupByPopover(Context& context, const QList<QAction*>& foldActions, QWidget* owner)
    : Popover(context.theme, tr("Group by"), owner)
    , m_context(context)
    , m_keys(new GroupKeysModel(this))
    , m_columns(new FilterColumnsModel(this))
    , m_chips(new QListView(this))
    , m_noKeys(new QLabel(tr("Choose a column: runs with the same value become a group."), this))
    , m_columnList(new QListView(this))
    , m_search(new SearchField(context.theme, tr("Search columns to group by"), this))
    , m_outwards(makeAction(QStringLiteral("moveGroupKeyOut"), tr("Move left"),
                            tr("Group by the chosen column earlier (Alt+Left)")))
    , m_inwards(makeAction(QStringLiteral("moveGroupKeyIn"), tr("Move right"),
                           tr("Group by the chosen column later (Alt+Right)")))
    , m_remove(
          makeAction(QStringLiteral("removeGroupKey"), tr("Remove"), tr("Do not group by the chosen column (Delete)")))
    , m_add(makeAction(QStringLiteral("addGroupKey"), tr("Add"), tr("Group by the chosen column too")))
{
    setObjectName(QStringLiteral("groupByPopover"));
    setMinimumWidth(kLeastWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, kInset, kInset, kInset);
    layout->setSpacing(kGap);
    auto* title = new QLabel(tr("Group by"), this);
    QFont strong = title->font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    layout->addWidget(title);
    addKeys(layout, foldActions);
    addColumns(layout);
    connect(m_outwards, &QAction::triggered, this, [this] { moveKey(-1); });
    connect(m_inwards, &QAction::triggered, this, [this] { moveKey(1); });
    connect(m_remove, &QAction::triggered, this, &GroupByPopover::removeKey);
    connect(m_add, &QAction::triggered, this, &GroupByPopover::addColumn);
    m_keys->follow(context.session);
    for (const auto& changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_keys, changed, this, &GroupByPopover::fillColumns);
    connect(m_keys, &QAbstractItemModel::dataChanged, this, &GroupByPopover::refresh);
    connect(m_chips->selectionModel(), &QItemSelectionModel::currentChanged, this, &GroupByPopover::refresh);
    connect(&context.session, &Session::listChanged, this, [this] {
        const auto list = m_context.session.list();
        if (isVisible() && (list->keyColumns != m_keyColumns || list->table->columns().size() != m_tableColumns))
            fillColumns();
    });
    refresh();
}

QAction* GroupByPopover::makeAction(const QString& id, const QString& text, const QString& tip)
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    action->setToolTip(tip);
    return action;
}

void GroupByPopover::addKeys(QBoxLayout* layout, const QList<QAction*>& foldActions)
{
    prepare(*m_chips, QStringLiteral("groupKeys"), tr("Grouped by"));
    m_chips->setModel(m_keys);
    m_chips->setItemDelegate(new GroupKeyDelegate(m_context.theme, m_chips));
    m_chips->setFlow(QListView::LeftToRight);
    m_chips->setWrapping(true);
    m_chips->setResizeMode(QListView::Adjust);
    m_chips->setDragDropMode(QAbstractItemView::InternalMove);
    m_chips->setDefaultDropAction(Qt::MoveAction);
    m_chips->setFixedHeight(std::max(kRow, fontMetrics().height() + 12) * kChipRows + 2 * m_chips->frameWidth());
    m_chips->installEventFilter(this);
    m_noKeys->setObjectName(QStringLiteral("noGroupKeys"));
    m_noKeys->setForegroundRole(QPalette::PlaceholderText);
    m_noKeys->setFixedHeight(m_chips->height());
    m_noKeys->setAlignment(Qt::AlignCenter);
    m_noKeys->setWordWrap(true);
    layout->addWidget(m_chips);
    layout->addWidget(m_noKeys);
    auto* buttons = new QHBoxLayout;
    for (QAction* action : {m_outwards, m_inwards, m_remove})
        buttons->addWidget(new ActionButton(action, this));
    buttons->addStretch(1);
    layout->addLayout(buttons);
    auto* folds = new QHBoxLayout;
    for (QAction* action : foldActions)
        folds->addWidget(new ActionButton(action, this));
    folds->addStretch(1);
    layout->addLayout(folds);
}

void GroupByPopover::addColumns(QBoxLayout* layout)
{
    prepare(*m_columnList, QStringLiteral("groupColumns"), tr("Columns to group by"));
    m_columnList->setUniformItemSizes(true);
    m_columnList->setFixedHeight(std::max(26, fontMetrics().height() + 8) * kColumnRows +
                                 2 * m_columnList->frameWidth());
    m_columnList->setModel(m_columns);
    m_columnList->setItemDelegate(new SortItemDelegate(m_context.theme, SortItemDelegate::Kind::Column,
                                                       FilterColumnsModel::NoteRole, m_columnList));
    m_search->setObjectName(QStringLiteral("searchGroupColumns"));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_columns->setSearch(text);
        m_columnList->setCurrentIndex(m_columns->index(0));
        refresh();
    });
    connect(m_columnList, &QListView::activated, m_add, &QAction::trigger);
    auto* row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(new ActionButton(m_add, this));
    layout->addLayout(row);
    layout->addWidget(m_columnList);
}

QWidget* GroupByPopover::firstFocus() const
{
    return m_search;
}

void GroupByPopover::showEvent(QShowEvent* event)
{
    m_search->clear();
    fillColumns();
    if (currentKey() < 0)
        m_chips->setCurrentIndex(m_keys->index(0));
    Popover::showEvent(event);
}

/// What a key does with the chosen chip. Some mean something else in the window, so they are no shortcuts.
bool GroupByPopover::keyOfChip(const QKeyEvent& key, bool isPress)
{
    const bool alt = key.modifiers().testFlag(Qt::AltModifier);
    const bool goesOut = alt && (key.key() == Qt::Key_Left || key.key() == Qt::Key_Up);
    const bool goesIn = alt && (key.key() == Qt::Key_Right || key.key() == Qt::Key_Down);
    const bool removes = key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace;
    if (isPress && goesOut)
        m_outwards->trigger();
    else if (isPress && goesIn)
        m_inwards->trigger();
    else if (isPress && removes)
        m_remove->trigger();
    return goesOut || goesIn || removes;
}

/// What a key does in the search: up and down walk through what is found, Enter adds it.
bool GroupByPopover::keyOfSearch(const QKeyEvent& key)
{
    const int row = m_columnList->currentIndex().row();
    switch (key.key()) {
    case Qt::Key_Up:
        m_columnList->setCurrentIndex(m_columns->index(std::max(0, row - 1)));
        return true;
    case Qt::Key_Down:
        m_columnList->setCurrentIndex(m_columns->index(std::min(m_columns->rowCount() - 1, row + 1)));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_add->trigger();
        return true;
    default:
        return false;
    }
}

bool GroupByPopover::eventFilter(QObject* watched, QEvent* event)
{
    const bool isPress = event->type() == QEvent::KeyPress;
    if (watched == m_chips && (isPress || event->type() == QEvent::ShortcutOverride) &&
        keyOfChip(static_cast<QKeyEvent&>(*event), isPress)) {
        event->accept();
        return true;
    }
    if (isPress && watched == m_search && keyOfSearch(static_cast<QKeyEvent&>(*event)))
        return true;
    return Popover::eventFilter(watched, event);
}

int GroupByPopover::currentKey() const
{
    return m_chips->currentIndex().row();
}

void GroupByPopover::moveKey(int step)
{
    // Qt counts the places before the row is taken out.
    m_keys->moveRow({}, currentKey(), {}, step < 0 ? currentKey() - 1 : currentKey() + 2);
}

void GroupByPopover::removeKey()
{
    m_keys->removeRow(currentKey());
}

void GroupByPopover::addColumn()
{
    const QModelIndex chosen = m_columnList->currentIndex();
    if (!chosen.isValid())
        return;
    m_keys->add(sortColumn(m_columns->entry(chosen.row())));
    m_chips->setCurrentIndex(m_keys->index(m_keys->rowCount() - 1));
    m_search->clear();
}

void GroupByPopover::fillColumns()
{
    const auto list = m_context.session.list();
    const int row = std::max(0, m_columnList->currentIndex().row());
    m_keyColumns = list->keyColumns;
    m_tableColumns = list->table->columns().size();
    m_columns->setEntries(groupColumns(*list, m_keys->keys()));
    m_columnList->setCurrentIndex(m_columns->index(std::min(row, m_columns->rowCount() - 1)));
    refresh();
}

void GroupByPopover::refresh()
{
    const int current = currentKey(), keys = m_keys->rowCount();
    m_remove->setEnabled(current >= 0);
    m_outwards->setEnabled(current > 0);
    m_inwards->setEnabled(current >= 0 && current + 1 < keys);
    m_add->setEnabled(m_columns->rowCount() > 0);
    // What has the focus may not vanish: Tab would not know where it is.
    if (keys == 0 && m_chips->hasFocus())
        m_search->setFocus(Qt::OtherFocusReason);
    m_chips->setVisible(keys > 0);
    m_noKeys->setVisible(keys == 0);
}

} // namespace runglass
