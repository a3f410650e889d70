// SPDX-License-Identifier: GPL-3.0-or-later
#include "Overview.h"

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

Print overview()
{
    return {u"frontdeskctl: Frontdesk on the command line\n\n"
            "  frontdeskctl login URL NAME --password-stdin         prints a token\n"
            "  frontdeskctl conversations                           lists conversations\n"
            "  frontdeskctl history (--conversation ID | --with NAME)\n"
            "  frontdeskctl send (--conversation ID | --to NAME) TEXT\n"
            "  frontdeskctl watch                                   shows what happens\n"
            "  frontdeskctl session --data DIR --json               the whole client as JSON lines\n"
            "  frontdeskctl ledger --data DIR                       what a session has, and what is missing\n"
            "  frontdeskctl contacts (import FILE | export FILE | list)\n"
            "  frontdeskctl companies, deals                        likewise\n"
            "  frontdeskctl diagnose                                tests the way to the server\n\n"
            "All but login take --url URL, and --credentials FILE or --token TOKEN (or the\n"
            "environment's FRONTDESK_TOKEN);\n"
            "diagnose does without a token, ledger without a server.\n"
            "All take --proxy URL or --no-proxy, and --ca-file FILE.\n"
            "\"frontdeskctl COMMAND --help\" says more about one.\n\n"
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not signed in, 4 not reachable, 5 refused"_s};
}

Print wrongUsage(const QString &words)
{
    return {u"frontdeskctl: %1\nTry \"frontdeskctl --help\"."_s.arg(words), WrongUsage};
}

} // namespace frontdesk::ctl
