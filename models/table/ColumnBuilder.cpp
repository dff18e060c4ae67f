// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/ColumnBuilder.h"

#include <algorithm>

namespace runglass
{

ColumnBuilder::ColumnBuilder(ColumnId id, Column::Kind emptyKind)
    : m_id(std::move(id))
    , m_emptyKind(emptyKind)
{
    rebuild(emptyKind, 0);
}

ColumnBuilder::ColumnBuilder(std::shared_ptr<const Column> column, Column::Kind emptyKind)
    : m_id(column->id())
    , m_emptyKind(emptyKind)
{
    if (column->kind() == Column::Kind::Number)
        setColumn(std::static_pointer_cast<const NumberColumn>(std::move(column)), nullptr);
    else
        setColumn(nullptr, std::static_pointer_cast<const CodedColumn>(std::move(column)));
    countCells();
}

bool ColumnBuilder::holds(std::uint32_t row, const Value& value) const
{
    if (m_number)
        return m_number->value(row) == value;
    const Value* entry = m_coded->find(row);
    return entry ? *entry == value : value.isNull();
}

void ColumnBuilder::set(std::uint32_t row, Value value)
{
    m_patches.push_back({row, std::move(value)});
}

void ColumnBuilder::flush(std::uint32_t rowCount)
{
    if (m_patches.empty())
        return;
    const auto byRow = [](const Patch& a, const Patch& b) { return a.row < b.row; };
    if (!std::is_sorted(m_patches.begin(), m_patches.end(), byRow))
        std::stable_sort(m_patches.begin(), m_patches.end(), byRow);
    countPatches();
    const Column::Kind kind = wantedKind();
    // What left the column stays in its dictionary until that is worth a new one.
    constexpr std::size_t kFew = 64;
    const bool stale = m_coded && m_coded->dictionary()->entries().size() > 2 * m_coded->presentCount() + kFew;
    if (kind != m_column->kind() || stale)
        rebuild(kind, rowCount);
    else if (m_number)
        setColumn(m_number->patched(m_patches, rowCount), nullptr);
    else
        patchCoded(rowCount);
    forgetPatches();
}

void ColumnBuilder::remap(const std::vector<std::uint32_t>& newRows, std::uint32_t rowCount)
{
    if (m_number)
        setColumn(m_number->remapped(newRows, rowCount), nullptr);
    else
        setColumn(nullptr, m_coded->remapped(newRows, rowCount));
    countCells();
    if (wantedKind() != m_column->kind())
        rebuild(wantedKind(), rowCount);
}

void ColumnBuilder::countCells()
{
    m_counts = {};
    if (m_number) {
        m_counts[static_cast<std::size_t>(Class::Number)] = m_number->presentCount();
        return;
    }
    const std::vector<Value>& entries = m_coded->dictionary()->entries();
    m_coded->codes().forEach([this, &entries](std::uint32_t, std::uint32_t code) {
        ++m_counts[static_cast<std::size_t>(classOf(entries[code]))];
    });
}

/// A column that was there before has no index until it changes.
void ColumnBuilder::indexEntries()
{
    const std::vector<Value>& entries = m_coded->dictionary()->entries();
    if (!m_index.isEmpty() || entries.empty())
        return;
    for (std::size_t code = 0; code < entries.size(); ++code)
        m_index.add(hashOf(entries[code]), static_cast<std::uint32_t>(code));
}

ColumnBuilder::Class ColumnBuilder::classOf(const Value& value)
{
    if (value.isNumber())
        return Class::Number;
    if (value.isText())
        return Class::Text;
    const Value::Array& elements = value.array();
    const bool texts = std::all_of(elements.begin(), elements.end(), [](const Value& e) { return e.isText(); });
    return value.isArray() && texts ? Class::TextList : Class::Other;
}

std::optional<ColumnBuilder::Class> ColumnBuilder::classAt(std::uint32_t row) const
{
    if (m_number)
        return m_number->has(row) ? std::optional(Class::Number) : std::nullopt;
    const Value* entry = m_coded->find(row);
    return entry ? std::optional(classOf(*entry)) : std::nullopt;
}

void ColumnBuilder::countPatches()
{
    for (const Patch& patch : m_patches) {
        if (const auto before = classAt(patch.row))
            --m_counts[static_cast<std::size_t>(*before)];
        if (!patch.value.isNull())
            ++m_counts[static_cast<std::size_t>(classOf(patch.value))];
    }
}

Column::Kind ColumnBuilder::wantedKind() const
{
    static constexpr std::array kKinds = {Column::Kind::Number, Column::Kind::Text, Column::Kind::TextList,
                                          Column::Kind::Mixed};
    std::optional<Column::Kind> kind;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] > 0)
            kind = kind ? Column::Kind::Mixed : kKinds[i];
    }
    return kind.value_or(m_emptyKind);
}

