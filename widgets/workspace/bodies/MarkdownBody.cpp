// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/MarkdownBody.h"

#include "widgets/common/EmptyState.h"
#include "widgets/common/Theme.h"
#include "widgets/overview/DescriptionEditor.h"
#include "widgets/overview/SafeTextBrowser.h"
#include "widgets/workspace/bodies/MarkdownForm.h"
#include "widgets/workspace/bodies/PanelKinds.h"

#include <QAbstractButton>
#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTextCursor>
#include <QTextDocument>
#include <QToolButton>

namespace runglass
{

namespace
{

constexpr int kButton = 28;
constexpr qsizetype kLongestTitle = 60;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MarkdownBody)
};

/// The first line that says something, without the marks of a heading.
QString titleOf(const PanelContent& content)
{
    const QStringList lines = QString::fromStdString(content.text.substr(0, 2000)).split(u'\n');
    for (const QString& line : lines) {
        QString text = line.simplified();
        while (text.startsWith(u'#') || text.startsWith(u' '))
            text.remove(0, 1);
        if (!text.isEmpty())
            return text.size() > kLongestTitle ? text.left(kLongestTitle) + u'…' : text;
    }
    return Words::tr("Note");
}

} // namespace

PanelKindInfo markdownKind()
{
    PanelKindInfo kind;
    kind.kind = PanelKind::Markdown;
    kind.name = Words::tr("Markdown");
    kind.description = Words::tr("A note with headings, lists and links");
    kind.icon = QStringLiteral("pencil");
    kind.makeBody = [](PanelScope& scope, QWidget* parent) { return new MarkdownBody(scope, parent); };
    kind.makeForm = [](PanelScope&, QWidget* parent) { return new MarkdownForm(parent); };
    kind.title = titleOf;
    return kind;
}

MarkdownBody::MarkdownBody(PanelScope& scope, QWidget* parent)
    : PanelBody(scope, parent)
    , m_edit(new QAction(tr("Edit note"), this))
    , m_pages(new QStackedLayout(this))
    , m_text(new SafeTextBrowser(this))
    , m_empty(new EmptyState(scope.theme(), this))
    , m_editor(new DescriptionEditor(scope.theme(), this))
    , m_button(new QToolButton(this))
{
    setObjectName(QStringLiteral("markdownBody"));
    m_text->setObjectName(QStringLiteral("noteText"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(12);
    m_text->installEventFilter(this);
    m_text->viewport()->installEventFilter(this);
    m_editor->setNames({tr("Note"), tr("Preview of the note"), tr("Leave the note as it was (Esc)")});
    m_editor->layout()->setContentsMargins(8, 8, 8, 8);
    m_empty->setContent(QStringLiteral("pencil"), tr("This note is empty."));
    m_empty->setActions({m_edit});
    m_pages->addWidget(m_text);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_editor);
    m_edit->setToolTip(tr("Write the note here (F2)"));
    m_button->setObjectName(QStringLiteral("editNote"));
    m_button->setAutoRaise(true);
    m_button->setFixedSize(kButton, kButton);
    m_button->setAccessibleName(m_edit->text());
    m_button->setToolTip(m_edit->toolTip());
    const auto adopt = [this] { m_button->setIcon(this->scope().theme().icon(QStringLiteral("pencil"))); };
    connect(&scope.theme(), &Theme::changed, this, adopt);
    adopt();
    connect(m_edit, &QAction::triggered, this, &MarkdownBody::edit);
    connect(m_button, &QToolButton::clicked, this, &MarkdownBody::edit);
    connect(m_editor, &DescriptionEditor::saved, this, &MarkdownBody::save);
    connect(m_editor, &DescriptionEditor::canceled, this, [this] {
        showText();
        tabStops().first()->setFocus(Qt::OtherFocusReason);
    });
    showText();
}

bool MarkdownBody::isEditing() const
{
    return m_pages->currentWidget() == m_editor;
}

QList<QWidget*> MarkdownBody::tabStops()
{
    if (isEditing()) {
        QList<QWidget*> stops = {m_editor->focusProxy()};
        for (QWidget* button : m_editor->findChildren<QAbstractButton*>())
            if (!button->isHidden())
                stops.append(button);
        return stops;
    }
    if (m_pages->currentWidget() == m_empty)
        if (auto* button = m_empty->findChild<QAbstractButton*>())
            return {button};
    return {m_text, m_button};
}

void MarkdownBody::edit()
{
    if (isEditing())
        return;
    m_pages->setCurrentWidget(m_editor);
    m_button->hide();
    m_editor->begin(QString::fromStdString(content().text));
    emit changed();
}

void MarkdownBody::save(const QString& text)
{
    if (text.size() > kMostCharacters) {
        m_editor->sayProblem(tr("The note is too long: %n character(s) more than there may be.", nullptr,
                                static_cast<int>(text.size() - kMostCharacters)));
        return;
    }
    PanelContent edited = content();
    edited.text = text.toStdString();
    const bool isOther = edited != content();
    showText();
    tabStops().first()->setFocus(Qt::OtherFocusReason);
    if (isOther)
        emit contentEdited(edited);
}

/// A note that is being written is not taken away by one that comes from elsewhere.
void MarkdownBody::onContentChanged()
{
    m_text->setAccessibleName(title());
    if (!isEditing())
        showText();
}

void MarkdownBody::showText()
{
    const QString text = QString::fromStdString(content().text);
    const int place = m_text->verticalScrollBar()->value();
    m_text->showMarkdown(text, kMostCharacters);
    m_text->verticalScrollBar()->setValue(place);
    const bool isEmpty = text.trimmed().isEmpty();
    m_pages->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_text);
    m_button->setVisible(!isEmpty);
    placeButton();
    emit changed();
}

void MarkdownBody::placeButton()
{
    const QScrollBar* bar = m_text->verticalScrollBar();
    const int taken = bar->isVisible() ? bar->width() : 0;
    m_button->move(width() - taken - kButton - 4, 4);
    m_button->raise();
}

void MarkdownBody::resizeEvent(QResizeEvent* event)
{
    PanelBody::resizeEvent(event);
    placeButton();
}

bool MarkdownBody::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonDblClick && watched == m_text->viewport()) {
        edit();
        return true;
    }
    if (event->type() == QEvent::KeyPress && watched == m_text) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_F2 ||
            ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_text->textCursor().hasSelection())) {
            edit();
            return true;
        }
    }
    return PanelBody::eventFilter(watched, event);
}

} // namespace runglass
