// SPDX-License-Identifier: GPL-3.0-or-later
#include "StyleRules.h"

#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace stylerules {

namespace {

using Expression = QRegularExpression;

bool hasSuffix(const QString &path, const QStringList &suffixes)
{
    return suffixes.contains(QFileInfo(path).suffix());
}

bool isMit(const QString &path)
{
    static const Expression protocols(
        QStringLiteral("^(src|tests/unit|tests/fuzz)/(engineio|socketio)/|^tests/interop/(?!frontdesk/)"));
    return protocols.match(path).hasMatch();
}

/// Every line that the expression matches.
QVector<Finding> linesWith(const Expression &expression, const QString &words, const QString &path, const QString &text)
{
    QVector<Finding> findings;
    int number = 0;
    for (QStringView line : QStringView(text).split(u'\n')) {
        ++number;
        const auto match = expression.match(line.toString());
        if (match.hasMatch()) {
            findings.append({path, number, words.arg(match.captured().trimmed())});
        }
    }
    return findings;
}

std::function<QVector<Finding>(const QString &, const QString &)> forbid(const QString &expression,
                                                                         const QString &words)
{
    return [expression = Expression(expression), words](const QString &path, const QString &text) {
        return linesWith(expression, words, path, text);
    };
}

QVector<Finding> checkLicence(const QString &path, const QString &text)
{
    static const Expression line(QStringLiteral("SPDX-License-Identifier: (\\S+)"));
    // A script's first line is its interpreter.
    const QString head = text.section(u'\n', 0, 1);
    const auto match = line.match(head);
    if (!match.hasMatch()) {
        return {{path, 1, QStringLiteral("no SPDX line at the top, and REUSE.toml does not speak for it")}};
    }
    const QString wanted = isMit(path) ? QStringLiteral("MIT") : QStringLiteral("GPL-3.0-or-later");
    if (match.captured(1) != wanted) {
        return {{path, 1, QStringLiteral("is %1, should be %2").arg(match.captured(1), wanted)}};
    }
    return {};
}

/// The text between the brace at `open` and its partner, without what is in inner braces.
QString ownBlock(const QString &text, qsizetype open)
{
    QString block;
    int depth = 0;
    for (qsizetype at = open; at < text.size(); ++at) {
        if (text[at] == u'{') {
            ++depth;
        } else if (text[at] == u'}' && --depth == 0) {
            break;
        } else if (depth == 1) {
            block += text[at];
        }
    }
    return block;
}

/// Text's default format guesses markup, and then loads what the markup names: each Text says that it shows plain text.
QVector<Finding> checkPlainText(const QString &path, const QString &text)
{
    static const Expression element(QStringLiteral("(?<!\\w)Text\\s*\\{"));
    QVector<Finding> findings;
    for (auto it = element.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString block = ownBlock(text, match.capturedEnd() - 1);
        if (!block.contains(QLatin1String("textFormat: Text.PlainText"))) {
            const int line = int(text.left(match.capturedStart()).count(u'\n')) + 1;
            findings.append({path, line, QStringLiteral("a Text without `textFormat: Text.PlainText`")});
        }
    }
    return findings;
}

/// Path patterns as REUSE.toml has them: `*` within a folder, `**` over folders.
bool matches(const QString &path, const QString &pattern)
{
    QString expression = Expression::escape(pattern);
    expression.replace(QLatin1String("\\*\\*\\/"), QLatin1String("(?:.+/)?"));
    expression.replace(QLatin1String("\\*\\*"), QLatin1String(".*"));
    expression.replace(QLatin1String("\\*"), QLatin1String("[^/]*"));
    return Expression(Expression::anchoredPattern(expression)).match(path).hasMatch();
}

} // namespace

QStringList licensedPaths(const QString &reuseToml)
{
    static const Expression list(QStringLiteral("path\\s*=\\s*\\[([^\\]]*)\\]"));
    static const Expression quoted(QStringLiteral("\"([^\"]+)\""));
    QStringList paths;
    for (auto lists = list.globalMatch(reuseToml); lists.hasNext();) {
        for (auto items = quoted.globalMatch(lists.next().captured(1)); items.hasNext();) {
            paths.append(items.next().captured(1));
        }
    }
    return paths;
}

