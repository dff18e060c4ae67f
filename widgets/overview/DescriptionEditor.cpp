// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/DescriptionEditor.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/NoteStrip.h"
#include "widgets/common/Theme.h"
#include "widgets/overview/SafeTextBrowser.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace runglass
{

namespace
{
constexpr int kLeastLines = 6;
}

DescriptionEditor::DescriptionEditor(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_stack(new QStackedLayout)
    , m_text(new QPlainTextEdit(this))
    , m_preview(new SafeTextBrowser(this))
    , m_strip(new NoteStrip(theme, this))
    , m_useSaved(new QPushButton(tr("Use the saved text"), this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_showPreview(new QPushButton(tr("Preview"), this))
    , m_hint(new ElidedLabel(tr("Ctrl+Enter saves, Esc cancels"), this))
{
    setObjectName(QStringLiteral("descriptionEditor"));
    m_text->setObjectName(QStringLiteral("descriptionText"));
    m_text->setAccessibleName(tr("Description"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(kLeastLines * m_text->fontMetrics().lineSpacing() + 16);
    m_text->installEventFilter(this);
    m_preview->setObjectName(QStringLiteral("descriptionPreview"));
    m_preview->setAccessibleName(tr("Preview of the description"));
    m_preview->document()->setDocumentMargin(8);
    m_preview->installEventFilter(this);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_preview);
    m_useSaved->setAutoDefault(false);
    m_useSaved->setToolTip(tr("Throw the draft away and begin with the text that is saved"));
    m_strip->addWidget(m_useSaved);
    connect(m_useSaved, &QPushButton::clicked, this, [this] { begin(m_saved); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_strip);
    layout->addLayout(m_stack, 1);
    makeButtons();
    setFocusProxy(m_text);
}

void DescriptionEditor::makeButtons()
{
    m_save->setObjectName(QStringLiteral("saveDescription"));
    m_save->setToolTip(tr("Save (Ctrl+Enter)"));
    m_cancel->setObjectName(QStringLiteral("cancelDescription"));
    m_cancel->setToolTip(tr("Leave the description as it was (Esc)"));
    m_showPreview->setObjectName(QStringLiteral("previewDescription"));
    m_showPreview->setIcon(m_theme.icon(QStringLiteral("eye")));
    m_showPreview->setToolTip(tr("Show the text as it will look"));
    m_showPreview->setCheckable(true);
    m_showPreview->setFlat(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_save, m_cancel, m_showPreview}) {
        button->setAutoDefault(false);
        button->installEventFilter(this);
        buttons->addWidget(button);
    }
    m_save->setDefault(true);
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    buttons->addWidget(m_hint, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &DescriptionEditor::save);
    connect(m_cancel, &QPushButton::clicked, this, &DescriptionEditor::canceled);
    connect(m_showPreview, &QPushButton::toggled, this, &DescriptionEditor::setPreview);
}

void DescriptionEditor::setNames(const Names& names)
{
    m_text->setAccessibleName(names.text);
    m_preview->setAccessibleName(names.preview);
    m_cancel->setToolTip(names.cancel);
}

void DescriptionEditor::begin(const QString& saved, const QString& draft)
{
    m_saved = saved;
    const bool isDraft = !draft.isEmpty() && draft != saved;
    m_text->setPlainText(isDraft ? draft : saved);
    m_text->moveCursor(QTextCursor::End);
    m_useSaved->setVisible(isDraft);
    m_strip->setText(isDraft ? tr("This is your text from before, which was not saved.") : QString());
    m_showPreview->setChecked(false);
    m_text->setFocus(Qt::OtherFocusReason);
}

QString DescriptionEditor::text() const
{
    return m_text->toPlainText();
}

bool DescriptionEditor::isChanged() const
{
    return text() != m_saved;
}

void DescriptionEditor::sayProblem(const QString& problem)
{
    m_useSaved->hide();
    m_strip->setText(problem);
}

void DescriptionEditor::setPreview(bool shown)
{
    if (shown)
        m_preview->showMarkdown(text());
    m_stack->setCurrentWidget(shown ? static_cast<QWidget*>(m_preview) : m_text);
    m_showPreview->setToolTip(shown ? tr("Go on writing") : tr("Show the text as it will look"));
}

void DescriptionEditor::save()
{
    emit saved(text());
}

bool DescriptionEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
        save();
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        emit canceled();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace runglass
