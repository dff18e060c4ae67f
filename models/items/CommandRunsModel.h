// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/RunRoles.h"
#include "models/run/RunCommand.h"
#include "models/table/RunList.h"

#include <QAbstractTableModel>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace runglass
{

/// The runs that a command is about, as its dialog lists them: those that it takes first, then those that are left out,
/// each with the reason.
/// @thread GUI
class CommandRunsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Id, State, Created, Size, ColumnCount };
    enum Role { LeftOutRole = Qt::UserRole + 100 /**< bool */ };
    using Allowed = std::function<Capability(const RunRef&)>;

    /// @param allowed  whether the command takes a run; asked once for each
    CommandRunsModel(std::shared_ptr<const RunList> list, const std::vector<RunRef>& runs, const Allowed& allowed,
                     QObject* parent = nullptr);

    /// Those that the command takes, in the order given.
    const std::vector<RunRef>& taken() const { return m_taken; }
    int leftOutCount() const { return static_cast<int>(m_leftOut.size()); }
    /// How much a run takes on the disk, in bytes.
    void setSize(const RunRef& run, std::uint64_t bytes);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct LeftOut {
        RunRef run;
        QString reason;
    };

    bool isLeftOut(int row) const { return row >= static_cast<int>(m_taken.size()); }
    const RunRef& runAt(int row) const;
    QString text(int row, int column) const;

    std::shared_ptr<const RunList> m_list;
    std::vector<RunRef> m_taken;
    std::vector<LeftOut> m_leftOut;
    std::map<RunRef, std::uint64_t> m_sizes;
};

} // namespace runglass
