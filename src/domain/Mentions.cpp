// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Mentions.h"

namespace frontdesk::mentions {

namespace {

constexpr QChar sign(u'@');

/// Whether a word goes on at this place of a text.
bool isInWord(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size() && text.at(at).isLetterOrNumber();
}

/// Who stands at an "@" of the text: of several with the same beginning the longest name.
const UserId *at(qsizetype place, const QString &text, const Names &names)
{
    if (isInWord(text, place - 1))
        return nullptr; // an address of mail
    const QStringView rest = QStringView(text).sliced(place + 1);
    const UserId *found = nullptr;
    qsizetype longest = 0;
    for (auto name = names.begin(); name != names.end(); ++name)
        if (name->size() > longest && rest.startsWith(*name) && !isInWord(text, place + 1 + name->size())) {
            found = &name.key();
            longest = name->size();
        }
    return found;
}

} // namespace

Names namesFrom(const QJsonObject &kept)
{
    Names names;
    for (auto name = kept.begin(); name != kept.end(); ++name)
        if (const QString written = name->toString(); !written.isEmpty())
            names.insert(UserId(name.key()), written);
    return names;
}

QJsonObject toJson(const Names &names)
{
    QJsonObject kept;
    for (auto name = names.begin(); name != names.end(); ++name)
        kept.insert(name.key().text(), *name);
    return kept;
}

Names standingIn(const QString &text, const Names &names)
{
    Names standing;
    for (qsizetype place = text.indexOf(sign); place >= 0; place = text.indexOf(sign, place + 1))
        if (const UserId *user = at(place, text, names))
            standing.insert(*user, names.value(*user));
    return standing;
}

Shown shown(const QString &text, const Names &written, const std::function<QString(const UserId &)> &nameOf)
{
    Shown shown;
    qsizetype copied = 0;
    for (qsizetype place = text.indexOf(sign); place >= 0; place = text.indexOf(sign, place + 1)) {
        const UserId *user = at(place, text, written);
        if (!user)
            continue;
        shown.text += QStringView(text).sliced(copied, place - copied);
        const QString name = sign + nameOf(*user);
        shown.marks.append({shown.text.size(), name.size()});
        shown.text += name;
        copied = place + 1 + written.value(*user).size();
    }
    shown.text += QStringView(text).sliced(copied);
    return shown;
}

} // namespace frontdesk::mentions
