// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/SortPopover.h"

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

constexpr int kWidth = 460;
constexpr int kKeyRows = 4;
constexpr int kColumnRows = 8;
constexpr int kInset = 12;
constexpr int kGap = 8;

void prepare(QListView& list, const QString& id, const QString& name, int rows)
{
    const int height = std::max(26, list.fontMetrics().height() + 8);
    list.setObjectName(id);
    list.setAccessibleName(name);
    list.setUniformItemSizes(true);
    list.setEditTriggers(QAbstractItemView::NoEditTriggers);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setFixedHeight(height * rows + 2 * list.frameWidth());
}

} // namespace

SortPopover::SortPopover(Context& context, QWidget* owner)
    : Popover(context.theme, tr("Sort by"), owner)
    , m_context(context)
    , m_keys(new SortKeysModel(this))
    , m_columns(new FilterColumnsModel(this))
    , m_keyList(new QListView(this))
    , m_noKeys(new QLabel(tr("No column is chosen: the newest run comes first."), this))
    , m_columnList(new QListView(this))
    , m_search(new SearchField(context.theme, tr("Search columns to sort by"), this))
    , m_reverse(makeAction(QStringLiteral("reverseSortKey"), tr("Reverse"),
                           tr("Turn the order of the chosen key round"), &SortPopover::reverseKey))
    , m_raise(makeAction(QStringLiteral("raiseSortKey"), tr("Move up"), tr("Sort by the chosen key earlier"),
                         &SortPopover::raiseKey))
    , m_lower(makeAction(QStringLiteral("lowerSortKey"), tr("Move down"), tr("Sort by the chosen key later"),
                         &SortPopover::lowerKey))
    , m_remove(makeAction(QStringLiteral("removeSortKey"), tr("Remove"), tr("Do not sort by the chosen key"),
                          &SortPopover::removeKey))
    , m_add(makeAction(QStringLiteral("addSortKey"), tr("Add"), tr("Sort by the chosen column too"),
                       &SortPopover::addColumn))
{
    setObjectName(QStringLiteral("sortPopover"));
    setFixedWidth(kWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, kInset, kInset, kInset);
    layout->setSpacing(kGap);
    auto* title = new QLabel(tr("Sort by"), this);
    QFont strong = title->font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    layout->addWidget(title);
    addKeys(layout);
    addColumns(layout);
    m_keys->follow(context.session);
    for (const auto& changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_keys, changed, this, &SortPopover::fillColumns);
    connect(m_keys, &QAbstractItemModel::dataChanged, this, &SortPopover::refresh);
    connect(m_keyList->selectionModel(), &QItemSelectionModel::currentChanged, this, &SortPopover::refresh);
    connect(&context.session, &Session::listChanged, this, [this] {
        const auto list = m_context.session.list();
        if (isVisible() && (list->keyColumns != m_keyColumns || list->table->columns().size() != m_tableColumns))
            fillColumns();
    });
    refresh();
}

QAction* SortPopover::makeAction(const QString& id, const QString& text, const QString& tip, void (SortPopover::*act)())
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    action->setToolTip(tip);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void SortPopover::addKeys(QBoxLayout* layout)
{
    prepare(*m_keyList, QStringLiteral("sortKeys"), tr("Sort keys"), kKeyRows);
    m_keyList->setModel(m_keys);
    m_keyList->setItemDelegate(
        new SortItemDelegate(m_context.theme, SortItemDelegate::Kind::Key, SortKeysModel::OriginRole, m_keyList));
    m_keyList->setDragDropMode(QAbstractItemView::InternalMove);
    m_keyList->setDefaultDropAction(Qt::MoveAction);
    m_keyList->installEventFilter(this);
    connect(m_keyList, &QListView::doubleClicked, m_reverse, &QAction::trigger);
    m_noKeys->setObjectName(QStringLiteral("noSortKeys"));
    m_noKeys->setForegroundRole(QPalette::PlaceholderText);
    m_noKeys->setFixedHeight(m_keyList->height());
    m_noKeys->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_keyList);
    layout->addWidget(m_noKeys);
    const std::pair<QAction*, QKeySequence> keys[] = {{m_reverse, Qt::Key_Space},
                                                      {m_raise, Qt::ALT | Qt::Key_Up},
                                                      {m_lower, Qt::ALT | Qt::Key_Down},
                                                      {m_remove, Qt::Key_Delete}};
    auto* buttons = new QHBoxLayout;
    for (const auto& [action, key] : keys) {
        // No shortcut of the action: some mean something else in the window, and hold in the list only.
        action->setData(key);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(action->toolTip(), key.toString(QKeySequence::NativeText)));
        buttons->addWidget(new ActionButton(action, this));
    }
    buttons->addStretch(1);
    layout->addLayout(buttons);
}

