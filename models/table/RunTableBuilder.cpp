// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RunTableBuilder.h"

#include "models/expression/TextFold.h"
#include "models/run/SoleOwner.h"
#include "models/table/NaturalOrder.h"
#include "models/table/RunColours.h"

#include <algorithm>

namespace runglass
{

namespace
{

/// Cells that wait to be put into columns: bounds the memory that a large batch takes twice.
constexpr std::size_t kMostUnflushedCells = 1'000'000;

Column::Kind emptyKind(Field field)
{
    switch (field) {
    case Field::Created:
    case Field::Runtime:
    case Field::Duration:
    case Field::ExitCode:
        return Column::Kind::Number;
    case Field::Tags:
        return Column::Kind::TextList;
    default:
        return Column::Kind::Text;
    }
}

std::vector<ColumnBuilder> fieldBuilders()
{
    std::vector<ColumnBuilder> builders;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Field::Count); ++i) {
        const auto field = static_cast<Field>(i);
        builders.emplace_back(ColumnId{ColumnOrigin::Field, field, {}}, emptyKind(field));
    }
    return builders;
}

Value textOrNull(std::string text)
{
    return text.empty() ? Value() : Value(std::move(text));
}

template <typename T> Value valueOrNull(const std::optional<T>& value)
{
    return value ? Value(*value) : Value();
}

Value tagsOf(std::vector<std::string>& tags)
{
    if (tags.empty())
        return {};
    Value::Array values;
    for (std::string& tag : tags)
        values.emplace_back(std::move(tag));
    return values;
}

} // namespace

std::vector<std::shared_ptr<const Column>> emptyFieldColumns()
{
    std::vector<std::shared_ptr<const Column>> columns;
    for (const ColumnBuilder& builder : fieldBuilders())
        columns.push_back(builder.column());
    return columns;
}

RunTableBuilder::RunTableBuilder()
    : m_rows(std::make_shared<RunTable::Rows>())
    , m_fields(fieldBuilders())
{
}

RunTableBuilder::~RunTableBuilder() = default;

void RunTableBuilder::setSourceText(SourceId source, std::string text)
{
    m_sourceTexts[source] = std::move(text);
}

void RunTableBuilder::add(const RunTable& table)
{
    if (m_rows->refs.empty())
        return adopt(table);
    flush();
    RunTable::Rows& rows = writableRows();
    const auto firstRow = static_cast<std::uint32_t>(rows.refs.size());
    for (std::uint32_t row = 0; row < table.rowCount(); ++row) {
        rows.index.add(hashOf(table.ref(row)), firstRow + row);
        rows.refs.push_back(table.ref(row));
        m_facts.push(table.m_facts[row]);
        m_keyCounts.push_back(kNotCounted);
    }
    m_warnedRuns += table.m_warnedRuns;
    m_coloursChanged = true;
    copyCells(table, firstRow);
    flush();
}

void RunTableBuilder::copyCells(const RunTable& table, std::uint32_t firstRow)
{
    for (const std::shared_ptr<const Column>& column : table.m_columns) {
        const std::uint32_t place = placeOf(column->id());
        if (place == KeyTree::kNone)
            continue;
        for (std::uint32_t row = 0; row < table.rowCount(); ++row)
            if (column->has(row))
                put(place, firstRow + row, column->value(row));
    }
}

/// Makes the column of a key when it is new. kNone: no more columns are made.
std::uint32_t RunTableBuilder::placeOf(const ColumnId& id)
{
    if (id.origin == ColumnOrigin::Field)
        return placeOf(id.field);
    KeyTree& keys = id.origin == ColumnOrigin::Config ? m_configKeys : m_summaryKeys;
    std::uint32_t key = keys.find(id.key);
    if (key == KeyTree::kNone) {
        key = makeKeyColumn(id.origin, id.key);
        keys.add(id.key, key);
    }
    return key == KeyTree::kNone ? key : placeOfKey(key);
}

ColumnBuilder& RunTableBuilder::builderAt(std::uint32_t place)
{
    return place < m_fields.size() ? m_fields[place] : *m_keys[place - m_fields.size()].builder;
}

