// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/ColumnsPanel.h"

#include "models/items/ColumnListModel.h"
#include "models/session/Session.h"
#include "widgets/common/SearchField.h"
#include "widgets/runs/ColumnListView.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace runglass
{

namespace
{
constexpr QSize kUsualSize(640, 524);
constexpr int kInset = 12, kGap = 8;

QPushButton* linkButton(const QString& name, const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setFlat(true);
    return button;
}

/// "Visible and pinned · 12"
QString headText(const QString& name, int found, int total)
{
    const QLocale locale;
    return found < total ? QStringLiteral("%1 · %2 / %3").arg(name, locale.toString(found), locale.toString(total))
                         : QStringLiteral("%1 · %2").arg(name, locale.toString(total));
}
} // namespace

ColumnsPanel::ColumnsPanel(Context& context, QWidget* owner)
    : Popover(context.theme, tr("Columns"), owner)
    , m_context(context)
    , m_visibleModel(new ColumnListModel(ColumnListModel::Kind::Visible, this))
    , m_hiddenModel(new ColumnListModel(ColumnListModel::Kind::Hidden, this))
    , m_search(new SearchField(context.theme, tr("Search columns"), this))
    , m_mode(new QComboBox(this))
    , m_visible(new ColumnListView(context.theme, *m_visibleModel, this))
    , m_hidden(new ColumnListView(context.theme, *m_hiddenModel, this))
    , m_visibleHead(new QLabel(this))
    , m_hiddenHead(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_hideAll(linkButton(QStringLiteral("hideAllColumns"), tr("Hide all"), this))
    , m_showAll(linkButton(QStringLiteral("showAllColumns"), tr("Show all"), this))
    , m_reset(new QPushButton(tr("Reset"), this))
    , m_onlyDiffering(new QCheckBox(tr("Only columns that differ between these runs"), this))
{
    setObjectName(QStringLiteral("columnsPanel"));
    m_visible->setObjectName(QStringLiteral("visibleColumns"));
    m_visible->setAccessibleName(tr("Visible and pinned"));
    m_hidden->setObjectName(QStringLiteral("hiddenColumns"));
    m_hidden->setAccessibleName(tr("Hidden"));
    m_hideAll->setToolTip(tr("Hide every column but the name"));
    m_hideAll->setAccessibleName(tr("Hide all columns"));
    m_showAll->setToolTip(tr("Show every column"));
    m_showAll->setAccessibleName(tr("Show all columns"));
    auto* lists = new QHBoxLayout;
    lists->setSpacing(kInset);
    lists->addWidget(makeSide(*m_visible, *m_visibleHead, *m_hideAll), 1);
    lists->addWidget(makeSide(*m_hidden, *m_hiddenHead, *m_showAll), 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, kInset, kInset, kInset);
    layout->setSpacing(kGap);
    layout->addWidget(makeSearch());
    layout->addWidget(m_problem);
    layout->addLayout(lists, 1);
    layout->addWidget(makeFoot());
    connectList(*m_visible);
    connectList(*m_hidden);
}

QWidget* ColumnsPanel::makeSearch()
{
    auto* part = new QWidget(this);
    auto* layout = new QHBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    m_search->setObjectName(QStringLiteral("searchColumns"));
    m_mode->setObjectName(QStringLiteral("columnSearchMode"));
    // A combo box takes its text as its accessible name: the label says what it is, and has no place.
    auto* name = new QLabel(tr("How to search"), part);
    name->setFixedSize(0, 0);
    name->setBuddy(m_mode);
    m_mode->setToolTip(tr("Fuzzy: the letters in their order · Exact: part of the name · Regex: a regular expression"));
    m_mode->addItem(tr("Fuzzy"), static_cast<int>(KeySearch::Mode::Fuzzy));
    m_mode->addItem(tr("Exact"), static_cast<int>(KeySearch::Mode::Exact));
    m_mode->addItem(tr("Regex"), static_cast<int>(KeySearch::Mode::Regex));
    layout->addWidget(m_search, 1);
    layout->addWidget(m_mode);
    m_problem->setObjectName(QStringLiteral("columnSearchProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    connect(m_search, &QLineEdit::textChanged, this, &ColumnsPanel::search);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &ColumnsPanel::search);
    return part;
}

QWidget* ColumnsPanel::makeSide(ColumnListView& view, QLabel& head, QPushButton& all)
{
    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto* top = new QHBoxLayout;
    head.setTextFormat(Qt::PlainText);
    head.setForegroundRole(QPalette::PlaceholderText);
    top->addWidget(&head, 1);
    top->addWidget(&all);
    layout->addLayout(top);
    layout->addWidget(&view, 1);
    return side;
}

QWidget* ColumnsPanel::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 4, 0, 0);
    m_onlyDiffering->setObjectName(QStringLiteral("onlyDiffering"));
    m_onlyDiffering->setToolTip(tr("Leave out columns in which all listed runs have the same. Pinned ones stay."));
    m_reset->setObjectName(QStringLiteral("resetColumns"));
    m_reset->setToolTip(tr("Columns, order and widths as in a new project"));
    m_reset->setAccessibleName(tr("Reset columns"));
    layout->addWidget(m_onlyDiffering, 1);
    layout->addWidget(m_reset);
    connect(m_onlyDiffering, &QCheckBox::toggled, this, [this](bool only) {
        if (only != m_context.session.state().columns.onlyDiffering)
            change([only](ColumnLayout& columns) { columns.onlyDiffering = only; });
    });
    connect(m_hideAll, &QPushButton::clicked, this,
            [this] { change([](ColumnLayout& columns) { columns.hideAll(); }); });
    connect(m_showAll, &QPushButton::clicked, this, &ColumnsPanel::showAll);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        RunListState state = m_context.session.state();
        state.columns = {};
        state.widths.clear();
        m_context.session.setState(std::move(state));
    });
    return foot;
}

