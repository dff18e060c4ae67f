// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

#include <string_view>

namespace runglass
{

/// The format of a picture by how its bytes begin; empty: none that is decoded here. The list of plug-ins of a desktop
/// is longer, and some follow links.
QByteArray pictureFormat(std::string_view bytes);

/// A picture made small.
struct Picture {
    QImage image;    ///< null: it could not be decoded, problem says why
    QSize size;      ///< of the picture itself, px
    QString problem; ///< why there is no image
};

/// Decodes a picture into at most box, with its sides in proportion; one that is smaller stays as it is.
/// @thread worker: it may take long
Picture decodePicture(std::string_view bytes, const QSize& box);

} // namespace runglass
