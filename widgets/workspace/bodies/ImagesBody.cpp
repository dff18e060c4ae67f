// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/ImagesBody.h"

#include "models/items/ImagesModel.h"
#include "models/items/Overlays.h"
#include "models/items/RunColumns.h"
#include "models/items/Thumbnails.h"
#include "models/session/WhenAnswered.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/NoteStrip.h"
#include "widgets/common/Theme.h"
#include "widgets/common/TwinAction.h"
#include "widgets/workspace/bodies/LoggedKeyForm.h"
#include "widgets/workspace/bodies/MediaCard.h"
#include "widgets/workspace/bodies/OverlayBar.h"
#include "widgets/workspace/bodies/OverlayPainter.h"
#include "widgets/workspace/bodies/PanelKinds.h"
#include "widgets/workspace/bodies/StepBar.h"

#include <QAbstractButton>
#include <QAction>
#include <QCoreApplication>
#include <QHeaderView>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>
#include <utility>

namespace runglass
{

namespace
{

constexpr int kNewsMs = 500;
constexpr int kLeastSide = 72, kUsualSide = 120, kMostSide = 480;
/// Pictures are decoded for sides of these sizes, so that pulling a panel does not decode them over and over.
constexpr int kSideStep = 64;

/// The side of the largest pictures of which all are in sight.
/// @param around  what a card takes beside its picture
/// @param columns  1: they flow
int fittingSide(const QSize& room, const QSize& around, int runs, int columns)
{
    constexpr int kStep = 4, kScrollBar = 14;
    for (int side = kMostSide; side >= kUsualSide; side -= kStep) {
        // A list that flows keeps the room of its scroll bar free.
        const int fitting = (room.width() - 2 * kScrollBar) / (side + around.width());
        if (fitting < std::max(1, columns))
            continue;
        const int rows = columns > 1 ? runs : (runs + fitting - 1) / fitting;
        if (rows * (side + around.height()) <= room.height())
            return side;
    }
    const int beside = (room.width() - kScrollBar) / std::max(1, columns) - around.width();
    return columns > 1 ? std::clamp(beside, kLeastSide, kUsualSide) : kUsualSide;
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ImagesBody)
};

QString titleOf(const PanelContent& content)
{
    return content.metrics.empty() ? Words::tr("Images")
                                   : columnName({ColumnOrigin::Summary, Field::Name, content.metrics.front().key});
}

LoggedKeyForm::Offer formOffer()
{
    return {PanelKind::Images, isMedia, Words::tr("Search images"), Words::tr("Choose a key."),
            Words::tr("The listed runs logged no images and no other media.")};
}

} // namespace

PanelKindInfo imagesKind()
{
    PanelKindInfo kind;
    kind.kind = PanelKind::Images;
    kind.name = Words::tr("Images");
    kind.description = Words::tr("Logged pictures of the shown runs, with a slider for the step");
    kind.icon = QStringLiteral("image");
    kind.makeBody = [](PanelScope& scope, QWidget* parent) { return new ImagesBody(scope, parent); };
    kind.makeForm = [](PanelScope& scope, QWidget* parent) { return new LoggedKeyForm(scope, formOffer(), parent); };
    kind.title = titleOf;
    kind.size = PanelSize{2, 320};
    return kind;
}

ImagesBody::ImagesBody(PanelScope& scope, QWidget* parent)
    : PanelBody(scope, parent)
    , m_model(new ImagesModel(this))
    , m_thumbnails(new Thumbnails(scope.session(), this))
    , m_overlays(new Overlays(scope.session(), this))
    , m_painter(new OverlayPainter(scope.theme(), *m_overlays, this))
    , m_card(new MediaCard(scope.theme(), *m_thumbnails, *m_painter, this))
    , m_pages(new QStackedWidget(this))
    , m_flow(new QListView(this))
    , m_grid(new QTableView(this))
    , m_empty(new EmptyState(scope.theme(), this))
    , m_overlayBar(new OverlayBar(scope.theme(), this))
    , m_picksBar(new NoteStrip(scope.theme(), this))
    , m_steps(new StepBar(this))
    , m_linked(new QToolButton(this))
    , m_openFile(new QAction(tr("Show in Files"), this))
    , m_pick(new QAction(tr("Pick to compare"), this))
    , m_compare(new QPushButton(tr("Compare"), this))
    , m_clearPicks(new QPushButton(tr("Clear"), this))
{
    setObjectName(QStringLiteral("imagesBody"));
    makeViews();
    makeBar();
    makeOverlays();
    makePicks();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_picksBar);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_overlayBar);
    layout->addWidget(m_steps);
    m_asking.setSingleShot(true);
    m_asking.setInterval(kNewsMs);
    connect(&m_asking, &QTimer::timeout, this, [this] {
        m_runs.clear();
        invalidate();
    });
    connect(m_thumbnails, &Thumbnails::changed, this, [this] { view().viewport()->update(); });
    connect(&scope.theme(), &Theme::changed, this, [this] { view().viewport()->update(); });
    showPage();
}

