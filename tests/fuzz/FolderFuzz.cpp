// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/TerminalLines.h"
#include "models/formats/Utf8.h"
#include "models/store/Documents.h"
#include "tests/fuzz/FolderUpdate.h"
#include "tests/fuzz/FuzzTarget.h"

#include <algorithm>
#include <set>

using namespace runglass;

namespace
{

void checkText(const std::string& text)
{
    fuzz::require(validUtf8Length(text) == text.size(), "texts are valid UTF-8");
}

void checkValue(const Value& value)
{
    checkText(value.text());
    for (const Value& item : value.array())
        checkValue(item);
    for (const auto& [key, item] : value.object()) {
        checkText(key);
        checkValue(item);
    }
}

void checkSeries(const Series& series)
{
    using fuzz::require;
    require(series.time.size() == series.step.size(), "columns of a series are equally long");
    require(std::visit([](const auto& values) { return values.size(); }, series.values) == series.step.size(),
            "columns of a series are equally long");
    require(!series.step.empty() && std::is_sorted(series.step.begin(), series.step.end()), "steps are in order");
    require(!series.id.key.empty() && series.id.key.size() <= 64, "keys are neither empty nor too deep");
    for (const std::string& component : series.id.key)
        checkText(component);
}

void checkRun(const Run& run)
{
    fuzz::require(run.config.isObject() || run.config.isNull(), "the config is an object");
    fuzz::require(run.summary.isObject() || run.summary.isNull(), "the summary is an object");
    checkValue(run.config);
    checkValue(run.summary);
    for (const std::string* text :
         {&run.path.entity, &run.path.project, &run.path.id, &run.name, &run.notes, &run.group, &run.author, &run.host,
          &run.program, &run.executable, &run.python, &run.os, &run.cliVersion, &run.root, &run.git.remote,
          &run.git.commit, &run.stateReason})
        checkText(*text);
    for (const std::string& tag : run.tags)
        checkText(tag);
    for (const Warning& warning : run.warnings) {
        checkText(warning.cause);
        fuzz::require(!warning.cause.empty() && warning.cause.size() < 4096, "a cause is a sentence");
    }
    fuzz::require(run.warnings.size() <= 21, "warnings are few");
}

} // namespace

/// A run folder from its bytes to what goes into the store. Input: see FolderInput.
RUNGLASS_FUZZ_TARGET(folder)
{
    const RunUpdate update = fuzz::folderUpdate(bytes);
    checkRun(update.run);
    const std::string run = encodeRun(update.run);
    const Result<Run> runAgain = decodeRun(run);
    fuzz::require(runAgain && encodeRun(*runAgain) == run, "a run survives the store");
    const std::string detail = encodeDetail(update.detail);
    const Result<RunDetail> detailAgain = decodeDetail(detail);
    fuzz::require(detailAgain && encodeDetail(*detailAgain) == detail, "its detail survives the store");
    for (const SegmentUpdate& segment : update.segments) {
        std::set<SeriesId> seen;
        for (const Series& series : segment.series) {
            checkSeries(series);
            fuzz::require(seen.insert(series.id).second, "a series comes once");
        }
        for (const LogLine& line : toLines(segment.console))
            checkText(line.text);
    }
}
