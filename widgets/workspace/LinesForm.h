// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"
#include "widgets/workspace/bodies/PanelForm.h"

class QCheckBox;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace runglass
{

class Theme;

/// What a panel of lines draws: metrics chosen from a list, and those that a regular expression matches.
/// @thread GUI
class LinesForm : public PanelForm
{
    Q_OBJECT

public:
    LinesForm(Theme& theme, std::vector<MetricEntry> metrics, QWidget* parent = nullptr);

    void setContent(const PanelContent& content) override;
    PanelContent content() const override;
    QString problem() const override;
    QString note() const override;
    /// How many metrics it draws now.
    std::size_t count() const;
    /// How many panels that makes: more than one where the expression splits them.
    std::size_t panelCount() const;

private:
    void list();
    void renewSplitting();
    void toggle(const QListWidgetItem& item);

    std::vector<MetricEntry> m_metrics;
    std::vector<MetricRef> m_chosen; ///< in the order they were chosen
    QLineEdit *m_search, *m_pattern;
    QListWidget* m_list;
    QCheckBox* m_splits;
    bool m_listing = false;
};

} // namespace runglass
