// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/TableFilterSubject.h"

#include "models/items/LoggedTableModel.h"

namespace runglass
{

TableFilterSubject::TableFilterSubject(LoggedTableModel& model, QObject* parent)
    : FilterSubject(parent)
    , m_model(model)
{
    connect(&model, &LoggedTableModel::made, this, &FilterSubject::listChanged);
}

std::shared_ptr<const RunList> TableFilterSubject::list() const
{
    return m_model.list();
}

Filter TableFilterSubject::filter() const
{
    return m_model.view().filter;
}

void TableFilterSubject::setFilter(Filter filter)
{
    m_model.setFilter(filter);
}

} // namespace runglass
