// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/SearchField.h"

#include "widgets/common/Theme.h"

#include <QAction>
#include <QKeyEvent>

namespace runglass
{

SearchField::SearchField(Theme& theme, const QString& name, QWidget* parent)
    : QLineEdit(parent)
{
    setPlaceholderText(name);
    setAccessibleName(name);
    setToolTip(name);
    setClearButtonEnabled(true);
    QAction* icon = addAction(theme.icon(QStringLiteral("search"), Theme::Token::Muted), LeadingPosition);
    icon->setText(name);
    connect(icon, &QAction::triggered, this, [this] { selectAll(); });
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace runglass
