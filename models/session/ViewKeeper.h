// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/PanelLayout.h"
#include "models/session/ViewText.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <map>
#include <memory>
#include <set>
#include <string>

namespace runglass
{

class UserStore;

/// The views and panel layouts of all projects, kept from one start to the next in the user's file. It is read in the
/// background, and a change is written a moment after it.
/// @thread GUI; the file is read and written on a thread of its own
class ViewKeeper : public QObject
{
    Q_OBJECT

public:
    /// @param file  of a UserStore; empty: views are kept for this session only
    explicit ViewKeeper(std::string file, QObject* parent = nullptr);
    /// Waits until what was kept is written.
    ~ViewKeeper() override;
    ViewKeeper(const ViewKeeper&) = delete;
    ViewKeeper& operator=(const ViewKeeper&) = delete;

    /// Begins to read the file; loaded() follows. To be called once.
    void read();
    /// What was kept for a place; a new view where nothing was.
    RunView view(const ViewPlace& place) const;
    /// To be called for changes only: until the file is read, what is given here wins over what is in it.
    void keep(const ViewPlace& place, const RunView& view);
    /// The same of panels; never null.
    std::shared_ptr<const PanelLayout> panels(const ViewPlace& place) const;
    void keepPanels(const ViewPlace& place, std::shared_ptr<const PanelLayout> panels);
    /// What was known of a place's columns; nothing where nothing was.
    KnownColumns known(const ViewPlace& place) const;
    void keepKnown(const ViewPlace& place, KnownColumns known);
    /// Whether what was kept is known: at once without a file.
    bool isLoaded() const { return m_isLoaded; }
    /// Why views are not kept, or what became of those that were; empty: nothing is wrong.
    const std::string& problem() const { return m_problem; }

signals:
    /// The file has been read: view() and panels() may give more than before. What was kept meanwhile stays as it is.
    void loaded();
    void problemChanged();

private:
    using Views = std::map<std::string, RunView>;
    using Panels = std::map<std::string, std::shared_ptr<const PanelLayout>>;
    using Known = std::map<std::string, KnownColumns>;
    /// What the thread gives back.
    struct Loaded {
        std::shared_ptr<UserStore> store;
        Views views;
        Panels panels;
        Known known;
        std::string problem;
    };
    static Loaded load(const std::string& file);
    void merge(const Loaded& loaded);
    void takeOver(const Loaded& loaded);
    void write();
    void setProblem(const std::string& problem);

    std::string m_file;
    std::shared_ptr<UserStore> m_store; ///< used on the thread only; null: until it is open, or for good
    Views m_views;                      ///< by keyOf()
    Panels m_panels;                    ///< likewise
    Known m_known;                      ///< likewise
    std::set<std::string> m_changed;    ///< keys that are not written yet
    std::string m_problem;
    bool m_isLoaded = false;
    QTimer m_soon;
    QThreadPool m_thread;
    QFuture<Loaded> m_loading; ///< invalid without a file
};

} // namespace runglass
