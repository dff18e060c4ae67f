// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace runglass
{

/// Rows in an order, which copies share: a copy costs a pointer, and whether two are the same is mostly known without
/// looking at a row.
/// @thread any, at once
class ListedRows
{
public:
    using Rows = std::vector<std::uint32_t>;
    using value_type = Rows::value_type;
    using const_iterator = Rows::const_iterator;
    using iterator = const_iterator;

    ListedRows()
        : ListedRows(none())
    {
    }
    ListedRows(Rows rows) // NOLINT(google-explicit-constructor): it is these rows
        : m_rows(std::make_shared<const Rows>(std::move(rows)))
    {
    }
    /// @param rows  not null
    explicit ListedRows(std::shared_ptr<const Rows> rows)
        : m_rows(std::move(rows))
    {
    }

    const Rows& all() const { return *m_rows; }
    operator const Rows&() const { return *m_rows; } // NOLINT(google-explicit-constructor): it is these rows
    std::size_t size() const { return m_rows->size(); }
    bool empty() const { return m_rows->empty(); }
    std::uint32_t operator[](std::size_t place) const { return (*m_rows)[place]; }
    std::uint32_t front() const { return m_rows->front(); }
    std::uint32_t back() const { return m_rows->back(); }
    const_iterator begin() const { return m_rows->begin(); }
    const_iterator end() const { return m_rows->end(); }

    /// Whether the other has the same rows, as far as is known without looking at them.
    bool isShared(const ListedRows& other) const { return m_rows == other.m_rows; }
    friend bool operator==(const ListedRows& left, const ListedRows& right)
    {
        return left.isShared(right) || left.all() == right.all();
    }
    friend bool operator==(const ListedRows& left, const Rows& right) { return left.all() == right; }

private:
    static const std::shared_ptr<const Rows>& none()
    {
        static const auto rows = std::make_shared<const Rows>();
        return rows;
    }

    std::shared_ptr<const Rows> m_rows;
};

} // namespace runglass
