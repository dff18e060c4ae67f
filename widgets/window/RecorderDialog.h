// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Context.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace runglass
{

class ValueField;
class WindowActions;

/// Whether runs are recorded on this computer, where, and what a script needs for it. Stays open beside the window.
/// @thread GUI
class RecorderDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param context  has a recorder
    RecorderDialog(Context& context, WindowActions& actions, QWidget* parent = nullptr);

private:
    ValueField* addField(QVBoxLayout* layout, const char* name, const QString& label);
    void refresh();

    Context m_context;
    QLabel* m_icon;
    QLabel* m_state;
    QLabel* m_detail;
    ValueField* m_address;
    ValueField* m_store;
    ValueField* m_script;
    QPushButton* m_otherPort;
};

} // namespace runglass
