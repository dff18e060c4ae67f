// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"
#include "widgets/window/WindowState.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

class QSettings;

namespace runglass
{

class Session;

/// A run as it is remembered: by where its source lies, since source IDs live for one session only.
struct RememberedRun {
    QString location;
    RunPath path;
};

/// All that the window remembers from one start to the next.
struct RememberedSession {
    WindowState window;
    QStringList sources; ///< locations, in the order they were opened
    QStringList recent;  ///< newest first
    RunListState list;   ///< scope and search only; scope.source and hidden are below
    QString scopeSource; ///< location; empty: all
    std::vector<RememberedRun> hidden;
    std::optional<RememberedRun> currentRun;
};

/// Reads and writes RememberedSession as an INI file. A value that is missing or damaged leaves its default.
/// @thread GUI
class WindowSettings
{
public:
    /// @param path of the file; its directory is made when it is written; empty: nothing is kept
    explicit WindowSettings(QString path);
    /// The file of this user: runglass/window.ini in the configuration directory. Empty when there is no home
    /// directory.
    static QString usualPath();

    RememberedSession read() const;
    /// False when nothing could be written.
    bool write(const RememberedSession& remembered) const;
    const QString& path() const { return m_path; }

private:
    QString m_path;
};

/// Adds to the front, without doubles, bounded.
void addRecent(QStringList& recent, const QString& location);

} // namespace runglass