void RunTableBuilder::adopt(const RunTable& table)
{
    // Copied before it is changed, as what a snapshot holds.
    m_rows = std::const_pointer_cast<RunTable::Rows>(table.m_rows);
    m_facts = table.m_facts;
    m_warnedRuns = table.m_warnedRuns;
    m_colours = table.m_colours;
    m_coloursChanged = false;
    const std::size_t fields = m_fields.size();
    for (std::size_t i = 0; i < fields; ++i)
        m_fields[i] = ColumnBuilder(table.m_columns[i], emptyKind(static_cast<Field>(i)));
    m_keyCounts.assign(table.rowCount(), kNotCounted);
    m_keys.clear();
    m_freeKeys.clear();
    m_perhapsEmpty.clear();
    m_configKeys = {};
    m_summaryKeys = {};
    for (std::size_t i = fields; i < table.m_columns.size(); ++i) {
        const ColumnId& id = table.m_columns[i]->id();
        const auto place = static_cast<std::uint32_t>(m_keys.size());
        m_keys.emplace_back().builder = std::make_unique<ColumnBuilder>(table.m_columns[i]);
        (id.origin == ColumnOrigin::Config ? m_configKeys : m_summaryKeys).add(id.key, place);
        m_perhapsEmpty.push_back(place);
    }
    m_columnsChanged = true;
}

void RunTableBuilder::apply(SourceId source, std::vector<Run> changed)
{
    for (Run& run : changed)
        applyRun(source, std::move(run));
}

void RunTableBuilder::applyRun(SourceId source, Run run)
{
    const RunRef ref{source, run.path};
    const std::uint32_t row = rowFor(ref, m_isNewRow);
    if (!m_unflushedRows.insert(row).second || m_unflushedCells > kMostUnflushedCells) {
        flush();
        m_unflushedRows.insert(row);
    }
    ++m_serial;
    m_keysSet = m_keysHad = 0;
    setFacts(row, run);
    setKeys(row, ColumnOrigin::Config, std::move(run.config));
    setKeys(row, ColumnOrigin::Summary, std::move(run.summary));
    setFields(row, ref, run);
    // A run that goes on has all the keys that it had: what others there are is not looked at.
    if (!m_isNewRow && m_keysHad != m_keyCounts[row])
        clearOldKeys(row);
    m_keyCounts[row] = m_keysSet;
}

std::uint32_t RunTableBuilder::rowFor(const RunRef& ref, bool& isNew)
{
    const std::size_t hash = hashOf(ref);
    const std::uint32_t found =
        m_rows->index.find(hash, [this, &ref](std::uint32_t row) { return m_rows->refs[row] == ref; });
    isNew = found == HashIndex::kNone;
    if (!isNew)
        return found;
    RunTable::Rows& rows = writableRows();
    const auto row = static_cast<std::uint32_t>(rows.refs.size());
    rows.refs.push_back(ref);
    rows.index.add(hash, row);
    m_facts.push();
    m_keyCounts.push_back(0);
    m_coloursChanged = true;
    return row;
}

std::optional<RunTableBuilder::Known> RunTableBuilder::find(const RunRef& ref) const
{
    const std::uint32_t row =
        m_rows->index.find(hashOf(ref), [this, &ref](std::uint32_t at) { return m_rows->refs[at] == ref; });
    return row == HashIndex::kNone ? std::nullopt : std::optional(Known{m_facts[row].startedAt});
}

RunTable::Rows& RunTableBuilder::writableRows()
{
    if (!isSoleOwner(m_rows))
        m_rows = std::make_shared<RunTable::Rows>(*m_rows);
    return *m_rows;
}

void RunTableBuilder::setFacts(std::uint32_t row, const Run& run)
{
    RunTable::Facts facts;
    facts.state = run.state;
    facts.marks = RunTable::marksOf(run);
    facts.stateNote = stateNoteOf(run);
    facts.nameFromId = run.name.empty();
    facts.warnings = static_cast<std::uint32_t>(run.warnings.size());
    facts.startedAt = run.startedAt;
    facts.name = displayName(run);
    facts.searchText = searchFold(facts.name) + '\n' + searchFold(run.path.id);
    const RunTable::Facts& known = m_facts[row];
    // What is the same must not cost a copy of the rows about it.
    if (!m_isNewRow && known.saysTheSame(facts))
        return;
    if (known.startedAt != facts.startedAt)
        m_coloursChanged = true;
    m_warnedRuns -= known.warnings > 0 ? 1 : 0;
    m_warnedRuns += facts.warnings > 0 ? 1 : 0;
    m_facts.writable(row) = std::move(facts);
}

void RunTableBuilder::setFields(std::uint32_t row, const RunRef& ref, Run& run)
{
    const auto set = [this, row](Field field, Value value) { setCell(placeOf(field), row, std::move(value)); };
    set(Field::Name, displayName(run));
    set(Field::State, toName(run.state));
    set(Field::Notes, textOrNull(std::move(run.notes)));
    set(Field::Tags, tagsOf(run.tags));
    set(Field::Created, valueOrNull(run.startedAt));
    set(Field::Runtime, valueOrNull(run.runtimeSeconds));
    set(Field::Group, textOrNull(std::move(run.group)));
    set(Field::JobType, textOrNull(std::move(run.jobType)));
    set(Field::Author, textOrNull(std::move(run.author)));
    set(Field::Duration, valueOrNull(run.durationSeconds));
    set(Field::Host, textOrNull(std::move(run.host)));
    set(Field::Id, ref.path.id);
    set(Field::Project, textOrNull(ref.path.project));
    set(Field::Entity, textOrNull(ref.path.entity));
    set(Field::Sweep, textOrNull(std::move(run.sweep)));
    set(Field::Program, textOrNull(std::move(run.program)));
    set(Field::ExitCode, valueOrNull(run.exitCode));
    set(Field::Source, textOrNull(m_sourceTexts[ref.source]));
}

