// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/PanelForm.h"

class QPlainTextEdit;

namespace runglass
{

/// The page of a note in the panel editor: its text.
/// @thread GUI
class MarkdownForm : public PanelForm
{
    Q_OBJECT

public:
    explicit MarkdownForm(QWidget* parent = nullptr);

    void setContent(const PanelContent& content) override;
    PanelContent content() const override;
    QString problem() const override;
    QString note() const override;

private:
    PanelContent m_content;
    QPlainTextEdit* m_text;
};

} // namespace runglass
