// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/PanelLayout.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace runglass
{

/// Which panels a workspace has by itself, and which sections they stand in.
/// @thread GUI
class ArrangementForm : public QWidget
{
    Q_OBJECT

public:
    explicit ArrangementForm(QWidget* parent = nullptr);

    /// Shows what a layout says; signals nothing.
    void setLayoutOf(const PanelLayout& layout);

signals:
    void edited(bool automatic, PanelLayout::Prefix prefix);

private:
    void tell();

    QCheckBox* m_automatic;
    QComboBox* m_prefix;
};

} // namespace runglass