void RunTableBuilder::setKeys(std::uint32_t row, ColumnOrigin origin, Value object)
{
    KeyTree& keys = origin == ColumnOrigin::Config ? m_configKeys : m_summaryKeys;
    const auto make = [this, origin](KeyPath key) { return makeKeyColumn(origin, std::move(key)); };
    const auto visit = [this, row](std::uint32_t key, Value value) {
        m_keys[key].lastRun = m_serial;
        m_keysHad += setCell(placeOfKey(key), row, std::move(value)) ? 1 : 0;
        ++m_keysSet;
    };
    keys.visitLeaves(std::move(object), make, visit);
}

/// Removes what the run had under keys that it no longer has.
void RunTableBuilder::clearOldKeys(std::uint32_t row)
{
    for (std::uint32_t key = 0; key < m_keys.size(); ++key) {
        if (m_keys[key].builder && m_keys[key].lastRun != m_serial && setCell(placeOfKey(key), row, {}))
            m_perhapsEmpty.push_back(key);
    }
}

/// Gives whether the row had a value there.
bool RunTableBuilder::setCell(std::uint32_t place, std::uint32_t row, Value value)
{
    if (m_isNewRow) {
        if (!value.isNull())
            put(place, row, std::move(value));
        return false;
    }
    // In an old row what is the same must not cost a copy of the column.
    const ColumnBuilder& builder = builderAt(place);
    if (builder.holds(row, value))
        return !value.isNull();
    const bool had = builder.column()->has(row);
    put(place, row, std::move(value));
    return had;
}

void RunTableBuilder::put(std::uint32_t place, std::uint32_t row, Value value)
{
    ColumnBuilder& builder = builderAt(place);
    if (!builder.isDirty())
        m_unflushed.push_back(place);
    builder.set(row, std::move(value));
    ++m_unflushedCells;
}

std::uint32_t RunTableBuilder::makeKeyColumn(ColumnOrigin origin, KeyPath key)
{
    std::uint32_t place = KeyTree::kNone;
    if (!m_freeKeys.empty()) {
        place = m_freeKeys.back();
        m_freeKeys.pop_back();
    } else if (m_keys.size() < kMostKeyColumns) {
        place = static_cast<std::uint32_t>(m_keys.size());
        m_keys.emplace_back();
    } else {
        return place;
    }
    KeyColumn& made = m_keys[place];
    made = {};
    made.builder = std::make_unique<ColumnBuilder>(ColumnId{origin, Field::Name, std::move(key)});
    m_perhapsEmpty.push_back(place);
    m_columnsChanged = true;
    return place;
}

void RunTableBuilder::remove(SourceId source, const std::vector<RunPath>& gone)
{
    std::vector<std::uint32_t> rows;
    for (const RunPath& path : gone) {
        const RunRef ref{source, path};
        const std::uint32_t row =
            m_rows->index.find(hashOf(ref), [this, &ref](std::uint32_t at) { return m_rows->refs[at] == ref; });
        if (row != HashIndex::kNone)
            rows.push_back(row);
    }
    removeRows(rows);
}

void RunTableBuilder::removeSource(SourceId source)
{
    removeRuns(source);
    m_sourceTexts.erase(source);
}

void RunTableBuilder::removeRuns(SourceId source)
{
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < m_rows->refs.size(); ++row) {
        if (m_rows->refs[row].source == source)
            rows.push_back(row);
    }
    removeRows(rows);
}

