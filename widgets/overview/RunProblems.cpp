// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/RunProblems.h"

#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "models/run/ExitCode.h"
#include "models/run/StateMark.h"
#include "models/session/StateReason.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <functional>

namespace runglass
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RunProblems)
};

constexpr qsizetype kTextLength = 400;

QString codeOf(const Run& run)
{
    return QString::fromStdString(exitCodeText(*run.exitCode));
}

QString ending(const Run& run)
{
    // Beside the state stands who says so.
    if (isMarkReason(run.stateReason))
        return {};
    const QString reason = visibleExcerpt(stateReasonText(run.stateReason), kTextLength);
    switch (run.state) {
    case RunState::Failed:
        return run.exitCode ? Words::tr("This run failed with exit code %1.").arg(codeOf(run))
                            : Words::tr("This run failed.");
    case RunState::Crashed:
        return reason.isEmpty() ? Words::tr("This run crashed.") : Words::tr("This run crashed: %1").arg(reason);
    case RunState::Killed:
        return run.exitCode ? Words::tr("This run was killed. Exit code %1.").arg(codeOf(run))
                            : Words::tr("This run was killed.");
    default:
        return {};
    }
}

QString damage(const Warning& warning)
{
    const QString file = visibleExcerpt(warning.file, kTextLength);
    const QString cause = visibleExcerpt(warning.cause, kTextLength);
    if (warning.file.empty())
        return cause;
    if (!warning.offset)
        return QString(file + QStringLiteral(": ") + cause);
    return Words::tr("Part of %1 could not be read: %2 at byte %3. What comes before it is shown.")
        .arg(file, cause, QLocale().toString(static_cast<qulonglong>(*warning.offset)));
}

/// By halves: a line may have been NaN for a million steps.
std::optional<std::size_t> lastFinite(const Line& line)
{
    std::size_t begin = 0, end = line.size();
    if (!line.extent().hasFinite())
        return std::nullopt;
    while (end - begin > 1) {
        const std::size_t middle = begin + (end - begin) / 2;
        if (line.extent(middle, end).hasFinite())
            begin = middle;
        else
            end = middle;
    }
    return begin;
}

} // namespace

QStringList runProblems(const Run& run)
{
    QStringList problems;
    if (const QString end = ending(run); !end.isEmpty())
        problems.append(end);
    if (endedBadly(run.state) && !run.exception.empty())
        //: %1 is the last line of a Python traceback: "ValueError: boom"
        problems.append(Words::tr("Last error: %1").arg(visibleExcerpt(run.exception, kTextLength)));
    for (const Warning& warning : run.warnings)
        problems.append(damage(warning));
    return problems;
}

std::vector<KeyPath> notFiniteKeys(const Value& summary, std::size_t most)
{
    std::vector<KeyPath> keys;
    KeyPath path;
    const std::function<void(const Value&)> walk = [&](const Value& at) {
        for (const auto& [name, child] : at.object()) {
            if (keys.size() >= most || (path.empty() && name.starts_with('_')))
                continue;
            path.push_back(name);
            if (child.kind() == Value::Kind::Double && !std::isfinite(child.toDouble()))
                keys.push_back(path);
            walk(child);
            path.pop_back();
        }
    };
    walk(summary);
    return keys;
}

QString notFiniteProblem(const KeyPath& key, const Value& value,
                         const std::vector<std::shared_ptr<const Line>>& segments)
{
    const QString name = visibleExcerpt(displayKey(key), kTextLength);
    const QString word = format::number(value.toDouble());
    std::optional<std::int64_t> since;
    for (std::size_t i = segments.size(); i-- > 0;) {
        const Line& line = *segments[i];
        const std::optional<std::size_t> good = lastFinite(line);
        const std::size_t bad = good ? *good + 1 : 0;
        if (bad < line.size())
            since = line.step(bad);
        if (!good)
            continue;
        if (!since)
            return Words::tr("%1 is %2 in the summary.").arg(name, word);
        return Words::tr("%1 is %2 since step %3. The last good value was %4.")
            .arg(name, word, QLocale().toString(static_cast<qlonglong>(*since)), format::number(line.value(*good)));
    }
    return since ? Words::tr("%1 is %2 from its first step on.").arg(name, word)
                 : Words::tr("%1 is %2 in the summary.").arg(name, word);
}

} // namespace runglass
