// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Merge.h"

#include <QtTest/QTest>

using namespace frontdesk;

namespace {

const CommandId theirs(QStringLiteral("theirs"));
const CommandId own(QStringLiteral("own"));

} // namespace

Q_DECLARE_METATYPE(frontdesk::FieldFate)

class MergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void field_data();
    void field();
    void aFieldThatWasNeverSetTakesAnything();
};

void MergeTest::field_data()
{
    QTest::addColumn<QJsonValue>("wanted");
    QTest::addColumn<qint64>("base");
    QTest::addColumn<QVector<CommandId>>("after");
    QTest::addColumn<FieldFate>("fate");
    // The field is "now" since version 5, by `theirs`.
    const auto row = [](const char *name, const QJsonValue &wanted, qint64 base, const QVector<CommandId> &after,
                        FieldFate fate) { QTest::newRow(name) << wanted << base << after << fate; };
    const QString other = QStringLiteral("other");
    row("seen", other, 5, {}, FieldFate::Applied);
    row("seen, and more", other, 9, {}, FieldFate::Applied);
    row("not seen", other, 4, {}, FieldFate::Conflicting);
    row("not seen, the same wanted", QStringLiteral("now"), 1, {}, FieldFate::Agreed);
    row("seen, the same wanted", QStringLiteral("now"), 5, {}, FieldFate::Agreed);
    row("made by oneself", other, 1, {own, theirs}, FieldFate::Applied);
    row("made by another after one's own", other, 1, {own}, FieldFate::Conflicting);
    row("of another type", 5, 4, {}, FieldFate::Conflicting);
    row("removed", QJsonValue(), 4, {}, FieldFate::Conflicting);
}

void MergeTest::field()
{
    QFETCH(QJsonValue, wanted);
    QFETCH(qint64, base);
    QFETCH(QVector<CommandId>, after);
    const FieldState now{.current = {.value = QStringLiteral("now"), .by = UserId(QStringLiteral("ada")), .at = 1},
                         .version = 5,
                         .command = theirs};
    QTEST(mergeField(now, wanted, {.version = base, .after = after}), "fate");
}

void MergeTest::aFieldThatWasNeverSetTakesAnything()
{
    QCOMPARE(mergeField({}, QStringLiteral("first"), {.version = 1, .after = {}}), FieldFate::Applied);
    QCOMPARE(mergeField({}, QJsonValue(), {.version = 1, .after = {}}), FieldFate::Agreed);
}

QTEST_GUILESS_MAIN(MergeTest)
#include "MergeTest.moc"
