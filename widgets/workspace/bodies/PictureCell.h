// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/runs/RunCellDelegate.h"

namespace runglass
{

class LoggedTableModel;
class Thumbnails;

/// A cell of a logged table that is a picture: small, with its name beside it.
/// @thread GUI
class PictureCell : public RunCellDelegate
{
    Q_OBJECT

public:
    /// Borrows all of them.
    PictureCell(Theme& theme, LoggedTableModel& model, Thumbnails& thumbnails, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Theme& m_theme;
    LoggedTableModel& m_model;
    Thumbnails& m_thumbnails;
};

} // namespace runglass
