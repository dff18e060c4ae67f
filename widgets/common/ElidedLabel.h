// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace runglass
{

/// One line of plain text that is shortened where there is no room; then the tool tip says the whole text.
/// text() and the accessible name are always whole.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);

    void setElideMode(Qt::TextElideMode mode);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString shortened() const;

    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace runglass
