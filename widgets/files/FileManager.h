// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QObject;

namespace runglass
{

/// Shows a file in the desktop's file manager, without waiting for it. Where there is none that can point at a file,
/// its folder is opened.
/// @param owner  what waits for the answer; may go first
void showInFileManager(QObject* owner, const QString& path);

} // namespace runglass
