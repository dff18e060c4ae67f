// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/LogsTab.h"

#include "models/items/Format.h"
#include "models/items/LogBlock.h"
#include "models/items/VisibleText.h"
#include "widgets/common/ActionBar.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/Theme.h"
#include "widgets/logs/FindBar.h"
#include "widgets/logs/LogView.h"
#include "widgets/overview/SaveDialog.h"

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace runglass
{

LogsTab::LogsTab(Context& context, QWidget* parent)
    : RunPage(context, parent)
    , m_download(new QAction(tr("Download"), this))
{
    setObjectName(QStringLiteral("logsTab"));
    auto* content = new QWidget(this);
    m_view = new LogView(context.theme, content);
    m_view->setObjectName(QStringLiteral("logView"));
    m_view->setAccessibleName(tr("Log"));
    m_find = new FindBar(context.theme, m_view, content);
    auto* bar = new ActionBar(context.theme, content);
    fillBar(bar);

    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_find);
    layout->addWidget(m_view, 1);
    setContent(content);
    addJump(content);
}

void LogsTab::fillBar(ActionBar* bar)
{
    addStreamButtons(bar);
    m_times = addToggle(bar, tr("Timestamps"), {}, tr("Show when each line was printed, in local time"));
    connect(m_times, &QAction::toggled, m_view, &LogView::setTimesShown);
    QAction* wrap = addToggle(bar, tr("Wrap"), QStringLiteral("wrap"), tr("Break long lines at the window's edge"));
    connect(wrap, &QAction::toggled, m_view, &LogView::setWrapped);
    m_follow = addToggle(bar, tr("Follow"), QStringLiteral("follow"), {});
    m_follow->setObjectName(QStringLiteral("followAction"));
    m_follow->setChecked(true);
    connect(m_follow, &QAction::triggered, this, [this](bool wanted) {
        m_view->setFollowing(wanted && isRunning());
        showFollowing();
    });
    connect(m_view, &LogView::followingChanged, this, &LogsTab::showFollowing);

    m_count = new QLabel(bar);
    m_count->setObjectName(QStringLiteral("logCountLabel"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    bar->addRight(m_count);
    auto* find = new QAction(theme().icon(QStringLiteral("search")), tr("Find"), this);
    find->setObjectName(QStringLiteral("findAction"));
    // The window's Find command has the key and comes here.
    find->setToolTip(tr("Find in log (Ctrl+F)"));
    connect(find, &QAction::triggered, this, &LogsTab::openFind);
    m_download->setObjectName(QStringLiteral("downloadAction"));
    m_download->setIcon(theme().icon(QStringLiteral("download")));
    m_download->setToolTip(tr("Save everything this run printed, as it was written"));
    connect(m_download, &QAction::triggered, this, &LogsTab::download);
    for (QAction* action : {find, m_download}) {
        addAction(action);
        bar->addRight(action);
    }
}

void LogsTab::addJump(QWidget* content)
{
    m_jump = new QPushButton(tr("Jump to end"), content);
    m_jump->setObjectName(QStringLiteral("jumpToEndButton"));
    m_jump->setToolTip(tr("Show the last lines and follow those that come"));
    m_jump->hide();
    setTabOrder(m_view, m_jump);
    connect(m_jump, &QPushButton::clicked, this, [this] {
        // Before the button goes, so that the focus does not go anywhere else.
        m_view->setFocus(Qt::OtherFocusReason);
        m_follow->setChecked(true);
        m_view->setFollowing(true);
        showFollowing();
    });
    m_view->viewport()->installEventFilter(this);
}

bool LogsTab::isRunning() const
{
    const std::shared_ptr<const RunList> list = session().list();
    const auto row = shownRun() ? list->table->rowOf(*shownRun()) : std::nullopt;
    return row && list->table->state(*row) == RunState::Running;
}

void LogsTab::showFollowing()
{
    const bool running = isRunning();
    if (running && !m_view->isFollowing())
        m_follow->setChecked(false);
    m_follow->setEnabled(running);
    m_follow->setToolTip(running ? tr("Keep the end in view while lines come")
                                 : tr("This run has ended: nothing more will come."));
    m_jump->setVisible(running && !m_view->isFollowing());
    placeJump();
}

void LogsTab::placeJump()
{
    constexpr int away = 12;
    m_jump->adjustSize();
    const QRect place(m_view->viewport()->mapTo(m_jump->parentWidget(), QPoint()), m_view->viewport()->size());
    m_jump->move(place.right() - away - m_jump->width(), place.bottom() - away - m_jump->height());
    m_jump->raise();
}

bool LogsTab::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        placeJump();
    return RunPage::eventFilter(watched, event);
}

void LogsTab::addStreamButtons(ActionBar* bar)
{
    auto* group = new QWidget(bar);
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_streams = new QButtonGroup(this);
    const auto add = [&](const QString& text, const QString& toolTip, LogStream stream) {
        auto* button = new QPushButton(text, group);
        button->setCheckable(true);
        button->setToolTip(toolTip);
        button->setObjectName(QStringLiteral("stream%1Button").arg(static_cast<int>(stream)));
        m_streams->addButton(button, static_cast<int>(stream));
        row->addWidget(button);
    };
    add(tr("All"), tr("Show both streams"), LogStream::All);
    add(QStringLiteral("stdout"), tr("Show what was printed to stdout only"), LogStream::Stdout);
    add(QStringLiteral("stderr"), tr("Show what was printed to stderr only"), LogStream::Stderr);
    m_streams->button(static_cast<int>(LogStream::All))->setChecked(true);
    connect(m_streams, &QButtonGroup::idClicked, this, [this](int id) {
        m_view->setStream(static_cast<LogStream>(id));
        m_find->searchAgain();
        showCount();
    });
    bar->addLeft(group);
}

QAction* LogsTab::addToggle(ActionBar* bar, const QString& name, const QString& icon, const QString& toolTip)
{
    auto* action = new QAction(name, this);
    action->setCheckable(true);
    action->setToolTip(toolTip);
    if (!icon.isEmpty())
        action->setIcon(theme().icon(icon));
    auto* button = new ActionButton(action, bar);
    button->setIcon(action->icon());
    bar->addLeft(button);
    return action;
}

void LogsTab::openFind()
{
    m_find->open();
}

void LogsTab::showTraceback(const QString& traceback)
{
    if (!session().currentRun())
        return;
    m_wanted = {*session().currentRun(), traceback.toStdString()};
    if (isVisible() && !isLoading())
        showWanted();
}

void LogsTab::showWanted()
{
    const auto wanted = std::exchange(m_wanted, std::nullopt);
    if (!wanted || wanted->first != shownRun())
        return;
    const auto find = [document = m_view->layoutOfLines().sharedDocument(), traceback = wanted->second] {
        return findTraceback(*document, traceback, {});
    };
    askQuietly(QtConcurrent::run(find), [this](const std::optional<LogBlock>& block) {
        if (!block)
            return;
        m_streams->button(static_cast<int>(LogStream::All))->click();
        const LogLayout& layout = m_view->layoutOfLines();
        const LogPosition first{layout.placeOf(block->first), 0};
        const LogPosition last{layout.placeOf(block->last), layout.document().text(block->last).size()};
        m_view->setSelection(first, last);
        // Where there is no room for all of it, how it ends says more.
        m_view->ensureVisible(first);
        m_view->ensureVisible({last.line, 0});
        m_view->setFocus();
    });
}

void LogsTab::load(const RunRef& run)
{
    m_runName = QString::fromStdString(run.path.id);
    ask(session().logLines(run), [this](const std::shared_ptr<const LogLines>& lines) {
        if (lines->empty()) {
            m_logged.reset();
            showEmpty(QStringLiteral("log"), tr("No log"), tr("This run printed nothing."));
            return;
        }
        // Measuring a million lines takes a moment: it is no work for this thread.
        const auto measured = QtConcurrent::run([lines, before = m_view->layoutOfLines().sharedDocument()] {
            return std::make_shared<const LogDocument>(*lines, before.get());
        });
        askQuietly(measured, [this](const std::shared_ptr<const LogDocument>& document) { showDocument(document); });
    });
}

void LogsTab::showDocument(std::shared_ptr<const LogDocument> document)
{
    const bool goesOn = m_logged == shownRun();
    m_logged = shownRun();
    m_times->setEnabled(document->hasTimes());
    m_times->setToolTip(document->hasTimes() ? tr("Show when each line was printed, in local time")
                                             : tr("This run did not record when its lines were printed."));
    const bool running = isRunning();
    if (!goesOn) {
        m_view->setFollowing(false);
        m_follow->setChecked(true);
    }
    m_view->setDocument(std::move(document), goesOn ? LogView::Document::Continued : LogView::Document::Another);
    m_view->setFollowing(running && m_follow->isChecked());
    if (goesOn)
        m_find->searchOn();
    else
        m_find->searchAgain();
    showCount();
    showFollowing();
    showContent();
    showWanted();
}

void LogsTab::showCount()
{
    const LogLayout& layout = m_view->layoutOfLines();
    const QString lines = tr("%n line(s)", nullptr, static_cast<int>(layout.lines().size()));
    m_count->setText(layout.stream() == LogStream::All
                         ? QString(lines + QStringLiteral(" · ") + format::bytes(layout.document().sizeBytes()))
                         : lines);
}

void LogsTab::download()
{
    const std::optional<RunRef> run = shownRun();
    if (!run)
        return;
    openSaveDialog(this, tr("Download log"), m_runName + QStringLiteral(".log"),
                   [this, run](const QString& path) { return session().saveLog(*run, path.toStdString()); });
}

} // namespace runglass