void ColumnsPanel::connectList(ColumnListView& view)
{
    connect(&view, &ColumnListView::toggled, this, [this, &view](int row) { toggle(view, row); });
    connect(&view, &ColumnListView::pinToggled, this, [this, &view](int row) { togglePin(view, row); });
    connect(&view, &ColumnListView::moved, this, &ColumnsPanel::put);
    connect(&view, &ColumnListView::otherRequested, this,
            [this, &view] { enterList(&view == m_visible ? *m_hidden : *m_visible, 0); });
    connect(&view, &ColumnListView::leftUpwards, m_search, [this] { m_search->setFocus(Qt::OtherFocusReason); });
}

QSize ColumnsPanel::sizeHint() const
{
    return kUsualSize;
}

QWidget* ColumnsPanel::firstFocus() const
{
    return m_search;
}

/// Only while it is open it has to know what live runs bring.
void ColumnsPanel::showEvent(QShowEvent* event)
{
    const Session& session = m_context.session;
    connect(&session, &Session::listChanged, this, &ColumnsPanel::refresh, Qt::UniqueConnection);
    connect(&session, &Session::stateChanged, this, &ColumnsPanel::refreshState, Qt::UniqueConnection);
    refresh();
    Popover::showEvent(event);
}

void ColumnsPanel::hideEvent(QHideEvent* event)
{
    disconnect(&m_context.session, nullptr, this, nullptr);
    m_search->clear();
    Popover::hideEvent(event);
}

void ColumnsPanel::change(const std::function<void(ColumnLayout&)>& change)
{
    RunListState state = m_context.session.state();
    change(state.columns);
    m_context.session.setState(std::move(state));
}

void ColumnsPanel::toggle(const ColumnListView& view, int row)
{
    const ColumnId id = view.columns().columnId(row);
    const bool hides = &view == m_visible;
    change([&](ColumnLayout& layout) { hides ? layout.hide(id) : layout.show(id); });
}

void ColumnsPanel::togglePin(const ColumnListView& view, int row)
{
    const ColumnId id = view.columns().columnId(row);
    change([&](ColumnLayout& layout) { layout.isPinned(id) ? layout.unpin(id) : layout.pin(id); });
}

/// @param from, to  rows of the visible list
void ColumnsPanel::put(int from, int to)
{
    const auto list = m_context.session.list();
    const auto fromPlace = static_cast<std::size_t>(m_visibleModel->place(from));
    const auto toPlace = static_cast<std::size_t>(m_visibleModel->place(to));
    const ColumnId id = m_visibleModel->columnId(from);
    change([&](ColumnLayout& layout) {
        layout = movedColumn(*list->table, list->columns, std::move(layout), fromPlace, toPlace);
    });
    m_visible->follow(id);
}

void ColumnsPanel::showAll()
{
    const auto list = m_context.session.list();
    change([&list](ColumnLayout& layout) { layout.showAll(columnIds(*list->table, list->columns.hidden)); });
}

void ColumnsPanel::search()
{
    const auto mode = static_cast<KeySearch::Mode>(m_mode->currentData().toInt());
    Result<KeySearch> made = KeySearch::make(m_search->text().toStdString(), mode);
    m_problem->setVisible(!made.ok());
    if (!made) {
        // What was found last stays.
        m_problem->setText(tr("No regular expression: %1.").arg(QString::fromStdString(made.error().detail)));
        m_problem->setForegroundRole(QPalette::WindowText);
        return;
    }
    m_visibleModel->setSearch(*made);
    m_hiddenModel->setSearch(std::move(*made));
    refresh();
}

void ColumnsPanel::refresh()
{
    const auto list = m_context.session.list();
    m_visible->keepPlace([&] { return m_visibleModel->setList(list); });
    m_hidden->keepPlace([&] { return m_hiddenModel->setList(list); });
    m_visibleHead->setText(headText(tr("Visible and pinned"), m_visibleModel->rowCount(), m_visibleModel->total()));
    m_hiddenHead->setText(headText(tr("Hidden"), m_hiddenModel->rowCount(), m_hiddenModel->total()));
    setUsable(*m_hideAll, m_visibleModel->total() > 1);
    setUsable(*m_showAll, m_hiddenModel->total() > 0);
    refreshState();
}

void ColumnsPanel::refreshState()
{
    const RunListState& state = m_context.session.state();
    m_onlyDiffering->setChecked(state.columns.onlyDiffering);
    setUsable(*m_reset, state.columns != ColumnLayout() || !state.widths.empty());
}

/// A button that is disabled by its own click leaves the keyboard in the panel.
void ColumnsPanel::setUsable(QPushButton& button, bool usable)
{
    if (!usable && button.hasFocus())
        m_search->setFocus(Qt::OtherFocusReason);
    button.setEnabled(usable);
}

void ColumnsPanel::enterList(ColumnListView& view, int row)
{
    if (view.model()->rowCount() == 0)
        return;
    if (!view.currentIndex().isValid())
        view.setCurrentIndex(view.model()->index(row, 0));
    view.setFocus(Qt::OtherFocusReason);
}

void ColumnsPanel::keyPressEvent(QKeyEvent* event)
{
    const bool fromSearch = event->key() == Qt::Key_Down && m_search->hasFocus();
    if (!fromSearch)
        Popover::keyPressEvent(event);
    else if (m_search->text().isEmpty() || m_hiddenModel->rowCount() == 0)
        enterList(*m_visible, 0);
    else
        enterList(*m_hidden, 0);
}

} // namespace runglass
