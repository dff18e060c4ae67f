// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunSearchField.h"

#include "models/session/Session.h"

namespace runglass
{

RunSearchField::RunSearchField(Session& session, Theme& theme, QWidget* parent)
    : SearchField(theme, tr("Search runs"), parent)
{
    setObjectName(QStringLiteral("searchRuns"));
    setToolTip(tr("Part of a run's name or ID"));
    setText(QString::fromStdString(session.state().search));
    connect(this, &QLineEdit::textChanged, &session, [&session](const QString& text) {
        RunListState state = session.state();
        if (state.search == text.toStdString())
            return;
        state.search = text.toStdString();
        session.setState(std::move(state));
    });
    connect(&session, &Session::stateChanged, this, [this, &session] {
        const QString search = QString::fromStdString(session.state().search);
        if (search != text())
            setText(search);
    });
}

} // namespace runglass
