// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/TableViewCases.h"

#include "models/items/RunSelectorModel.h"
#include "models/items/RunTicks.h"
#include "models/items/RunsModel.h"
#include "models/session/ListWorker.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/RunSelector.h"
#include "widgets/runs/RunsHeader.h"
#include "widgets/runs/RunsView.h"

#include <QApplication>
#include <QEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <chrono>
#include <iostream>

namespace runglass::benchmark
{

namespace
{

constexpr QSize kUsual(1600, 1000), kLarge(3840, 2100);
using Moment = std::chrono::steady_clock::time_point;

/// Knows when a widget was painted last, and what of it.
class Painted : public QObject
{
public:
    explicit Painted(QWidget* widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
    int count = 0;
};

/// Table and selector that follow a worker, as those of the window follow the session.
class Views
{
public:
    explicit Views(const std::shared_ptr<const RunList>& list)
        : m_table(m_theme)
        , m_painted(m_table.viewport())
    {
        for (RunListModel* model : {static_cast<RunListModel*>(&m_runs), static_cast<RunListModel*>(&m_names)}) {
            model->setTicks(&m_ticks);
            QObject::connect(&m_worker, &ListWorker::made, model,
                             [model](const ListSnapshot& made) { model->setList(made.list); });
        }
        QObject::connect(&m_worker, &ListWorker::made, &m_ticks,
                         [this](const ListSnapshot& made) { m_ticks.setList(made.list); });
        QObject::connect(&m_worker, &ListWorker::made, [this](const ListSnapshot& made) {
            m_isMade = true;
            m_state = made.list->state;
        });
        m_table.setModel(&m_runs);
        SourceNews news;
        news.table = list->table;
        news.changes = std::make_shared<StoreChanges>();
        m_worker.apply(list->table->ref(0).source, std::move(news));
        waitForList();
        m_table.resize(kUsual);
        m_table.show();
        waitForPaint(0);
    }

    void run(int turns)
    {
        for (int turn = 0; turn < turns; ++turn) {
            time("repaint", [this] { m_table.viewport()->repaint(); });
            click(turn);
        }
        m_table.resize(kLarge);
        QCoreApplication::processEvents();
        for (int turn = 0; turn < turns; ++turn) {
            time("repaint_4k", [this] { m_table.viewport()->repaint(); });
            scroll("line_4k", 1);
            scroll("page_4k", m_table.verticalScrollBar()->pageStep());
        }
    }

private:
    template <typename Work> static void time(const char* name, const Work& work)
    {
        const Moment start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        std::cout << name << ' ' << taken.count() << '\n';
    }

    /// A head in view is clicked; the list is made on the worker's thread, and the table painted with it.
    void click(int turn)
    {
        const int section =
            m_runs.columnOf(m_runs.list()->table->columns()[19 + static_cast<std::size_t>(turn) % 3]->id());
        m_table.scrollTo(m_runs.index(0, section));
        QCoreApplication::processEvents();
        time("click", [&] {
            m_isMade = false;
            const int before = m_painted.count;
            RunListState state = m_state;
            state.sort = {{m_runs.columnId(section), turn % 2 == 0}};
            m_worker.setState(state);
            waitForList();
            waitForPaint(before);
        });
    }

    void scroll(const char* name, int rows)
    {
        QScrollBar& bar = *m_table.verticalScrollBar();
        if (bar.value() + rows > bar.maximum())
            bar.setValue(0);
        QCoreApplication::processEvents();
        const int before = m_painted.count;
        time(name, [&] {
            bar.setValue(bar.value() + rows);
            waitForPaint(before);
        });
    }

    void waitForList()
    {
        while (!m_isMade)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    void waitForPaint(int before)
    {
        while (m_painted.count == before)
            QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }

    Theme m_theme;
    RunsModel m_runs;
    RunSelectorModel m_names;
    RunTicks m_ticks;
    ListWorker m_worker;
    RunsView m_table;
    Painted m_painted;
    RunListState m_state;
    bool m_isMade = false;
};

} // namespace

void runViewCases(const std::shared_ptr<const RunList>& list, int turns)
{
    Views(list).run(turns);
}

} // namespace runglass::benchmark
