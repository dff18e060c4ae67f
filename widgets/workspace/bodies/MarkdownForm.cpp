// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/MarkdownForm.h"

#include "widgets/workspace/bodies/MarkdownBody.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace runglass
{

MarkdownForm::MarkdownForm(QWidget* parent)
    : PanelForm(parent)
    , m_text(new QPlainTextEdit(this))
{
    m_content.kind = PanelKind::Markdown;
    m_text->setObjectName(QStringLiteral("noteMarkdown"));
    m_text->setAccessibleName(tr("Note"));
    m_text->setPlaceholderText(tr("Markdown, for example “# Findings”"));
    m_text->setTabChangesFocus(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &MarkdownForm::edited);
}

void MarkdownForm::setContent(const PanelContent& content)
{
    m_content = content;
    m_text->setPlainText(QString::fromStdString(content.text));
}

PanelContent MarkdownForm::content() const
{
    PanelContent content = m_content;
    content.text = m_text->toPlainText().toStdString();
    return content;
}

QString MarkdownForm::problem() const
{
    const qsizetype beyond = m_text->toPlainText().size() - MarkdownBody::kMostCharacters;
    return beyond > 0
               ? tr("The note is too long: %n character(s) more than there may be.", nullptr, static_cast<int>(beyond))
               : QString();
}

QString MarkdownForm::note() const
{
    return tr("It can be written in the panel as well. Pictures are not loaded.");
}

} // namespace runglass