QVector<Rule> rules(const QStringList &licensedPaths)
{
    const QStringList cpp{QStringLiteral("h"), QStringLiteral("cpp")};
    const QStringList qml{QStringLiteral("qml")};
    const auto isCpp = [cpp](const QString &path) { return hasSuffix(path, cpp); };
    const auto isQml = [qml](const QString &path) { return hasSuffix(path, qml); };
    const auto isPageQml = [qml](const QString &path) {
        return hasSuffix(path, qml) && path.startsWith(QLatin1String("qml/")) &&
               !path.startsWith(QLatin1String("qml/theme/"));
    };
    // C++, QML and JavaScript; the rules' own tests hold what they look for.
    const auto isTest = [](const QString &path) {
        static const QStringList suffixes{QStringLiteral("h"), QStringLiteral("cpp"), QStringLiteral("qml"),
                                          QStringLiteral("js"), QStringLiteral("mjs")};
        return hasSuffix(path, suffixes) && path.startsWith(QLatin1String("tests/")) &&
               !path.startsWith(QLatin1String("tests/style/StyleRules"));
    };
    const auto isLockFile = [](const QString &path) { return path.endsWith(QLatin1String("package-lock.json")); };
    const auto isText = [](const QString &path) {
        return hasSuffix(path, {QStringLiteral("h"), QStringLiteral("cpp"), QStringLiteral("qml"), QStringLiteral("js"),
                                QStringLiteral("mjs"), QStringLiteral("md"), QStringLiteral("txt"),
                                QStringLiteral("cmake")}) &&
               !path.startsWith(QLatin1String("LICENSES/"));
    };
    // Assembled, so that this file is not its own finding.
    const QString leftover = QStringLiteral("\\b(TO") + QStringLiteral("DO|FIX") + QStringLiteral("ME|XX") +
                             QStringLiteral("X|HA") + QStringLiteral("CK)\\b");

    return {
        {QStringLiteral("licence"),
         [licensedPaths](const QString &path) {
             return !path.startsWith(QLatin1String("LICENSES/")) &&
                    std::none_of(licensedPaths.cbegin(), licensedPaths.cend(),
                                 [&](const QString &pattern) { return matches(path, pattern); });
         },
         checkLicence},
        {QStringLiteral("leftover"), isText, forbid(leftover, QStringLiteral("\"%1\": do it or leave it out"))},
        {QStringLiteral("colour"), isPageQml,
         forbid(QStringLiteral("\"#[0-9a-fA-F]{3,8}\"|\\bQt\\.(rgba|hsla|hsva|color)\\s*\\(\\s*[\"\\d]|\\bcolor:\\s*\"("
                               "?!transparent\")[a-z]+\""),
                QStringLiteral("%1: colours come from the theme's tokens"))},
        {QStringLiteral("markup"), isQml,
         forbid(QStringLiteral("\\b(Text|TextEdit|TextArea)\\.(RichText|AutoText|StyledText|MarkdownText)\\b"),
                QStringLiteral("%1: text is shown as text"))},
        {QStringLiteral("plain-text"), isPageQml, checkPlainText},
        {QStringLiteral("lock-file"), isLockFile,
         forbid(QStringLiteral("\"resolved\": \"https?:[^\"]*|registry\\.[\\w.]+"),
                QStringLiteral("%1: lock files name no registry host"))},
        {QStringLiteral("registration"), isCpp,
         forbid(QStringLiteral("\\bqmlRegister\\w+\\s*[(<]|\\bsetContextProperty\\b"),
                QStringLiteral("%1: types are declared with QML_ELEMENT, objects are properties"))},
        {QStringLiteral("sleep"), isTest,
         forbid(QStringLiteral(
                    "\\bQTest::q(Wait|Sleep)\\s*\\(|\\bsleep_(for|until)\\b|\\bQThread::m?u?sleep\\b|\\bu?sleep\\s*\\("
                    "|(?<![.>\\w])wait\\s*\\(\\s*[1-9]|\\bsetTimeout\\s*\\(\\s*(resolve|done|ok|r)\\b|timers/promises"),
                QStringLiteral("%1: wait for a condition, not for a time"))},
        {QStringLiteral("port"), isTest,
         forbid(QStringLiteral(
                    "\\b(listen|setPort|connectToHost|bind)\\s*\\(([^;]*,)?\\s*[1-9]\\d*\\s*[,)]|\\.port\\s*=\\s*[1-9]"
                    "|--port\\W{1,12}[1-9]\\d"),
                QStringLiteral("%1: the system gives a free port"))},
    };
}

} // namespace stylerules
