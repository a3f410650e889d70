// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Permissions.h"

namespace frontdesk {

namespace {

bool mayWrite(Role role, RecordKind kind)
{
    switch (kind) {
    case RecordKind::Person: // the own one; whose it is, its keeper asks
        return true;
    case RecordKind::Pipeline:
    case RecordKind::CustomField:
    case RecordKind::Team:
        return role == Role::Manager || role == Role::Admin;
    case RecordKind::Workspace:
        return role == Role::Admin;
    case RecordKind::Conversation:
    case RecordKind::Contact:
    case RecordKind::Company:
    case RecordKind::Deal:
    case RecordKind::Task:
    case RecordKind::Note:
    case RecordKind::File:
    case RecordKind::Segment:
        return role != Role::Reader;
    }
    Q_UNREACHABLE();
}

struct May {
    Role role;

    bool operator()(const SendMessage &) const { return role != Role::Reader; }
    bool operator()(const EditMessage &) const { return role != Role::Reader; }
    bool operator()(const CreateConversation &) const { return role != Role::Reader; }
    bool operator()(const MoveRead &) const { return true; }
    bool operator()(const SetOwnValue &) const { return true; }
    bool operator()(const CreateRecord &create) const { return mayWrite(role, create.record.kind); }
    bool operator()(const ChangeRecord &change) const { return mayWrite(role, change.record.kind); }
};

} // namespace

bool mayGive(Role role, const CommandBody &command)
{
    return std::visit(May{role}, command);
}

} // namespace frontdesk