void RunTableBuilder::removeRows(const std::vector<std::uint32_t>& rows)
{
    if (rows.empty())
        return;
    flush();
    const std::size_t before = m_rows->refs.size();
    std::vector<std::uint32_t> newRows(before, 0);
    for (const std::uint32_t row : rows)
        newRows[row] = CodedColumn::Codes::kGone;
    auto kept = std::make_shared<RunTable::Rows>();
    SharedRows<RunTable::Facts> facts;
    std::vector<std::uint32_t> keyCounts;
    for (std::size_t row = 0; row < before; ++row) {
        if (newRows[row] == CodedColumn::Codes::kGone) {
            m_warnedRuns -= m_facts[row].warnings > 0 ? 1 : 0;
            continue;
        }
        newRows[row] = static_cast<std::uint32_t>(kept->refs.size());
        kept->index.add(hashOf(m_rows->refs[row]), newRows[row]);
        kept->refs.push_back(m_rows->refs[row]);
        facts.push(m_facts[row]);
        keyCounts.push_back(m_keyCounts[row]);
    }
    m_rows = std::move(kept);
    m_facts = std::move(facts);
    m_keyCounts = std::move(keyCounts);
    m_coloursChanged = true;
    const auto rowCount = static_cast<std::uint32_t>(m_rows->refs.size());
    m_flushed.clear();
    for (std::uint32_t field = 0; field < m_fields.size(); ++field) {
        m_fields[field].remap(newRows, rowCount);
        m_flushed.push_back(field);
    }
    for (std::uint32_t key = 0; key < m_keys.size(); ++key) {
        if (!m_keys[key].builder)
            continue;
        m_keys[key].builder->remap(newRows, rowCount);
        m_flushed.push_back(placeOfKey(key));
        m_perhapsEmpty.push_back(key);
    }
    dropEmptyColumns();
}

void RunTableBuilder::flush()
{
    const auto rowCount = static_cast<std::uint32_t>(m_rows->refs.size());
    for (const std::uint32_t place : m_unflushed)
        builderAt(place).flush(rowCount);
    m_flushed.insert(m_flushed.end(), m_unflushed.begin(), m_unflushed.end());
    m_unflushed.clear();
    m_unflushedRows.clear();
    m_unflushedCells = 0;
}

/// Only when all cells are flushed.
void RunTableBuilder::dropEmptyColumns()
{
    for (const std::uint32_t key : m_perhapsEmpty) {
        std::unique_ptr<ColumnBuilder>& builder = m_keys[key].builder;
        if (!builder || builder->column()->presentCount() > 0)
            continue;
        const ColumnId& id = builder->id();
        (id.origin == ColumnOrigin::Config ? m_configKeys : m_summaryKeys).forget(id.key);
        builder.reset();
        m_freeKeys.push_back(key);
        m_columnsChanged = true;
    }
    m_perhapsEmpty.clear();
}

void RunTableBuilder::orderColumns()
{
    const NaturalOrder natural;
    std::vector<std::uint32_t> order;
    for (std::uint32_t place = 0; place < m_keys.size(); ++place) {
        KeyColumn& key = m_keys[place];
        if (!key.builder)
            continue;
        if (key.order.empty())
            key.order = natural.key(std::string_view(displayKey(key.builder->id().key)));
        order.push_back(place);
    }
    std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
        const ColumnId& left = m_keys[a].builder->id();
        const ColumnId& right = m_keys[b].builder->id();
        if (left.origin != right.origin)
            return left.origin < right.origin;
        return m_keys[a].order != m_keys[b].order ? m_keys[a].order < m_keys[b].order : left.key < right.key;
    });
    auto places = std::make_shared<RunTable::ColumnPlaces>();
    m_placeInTable.assign(m_keys.size(), 0);
    m_columns.clear();
    for (const ColumnBuilder& builder : m_fields)
        m_columns.push_back(builder.column());
    for (const std::uint32_t key : order) {
        const ColumnBuilder& builder = *m_keys[key].builder;
        m_placeInTable[key] = static_cast<std::uint32_t>(m_columns.size());
        places->emplace(builder.id(), m_columns.size());
        m_columns.push_back(builder.column());
    }
    m_columnPlaces = std::move(places);
}

void RunTableBuilder::takeFlushedColumns()
{
    for (const std::uint32_t place : m_flushed) {
        const std::size_t inTable = place < m_fields.size() ? place : m_placeInTable[place - m_fields.size()];
        m_columns[inTable] = builderAt(place).column();
    }
}

std::shared_ptr<const RunTable> RunTableBuilder::snapshot()
{
    flush();
    dropEmptyColumns();
    if (m_columnsChanged)
        orderColumns();
    else
        takeFlushedColumns();
    m_columnsChanged = false;
    m_flushed.clear();
    if (m_coloursChanged) {
        std::vector<ColouredRun> runs;
        for (std::size_t row = 0; row < m_facts.size(); ++row)
            runs.push_back({&m_rows->refs[row], m_facts[row].startedAt});
        m_colours = std::make_shared<const std::vector<std::uint8_t>>(colourSlots(runs));
    }
    m_coloursChanged = false;
    auto table = std::make_shared<RunTable>();
    table->m_rows = m_rows;
    table->m_facts = m_facts;
    table->m_warnedRuns = m_warnedRuns;
    table->m_colours = m_colours;
    table->m_columnPlaces = m_columnPlaces;
    table->m_columns = m_columns;
    table->m_isOfLoggedRows = m_isOfLoggedRows;
    return table;
}

} // namespace runglass
