// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/Breadcrumbs.h"

#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "models/session/Session.h"
#include "widgets/common/PlainToolTip.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kWidestCrumb = 260;

/// The scope cut down to its first parts: 0 everything, 1 the source, 2 the entity, 3 the project.
RunScope scopeAt(RunScope scope, int depth)
{
    if (depth < 3)
        scope.project.reset();
    if (depth < 2)
        scope.entity.reset();
    if (depth < 1)
        scope.source.reset();
    return scope;
}

} // namespace

Breadcrumbs::Breadcrumbs(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_session(context.session)
    , m_theme(context.theme)
    , m_names(context.names)
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("breadcrumbs"));
    m_layout->setContentsMargins(4, 0, 4, 0);
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    connect(&m_session, &Session::sourcesChanged, this, &Breadcrumbs::refresh);
    connect(&m_session, &Session::stateChanged, this, &Breadcrumbs::refresh);
    refresh();
}

void Breadcrumbs::clear()
{
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            // A crumb may be what was just clicked: it dies when its event is over.
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void Breadcrumbs::addCrumb(const QString& text, const QString& name, int depth, bool isLast, const QString& toolTip)
{
    auto* crumb = new QToolButton(this);
    crumb->setObjectName(QStringLiteral("crumb%1").arg(depth));
    crumb->setAutoRaise(true);
    crumb->setText(
        fontMetrics().elidedText(text, Qt::ElideMiddle, kWidestCrumb).replace(QLatin1Char('&'), QStringLiteral("&&")));
    crumb->setAccessibleName(name);
    crumb->setToolTip(plainToolTip(toolTip.isEmpty() ? text : toolTip));
    if (!isLast)
        crumb->setForegroundRole(QPalette::PlaceholderText);
    if (isLast) {
        QFont font = crumb->font();
        font.setWeight(QFont::DemiBold);
        crumb->setFont(font);
    }
    connect(crumb, &QToolButton::clicked, this, [this, depth] {
        RunListState state = m_session.state();
        state.scope = scopeAt(state.scope, depth);
        m_session.setState(std::move(state));
    });
    m_layout->addWidget(crumb);
    if (!isLast) {
        auto* arrow = new QLabel(this);
        arrow->setPixmap(m_theme.icon(QStringLiteral("chevron-right"), Theme::Token::Muted)
                             .pixmap(QSize(14, 14), devicePixelRatioF()));
        m_layout->addWidget(arrow);
    }
}

/// The last part of its path says which it is, unless another one ends in it too.
QString Breadcrumbs::sourceName(const std::string& location) const
{
    const QString name = m_names.shortName(location);
    const auto& sources = m_session.sources();
    const bool isAlone = std::none_of(sources.begin(), sources.end(), [&](const SourceInfo& other) {
        return other.location != location && m_names.shortName(other.location) == name;
    });
    return isAlone ? name : m_names.label(location);
}

void Breadcrumbs::refresh()
{
    clear();
    const RunScope& scope = m_session.state().scope;
    const auto& sources = m_session.sources();
    if (sources.empty()) {
        auto* title = new QLabel(QStringLiteral("Runglass"), this);
        QFont font = title->font();
        font.setWeight(QFont::DemiBold);
        title->setFont(font);
        title->setContentsMargins(4, 0, 4, 0);
        m_layout->addWidget(title);
        return;
    }
    const SourceInfo* source = scope.source ? m_session.source(*scope.source) : nullptr;
    if (!source && sources.size() == 1)
        source = &sources.front();
    const int last = scope.project ? 3 : scope.entity ? 2 : scope.source ? 1 : 0;
    if (source)
        addCrumb(sourceName(source->location), tr("Source %1").arg(m_names.label(source->location)),
                 scope.source ? 1 : 0, last <= 1, m_names.label(source->location));
    else
        addCrumb(tr("All sources"), tr("All sources"), 0, last == 0);
    if (scope.entity) {
        const QString entity = visibleExcerpt(*scope.entity, 200);
        addCrumb(entity.isEmpty() ? format::missing() : entity, tr("Entity %1").arg(entity), 2, last == 2);
    }
    if (scope.project)
        addCrumb(format::project(*scope.project), tr("Project %1").arg(format::project(*scope.project)), 3, true);
}

} // namespace runglass
