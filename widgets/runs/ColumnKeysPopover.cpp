// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/ColumnKeysPopover.h"

#include "models/items/ColumnKeysModel.h"
#include "models/items/FilterColumnsModel.h"
#include "models/items/SortKeysModel.h"
#include "models/session/Session.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/SearchField.h"
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

constexpr int kInset = 12;
constexpr int kGap = 8;
constexpr int kRow = 26;

void prepare(QListView& list, const QString& id, const QString& name)
{
    list.setObjectName(id);
    list.setAccessibleName(name);
    list.setEditTriggers(QAbstractItemView::NoEditTriggers);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

} // namespace

ColumnKeysPopover::ColumnKeysPopover(Context& context, ColumnKeysModel* keys, const Names& names, QWidget* owner)
    : Popover(context.theme, names.title, owner)
    , m_context(context)
    , m_keys(keys)
    , m_names(names)
    , m_columns(new FilterColumnsModel(this))
    , m_keyList(new QListView(this))
    , m_noKeys(new QLabel(names.nothing, this))
    , m_columnList(new QListView(this))
    , m_search(new SearchField(context.theme, names.search, this))
{
    m_keys->setParent(this);
}

QAction* ColumnKeysPopover::makeAction(const QString& id, const QString& text, const QString& tip)
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    action->setToolTip(tip);
    return action;
}

void ColumnKeysPopover::setActions(QAction* earlier, QAction* later, QAction* remove, QAction* add)
{
    m_earlier = earlier;
    m_later = later;
    m_remove = remove;
    m_add = add;
    connect(earlier, &QAction::triggered, this, [this] { moveKey(-1); });
    connect(later, &QAction::triggered, this, [this] { moveKey(1); });
    connect(remove, &QAction::triggered, this, [this] { m_keys->removeRow(currentKey()); });
    connect(add, &QAction::triggered, this, &ColumnKeysPopover::addColumn);
}

QBoxLayout* ColumnKeysPopover::addKeys(int rows, int rowHeight)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, kInset, kInset, kInset);
    layout->setSpacing(kGap);
    auto* title = new QLabel(m_names.title, this);
    QFont strong = title->font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    layout->addWidget(title);
    prepare(*m_keyList, m_names.keysId, m_names.keys);
    m_keyList->setModel(m_keys);
    m_keyList->setDragDropMode(QAbstractItemView::InternalMove);
    m_keyList->setDefaultDropAction(Qt::MoveAction);
    m_keyList->setFixedHeight(rowHeight * rows + 2 * m_keyList->frameWidth());
    m_keyList->installEventFilter(this);
    m_noKeys->setForegroundRole(QPalette::PlaceholderText);
    m_noKeys->setFixedHeight(m_keyList->height());
    m_noKeys->setAlignment(Qt::AlignCenter);
    m_noKeys->setWordWrap(true);
    layout->addWidget(m_keyList);
    layout->addWidget(m_noKeys);
    return layout;
}

void ColumnKeysPopover::addButtons(QBoxLayout* layout, const QList<QAction*>& actions, QWidget* parent)
{
    auto* row = new QHBoxLayout;
    for (QAction* action : actions)
        row->addWidget(new ActionButton(action, parent));
    row->addStretch(1);
    layout->addLayout(row);
}

