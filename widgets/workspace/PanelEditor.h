// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/PanelSections.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace runglass
{

class LinesForm;
class PanelForm;
class PanelScope;
class Theme;

/// Asks what a panel is to be: its kind, what it shows on that kind's page, its title and section. Lines may as well be
/// one panel for each metric.
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
    /// @param scope     null: there are only lines. Borrowed
    PanelEditor(Theme& theme, std::vector<MetricEntry> metrics, std::vector<std::pair<SectionRef, QString>> sections,
                PanelScope* scope = nullptr, QWidget* parent = nullptr);
    /// Makes it the editor of a panel that is there.
    void edit(const MetricPanel& panel, const PanelContent& content, const QString& title);
    /// The section that is offered first.
    void setSection(const SectionRef& section);
    /// As if it was chosen from the list of kinds.
    void setKind(PanelKind kind);
    PanelForm& form() const;

signals:
    void chosen(const runglass::PanelEditor::Choice& choice);

private:
    void listKinds();
    void layOut();
    void openPage(int kind);
    void renew();
    void nameTogether();
    void finish(bool oneForEach);
    bool isLines() const;

    Theme& m_theme;
    PanelScope* m_scope;
    std::vector<PanelKindInfo> m_kinds; ///< those below Lines in the list
    std::vector<PanelForm*> m_forms;    ///< one a row of the list; null: not made yet
    std::vector<std::pair<SectionRef, QString>> m_sections;
    QListWidget* m_kindList;
    QStackedWidget* m_pages;
    LinesForm* m_lines;
    QLineEdit* m_title;
    QComboBox* m_section;
    QFormLayout* m_place = nullptr;
    QLabel *m_hint, *m_note;
    QPushButton *m_each = nullptr, *m_together = nullptr;
    bool m_editing = false;
};

} // namespace runglass
