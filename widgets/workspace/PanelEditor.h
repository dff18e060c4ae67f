// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/PanelSections.h"

#include <QDialog>

#include <set>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace runglass
{

class Theme;

/// Asks what a panel draws: metrics chosen from a list, and those that a regular expression matches. For a new panel it
/// may as well be one panel for each metric.
/// @thread GUI
class PanelEditor : public QDialog
{
    Q_OBJECT

public:
    /// What was asked for.
    struct Choice {
        PanelContent content;
        QString title;
        SectionRef section; ///< where a new panel comes
        bool oneForEach = false;
    };

    /// @param sections  where a new panel may come
    PanelEditor(Theme& theme, std::vector<MetricEntry> metrics, std::vector<std::pair<SectionRef, QString>> sections,
                QWidget* parent = nullptr);
    /// Makes it the editor of a panel that is there.
    void edit(const MetricPanel& panel, const PanelContent& content, const QString& title);
    /// The section that is offered first.
    void setSection(const SectionRef& section);

signals:
    void chosen(const runglass::PanelEditor::Choice& choice);

private:
    void layOut();
    void list();
    void toggle(const QListWidgetItem& item);
    void renew();
    void finish(bool oneForEach);

    std::vector<MetricEntry> m_metrics;
    std::vector<std::pair<SectionRef, QString>> m_sections;
    std::vector<MetricRef> m_chosen; ///< in the order they were chosen
    QLineEdit *m_search, *m_title, *m_pattern;
    QListWidget* m_list;
    QComboBox* m_section;
    QLabel* m_note;
    QPushButton *m_each = nullptr, *m_together = nullptr;
    bool m_editing = false;
    bool m_listing = false;
};

} // namespace runglass
