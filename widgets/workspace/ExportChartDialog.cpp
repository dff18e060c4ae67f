// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/ExportChartDialog.h"

#include "models/session/FileSink.h"
#include "models/session/WhenAnswered.h"
#include "widgets/workspace/ChartDataText.h"

#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFontComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace runglass
{

namespace
{

constexpr int kInset = 16, kPreviewWidth = 460, kPreviewHeight = 340;
constexpr double kPngScale = 2, kLeastMm = 20, kMostMm = 1000;

const char* endingOf(ExportChartDialog::Format format)
{
    constexpr const char* endings[] = {"png", "svg", "pdf", "csv", "json"};
    return endings[static_cast<std::size_t>(format)];
}

class StringSink : public ByteSink
{
public:
    void write(std::string_view bytes) override { text.append(bytes); }
    bool isClosed() const override { return false; }
    std::string text;
};

/// @return why it was not written; empty: it was
QString writeFile(const QString& path, const std::function<void(ByteSink&)>& what)
{
    FileSink sink(path.toStdString());
    what(sink);
    const Status status = sink.commit();
    return status ? QString() : QString::fromStdString(describe(status.error()));
}

/// Lines, which are reduced for the width of the picture.
class ChartExport : public ExportSource
{
public:
    explicit ChartExport(ChartShot shot)
        : m_shot(std::move(shot))
    {
    }
    QString title() const override { return m_shot.title; }
    PicturePainter prepare(const PictureStyle& style, const ThemeColours& colours) const override
    {
        return picturePainter(m_shot, style, reduceForPicture(m_shot, style, colours), colours);
    }
    void writeCsv(ByteSink& output) const override { writeChartCsv(m_shot, output); }
    void writeJson(ByteSink& output) const override { writeChartJson(m_shot, output); }
    QString dataNote() const override
    {
        return ExportChartDialog::tr("The points inside the x axis as they are drawn: smoothed, and in groups.");
    }
    QStringList dataNames() const override
    {
        return {ExportChartDialog::tr("CSV of the points drawn"), ExportChartDialog::tr("JSON of the points drawn")};
    }

private:
    ChartShot m_shot;
};

} // namespace

ExportChartDialog::ExportChartDialog(ChartShot shot, bool dark, QWidget* parent)
    : ExportChartDialog(std::make_shared<const ChartExport>(std::move(shot)), dark, parent)
{
}

ExportChartDialog::ExportChartDialog(std::shared_ptr<const ExportSource> source, bool dark, QWidget* parent)
    : QDialog(parent)
    , m_source(std::move(source))
    , m_colours(ThemeColours::load())
    , m_preview(new QLabel(this))
    , m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("exportChart"));
    setAttribute(Qt::WA_DeleteOnClose);
    //: Title of a dialog; %1 is the panel.
    setWindowTitle(tr("Export %1").arg(m_source->title()));
    m_preview->setFixedSize(kPreviewWidth, kPreviewHeight);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("Preview"));
    m_note->setObjectName(QStringLiteral("exportChartNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    addControls();
    m_dark->setChecked(dark);
    renew();
}

QDoubleSpinBox* ExportChartDialog::addSpin(const QString& name, const QString& accessibleName, double value,
                                           double most)
{
    auto* spin = new QDoubleSpinBox(this);
    spin->setObjectName(name);
    spin->setAccessibleName(accessibleName);
    spin->setDecimals(1);
    spin->setRange(1, most);
    spin->setValue(value);
    connect(spin, &QDoubleSpinBox::valueChanged, this, &ExportChartDialog::renew);
    return spin;
}

void ExportChartDialog::addControls()
{
    m_format = new QComboBox(this);
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_format->addItems({tr("PNG picture, 2×"), tr("SVG drawing"), tr("PDF drawing")});
    m_format->addItems(m_source->dataNames());
    m_width = addSpin(QStringLiteral("exportWidth"), tr("Width in mm"), m_style.millimetres.width(), kMostMm);
    m_height = addSpin(QStringLiteral("exportHeight"), tr("Height in mm"), m_style.millimetres.height(), kMostMm);
    m_width->setMinimum(kLeastMm);
    m_height->setMinimum(kLeastMm);
    m_width->setSuffix(tr(" mm"));
    m_height->setSuffix(tr(" mm"));
    m_points = addSpin(QStringLiteral("exportPoints"), tr("Size of the font in points"), m_style.points, 72);
    m_points->setSuffix(tr(" pt"));
    m_family = new QFontComboBox(this);
    m_family->setObjectName(QStringLiteral("exportFont"));
    m_family->setCurrentFont(font());
    m_family->setAccessibleName(tr("Font"));
    m_family->lineEdit()->setAccessibleName(tr("Font"));
    m_title = new QCheckBox(tr("Title"), this);
    m_legend = new QCheckBox(tr("Legend"), this);
    m_dark = new QCheckBox(tr("Dark colours"), this);
    m_title->setChecked(true);
    m_legend->setChecked(true);
    auto* form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(12);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Width"), m_width);
    form->addRow(tr("Height"), m_height);
    form->addRow(tr("Font"), m_family);
    form->addRow(tr("Font size"), m_points);
    for (QCheckBox* box : {m_title, m_legend, m_dark}) {
        form->addRow(QString(), box);
        connect(box, &QCheckBox::toggled, this, &ExportChartDialog::renew);
    }
    form->addRow(m_note);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    m_save = buttons->addButton(tr("Save…"), QDialogButtonBox::ActionRole);
    m_save->setDefault(true);
    auto* top = new QHBoxLayout;
    top->setSpacing(kInset);
    top->addLayout(form, 1);
    top->addWidget(m_preview);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, kInset, kInset, kInset);
    layout->addLayout(top, 1);
    layout->addWidget(buttons);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportChartDialog::renew);
    connect(m_family, &QFontComboBox::currentFontChanged, this, &ExportChartDialog::renew);
    connect(m_save, &QPushButton::clicked, this, &ExportChartDialog::askWhere);
    connect(m_copy, &QPushButton::clicked, this, &ExportChartDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ExportChartDialog::Format ExportChartDialog::format() const
{
    return static_cast<Format>(m_format->currentIndex());
}

void ExportChartDialog::setFormat(Format format)
{
    m_format->setCurrentIndex(static_cast<int>(format));
}

PictureStyle ExportChartDialog::style() const
{
    return {QSizeF(m_width->value(), m_height->value()),
            m_family->currentFont().family(),
            m_points->value(),
            m_title->isChecked(),
            m_legend->isChecked(),
            m_dark->isChecked()};
}

void ExportChartDialog::renew()
{
    const bool isPicture = format() <= Format::Pdf;
    for (QWidget* control :
         std::initializer_list<QWidget*>{m_width, m_height, m_points, m_family, m_title, m_legend, m_dark})
        control->setEnabled(isPicture);
    tell(isPicture ? QString() : m_source->dataNote());
    const PictureStyle wanted = style();
    const unsigned generation = ++m_generation;
    m_ready = false;
    m_save->setEnabled(false);
    m_copy->setEnabled(false);
    const auto work = [source = m_source, wanted, colours = m_colours] { return source->prepare(wanted, *colours); };
    whenAnswered(this, QtConcurrent::run(work), [this, generation, wanted](const PicturePainter& painter) {
        if (generation != m_generation)
            return;
        m_style = wanted;
        takePainter(painter);
    });
}

void ExportChartDialog::takePainter(const PicturePainter& painter)
{
    m_painter = painter;
    m_ready = true;
    m_save->setEnabled(true);
    m_copy->setEnabled(true);
    const QImage picture = pictureImage(m_style, m_painter, devicePixelRatioF());
    QPixmap shown = QPixmap::fromImage(
        picture.scaled(m_preview->size() * devicePixelRatioF(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
    shown.setDevicePixelRatio(devicePixelRatioF());
    m_preview->setPixmap(shown);
}

QString ExportChartDialog::usualName() const
{
    static const QRegularExpression unusual(QStringLiteral("[^\\w.-]+"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    QString name = m_source->title();
    name.replace(unusual, QStringLiteral("-"));
    return name.left(100) + u'.' + QString::fromLatin1(endingOf(format()));
}

void ExportChartDialog::askWhere()
{
    auto* dialog = new QFileDialog(this, tr("Save %1").arg(m_source->title()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QString::fromLatin1(endingOf(format())));
    dialog->selectFile(usualName());
    connect(dialog, &QFileDialog::fileSelected, this, &ExportChartDialog::saveTo);
    dialog->open();
}

void ExportChartDialog::saveTo(const QString& path)
{
    QByteArray bytes;
    std::function<void(ByteSink&)> what;
    switch (format()) {
    case Format::Png: {
        QBuffer buffer(&bytes);
        pictureImage(m_style, m_painter, kPngScale).save(&buffer, "PNG");
        break;
    }
    case Format::Svg:
        bytes = pictureSvg(m_style, m_source->title(), m_painter);
        break;
    case Format::Pdf:
        bytes = picturePdf(m_style, m_source->title(), m_painter);
        break;
    case Format::Csv:
        what = [source = m_source](ByteSink& sink) { source->writeCsv(sink); };
        break;
    case Format::Json:
        what = [source = m_source](ByteSink& sink) { source->writeJson(sink); };
        break;
    }
    if (!what)
        what = [bytes](ByteSink& sink) { sink.write({bytes.constData(), static_cast<std::size_t>(bytes.size())}); };
    tell(tr("Saving…"));
    const auto work = [path, what] { return writeFile(path, what); };
    whenAnswered(this, QtConcurrent::run(work), [this, path](const QString& wrong) {
        tell(wrong.isEmpty() ? tr("Saved as %1").arg(QDir::toNativeSeparators(path)) : wrong);
        if (wrong.isEmpty())
            emit saved(path);
    });
}

void ExportChartDialog::copy()
{
    auto copied = std::make_unique<QMimeData>();
    if (format() == Format::Csv || format() == Format::Json) {
        const bool csv = format() == Format::Csv;
        const auto work = [source = m_source, csv] {
            StringSink sink;
            if (csv)
                source->writeCsv(sink);
            else
                source->writeJson(sink);
            return QString::fromStdString(sink.text);
        };
        whenAnswered(this, QtConcurrent::run(work), [this](const QString& text) {
            QApplication::clipboard()->setText(text);
            tell(tr("Copied."));
        });
        return;
    }
    if (format() == Format::Svg)
        copied->setData(QStringLiteral("image/svg+xml"), pictureSvg(m_style, m_source->title(), m_painter));
    else if (format() == Format::Pdf)
        copied->setData(QStringLiteral("application/pdf"), picturePdf(m_style, m_source->title(), m_painter));
    copied->setImageData(pictureImage(m_style, m_painter, kPngScale));
    QApplication::clipboard()->setMimeData(copied.release());
    tell(tr("Copied."));
}

void ExportChartDialog::tell(const QString& text)
{
    m_note->setText(text);
}

} // namespace runglass
