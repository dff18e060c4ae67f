// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/Problems.h"

#include "models/items/SourceNames.h"
#include "models/items/VisibleText.h"

#include <QCoreApplication>
#include <QLocale>

namespace runglass
{

namespace
{

QString offsetText(const std::optional<std::uint64_t>& offset)
{
    return offset ? QLocale().toString(static_cast<qulonglong>(*offset)) : QString();
}

Problem problemOf(const QString& where, const Warning& warning)
{
    constexpr qsizetype kLength = 4000;
    return {where, visibleExcerpt(warning.file, kLength), offsetText(warning.offset),
            visibleExcerpt(warning.cause, kLength)};
}

} // namespace

SyncProgress readingProgress(const Session& session)
{
    SyncProgress sum;
    for (const SourceInfo& source : session.sources()) {
        if (source.status != SourceInfo::Status::Reading)
            continue;
        sum.done += source.progress.done;
        sum.total += source.progress.total;
    }
    return sum;
}

int problemCount(const Session& session)
{
    return static_cast<int>(sourceProblems(session).size() + session.list()->table->warnedRuns());
}

std::vector<Problem> sourceProblems(const Session& session)
{
    std::vector<Problem> problems;
    if (!session.places().notice.empty())
        problems.push_back({QCoreApplication::translate("Problems", "This computer"),
                            {},
                            {},
                            QString::fromStdString(session.places().notice)});
    if (!session.viewProblem().empty())
        problems.push_back({QCoreApplication::translate("Problems", "This computer"),
                            {},
                            {},
                            QString::fromStdString(session.viewProblem())});
    for (const SourceInfo& source : session.sources()) {
        const QString where = SourceNames().label(source.location);
        if (!source.notice.empty())
            problems.push_back({where, {}, {}, QString::fromStdString(source.notice)});
        if (source.error)
            problems.push_back({where, QString::fromStdString(source.error->path), offsetText(source.error->offset),
                                QString::fromStdString(source.error->detail)});
        for (const Warning& warning : source.report.warnings)
            problems.push_back(problemOf(where, warning));
    }
    return problems;
}

std::vector<Problem> warningProblems(const Run& run)
{
    std::vector<Problem> problems;
    for (const Warning& warning : run.warnings)
        problems.push_back(problemOf(visibleExcerpt(displayName(run), 300), warning));
    return problems;
}

std::vector<RunRef> runsWithProblems(const Session& session)
{
    std::vector<RunRef> runs;
    const auto table = session.list()->table;
    for (std::uint32_t row = 0; row < table->rowCount(); ++row)
        if (table->warningCount(row) > 0)
            runs.push_back(table->ref(row));
    return runs;
}

} // namespace runglass
