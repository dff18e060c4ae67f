// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/EditableField.h"

#include "models/items/CommandText.h"
#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "widgets/common/Theme.h"
#include "widgets/overview/ValueField.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace runglass
{

namespace
{

constexpr qsizetype kLongest = 3000;

QToolButton* smallButton(const QString& name, const QIcon& icon, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(name);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setIcon(icon);
    button->setAutoRaise(true);
    button->setFixedSize(24, 24);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

/// A text, or the tags of a list, on one line.
QString originalText(const Value& value)
{
    if (!value.isArray())
        return visibleExcerpt(value.text(), kLongest);
    QStringList parts;
    for (const Value& part : value.array())
        parts.append(visibleExcerpt(part.text(), kLongest));
    return parts.join(QStringLiteral(", "));
}

} // namespace

EditableField::EditableField(Theme& theme, const QString& name, ValueField* value, const QString& icon, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(name)
    , m_value(value)
    //: %1 is a field: "Name", "Group"
    , m_pencil(smallButton(tr("Edit %1").arg(name), theme.icon(icon), this))
    //: %1 is a field: "Name", "Group"
    , m_original(smallButton(tr("Show original of %1").arg(name),
                             theme.icon(QStringLiteral("info"), Theme::Token::Muted), this))
    //: %1 is a field: "Name", "Group"
    , m_restore(smallButton(tr("Restore original of %1").arg(name), theme.icon(QStringLiteral("restore")), this))
{
    m_original->setCheckable(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(value, 1);
    for (QToolButton* button : {m_original, m_restore, m_pencil})
        layout->addWidget(button);
    m_original->hide();
    m_restore->hide();
    value->installEventFilter(this);
    connect(m_pencil, &QToolButton::clicked, this, &EditableField::edit);
    connect(m_original, &QToolButton::toggled, this, &EditableField::showOriginal);
    connect(m_restore, &QToolButton::clicked, this, [this] {
        m_original->setChecked(false);
        emit restoreRequested();
    });
}

void EditableField::setValue(const QString& text, const std::optional<FieldEdit>& edit)
{
    m_text = text;
    m_edit = edit;
    if (!edit && m_isOriginalShown)
        m_original->setChecked(false);
    m_original->setVisible(edit.has_value());
    if (!edit)
        return;
    const QString original = originalText(edit->original);
    QString tip = tr("Edited here. Original: %1").arg(original.isEmpty() ? format::missing() : original);
    if (!edit->user.empty() && edit->when)
        //: %1 is a user, %2 a time
        tip += u'\n' + tr("By %1 at %2").arg(visibleExcerpt(edit->user, 100), format::exactTime(*edit->when));
    m_original->setToolTip(literalToolTip(tip));
    m_original->setAccessibleDescription(tip);
}

void EditableField::setCapability(const Capability& can)
{
    m_pencil->setEnabled(can.allowed);
    m_restore->setEnabled(can.allowed);
    const QString why = refusalText(can.reason);
    m_pencil->setToolTip(can.allowed ? tr("Edit %1").arg(m_name) : literalToolTip(why));
    m_restore->setToolTip(can.allowed ? tr("Restore original of %1").arg(m_name) : literalToolTip(why));
}

void EditableField::edit()
{
    if (!m_pencil->isEnabled())
        return;
    if (m_isElsewhere) {
        emit editRequested(m_pencil);
        return;
    }
    m_original->setChecked(false);
    m_isEditing = true;
    m_value->setEditing(true);
    m_value->setText(m_text);
    m_value->selectAll();
    m_value->setFocus(Qt::OtherFocusReason);
}

void EditableField::leave(bool saves)
{
    if (!m_isEditing)
        return;
    m_isEditing = false;
    const QString text = m_value->text();
    m_value->setEditing(false);
    if (saves && text != m_text)
        emit saved(text);
    else
        emit released();
}

void EditableField::showOriginal(bool shown)
{
    m_isOriginalShown = shown && m_edit;
    m_restore->setVisible(m_isOriginalShown);
    if (!m_isOriginalShown) {
        emit released();
        return;
    }
    const QString original = originalText(m_edit->original);
    m_value->setChips({});
    m_value->setMissing(true);
    m_value->showText(original.isEmpty() ? format::missing() : original);
}

bool EditableField::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_isEditing)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            leave(key != Qt::Key_Escape);
            return true;
        }
    }
    // A change can be taken back: what was typed is kept rather than lost.
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            leave(true);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace runglass
