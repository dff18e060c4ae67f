// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/OutputCommands.h"

#include "models/items/RunTicks.h"
#include "models/items/RunsModel.h"
#include "models/items/VisibleText.h"
#include "models/session/Session.h"
#include "models/session/WhenAnswered.h"
#include "widgets/compare/CompareDialog.h"
#include "widgets/overview/SaveDialog.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/window/StatusStrip.h"
#include "widgets/window/WindowActions.h"
#include "widgets/window/WorkProgress.h"

#include <QClipboard>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QLocale>
#include <QMessageBox>
#include <QtConcurrentRun>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace runglass
{

namespace
{

/// Up to so many cells are made into a text at once: it takes a few milliseconds.
constexpr std::size_t kFewCells = 5000;

QString asTsv(const CopiedRuns& runs)
{
    return runsAsTable(runs, TableText::Format::Tsv);
}

QString asMarkdown(const CopiedRuns& runs)
{
    return runsAsTable(runs, TableText::Format::Markdown);
}

std::vector<std::uint32_t> matchingRows(const RunList& list)
{
    std::vector<std::uint32_t> rows = list.rows;
    std::erase_if(rows, [&list](std::uint32_t row) {
        return std::binary_search(list.unmatched.begin(), list.unmatched.end(), row);
    });
    return rows;
}

/// Without what folded groups hold.
std::vector<std::uint32_t> rowsOnScreen(const RunList& list)
{
    std::vector<std::uint32_t> rows;
    std::copy_if(list.lines().begin(), list.lines().end(), std::back_inserter(rows),
                 [](ListLine line) { return !isGroupLine(line); });
    return rows;
}

std::vector<std::uint32_t> rowsOf(const RunTable& table, const std::vector<RunRef>& runs)
{
    std::vector<std::uint32_t> rows;
    rows.reserve(runs.size());
    for (const RunRef& run : runs)
        if (const auto row = table.rowOf(run))
            rows.push_back(*row);
    return rows;
}

/// Says what an action does, or why it cannot be done now.
void explain(QAction& action, const QString& text)
{
    action.setStatusTip(text);
    action.setToolTip(text + QStringLiteral(" (%1)").arg(action.shortcut().toString(QKeySequence::NativeText)));
}

} // namespace

OutputCommands::OutputCommands(Context& context, WindowActions& actions, RunsTab& runs, StatusStrip& status,
                               Chosen chosen, QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_actions(actions)
    , m_runs(runs)
    , m_status(status)
    , m_chosen(std::move(chosen))
    , m_window(window)
{
    connect(actions.copyTsv, &QAction::triggered, this, [this] { copy(asTsv); });
    connect(actions.copyMarkdown, &QAction::triggered, this, [this] { copy(asMarkdown); });
    connect(actions.copyJson, &QAction::triggered, this, [this] { copy(runsAsJson); });
    connect(actions.compareRuns, &QAction::triggered, this, &OutputCommands::compare);
    connect(actions.exportRuns, &QAction::triggered, this, &OutputCommands::askWhatToExport);
    connect(&runs, &RunsTab::copyRequested, this, [this] { copy(asTsv); });
}

void OutputCommands::refresh(int chosen)
{
    m_chosenCount = chosen;
    for (QAction* action : {m_actions.copyTsv, m_actions.copyMarkdown, m_actions.copyJson, m_actions.copyRuns})
        action->setEnabled(chosen > 0);
    const bool areSeveral = chosen > 1;
    m_actions.compareRuns->setEnabled(areSeveral);
    explain(*m_actions.compareRuns,
            areSeveral ? tr("Put the chosen runs side by side: what differs in fields, config and summary")
                       : tr("Choose two runs or more to compare them"));
    const bool any = !m_context.session.list()->rows.empty();
    m_actions.exportRuns->setEnabled(any && !m_isWriting);
    explain(*m_actions.exportRuns, m_isWriting ? tr("One export is being written: wait for it, or cancel it")
                                               : tr("Write runs to a CSV or JSON lines file"));
}

/// The columns of the table in order. Those of one name say where they are from.
std::vector<CopiedRuns::Column> OutputCommands::columns() const
{
    const RunsModel& model = *m_runs.model();
    std::map<QString, int> uses;
    for (int column = 0; column < model.columnCount(); ++column)
        ++uses[model.headerData(column, Qt::Horizontal).toString()];
    std::vector<CopiedRuns::Column> columns;
    for (int column = 0; column < model.columnCount(); ++column) {
        QString title = model.headerData(column, Qt::Horizontal).toString();
        const QString origin = model.headerData(column, Qt::Horizontal, RunsModel::OriginRole).toString();
        if (uses[title] > 1 && !origin.isEmpty())
            title = QStringLiteral("%1 (%2)").arg(title, origin);
        columns.push_back({model.columnId(column), title});
        if (const ShownValues& shown = model.list()->state.shownValues; shown.contains(model.columnId(column))) {
            columns.back().value = ':' + std::string(toName(shown.at(model.columnId(column))));
            columns.back().title += QStringLiteral(" · ") + shownValueName(shown, model.columnId(column));
        }
    }
    return columns;
}

/// In a window of its own, so that several can be open beside each other and the table.
void OutputCommands::compare()
{
    std::vector<RunRef> runs = m_chosen();
    // The first one is what the others are held against.
    const auto baseline = std::find(runs.begin(), runs.end(), m_context.session.list()->baseline);
    if (baseline != runs.end())
        std::rotate(runs.begin(), baseline, baseline + 1);
    if (runs.size() > 1)
        (new CompareDialog(m_context, std::move(runs), m_window))->show();
}

void OutputCommands::copy(MakeText make)
{
    const std::shared_ptr<const RunTable> table = m_runs.model()->list()->table;
    CopiedRuns runs{table, rowsOf(*table, m_chosen()), columns()};
    if (runs.rows.empty())
        return;
    const auto count = static_cast<int>(runs.rows.size());
    const int generation = ++m_copyGeneration;
    if (runs.cellCount() <= kFewCells)
        return copied(make(runs), count);
    m_status.say(tr("Copying…"));
    const auto work = [make, runs = std::move(runs)] { return make(runs); };
    whenAnswered(this, QtConcurrent::run(work), [this, generation, count](const QString& text) {
        if (generation == m_copyGeneration)
            copied(text, count);
    });
}

void OutputCommands::copied(const QString& text, int runs)
{
    QGuiApplication::clipboard()->setText(text);
    m_status.say(tr("Copied %n run(s)", nullptr, runs));
}

void OutputCommands::askWhatToExport()
{
    const RunList& list = *m_runs.model()->list();
    ExportDialog::Counts counts;
    // The current row alone is where somebody happens to be.
    const auto selected = static_cast<int>(m_runs.chosenRuns().size());
    const bool isChoice = m_runs.ticks().listedCount() > 0 || selected > 1;
    counts.selected = isChoice ? selected : 0;
    counts.onScreen = static_cast<int>(rowsOnScreen(list).size());
    counts.matching = static_cast<int>(list.matching);
    counts.visibleColumns = m_runs.model()->columnCount();
    counts.allColumns = static_cast<int>(everyColumn(*list.table, list.rows).size());
    ExportChoice usual = m_usual;
    // Whoever has ticked runs means them.
    usual.runs = isChoice ? ExportChoice::Runs::Selected : usual.runs;
    auto* dialog = new ExportDialog(counts, usual, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_usual = dialog->choice();
        askWhereTo(m_usual);
    });
    dialog->open();
}

void OutputCommands::askWhereTo(const ExportChoice& choice)
{
    const bool csv = choice.format == RunExport::Format::Csv;
    const auto& project = m_context.session.state().scope.project;
    const QString name = project && !project->empty() ? QString::fromStdString(*project) : QStringLiteral("runs");
    SaveQuestion question;
    question.title = tr("Export runs");
    question.suffix = csv ? QStringLiteral("csv") : QStringLiteral("jsonl");
    question.name = name + u'.' + question.suffix;
    question.kind = csv ? tr("CSV (*.csv)") : tr("JSON lines (*.jsonl)");
    askWhereToSave(m_window, question, [this, choice](const QString& path) { write(choice, path); });
}

RunExport OutputCommands::exportOf(const ExportChoice& choice) const
{
    const std::shared_ptr<const RunList> list = m_runs.model()->list();
    RunExport runs;
    runs.format = choice.format;
    runs.table = list->table;
    switch (choice.runs) {
    case ExportChoice::Runs::Selected:
        runs.rows = rowsOf(*list->table, m_runs.chosenRuns());
        break;
    case ExportChoice::Runs::OnScreen:
        runs.rows = rowsOnScreen(*list);
        break;
    case ExportChoice::Runs::Matching:
        runs.rows = matchingRows(*list);
        break;
    }
    // All columns are the runs' own, whatever some of them show.
    if (choice.allColumns)
        runs.table = {list->table, &list->table->stored()};
    if (!choice.allColumns) {
        for (const CopiedRuns::Column& column : columns()) {
            runs.columns.push_back(namedColumn(column.id));
            runs.columns.back().name += column.value;
        }
    } else if (choice.format == RunExport::Format::Csv) {
        runs.columns = everyColumn(*runs.table, runs.rows);
    }
    return runs;
}

void OutputCommands::write(const ExportChoice& choice, const QString& path)
{
    if (m_isWriting)
        return;
    auto* watcher = new QFutureWatcher<Result<ExportReport>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        m_isWriting = false;
        refresh(m_chosenCount);
        if (watcher->future().resultCount() == 0)
            m_status.say(tr("Export cancelled. %1 was not changed.").arg(visibleText(QFileInfo(path).fileName())));
        else if (const Result<ExportReport> report = watcher->future().resultAt(0); report)
            tellWritten(path, *report);
        else
            tellNotSaved(m_window, path, report.error());
    });
    m_status.work().follow(watcher, tr("Exporting runs"), tr("Cancel export"), [](int done, int total) {
        const QLocale locale;
        return tr("Exporting %1 of %2 runs").arg(locale.toString(done), locale.toString(total));
    });
    m_isWriting = true;
    watcher->setFuture(m_context.session.exportRuns(exportOf(choice), path.toStdString()));
    refresh(m_chosenCount);
}

void OutputCommands::tellWritten(const QString& path, const ExportReport& report)
{
    const QString name = visibleText(QFileInfo(path).fileName());
    m_status.say(tr("Exported %n run(s) to %1", nullptr, static_cast<int>(report.written)).arg(name));
    if (!report.firstFailure)
        return;
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Export runs"), {}, QMessageBox::Close, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("%n run(s) could not be read and are not in the file.", nullptr, static_cast<int>(report.failed)));
    box->setInformativeText(visibleText(describe(*report.firstFailure)));
    box->open();
}

} // namespace runglass
