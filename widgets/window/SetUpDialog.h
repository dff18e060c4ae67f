// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/RecorderControl.h"
#include "widgets/common/Context.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace runglass
{

/// Has this user's SDK log to the recorder: shows first what is written where. Where the recorder is off it is started
/// before that, since its address is written.
/// @thread GUI
class SetUpDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param context  has a recorder
    explicit SetUpDialog(Context& context, QWidget* parent = nullptr);

signals:
    /// It is set up.
    void setUpDone(const QString& address);

private:
    void refresh();
    void showPlan(const SetUpPlan& plan);
    void go();

    RecorderControl& m_control;
    QLabel* m_message;
    QPlainTextEdit* m_preview;
    QPushButton* m_go;
    QString m_address;
    bool m_isPlanned = false; ///< or being planned
    bool m_isReady = false;
};

} // namespace runglass
