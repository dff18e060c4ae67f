// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/SourceStatePage.h"

#include "models/session/Session.h"
#include "widgets/window/WindowActions.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace runglass
{

namespace
{

bool isBusy(const SourceInfo& source)
{
    return source.status == SourceInfo::Status::Opening || source.status == SourceInfo::Status::Reading;
}

/// The layers below say causes as parts of a sentence: here one stands alone.
QString sentence(QString text)
{
    if (text.isEmpty())
        return text;
    text[0] = text[0].toUpper();
    return text.endsWith(QLatin1Char('.')) ? text : text + QLatin1Char('.');
}

} // namespace

SourceStatePage::SourceStatePage(Context& context, WindowActions& actions, QWidget* parent)
    : EmptyState(context.theme, parent)
    , m_context(context)
    , m_actions(actions)
    , m_retry(new QAction(tr("Retry"), this))
    , m_remove(new QAction(tr("Remove from list"), this))
    , m_copyDetails(new QAction(tr("Copy details"), this))
{
    setObjectName(QStringLiteral("sourceState"));
    m_retry->setObjectName(QStringLiteral("retry"));
    m_remove->setObjectName(QStringLiteral("removeSource"));
    m_copyDetails->setObjectName(QStringLiteral("copySourceDetails"));
    connect(m_retry, &QAction::triggered, this, [this] {
        if (const SourceInfo* source = m_context.session.source(m_source))
            m_context.session.open(std::string(source->location));
    });
    connect(m_remove, &QAction::triggered, this, [this] { emit removeRequested(m_source); });
    connect(m_copyDetails, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(m_details); });
}

const SourceInfo* SourceStatePage::subject(const Session& session)
{
    const auto list = session.list();
    const auto& scope = session.state().scope;
    std::vector<const SourceInfo*> asked;
    for (const SourceInfo& source : session.sources())
        if (!scope.source || *scope.source == source.id)
            asked.push_back(&source);
    if (asked.empty() || list->inScope > 0 || list->state.scope != scope ||
        std::any_of(asked.begin(), asked.end(), [](const SourceInfo* source) { return isBusy(*source); }))
        return nullptr;
    const auto failed =
        std::find_if(asked.begin(), asked.end(), [](const SourceInfo* s) { return s->error.has_value(); });
    return failed == asked.end() ? asked.front() : *failed;
}

void SourceStatePage::tellOf(const SourceInfo& source)
{
    const QString place = m_context.names.label(source.location);
    QString title = tr("No runs found in %1.", "%1: a folder").arg(place);
    QString line = tr("Looked for folders that the wandb SDK writes. New runs appear by themselves.");
    const bool isRecorders = source.kind == "recorder" && !source.error;
    if (isRecorders) {
        title = tr("Nothing was recorded yet.");
        line =
            tr("Run a training script that uses the wandb SDK. Its run appears here within a second of its first log.");
    }
    if (source.error) {
        line = sentence(QString::fromStdString(source.error->detail));
        if (source.error->kind == Error::Kind::NotFound)
            title = tr("%1 is not there.", "%1: a folder").arg(place);
        else if (source.error->kind != Error::Kind::Unsupported)
            title = tr("%1 could not be opened.", "%1: a folder").arg(place);
    }
    m_details = source.error ? QString::fromStdString(describe(*source.error)) : title;
    // Buttons must not be replaced under the pointer by every piece of news.
    if (m_source == source.id && m_title == title && m_line == line)
        return;
    m_source = source.id;
    m_title = title;
    m_line = line;
    setContent(source.error  ? QStringLiteral("warning")
               : isRecorders ? QStringLiteral("record")
                             : QStringLiteral("folder"),
               title, line);
    QList<QAction*> actions{m_retry, m_remove, m_actions.openFolder};
    if (isRecorders && m_context.recorder)
        actions = {m_actions.recorder, m_actions.setUp, m_remove};
    if (source.error)
        actions.append(m_copyDetails);
    setActions(actions);
}

} // namespace runglass
