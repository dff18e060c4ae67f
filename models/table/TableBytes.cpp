// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/TableBytes.h"

#include "models/table/ByteCodec.h"
#include "models/table/CodedColumn.h"
#include "models/table/NumberColumn.h"
#include "models/table/RunTableBuilder.h"

#include <optional>

namespace runglass
{

namespace
{

/// Changes with whatever is written here, with Field, RunState and Value::Kind, whose numbers are written, and with the
/// cells that RunTableBuilder makes of a run: a table of before would not have them.
constexpr std::string_view kVersion = "runglass table 2";

void writeColumn(ByteWriter& out, const Column& column)
{
    out.plain(static_cast<std::uint8_t>(column.kind()));
    if (column.kind() == Column::Kind::Number) {
        static_cast<const NumberColumn&>(column).write(out);
        return;
    }
    const auto& coded = static_cast<const CodedColumn&>(column);
    const std::vector<Value>& entries = coded.dictionary()->entries();
    out.plain(static_cast<std::uint32_t>(entries.size()));
    for (const Value& entry : entries)
        out.value(entry);
    coded.codes().write(out);
}

std::shared_ptr<const Column> readColumn(ByteReader& in, ColumnId id, std::uint32_t rowCount)
{
    const auto kind = static_cast<Column::Kind>(in.plain<std::uint8_t>());
    if (kind == Column::Kind::Number)
        return NumberColumn::read(in, std::move(id), rowCount);
    if (kind != Column::Kind::Text && kind != Column::Kind::TextList && kind != Column::Kind::Mixed)
        in.fail();
    std::vector<Value> entries(in.count());
    for (Value& entry : entries)
        entry = in.value();
    CodedColumn::Codes codes;
    codes.read(in, rowCount);
    codes.forEach([&](std::uint32_t, std::uint32_t code) {
        if (code >= entries.size())
            in.fail();
    });
    if (!in.ok())
        return nullptr;
    return std::make_shared<CodedColumn>(std::move(id), kind, std::make_shared<Dictionary>(std::move(entries)),
                                         std::move(codes));
}

} // namespace

/// The one that may look into a table.
struct TableCodec {
    static void writeRows(ByteWriter& out, const RunTable& table)
    {
        out.plain(table.rowCount());
        for (std::uint32_t row = 0; row < table.rowCount(); ++row) {
            const RunPath& path = table.ref(row).path;
            const RunTable::Facts& facts = table.m_facts[row];
            out.text(path.entity);
            out.text(path.project);
            out.text(path.id);
            out.plain(static_cast<std::uint8_t>(facts.state));
            out.plain(static_cast<std::uint8_t>(facts.nameFromId));
            out.plain(facts.marks);
            out.plain(facts.warnings);
            out.plain(static_cast<std::uint8_t>(facts.startedAt.has_value()));
            out.plain(facts.startedAt.value_or(0));
            out.text(facts.name);
            out.text(facts.searchText);
            const StateNote* note = facts.stateNote.get();
            out.text(note ? note->reason : std::string());
            out.text(note ? note->traceback : std::string());
        }
        out.all(*table.m_colours);
    }

    static void readRows(ByteReader& in, RunTable& table, SourceId source)
    {
        const std::size_t count = in.count();
        auto rows = std::make_shared<RunTable::Rows>();
        rows->refs.reserve(count);
        for (std::size_t row = 0; row < count && in.ok(); ++row) {
            RunRef& ref = rows->refs.emplace_back();
            ref.source = source;
            ref.path.entity = in.text();
            ref.path.project = in.text();
            ref.path.id = in.text();
            rows->index.add(hashOf(ref), static_cast<std::uint32_t>(row));
            RunTable::Facts& facts = table.m_facts.push();
            facts.state = static_cast<RunState>(in.plain<std::uint8_t>());
            facts.nameFromId = in.plain<std::uint8_t>() != 0;
            facts.marks = in.plain<std::uint8_t>();
            facts.warnings = in.plain<std::uint32_t>();
            table.m_warnedRuns += facts.warnings > 0 ? 1 : 0;
            const bool hasStart = in.plain<std::uint8_t>() != 0;
            const auto start = in.plain<TimeNs>();
            if (hasStart)
                facts.startedAt = start;
            facts.name = in.text();
            facts.searchText = in.text();
            StateNote note;
            note.reason = in.text();
            note.traceback = in.text();
            if (!note.reason.empty() || !note.traceback.empty())
                facts.stateNote = std::make_shared<const StateNote>(std::move(note));
            if (facts.state > RunState::Unknown)
                in.fail();
        }
        auto colours = std::make_shared<std::vector<std::uint8_t>>(in.all<std::uint8_t>());
        if (colours->size() != rows->refs.size())
            in.fail();
        table.m_rows = std::move(rows);
        table.m_colours = std::move(colours);
    }

    static void readColumns(ByteReader& in, RunTable& table)
    {
        constexpr auto kFields = static_cast<std::size_t>(Field::Count);
        auto places = std::make_shared<RunTable::ColumnPlaces>();
        table.m_columns.clear();
        const std::size_t count = in.count();
        for (std::size_t place = 0; place < count && in.ok(); ++place) {
            ColumnId id;
            id.origin = static_cast<ColumnOrigin>(in.plain<std::uint8_t>());
            id.key = in.path();
            const bool isField = place < kFields;
            const bool isKey = id.origin == ColumnOrigin::Config || id.origin == ColumnOrigin::Summary;
            if (isField ? id.origin != ColumnOrigin::Field : !isKey || id.key.empty())
                in.fail();
            if (isField)
                id.field = static_cast<Field>(place);
            else if (!places->emplace(id, place).second)
                in.fail();
            table.m_columns.push_back(readColumn(in, std::move(id), table.rowCount()));
        }
        if (table.m_columns.size() < kFields)
            in.fail();
        table.m_columnPlaces = std::move(places);
    }
};

std::string toBytes(const RunTable& table)
{
    ByteWriter out;
    out.text(kVersion);
    TableCodec::writeRows(out, table);
    out.plain(static_cast<std::uint32_t>(table.columns().size()));
    for (const std::shared_ptr<const Column>& column : table.columns()) {
        out.plain(static_cast<std::uint8_t>(column->id().origin));
        out.path(column->id().key);
        writeColumn(out, *column);
    }
    return out.take();
}

std::shared_ptr<const RunTable> tableFromBytes(std::string_view bytes, SourceId source)
{
    ByteReader in(bytes);
    if (in.view() != kVersion)
        return nullptr;
    auto table = std::make_shared<RunTable>();
    TableCodec::readRows(in, *table, source);
    TableCodec::readColumns(in, *table);
    return in.isAtEnd() ? table : nullptr;
}

} // namespace runglass
