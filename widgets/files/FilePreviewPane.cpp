// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/files/FilePreviewPane.h"

#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/Theme.h"
#include "widgets/files/ImageView.h"
#include "widgets/files/PreviewTableView.h"
#include "widgets/logs/LogView.h"
#include "widgets/overview/SafeTextBrowser.h"
#include "widgets/overview/ValueField.h"

#include <QFontDatabase>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace runglass
{

namespace
{

constexpr int kHeadHeight = 40;

QFrame* rule(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

} // namespace

FilePreviewPane::FilePreviewPane(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_notice(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_message(new EmptyState(theme, this))
    , m_lines(new LogView(theme, this))
    , m_markdown(new SafeTextBrowser(this))
    , m_image(new ImageView(this))
    , m_table(new PreviewTableView(theme, this))
    , m_head(makeHead())
    , m_facts(makeFacts())
{
    setObjectName(QStringLiteral("filePreviewPane"));
    m_notice->setObjectName(QStringLiteral("previewNoticeLabel"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(12, 8, 12, 8);
    m_markdown->setFrameShape(QFrame::NoFrame);
    m_markdown->document()->setDocumentMargin(12);
    m_pages->addWidget(m_message);
    addPage(m_lines, QStringLiteral("previewLines"), tr("Preview"));
    addPage(m_markdown, QStringLiteral("previewMarkdown"), tr("Preview"));
    addPage(m_image, QStringLiteral("previewImage"), tr("Preview"));
    addPage(m_table, QStringLiteral("previewTable"), tr("Preview"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_headRule = rule(this));
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_facts);
    connect(&theme, &Theme::changed, this, &FilePreviewPane::followTheme);
    clear();
}

void FilePreviewPane::addPage(QWidget* page, const QString& name, const QString& accessibleName)
{
    page->setObjectName(name);
    page->setAccessibleName(accessibleName);
    m_pages->addWidget(page);
}

QWidget* FilePreviewPane::makeHead()
{
    auto* head = new QWidget(this);
    head->setMinimumHeight(kHeadHeight);
    m_icon = new QLabel(head);
    m_name = new ElidedLabel({}, head);
    m_name->setObjectName(QStringLiteral("previewNameLabel"));
    m_name->setElideMode(Qt::ElideMiddle);
    QFont font = m_name->font();
    font.setWeight(QFont::DemiBold);
    m_name->setFont(font);
    m_zoomBar = new QWidget(head);
    auto* zoomRow = new QHBoxLayout(m_zoomBar);
    zoomRow->setContentsMargins(0, 0, 0, 0);
    zoomRow->setSpacing(4);
    m_zoom = new QLabel(m_zoomBar);
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setMinimumWidth(m_zoom->fontMetrics().horizontalAdvance(QStringLiteral("3200 %")) + 8);
    QToolButton* smaller = zoomButton(QStringLiteral("minus"), tr("Zoom out"));
    QToolButton* larger = zoomButton(QStringLiteral("plus"), tr("Zoom in"));
    QToolButton* whole = zoomButton({}, tr("Actual size"));
    QToolButton* fit = zoomButton({}, tr("Fit"));
    for (QWidget* part : std::initializer_list<QWidget*>{smaller, m_zoom, larger, whole, fit})
        zoomRow->addWidget(part);
    connect(smaller, &QToolButton::clicked, m_image, [this] { m_image->setZoom(m_image->zoom() / 1.25); });
    connect(larger, &QToolButton::clicked, m_image, [this] { m_image->setZoom(m_image->zoom() * 1.25); });
    connect(whole, &QToolButton::clicked, m_image, [this] { m_image->setZoom(1); });
    connect(fit, &QToolButton::clicked, m_image, &ImageView::fit);
    connect(m_image, &ImageView::zoomChanged, this, &FilePreviewPane::showZoom);

    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_name, 1);
    row->addWidget(m_zoomBar);
    return head;
}

QToolButton* FilePreviewPane::zoomButton(const QString& icon, const QString& name)
{
    auto* button = new QToolButton(m_zoomBar);
    button->setText(name);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setAutoRaise(true);
    if (!icon.isEmpty())
        button->setIcon(m_theme.icon(icon));
    button->setMinimumSize(28, 28);
    return button;
}

QWidget* FilePreviewPane::makeFacts()
{
    auto* facts = new QWidget(this);
    auto* layout = new QVBoxLayout(facts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(rule(facts));
    auto* grid = new QGridLayout;
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnMinimumWidth(0, 88);
    grid->setColumnStretch(1, 1);
    layout->addLayout(grid);
    m_path = addFact(grid, tr("Path"));
    m_path->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_size = addFact(grid, tr("Size"));
    m_changed = addFact(grid, tr("Changed"));
    m_content = addFact(grid, tr("Content"));
    return facts;
}

ValueField* FilePreviewPane::addFact(QGridLayout* grid, const QString& label)
{
    const int row = grid->rowCount();
    auto* name = new QLabel(label, this);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto* value = new ValueField(m_theme, this);
    value->setAccessibleName(label);
    name->setBuddy(value);
    grid->addWidget(name, row, 0);
    grid->addWidget(value, row, 1);
    return value;
}

void FilePreviewPane::setFile(const RunFile& file)
{
    const std::pair its(file.path, file.segment);
    m_isAgain = std::exchange(m_file, its) == its && m_pages->currentWidget() != m_message;
    const QString path = visibleExcerpt(file.path, 4000);
    m_iconName = file.kind == RunFile::Kind::Link ? QStringLiteral("link") : previewIcon(file.path);
    followTheme();
    m_name->setText(path.mid(path.lastIndexOf(u'/') + 1));
    m_path->showText(path);
    m_path->setToolTip(literalToolTip(path));
    const bool isLink = file.kind == RunFile::Kind::Link;
    const QString exact = tr("%1 bytes").arg(QLocale().toString(static_cast<qulonglong>(file.sizeBytes)));
    m_size->showText(isLink ? format::missing()
                            : QString(format::bytes(file.sizeBytes) + QStringLiteral(" · ") + exact));
    m_changed->showText(file.modified ? format::exactTime(*file.modified) : format::missing());
    if (!m_isAgain) {
        m_content->showText(format::missing());
        m_notice->hide();
        m_zoomBar->hide();
    }
    m_head->show();
    m_headRule->show();
    m_facts->show();
}

void FilePreviewPane::setPreview(const FilePreview& preview)
{
    m_notice->setText(preview.notice);
    m_notice->setVisible(!preview.notice.isEmpty());
    m_content->showText(preview.dimensions.isEmpty() ? format::missing() : preview.dimensions);
    m_zoomBar->setVisible(preview.page == FilePreview::Page::Image);
    const QWidget* page = m_pages->currentWidget();
    const auto* area = m_isAgain ? qobject_cast<const QAbstractScrollArea*>(page) : nullptr;
    const QPoint place =
        area ? QPoint(area->horizontalScrollBar()->value(), area->verticalScrollBar()->value()) : QPoint();
    showPage(preview);
    if (area && m_pages->currentWidget() == page) {
        area->horizontalScrollBar()->setValue(place.x());
        area->verticalScrollBar()->setValue(place.y());
    }
}

void FilePreviewPane::showPage(const FilePreview& preview)
{
    const bool isAgain = std::exchange(m_isAgain, false);
    switch (preview.page) {
    case FilePreview::Page::Lines:
        m_lines->setDocument(preview.lines, isAgain && m_pages->currentWidget() == m_lines
                                                ? LogView::Document::Continued
                                                : LogView::Document::Another);
        m_pages->setCurrentWidget(m_lines);
        break;
    case FilePreview::Page::Markdown:
        m_markdown->showMarkdown(preview.markdown, preview.markdown.size());
        m_pages->setCurrentWidget(m_markdown);
        break;
    case FilePreview::Page::Image:
        m_image->setImage(preview.image);
        m_image->setAccessibleDescription(preview.dimensions);
        m_pages->setCurrentWidget(m_image);
        if (!isAgain)
            m_image->fit();
        break;
    case FilePreview::Page::Table:
        m_table->tableModel()->setTable(preview.table);
        m_table->fitColumns();
        m_pages->setCurrentWidget(m_table);
        break;
    }
}

void FilePreviewPane::setMessage(const QString& icon, const QString& title, const QString& line)
{
    m_message->setContent(icon, title, line);
    m_message->setActions({});
    m_pages->setCurrentWidget(m_message);
    m_notice->hide();
    m_zoomBar->hide();
}

void FilePreviewPane::clear()
{
    m_file = {};
    m_head->hide();
    m_headRule->hide();
    m_facts->hide();
    setMessage(QStringLiteral("file"), tr("No file is chosen"), tr("Choose a file to see what is in it."));
}

QString FilePreviewPane::notice() const
{
    return m_notice->isHidden() ? QString() : m_notice->text();
}

void FilePreviewPane::followTheme()
{
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(m_theme.icon(m_iconName).pixmap(QSize(16, 16), devicePixelRatioF()));
}

void FilePreviewPane::showZoom()
{
    m_zoom->setText(tr("%1 %").arg(static_cast<int>(std::round(m_image->zoom() * 100))));
}

} // namespace runglass
