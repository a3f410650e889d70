<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ActivitySentence</name>
    <message numerus="yes">
        <source>You sent %n direct message(s)</source>
        <translation>
            <numerusform>You sent %n direct message</numerusform>
            <numerusform>You sent %n direct messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sent you %n message(s)</source>
        <translation>
            <numerusform>%1 sent you %n message</numerusform>
            <numerusform>%1 sent you %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You sent %n message(s) in %1</source>
        <translation>
            <numerusform>You sent %n message in %1</numerusform>
            <numerusform>You sent %n messages in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sent %n message(s) in %2</source>
        <translation>
            <numerusform>%1 sent %n message in %2</numerusform>
            <numerusform>%1 sent %n messages in %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You added %1 and %n other(s) to %2</source>
        <translation>
            <numerusform>You added %1 and %n other to %2</numerusform>
            <numerusform>You added %1 and %n others to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 added %2 and %n other(s) to %3</source>
        <translation>
            <numerusform>%1 added %2 and %n other to %3</numerusform>
            <numerusform>%1 added %2 and %n others to %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You removed %1 and %n other(s) from %2</source>
        <translation>
            <numerusform>You removed %1 and %n other from %2</numerusform>
            <numerusform>You removed %1 and %n others from %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 removed %2 and %n other(s) from %3</source>
        <translation>
            <numerusform>%1 removed %2 and %n other from %3</numerusform>
            <numerusform>%1 removed %2 and %n others from %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You added %1 and %n other contact(s)</source>
        <translation>
            <numerusform>You added %1 and one other contact</numerusform>
            <numerusform>You added %1 and %n other contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 added %2 and %n other contact(s)</source>
        <translation>
            <numerusform>%1 added %2 and one other contact</numerusform>
            <numerusform>%1 added %2 and %n other contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You added %1 and %n other company(ies)</source>
        <translation>
            <numerusform>You added %1 and one other company</numerusform>
            <numerusform>You added %1 and %n other companies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 added %2 and %n other company(ies)</source>
        <translation>
            <numerusform>%1 added %2 and one other company</numerusform>
            <numerusform>%1 added %2 and %n other companies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You began the deal %1 and %n other(s)</source>
        <translation>
            <numerusform>You began the deal %1 and one other</numerusform>
            <numerusform>You began the deal %1 and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 began the deal %2 and %n other(s)</source>
        <translation>
            <numerusform>%1 began the deal %2 and one other</numerusform>
            <numerusform>%1 began the deal %2 and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You were mentioned in %n note(s)</source>
        <translation>
            <numerusform>You were mentioned in %n note</numerusform>
            <numerusform>You were mentioned in %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n reminder</numerusform>
            <numerusform>%n reminders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n conversation(s)</source>
        <comment>12 new messages in 3 conversations</comment>
        <translation>
            <numerusform>%1 in %n conversation</numerusform>
            <numerusform>%1 in %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditDialog</name>
    <message numerus="yes">
        <source>%n entries were written.</source>
        <translation>
            <numerusform>%n entry was written.</numerusform>
            <numerusform>%n entries were written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditSentence</name>
    <message numerus="yes">
        <source>Somebody could not sign in as “%1” from %2, %n time(s)</source>
        <translation>
            <numerusform>Somebody could not sign in as “%1” from %2, once</numerusform>
            <numerusform>Somebody could not sign in as “%1” from %2, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message numerus="yes">
        <source>%n change(s) to fetch</source>
        <translation>
            <numerusform>%n change to fetch</numerusform>
            <numerusform>%n changes to fetch</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n unread</numerusform>
            <numerusform>%1, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DealColumn</name>
    <message numerus="yes">
        <source>%1: %n deals, %2</source>
        <comment>stage, what they are worth</comment>
        <translation>
            <numerusform>%1: %n deal, %2</numerusform>
            <numerusform>%1: %n deals, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n records were written to %1.</source>
        <translation>
            <numerusform>%n record was written to %1.</numerusform>
            <numerusform>%n records were written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n records that are shown now, in their order.</source>
        <translation>
            <numerusform>The one record that is shown now.</numerusform>
            <numerusform>The %n records that are shown now, in their order.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldsSection</name>
    <message numerus="yes">
        <source>Something is written in it in %n record(s).</source>
        <translation>
            <numerusform>Something is written in it in %n record.</numerusform>
            <numerusform>Something is written in it in %n records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message numerus="yes">
        <source>%1, %2 and %n other(s) are typing</source>
        <translation>
            <numerusform>%1, %2 and %n other is typing</numerusform>
            <numerusform>%1, %2 and %n others are typing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>Import %n rows</source>
        <translation>
            <numerusform>Import %n row</numerusform>
            <numerusform>Import %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportLine</name>
    <message numerus="yes">
        <source>%1 is imported, but for %n rows.</source>
        <translation>
            <numerusform>%1 is imported, but for %n row.</numerusform>
            <numerusform>%1 is imported, but for %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JumpToNewest</name>
    <message numerus="yes">
        <source>Jump to the newest, %n new</source>
        <translation>
            <numerusform>Jump to the newest, %n new</numerusform>
            <numerusform>Jump to the newest, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewConversationDialog</name>
    <message numerus="yes">
        <source>%n people and you</source>
        <translation>
            <numerusform>%n person and you</numerusform>
            <numerusform>%n people and you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenableRow</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n unread</numerusform>
            <numerusform>%1, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message numerus="yes">
        <source>%n fields with two values</source>
        <translation>
            <numerusform>%n field with two values</numerusform>
            <numerusform>%n fields with two values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordTexts</name>
    <message numerus="yes">
        <source>This is longer than %n character(s).</source>
        <translation>
            <numerusform>This is longer than %n character.</numerusform>
            <numerusform>This is longer than %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n change(s) still wait to be sent. They are kept on this computer, with your drafts, and sent after you sign in again; the messages here are deleted, the server keeps them.</source>
        <translation>
            <numerusform>%n change still waits to be sent. It is kept on this computer, with your drafts, and sent after you sign in again; the messages here are deleted, the server keeps them.</numerusform>
            <numerusform>%n changes still wait to be sent. They are kept on this computer, with your drafts, and sent after you sign in again; the messages here are deleted, the server keeps them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusesSection</name>
    <message numerus="yes">
        <source>%n contact(s) have it. They keep it until they get another one; nobody can be given it any more.</source>
        <translation>
            <numerusform>%n contact has it, and keeps it until it gets another one; nobody can be given it any more.</numerusform>
            <numerusform>%n contacts have it. They keep it until they get another one; nobody can be given it any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message numerus="yes">
        <source>%n unsent change(s)</source>
        <translation>
            <numerusform>%n unsent change</numerusform>
            <numerusform>%n unsent changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsent change(s) are in a form that this version does not know. They are kept and not sent.</source>
        <translation>
            <numerusform>%n unsent change is in a form that this version does not know. It is kept and not sent.</numerusform>
            <numerusform>%n unsent changes are in a form that this version does not know. They are kept and not sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableBar</name>
    <message numerus="yes">
        <source>%n conditions</source>
        <translation>
            <numerusform>%n condition</numerusform>
            <numerusform>%n conditions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::BulkActions</name>
    <message numerus="yes">
        <source>%1 of %n record(s) was changed.</source>
        <translation>
            <numerusform>%1 of %n record was changed.</numerusform>
            <numerusform>%1 of %n records were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) got the tag “%1”.</source>
        <translation>
            <numerusform>%n record got the tag “%1”.</numerusform>
            <numerusform>%n records got the tag “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tag “%1” was taken from %n record(s).</source>
        <translation>
            <numerusform>The tag “%1” was taken from %n record.</numerusform>
            <numerusform>The tag “%1” was taken from %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are in the bin.</source>
        <translation>
            <numerusform>%n record is in the bin.</numerusform>
            <numerusform>%n records are in the bin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were taken out of the bin.</source>
        <translation>
            <numerusform>%n record was taken out of the bin.</numerusform>
            <numerusform>%n records were taken out of the bin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) stay as they are: the field cannot be empty again.</source>
        <translation>
            <numerusform>%n record stays as it is: the field cannot be empty again.</numerusform>
            <numerusform>%n records stay as they are: the field cannot be empty again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ComposerModel</name>
    <message numerus="yes">
        <source>%Ln character(s) too long to be sent in one message</source>
        <translation>
            <numerusform>%Ln character too long to be sent in one message</numerusform>
            <numerusform>%Ln characters too long to be sent in one message</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ConnectionStatus</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>changes to be sent</comment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <comment>waiting to be sent</comment>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <comment>changes</comment>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gap(s)</source>
        <translation>
            <numerusform>%Ln gap</numerusform>
            <numerusform>%Ln gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <comment>fetched</comment>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s), kept until you decide</source>
        <translation>
            <numerusform>%n change, kept until you decide</numerusform>
            <numerusform>%n changes, kept until you decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s), kept for a newer version</source>
        <translation>
            <numerusform>%n event, kept for a newer version</numerusform>
            <numerusform>%n events, kept for a newer version</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ConversationListModel</name>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n person is typing…</numerusform>
            <numerusform>%n people are typing…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ConversationPage</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::DraftFiles</name>
    <message numerus="yes">
        <source>A message can have at most %n file(s).</source>
        <translation>
            <numerusform>A message can have at most %n file.</numerusform>
            <numerusform>A message can have at most %n files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::FlightModel</name>
    <message numerus="yes">
        <source>Online %1 of %2, lost %n time(s)</source>
        <translation>
            <numerusform>Online %1 of %2, lost %n time</numerusform>
            <numerusform>Online %1 of %2, lost %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::PipelineListModel</name>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n stage</numerusform>
            <numerusform>%n stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n deal</numerusform>
            <numerusform>%n deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) are in it: move them to another pipeline first.</source>
        <translation>
            <numerusform>%n deal is in it: move it to another pipeline first.</numerusform>
            <numerusform>%n deals are in it: move them to another pipeline first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::RecordMerge</name>
    <message numerus="yes">
        <source>%n deal(s), task(s), note(s) or people move along.</source>
        <translation>
            <numerusform>%n deal, task, note or person moves along.</numerusform>
            <numerusform>%n deals, tasks, notes or people move along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) became one: “%1”.</source>
        <translation>
            <numerusform>%n record became one: “%1”.</numerusform>
            <numerusform>%n records became one: “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::SearchModel</name>
    <message numerus="yes">
        <source>More than %Ln message(s)</source>
        <translation>
            <numerusform>More than %Ln message</numerusform>
            <numerusform>More than %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::StageListModel</name>
    <message numerus="yes">
        <source>There can be at most %n stages.</source>
        <translation>
            <numerusform>There can be at most %n stage.</numerusform>
            <numerusform>There can be at most %n stages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) stand in “%1”: move them to another stage first.</source>
        <translation>
            <numerusform>%n deal stands in “%1”: move it to another stage first.</numerusform>
            <numerusform>%n deals stand in “%1”: move them to another stage first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::StatusListModel</name>
    <message numerus="yes">
        <source>There can be at most %n statuses.</source>
        <translation>
            <numerusform>There can be at most %n status.</numerusform>
            <numerusform>There can be at most %n statuses.</numerusform>
        </translation>
    </message>
</context>
</TS>
