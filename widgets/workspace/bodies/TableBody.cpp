// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/TableBody.h"

#include "models/items/FilterText.h"
#include "models/items/LoggedTableFeed.h"
#include "models/items/LoggedTableModel.h"
#include "models/items/RunColumns.h"
#include "models/items/ShownRuns.h"
#include "models/items/Thumbnails.h"
#include "models/items/VisibleText.h"
#include "models/session/LoggedKeys.h"
#include "models/table/FilterCheck.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/NoteStrip.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/FilterExpression.h"
#include "widgets/runs/RunsHeader.h"
#include "widgets/runs/RunsView.h"
#include "widgets/workspace/bodies/LoggedKeyForm.h"
#include "widgets/workspace/bodies/PanelKinds.h"
#include "widgets/workspace/bodies/PictureCell.h"
#include "widgets/workspace/bodies/StepBar.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

constexpr int kTypingMs = 400;
constexpr int kNamedFailures = 3;
constexpr qsizetype kLongestName = 60, kLongestError = 160;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TableBody)
};

QString keyText(const KeyPath& key)
{
    return columnName({ColumnOrigin::Summary, Field::Name, key});
}

KeyPath keyOf(const PanelContent& content)
{
    return content.metrics.empty() ? KeyPath() : content.metrics.front().key;
}

LoggedKeyForm::Offer formOffer()
{
    return {PanelKind::Table, [](LoggedKind kind) { return kind == LoggedKind::Table; }, Words::tr("Search tables"),
            Words::tr("Choose a table."), Words::tr("The listed runs logged no tables.")};
}

} // namespace

PanelKindInfo tableKind()
{
    PanelKindInfo kind;
    kind.kind = PanelKind::Table;
    kind.name = Words::tr("Table");
    kind.description = Words::tr("Logged tables of the shown runs as one, with a column for the run");
    kind.icon = QStringLiteral("table");
    kind.makeBody = [](PanelScope& scope, QWidget* parent) { return new TableBody(scope, parent); };
    kind.makeForm = [](PanelScope& scope, QWidget* parent) { return new LoggedKeyForm(scope, formOffer(), parent); };
    kind.title = [](const PanelContent& content) {
        return content.metrics.empty() ? Words::tr("Table") : keyText(keyOf(content));
    };
    kind.size = PanelSize{2, 400};
    return kind;
}

TableBody::TableBody(PanelScope& scope, QWidget* parent)
    : PanelBody(scope, parent)
    , m_feed(new LoggedTableFeed(scope.session(), this))
    , m_model(new LoggedTableModel(this))
    , m_thumbnails(new Thumbnails(scope.session(), this))
    , m_pictureCell(new PictureCell(scope.theme(), *m_model, *m_thumbnails, this))
    , m_view(new RunsView(scope.theme(), this))
    , m_filter(new FilterExpression([model = m_model] { return model->list()->table; }, scope.theme(), this))
    , m_groupBy(new QComboBox(this))
    , m_count(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(scope.theme(), this))
    , m_problems(new NoteStrip(scope.theme(), this))
    , m_progress(new NoteStrip(scope.theme(), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_steps(new StepBar(this))
{
    setObjectName(QStringLiteral("tableBody"));
    makeActions();
    makeView();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_progress);
    layout->addWidget(m_problems);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_steps);
    m_cancel->setAutoDefault(false);
    m_cancel->setToolTip(tr("Stop reading; the tables that were read stay"));
    m_progress->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this,
            [this] { m_feed->isReading() ? m_feed->cancel() : m_feed->start(); });
    connectFeed();
    listColumns();
    showPage();
}

TableBody::~TableBody()
{
    // The view asks its model while it goes.
    delete m_view;
}

