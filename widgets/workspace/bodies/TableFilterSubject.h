// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/runs/FilterSubject.h"

namespace runglass
{

class LoggedTableModel;

/// The rows of logged tables, for an editor of their filter.
/// @thread GUI
class TableFilterSubject : public FilterSubject
{
    Q_OBJECT

public:
    /// Borrows the model.
    explicit TableFilterSubject(LoggedTableModel& model, QObject* parent = nullptr);

    std::shared_ptr<const RunList> list() const override;
    Filter filter() const override;
    void setFilter(Filter filter) override;

private:
    LoggedTableModel& m_model;
};

} // namespace runglass
