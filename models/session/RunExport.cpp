// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/RunExport.h"

#include "models/session/CsvWriter.h"

namespace runglass
{

namespace
{

void writeCsvRun(const RunExport& runs, std::uint32_t row, ByteSink& output)
{
    CsvWriter csv(output);
    for (const NamedColumn& column : runs.columns)
        csv.value(exactCell(*runs.table, column, row));
    csv.endLine();
}

void writeJsonRun(const RunExport& runs, std::uint32_t row, const ExportedRun& run, ByteSink& output)
{
    JsonWriter json(output, JsonWriter::Layout::OneLine);
    json.beginObject();
    writeRunMembers(json, run.run, run.origin, runs.internal);
    if (!runs.columns.empty())
        writeColumns(json, *runs.table, runs.columns, row);
    json.endObject();
    json.finish();
}

void writeHead(const RunExport& runs, ByteSink& output)
{
    if (runs.format != RunExport::Format::Csv)
        return;
    CsvWriter csv(output);
    for (const NamedColumn& column : runs.columns)
        csv.text(column.name);
    csv.endLine();
}

void note(ExportReport& report, const Error& error)
{
    ++report.failed;
    if (!report.firstFailure)
        report.firstFailure = error;
}

} // namespace

void writeColumns(JsonWriter& json, const RunTable& table, const std::vector<NamedColumn>& columns, std::uint32_t row)
{
    json.key("columns");
    json.beginObject();
    for (const NamedColumn& column : columns) {
        json.key(column.name);
        json.value(exactCell(table, column, row));
    }
    json.endObject();
}

Result<ExportReport> writeRuns(const RunExport& runs, const GiveRun& give, ByteSink& output,
                               const std::function<bool(std::uint32_t done)>& goOn)
{
    ExportReport report;
    writeHead(runs, output);
    for (const std::uint32_t row : runs.rows) {
        if (!goOn(report.written + report.failed))
            return Error{Error::Kind::Canceled, "cancelled", {}};
        if (output.isClosed())
            return report;
        if (runs.format == RunExport::Format::Csv) {
            writeCsvRun(runs, row, output);
            ++report.written;
        } else if (const Result<ExportedRun> run = give(row); run) {
            writeJsonRun(runs, row, *run, output);
            ++report.written;
        } else {
            note(report, run.error());
        }
    }
    goOn(report.written + report.failed);
    return report;
}

} // namespace runglass
