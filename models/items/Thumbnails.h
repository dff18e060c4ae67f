// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/Picture.h"
#include "models/session/Session.h"

#include <QCache>
#include <QObject>
#include <QSize>

#include <deque>
#include <memory>
#include <set>
#include <string>
#include <tuple>

namespace runglass
{

/// Pictures of runs, small: read and decoded on workers when they are asked for, kept while there is room for them.
/// @thread GUI
class Thumbnails : public QObject
{
    Q_OBJECT

public:
    /// What is held at most, in bytes of pixels.
    static constexpr qsizetype kMostBytes = qsizetype{64} << 20;

    /// Which file.
    struct Which {
        RunRef run;
        int segment = 0;
        std::string path; ///< relative to the run's files

        auto operator<=>(const Which&) const = default;
    };

    /// Borrows the session.
    explicit Thumbnails(Session& session, QObject* parent = nullptr);
    ~Thumbnails() override;

    /// The sides that pictures fit into, in device pixels. Another one lets all be decoded anew.
    void setBox(const QSize& box);
    /// Null while it is being made; changed() tells when it is there. Valid until the next event.
    const Picture* find(const Which& which);
    /// What was asked for and not begun is not wanted any more.
    void forgetWaiting() { m_waiting.clear(); }
    /// The files of these runs may be others.
    void invalidate(const RunChanges& changes);
    /// How much is held, in bytes of pixels.
    qsizetype heldBytes() const { return m_held.totalCost(); }

signals:
    void changed();

private:
    using Text = QString;
    static Text keyOf(const Which& which);
    void start();
    void read(const Which& which);
    void decode(const Which& which, const std::shared_ptr<const std::string>& bytes);
    void keep(const Which& which, const Picture& picture);
    void finish(const Which& which);

    Session& m_session;
    QSize m_box{160, 160};
    QCache<Text, Picture> m_held;
    std::deque<Which> m_waiting;
    std::set<Which> m_reading;
    unsigned m_generation = 0; ///< answers for an earlier one are dropped
};

} // namespace runglass
