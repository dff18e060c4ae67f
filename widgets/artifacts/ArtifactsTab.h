// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/overview/RunPage.h"

#include <QSet>

#include <functional>

class QLabel;
class QTreeView;

namespace runglass
{

class ArtifactPane;
class ArtifactsModel;
class ArtifactsProxy;
class RoomForNames;
class SearchField;

/// What the chosen run used and made: a tree of artifacts and their members, with the details of the chosen one.
class ArtifactsTab : public RunPage
{
    Q_OBJECT

public:
    explicit ArtifactsTab(Context& context, QWidget* parent = nullptr);

    /// Chooses an artifact by its name, also when the run's artifacts are not there yet.
    void showArtifact(const QString& name);
    /// For the window's Find command.
    void focusSearch();

public slots:
    /// Puts the name of the chosen row on the clipboard.
    void copy();

protected:
    void load(const RunRef& run) override;

private:
    void showRun(const OpenedRun& run);
    /// How the tree looked, by ArtifactsModel::KeyRole.
    struct Look {
        QSet<QString> groups, open;
        QString current;
        int scroll = 0;
    };
    void eachRow(const std::function<void(const QModelIndex&)>& take) const;
    Look look() const;
    void restore(const Look& look);
    void fitColumns();
    void expandGroups();
    void choose(const std::string& name);
    void onChosen();
    void search(const QString& text);

    ArtifactsModel* m_model;
    ArtifactsProxy* m_proxy;
    SearchField* m_search = nullptr;
    QLabel* m_count = nullptr;
    RoomForNames* m_room = nullptr;
    QTreeView* m_tree = nullptr;
    ArtifactPane* m_pane = nullptr;
    std::optional<std::string> m_wanted; ///< to be chosen when it is there
    std::optional<RunRef> m_listed;      ///< whose artifacts the tree shows
};

} // namespace runglass
