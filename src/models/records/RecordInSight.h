// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/RecordPage.h"

#include <QtCore/QPointer>

namespace frontdesk::models {

/// What a view holds while it shows a record: the others see that the person looks at it until the view goes, or shows
/// another one. GUI thread.
class RecordInSight : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(frontdesk::models::RecordPage *page READ page WRITE setPage NOTIFY pageChanged FINAL) ///< null: none

public:
    using QObject::QObject;
    ~RecordInSight() override;

    [[nodiscard]] RecordPage *page() const { return m_page; }
    void setPage(RecordPage *page);

Q_SIGNALS:
    void pageChanged();

private:
    QPointer<RecordPage> m_page;
};

} // namespace frontdesk::models
