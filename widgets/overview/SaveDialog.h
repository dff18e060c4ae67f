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

/// What a file dialog for saving is called and begins with.
struct SaveQuestion {
    QString title;
    QString name;   ///< made safe
    QString suffix; ///< added to a name without one; empty: none
    QString kind;   ///< as QFileDialog::setNameFilter; empty: any
};

/// Asks where to save, without blocking; chosen is called with the path when somebody gave one.
void askWhereToSave(QWidget* parent, const SaveQuestion& question, std::function<void(const QString& path)> chosen);
/// Says in a box that a file was not saved, and why.
void tellNotSaved(QWidget* parent, const QString& path, const Error& error);

/// Asks where to save, without blocking; then saves, and says so in a box when that failed.
/// @param save  starts saving to the chosen path
void openSaveDialog(QWidget* parent, const QString& title, const QString& wantedName,
                    std::function<QFuture<Status>(const QString& path)> save);

} // namespace runglass
