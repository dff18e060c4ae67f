// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/Thumbnails.h"

#include "models/items/PreviewKind.h"
#include "models/items/VisibleText.h"
#include "models/session/WhenAnswered.h"

#include <QStringList>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

/// Each may take a file and a picture of full size in memory.
constexpr std::size_t kMostAtOnce = 2;
/// What a picture without pixels takes of the room.
constexpr qsizetype kLeastCost = 1024;

} // namespace

Thumbnails::Thumbnails(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_held(kMostBytes)
{
}

Thumbnails::~Thumbnails() = default;

Thumbnails::Text Thumbnails::keyOf(const Which& which)
{
    const RunPath& path = which.run.path;
    return QStringList{QString::number(which.run.source),    QString::fromStdString(path.entity),
                       QString::fromStdString(path.project), QString::fromStdString(path.id),
                       QString::number(which.segment),       QString::fromStdString(which.path)}
        .join(QChar(u'\n'));
}

void Thumbnails::setBox(const QSize& box)
{
    if (box == m_box)
        return;
    m_box = box;
    ++m_generation;
    m_held.clear();
    m_waiting.clear();
    m_reading.clear();
}

const Picture* Thumbnails::find(const Which& which)
{
    if (const Picture* held = m_held.object(keyOf(which)))
        return held;
    const bool isAsked =
        m_reading.contains(which) || std::find(m_waiting.begin(), m_waiting.end(), which) != m_waiting.end();
    if (!isAsked) {
        m_waiting.push_back(which);
        start();
    }
    return nullptr;
}

void Thumbnails::invalidate(const RunChanges& changes)
{
    if (changes.isEmpty())
        return;
    // A name holds a checksum, so a file that was decoded stays what it is; one that was missing may have come.
    const QList<Text> keys = m_held.keys();
    for (const Text& key : keys)
        if (m_held.object(key)->image.isNull())
            m_held.remove(key);
}

void Thumbnails::start()
{
    while (m_reading.size() < kMostAtOnce && !m_waiting.empty()) {
        // The newest first: it is what is in sight now.
        const Which which = std::move(m_waiting.back());
        m_waiting.pop_back();
        m_reading.insert(which);
        read(which);
    }
}

void Thumbnails::read(const Which& which)
{
    RunFile file;
    file.path = which.path;
    file.segment = which.segment;
    const std::uint64_t most = previewLimit(PreviewKind::Image);
    const auto answered = [this, which, most,
                           generation = m_generation](const Result<std::shared_ptr<const std::string>>& bytes) {
        if (generation != m_generation)
            return;
        Picture picture;
        if (!bytes)
            picture.problem = bytes.error().kind == Error::Kind::NotFound
                                  ? tr("The file is missing.")
                                  : visibleExcerpt(describe(bytes.error()), 200);
        else if ((*bytes)->size() >= most)
            picture.problem = tr("The file is too large.");
        else
            return decode(which, *bytes);
        keep(which, picture);
    };
    whenAnswered(this, m_session.readFile(which.run, file, 0, most), answered,
                 [this, which, generation = m_generation] {
                     if (generation == m_generation)
                         finish(which);
                 });
}

void Thumbnails::decode(const Which& which, const std::shared_ptr<const std::string>& bytes)
{
    const auto work = [bytes, box = m_box] { return decodePicture(*bytes, box); };
    whenAnswered(this, QtConcurrent::run(work), [this, which, generation = m_generation](const Picture& picture) {
        if (generation == m_generation)
            keep(which, picture);
    });
}

void Thumbnails::keep(const Which& which, const Picture& picture)
{
    m_held.insert(keyOf(which), new Picture(picture), std::max(kLeastCost, picture.image.sizeInBytes()));
    finish(which);
}

void Thumbnails::finish(const Which& which)
{
    m_reading.erase(which);
    start();
    emit changed();
}

} // namespace runglass
