// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Series.h"

#include <QAbstractItemModel>

#include <map>
#include <memory>

namespace runglass
{

/// A nested value as a tree: config, summary or an artifact's metadata. Objects are branches, and arrays that hold
/// objects or arrays; everything else is a leaf on one line. Values are shown exactly; beside
/// a history, where numbers stand in columns, with few digits, and exactly in tool tip, copy and accessible text.
/// @thread GUI
class ValueTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind {
        Values, ///< Name, Value, Type
        Metrics ///< Name, Value, First, Min, Max, Mean, Type: a summary beside its history
    };
    enum class Column { Name, Value, First, Min, Max, Mean, Type };
    enum Role {
        ColumnRole = Qt::UserRole + 1, ///< int of Column
        PathRole,                      ///< QString, components joined with dots
        CopyRole,                      ///< QString: the whole value as text; of a branch its JSON
        JsonRole,                      ///< QString: indented JSON of the value
        NotANumberRole,                ///< bool: the cell shows NaN or ±Infinity
        InternalRole,                  ///< bool: below a top-level key that begins with "_"
        SearchRole,                    ///< QString: what a search looks in
        MediaRole,                     ///< bool: a picture, a table or another file that the SDK logged
    };

    explicit ValueTreeModel(Kind kind, QObject* parent = nullptr);
    ~ValueTreeModel() override;

    /// Anything but an object shows an empty tree. Nothing is copied: the document may have hundreds of thousands of
    /// values.
    /// @param value  never null
    /// @return false when it is what is shown, and nothing was done
    bool setValue(std::shared_ptr<const Value> value);
    /// The same thing with news: rows come, go and change where they are, and whatever is open or selected stays so,
    /// unless far too many rows move.
    void updateValue(std::shared_ptr<const Value> value);
    /// For Kind::Metrics: what the history knows of the metrics; segments of one metric are put together.
    void setSeries(const std::vector<SeriesInfo>& series);
    const Value& value() const { return *m_value; }
    /// Leaves, internal ones left out.
    int leafCount() const { return m_leaves; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;

    static std::size_t costOfMoves(const Node& node, const Value& next);
    void removeOthers(Node& node, const Value& next);
    void exchange(Node& node);
    void insertNew(Node& node);
    void tellAll(const Node& node);
    void countLeaves();
    QModelIndex indexOf(const Node& node) const;
    Column columnAt(int section) const;
    const Node* node(const QModelIndex& index) const;
    const SeriesInfo* seriesOf(const Node& node) const;
    QString displayText(const Node& node, Column column) const;
    QString exactText(const Node& node, Column column) const;
    QString toolTip(const Node& node, Column column) const;
    static KeyPath pathOf(const Node& node);

    Kind m_kind;
    std::shared_ptr<const Value> m_value = std::make_shared<const Value>(); ///< before m_root, which borrows from it
    std::unique_ptr<Node> m_root;
    int m_leaves = 0;
    std::map<KeyPath, SeriesInfo> m_series;
};

} // namespace runglass
