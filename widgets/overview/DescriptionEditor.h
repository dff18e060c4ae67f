// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedLayout;

namespace runglass
{

class NoteStrip;
class SafeTextBrowser;
class Theme;

/// Writes a text of Markdown: with a preview, Save and Cancel. Ctrl+Enter saves, Esc cancels. What becomes of a text
/// that is not saved is up to the owner.
/// @thread GUI
class DescriptionEditor : public QWidget
{
    Q_OBJECT

public:
    explicit DescriptionEditor(Theme& theme, QWidget* parent = nullptr);

    /// What is written, in place of a description.
    struct Names {
        QString text, preview; ///< of the field and of the preview, for assistive tools
        QString cancel;        ///< tooltip of Cancel
    };
    void setNames(const Names& names);

    /// Begins with the saved text, or, where there is one, with a draft of another time: then it says so and offers the
    /// saved one.
    void begin(const QString& saved, const QString& draft = {});
    QString text() const;
    /// Whether the text is another one than the saved one.
    bool isChanged() const;
    /// Says why the text could not be saved, which is kept.
    void sayProblem(const QString& problem);

signals:
    void saved(const QString& text);
    void canceled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeButtons();
    void setPreview(bool shown);
    void save();

    Theme& m_theme;
    QStackedLayout* m_stack;
    QPlainTextEdit* m_text;
    SafeTextBrowser* m_preview;
    NoteStrip* m_strip;
    QPushButton* m_useSaved;
    QPushButton* m_save;
    QPushButton* m_cancel;
    QPushButton* m_showPreview;
    QLabel* m_hint;
    QString m_saved;
};

} // namespace runglass
