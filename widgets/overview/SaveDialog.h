// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <QFuture>
#include <QString>

#include <functional>

class QWidget;

namespace runglass
{

/// A name that is safe as a file's name on any system: no separators, no control characters, no leading dot, never
/// empty, at most 150 characters.
QString safeFileName(const QString& wanted);

/// Asks where to save, without blocking; then saves, and says so in a box when that failed.
/// @param save  starts saving to the chosen path
void openSaveDialog(QWidget* parent, const QString& title, const QString& wantedName,
                    std::function<QFuture<Status>(const QString& path)> save);

} // namespace runglass
