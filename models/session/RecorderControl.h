// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/ProgramCall.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <optional>
#include <string>
#include <vector>

namespace runglass
{

/// How this user's recorder fares, as far as was seen last.
struct RecorderState {
    enum class Kind { Unknown, Off, Starting, On, Stopping };
    Kind kind = Kind::Unknown;
    std::string url; ///< while it is on: "http://127.0.0.1:8765"
    std::int64_t pid = 0;
    std::string trouble;            ///< while it is on: why it cannot keep what is sent
    bool isDiskFull = false;        ///< that is for want of room
    std::string failure;            ///< why it could not be started or stopped the last time; empty: nothing failed
    std::optional<int> takenPort;   ///< that is because of this port
    std::optional<qint64> offSince; ///< while it is off and was seen to go off: milliseconds since 1970
    bool hasStore = false;          ///< something was recorded
    bool isSetUp = false;           ///< the SDK of this user was told of it

    bool operator==(const RecorderState&) const = default;
};

/// What setting up writes to one file, as `serve --setup --dry-run` says it.
struct SetUpFile {
    QString path;
    bool exists = false;
    QStringList replaced, written; ///< lines
};
struct SetUpPlan {
    QString address;
    std::vector<SetUpFile> files;
};

/// Finds this user's recorder, starts it as a process of its own that outlives the window, and ends it. Nothing waits:
/// what is asked for is done by the command line's program, and looks are made on a thread.
/// @thread GUI
class RecorderControl : public QObject
{
    Q_OBJECT

public:
    /// @param program    the command line's program
    /// @param storeFile  where runs are recorded; empty: there is no place, and recording is not offered
    RecorderControl(std::string program, std::string storeFile, QObject* parent = nullptr);
    ~RecorderControl() override;

    const RecorderState& state() const { return m_state; }
    const std::string& storeFile() const { return m_storeFile; }
    const std::string& program() const { return m_program; }
    bool canRecord() const { return !m_storeFile.empty(); }

    /// Starts the recorder, or finds the one that runs. Ends in changed(), and in begun() when it is there.
    void start();
    /// The same on a port that nobody has, which it keeps.
    void startOnFreePort();
    void stop();
    /// Looks at once whether it runs.
    void look();

    using Planned = std::function<void(const Result<SetUpPlan>&)>;
    /// What setUp would write. The receiver's death ends the waiting.
    void planSetUp(QObject* receiver, Planned planned);
    using Finished = std::function<void(const Status&)>;
    void setUp(QObject* receiver, Finished finished);
    void undoSetUp(QObject* receiver, Finished finished);

signals:
    void changed();
    /// start() has ended well.
    void begun();

private:
    struct Seen;
    static Seen seen(const std::string& storeFile);
    void take(const Seen& seen);
    void startWith(const QStringList& more);
    void set(RecorderState state);
    QStringList serve(const QStringList& more) const;
    void call(QObject* receiver, const QStringList& arguments, Finished finished);

    std::string m_program, m_storeFile;
    RecorderState m_state;
    QThreadPool m_pool;
    QTimer m_timer;
    bool m_isLooking = false;
    bool m_isStarting = false;
    bool m_isStopping = false;
};

} // namespace runglass
