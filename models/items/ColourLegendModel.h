// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"

#include <QAbstractListModel>

#include <memory>

namespace runglass
{

class Session;

/// What a colour that a column gives stands for: "0.1 to 0.2", a value, "Other values", "No value".
QString colourClassText(const ColumnColours& colours, const ColourClass& entry);

/// The legend of the colours that a column gives, a row a colour. Empty while runs have colours of their own. A row
/// answers DisplayRole ("0.1 to 0.2"), AccessibleTextRole (with the count), ToolTipRole, ColourRole and CountRole.
/// @thread GUI
class ColourLegendModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { CountRole = Qt::UserRole + 200 /**< int: runs with the colour */ };

    explicit ColourLegendModel(QObject* parent = nullptr);

    /// Shows the session's list from now on. Borrows the session.
    void follow(Session& session);
    void setList(const std::shared_ptr<const RunList>& list);
    /// The column's title; empty while there is no legend.
    const QString& title() const { return m_title; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

signals:
    /// title() is another.
    void titleChanged();

private:
    std::shared_ptr<const ColumnColours> m_colours;
    QString m_title;
};

} // namespace runglass
