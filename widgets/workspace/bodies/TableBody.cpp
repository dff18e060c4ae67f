// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/TableBody.h"

#include "models/items/LoggedTableFeed.h"
#include "models/items/LoggedTableModel.h"
#include "models/items/RunColumns.h"
#include "models/items/ShownRuns.h"
#include "models/items/Thumbnails.h"
#include "models/session/LoggedKeys.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/NoteStrip.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/FilterEditor.h"
#include "widgets/runs/FilterExpression.h"
#include "widgets/runs/RunsHeader.h"
#include "widgets/runs/RunsView.h"
#include "widgets/workspace/bodies/LoggedKeyForm.h"
#include "widgets/workspace/bodies/PanelKinds.h"
#include "widgets/workspace/bodies/PictureCell.h"
#include "widgets/workspace/bodies/StepBar.h"
#include "widgets/workspace/bodies/TableFilterSubject.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

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
    , m_filtered(new TableFilterSubject(*m_model, this))
    , m_filter(new FilterEditor(*m_filtered, scope.theme(), this))
    , m_lines(new QToolButton(this))
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
    // And the editor its list.
    delete m_filter;
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
        m_model->setFilter({});
        emit m_filtered->filterChanged();
    });
    m_openFile = make(tr("Show in Files"), tr("Show the file of the current cell in the Files tab"));
    connect(m_openFile, &QAction::triggered, this, [this] {
        const QModelIndex current = m_view->currentIndex();
        emit this->scope().fileRequested(m_model->loggedBy(current.row()), m_model->file(current));
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
    connect(m_view, &RunsView::widthChosen, m_model,
            [this](int column, int width) { m_model->setWidth(m_model->columnId(column), width); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TableBody::followCurrent);
    connect(m_model, &LoggedTableModel::made, this, &TableBody::showMade);
    connect(m_model, &LoggedTableModel::viewChanged, this, &TableBody::keep);
    connect(m_thumbnails, &Thumbnails::changed, this, [this] { m_view->viewport()->update(); });
}

void TableBody::connectFeed()
{
    connect(m_feed, &LoggedTableFeed::progressed, this, &TableBody::showProgress);
    connect(m_feed, &LoggedTableFeed::changed, this, [this] { m_model->setTables(m_feed->tables()); });
    connect(m_steps, &StepBar::stepChosen, m_feed, &LoggedTableFeed::setStep);
    connect(m_steps, &StepBar::settled, this, &TableBody::keep);
}

QList<QWidget*> TableBody::tabStops()
{
    QList<QWidget*> stops;
    if (m_pages->currentWidget() == m_view)
        stops.append(m_view);
    stops.append({&m_filter->expression(), m_lines, m_groupBy});
    stops.append(m_filter->tabStops());
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
    return {m_copy, m_copyMarkdown, m_export, m_openFile, m_fold, m_unfold, m_showColumns, m_clearFilter};
}

/// What a person changed of it is kept with the panel, and taken back by undo.
void TableBody::keep()
{
    PanelContent edited = content();
    edited.rows = m_model->view();
    edited.step.step = m_steps->step();
    if (edited != content())
        emit contentEdited(edited);
}

void TableBody::onContentChanged()
{
    m_view->setAccessibleName(title());
    m_model->setView(content().rows);
    emit m_filtered->filterChanged();
    m_view->setColumnWidths(content().rows.widths);
    m_steps->setStep(content().step.step);
    m_feed->setStep(content().step.step);
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

} // namespace runglass
