// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/FilterColumnsModel.h"

#include <QComboBox>

#include <optional>

namespace runglass
{

class FilterSubject;
class Theme;

/// Chooses the column of a condition: its name and, in the muted colour, where it is from. The list is that of the
/// subject when it is opened.
/// @thread GUI
class FilterColumnBox : public QComboBox
{
    Q_OBJECT

public:
    FilterColumnBox(FilterSubject& subject, Theme& theme, QWidget* parent = nullptr);

    /// None: any text of the run, which a word searches.
    std::optional<FilterColumn> column() const;
    /// Does not tell that the current column is another.
    void setColumn(const std::optional<FilterColumn>& column);
    void showPopup() override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fill(const std::optional<FilterColumn>& column);
    void describe();

    FilterSubject& m_subject;
    Theme& m_theme;
    FilterColumnsModel m_columns;
};

} // namespace runglass
