// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/KeySearch.h"
#include "models/table/RunList.h"

#include <QAbstractListModel>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace runglass
{

/// The columns that the runs table shows, or those that are hidden, as far as a search finds them. Names are made for
/// those that are asked for, so that thousands cost nothing.
/// @thread GUI
class ColumnListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Visible, Hidden };
    enum Role {
        NoteRole = Qt::UserRole + 1, ///< QString, beside the name: "config", "new · summary", "always first"
        PinnedRole,                  ///< bool
        FixedRole,                   ///< bool: the name, which can neither be hidden nor moved
        LeftOutRole,                 ///< bool: would be visible, but all runs have the same in it
    };

    explicit ColumnListModel(Kind kind, QObject* parent = nullptr);

    /// Whether anything is other.
    bool setList(const std::shared_ptr<const RunList>& list);
    void setSearch(KeySearch search);
    bool isSearched() const { return !m_search.isEmpty(); }
    Kind kind() const { return m_kind; }
    /// How many there are, found or not.
    int total() const { return static_cast<int>(m_all.size()); }

    const ColumnId& columnId(int row) const;
    /// -1: the search does not find it.
    int rowOf(const ColumnId& id) const;
    /// Of a visible column its place among all of them.
    int place(int row) const { return static_cast<int>(m_found[static_cast<std::size_t>(row)]); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Entry {
        ColumnId id;
        bool isNew = false;
        bool isPinned = false;
        bool isLeftOut = false;

        bool operator==(const Entry&) const = default;
    };
    std::vector<Entry> entriesOf(const RunList& list) const;
    const Entry& entry(int row) const { return m_all[m_found[static_cast<std::size_t>(row)]]; }
    std::vector<std::size_t> found();
    const std::string& folded(const ColumnId& id);
    QString note(const Entry& entry) const;
    QString description(const Entry& entry) const;

    Kind m_kind;
    std::vector<Entry> m_all;
    std::vector<std::size_t> m_found; ///< places in m_all, in the order they are shown in
    KeySearch m_search;
    std::map<ColumnId, std::string> m_folded; ///< what a search compares, made once
};

} // namespace runglass
