// SPDX-License-Identifier: GPL-3.0-or-later
// Another program to drag from: a small window that offers the paths it was started with.
#include <QApplication>
#include <QDrag>
#include <QLabel>
#include <QMimeData>
#include <QUrl>

namespace
{

class Source : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void mousePressEvent(QMouseEvent*) override
    {
        auto* offered = new QMimeData;
        QList<QUrl> urls;
        for (const QString& path : QApplication::arguments().mid(1))
            urls.append(QUrl::fromLocalFile(path));
        offered->setUrls(urls);
        auto* drag = new QDrag(this);
        drag->setMimeData(offered);
        drag->exec(Qt::CopyAction | Qt::LinkAction);
    }
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    Source source(QStringLiteral("Drag me"));
    source.setWindowTitle(QStringLiteral("Drag source"));
    source.setWindowFlag(Qt::WindowStaysOnTopHint);
    source.setAlignment(Qt::AlignCenter);
    source.setGeometry(40, 60, 160, 80);
    source.show();
    return QApplication::exec();
}
