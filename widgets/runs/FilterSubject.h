// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"

#include <QObject>
#include <QString>

#include <memory>

namespace runglass
{

class Session;

/// The list that a filter editor stands over, and the filter it has: the runs, or the rows of a panel.
/// @thread GUI
class FilterSubject : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// As it is now; never null.
    virtual std::shared_ptr<const RunList> list() const = 0;
    virtual Filter filter() const = 0;
    /// A person wants another one.
    virtual void setFilter(Filter filter) = 0;
    /// What the list is of: lines that are half written do not go over to another one.
    virtual RunScope scope() const { return {}; }
    /// How much of it is left, beside an editor where nothing is wrong; empty: nothing is said.
    virtual QString countText() const { return {}; }

signals:
    void filterChanged();
    void listChanged();
};

/// The runs of a session.
/// @thread GUI
class RunsFilterSubject : public FilterSubject
{
    Q_OBJECT

public:
    /// Borrows the session.
    explicit RunsFilterSubject(Session& session, QObject* parent = nullptr);

    std::shared_ptr<const RunList> list() const override;
    Filter filter() const override;
    void setFilter(Filter filter) override;
    RunScope scope() const override;
    QString countText() const override;

private:
    Session& m_session;
};

} // namespace runglass
