// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/FilePreview.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace runglass
{

class ElidedLabel;
class EmptyState;
class ImageView;
class LogView;
class PreviewTableView;
class SafeTextBrowser;
class Theme;
class ValueField;

/// One file of a run: what is in it, and below it what is known of it. Shows what it is given; reads nothing itself.
class FilePreviewPane : public QWidget
{
    Q_OBJECT

public:
    explicit FilePreviewPane(Theme& theme, QWidget* parent = nullptr);

    /// Its name and facts; the content follows with setPreview or setMessage. When it is the file that is shown
    /// already, its content stays until then, and is in the same place then.
    void setFile(const RunFile& file);
    void setPreview(const FilePreview& preview);
    /// In place of the content: why there is none.
    void setMessage(const QString& icon, const QString& title, const QString& line = {});
    /// Nothing is chosen.
    void clear();
    QString notice() const;

private:
    QWidget* makeHead();
    QWidget* makeFacts();
    void addPage(QWidget* page, const QString& name, const QString& accessibleName);
    QToolButton* zoomButton(const QString& icon, const QString& name);
    ValueField* addFact(QGridLayout* grid, const QString& label);
    void showZoom();
    void showPage(const FilePreview& preview);
    void followTheme();

    Theme& m_theme;
    QLabel* m_icon = nullptr;
    QString m_iconName;
    ElidedLabel* m_name = nullptr;
    QWidget* m_zoomBar = nullptr;
    QLabel* m_zoom = nullptr;
    ValueField* m_path = nullptr;
    ValueField* m_size = nullptr;
    ValueField* m_changed = nullptr;
    ValueField* m_content = nullptr;
    QLabel* m_notice;
    QStackedWidget* m_pages;
    EmptyState* m_message;
    LogView* m_lines;
    SafeTextBrowser* m_markdown;
    ImageView* m_image;
    PreviewTableView* m_table;
    QWidget* m_headRule = nullptr;
    QWidget* m_head;
    QWidget* m_facts;
    std::pair<std::string, int> m_file; ///< path and segment of what is shown
    bool m_isAgain = false;             ///< setPreview() brings news of it
};

} // namespace runglass