void ImagesBody::makeViews()
{
    m_flow->setViewMode(QListView::IconMode);
    m_flow->setMovement(QListView::Static);
    m_flow->setResizeMode(QListView::Adjust);
    m_flow->setUniformItemSizes(true);
    m_flow->setWordWrap(false);
    m_grid->horizontalHeader()->hide();
    m_grid->verticalHeader()->hide();
    m_grid->setShowGrid(false);
    m_grid->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_grid->setTabKeyNavigation(false);
    m_openFile->setToolTip(tr("Show the file of the run in the Files tab (Enter)"));
    connect(m_openFile, &QAction::triggered, this, [this] { openFile(view().currentIndex()); });
    for (QAbstractItemView* each : {static_cast<QAbstractItemView*>(m_flow), static_cast<QAbstractItemView*>(m_grid)}) {
        each->setModel(m_model);
        each->setItemDelegate(m_card);
        each->setFrameShape(QFrame::NoFrame);
        each->setSelectionMode(QAbstractItemView::SingleSelection);
        each->setEditTriggers(QAbstractItemView::NoEditTriggers);
        each->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        each->setMouseTracking(true);
        each->addActions({m_openFile, m_pick});
        offerActionsInMenu(each);
        connect(each, &QAbstractItemView::activated, this, &ImagesBody::openFile);
        connect(each, &QAbstractItemView::clicked, this,
                [this](const QModelIndex& index) { emit runChosen(m_model->runAt(index.row())); });
        connect(each, &QAbstractItemView::entered, this,
                [this](const QModelIndex& index) { emit runHovered(m_model->runAt(index.row())); });
        connect(each, &QAbstractItemView::viewportEntered, this, [this] { emit runHovered(std::nullopt); });
        m_pages->addWidget(each);
    }
    m_pages->addWidget(m_empty);
}

QAbstractItemView& ImagesBody::view() const
{
    return m_model->columnCount() > 1 ? static_cast<QAbstractItemView&>(*m_grid) : *m_flow;
}

QList<QWidget*> ImagesBody::tabStops()
{
    if (m_pages->currentWidget() == m_empty && m_steps->isHidden())
        return {this};
    QList<QWidget*> stops;
    if (m_pages->currentWidget() != m_empty)
        stops.append(&view());
    if (!m_picksBar->isHidden())
        stops.append({m_compare, m_clearPicks});
    stops.append(m_overlayBar->tabStops());
    if (!m_steps->isHidden())
        stops.append({&m_steps->slider(), m_linked});
    return stops;
}

QList<QAction*> ImagesBody::ownActions() const
{
    return {m_openFile, m_pick};
}

void ImagesBody::setEmphasis(const ChartEmphasis&) {}

void ImagesBody::onContentChanged()
{
    for (QWidget* each : {static_cast<QWidget*>(m_flow), static_cast<QWidget*>(m_grid)})
        each->setAccessibleName(title());
    setAccessibleName(title());
    adoptContent();
}

void ImagesBody::onRunsChanged(const RunChanges& changes)
{
    const bool concerns =
        std::any_of(m_runs.begin(), m_runs.end(), [&changes](const RunRef& run) { return changes.concern(run); });
    if (!concerns)
        return;
    m_thumbnails->invalidate(changes);
    m_overlays->invalidate();
    if (!m_asking.isActive())
        m_asking.start();
}

void ImagesBody::renew()
{
    const auto shown = shownRuns(*session().list(), session().state());
    m_leftOut = shown->leftOut;
    const KeyPath key = content().metrics.empty() ? KeyPath() : content().metrics.front().key;
    std::vector<RunRef> runs;
    for (const ShownRun& run : shown->runs)
        runs.push_back(run.ref);
    m_model->setRuns(shown);
    m_steps->setSteps(m_model->steps());
    if (key != m_key) {
        m_key = key;
        m_isKnown = false;
        m_model->setMedia({});
        m_maskLabels.clear();
        m_runs.clear();
    }
    if (m_runs != runs || !m_isKnown) {
        m_runs = std::move(runs);
        ask();
    }
    showPage();
}

