// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/charts/ChartPicture.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFontComboBox;
class QLabel;
class QPushButton;

namespace runglass
{

/// Asks how a chart is to be exported, shows how it will look, and saves or copies it.
/// @thread GUI; lines are reduced and files written on workers
class ExportChartDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Format { Png, Svg, Pdf, Csv, Json };

    /// Of a chart of lines.
    ExportChartDialog(ChartShot shot, bool dark, QWidget* parent = nullptr);
    ExportChartDialog(std::shared_ptr<const ExportSource> source, bool dark, QWidget* parent = nullptr);

    /// What is saved for a format, where a picture or the data come from the shot; empty while it is being made.
    bool isReady() const { return m_ready; }
    void setFormat(Format format);
    /// Writes to a file; saved() or a line in the dialog tells how it went.
    void saveTo(const QString& path);

signals:
    void saved(const QString& path);

private:
    void addControls();
    QDoubleSpinBox* addSpin(const QString& name, const QString& accessibleName, double value, double most);
    PictureStyle style() const;
    Format format() const;
    void renew();
    void takePainter(const PicturePainter& painter);
    void askWhere();
    void copy();
    void tell(const QString& text);
    QString usualName() const;

    std::shared_ptr<const ExportSource> m_source;
    std::shared_ptr<const ThemeColours> m_colours;
    PicturePainter m_painter;
    PictureStyle m_style; ///< that m_painter was made for
    unsigned m_generation = 0;
    bool m_ready = false;
    QComboBox* m_format = nullptr;
    QDoubleSpinBox *m_width = nullptr, *m_height = nullptr, *m_points = nullptr;
    QFontComboBox* m_family = nullptr;
    QCheckBox *m_title = nullptr, *m_legend = nullptr, *m_dark = nullptr;
    QLabel *m_preview, *m_note;
    QPushButton *m_save = nullptr, *m_copy = nullptr;
};

} // namespace runglass
