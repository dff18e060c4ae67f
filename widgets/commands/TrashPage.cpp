// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commands/TrashPage.h"

#include "models/items/CommandText.h"
#include "models/items/Format.h"
#include "models/items/TrashModel.h"
#include "models/session/WhenAnswered.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/ButtonTone.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"
#include "widgets/common/TwinAction.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <utility>

namespace runglass
{

namespace
{
constexpr int kGatherMs = 400;
}

TrashPage::TrashPage(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new TrashModel(this))
    , m_table(new QTableView(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_search(new SearchField(context.theme, tr("Search trash"), this))
    , m_note(new QLabel(this))
    , m_restore(new QAction(context.theme.icon(QStringLiteral("restore")), tr("Restore"), this))
    , m_purge(new QAction(context.theme.icon(QStringLiteral("close")), tr("Delete for good…"), this))
    , m_emptyTrash(
          new QAction(context.theme.icon(QStringLiteral("trash"), Theme::Token::Danger), tr("Empty trash…"), this))
{
    setObjectName(QStringLiteral("trashPage"));
    setAccessibleName(tr("Trash"));
    setFocusPolicy(Qt::TabFocus);
    makeActions();
    makeTable();
    auto* content = new QWidget(this);
    m_stack = new QStackedLayout(content);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(content, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kGatherMs);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (isVisible())
            reload();
    });
    for (const auto signal : {&Session::listChanged, &Session::sourcesChanged})
        connect(&context.session, signal, this, [this] {
            if (isVisible() && !m_soon.isActive())
                m_soon.start();
        });
    connect(&context.session, &Session::commandFinished, this, [this](quint64, const CommandReport& report) {
        using Kind = RunCommand::Kind;
        const bool concerns = report.kind == Kind::Delete || report.kind == Kind::Restore || report.kind == Kind::Purge;
        if (concerns)
            reload();
    });
    refresh();
}

void TrashPage::makeActions()
{
    m_restore->setObjectName(QStringLiteral("restoreRuns"));
    m_restore->setToolTip(tr("Bring the chosen runs back to where they were"));
    m_purge->setObjectName(QStringLiteral("purgeRuns"));
    m_purge->setToolTip(tr("Remove the chosen runs from the disk. This cannot be undone."));
    m_purge->setShortcut(QKeySequence::Delete);
    m_purge->setShortcutContext(Qt::WidgetShortcut);
    m_emptyTrash->setObjectName(QStringLiteral("emptyTrash"));
    m_emptyTrash->setToolTip(tr("Remove all runs in the trash from the disk, which frees it"));
    auto* copy = new QAction(m_context.theme.icon(QStringLiteral("copy")), tr("Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_table->addActions({m_restore, m_purge, copy});
    offerActionsInMenu(m_table);
    connect(copy, &QAction::triggered, this, &TrashPage::copy);
    connect(m_restore, &QAction::triggered, this, &TrashPage::restore);
    connect(m_purge, &QAction::triggered, this, [this] { askToPurge(chosen(), false); });
    connect(m_emptyTrash, &QAction::triggered, this, [this] { askToPurge(m_model->runs(), true); });
}

QWidget* TrashPage::makeBar()
{
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    auto* title = new QLabel(tr("Trash"), bar);
    title->setObjectName(QStringLiteral("trashTitle"));
    QFont strong = title->font();
    strong.setWeight(QFont::DemiBold);
    strong.setPointSizeF(strong.pointSizeF() + 2);
    title->setFont(strong);
    m_note->setObjectName(QStringLiteral("trashNote"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_search->setObjectName(QStringLiteral("searchTrash"));
    m_search->setMinimumWidth(160);
    m_search->setMaximumWidth(280);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setSearch(text);
        refresh();
    });
    auto* empty = new ActionButton(m_emptyTrash, bar);
    setButtonTone(*empty, ButtonTone::DangerOutline);
    auto* close = new QToolButton(bar);
    close->setObjectName(QStringLiteral("closeTrash"));
    close->setText(tr("Back to the runs"));
    close->setToolTip(tr("Back to the runs (Esc)"));
    close->setIcon(m_context.theme.icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setFixedSize(28, 28);
    close->setFocusPolicy(Qt::TabFocus);
    connect(close, &QToolButton::clicked, this, &TrashPage::closeRequested);
    layout->addWidget(title);
    layout->addWidget(m_note);
    layout->addSpacing(8);
    layout->addWidget(m_search, 1);
    layout->addStretch(1);
    for (QAction* action : {m_restore, m_purge})
        layout->addWidget(new ActionButton(action, bar));
    layout->addWidget(empty);
    layout->addWidget(close);
    return bar;
}

void TrashPage::makeTable()
{
    m_table->setObjectName(QStringLiteral("trash"));
    m_table->setAccessibleName(tr("Trash"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(std::max(26, fontMetrics().height() + 8));
    QHeaderView* head = m_table->horizontalHeader();
    head->setHighlightSections(false);
    head->setSectionResizeMode(TrashModel::Name, QHeaderView::Stretch);
    head->setSortIndicatorShown(true);
    head->setSortIndicator(-1, Qt::AscendingOrder);
    head->setSortIndicatorClearable(true);
    head->setSectionsClickable(true);
    const std::pair<int, int> widths[] = {{TrashModel::Project, 200}, {TrashModel::State, 100},
                                          {TrashModel::Deleted, 130}, {TrashModel::DeletedBy, 130},
                                          {TrashModel::Size, 100},    {TrashModel::Id, 120}};
    for (const auto& [column, width] : widths)
        m_table->setColumnWidth(column, width);
    connect(head, &QHeaderView::sortIndicatorChanged, m_model, &TrashModel::sort);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrashPage::refresh);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        // Screen readers ask for the current cell: where there are rows there is one.
        if (m_model->rowCount() > 0)
            m_table->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
        refresh();
    });
}

void TrashPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    reload();
}

void TrashPage::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    giveFocus();
}

/// Where there are runs, the keyboard is for them.
void TrashPage::giveFocus()
{
    const bool hasRows = m_model->rowCount() > 0 && m_stack->currentWidget() == m_table;
    if (hasFocus() && hasRows)
        m_table->setFocus(Qt::OtherFocusReason);
}

void TrashPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void TrashPage::reload()
{
    // One question at a time: a trash may change faster than it can be read.
    if (std::exchange(m_isAsking, true)) {
        m_isStale = true;
        return;
    }
    m_isStale = false;
    whenAnswered(
        this, m_context.session.trash(), [this](const Result<Trash>& trash) { take(trash); },
        [this] { m_isAsking = false; });
}

void TrashPage::take(const Result<Trash>& trash)
{
    m_isAsking = false;
    m_isKnown = true;
    if (trash) {
        std::set<std::string> before;
        for (const TrashedRef& run : chosen())
            before.insert(run.run.folder + toString(run.run.stored.run.path));
        m_model->setRuns(*trash);
        for (int row = 0; row < m_model->rowCount() && !before.empty(); ++row) {
            const TrashedRun& run = m_model->runAt(row).run;
            if (before.contains(run.folder + toString(run.stored.run.path)))
                m_table->selectionModel()->select(m_model->index(row, 0),
                                                  QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        emit counted(static_cast<int>((*trash)->size()));
    }
    m_problem = trash ? QString() : failureText(trash.error());
    refresh();
    if (m_isStale)
        reload();
}

std::vector<TrashedRef> TrashPage::chosen() const
{
    std::vector<TrashedRef> runs;
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex& row : std::as_const(rows))
        runs.push_back(m_model->runAt(row.row()));
    return runs;
}

void TrashPage::refresh()
{
    const std::vector<TrashedRef>& all = m_model->runs();
    const bool anyChosen = m_table->selectionModel()->hasSelection();
    m_restore->setEnabled(anyChosen);
    m_purge->setEnabled(anyChosen);
    m_emptyTrash->setEnabled(!all.empty());
    m_search->setEnabled(!all.empty());
    const auto count = static_cast<int>(all.size());
    //: %n runs in the trash, %1 is their size
    m_note->setText(count > 0 ? tr("%n run(s), %1", nullptr, count).arg(format::bytes(sizeOf(all))) : QString());
    if (!m_problem.isEmpty()) {
        m_empty->setContent(QStringLiteral("error"), tr("The trash could not be read"), m_problem);
    } else if (!m_isKnown) {
        m_empty->setContent(QStringLiteral("trash"), tr("Looking into the trash…"));
    } else if (all.empty()) {
        m_empty->setContent(QStringLiteral("trash"), tr("Trash is empty."),
                            tr("Deleted runs lie here until it is emptied, and can be restored."));
    } else if (m_model->rowCount() == 0) {
        m_empty->setContent(QStringLiteral("search"), tr("No run in the trash matches."));
    }
    const bool hasRows = m_model->rowCount() > 0 && m_problem.isEmpty();
    // The focus must not wander off with what is hidden.
    if (!hasRows && m_table->hasFocus())
        setFocus(Qt::OtherFocusReason);
    m_stack->setCurrentWidget(hasRows ? static_cast<QWidget*>(m_table) : m_empty);
    giveFocus();
}

void TrashPage::restore()
{
    if (const std::vector<TrashedRef> runs = chosen(); !runs.empty())
        emit restoreRequested(runs);
}

void TrashPage::askToPurge(const std::vector<TrashedRef>& runs, bool isAll)
{
    if (runs.empty())
        return;
    auto* box = new QMessageBox(QMessageBox::NoIcon, isAll ? tr("Empty trash") : tr("Delete for good"), {},
                                QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("purgeDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(
        m_context.theme.icon(QStringLiteral("trash"), Theme::Token::Danger).pixmap(QSize(24, 24), devicePixelRatioF()));
    const QString size = format::bytes(sizeOf(runs));
    box->setText(isAll ? tr("Empty trash?") : tr("Delete %n run(s) for good?", nullptr, static_cast<int>(runs.size())));
    //: %1 is a size
    box->setInformativeText(tr("%n run(s) are removed for good and %1 is freed. This cannot be undone.", nullptr,
                               static_cast<int>(runs.size()))
                                .arg(size));
    QPushButton* go = box->addButton(isAll ? tr("Empty trash") : tr("Delete for good"), QMessageBox::DestructiveRole);
    go->setObjectName(QStringLiteral("confirmPurge"));
    go->setIcon(m_context.theme.icon(QStringLiteral("trash"), Theme::Token::OnDanger));
    setButtonTone(*go, ButtonTone::Danger);
    go->setAutoDefault(false);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setEscapeButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this, [this, runs] { emit purgeRequested(runs); });
    box->open();
}

void TrashPage::copy() const
{
    QStringList lines;
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex& row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells.append(row.siblingAtColumn(column).data(TrashModel::CopyRole).toString());
        lines.append(cells.join(u'\t'));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace runglass