void ImagesBody::ask()
{
    const unsigned generation = ++m_generation;
    if (m_key.empty() || m_runs.empty())
        return take({});
    using Logged = Result<std::shared_ptr<const std::vector<LoggedValues>>>;
    const auto answered = [this, generation](const Logged& logged) {
        if (generation != m_generation)
            return;
        if (!logged)
            return take({});
        const auto work = [values = *logged] {
            std::vector<RunMedia> media;
            for (const LoggedValues& each : *values)
                if (RunMedia of = mediaOf(each); !of.entries.empty())
                    media.push_back(std::move(of));
            return media;
        };
        whenAnswered(this, QtConcurrent::run(work), [this, generation](const std::vector<RunMedia>& media) {
            if (generation == m_generation)
                take(media);
        });
    };
    whenAnswered(this, session().loggedValues({false, m_key, 0}, m_runs), answered);
}

void ImagesBody::take(std::vector<RunMedia> media)
{
    m_isKnown = true;
    QAbstractItemView& before = view();
    const int place = before.verticalScrollBar()->value();
    const QModelIndex current = before.currentIndex();
    m_model->setMedia(std::move(media));
    m_steps->setSteps(m_model->steps());
    followLink();
    m_model->setStep(m_steps->step());
    askForLabels();
    showPage();
    if (&before != &view())
        return;
    if (m_model->hasIndex(current.row(), current.column()))
        before.setCurrentIndex(m_model->index(current.row(), current.column()));
    before.verticalScrollBar()->setValue(place);
}

QString ImagesBody::subtitle() const
{
    if (!m_isKnown || m_model->rowCount() == 0)
        return {};
    const QString runs = tr("%n run(s)", nullptr, m_model->rowCount());
    const int without = m_model->runsWithout() + static_cast<int>(m_leftOut);
    return without > 0 ? QString(runs + QStringLiteral(" · ") + tr("%n without", "runs that logged nothing", without))
                       : runs;
}

void ImagesBody::showPage()
{
    const QString image = QStringLiteral("image");
    m_empty->setActions({});
    QWidget* page = &view();
    if (m_key.empty() || m_model->rowCount() == 0) {
        page = m_empty;
        if (m_key.empty())
            m_empty->setContent(image, tr("No key is chosen."), tr("Choose one in Edit panel."));
        else if (!m_isKnown)
            m_empty->setContent(image, tr("Reading images…"));
        else if (m_runs.empty())
            m_empty->setContent(QStringLiteral("eye-off"), tr("No run is shown."));
        else if (!m_model->steps().empty())
            m_empty->setContent(image, tr("Nothing was logged up to this step."));
        else
            m_empty->setContent(image, tr("The shown runs logged nothing here."));
    }
    m_pages->setCurrentWidget(page);
    m_openFile->setEnabled(page != m_empty);
    m_pick->setEnabled(page != m_empty);
    showOverlays();
    layout()->activate();
    sizeCards();
    emit changed();
}

/// As large as all of them have room; where that is too small to see anything they are scrolled.
void ImagesBody::sizeCards()
{
    const QFontMetrics metrics(font());
    m_card->setSide(0);
    m_card->setSide(
        fittingSide(m_pages->size(), m_card->cardSize(metrics), m_model->rowCount(), m_model->columnCount()));
    const int pixels = static_cast<int>(std::ceil(m_card->side() * devicePixelRatioF() / kSideStep)) * kSideStep;
    m_thumbnails->setBox({pixels, pixels});
    const QSize card = m_card->cardSize(metrics);
    m_flow->setGridSize(card);
    m_grid->verticalHeader()->setMinimumSectionSize(1);
    m_grid->verticalHeader()->setDefaultSectionSize(card.height());
    m_grid->horizontalHeader()->setDefaultSectionSize(card.width());
}

void ImagesBody::resizeEvent(QResizeEvent* event)
{
    PanelBody::resizeEvent(event);
    sizeCards();
}

void ImagesBody::changeEvent(QEvent* event)
{
    PanelBody::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        sizeCards();
}

void ImagesBody::openFile(const QModelIndex& index)
{
    const MediaItem* item = index.isValid() ? m_model->item(index) : nullptr;
    if (item)
        emit scope().fileRequested(m_model->runAt(index.row()), item->path);
}

} // namespace runglass