void TableBody::makeActions()
{
    const auto make = [this](const QString& text, const QString& toolTip) {
        auto* action = new QAction(text, this);
        action->setToolTip(toolTip);
        return action;
    };
    m_copy = make(tr("Copy as TSV"), tr("Copy the selected rows, or all that are shown"));
    m_copyMarkdown = make(tr("Copy as Markdown"), m_copy->toolTip());
    m_export = make(tr("Export table…"), tr("Write all rows that match to a CSV file"));
    m_clearFilter = make(tr("Clear filter"), tr("Show all rows"));
    m_showColumns = make(tr("Show all columns"), tr("Show the columns that were hidden"));
    m_fold = make(tr("Collapse all groups"), {});
    m_unfold = make(tr("Expand all groups"), {});
    m_goOn = make(tr("Go on reading"), tr("Read the tables that are missing"));
    connect(m_copy, &QAction::triggered, this, [this] { copy(TableText::Format::Tsv); });
    connect(m_copyMarkdown, &QAction::triggered, this, [this] { copy(TableText::Format::Markdown); });
    connect(m_export, &QAction::triggered, this, &TableBody::exportCsv);
    connect(m_clearFilter, &QAction::triggered, this, [this] {
        m_filter->clear();
        applyFilter();
    });
    connect(m_showColumns, &QAction::triggered, m_model, &LoggedTableModel::showAllColumns);
    connect(m_fold, &QAction::triggered, this, [this] { m_model->setAllFolded(true); });
    connect(m_unfold, &QAction::triggered, this, [this] { m_model->setAllFolded(false); });
    connect(m_goOn, &QAction::triggered, m_feed, &LoggedTableFeed::start);
}

void TableBody::makeView()
{
    m_view->setObjectName(QStringLiteral("loggedTable"));
    m_view->setModel(m_model);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    connect(m_view->header(), &RunsHeader::sortClicked, m_model,
            [this](int column, bool also) { also ? m_model->sortAlso(column) : m_model->sortAlone(column); });
    connect(m_view->header(), &RunsHeader::menuRequested, this, &TableBody::openColumnMenu);
    connect(m_view, &RunsView::columnPut, m_model, &LoggedTableModel::moveColumn);
    connect(m_view, &RunsView::copyRequested, this, [this] { copy(TableText::Format::Tsv); });
    connect(m_view, &RunsView::menuRequested, this, &PanelBody::menuRequested);
    connect(m_view, &RunsView::runActivated, this,
            [this](const QModelIndex& index) { emit runOpened(m_model->loggedBy(index.row())); });
    connect(m_view, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (!m_model->isGroup(index.row()))
            emit runChosen(m_model->loggedBy(index.row()));
    });
    connect(m_model, &LoggedTableModel::made, this, &TableBody::showMade);
    connect(m_thumbnails, &Thumbnails::changed, this, [this] { m_view->viewport()->update(); });
}

