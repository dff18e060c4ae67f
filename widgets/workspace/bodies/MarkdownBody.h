// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/PanelBody.h"

class QStackedLayout;
class QToolButton;

namespace runglass
{

class DescriptionEditor;
class EmptyState;
class SafeTextBrowser;

/// A note in the workspace, written as Markdown where it stands: Enter, F2 or a double click begins, Ctrl+Enter saves,
/// Esc leaves it as it was. It loads nothing, and a link is followed only after its address was shown.
/// @thread GUI
class MarkdownBody : public PanelBody
{
    Q_OBJECT

public:
    /// More would take minutes to lay out, again each time it is resized.
    static constexpr qsizetype kMostCharacters = 20'000;

    explicit MarkdownBody(PanelScope& scope, QWidget* parent = nullptr);

    bool isEditing() const;
    QList<QWidget*> tabStops() override;
    QList<QAction*> ownActions() const override { return {m_edit}; }

public slots:
    void edit();

protected:
    void renew() override {}
    void onContentChanged() override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void save(const QString& text);
    void showText();
    void placeButton();

    QAction* m_edit;
    QStackedLayout* m_pages;
    SafeTextBrowser* m_text;
    EmptyState* m_empty;
    DescriptionEditor* m_editor;
    QToolButton* m_button;
};

} // namespace runglass
