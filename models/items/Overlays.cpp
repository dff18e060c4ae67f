// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/Overlays.h"

#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "models/run/ValueMember.h"
#include "models/session/JsonText.h"
#include "models/session/RunMedia.h"
#include "models/session/WhenAnswered.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QStringList>
#include <QtConcurrentRun>

#include <algorithm>
#include <array>
#include <utility>

namespace runglass
{

namespace
{

constexpr qint64 kMostPixels = 40'000'000;
constexpr int kMostSide = 1024;
constexpr std::size_t kMostBoxes = 5000;
constexpr std::uint64_t kMostFile = std::uint64_t{32} << 20;
constexpr qsizetype kMostHeld = qsizetype{64} << 20;
constexpr qsizetype kLongestLabel = 80;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Overlays)
};

QString labelText(const std::string& label)
{
    return visibleExcerpt(label, kLongestLabel);
}

std::optional<QRectF> placeOf(const Value& position)
{
    const Value& middle = member(position, "middle");
    if (middle.isArray() && middle.array().size() == 2) {
        const double width = member(position, "width").toDouble(), height = member(position, "height").toDouble();
        return QRectF(middle.array()[0].toDouble() - width / 2, middle.array()[1].toDouble() - height / 2, width,
                      height);
    }
    const Value& left = member(position, "minX");
    const Value& top = member(position, "minY");
    if (!left.isNumber() || !top.isNumber())
        return std::nullopt;
    return QRectF(QPointF(left.toDouble(), top.toDouble()),
                  QPointF(member(position, "maxX").toDouble(), member(position, "maxY").toDouble()));
}

std::optional<OverlayBox> boxOf(const Value& entry)
{
    const auto place = placeOf(member(entry, "position"));
    if (!place)
        return std::nullopt;
    OverlayBox box;
    box.place = place->normalized();
    box.isInPixels = member(entry, "domain").text() == "pixel";
    const Value& classId = member(entry, "class_id");
    box.hasClass = classId.kind() == Value::Kind::Integer;
    box.classId = box.hasClass ? static_cast<int>(std::clamp<std::int64_t>(classId.toInteger(), -1, 1'000'000)) : 0;
    box.caption = labelText(member(entry, "box_caption").text());
    QStringList scores;
    for (const auto& [name, score] : member(entry, "scores").object())
        if (score.isNumber())
            scores.append(labelText(name) + u' ' + format::number(score.toDouble()));
    box.scores = scores.join(QStringLiteral(", "));
    return box;
}

QString keyOf(const Thumbnails::Which& which)
{
    return QStringList{QString::number(which.run.source), QString::fromStdString(toString(which.run.path)),
                       QString::number(which.segment), QString::fromStdString(which.path)}
        .join(u'\n');
}

} // namespace

PictureOverlay decodeMask(std::string_view bytes)
{
    PictureOverlay overlay;
    QByteArray data = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&data);
    QImageReader reader(&buffer, "png");
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();
    if (pictureFormat(bytes) != "png" || !size.isValid() || qint64{size.width()} * size.height() > kMostPixels) {
        overlay.problem = Words::tr("The mask cannot be read.");
        return overlay;
    }
    const QImage whole = reader.read().convertToFormat(QImage::Format_Grayscale8);
    if (whole.isNull()) {
        overlay.problem = Words::tr("The mask cannot be read.");
        return overlay;
    }
    std::array<bool, 256> isPresent = {};
    for (int y = 0; y < whole.height(); ++y) {
        const uchar* line = whole.constScanLine(y);
        for (int x = 0; x < whole.width(); ++x)
            isPresent[line[x]] = true;
    }
    for (int id = 0; id < 256; ++id)
        if (isPresent[static_cast<std::size_t>(id)])
            overlay.present.insert(id);
    const bool isLarge = whole.width() > kMostSide || whole.height() > kMostSide;
    // Anything but the nearest pixel would make classes up.
    overlay.classes = isLarge ? whole.scaled(kMostSide, kMostSide, Qt::KeepAspectRatio, Qt::FastTransformation) : whole;
    return overlay;
}

PictureOverlay decodeBoxes(std::string_view bytes)
{
    PictureOverlay overlay;
    const Result<Value> read = valueFromJson(bytes);
    if (!read || !member(*read, "box_data").isArray()) {
        overlay.problem = Words::tr("The boxes cannot be read.");
        return overlay;
    }
    for (const Value& entry : member(*read, "box_data").array()) {
        auto box = boxOf(entry);
        if (!box || overlay.boxes.size() >= kMostBoxes)
            continue;
        if (box->hasClass)
            overlay.present.insert(box->classId);
        overlay.boxes.push_back(std::move(*box));
    }
    for (const auto& [id, label] : classLabels(member(*read, "class_labels")))
        overlay.labels[id] = labelText(label);
    return overlay;
}

Overlays::Overlays(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_held(kMostHeld)
{
}

const PictureOverlay* Overlays::find(const Thumbnails::Which& which, Kind kind)
{
    if (const PictureOverlay* held = m_held.object(keyOf(which)))
        return held;
    if (!m_reading.insert(which).second)
        return nullptr;
    RunFile file;
    file.path = which.path;
    file.segment = which.segment;
    const auto answered = [this, which, kind](const Result<std::shared_ptr<const std::string>>& bytes) {
        if (!bytes) {
            PictureOverlay nothing;
            nothing.problem = bytes.error().kind == Error::Kind::NotFound
                                  ? tr("The file is missing.")
                                  : visibleExcerpt(describe(bytes.error()), 200);
            return keep(which, std::move(nothing));
        }
        const auto work = [bytes = *bytes, kind] {
            return kind == Kind::Mask ? decodeMask(*bytes) : decodeBoxes(*bytes);
        };
        whenAnswered(this, QtConcurrent::run(work),
                     [this, which](const PictureOverlay& overlay) { keep(which, overlay); });
    };
    whenAnswered(this, m_session.readFile(which.run, file, 0, kMostFile), answered,
                 [this, which] { m_reading.erase(which); });
    return nullptr;
}

void Overlays::keep(const Thumbnails::Which& which, PictureOverlay overlay)
{
    m_reading.erase(which);
    const qsizetype cost = 1024 + overlay.classes.sizeInBytes() + static_cast<qsizetype>(overlay.boxes.size()) * 200;
    m_held.insert(keyOf(which), new PictureOverlay(std::move(overlay)), cost);
    emit changed();
}

void Overlays::invalidate()
{
    const QList<QString> keys = m_held.keys();
    for (const QString& key : keys)
        if (!m_held.object(key)->problem.isEmpty())
            m_held.remove(key);
}

} // namespace runglass