void SortPopover::addColumns(QBoxLayout* layout)
{
    prepare(*m_columnList, QStringLiteral("sortColumns"), tr("Columns to sort by"), kColumnRows);
    m_columnList->setModel(m_columns);
    m_columnList->setItemDelegate(new SortItemDelegate(m_context.theme, SortItemDelegate::Kind::Column,
                                                       FilterColumnsModel::NoteRole, m_columnList));
    m_search->setObjectName(QStringLiteral("searchSortColumns"));
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

QWidget* SortPopover::firstFocus() const
{
    return m_keys->rowCount() > 0 ? static_cast<QWidget*>(m_keyList) : m_search;
}

void SortPopover::showEvent(QShowEvent* event)
{
    m_search->clear();
    fillColumns();
    if (currentKey() < 0)
        m_keyList->setCurrentIndex(m_keys->index(0));
    Popover::showEvent(event);
}

QAction* SortPopover::keyAction(const QKeyEvent& key) const
{
    const QKeySequence pressed(key.keyCombination());
    for (QAction* action : {m_reverse, m_raise, m_lower, m_remove})
        if (action->data().value<QKeySequence>() == pressed)
            return action;
    return nullptr;
}

/// What a key does in the search: up and down walk through what is found, Enter adds it.
bool SortPopover::searchKey(const QKeyEvent& key)
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

bool SortPopover::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (isKey && watched == m_keyList) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        if (QAction* action = keyAction(key)) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                action->trigger();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && watched == m_search && searchKey(static_cast<QKeyEvent&>(*event)))
        return true;
    return Popover::eventFilter(watched, event);
}

int SortPopover::currentKey() const
{
    return m_keyList->currentIndex().row();
}

void SortPopover::reverseKey()
{
    const QModelIndex current = m_keyList->currentIndex();
    m_keys->setData(current, !current.data(SortKeysModel::DescendingRole).toBool(), SortKeysModel::DescendingRole);
}

void SortPopover::raiseKey()
{
    m_keys->moveRow({}, currentKey(), {}, currentKey() - 1);
}

void SortPopover::lowerKey()
{
    m_keys->moveRow({}, currentKey(), {}, currentKey() + 2);
}

void SortPopover::removeKey()
{
    m_keys->removeRow(currentKey());
}

void SortPopover::addColumn()
{
    const QModelIndex chosen = m_columnList->currentIndex();
    if (!chosen.isValid())
        return;
    m_keys->add(sortColumn(m_columns->entry(chosen.row())));
    m_keyList->setCurrentIndex(m_keys->index(m_keys->rowCount() - 1));
    m_search->clear();
}

void SortPopover::fillColumns()
{
    const auto list = m_context.session.list();
    const int row = std::max(0, m_columnList->currentIndex().row());
    m_keyColumns = list->keyColumns;
    m_tableColumns = list->table->columns().size();
    m_columns->setEntries(sortColumns(*list, m_keys->keys()));
    m_columnList->setCurrentIndex(m_columns->index(std::min(row, m_columns->rowCount() - 1)));
    refresh();
}

void SortPopover::refresh()
{
    const int current = currentKey(), keys = m_keys->rowCount();
    m_reverse->setEnabled(current >= 0);
    m_remove->setEnabled(current >= 0);
    m_raise->setEnabled(current > 0);
    m_lower->setEnabled(current >= 0 && current + 1 < keys);
    m_add->setEnabled(m_columns->rowCount() > 0);
    // What has the focus may not vanish: Tab would not know where it is.
    if (keys == 0 && m_keyList->hasFocus())
        m_search->setFocus(Qt::OtherFocusReason);
    m_keyList->setVisible(keys > 0);
    m_noKeys->setVisible(keys == 0);
}

} // namespace runglass
