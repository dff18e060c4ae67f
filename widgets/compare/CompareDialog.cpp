// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/CompareDialog.h"

#include "models/items/CompareModel.h"
#include "models/items/ComparisonFeed.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"
#include "widgets/common/TwinAction.h"
#include "widgets/compare/CompareTable.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <numeric>
#include <utility>

namespace runglass
{

namespace
{

constexpr QSize kUsualSize(960, 640);
constexpr int kBarHeight = 44;

std::vector<int> upTo(int count)
{
    std::vector<int> numbers(static_cast<std::size_t>(count));
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

} // namespace

CompareDialog::CompareDialog(Context& context, std::vector<RunRef> runs, QWidget* parent)
    : QDialog(parent, Qt::Window)
    , m_context(context)
    , m_model(new CompareModel(this))
    , m_feed(new ComparisonFeed(context.session, *m_model, this))
    , m_table(new CompareTable(*m_model, context.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_search(new SearchField(context.theme, tr("Search keys"), this))
    , m_differences(new QCheckBox(tr("Differences only"), this))
    , m_count(new QLabel(this))
    , m_copyMenu(new QMenu(this))
    , m_copyValue(new QAction(tr("Copy value"), this))
    , m_toFront(new QAction(tr("Compare with this run"), this))
    , m_showAll(new QAction(tr("Show all keys"), this))
    , m_clearSearch(new QAction(tr("Clear search"), this))
{
    setObjectName(QStringLiteral("compareDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowFlag(Qt::WindowMinMaxButtonsHint);
    if (runs.size() > kMostRuns) {
        m_leftOut = static_cast<int>(runs.size()) - kMostRuns;
        runs.resize(kMostRuns);
    }
    setWindowTitle(tr("Compare %n run(s)", nullptr, static_cast<int>(runs.size())));
    m_table->setAccessibleName(tr("Comparison"));
    m_stack->setBackgroundRole(QPalette::Base);
    m_stack->setAutoFillBackground(true);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    makeActions();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_stack, 1);
    resize(kUsualSize);
    connect(m_model, &CompareModel::changed, this, &CompareDialog::tell);
    m_feed->setRuns(std::move(runs));
    m_table->setFocus(Qt::OtherFocusReason);
}

QWidget* CompareDialog::makeBar()
{
    auto* bar = new QWidget(this);
    bar->setMinimumHeight(kBarHeight);
    m_search->setObjectName(QStringLiteral("searchKeys"));
    m_search->setMaximumWidth(280);
    m_differences->setObjectName(QStringLiteral("differencesOnly"));
    m_differences->setChecked(true);
    m_differences->setToolTip(tr("Leave out the keys of which all these runs have the same"));
    m_count->setObjectName(QStringLiteral("comparedKeys"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto* copy = new QPushButton(m_context.theme.icon(QStringLiteral("copy")), tr("Copy"), this);
    copy->setObjectName(QStringLiteral("copyComparison"));
    copy->setToolTip(tr("Copy what is shown"));
    copy->setAutoDefault(false);
    copy->setMenu(m_copyMenu);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(12);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_differences);
    layout->addStretch(1);
    layout->addWidget(m_count);
    layout->addWidget(copy);
    connect(m_search, &QLineEdit::textChanged, m_model, &CompareModel::setSearch);
    connect(m_differences, &QCheckBox::toggled, m_model, &CompareModel::setDifferencesOnly);
    return bar;
}

void CompareDialog::makeActions()
{
    const auto offer = [this](const QString& text, TableText::Format format) {
        connect(m_copyMenu->addAction(text), &QAction::triggered, this, [this, format] { copyAll(format); });
    };
    offer(tr("Copy as TSV"), TableText::Format::Tsv);
    offer(tr("Copy as Markdown"), TableText::Format::Markdown);
    m_copyValue->setShortcut(QKeySequence::Copy);
    m_copyValue->setShortcutContext(Qt::WidgetShortcut);
    m_toFront->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_toFront->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_toFront->setToolTip(tr("Put the run of the current column first: the others are held against it"));
    m_table->addActions({m_copyValue, m_toFront});
    offerActionsInMenu(m_table);
    connect(m_copyValue, &QAction::triggered, m_table, &CompareTable::copy);
    connect(m_toFront, &QAction::triggered, this, &CompareDialog::moveToFront);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionDoubleClicked, this, [this](int column) {
        m_table->selectionModel()->setCurrentIndex(m_model->index(m_table->currentIndex().row(), column),
                                                   QItemSelectionModel::NoUpdate);
        moveToFront();
    });
    connect(m_showAll, &QAction::triggered, this, [this] { m_differences->setChecked(false); });
    connect(m_clearSearch, &QAction::triggered, m_search, &QLineEdit::clear);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
}

void CompareDialog::tell()
{
    const QLocale locale;
    QString text =
        m_differences->isChecked()
            ? tr("%1 of %n key(s) differ", nullptr, m_model->keyCount()).arg(locale.toString(m_model->differingCount()))
            : tr("%n key(s)", nullptr, m_model->keyCount());
    if (m_leftOut > 0)
        text += QStringLiteral(" · ") +
                tr("%n more run(s) are left out", "of a comparison: too many were chosen", m_leftOut);
    m_count->setText(text);
    const bool nothing = m_model->rowCount() == 0;
    if (nothing)
        showEmptyState();
    m_stack->setCurrentWidget(nothing ? static_cast<QWidget*>(m_empty) : m_table);
    m_copyMenu->setEnabled(!nothing);
}

void CompareDialog::showEmptyState()
{
    if (m_model->columnCount() == 0) {
        m_empty->setContent(QStringLiteral("compare"), tr("These runs are gone."));
        m_empty->setActions({});
    } else if (!m_search->text().trimmed().isEmpty()) {
        m_empty->setContent(QStringLiteral("search"), tr("No key matches."),
                            m_differences->isChecked() ? tr("Only keys that differ are searched.") : QString());
        m_empty->setActions(m_differences->isChecked() ? QList<QAction*>{m_clearSearch, m_showAll}
                                                       : QList<QAction*>{m_clearSearch});
    } else {
        m_empty->setContent(QStringLiteral("check"), tr("No differences."),
                            tr("These runs have the same in every field and key."));
        m_empty->setActions({m_showAll});
    }
}

void CompareDialog::moveToFront()
{
    const int column = m_table->currentIndex().column();
    if (column <= 0)
        return;
    const int row = m_table->currentIndex().row();
    m_feed->moveToFront(m_model->runAt(column));
    m_table->setCurrentIndex(m_model->index(row, 0));
}

void CompareDialog::copyAll(TableText::Format format)
{
    QGuiApplication::clipboard()->setText(
        m_model->text(format, upTo(m_model->rowCount()), upTo(m_model->columnCount())));
}

} // namespace runglass
