// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/Picture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>

namespace runglass
{

namespace
{

/// Formats other than JPEG are decoded whole first: four bytes a pixel.
constexpr qint64 kMostPixels = 40'000'000;
constexpr int kMostSide = 100'000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

} // namespace

QByteArray pictureFormat(std::string_view bytes)
{
    if (bytes.starts_with("\x89PNG"))
        return "png";
    if (bytes.starts_with("\xFF\xD8\xFF"))
        return "jpeg";
    if (bytes.starts_with("GIF8"))
        return "gif";
    if (bytes.starts_with("BM"))
        return "bmp";
    return bytes.starts_with("RIFF") && bytes.substr(8).starts_with("WEBP") ? "webp" : QByteArray();
}

Picture decodePicture(std::string_view bytes, const QSize& box)
{
    Picture picture;
    const QByteArray format = pictureFormat(bytes);
    if (format.isEmpty()) {
        picture.problem = Words::tr("This is no picture.");
        return picture;
    }
    QByteArray data = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&data);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    picture.size = reader.size();
    const bool isSane =
        picture.size.isValid() && picture.size.width() <= kMostSide && picture.size.height() <= kMostSide;
    const qint64 pixels = qint64{picture.size.width()} * picture.size.height();
    if (!isSane || (pixels > kMostPixels && format != "jpeg")) {
        picture.problem =
            isSane
                ? Words::tr("This picture is too large (%1 × %2).").arg(picture.size.width()).arg(picture.size.height())
                : Words::tr("This picture is damaged.");
        return picture;
    }
    const bool isLarger = picture.size.width() > box.width() || picture.size.height() > box.height();
    if (isLarger)
        reader.setScaledSize(picture.size.scaled(box, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    picture.image = reader.read();
    if (picture.image.isNull())
        picture.problem = Words::tr("This picture is damaged.");
    return picture;
}

} // namespace runglass
