// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/StepLink.h"
#include "models/session/PanelLayout.h"
#include "models/session/Session.h"
#include "widgets/workspace/bodies/BodyTable.h"
#include "widgets/workspace/charts/ChartEmphasis.h"

#include <QTimer>
#include <QWidget>

class QAction;

namespace runglass
{

class Theme;
class ExportSource;

/// What the panels of a workspace that are no lines have in common: where they read, and what they agree on.
/// @thread GUI
class PanelScope : public QObject
{
    Q_OBJECT

public:
    /// Borrows both.
    PanelScope(Session& session, Theme& theme, QObject* parent = nullptr)
        : QObject(parent)
        , m_session(session)
        , m_theme(theme)
    {
    }

    Session& session() const { return m_session; }
    Theme& theme() const { return m_theme; }
    /// The step that panels of media share while they are linked.
    StepLink& steps() { return m_steps; }

signals:
    /// A file of a run is to be shown, with the others that it has.
    void fileRequested(const runglass::RunRef& run, const std::string& path);

private:
    Session& m_session;
    Theme& m_theme;
    StepLink m_steps;
};

/// What a panel of another kind than Lines shows below its title. It reads nothing until it is active, which it is
/// while it is in view, and then follows the list of runs and its content by itself.
/// @thread GUI
class PanelBody : public QWidget
{
    Q_OBJECT

public:
    /// Borrows scope.
    explicit PanelBody(PanelScope& scope, QWidget* parent = nullptr);

    /// @param title  of the panel: names the body to assistive tools
    void setContent(const PanelContent& content, const QString& title);
    const PanelContent& content() const { return m_content; }
    const QString& title() const { return m_title; }
    void setActive(bool active);
    bool isActive() const { return m_active; }

    /// Which runs stand out.
    virtual void setEmphasis(const ChartEmphasis&) {}
    /// What is said beside the title.
    virtual QString subtitle() const { return {}; }
    /// What takes the focus, in the order of Tab; the first is where the panel is entered. At least one.
    virtual QList<QWidget*> tabStops() { return {this}; }
    /// What its menu offers besides what every panel does. They belong to the body.
    virtual QList<QAction*> ownActions() const { return {}; }
    /// Whether a part of it can be looked at more closely, by zoom().
    virtual bool canZoom() const { return false; }
    /// @param factor  above 1: nearer, around the middle
    virtual void zoom(double) {}
    virtual void resetZoom() {}

    /// Whether table() and shot() ever have something: the panel then has Show data and Export….
    virtual bool hasTable() const { return false; }
    virtual bool hasPicture() const { return false; }
    /// The table twin: what it shows, exactly. Unset while there is nothing.
    virtual std::optional<BodyTable> table() const { return std::nullopt; }
    /// What it shows, to be drawn elsewhere. Null while there is nothing.
    virtual std::shared_ptr<const ExportSource> shot() const { return nullptr; }

signals:
    /// subtitle(), table() or shot() is another.
    void changed();
    void menuRequested(const QPoint& globalPlace);
    /// The pointer, or the keys, are on a run; unset: not any more.
    void runHovered(const std::optional<runglass::RunRef>& run);
    /// A run was clicked: it is selected everywhere.
    void runChosen(const runglass::RunRef& run);
    /// A box was drawn around runs, to tick them or to untick them.
    void runsBoxed(const std::vector<runglass::RunRef>& runs, bool ticked);
    /// A run was clicked with Ctrl.
    void tickToggled(const runglass::RunRef& run);
    /// A run was double-clicked.
    void runOpened(const runglass::RunRef& run);
    /// A person changed what it shows inside of it; it is kept, and comes back by setContent().
    void contentEdited(const runglass::PanelContent& content);

protected:
    PanelScope& scope() const { return m_scope; }
    Session& session() const { return m_scope.session(); }
    /// What it shows is no longer what is to be shown: renew() follows, as soon as it is active.
    void invalidate();
    /// Makes what it shows from content() and the session; what takes long goes to a worker.
    virtual void renew() = 0;
    /// Title or content are others; invalidate() has been called.
    virtual void onContentChanged() {}
    /// Points of these runs changed. The list of runs and its values are followed without it.
    virtual void onRunsChanged(const RunChanges&) {}

private:
    PanelScope& m_scope;
    PanelContent m_content;
    QString m_title;
    QTimer m_renewing; ///< many changes in a row are one
    bool m_active = false;
    bool m_isStale = true;
};

} // namespace runglass