QWidget* TableBody::makeBar()
{
    auto* bar = new QWidget(this);
    m_filter->setAccessibleName(tr("Filter rows"));
    m_filter->setPlaceholderText(tr("Filter rows"));
    m_filter->setToolTip(tr("Such as: score > 0.5 and label = cat. Ctrl+Space offers what could follow."));
    m_groupBy->setObjectName(QStringLiteral("groupRows"));
    m_groupBy->setAccessibleName(tr("Group by"));
    m_groupBy->setToolTip(tr("Put rows with the same value in a column together"));
    m_groupBy->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_groupBy->setMinimumContentsLength(6);
    m_groupBy->setMaximumWidth(200);
    m_count->setObjectName(QStringLiteral("rowCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 2, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_groupBy);
    layout->addWidget(m_count);
    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(kTypingMs);
    connect(m_filter, &QPlainTextEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, [this] {
        // The name of a column is rarely what somebody searches for: it waits for an operator, or Enter.
        const TypedFilter read = readFilter(*m_model->list()->table, m_filter->toPlainText().toStdString());
        if (read.ending != TypedFilter::Ending::Column)
            applyFilter();
    });
    connect(m_filter, &FilterExpression::finished, this, &TableBody::applyFilter);
    connect(m_groupBy, &QComboBox::currentIndexChanged, this, [this](int place) {
        if (m_isListing)
            return;
        const auto& columns = m_model->tables().columns;
        const bool isColumn = place > 0 && static_cast<std::size_t>(place) <= columns.size();
        m_model->groupBy(isColumn ? std::optional(columns[static_cast<std::size_t>(place - 1)]) : std::nullopt);
    });
    return bar;
}

void TableBody::connectFeed()
{
    connect(m_feed, &LoggedTableFeed::progressed, this, &TableBody::showProgress);
    connect(m_feed, &LoggedTableFeed::changed, this, [this] { m_model->setTables(m_feed->tables()); });
    connect(m_steps, &StepBar::stepChosen, m_feed, &LoggedTableFeed::setStep);
}

QList<QWidget*> TableBody::tabStops()
{
    QList<QWidget*> stops;
    if (m_pages->currentWidget() == m_view)
        stops.append(m_view);
    stops.append({m_filter, m_groupBy});
    if (!m_progress->isHidden())
        stops.append(m_cancel);
    if (m_pages->currentWidget() == m_empty)
        for (QWidget* button : m_empty->findChildren<QAbstractButton*>())
            stops.append(button);
    if (!m_steps->isHidden())
        stops.append(&m_steps->slider());
    return stops;
}

QList<QAction*> TableBody::ownActions() const
{
    return {m_copy, m_copyMarkdown, m_export, m_fold, m_unfold, m_showColumns, m_clearFilter};
}

void TableBody::onContentChanged()
{
    m_view->setAccessibleName(title());
    if (keyOf(content()) == m_feed->key())
        return;
    m_filter->clear();
    m_model->resetView();
    m_steps->setStep(std::nullopt);
    m_feed->setStep(std::nullopt);
}

void TableBody::onRunsChanged(const RunChanges& changes)
{
    if (isActive())
        m_feed->invalidate(changes);
    m_thumbnails->invalidate(changes);
}

void TableBody::renew()
{
    const auto shown = shownRuns(*session().list(), session().state());
    m_model->setColours(*shown);
    m_feed->setKey(keyOf(content()));
    m_feed->setRuns(shown);
    showPage();
}

void TableBody::applyFilter()
{
    const TypedFilter read = readFilter(*m_model->list()->table, m_filter->toPlainText().toStdString());
    m_filter->setError(read.error ? &*read.error : nullptr);
    m_filterProblem = read.error ? filterErrorText(*read.error) : QString();
    if (!read.error && read.filter != m_model->view().filter)
        m_model->setFilter(read.filter);
    showFailures();
}

void TableBody::showMade()
{
    listColumns();
    const auto& list = *m_model->list();
    const QLocale locale;
    const auto all = static_cast<int>(list.inScope), matching = static_cast<int>(list.matching);
    m_count->setText(matching < all ? tr("%1 of %n row(s)", nullptr, all).arg(locale.toString(matching))
                                    : tr("%n row(s)", nullptr, all));
    // Cells may have come that the words of the filter are of.
    if (list.filterError && m_filterProblem.isEmpty()) {
        m_filterProblem = filterErrorText(*list.filterError);
    }
    showFailures();
    showPage();
}

/// Columns that come and go; who has grouped by one that is not there any more sees it so.
void TableBody::listColumns()
{
    m_isListing = true;
    const auto& grouped = m_model->view().grouping.columns;
    m_groupBy->clear();
    m_groupBy->addItem(tr("No groups"));
    for (const ColumnId& id : m_model->tables().columns) {
        const bool isRun = id.origin == ColumnOrigin::Field;
        //: of rows; %1 is a column
        m_groupBy->addItem(tr("By %1").arg(isRun ? tr("run") : columnName(id)));
        if (!grouped.empty() && grouped.front() == id)
            m_groupBy->setCurrentIndex(m_groupBy->count() - 1);
    }
    m_isListing = false;
    makePictures();
}

/// Rows are higher where some of their cells are pictures.
void TableBody::makePictures()
{
    constexpr int kLooked = 20, kRow = 56;
    bool any = false;
    for (int column = 1; column < m_model->columnCount(); ++column) {
        bool isPicture = false;
        for (int row = 0; row < std::min(kLooked, m_model->rowCount()) && !isPicture; ++row)
            isPicture = m_model->picture(m_model->index(row, column)).has_value();
        m_view->setItemDelegateForColumn(column, isPicture ? m_pictureCell : nullptr);
        any = any || isPicture;
    }
    const int height = any ? kRow : RunCellDelegate::rowHeight(m_view->fontMetrics());
    if (m_view->verticalHeader()->defaultSectionSize() != height)
        m_view->verticalHeader()->setDefaultSectionSize(height);
    const int pixels = static_cast<int>(kRow * devicePixelRatioF());
    m_thumbnails->setBox({pixels, pixels});
}

void TableBody::showProgress()
{
    m_steps->setSteps(m_feed->steps());
    const bool isLong = m_feed->isReading() && m_feed->total() > m_feed->done() && m_feed->total() > 1;
    m_cancel->setText(m_feed->isReading() ? tr("Cancel") : m_goOn->text());
    m_progress->setText(isLong ? tr("Reading tables: %1 of %2 runs").arg(m_feed->done()).arg(m_feed->total())
                        : m_feed->isCanceled() ? tr("Not all tables are read.")
                                               : QString());
    showFailures();
    showPage();
}

/// A table that cannot be read costs its own run only, which is named.
void TableBody::showFailures()
{
    QStringList lines;
    if (!m_filterProblem.isEmpty())
        lines.append(m_filterProblem);
    const auto& failures = m_feed->tables()->failures;
    for (std::size_t i = 0; i < failures.size() && i < kNamedFailures; ++i) {
        const auto row = session().list()->table->rowOf(failures[i].first);
        const std::string& name = row ? session().list()->table->name(*row) : failures[i].first.path.id;
        //: %1 is a run, %2 says why
        lines.append(
            tr("The table of %1 could not be read: %2")
                .arg(visibleExcerpt(name, kLongestName), visibleExcerpt(failures[i].second.detail, kLongestError)));
    }
    if (failures.size() > kNamedFailures)
        lines.append(
            tr("%n more table(s) could not be read.", nullptr, static_cast<int>(failures.size() - kNamedFailures)));
    if (m_feed->leftOut() > 0)
        lines.append(tr("There are too many rows: the tables of %n run(s) are left out.", nullptr, m_feed->leftOut()));
    m_problems->setText(lines.join(u'\n'));
}

void TableBody::showPage()
{
    const RunList& list = *m_model->list();
    const bool nothing = list.rows.empty();
    const QString icon = QStringLiteral("table");
    QList<QAction*> actions;
    if (m_feed->key().empty()) {
        m_empty->setContent(icon, tr("No table is chosen."), tr("Choose one in Edit panel."));
    } else if (list.inScope > 0 && nothing) {
        m_empty->setContent(QStringLiteral("filter"), tr("No row matches."),
                            tr("%n row(s) are hidden by the filter.", nullptr, static_cast<int>(list.inScope)));
        actions = {m_clearFilter};
    } else if (m_feed->isReading()) {
        m_empty->setContent(icon, tr("Reading tables…"));
    } else if (m_feed->isCanceled()) {
        m_empty->setContent(icon, tr("Not all tables are read."));
        actions = {m_goOn};
    } else {
        m_empty->setContent(icon, tr("The shown runs have no rows here."),
                            tr("Rows of tables that they log under this key appear by themselves."));
    }
    if (actions != m_offered)
        m_empty->setActions(m_offered = actions);
    m_pages->setCurrentWidget(nothing ? static_cast<QWidget*>(m_empty) : m_view);
    if (!nothing && !m_view->currentIndex().isValid())
        m_view->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
    const bool isGrouped = list.groups != nullptr;
    for (QAction* action : {m_copy, m_copyMarkdown, m_export})
        action->setEnabled(!nothing);
    m_fold->setEnabled(isGrouped);
    m_unfold->setEnabled(isGrouped);
    m_showColumns->setEnabled(m_model->hasHiddenColumns());
    m_clearFilter->setEnabled(!m_filter->toPlainText().isEmpty());
    emit changed();
}

QString TableBody::subtitle() const
{
    const auto runs = static_cast<int>(m_model->tables().runs.size());
    return runs > 0 ? tr("%n run(s)", nullptr, runs) : QString();
}

} // namespace runglass
