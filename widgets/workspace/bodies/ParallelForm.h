// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"
#include "widgets/workspace/bodies/PanelForm.h"

class QCheckBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace runglass
{

class ColumnBox;

/// Asks for the axes of parallel coordinates and their order; the last one colours the lines.
/// @thread GUI
class ParallelForm : public PanelForm
{
    Q_OBJECT

public:
    explicit ParallelForm(const RunList& list, QWidget* parent = nullptr);

    void setContent(const PanelContent& content) override;
    PanelContent content() const override;
    QString problem() const override;
    QString note() const override;

private:
    void list(int current);
    void add();
    void move(int by);
    void removeCurrent();
    void showCurrent();
    void changeCurrent();

    std::vector<ValueAxis> m_axes;
    ColumnBox* m_column;
    QPushButton *m_add, *m_up, *m_down, *m_remove;
    QListWidget* m_list;
    QCheckBox *m_log, *m_flipped;
    QLineEdit* m_name;
    QCheckBox* m_hidden;
    bool m_showing = false;
};

} // namespace runglass
