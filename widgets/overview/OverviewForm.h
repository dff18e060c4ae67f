// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Overview.h"

#include <QWidget>

#include <map>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace runglass
{

class SafeTextBrowser;
class Theme;

/// The fields of the Overview: a muted label and a read-only text each, named as its label, to be selected and copied.
class OverviewForm : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewForm(Theme& theme, QWidget* parent = nullptr);

    void setRun(const Run& run, const RunDetail& detail);
    /// Of a run that goes on.
    void setRuntime(double seconds);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row {
        QLabel* label = nullptr;
        QLineEdit* value = nullptr;
        int gridRow = 0;
    };

    Row& row(const OverviewField& field);
    void setLocations(const RunDetail& detail);
    void addCopyButton(const QString& name, int gridRow, const QLineEdit* value);
    void setField(const OverviewField& field, const Run& run);
    void setDescription(const OverviewField& field, const Run& run);
    void followTheme();
    void fitDescription();

    Theme& m_theme;
    QGridLayout* m_grid;
    QLabel* m_stateIcon;
    RunState m_state = RunState::Unknown;
    std::map<std::string, Row> m_rows;
    QLabel* m_descriptionLabel;
    SafeTextBrowser* m_description;
    bool m_isDescribed = false;
};

/// A field's label in the user's language.
QString overviewLabel(const std::string& label);

} // namespace runglass