std::uint32_t ColumnBuilder::codeOf(Value value, std::vector<Value>& added)
{
    const std::vector<Value>& entries = m_coded->dictionary()->entries();
    const std::size_t hash = hashOf(value);
    const auto same = [&](std::uint32_t code) {
        return (code < entries.size() ? entries[code] : added[code - entries.size()]) == value;
    };
    std::uint32_t code = m_index.find(hash, same);
    if (code == HashIndex::kNone) {
        code = static_cast<std::uint32_t>(entries.size() + added.size());
        added.push_back(std::move(value));
        m_index.add(hash, code);
    }
    return code;
}

void ColumnBuilder::patchCoded(std::uint32_t rowCount)
{
    indexEntries();
    std::vector<Value> added;
    std::vector<CodedColumn::Codes::Patch> patches;
    patches.reserve(m_patches.size());
    for (Patch& patch : m_patches) {
        const bool present = !patch.value.isNull();
        patches.push_back({patch.row, present ? std::optional(codeOf(std::move(patch.value), added)) : std::nullopt});
    }
    std::shared_ptr<const Dictionary> dictionary = m_coded->dictionary();
    if (!added.empty()) {
        std::vector<Value> entries;
        entries.reserve(dictionary->entries().size() + added.size());
        entries = dictionary->entries();
        std::move(added.begin(), added.end(), std::back_inserter(entries));
        dictionary = std::make_shared<Dictionary>(std::move(entries));
    }
    setColumn(nullptr, std::make_shared<CodedColumn>(m_id, m_coded->kind(), std::move(dictionary),
                                                     m_coded->codes().patched(std::move(patches), rowCount)));
}

/// Makes the column of its present cells and the patches as if for the first time.
void ColumnBuilder::rebuild(Column::Kind kind, std::uint32_t rowCount)
{
    std::vector<Patch> cells;
    const auto keep = [this, &cells](std::uint32_t row, auto) { cells.push_back({row, m_column->value(row)}); };
    if (m_number) {
        // NumberColumn has no way to walk its cells: every row is asked.
        for (std::uint32_t row = 0; row < rowCount; ++row) {
            if (m_number->has(row))
                keep(row, 0);
        }
    } else if (m_coded) {
        m_coded->codes().forEach(keep);
    }
    std::vector<Patch> all;
    all.reserve(cells.size() + m_patches.size());
    auto next = m_patches.begin();
    for (Patch& cell : cells) {
        while (next != m_patches.end() && next->row < cell.row)
            all.push_back(std::move(*next++));
        if (next == m_patches.end() || next->row != cell.row)
            all.push_back(std::move(cell));
    }
    std::move(next, m_patches.end(), std::back_inserter(all));
    m_patches = std::move(all);
    m_index.clear();
    if (kind == Column::Kind::Number) {
        setColumn(NumberColumn(m_id).patched(m_patches, rowCount), nullptr);
    } else {
        setColumn(nullptr, std::make_shared<CodedColumn>(m_id, kind, std::make_shared<Dictionary>(std::vector<Value>()),
                                                         CodedColumn::Codes()));
        patchCoded(rowCount);
    }
    forgetPatches();
}

/// With their memory, which an assignment of {} would keep: of a thousand columns it is a hundred megabytes.
void ColumnBuilder::forgetPatches()
{
    std::vector<Patch>().swap(m_patches);
}

void ColumnBuilder::setColumn(std::shared_ptr<const NumberColumn> number, std::shared_ptr<const CodedColumn> coded)
{
    m_number = std::move(number);
    m_coded = std::move(coded);
    m_column =
        m_number ? std::static_pointer_cast<const Column>(m_number) : std::static_pointer_cast<const Column>(m_coded);
}

} // namespace runglass
