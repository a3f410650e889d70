// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/ImportRun.h"

namespace frontdesk::models {

ImportRun::ImportRun(sync::Session &session, const transfer::ImportOptions &options, QObject *parent)
    : QObject(parent)
    , m_import(new transfer::Import(session, options))
{
    m_thread.setObjectName(QStringLiteral("import"));
    m_import->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_import, &QObject::deleteLater);
    connect(m_import, &transfer::Import::progressed, this, &ImportRun::progressed);
    connect(m_import, &transfer::Import::finished, this, &ImportRun::finished);
    connect(m_import, &transfer::Import::failed, this, &ImportRun::failed);
    connect(&m_thread, &QThread::started, m_import, &transfer::Import::start);
    m_thread.start();
}

ImportRun::~ImportRun()
{
    m_thread.quit();
    m_thread.wait();
}

void ImportRun::cancel()
{
    QMetaObject::invokeMethod(m_import, &transfer::Import::cancel, Qt::QueuedConnection);
}

} // namespace frontdesk::models