void ColumnKeysPopover::addColumns(QBoxLayout* layout, int rows)
{
    prepare(*m_columnList, m_names.columnsId, m_names.columns);
    m_columnList->setUniformItemSizes(true);
    m_columnList->setFixedHeight(std::max(kRow, fontMetrics().height() + 8) * rows + 2 * m_columnList->frameWidth());
    m_columnList->setModel(m_columns);
    m_columnList->setItemDelegate(new SortItemDelegate(m_context.theme, SortItemDelegate::Kind::Column,
                                                       FilterColumnsModel::NoteRole, m_columnList));
    m_search->setObjectName(m_names.searchId);
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

void ColumnKeysPopover::start()
{
    for (const auto& changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_keys, changed, this, &ColumnKeysPopover::fillColumns);
    connect(m_keys, &QAbstractItemModel::dataChanged, this, &ColumnKeysPopover::refresh);
    connect(m_keyList->selectionModel(), &QItemSelectionModel::currentChanged, this, &ColumnKeysPopover::refresh);
    connect(&m_context.session, &Session::listChanged, this, [this] {
        const auto list = m_context.session.list();
        if (isVisible() && (list->keyColumns != m_keyColumns || list->table->columns().size() != m_tableColumns))
            fillColumns();
    });
    refresh();
}

QWidget* ColumnKeysPopover::firstFocus() const
{
    return m_search;
}

void ColumnKeysPopover::showEvent(QShowEvent* event)
{
    m_search->clear();
    fillColumns();
    if (currentKey() < 0)
        m_keyList->setCurrentIndex(m_keys->index(0));
    Popover::showEvent(event);
}

bool ColumnKeysPopover::keyOfKeys(const QKeyEvent& key, bool isPress)
{
    const QKeySequence pressed(QKeyCombination(key.modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(key.key())));
    const auto found = std::find_if(m_bound.cbegin(), m_bound.cend(),
                                    [&pressed](const auto& bound) { return bound.first == pressed; });
    if (found == m_bound.cend())
        return false;
    if (isPress)
        found->second->trigger();
    return true;
}

/// What a key does in the search: up and down walk through what is found, Enter adds it.
bool ColumnKeysPopover::keyOfSearch(const QKeyEvent& key)
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

bool ColumnKeysPopover::eventFilter(QObject* watched, QEvent* event)
{
    const bool isPress = event->type() == QEvent::KeyPress;
    if (watched == m_keyList && (isPress || event->type() == QEvent::ShortcutOverride) &&
        keyOfKeys(static_cast<QKeyEvent&>(*event), isPress)) {
        event->accept();
        return true;
    }
    if (isPress && watched == m_search && keyOfSearch(static_cast<QKeyEvent&>(*event)))
        return true;
    return Popover::eventFilter(watched, event);
}

int ColumnKeysPopover::currentKey() const
{
    return m_keyList->currentIndex().row();
}

void ColumnKeysPopover::moveKey(int step)
{
    // Qt counts the places before the row is taken out.
    m_keys->moveRow({}, currentKey(), {}, step < 0 ? currentKey() - 1 : currentKey() + 2);
}

void ColumnKeysPopover::addColumn()
{
    const QModelIndex chosen = m_columnList->currentIndex();
    if (!chosen.isValid())
        return;
    m_keys->add(sortColumn(m_columns->entry(chosen.row())));
    m_keyList->setCurrentIndex(m_keys->index(m_keys->rowCount() - 1));
    m_search->clear();
}

void ColumnKeysPopover::fillColumns()
{
    const auto list = m_context.session.list();
    const int row = std::max(0, m_columnList->currentIndex().row());
    m_keyColumns = list->keyColumns;
    m_tableColumns = list->table->columns().size();
    m_columns->setEntries(sortColumns(*list, m_keys->chosen()));
    m_columnList->setCurrentIndex(m_columns->index(std::min(row, m_columns->rowCount() - 1)));
    refresh();
}

void ColumnKeysPopover::refresh()
{
    const int current = currentKey(), keys = m_keys->rowCount();
    m_remove->setEnabled(current >= 0);
    m_earlier->setEnabled(current > 0);
    m_later->setEnabled(current >= 0 && current + 1 < keys);
    m_add->setEnabled(m_columns->rowCount() > 0);
    // What has the focus may not vanish: Tab would not know where it is.
    if (keys == 0 && m_keyList->hasFocus())
        m_search->setFocus(Qt::OtherFocusReason);
    m_keyList->setVisible(keys > 0);
    m_noKeys->setVisible(keys == 0);
}

} // namespace runglass
