// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/FilterSubject.h"

#include "models/session/Session.h"
#include "widgets/runs/FilterEditor.h"

#include <QLocale>

#include <utility>

namespace runglass
{

RunsFilterSubject::RunsFilterSubject(Session& session, QObject* parent)
    : FilterSubject(parent)
    , m_session(session)
{
    connect(&session, &Session::stateChanged, this, &FilterSubject::filterChanged);
    connect(&session, &Session::listChanged, this, &FilterSubject::listChanged);
}

std::shared_ptr<const RunList> RunsFilterSubject::list() const
{
    return m_session.list();
}

Filter RunsFilterSubject::filter() const
{
    return m_session.state().filter;
}

void RunsFilterSubject::setFilter(Filter filter)
{
    RunListState state = m_session.state();
    state.filter = std::move(filter);
    m_session.setState(std::move(state));
}

RunScope RunsFilterSubject::scope() const
{
    return m_session.state().scope;
}

QString RunsFilterSubject::countText() const
{
    const QLocale locale;
    const auto now = list();
    return FilterEditor::tr("Rows and expression stay in step. %1 of %2 runs match.")
        .arg(locale.toString(now->matching), locale.toString(now->inScope));
}

} // namespace runglass
