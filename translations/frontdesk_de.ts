<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Reading the feed</source>
        <translation>Die Ereignisse werden gelesen</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Who writes, joins, starts a group or sees to a customer appears here at once.</source>
        <translation>Wer schreibt, dazukommt, eine Gruppe anlegt oder sich um Kunden kümmert, erscheint hier sofort.</translation>
    </message>
    <message>
        <source>Loading older entries</source>
        <translation>Ältere Einträge werden geladen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ActivitySentence</name>
    <message numerus="yes">
        <source>You sent %n direct message(s)</source>
        <translation>
            <numerusform>Du hast eine Direktnachricht gesendet</numerusform>
            <numerusform>Du hast %n Direktnachrichten gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sent you %n message(s)</source>
        <translation>
            <numerusform>%1 hat dir eine Nachricht gesendet</numerusform>
            <numerusform>%1 hat dir %n Nachrichten gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You sent %n message(s) in %1</source>
        <translation>
            <numerusform>Du hast eine Nachricht in %1 gesendet</numerusform>
            <numerusform>Du hast %n Nachrichten in %1 gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sent %n message(s) in %2</source>
        <translation>
            <numerusform>%1 hat eine Nachricht in %2 gesendet</numerusform>
            <numerusform>%1 hat %n Nachrichten in %2 gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You added %1 and %n other(s) to %2</source>
        <translation>
            <numerusform>Du hast %1 und eine weitere Person zu %2 hinzugefügt</numerusform>
            <numerusform>Du hast %1 und %n weitere zu %2 hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 added %2 and %n other(s) to %3</source>
        <translation>
            <numerusform>%1 hat %2 und eine weitere Person zu %3 hinzugefügt</numerusform>
            <numerusform>%1 hat %2 und %n weitere zu %3 hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>You added %1 to %2</source>
        <translation>Du hast %1 zu %2 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 added %2 to %3</source>
        <translation>%1 hat %2 zu %3 hinzugefügt</translation>
    </message>
    <message numerus="yes">
        <source>You removed %1 and %n other(s) from %2</source>
        <translation>
            <numerusform>Du hast %1 und eine weitere Person aus %2 entfernt</numerusform>
            <numerusform>Du hast %1 und %n weitere aus %2 entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 removed %2 and %n other(s) from %3</source>
        <translation>
            <numerusform>%1 hat %2 und eine weitere Person aus %3 entfernt</numerusform>
            <numerusform>%1 hat %2 und %n weitere aus %3 entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>You removed %1 from %2</source>
        <translation>Du hast %1 aus %2 entfernt</translation>
    </message>
    <message>
        <source>%1 removed %2 from %3</source>
        <translation>%1 hat %2 aus %3 entfernt</translation>
    </message>
    <message>
        <source>You created the group %1</source>
        <translation>Du hast die Gruppe %1 angelegt</translation>
    </message>
    <message>
        <source>%1 created the group %2</source>
        <translation>%1 hat die Gruppe %2 angelegt</translation>
    </message>
    <message>
        <source>You renamed a group to %1</source>
        <translation>Du hast eine Gruppe in %1 umbenannt</translation>
    </message>
    <message>
        <source>%1 renamed a group to %2</source>
        <translation>%1 hat eine Gruppe in %2 umbenannt</translation>
    </message>
    <message>
        <source>You left %1</source>
        <translation>Du hast %1 verlassen</translation>
    </message>
    <message>
        <source>%1 left %2</source>
        <translation>%1 hat %2 verlassen</translation>
    </message>
    <message numerus="yes">
        <source>You added %1 and %n other contact(s)</source>
        <translation>
            <numerusform>Du hast %1 und einen weiteren Kontakt angelegt</numerusform>
            <numerusform>Du hast %1 und %n weitere Kontakte angelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 added %2 and %n other contact(s)</source>
        <translation>
            <numerusform>%1 hat %2 und einen weiteren Kontakt angelegt</numerusform>
            <numerusform>%1 hat %2 und %n weitere Kontakte angelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>You added the contact %1</source>
        <translation>Du hast den Kontakt %1 angelegt</translation>
    </message>
    <message>
        <source>%1 added the contact %2</source>
        <translation>%1 hat den Kontakt %2 angelegt</translation>
    </message>
    <message numerus="yes">
        <source>You added %1 and %n other company(ies)</source>
        <translation>
            <numerusform>Du hast %1 und eine weitere Firma angelegt</numerusform>
            <numerusform>Du hast %1 und %n weitere Firmen angelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 added %2 and %n other company(ies)</source>
        <translation>
            <numerusform>%1 hat %2 und eine weitere Firma angelegt</numerusform>
            <numerusform>%1 hat %2 und %n weitere Firmen angelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>You added the company %1</source>
        <translation>Du hast die Firma %1 angelegt</translation>
    </message>
    <message>
        <source>%1 added the company %2</source>
        <translation>%1 hat die Firma %2 angelegt</translation>
    </message>
    <message numerus="yes">
        <source>You began the deal %1 and %n other(s)</source>
        <translation>
            <numerusform>Du hast das Geschäft %1 und ein weiteres begonnen</numerusform>
            <numerusform>Du hast das Geschäft %1 und %n weitere begonnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 began the deal %2 and %n other(s)</source>
        <translation>
            <numerusform>%1 hat das Geschäft %2 und ein weiteres begonnen</numerusform>
            <numerusform>%1 hat das Geschäft %2 und %n weitere begonnen</numerusform>
        </translation>
    </message>
    <message>
        <source>You began the deal %1</source>
        <translation>Du hast das Geschäft %1 begonnen</translation>
    </message>
    <message>
        <source>%1 began the deal %2</source>
        <translation>%1 hat das Geschäft %2 begonnen</translation>
    </message>
    <message>
        <source>You moved %1 to another stage</source>
        <translation>Du hast %1 in eine andere Phase verschoben</translation>
    </message>
    <message>
        <source>%1 moved %2 to another stage</source>
        <translation>%1 hat %2 in eine andere Phase verschoben</translation>
    </message>
    <message>
        <source>You moved %1 to %2</source>
        <translation>Du hast %1 nach %2 verschoben</translation>
    </message>
    <message>
        <source>%1 moved %2 to %3</source>
        <translation>%1 hat %2 nach %3 verschoben</translation>
    </message>
    <message>
        <source>You won %1</source>
        <translation>Du hast %1 gewonnen</translation>
    </message>
    <message>
        <source>%1 won %2</source>
        <translation>%1 hat %2 gewonnen</translation>
    </message>
    <message>
        <source>You lost %1</source>
        <translation>Du hast %1 verloren</translation>
    </message>
    <message>
        <source>%1 lost %2</source>
        <translation>%1 hat %2 verloren</translation>
    </message>
    <message>
        <source>You joined the team</source>
        <translation>Du bist dem Team beigetreten</translation>
    </message>
    <message>
        <source>%1 joined the team</source>
        <translation>%1 ist dem Team beigetreten</translation>
    </message>
    <message>
        <source>You changed your name to %1</source>
        <translation>Du hast deinen Namen in %1 geändert</translation>
    </message>
    <message>
        <source>%1 is the name that a colleague goes by now</source>
        <translation>%1 heißt ab jetzt jemand aus dem Team</translation>
    </message>
    <message>
        <source>You closed a direct conversation</source>
        <translation>Du hast eine direkte Unterhaltung abgeschlossen</translation>
    </message>
    <message>
        <source>%1 closed your direct conversation</source>
        <translation>%1 hat eure direkte Unterhaltung abgeschlossen</translation>
    </message>
    <message>
        <source>You opened a direct conversation again</source>
        <translation>Du hast eine direkte Unterhaltung wieder geöffnet</translation>
    </message>
    <message>
        <source>%1 opened your direct conversation again</source>
        <translation>%1 hat eure direkte Unterhaltung wieder geöffnet</translation>
    </message>
    <message>
        <source>You closed the conversation %1</source>
        <translation>Du hast die Unterhaltung %1 abgeschlossen</translation>
    </message>
    <message>
        <source>%1 closed the conversation %2</source>
        <translation>%1 hat die Unterhaltung %2 abgeschlossen</translation>
    </message>
    <message>
        <source>You opened the conversation %1 again</source>
        <translation>Du hast die Unterhaltung %1 wieder geöffnet</translation>
    </message>
    <message>
        <source>%1 opened the conversation %2 again</source>
        <translation>%1 hat die Unterhaltung %2 wieder geöffnet</translation>
    </message>
</context>
<context>
    <name>AddMembersDialog</name>
    <message>
        <source>Add people to %1</source>
        <translation>Personen zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>AddRow</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>AlarmDialog</name>
    <message>
        <source>In minutes</source>
        <translation>In Minuten</translation>
    </message>
    <message>
        <source>In per cent</source>
        <translation>In Prozent</translation>
    </message>
    <message>
        <source>Alarm: %1</source>
        <translation>Alarm: %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>When it is above</source>
        <translation>Wenn sie darüber liegt</translation>
    </message>
    <message>
        <source>When it is below</source>
        <translation>Wenn sie darunter liegt</translation>
    </message>
    <message>
        <source>The tile turns red and you are told, also while you do something else. It looks at the days and the owner that the dashboard showed last. Nothing: no alarm.</source>
        <translation>Die Kachel wird rot, und du erfährst es, auch während du etwas anderes tust. Es gelten die Tage und die zuständige Person, die das Dashboard zuletzt gezeigt hat. Nichts: kein Alarm.</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>Mit Ton</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>%1 in %2</source>
        <comment>who, which group</comment>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n neue Nachricht</numerusform>
            <numerusform>%n neue Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 new)</source>
        <comment>newest message, how many</comment>
        <translation>%1 (%2 neue)</translation>
    </message>
    <message numerus="yes">
        <source>You were mentioned in %n note(s)</source>
        <translation>
            <numerusform>Du wurdest in %n Notiz erwähnt</numerusform>
            <numerusform>Du wurdest in %n Notizen erwähnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n Erinnerung</numerusform>
            <numerusform>%n Erinnerungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n conversation(s)</source>
        <comment>12 new messages in 3 conversations</comment>
        <translation>
            <numerusform>%1 in %n Unterhaltung</numerusform>
            <numerusform>%1 in %n Unterhaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 mentioned you</source>
        <translation>%1 hat dich erwähnt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>where, text</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>AlertsSection</name>
    <message>
        <source>New messages</source>
        <translation>Neue Nachrichten</translation>
    </message>
    <message>
        <source>Of others, in conversations that are not open and not muted</source>
        <translation>Von anderen, in Unterhaltungen, die nicht offen und nicht stumm sind</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Erwähnungen</translation>
    </message>
    <message>
        <source>Somebody writes your name with an @ in a note</source>
        <translation>Jemand schreibt deinen Namen mit einem @ in eine Notiz</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Of your tasks</source>
        <translation>An deine Aufgaben</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Of figures on the dashboard; each says itself whether it makes a sound</source>
        <translation>Von Zahlen auf dem Dashboard; jeder sagt selbst, ob er zu hören ist</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>%1: with a sound</source>
        <translation>%1: mit Ton</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Show what was written</source>
        <translation>Zeigen, was geschrieben wurde</translation>
    </message>
    <message>
        <source>Off: an alert says only that there is something. For this computer, because others may see its screen.</source>
        <translation>Aus: Ein Hinweis sagt nur, dass es etwas gibt. Für diesen Computer, weil andere seinen Bildschirm sehen können.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>While you have chosen “Do not disturb” nothing is told.</source>
        <translation>Solange du „Nicht stören“ gewählt hast, kommt kein Hinweis.</translation>
    </message>
</context>
<context>
    <name>AttachButton</name>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
</context>
<context>
    <name>AuditDialog</name>
    <message>
        <source>Audit log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Into a file (CSV), as shown above</source>
        <translation>In eine Datei (CSV), wie oben gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were written.</source>
        <translation>
            <numerusform>%n Eintrag wurde geschrieben.</numerusform>
            <numerusform>%n Einträge wurden geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file is there already; it will be replaced.</source>
        <translation>Diese Datei gibt es schon; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>CSV (%1)</source>
        <translation>CSV (%1)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Replace the file</source>
        <translation>Datei ersetzen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Sign-ins and roles</source>
        <translation>Anmeldungen und Rollen</translation>
    </message>
    <message>
        <source>Contacts, companies, deals</source>
        <translation>Kontakte, Firmen, Geschäfte</translation>
    </message>
    <message>
        <source>What holds for everybody</source>
        <translation>Was für alle gilt</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>The beginning</source>
        <translation>Anfang an</translation>
    </message>
    <message>
        <source>A day ago</source>
        <translation>Vor einem Tag</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>Vor einer Woche</translation>
    </message>
    <message>
        <source>30 days ago</source>
        <translation>Vor 30 Tagen</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>Vor einem Jahr</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Das Protokoll wird gelesen …</translation>
    </message>
    <message>
        <source>Nothing of the kind</source>
        <translation>Nichts dergleichen</translation>
    </message>
    <message>
        <source>The log cannot be read</source>
        <translation>Das Protokoll kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>AuditSection</name>
    <message>
        <source>Audit log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>Wer was getan hat</translation>
    </message>
    <message>
        <source>Who signed in or tried to, who may do what, and every change of records and of what holds for everybody. Kept on the server, two years for sign-ins; never what people write to each other.</source>
        <translation>Wer sich angemeldet oder es versucht hat, wer was darf, und jede Änderung an Datensätzen und an dem, was für alle gilt. Auf dem Server aufbewahrt, Anmeldungen zwei Jahre; nie, was Menschen einander schreiben.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>AuditSentence</name>
    <message>
        <source>may only read</source>
        <translation>darf nur lesen</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>address, device</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 signed in from %2</source>
        <translation>%1 hat sich von %2 angemeldet</translation>
    </message>
    <message>
        <source>%1 signed out</source>
        <translation>%1 hat sich abgemeldet</translation>
    </message>
    <message numerus="yes">
        <source>Somebody could not sign in as “%1” from %2, %n time(s)</source>
        <translation>
            <numerusform>Jemand konnte sich von %2 nicht als „%1“ anmelden, %n Mal</numerusform>
            <numerusform>Jemand konnte sich von %2 nicht als „%1“ anmelden, %n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>A copy of the sign-in of %1 was used from %2; it was ended</source>
        <translation>Eine Kopie der Anmeldung von %1 wurde von %2 benutzt; sie wurde beendet</translation>
    </message>
    <message>
        <source>%1 was added: %2</source>
        <comment>who, which role</comment>
        <translation>%1 wurde aufgenommen: %2</translation>
    </message>
    <message>
        <source>%1 has another role: %2 → %3</source>
        <translation>%1 hat eine andere Rolle: %2 → %3</translation>
    </message>
    <message>
        <source>Something that this version does not know: %1</source>
        <translation>Etwas, das diese Version nicht kennt: %1</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field: old → new</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1 changed %2 of %3</source>
        <comment>who, fields, “Sales”</comment>
        <translation>%1 hat %2 von %3 geändert</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>99+</source>
        <translation>99+</translation>
    </message>
</context>
<context>
    <name>BinRows</name>
    <message>
        <source>In the bin</source>
        <translation>Im Papierkorb</translation>
    </message>
    <message>
        <source>Take out of the bin</source>
        <translation>Aus dem Papierkorb holen</translation>
    </message>
    <message>
        <source>Take “%1” out of the bin</source>
        <translation>„%1“ aus dem Papierkorb holen</translation>
    </message>
</context>
<context>
    <name>BulkFieldEditor</name>
    <message>
        <source>Field: %1</source>
        <translation>Feld: %1</translation>
    </message>
    <message>
        <source>For all that are chosen</source>
        <translation>Für alle Ausgewählten</translation>
    </message>
    <message>
        <source>Set for all</source>
        <translation>Bei allen setzen</translation>
    </message>
    <message>
        <source>Empty for all</source>
        <translation>Bei allen leeren</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>The server&apos;s certificate</source>
        <translation>Das Zertifikat des Servers</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Nothing is sent while the certificate is not trusted. If your organisation signs its certificates itself, choose its certificate file in the settings.</source>
        <translation>Solange dem Zertifikat nicht vertraut wird, wird nichts gesendet. Wenn deine Organisation ihre Zertifikate selbst ausstellt, wähle deren Zertifikatsdatei in den Einstellungen.</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>%1: %2</source>
        <comment>a chart&apos;s title and summary</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ChartFrame</name>
    <message>
        <source>Nothing in this period</source>
        <translation>Nichts in diesem Zeitraum</translation>
    </message>
    <message>
        <source>Show as a chart (T)</source>
        <translation>Als Diagramm zeigen (T)</translation>
    </message>
    <message>
        <source>Show as a table (T)</source>
        <translation>Als Tabelle zeigen (T)</translation>
    </message>
    <message>
        <source>More about “%1”</source>
        <translation>Mehr zu „%1“</translation>
    </message>
    <message>
        <source>Show as a chart</source>
        <translation>Als Diagramm zeigen</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern …</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>Als Bild speichern …</translation>
    </message>
    <message>
        <source>These figures could not be read</source>
        <translation>Diese Zahlen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Being counted</source>
        <translation>Wird gezählt</translation>
    </message>
    <message>
        <source>These figures come with the connection.</source>
        <translation>Diese Zahlen kommen, sobald die Verbindung steht.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Nach vorn</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Nach hinten</translation>
    </message>
</context>
<context>
    <name>ChartLegend</name>
    <message>
        <source>less</source>
        <comment>of a heat map, from less to more</comment>
        <translation>weniger</translation>
    </message>
    <message>
        <source>more</source>
        <comment>of a heat map, from less to more</comment>
        <translation>mehr</translation>
    </message>
</context>
<context>
    <name>ChartNumbers</name>
    <message>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 bn</source>
        <comment>billions, 10 to the 9th</comment>
        <translation>%1 Mrd.</translation>
    </message>
</context>
<context>
    <name>ChartTable</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <translation>%1, als Tabelle</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>New conversation…</source>
        <translation>Neue Unterhaltung …</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <translation>Strg N</translation>
    </message>
    <message>
        <source>Go to Inbox</source>
        <translation>Zum Eingang</translation>
    </message>
    <message>
        <source>Ctrl 1</source>
        <translation>Strg 1</translation>
    </message>
    <message>
        <source>Go to Team</source>
        <translation>Zum Team</translation>
    </message>
    <message>
        <source>Ctrl 2</source>
        <translation>Strg 2</translation>
    </message>
    <message>
        <source>Go to Activity</source>
        <translation>Zur Aktivität</translation>
    </message>
    <message>
        <source>Ctrl 3</source>
        <translation>Strg 3</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>Zu den Einstellungen</translation>
    </message>
    <message>
        <source>Ctrl 4</source>
        <translation>Strg 4</translation>
    </message>
    <message>
        <source>Set status: Online</source>
        <translation>Status: Online</translation>
    </message>
    <message>
        <source>Set status: Away</source>
        <translation>Status: Abwesend</translation>
    </message>
    <message>
        <source>Set status: Do not disturb</source>
        <translation>Status: Nicht stören</translation>
    </message>
    <message>
        <source>Switch to light</source>
        <translation>Hell darstellen</translation>
    </message>
    <message>
        <source>Switch to dark</source>
        <translation>Dunkel darstellen</translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation>Offline gehen</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>Jetzt neu verbinden</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Search messages…</source>
        <translation>Nachrichten durchsuchen …</translation>
    </message>
    <message>
        <source>Ctrl Shift F</source>
        <translation>Strg Umschalt F</translation>
    </message>
    <message>
        <source>Search or jump to anything</source>
        <translation>Suchen oder zu etwas springen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Wird gesucht</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”</source>
        <translation>Zu „%1“ wurde nichts gefunden</translation>
    </message>
    <message>
        <source>Go to Contacts</source>
        <translation>Zu den Kontakten</translation>
    </message>
    <message>
        <source>Go to Deals</source>
        <translation>Zu den Deals</translation>
    </message>
    <message>
        <source>Ctrl 5</source>
        <translation>Strg 5</translation>
    </message>
    <message>
        <source>Ctrl 6</source>
        <translation>Strg 6</translation>
    </message>
    <message>
        <source>Go to Dashboard</source>
        <translation>Zur Übersicht</translation>
    </message>
    <message>
        <source>Ctrl 7</source>
        <translation>Strg 7</translation>
    </message>
    <message>
        <source>Import contacts…</source>
        <translation>Kontakte importieren …</translation>
    </message>
    <message>
        <source>Import companies…</source>
        <translation>Firmen importieren …</translation>
    </message>
    <message>
        <source>Import deals…</source>
        <translation>Deals importieren …</translation>
    </message>
    <message>
        <source>Export contacts…</source>
        <translation>Kontakte exportieren …</translation>
    </message>
    <message>
        <source>Export companies…</source>
        <translation>Firmen exportieren …</translation>
    </message>
    <message>
        <source>Export deals…</source>
        <translation>Deals exportieren …</translation>
    </message>
    <message>
        <source>Contacts, companies, deals, tasks and their files</source>
        <translation>Kontakte, Firmen, Geschäfte, Aufgaben und ihre Dateien</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write to %1</source>
        <translation>An %1 schreiben</translation>
    </message>
    <message>
        <source>Write to everybody in %1</source>
        <translation>An alle in %1 schreiben</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter starts a new line</source>
        <translation>Enter sendet, Umschalt+Enter beginnt eine neue Zeile</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Cancel editing (Esc)</source>
        <translation>Bearbeiten abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>Bearbeiten abbrechen</translation>
    </message>
    <message>
        <source>Enter saves, Escape leaves it as it was</source>
        <translation>Eingabe speichert, Escape lässt sie, wie sie war</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Angehängte Dateien</translation>
    </message>
    <message>
        <source>The files are being copied…</source>
        <translation>Die Dateien werden kopiert …</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>Conflict: %1</source>
        <translation>Konflikt: %1</translation>
    </message>
    <message>
        <source>Two values: %1</source>
        <translation>Zwei Werte: %1</translation>
    </message>
    <message>
        <source>Stands for now</source>
        <translation>Gilt vorerst</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meinen behalten</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Den anderen behalten</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Diesen behalten</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Nicht übernommen</translation>
    </message>
    <message>
        <source>Take mine</source>
        <translation>Meinen nehmen</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Den anderen nehmen</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>Diesen nehmen</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>Ein anderer Wert</translation>
    </message>
    <message>
        <source>Another value: %1</source>
        <translation>Ein anderer Wert: %1</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
</context>
<context>
    <name>ConflictSide</name>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>%1 answers, but does not say whether it accepts the sign-in</source>
        <translation>%1 antwortet, sagt aber nicht, ob die Anmeldung gilt</translation>
    </message>
    <message>
        <source>%1 stopped sending what was missed</source>
        <translation>%1 hat das Nachholen abgebrochen</translation>
    </message>
    <message>
        <source>now over %1</source>
        <comment>a transport</comment>
        <translation>jetzt über %1</translation>
    </message>
    <message>
        <source>The connection&apos;s last 24 hours cannot be kept in %1: %2. The connection itself is not affected.</source>
        <translation>Die letzten 24 Stunden der Verbindung lassen sich in %1 nicht aufzeichnen: %2. Die Verbindung selbst ist nicht betroffen.</translation>
    </message>
</context>
<context>
    <name>ConnectionBadge</name>
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
</context>
<context>
    <name>ConnectionBanner</name>
    <message>
        <source>This server speaks another version of Frontdesk&apos;s protocol. Update the older of the two.</source>
        <translation>Dieser Server spricht eine andere Version des Protokolls. Aktualisiere die ältere Seite.</translation>
    </message>
    <message>
        <source>Your sign-in has ended. Everything is kept: sign in again and it is sent.</source>
        <translation>Deine Anmeldung ist abgelaufen. Alles bleibt erhalten: Melde dich neu an, dann wird es gesendet.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>%1 Nothing is sent meanwhile; what you write is kept.</source>
        <comment>what is wrong with the certificate</comment>
        <translation>%1 Solange wird nichts gesendet; was du schreibst, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Show the certificate</source>
        <translation>Zertifikat zeigen</translation>
    </message>
</context>
<context>
    <name>ConnectionInspector</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>Jetzt neu verbinden</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>There is no address for the proxy %1</source>
        <translation>Zum Proxy %1 gibt es keine Adresse</translation>
    </message>
    <message>
        <source>There is no address for %1</source>
        <translation>Zu %1 gibt es keine Adresse</translation>
    </message>
    <message>
        <source>%1 (of the proxy)</source>
        <translation>%1 (des Proxys)</translation>
    </message>
    <message>
        <source>Port %1, through the proxy %2</source>
        <translation>Port %1, über den Proxy %2</translation>
    </message>
    <message>
        <source>Port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>%1, certificate of %2</source>
        <translation>%1, Zertifikat von %2</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>%1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>Not asked: nobody is signed in here</source>
        <translation>Nicht gefragt: hier ist niemand angemeldet</translation>
    </message>
    <message>
        <source>Accepted, over %1</source>
        <comment>a transport</comment>
        <translation>Angenommen, über %1</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>Nichts fehlt</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to fetch</source>
        <translation>
            <numerusform>%n Änderung zu holen</numerusform>
            <numerusform>%n Änderungen zu holen</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer from %1 within %2 s</source>
        <translation>Keine Antwort von %1 innerhalb von %2 s</translation>
    </message>
    <message>
        <source>Compare this computer&apos;s clock first. If it is right, nothing can be done here: the server needs another certificate.</source>
        <translation>Vergleiche zuerst die Uhr dieses Computers. Wenn sie richtig geht, ist hier nichts zu machen: Der Server braucht ein anderes Zertifikat.</translation>
    </message>
    <message>
        <source>Compare the address with the names that the certificate is for.</source>
        <translation>Vergleiche die Adresse mit den Namen, für die das Zertifikat gilt.</translation>
    </message>
    <message>
        <source>If your organisation signs its certificates itself, choose its certificate file in the settings. Otherwise somebody may be listening in: do not go on from this network.</source>
        <translation>Wenn deine Organisation ihre Zertifikate selbst ausstellt, wähle deren Zertifikatsdatei in den Einstellungen. Sonst hört vielleicht jemand mit: Mach in diesem Netz nicht weiter.</translation>
    </message>
    <message>
        <source>The computer is there, but no server is running at this port. Check the port, or ask whoever looks after the server.</source>
        <translation>Der Computer ist da, aber an diesem Port läuft kein Server. Prüfe den Port, oder frage, wer den Server betreut.</translation>
    </message>
    <message>
        <source>The server may be switched off, or a firewall on the way keeps the port shut. Try another network.</source>
        <translation>Der Server ist vielleicht ausgeschaltet, oder eine Firewall auf dem Weg hält den Port geschlossen. Versuche es in einem anderen Netz.</translation>
    </message>
    <message>
        <source>Sign in again. Nothing that waits to be sent is lost.</source>
        <translation>Melde dich neu an. Nichts, was auf das Senden wartet, geht verloren.</translation>
    </message>
    <message>
        <source>Update the older of the two, this program or the server.</source>
        <translation>Aktualisiere das Ältere von beiden, dieses Programm oder den Server.</translation>
    </message>
    <message>
        <source>The server is there, but has not said whether it accepts you. It may be very busy: try again in a minute.</source>
        <translation>Der Server ist da, hat aber nicht gesagt, ob er dich annimmt. Vielleicht ist er sehr beschäftigt: Versuche es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>Finding the server</source>
        <translation>Server finden</translation>
    </message>
    <message>
        <source>Reaching it</source>
        <translation>Erreichen</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>Handschlag</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Aufholen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>a step of the test</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>a step of the test</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Passed</source>
        <comment>a step of the test</comment>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Not needed</source>
        <comment>a step of the test</comment>
        <translation>Nicht nötig</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>a step of the test</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not reached</source>
        <comment>a step of the test</comment>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>The proxy on the way does not let this program through. Check the proxy in the settings, with its name and password.</source>
        <translation>Der Proxy auf dem Weg lässt dieses Programm nicht durch. Prüfe den Proxy in den Einstellungen, auch Name und Passwort.</translation>
    </message>
    <message>
        <source>Check how the address is written, and whether this computer is online at all.</source>
        <translation>Prüfe die Schreibweise der Adresse, und ob dieser Computer überhaupt online ist.</translation>
    </message>
    <message>
        <source>Something answers at this port, but not with encryption. Check the address and the port.</source>
        <translation>An diesem Port antwortet etwas, aber nicht verschlüsselt. Prüfe Adresse und Port.</translation>
    </message>
    <message>
        <source>Something takes the call but says nothing. The server may hang, or a proxy on the way swallows the traffic. Try another network.</source>
        <translation>Etwas nimmt den Anruf an, sagt aber nichts. Der Server hängt vielleicht, oder ein Proxy auf dem Weg verschluckt alles. Versuche es in einem anderen Netz.</translation>
    </message>
    <message>
        <source>Something answers at this address, but not as a Frontdesk server does. Check the address; a proxy on the way may also answer in its place.</source>
        <translation>An dieser Adresse antwortet etwas, aber nicht wie ein Frontdesk-Server. Prüfe die Adresse; auch ein Proxy auf dem Weg kann an seiner Stelle antworten.</translation>
    </message>
    <message>
        <source>The way is open, but answers do not come through. A weak network does this, and a server that is very busy.</source>
        <translation>Der Weg ist offen, aber Antworten kommen nicht durch. Das kommt von einem schwachen Netz oder einem sehr beschäftigten Server.</translation>
    </message>
    <message>
        <source>The server does not give what was missed. Tell whoever looks after it; what you have written is kept here meanwhile.</source>
        <translation>Der Server gibt nicht heraus, was verpasst wurde. Sag es denen, die ihn betreuen; was du geschrieben hast, bleibt hier solange erhalten.</translation>
    </message>
    <message>
        <source>There is no name to look up</source>
        <translation>Kein Name nachzuschlagen</translation>
    </message>
    <message>
        <source>Not needed on this computer</source>
        <translation>Auf diesem Computer nicht nötig</translation>
    </message>
</context>
<context>
    <name>ConnectionWords</name>
    <message>
        <source>A conversation</source>
        <translation>Eine Unterhaltung</translation>
    </message>
    <message>
        <source>The team</source>
        <translation>Das Team</translation>
    </message>
    <message>
        <source>Your own things</source>
        <translation>Deine eigenen Dinge</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>The certificate is not trusted</source>
        <translation>Dem Zertifikat wird nicht vertraut</translation>
    </message>
    <message>
        <source>Reconnecting, attempt %1</source>
        <translation>Verbindet neu, Versuch %1</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Aufholen</translation>
    </message>
    <message>
        <source>Connected over HTTP</source>
        <translation>Verbunden über HTTP</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation>Aktualisierung nötig</translation>
    </message>
    <message>
        <source>Something on the way, such as a proxy, does not let WebSocket through. HTTP does the same, a little slower; nothing is lost.</source>
        <translation>Etwas auf dem Weg, etwa ein Proxy, lässt WebSocket nicht durch. HTTP leistet dasselbe, etwas langsamer; nichts geht verloren.</translation>
    </message>
    <message>
        <source>%1, every %2 s</source>
        <comment>a time, seconds</comment>
        <translation>%1, alle %2 s</translation>
    </message>
    <message>
        <source>%1 received, %2 sent</source>
        <translation>%1 empfangen, %2 gesendet</translation>
    </message>
    <message>
        <source>None</source>
        <comment>difference of clocks</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Server %1 ms ahead</source>
        <translation>Server geht %1 ms vor</translation>
    </message>
    <message>
        <source>Server %1 ms behind</source>
        <translation>Server geht %1 ms nach</translation>
    </message>
    <message>
        <source>p50 %1 ms · p99 %2 ms</source>
        <translation>p50 %1 ms · p99 %2 ms</translation>
    </message>
    <message>
        <source>Issued to: %1</source>
        <translation>Ausgestellt für: %1</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>Ausgestellt von: %1</translation>
    </message>
    <message>
        <source>For: %1</source>
        <comment>host names</comment>
        <translation>Gilt für: %1</translation>
    </message>
    <message>
        <source>Valid from %1 to %2</source>
        <translation>Gültig vom %1 bis zum %2</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256): %1</source>
        <translation>Fingerabdruck (SHA-256): %1</translation>
    </message>
    <message>
        <source>%1: change %2</source>
        <translation>%1: Änderung %2</translation>
    </message>
    <message>
        <source>%1: changes %2 to %3</source>
        <translation>%1: Änderungen %2 bis %3</translation>
    </message>
    <message>
        <source>Contacts and deals</source>
        <translation>Kontakte und Deals</translation>
    </message>
</context>
<context>
    <name>ContactPart</name>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verknüpfen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Link a contact</source>
        <translation>Kontakt verknüpfen</translation>
    </message>
    <message>
        <source>Link another contact</source>
        <translation>Anderen Kontakt verknüpfen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New contact from this person</source>
        <translation>Neuer Kontakt aus dieser Person</translation>
    </message>
    <message>
        <source>Nobody is linked. With a contact, deals and tasks stand here.</source>
        <translation>Niemand ist verknüpft. Mit einem Kontakt stehen hier Geschäfte und Aufgaben.</translation>
    </message>
    <message>
        <source>The contact is not known here.</source>
        <translation>Der Kontakt ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation>Im Papierkorb</translation>
    </message>
    <message>
        <source>Open deals</source>
        <translation>Offene Geschäfte</translation>
    </message>
    <message>
        <source>Add a deal</source>
        <translation>Geschäft hinzufügen</translation>
    </message>
    <message>
        <source>Contact of this conversation</source>
        <translation>Kontakt dieser Unterhaltung</translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Companies</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>Neue Firma</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Neuer Kontakt</translation>
    </message>
    <message>
        <source>People or companies</source>
        <translation>Personen oder Firmen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Leave the bin</source>
        <translation>Papierkorb verlassen</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>Niemand passt dazu</translation>
    </message>
    <message>
        <source>No companies yet</source>
        <translation>Noch keine Firmen</translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation>Noch keine Kontakte</translation>
    </message>
    <message>
        <source>Whom you add is there at once, also without a connection.</source>
        <translation>Wen du anlegst, ist sofort da, auch ohne Verbindung.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>All companies</source>
        <translation>Alle Firmen</translation>
    </message>
    <message>
        <source>All contacts</source>
        <translation>Alle Kontakte</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>Doppelte finden</translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Details zeigen</translation>
    </message>
    <message>
        <source>Two values to choose from: show them</source>
        <translation>Zwei Werte zur Wahl: zeigen</translation>
    </message>
    <message>
        <source>Open the conversation again</source>
        <translation>Die Unterhaltung wieder öffnen</translation>
    </message>
    <message>
        <source>Close the conversation</source>
        <translation>Die Unterhaltung abschließen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Shift+E)</source>
        <translation>%1 (Strg+Umschalt+E)</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>New conversation (Ctrl+N)</source>
        <translation>Neue Unterhaltung (Strg+N)</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Filter conversations</source>
        <translation>Unterhaltungen filtern</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Reading your conversations</source>
        <translation>Deine Unterhaltungen werden gelesen</translation>
    </message>
    <message>
        <source>No conversation is called that</source>
        <translation>Keine Unterhaltung heißt so</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Noch keine Unterhaltungen</translation>
    </message>
    <message>
        <source>Start one with somebody of your team, or a group for a topic.</source>
        <translation>Beginne eine mit jemandem aus deinem Team oder eine Gruppe zu einem Thema.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Which conversations</source>
        <translation>Welche Unterhaltungen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts ist offen</translation>
    </message>
    <message>
        <source>Nothing is closed</source>
        <translation>Nichts ist erledigt</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>Waiting to be created</source>
        <translation>Wird noch angelegt</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Noch keine Nachrichten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n ungelesen</numerusform>
            <numerusform>%1, %n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Entwurf: %1</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>labels: %1</source>
        <translation>Etiketten: %1</translation>
    </message>
    <message>
        <source>two values to choose from</source>
        <translation>zwei Werte zur Wahl</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <comment>the first label and how many more</comment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>erledigt</translation>
    </message>
</context>
<context>
    <name>ConversationsPage</name>
    <message>
        <source>No conversation is open</source>
        <translation>Keine Unterhaltung ist offen</translation>
    </message>
    <message>
        <source>Choose one on the left, or press Ctrl+K to jump to anybody.</source>
        <translation>Wähle links eine aus, oder spring mit Strg+K zu jeder Person.</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>No stage</source>
        <translation>Ohne Stufe</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Lost deals</source>
        <translation>Verlorene Deals</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>Ohne Grund</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>%1 · %2 open · %3 messages</source>
        <comment>a person&apos;s deals that are won, open ones, messages</comment>
        <translation>%1 · %2 offen · %3 Nachrichten</translation>
    </message>
    <message>
        <source>Waiting conversations</source>
        <translation>Wartende Unterhaltungen</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>Erste Antwort</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Weighted forecast</source>
        <translation>Gewichtete Prognose</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Gewinnquote</translation>
    </message>
    <message>
        <source>New contacts</source>
        <translation>Neue Kontakte</translation>
    </message>
    <message>
        <source>Open deals</source>
        <translation>Offene Deals</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Time to close</source>
        <translation>Zeit bis zum Abschluss</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>New deals</source>
        <translation>Neue Deals</translation>
    </message>
    <message>
        <source>bn</source>
        <translation>Mrd.</translation>
    </message>
    <message>
        <source>m</source>
        <translation>Mio.</translation>
    </message>
    <message>
        <source>k</source>
        <translation>Tsd.</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>h</translation>
    </message>
    <message>
        <source>d</source>
        <comment>days</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>as of %1</source>
        <comment>figures, a time</comment>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>pt</source>
        <comment>percentage points</comment>
        <translation>Pp.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Dieses Quartal</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>vs yesterday</source>
        <translation>zu gestern</translation>
    </message>
    <message>
        <source>vs last week</source>
        <translation>zur Vorwoche</translation>
    </message>
    <message>
        <source>vs the days before</source>
        <comment>as many days before the month</comment>
        <translation>zu den Tagen davor</translation>
    </message>
    <message>
        <source>vs the days before</source>
        <comment>as many days before the quarter</comment>
        <translation>zu den Tagen davor</translation>
    </message>
    <message>
        <source>vs last year</source>
        <translation>zum Vorjahr</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Agents online</source>
        <translation>Mitarbeitende online</translation>
    </message>
    <message>
        <source>Revenue against %1</source>
        <translation>Umsatz gegen %1</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>%1, in words</source>
        <comment>a series</comment>
        <translation>%1, in Worten</translation>
    </message>
    <message>
        <source>Say which file.</source>
        <translation>Gib an, welche Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Resolution time</source>
        <translation>Zeit bis zum Abschluss</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>DashboardCell</name>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Nothing was won in these two years</source>
        <translation>In diesen zwei Jahren wurde nichts gewonnen</translation>
    </message>
    <message>
        <source>Funnel by stage</source>
        <translation>Trichter nach Stufen</translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>Nach Zuständigen</translation>
    </message>
    <message>
        <source>Why deals were lost</source>
        <translation>Warum Deals verloren gingen</translation>
    </message>
    <message>
        <source>No deals with a value</source>
        <translation>Keine Deals mit einem Wert</translation>
    </message>
    <message>
        <source>Nothing in this period</source>
        <translation>Nichts in diesem Zeitraum</translation>
    </message>
    <message>
        <source>No deal was lost in this period</source>
        <translation>In diesem Zeitraum ging kein Deal verloren</translation>
    </message>
    <message>
        <source>Messages by hour</source>
        <translation>Nachrichten nach Stunden</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Currency of the charts</source>
        <translation>Währung der Diagramme</translation>
    </message>
    <message>
        <source>Show on a wall</source>
        <translation>Auf einer Wand zeigen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Set the wall up…</source>
        <translation>Wand einrichten …</translation>
    </message>
</context>
<context>
    <name>DashboardTile</name>
    <message>
        <source>Show what is behind it</source>
        <translation>Zeigen, was dahintersteht</translation>
    </message>
    <message>
        <source>Alarm…</source>
        <translation>Alarm …</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Nach vorn</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Nach hinten</translation>
    </message>
</context>
<context>
    <name>DealCard</name>
    <message>
        <source>Ctrl and an arrow key move it to another stage</source>
        <translation>Strg und eine Pfeiltaste verschieben ihn in eine andere Phase</translation>
    </message>
</context>
<context>
    <name>DealColumn</name>
    <message numerus="yes">
        <source>%1: %n deals, %2</source>
        <comment>stage, what they are worth</comment>
        <translation>
            <numerusform>%1: %n Deal, %2</numerusform>
            <numerusform>%1: %n Deals, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DealsPage</name>
    <message>
        <source>Deals</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>%1 open · %2 weighted</source>
        <translation>%1 offen · %2 gewichtet</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>Nur meine</translation>
    </message>
    <message>
        <source>Of everybody</source>
        <translation>Von allen</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>Neuer Deal</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>There is no pipeline yet</source>
        <translation>Es gibt noch keine Pipeline</translation>
    </message>
    <message>
        <source>Board or list</source>
        <translation>Tafel oder Liste</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>All deals</source>
        <translation>Alle Geschäfte</translation>
    </message>
    <message>
        <source>Define the stages that deals go through in the settings.</source>
        <translation>Leg die Phasen, die Deals durchlaufen, in den Einstellungen fest.</translation>
    </message>
    <message>
        <source>A manager or an admin defines the stages that deals go through.</source>
        <translation>Die Phasen, die Deals durchlaufen, legt jemand mit Leitungs- oder Verwaltungsrechten fest.</translation>
    </message>
</context>
<context>
    <name>DefinedFieldInput</name>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>DeliveryMark</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Close details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>People of this conversation</source>
        <translation>Personen dieser Unterhaltung</translation>
    </message>
    <message>
        <source>What to do with %1</source>
        <translation>Aktionen zu %1</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>An %1 schreiben</translation>
    </message>
    <message>
        <source>Remove from the group</source>
        <translation>Aus der Gruppe entfernen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Leave %1?</source>
        <translation>%1 verlassen?</translation>
    </message>
    <message>
        <source>The conversation goes from your list, and you get no new messages. Somebody who stays can add you again.</source>
        <translation>Die Unterhaltung verschwindet aus deiner Liste, und du bekommst keine neuen Nachrichten. Wer bleibt, kann dich wieder hinzufügen.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>They keep nothing of this conversation and get no new messages from it.</source>
        <translation>Von dieser Unterhaltung bleibt dort nichts, und neue Nachrichten kommen nicht mehr an.</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Personen hinzufügen</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Mute: no alerts of new messages here</source>
        <translation>Stumm: keine Hinweise auf neue Nachrichten hier</translation>
    </message>
</context>
<context>
    <name>Dialect</name>
    <message>
        <source>The server did not answer in time</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>The connection ended before the server answered</source>
        <translation>Die Verbindung endete, bevor der Server antwortete</translation>
    </message>
    <message>
        <source>The server&apos;s %1 could not be understood: %2</source>
        <translation>Was der Server als %1 schickte, ist unverständlich: %2</translation>
    </message>
    <message>
        <source>What answers at %1 is not a Frontdesk server</source>
        <translation>Was unter %1 antwortet, ist kein Frontdesk-Server</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>%1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address such as https://desk.example.org</source>
        <translation>„%1“ ist keine Adresse wie https://desk.example.org</translation>
    </message>
    <message>
        <source>An address begins with https:// (or http:// on this computer), not with &quot;%1&quot;</source>
        <translation>Eine Adresse beginnt mit https:// (auf diesem Computer auch http://), nicht mit „%1“</translation>
    </message>
    <message>
        <source>http://%1 would send your password and messages unencrypted; use https://</source>
        <translation>http://%1 würde dein Passwort und deine Nachrichten unverschlüsselt senden; nimm https://</translation>
    </message>
    <message>
        <source>The certificate file %1 cannot be read: %2</source>
        <translation>Die Zertifikatsdatei %1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>There is no certificate in %1 (a PEM file is expected)</source>
        <translation>In %1 steht kein Zertifikat (erwartet wird eine PEM-Datei)</translation>
    </message>
    <message>
        <source>The certificate is for %1, not for %2. The address may be wrong, or somebody pretends to be the server.</source>
        <translation>Das Zertifikat gilt für %1, nicht für %2. Vielleicht stimmt die Adresse nicht, oder jemand gibt sich als der Server aus.</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by itself, so nobody vouches for it. If it is your own server, choose its certificate file in the settings.</source>
        <translation>Das Zertifikat von %1 hat sich selbst unterschrieben, niemand bürgt dafür. Wenn es dein eigener Server ist, wähle seine Zertifikatsdatei in den Einstellungen.</translation>
    </message>
    <message>
        <source>The certificate of %1 was issued by %2, whom this computer does not know. If that is your organisation, choose its certificate file in the settings.</source>
        <translation>Das Zertifikat von %1 hat %2 ausgestellt; diese Stelle kennt dieser Computer nicht. Wenn das deine Organisation ist, wähle deren Zertifikatsdatei in den Einstellungen.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired on %2. Whoever looks after the server must renew it; if that cannot be, look at this computer&apos;s clock.</source>
        <translation>Das Zertifikat von %1 ist am %2 abgelaufen. Wer den Server betreut, muss es erneuern; wenn das nicht sein kann, sieh nach der Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid before %2. Look at this computer&apos;s clock.</source>
        <translation>Das Zertifikat von %1 gilt erst ab dem %2. Sieh nach der Uhr dieses Computers.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted: %2</source>
        <translation>Dem Zertifikat von %1 kann nicht vertraut werden: %2</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Is this computer online, and the server running?</source>
        <translation>%1 ist nicht erreichbar. Ist dieser Computer online, und läuft der Server?</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>No encrypted connection to %1 could be made; it is never tried without</source>
        <translation>Zu %1 kam keine verschlüsselte Verbindung zustande; ohne wird es nie versucht</translation>
    </message>
    <message>
        <source>The proxy wants a user and a password, or does not accept those in the settings</source>
        <translation>Der Proxy verlangt Benutzer und Passwort, oder er nimmt die aus den Einstellungen nicht an</translation>
    </message>
    <message>
        <source>The proxy does not let this program through to %1</source>
        <translation>Der Proxy lässt dieses Programm nicht zu %1 durch</translation>
    </message>
    <message>
        <source>%1 refuses this sign-in (%2)</source>
        <translation>%1 weist diese Anmeldung ab (%2)</translation>
    </message>
    <message>
        <source>%1 answers with %2, not as a Frontdesk server does</source>
        <translation>%1 antwortet mit %2, nicht wie ein Frontdesk-Server</translation>
    </message>
    <message>
        <source>What answers at %1 is no Frontdesk server, or something on the way changes what it says</source>
        <translation>Was unter %1 antwortet, ist kein Frontdesk-Server, oder etwas auf dem Weg verändert, was er sagt</translation>
    </message>
    <message>
        <source>A message was larger than the server allows</source>
        <translation>Eine Nachricht war größer, als der Server erlaubt</translation>
    </message>
    <message>
        <source>The server ended the connection</source>
        <translation>Der Server hat die Verbindung beendet</translation>
    </message>
    <message>
        <source>The server has not been heard for too long</source>
        <translation>Vom Server war zu lange nichts zu hören</translation>
    </message>
    <message>
        <source>The connection to %1 broke</source>
        <translation>Die Verbindung zu %1 ist abgebrochen</translation>
    </message>
    <message>
        <source>HTTP polling</source>
        <comment>how the server is reached</comment>
        <translation>HTTP-Abfragen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the address of a proxy such as proxy.example.org:3128 or socks5://127.0.0.1:1080</source>
        <translation>„%1“ ist keine Adresse eines Proxys wie proxy.example.org:3128 oder socks5://127.0.0.1:1080</translation>
    </message>
    <message>
        <source>The server did not answer to each of several commands</source>
        <translation>Der Server hat nicht auf jeden von mehreren Befehlen geantwortet</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop files to attach them</source>
        <translation>Dateien hier ablegen, um sie anzuhängen</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>%1 has the same e-mail address</source>
        <translation>%1 hat dieselbe E-Mail-Adresse</translation>
    </message>
    <message>
        <source>%1 has the same phone number</source>
        <translation>%1 hat dieselbe Telefonnummer</translation>
    </message>
    <message>
        <source>%1 is called alike</source>
        <translation>%1 heißt ähnlich</translation>
    </message>
    <message>
        <source>The same e-mail address and phone number</source>
        <translation>Dieselbe E-Mail-Adresse und Telefonnummer</translation>
    </message>
    <message>
        <source>The same e-mail address</source>
        <translation>Dieselbe E-Mail-Adresse</translation>
    </message>
    <message>
        <source>The same phone number</source>
        <translation>Dieselbe Telefonnummer</translation>
    </message>
    <message>
        <source>Alike names</source>
        <translation>Ähnliche Namen</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Companies that are there twice</source>
        <translation>Firmen, die doppelt da sind</translation>
    </message>
    <message>
        <source>Contacts that are there twice</source>
        <translation>Kontakte, die doppelt da sind</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Comparing all of them</source>
        <translation>Alle werden verglichen</translation>
    </message>
    <message>
        <source>Nobody is there twice.</source>
        <translation>Niemand ist doppelt da.</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Nicht dieselben</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen …</translation>
    </message>
</context>
<context>
    <name>EntriesRow</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>Hinzufügen: %1</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>The quoted text that begins in line %1 is not followed by a delimiter</source>
        <translation>Auf den Text in Anführungszeichen, der in Zeile %1 beginnt, folgt kein Trennzeichen</translation>
    </message>
    <message>
        <source>The quote in line %1 is not closed</source>
        <translation>Das Anführungszeichen in Zeile %1 wird nicht geschlossen</translation>
    </message>
    <message>
        <source>The row has more than %1 fields</source>
        <translation>Die Zeile hat mehr als %1 Felder</translation>
    </message>
    <message>
        <source>The row is longer than %1 characters</source>
        <translation>Die Zeile ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>The row has bytes that are no text</source>
        <translation>Die Zeile enthält Bytes, die kein Text sind</translation>
    </message>
    <message>
        <source>The row has characters that are not %1</source>
        <translation>Die Zeile enthält Zeichen, die nicht %1 sind</translation>
    </message>
    <message>
        <source>The row has %1 fields, the first one %2</source>
        <translation>Die Zeile hat %1 Felder, die erste %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Lost reason</source>
        <translation>Verlustgrund</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation>Erwarteter Abschluss</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>there are more than %1</source>
        <translation>es sind mehr als %1</translation>
    </message>
    <message>
        <source>“%1” is not in %2</source>
        <translation>„%1“ ist nicht in %2</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field, and what is wrong with its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>“%1” is none of: %2</source>
        <translation>„%1“ ist nichts von: %2</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no</source>
        <translation>„%1“ ist weder ja noch nein</translation>
    </message>
    <message>
        <source>“%1” has too many digits</source>
        <translation>„%1“ hat zu viele Stellen</translation>
    </message>
    <message>
        <source>“%1…” is longer than %2 characters</source>
        <translation>„%1…“ ist länger als %2 Zeichen</translation>
    </message>
    <message>
        <source>“%1” is not a date such as 2026-11-29</source>
        <translation>„%1“ ist kein Datum wie 29.11.2026</translation>
    </message>
    <message>
        <source>“%1” is not a percentage between 0 and 100</source>
        <translation>„%1“ ist kein Prozentwert zwischen 0 und 100</translation>
    </message>
    <message>
        <source>“%1” is not a link</source>
        <translation>„%1“ ist kein Link</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address</source>
        <translation>„%1“ ist keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>“%1” is not a phone number</source>
        <translation>„%1“ ist keine Telefonnummer</translation>
    </message>
    <message>
        <source>The card that begins in line %1 has no end</source>
        <translation>Die Karte, die in Zeile %1 beginnt, hat kein Ende</translation>
    </message>
    <message>
        <source>Line %1 is too long</source>
        <translation>Zeile %1 ist zu lang</translation>
    </message>
    <message>
        <source>Line %1 is no property of a vCard</source>
        <translation>Zeile %1 ist keine Eigenschaft einer vCard</translation>
    </message>
    <message>
        <source>Line %1 is not within a card</source>
        <translation>Zeile %1 steht in keiner Karte</translation>
    </message>
    <message>
        <source>The card has more than %1 properties</source>
        <translation>Die Karte hat mehr als %1 Eigenschaften</translation>
    </message>
    <message>
        <source>The card has no name</source>
        <translation>Die Karte hat keinen Namen</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export companies</source>
        <translation>Firmen exportieren</translation>
    </message>
    <message>
        <source>Export deals</source>
        <translation>Deals exportieren</translation>
    </message>
    <message>
        <source>Export contacts</source>
        <translation>Kontakte exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Replace the file</source>
        <translation>Datei ersetzen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message numerus="yes">
        <source>%n records were written to %1.</source>
        <translation>
            <numerusform>%n Datensatz wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Datensätze wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n records that are shown now, in their order.</source>
        <translation>
            <numerusform>Der eine Datensatz, der gerade zu sehen ist.</numerusform>
            <numerusform>Die %n Datensätze, die gerade zu sehen sind, in ihrer Reihenfolge.</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>This file is there already; it will be replaced.</source>
        <translation>Diese Datei gibt es schon; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Alle Dateien (%1)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Those of the view</source>
        <translation>Die der Ansicht</translation>
    </message>
    <message>
        <source>All, to be imported again</source>
        <translation>Alle, um sie wieder zu importieren</translation>
    </message>
</context>
<context>
    <name>FailedPage</name>
    <message>
        <source>This did not open</source>
        <translation>Das ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>FieldDefinitionEditor</name>
    <message>
        <source>Name of the field</source>
        <translation>Name des Feldes</translation>
    </message>
    <message>
        <source>The choices, one a line. What records have already stays with them when a choice goes.</source>
        <translation>Die Auswahl, eine Möglichkeit je Zeile. Was Einträge schon haben, behalten sie, wenn eine Möglichkeit wegfällt.</translation>
    </message>
    <message>
        <source>Choices, one a line</source>
        <translation>Auswahl, eine Möglichkeit je Zeile</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Pflichtfeld</translation>
    </message>
    <message>
        <source>A new record is asked for it, and nobody can empty it again.</source>
        <translation>Bei neuen Einträgen wird danach gefragt, und niemand kann es wieder leeren.</translation>
    </message>
</context>
<context>
    <name>FieldListModel</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Yes/no</source>
        <translation>Ja/Nein</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>%1: empty, change</source>
        <translation>%1: leer, ändern</translation>
    </message>
    <message>
        <source>%1: %2, change</source>
        <translation>%1: %2, ändern</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
</context>
<context>
    <name>FieldsSection</name>
    <message>
        <source>Own fields of contacts, companies and deals</source>
        <translation>Eigene Felder von Kontakten, Firmen und Deals</translation>
    </message>
    <message>
        <source>Whose fields</source>
        <translation>Wessen Felder</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>New field…</source>
        <translation>Neues Feld …</translation>
    </message>
    <message>
        <source>Move “%1” to the bin?</source>
        <translation>„%1“ in den Papierkorb legen?</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Nothing is written in it.</source>
        <translation>Es steht nichts darin.</translation>
    </message>
    <message numerus="yes">
        <source>Something is written in it in %n record(s).</source>
        <translation>
            <numerusform>In %n Eintrag steht etwas darin.</numerusform>
            <numerusform>In %n Einträgen steht etwas darin.</numerusform>
        </translation>
    </message>
    <message>
        <source>The field is no longer shown, asked for or exported, and nobody can write in it. What is written stays, and is there again when the field is taken out of the bin.</source>
        <translation>Das Feld wird nicht mehr gezeigt, erfragt oder exportiert, und niemand kann hineinschreiben. Was darin steht, bleibt und ist wieder da, wenn das Feld aus dem Papierkorb geholt wird.</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>nothing known</source>
        <translation>nichts bekannt</translation>
    </message>
    <message>
        <source>%1: nothing known</source>
        <translation>%1: nichts bekannt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a value and its category</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>from %1 to %2, highest %3, lowest %4</source>
        <translation>von %1 bis %2, am höchsten %3, am niedrigsten %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>the name of a series and how it runs</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a series and its value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a category and its values</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between values</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>a series, a category and the value</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>highest %1 (%2, %3), lowest %4 (%5, %6)</source>
        <translation>am höchsten %1 (%2, %3), am niedrigsten %4 (%5, %6)</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts of a summary</comment>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>FileChip</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>%1, is being fetched</source>
        <translation>%1, wird geholt</translation>
    </message>
    <message>
        <source>%1, is being sent</source>
        <translation>%1, wird gesendet</translation>
    </message>
    <message>
        <source>File %1, %2</source>
        <translation>Datei %1, %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Save %1 as…</source>
        <translation>%1 speichern unter …</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
</context>
<context>
    <name>FilePicture</name>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>FileView</name>
    <message>
        <source>Do not send %1</source>
        <translation>%1 nicht senden</translation>
    </message>
</context>
<context>
    <name>FilesPart</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>The files are being copied…</source>
        <translation>Die Dateien werden kopiert …</translation>
    </message>
    <message>
        <source>Move %1 to the bin</source>
        <translation>%1 in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Do not send %1</source>
        <translation>%1 nicht senden</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Filter %1, remove</source>
        <translation>Filter %1, entfernen</translation>
    </message>
    <message>
        <source>Filter %1, remove. %2</source>
        <translation>Filter %1, entfernen. %2</translation>
    </message>
</context>
<context>
    <name>FilterEditor</name>
    <message>
        <source>Show those of which all of this is true</source>
        <translation>Zeige die, für die all das gilt</translation>
    </message>
    <message>
        <source>There is no condition: all are shown.</source>
        <translation>Keine Bedingung: Alle werden gezeigt.</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Field: %1</source>
        <translation>Feld: %1</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Prüfung: %1</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Compared with: %1</source>
        <translation>Verglichen mit: %1</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
</context>
<context>
    <name>FilterValues</name>
    <message>
        <source>has</source>
        <translation>hat</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>has not</source>
        <translation>hat nicht</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>from</source>
        <translation>ab</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>ist nicht leer</translation>
    </message>
    <message>
        <source>Say what it is compared with.</source>
        <translation>Gib an, womit verglichen wird.</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>Gib eine Zahl ein.</translation>
    </message>
    <message>
        <source>Write a date such as %1.</source>
        <translation>Gib ein Datum wie %1 ein.</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eines von</translation>
    </message>
</context>
<context>
    <name>FlightBand</name>
    <message>
        <source>The last 24 hours: %1</source>
        <translation>Die letzten 24 Stunden: %1</translation>
    </message>
</context>
<context>
    <name>FlightPart</name>
    <message>
        <source>up to %1 ms</source>
        <comment>longest round trip</comment>
        <translation>bis zu %1 ms</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Trying to connect</source>
        <translation>Verbindungsversuch</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Nicht gelaufen</translation>
    </message>
    <message>
        <source>For whoever looks after the server. No message, name or password is in it.</source>
        <translation>Für alle, die den Server betreuen. Keine Nachricht, kein Name und kein Passwort steht darin.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>d MMM</source>
        <comment>a date of this year, as QLocale formats it</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date of another year, as QLocale formats it</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>a day of this year, as QLocale formats it</comment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <comment>a day of another year, as QLocale formats it</comment>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>hh:mm:ss</source>
        <comment>a time with seconds, as QLocale formats it</comment>
        <translation>hh:mm:ss</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Last seen %1</source>
        <comment>a time of today</comment>
        <translation>Zuletzt gesehen um %1</translation>
    </message>
    <message>
        <source>Last seen yesterday, %1</source>
        <comment>a time</comment>
        <translation>Zuletzt gesehen gestern um %1</translation>
    </message>
    <message>
        <source>Last seen on %1</source>
        <comment>a date</comment>
        <translation>Zuletzt gesehen am %1</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <comment>people</comment>
        <translation>
            <numerusform>%n weitere Person</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is here too</source>
        <translation>%1 ist auch hier</translation>
    </message>
    <message>
        <source>%1 are here too</source>
        <comment>several people</comment>
        <translation>%1 sind auch hier</translation>
    </message>
    <message>
        <source>%1 is typing here</source>
        <translation>%1 tippt hier</translation>
    </message>
    <message>
        <source>%1 are typing here</source>
        <comment>several people</comment>
        <translation>%1 tippen hier</translation>
    </message>
    <message>
        <source>%1 is changing this</source>
        <translation>%1 ändert das gerade</translation>
    </message>
    <message>
        <source>%1 are changing this</source>
        <comment>several people</comment>
        <translation>%1 ändern das gerade</translation>
    </message>
    <message>
        <source>%1 is typing</source>
        <translation>%1 schreibt</translation>
    </message>
    <message>
        <source>%1 and %2 are typing</source>
        <translation>%1 und %2 schreiben</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %n other(s) are typing</source>
        <translation>
            <numerusform>%1, %2 und eine weitere Person schreiben</numerusform>
            <numerusform>%1, %2 und %n weitere schreiben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryEntry</name>
    <message>
        <source>%1, %2</source>
        <comment>what happened, when</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>HistoryPart</name>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Show older entries</source>
        <translation>Ältere Einträge zeigen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>HitRow</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Inside a word</source>
        <translation>Im Wortinneren</translation>
    </message>
    <message>
        <source>%1, %2, only on the server: %3</source>
        <translation>%1, %2, nur auf dem Server: %3</translation>
    </message>
    <message>
        <source>Only on the server</source>
        <translation>Nur auf dem Server</translation>
    </message>
</context>
<context>
    <name>ImportColumnRow</name>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>Nothing in the first rows</source>
        <translation>Nichts in den ersten Zeilen</translation>
    </message>
    <message>
        <source>%1 becomes: %2</source>
        <comment>a column, a field</comment>
        <translation>%1 wird: %2</translation>
    </message>
</context>
<context>
    <name>ImportColumnsStep</name>
    <message>
        <source>Parted by</source>
        <translation>Getrennt durch</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Spalten der Datei</translation>
    </message>
    <message>
        <source>Of the first rows, these cannot be imported:</source>
        <translation>Von den ersten Zeilen können diese nicht importiert werden:</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import companies</source>
        <translation>Firmen importieren</translation>
    </message>
    <message>
        <source>Import deals</source>
        <translation>Deals importieren</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>Kontakte importieren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Import abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Try out</source>
        <translation>Ausprobieren</translation>
    </message>
    <message numerus="yes">
        <source>Import %n rows</source>
        <translation>
            <numerusform>%n Zeile importieren</numerusform>
            <numerusform>%n Zeilen importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>ImportFileStep</name>
    <message>
        <source>A CSV file with a row for each contact, or a vCard file. Nothing is changed before you have seen what would come of it.</source>
        <translation>Eine CSV-Datei mit einer Zeile für jeden Kontakt, oder eine vCard-Datei. Es wird nichts geändert, bevor du gesehen hast, was dabei herauskäme.</translation>
    </message>
    <message>
        <source>A CSV file with a row for each. Nothing is changed before you have seen what would come of it.</source>
        <translation>Eine CSV-Datei mit einer Zeile für jeden Datensatz. Es wird nichts geändert, bevor du gesehen hast, was dabei herauskäme.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Contacts (%1)</source>
        <comment>file types</comment>
        <translation>Kontakte (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Alle Dateien (%1)</translation>
    </message>
    <message>
        <source>Tables (%1)</source>
        <comment>file types</comment>
        <translation>Tabellen (%1)</translation>
    </message>
    <message>
        <source>The import of %1 did not come to its end.</source>
        <translation>Der Import von %1 kam nicht zu seinem Ende.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>ImportLine</name>
    <message>
        <source>Importing %1: %2 %</source>
        <translation>%1 wird importiert: %2 %</translation>
    </message>
    <message>
        <source>The import of %1 did not come to its end.</source>
        <translation>Der Import von %1 kam nicht zu seinem Ende.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is imported, but for %n rows.</source>
        <translation>
            <numerusform>%1 ist importiert, bis auf %n Zeile.</numerusform>
            <numerusform>%1 ist importiert, bis auf %n Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is imported.</source>
        <translation>%1 ist importiert.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>ImportRunStep</name>
    <message>
        <source>Trying out %1; nothing is changed yet.</source>
        <translation>%1 wird ausprobiert; noch wird nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing is changed yet. This would come of %1:</source>
        <translation>Noch ist nichts geändert. Das käme bei %1 heraus:</translation>
    </message>
    <message>
        <source>Importing %1. You can close this and go on with something else.</source>
        <translation>%1 wird importiert. Du kannst dies schließen und mit etwas anderem weitermachen.</translation>
    </message>
    <message>
        <source>%1 is imported.</source>
        <translation>%1 ist importiert.</translation>
    </message>
    <message>
        <source>The import of %1 was cancelled. What was made by then stays; going on makes the rest.</source>
        <translation>Der Import von %1 wurde abgebrochen. Was bis dahin angelegt wurde, bleibt; das Fortsetzen legt den Rest an.</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>There is no place for: %1</source>
        <translation>Dafür gibt es keinen Platz: %1</translation>
    </message>
    <message>
        <source>The wrong rows are in %1. Put them right there, and import that file.</source>
        <translation>Die falschen Zeilen stehen in %1. Bring sie dort in Ordnung und importiere diese Datei.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Wrong rows cost nothing but themselves: they go into a file of their own beside this one, to be put right.</source>
        <translation>Falsche Zeilen kosten nur sich selbst: Sie kommen in eine eigene Datei neben dieser, um in Ordnung gebracht zu werden.</translation>
    </message>
</context>
<context>
    <name>JumpToNewest</name>
    <message numerus="yes">
        <source>Jump to the newest, %n new</source>
        <translation>
            <numerusform>Zum Neuesten springen, %n neue</numerusform>
            <numerusform>Zum Neuesten springen, %n neue</numerusform>
        </translation>
    </message>
    <message>
        <source>Jump to the newest</source>
        <translation>Zum Neuesten springen</translation>
    </message>
</context>
<context>
    <name>KpiTile</name>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>gestiegen um %1</translation>
    </message>
    <message>
        <source>down %1</source>
        <translation>gefallen um %1</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>the name of a figure and the figure</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Alarm: %1</source>
        <translation>Alarm: %1</translation>
    </message>
</context>
<context>
    <name>LabelChip</name>
    <message>
        <source>Remove the label %1</source>
        <translation>Das Etikett %1 entfernen</translation>
    </message>
</context>
<context>
    <name>LabelsPart</name>
    <message>
        <source>Labels</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Etikett hinzufügen</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Neues Etikett</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add the label</source>
        <translation>Das Etikett hinzufügen</translation>
    </message>
</context>
<context>
    <name>LatencyCurve</name>
    <message>
        <source>Round trip, now %1 ms</source>
        <translation>Laufzeit, jetzt %1 ms</translation>
    </message>
    <message>
        <source>No round trip measured yet</source>
        <translation>Noch keine Laufzeit gemessen</translation>
    </message>
    <message>
        <source>Not enough measured yet</source>
        <translation>Noch zu wenig gemessen</translation>
    </message>
</context>
<context>
    <name>Launcher</name>
    <message>
        <source>The folder %1 cannot be written: %2. Free some space or choose another folder with --data.</source>
        <translation>In den Ordner %1 kann nicht geschrieben werden: %2. Schaff Platz, oder wähle mit --data einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Which workspace is open could not be remembered: %1</source>
        <translation>Welcher Arbeitsbereich offen ist, ließ sich nicht merken: %1</translation>
    </message>
</context>
<context>
    <name>LedgerPart</name>
    <message>
        <source>Everything that the server has sent has arrived, in order and once.</source>
        <translation>Alles, was der Server gesendet hat, ist angekommen, der Reihe nach und einmal.</translation>
    </message>
    <message>
        <source>Something was lost on the way. It is fetched as soon as the server can be asked.</source>
        <translation>Etwas ging unterwegs verloren. Es wird geholt, sobald der Server gefragt werden kann.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Lost and fetched</source>
        <translation>Verloren und geholt</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Nicht verstanden</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Es fehlen</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>Zu senden</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>What you write is on this computer&apos;s disk before it is sent, and stays there until the server has it.</source>
        <translation>Was du schreibst, liegt auf der Festplatte dieses Computers, bevor es gesendet wird, und bleibt dort, bis der Server es hat.</translation>
    </message>
</context>
<context>
    <name>LiveActivity</name>
    <message>
        <source>Live activity</source>
        <translation>Was gerade geschieht</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
</context>
<context>
    <name>LocalDataSection</name>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Keep messages</source>
        <translation>Nachrichten behalten</translation>
    </message>
    <message>
        <source>Older ones leave this computer and its search. The server keeps them, and they come back where you scroll to them.</source>
        <translation>Ältere verlassen diesen Computer und seine Suche. Der Server behält sie, und sie kommen zurück, wo du zu ihnen blätterst.</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Für immer</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Local data</source>
        <translation>Lokale Daten</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Clear local data</source>
        <translation>Lokale Daten löschen</translation>
    </message>
    <message>
        <source>Clear local data?</source>
        <translation>Lokale Daten löschen?</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>What stays: drafts, what waits to be sent, and everything on the server.</source>
        <translation>Was bleibt: Entwürfe, was auf das Senden wartet, und alles auf dem Server.</translation>
    </message>
    <message>
        <source>Files take at most</source>
        <translation>Dateien belegen höchstens</translation>
    </message>
    <message>
        <source>Those that were used longest ago leave this computer first, and come back when you open them. What waits to be sent stays.</source>
        <translation>Die am längsten nicht benutzten verlassen diesen Computer zuerst und kommen zurück, wenn du sie öffnest. Was auf das Senden wartet, bleibt.</translation>
    </message>
    <message>
        <source>100 MB</source>
        <translation>100 MB</translation>
    </message>
    <message>
        <source>500 MB</source>
        <translation>500 MB</translation>
    </message>
    <message>
        <source>2 GB</source>
        <translation>2 GB</translation>
    </message>
    <message>
        <source>Messages and files are kept as they are, in files that only your account of this computer can read. Who can start it from another disk or has your backups can read them: encrypt the disk.</source>
        <translation>Nachrichten und Dateien liegen hier, wie sie sind, in Dateien, die nur dein Konto auf diesem Computer lesen darf. Wer ihn von einem anderen Datenträger starten kann oder deine Sicherungen hat, kann sie lesen: Verschlüssele die Festplatte.</translation>
    </message>
    <message>
        <source>Messages, people, files and the search index of this workspace</source>
        <translation>Nachrichten, Personen, Dateien und der Suchindex dieses Arbeitsbereichs</translation>
    </message>
    <message>
        <source>All messages, files and the search index are deleted from this computer and read from the server again.</source>
        <translation>Alle Nachrichten, Dateien und der Suchindex werden von diesem Computer gelöscht und wieder vom Server gelesen.</translation>
    </message>
    <message>
        <source>All messages, files and the search index are deleted from this computer. You are not connected: it shows nothing until you are.</source>
        <translation>Alle Nachrichten, Dateien und der Suchindex werden von diesem Computer gelöscht. Du bist nicht verbunden: Bis du es bist, ist nichts zu sehen.</translation>
    </message>
</context>
<context>
    <name>LostDialog</name>
    <message>
        <source>Why was it lost?</source>
        <translation>Warum wurde er verloren?</translation>
    </message>
    <message>
        <source>Mark as lost</source>
        <translation>Als verloren markieren</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Such as price, or no answer</source>
        <translation>Etwa der Preis, oder keine Antwort</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>(%1) %2 – Frontdesk</source>
        <translation>(%1) %2 – Frontdesk</translation>
    </message>
    <message>
        <source>%1 – Frontdesk</source>
        <translation>%1 – Frontdesk</translation>
    </message>
    <message>
        <source>Frontdesk</source>
        <translation>Frontdesk</translation>
    </message>
</context>
<context>
    <name>MentionPicker</name>
    <message>
        <source>People to mention</source>
        <translation>Personen zum Erwähnen</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge into one</source>
        <translation>Zu einem zusammenführen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>This one stays; the other goes to the bin, with a note in both.</source>
        <translation>Dieser bleibt; der andere kommt in den Papierkorb, mit einer Notiz in beiden.</translation>
    </message>
    <message>
        <source>made %1</source>
        <comment>when</comment>
        <translation>angelegt %1</translation>
    </message>
    <message>
        <source>What it will hold</source>
        <translation>Was er enthalten wird</translation>
    </message>
</context>
<context>
    <name>MessageBubble</name>
    <message>
        <source>(edited)</source>
        <translation>(bearbeitet)</translation>
    </message>
    <message>
        <source>edited %1</source>
        <translation>bearbeitet %1</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages with %1</source>
        <translation>Nachrichten mit %1</translation>
    </message>
    <message>
        <source>Loading messages</source>
        <translation>Nachrichten werden geladen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Opening the conversation</source>
        <translation>Die Unterhaltung wird geöffnet</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Noch keine Nachrichten</translation>
    </message>
    <message>
        <source>Write the first one to %1 below.</source>
        <translation>Schreib unten die erste an %1.</translation>
    </message>
    <message>
        <source>Write the first one below.</source>
        <translation>Schreib unten die erste.</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>You, %1: %2. %3</source>
        <translation>Du, %1: %2. %3</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>%1 (edited)</source>
        <comment>the text of a message</comment>
        <translation>%1 (bearbeitet)</translation>
    </message>
    <message>
        <source>“%1” was not taken: %2</source>
        <translation>„%1“ wurde nicht übernommen: %2</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <comment>the text of a message, names of files</comment>
        <translation>%1, mit %2</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>“%1” is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>“%1” can be read in two ways. Write it without signs between groups of digits.</source>
        <translation>„%1“ lässt sich auf zwei Arten lesen. Schreib es ohne Zeichen zwischen den Zifferngruppen.</translation>
    </message>
    <message>
        <source>“%1” is not an amount of money</source>
        <translation>„%1“ ist kein Geldbetrag</translation>
    </message>
    <message>
        <source>The amount is too large</source>
        <translation>Der Betrag ist zu groß</translation>
    </message>
    <message>
        <source>“%1” is not a currency</source>
        <translation>„%1“ ist keine Währung</translation>
    </message>
    <message>
        <source>“%1” has more decimals than %2 has</source>
        <translation>„%1“ hat mehr Nachkommastellen als %2</translation>
    </message>
</context>
<context>
    <name>NameHits</name>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (du)</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>%1, change how others see you</source>
        <translation>%1, ändern, wie andere dich sehen</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>NetworkSection</name>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Applies from the next connection on</source>
        <translation>Gilt ab der nächsten Verbindung</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no proxy</comment>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no certificate file</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Eigener</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>For SOCKS5 write socks5:// before it</source>
        <translation>Für SOCKS5 schreibe socks5:// davor</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Where the proxy asks for one</source>
        <translation>Wenn der Proxy danach fragt</translation>
    </message>
    <message>
        <source>User of the proxy</source>
        <translation>Benutzer des Proxys</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>One is kept where sign-ins are; it is not shown again</source>
        <translation>Eines liegt bei den Anmeldungen; es wird nicht mehr gezeigt</translation>
    </message>
    <message>
        <source>Kept where sign-ins are</source>
        <translation>Wird bei den Anmeldungen aufbewahrt</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>Passwort des Proxys</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
    <message>
        <source>A PEM file of your organisation, trusted besides what this computer trusts</source>
        <translation>Eine PEM-Datei deiner Organisation; sie gilt zusätzlich zu den Zertifikaten dieses Computers</translation>
    </message>
</context>
<context>
    <name>NewConversationDialog</name>
    <message>
        <source>New conversation</source>
        <translation>Neue Unterhaltung</translation>
    </message>
    <message>
        <source>Create group</source>
        <translation>Gruppe anlegen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Name der Gruppe</translation>
    </message>
    <message numerus="yes">
        <source>%n people and you</source>
        <translation>
            <numerusform>%n Person und du</numerusform>
            <numerusform>%n Personen und du</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose one person, or several for a group.</source>
        <translation>Wähle eine Person, oder mehrere für eine Gruppe.</translation>
    </message>
    <message>
        <source>A conversation with %1. Choose more people for a group.</source>
        <translation>Eine Unterhaltung mit %1. Wähle weitere Personen für eine Gruppe.</translation>
    </message>
</context>
<context>
    <name>NewFieldDialog</name>
    <message>
        <source>New field</source>
        <translation>Neues Feld</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Such as size, or customer number</source>
        <translation>Etwa Größe oder Kundennummer</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>It cannot be changed later: what is written in the field would not fit.</source>
        <translation>Sie lässt sich später nicht ändern: Was im Feld steht, würde nicht passen.</translation>
    </message>
    <message>
        <source>Choices, one a line</source>
        <translation>Auswahl, eine Möglichkeit je Zeile</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Pflichtfeld</translation>
    </message>
</context>
<context>
    <name>NewRecordDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value, such as 1200 EUR</source>
        <translation>Wert, etwa 1200 EUR</translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation>Erwarteter Abschluss</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Tätigkeit</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>Neuer Deal</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>Neue Firma</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Neuer Kontakt</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (Pflichtfeld)</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>%1: Enter mentions, an arrow key chooses another, Escape closes</source>
        <translation>%1: Eingabe erwähnt, eine Pfeiltaste wählt jemand anderen, Escape schließt</translation>
    </message>
</context>
<context>
    <name>NoteRow</name>
    <message>
        <source>Move the note “%1” to the bin</source>
        <translation>Notiz „%1“ in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change the note “%1”</source>
        <translation>Notiz „%1“ ändern</translation>
    </message>
</context>
<context>
    <name>NotesPart</name>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Keep note</source>
        <translation>Notiz behalten</translation>
    </message>
    <message>
        <source>Write what was said</source>
        <translation>Gesprächsnotiz schreiben</translation>
    </message>
    <message>
        <source>Keep call</source>
        <translation>Anruf festhalten</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>Eingehender Anruf</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>Ausgehender Anruf</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Verpasster Anruf</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>NowPart</name>
    <message>
        <source>Round trip, last hour</source>
        <translation>Laufzeit, letzte Stunde</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>Herzschlag</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>Neu verbunden</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Last problem</source>
        <translation>Letztes Problem</translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation>Offline gehen</translation>
    </message>
</context>
<context>
    <name>OpenableRow</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n Konflikt</numerusform>
            <numerusform>%n Konflikte</numerusform>
        </translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Move %1 to the bin</source>
        <translation>%1 in den Papierkorb legen</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening your workspace</source>
        <translation>Dein Arbeitsbereich wird geöffnet</translation>
    </message>
</context>
<context>
    <name>OrderHandle</name>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>The arrow keys move it up and down</source>
        <translation>Die Pfeiltasten verschieben nach oben und unten</translation>
    </message>
</context>
<context>
    <name>PeoplePicker</name>
    <message>
        <source>Find people</source>
        <translation>Personen finden</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Nobody else is here yet</source>
        <translation>Noch ist sonst niemand hier</translation>
    </message>
    <message>
        <source>Nobody is called that</source>
        <translation>Niemand heißt so</translation>
    </message>
    <message>
        <source>Add people on the server, then they appear here.</source>
        <translation>Füge auf dem Server Personen hinzu, dann erscheinen sie hier.</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (du)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>Online · Refunds and billing</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>PipelineEditor</name>
    <message>
        <source>Name of the pipeline</source>
        <translation>Name der Pipeline</translation>
    </message>
    <message>
        <source>Deals go through the stages from the first to the last; a deal in one counts by how probable it is.</source>
        <translation>Deals durchlaufen die Phasen von der ersten bis zur letzten; ein Deal zählt darin nach seiner Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>New stage</source>
        <translation>Neue Phase</translation>
    </message>
</context>
<context>
    <name>PipelinesSection</name>
    <message>
        <source>Pipelines</source>
        <translation>Pipelines</translation>
    </message>
    <message>
        <source>New pipeline</source>
        <translation>Neue Pipeline</translation>
    </message>
</context>
<context>
    <name>Platform</name>
    <message>
        <source>&quot;%1&quot; is a file, but a folder is needed there. Move it away or choose another place with --data.</source>
        <translation>„%1“ ist eine Datei, dort wird aber ein Ordner gebraucht. Verschieb sie, oder wähle mit --data einen anderen Ort.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be made. Check who may write above it, or choose another place with --data.</source>
        <translation>Der Ordner „%1“ lässt sich nicht anlegen. Prüf, wer darüber schreiben darf, oder wähle mit --data einen anderen Ort.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be closed to other people of this computer: it belongs to someone else.</source>
        <translation>Der Ordner „%1“ lässt sich nicht vor anderen an diesem Computer schützen: Er gehört jemand anderem.</translation>
    </message>
    <message>
        <source>The sign-in could not be kept in &quot;%1&quot; (%2). You will be asked for the password at the next start.</source>
        <translation>Die Anmeldung ließ sich nicht in „%1“ aufbewahren (%2). Beim nächsten Start wirst du nach dem Passwort gefragt.</translation>
    </message>
    <message>
        <source>The kept sign-in in &quot;%1&quot; cannot be read (%2).</source>
        <translation>Die aufbewahrte Anmeldung in „%1“ ist nicht lesbar (%2).</translation>
    </message>
    <message>
        <source>The kept sign-in in &quot;%1&quot; cannot be removed (%2).</source>
        <translation>Die aufbewahrte Anmeldung in „%1“ lässt sich nicht entfernen (%2).</translation>
    </message>
    <message>
        <source>No keychain was found on this computer. Sign-ins are kept in a file that only your account can read: %1</source>
        <translation>Auf diesem Computer wurde kein Schlüsselbund gefunden. Anmeldungen liegen in einer Datei, die nur dein Konto lesen kann: %1</translation>
    </message>
    <message>
        <source>The keychain refused access. The sign-in is not kept; you will be asked for the password at the next start.</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert. Die Anmeldung wird nicht aufbewahrt; beim nächsten Start wirst du nach dem Passwort gefragt.</translation>
    </message>
    <message>
        <source>No keychain on this computer can be reached (%1).</source>
        <translation>Kein Schlüsselbund dieses Computers ist erreichbar (%1).</translation>
    </message>
    <message>
        <source>The keychain failed: %1</source>
        <translation>Der Schlüsselbund meldet einen Fehler: %1</translation>
    </message>
    <message>
        <source>Sign-ins are kept in this computer&apos;s keychain.</source>
        <translation>Anmeldungen liegen im Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>Frontdesk is running already (process %1) but does not answer. End that process and start Frontdesk again.</source>
        <translation>Frontdesk läuft schon (Prozess %1), antwortet aber nicht. Beende diesen Prozess und starte Frontdesk neu.</translation>
    </message>
    <message>
        <source>The data folder cannot be locked: &quot;%1&quot; cannot be written.</source>
        <translation>Der Datenordner lässt sich nicht sperren: „%1“ ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>Frontdesk cannot listen for later starts (%1).</source>
        <translation>Frontdesk kann nicht auf spätere Starts warten (%1).</translation>
    </message>
    <message>
        <source>This computer has no notifications that can be reached: the window asks for attention instead, without a sound.</source>
        <translation>Dieser Computer hat keine Benachrichtigungen, die erreichbar sind: Stattdessen bittet das Fenster um Aufmerksamkeit, ohne Ton.</translation>
    </message>
    <message>
        <source>Alerts are notifications of this computer, which make no sound here.</source>
        <translation>Hinweise sind Benachrichtigungen dieses Computers, die hier keinen Ton machen.</translation>
    </message>
    <message>
        <source>Alerts are notifications of this computer.</source>
        <translation>Hinweise sind Benachrichtigungen dieses Computers.</translation>
    </message>
    <message>
        <source>Frontdesk cannot use this system&apos;s notifications yet: its window asks for attention instead, without a sound.</source>
        <translation>Frontdesk kann die Benachrichtigungen dieses Systems noch nicht nutzen: Stattdessen bittet das Fenster um Aufmerksamkeit, ohne Ton.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>PresenceMenu</name>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Last problems</source>
        <translation>Letzte Probleme</translation>
    </message>
    <message>
        <source>None since Frontdesk was started</source>
        <translation>Keine, seit Frontdesk gestartet wurde</translation>
    </message>
</context>
<context>
    <name>ProfileField</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>Speichern: %1</translation>
    </message>
</context>
<context>
    <name>ProfileSection</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Others see it beside what you write</source>
        <translation>Andere sehen ihn bei dem, was du schreibst</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>Über dich</translation>
    </message>
    <message>
        <source>What you do here, in one line</source>
        <translation>Was du hier machst, in einer Zeile</translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n ungelesen</numerusform>
            <numerusform>%1, %n ungelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordDetails</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Take out of the bin</source>
        <translation>Aus dem Papierkorb holen</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>In den Papierkorb legen</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>This is in the bin. Nobody finds it until somebody takes it out.</source>
        <translation>Das liegt im Papierkorb. Niemand findet es, bis jemand es herausholt.</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Deals</translation>
    </message>
    <message>
        <source>Add a deal</source>
        <translation>Deal hinzufügen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>RecordPicker</name>
    <message>
        <source>None</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
</context>
<context>
    <name>RecordPortrait</name>
    <message>
        <source>Add a picture of %1</source>
        <translation>Ein Bild von %1 hinzufügen</translation>
    </message>
    <message>
        <source>Picture of %1</source>
        <translation>Bild von %1</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>Ein Bild hinzufügen</translation>
    </message>
    <message>
        <source>Change the picture</source>
        <translation>Das Bild ändern</translation>
    </message>
    <message>
        <source>Change the picture…</source>
        <translation>Das Bild ändern …</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Das Bild entfernen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Do not send the picture</source>
        <translation>Das Bild nicht senden</translation>
    </message>
</context>
<context>
    <name>RecordSentence</name>
    <message>
        <source>You</source>
        <comment>who did it</comment>
        <translation>Du</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who: text of a note</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 created this</source>
        <comment>Lena Roth created this</comment>
        <translation>%1 hat dies angelegt</translation>
    </message>
    <message>
        <source>%1 added %2</source>
        <comment>Lena Roth added Annual plan</comment>
        <translation>%1 hat %2 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 moved %2 to the bin</source>
        <translation>%1 hat %2 in den Papierkorb gelegt</translation>
    </message>
    <message>
        <source>%1 restored %2</source>
        <translation>%1 hat %2 aus dem Papierkorb geholt</translation>
    </message>
    <message>
        <source>%1 moved %2 to %3</source>
        <comment>Lena moved Annual plan to Proposal</comment>
        <translation>%1 hat %2 nach %3 verschoben</translation>
    </message>
    <message>
        <source>%1 finished %2</source>
        <translation>%1 hat %2 erledigt</translation>
    </message>
    <message>
        <source>%1 opened %2 again</source>
        <translation>%1 hat %2 wieder geöffnet</translation>
    </message>
    <message>
        <source>%1 set %2</source>
        <comment>who, which fields</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 set %2 of %3</source>
        <translation>%1 – %3: %2</translation>
    </message>
    <message>
        <source>%1 changed something that this version does not know</source>
        <translation>%1 hat etwas geändert, das diese Version nicht kennt</translation>
    </message>
    <message>
        <source>this</source>
        <comment>Lena moved this to Proposal</comment>
        <translation>dies</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>old or new value of a field</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field: old → new</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field: new</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>list: what came and went</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 wrote: %2</source>
        <comment>who: text of a message</comment>
        <translation>%1 schrieb: %2</translation>
    </message>
    <message>
        <source>%1 · %2: %3</source>
        <comment>who, outgoing call: what was said</comment>
        <translation>%1 · %2: %3</translation>
    </message>
    <message>
        <source>%1, %2 min</source>
        <comment>Incoming call, 12 min</comment>
        <translation>%1, %2 min</translation>
    </message>
</context>
<context>
    <name>RecordTable</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message numerus="yes">
        <source>%n fields with two values</source>
        <translation>
            <numerusform>%n Feld mit zwei Werten</numerusform>
            <numerusform>%n Felder mit zwei Werten</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Wartet aufs Senden</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Keine auswählen</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 auswählen</translation>
    </message>
</context>
<context>
    <name>RecordTexts</name>
    <message>
        <source>%1 %2</source>
        <comment>Today 09:41</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Write a number between 0 and 100.</source>
        <translation>Gib eine Zahl zwischen 0 und 100 ein.</translation>
    </message>
    <message>
        <source>Write a date such as %1.</source>
        <translation>Gib ein Datum ein, etwa %1.</translation>
    </message>
    <message>
        <source>Write an amount and a currency, such as %1.</source>
        <translation>Gib einen Betrag und eine Währung ein, etwa %1.</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>Gib eine Zahl ein.</translation>
    </message>
    <message>
        <source>This cannot be kept.</source>
        <translation>Das kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day of this year</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>A stage that is not known</source>
        <translation>Eine unbekannte Phase</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>Lost (too expensive)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>You</source>
        <comment>an owner</comment>
        <translation>Du</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>Das darf nicht leer sein.</translation>
    </message>
    <message numerus="yes">
        <source>This is longer than %n character(s).</source>
        <translation>
            <numerusform>Das ist länger als %n Zeichen.</numerusform>
            <numerusform>Das ist länger als %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write an address such as https://example.org.</source>
        <translation>Gib eine Adresse ein wie https://example.org.</translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <comment>a stage, how probable</comment>
        <translation>%1 (%2 %)</translation>
    </message>
    <message>
        <source>There is no such field any more.</source>
        <translation>Dieses Feld gibt es nicht mehr.</translation>
    </message>
</context>
<context>
    <name>RecordWords</name>
    <message>
        <source>Name of the group</source>
        <translation>Name der Gruppe</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>Über dich</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Tätigkeit</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Expected close</source>
        <translation>Erwarteter Abschluss</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation>Im Papierkorb</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Interessent</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>Qualifiziert</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>The new contact “%1”</source>
        <translation>Der neue Kontakt „%1“</translation>
    </message>
    <message>
        <source>The new company “%1”</source>
        <translation>Die neue Firma „%1“</translation>
    </message>
    <message>
        <source>The new deal “%1”</source>
        <translation>Der neue Deal „%1“</translation>
    </message>
    <message>
        <source>The new task “%1”</source>
        <translation>Die neue Aufgabe „%1“</translation>
    </message>
    <message>
        <source>Your note “%1”</source>
        <translation>Deine Notiz „%1“</translation>
    </message>
    <message>
        <source>What you made new, “%1”,</source>
        <translation>Was du neu angelegt hast, „%1“,</translation>
    </message>
    <message>
        <source>Statuses</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Target of a month</source>
        <translation>Monatsziel</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Pflichtfeld</translation>
    </message>
    <message>
        <source>Who sees whose contacts and deals</source>
        <translation>Wer wessen Kontakte und Deals sieht</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Mentioned</source>
        <translation>Erwähnt</translation>
    </message>
    <message>
        <source>Names of those who are mentioned</source>
        <translation>Namen der Erwähnten</translation>
    </message>
    <message>
        <source>Your file “%1”</source>
        <translation>Deine Datei „%1“</translation>
    </message>
    <message>
        <source>Place among the fields</source>
        <translation>Platz unter den Feldern</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>Eingehender Anruf</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>Ausgehender Anruf</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Verpasster Anruf</translation>
    </message>
</context>
<context>
    <name>RefusedChanges</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>RefusedChangesModel</name>
    <message>
        <source>Your message “%1”</source>
        <translation>Deine Nachricht „%1“</translation>
    </message>
    <message>
        <source>Your changed message “%1”</source>
        <translation>Deine geänderte Nachricht „%1“</translation>
    </message>
    <message>
        <source>A read position</source>
        <translation>Ein Lesestand</translation>
    </message>
    <message>
        <source>The new group “%1”</source>
        <translation>Die neue Gruppe „%1“</translation>
    </message>
    <message>
        <source>A new conversation</source>
        <translation>Eine neue Unterhaltung</translation>
    </message>
    <message>
        <source>The conversation with %1</source>
        <translation>Die Unterhaltung mit %1</translation>
    </message>
    <message>
        <source>%1, “%2”,</source>
        <comment>Name of the group, “Sales”,</comment>
        <translation>%1, „%2“,</translation>
    </message>
    <message>
        <source>A change of the labels (%1)</source>
        <translation>Eine Änderung der Etiketten (%1)</translation>
    </message>
    <message>
        <source>A change of the members</source>
        <translation>Eine Änderung der Mitglieder</translation>
    </message>
    <message>
        <source>A change</source>
        <translation>Eine Änderung</translation>
    </message>
    <message>
        <source>What your devices share (%1)</source>
        <translation>Was deine Geräte teilen (%1)</translation>
    </message>
    <message>
        <source>A change (%1)</source>
        <comment>of which fields</comment>
        <translation>Eine Änderung (%1)</translation>
    </message>
</context>
<context>
    <name>RelatedPart</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename the group</source>
        <translation>Gruppe umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>RowCounts</name>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>To be made</source>
        <translation>Anzulegen</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>Schon da</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Companies to be made</source>
        <translation>Anzulegende Firmen</translation>
    </message>
    <message>
        <source>Companies made</source>
        <translation>Angelegte Firmen</translation>
    </message>
    <message>
        <source>Notes to be made</source>
        <translation>Anzulegende Notizen</translation>
    </message>
    <message>
        <source>Notes made</source>
        <translation>Angelegte Notizen</translation>
    </message>
</context>
<context>
    <name>RowProblems</name>
    <message>
        <source>What is wrong</source>
        <translation>Was falsch ist</translation>
    </message>
</context>
<context>
    <name>SaveChartDialog</name>
    <message>
        <source>%1 cannot be written. Its name has to end in .png.</source>
        <translation>%1 kann nicht geschrieben werden. Der Name muss auf .png enden.</translation>
    </message>
    <message>
        <source>Save “%1” as a picture</source>
        <translation>„%1“ als Bild sichern</translation>
    </message>
    <message>
        <source>Save “%1” as CSV</source>
        <translation>„%1“ als CSV sichern</translation>
    </message>
    <message>
        <source>Replace the file</source>
        <translation>Die Datei ersetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>Exactly these words, one after the other</source>
        <translation>Genau diese Wörter hintereinander</translation>
    </message>
    <message>
        <source>Written by somebody; from:me for your own</source>
        <translation>Von jemandem geschrieben; from:me für deine eigenen</translation>
    </message>
    <message>
        <source>In a conversation</source>
        <translation>In einer Unterhaltung</translation>
    </message>
    <message>
        <source>With a link</source>
        <translation>Mit einem Link</translation>
    </message>
    <message>
        <source>From that day on; also today and yesterday</source>
        <translation>Von diesem Tag an; auch today (heute) und yesterday (gestern)</translation>
    </message>
    <message>
        <source>Before that day, month or year</source>
        <translation>Vor diesem Tag, Monat oder Jahr</translation>
    </message>
    <message>
        <source>Without a word</source>
        <translation>Ohne ein Wort</translation>
    </message>
    <message>
        <source>Type words in any language; their beginnings are enough. To narrow it down:</source>
        <translation>Tippe Wörter in beliebiger Sprache; ihre Anfänge genügen. Zum Eingrenzen:</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>In conversations that are open; is:closed in those that are closed</source>
        <translation>In offenen Unterhaltungen; is:closed in erledigten</translation>
    </message>
    <message>
        <source>With a file or a picture</source>
        <translation>Mit einer Datei oder einem Bild</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Beste Treffer</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Wird gesucht</translation>
    </message>
    <message>
        <source>It could not be searched</source>
        <translation>Die Suche ist nicht gelungen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Search messages, conversations and people</source>
        <translation>Nachrichten, Unterhaltungen und Personen suchen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Fewer words or filters find more.</source>
        <translation>Weniger Wörter oder Filter finden mehr.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Changing: %1 %</source>
        <translation>Wird geändert: %1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose all %1</source>
        <translation>Alle %1 auswählen</translation>
    </message>
    <message>
        <source>Set status</source>
        <translation>Status setzen</translation>
    </message>
    <message>
        <source>Set owner</source>
        <translation>Zuständige setzen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Take out of the bin</source>
        <translation>Aus dem Papierkorb holen</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Keine auswählen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Add to all</source>
        <translation>Allen hinzufügen</translation>
    </message>
    <message>
        <source>Take from all</source>
        <translation>Von allen entfernen</translation>
    </message>
    <message>
        <source>Set a field</source>
        <translation>Feld setzen</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Stronger text and visible edges</source>
        <translation>Kräftigere Schrift und sichtbare Ränder</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Nothing slides, fades or bounces</source>
        <translation>Nichts gleitet, blendet oder hüpft</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Frontdesk %1</source>
        <translation>Frontdesk %1</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Icons: Lucide (ISC licence).</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Symbole: Lucide (ISC-Lizenz).</translation>
    </message>
    <message>
        <source>Sign out of %1?</source>
        <translation>Von %1 abmelden?</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Open it again whenever you like.</source>
        <translation>Alles bleibt auf diesem Computer. Öffne es wieder, wann immer du willst.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) still wait to be sent. They are kept on this computer, with your drafts, and sent after you sign in again; the messages here are deleted, the server keeps them.</source>
        <translation>
            <numerusform>Eine Änderung wartet noch auf das Senden. Sie bleibt mit deinen Entwürfen auf diesem Computer und wird gesendet, wenn du dich wieder anmeldest; die Nachrichten hier werden gelöscht, der Server behält sie.</numerusform>
            <numerusform>%n Änderungen warten noch auf das Senden. Sie bleiben mit deinen Entwürfen auf diesem Computer und werden gesendet, wenn du dich wieder anmeldest; die Nachrichten hier werden gelöscht, der Server behält sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>The messages on this computer are deleted; the server keeps them, and drafts stay here. You will need your password to come back.</source>
        <translation>Die Nachrichten auf diesem Computer werden gelöscht; der Server behält sie, und Entwürfe bleiben hier. Um zurückzukommen, brauchst du dein Passwort.</translation>
    </message>
    <message>
        <source>Your devices</source>
        <translation>Deine Geräte</translation>
    </message>
    <message>
        <source>Share settings between my devices</source>
        <translation>Einstellungen zwischen meinen Geräten teilen</translation>
    </message>
    <message>
        <source>Theme, contrast, motion and language; not what is about this computer</source>
        <translation>Farben, Kontrast, Bewegung und Sprache; nicht, was diesen Computer betrifft</translation>
    </message>
    <message>
        <source>Share drafts</source>
        <translation>Entwürfe teilen</translation>
    </message>
    <message>
        <source>What you begin on one device is there on the others. What you type here is never replaced.</source>
        <translation>Was du auf einem Gerät beginnst, ist auf den anderen da. Was du hier tippst, wird nie ersetzt.</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Working</source>
        <translation>Arbeitet</translation>
    </message>
</context>
<context>
    <name>StageRow</name>
    <message>
        <source>Name of the stage</source>
        <translation>Name der Phase</translation>
    </message>
    <message>
        <source>How probable a deal in %1 is, per cent</source>
        <translation>Wie wahrscheinlich ein Deal in %1 ist, in Prozent</translation>
    </message>
    <message>
        <source>%1 is: %2</source>
        <comment>a stage, open or won or lost</comment>
        <translation>%1 ist: %2</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>StatusRow</name>
    <message>
        <source>Name of the status</source>
        <translation>Name des Status</translation>
    </message>
    <message>
        <source>Colour of %1: %2</source>
        <translation>Farbe von %1: %2</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>StatusesSection</name>
    <message>
        <source>Statuses of contacts, and the target</source>
        <translation>Status von Kontakten und das Ziel</translation>
    </message>
    <message>
        <source>New status</source>
        <translation>Neuer Status</translation>
    </message>
    <message>
        <source>Revenue target of a month</source>
        <translation>Umsatzziel eines Monats</translation>
    </message>
    <message>
        <source>The dashboard compares with it what is won; empty: with nothing</source>
        <translation>Das Dashboard vergleicht damit, was gewonnen wird; leer: mit nichts</translation>
    </message>
    <message>
        <source>Such as 50000 EUR</source>
        <translation>Etwa 50000 EUR</translation>
    </message>
    <message>
        <source>Remove the status “%1”?</source>
        <translation>Den Status „%1“ entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>No contact has it.</source>
        <translation>Kein Kontakt hat ihn.</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) have it. They keep it until they get another one; nobody can be given it any more.</source>
        <translation>
            <numerusform>%n Kontakt hat ihn. Er behält ihn, bis er einen anderen bekommt; vergeben werden kann er nicht mehr.</numerusform>
            <numerusform>%n Kontakte haben ihn. Sie behalten ihn, bis sie einen anderen bekommen; vergeben werden kann er nicht mehr.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>Rows after %1 do not follow the cursor %2.</source>
        <translation>Zeilen nach %1 schließen nicht an den Stand %2 an.</translation>
    </message>
    <message>
        <source>A snapshot has to begin with its first page.</source>
        <translation>Ein Abbild muss mit seiner ersten Seite beginnen.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing can be saved in %1. Free some space and try again; what was saved before is safe.</source>
        <translation>Der Datenträger ist voll, deshalb kann in %1 nichts gespeichert werden. Schaff Platz und versuch es erneut; was schon gespeichert war, ist sicher.</translation>
    </message>
    <message>
        <source>%1 cannot be written to. Make it writable for you, or choose another data folder, and try again.</source>
        <translation>In %1 kann nicht geschrieben werden. Erlaub dir das Schreiben, oder wähle einen anderen Datenordner, und versuch es erneut.</translation>
    </message>
    <message>
        <source>Another program is using %1. Close it, or use its window, and try again.</source>
        <translation>Ein anderes Programm benutzt %1. Schließ es oder benutze sein Fenster, und versuch es erneut.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Frontdesk. Update Frontdesk to open it; nothing in it was changed.</source>
        <translation>%1 wurde von einer neueren Version von Frontdesk geschrieben. Aktualisiere Frontdesk, um es zu öffnen; nichts darin wurde verändert.</translation>
    </message>
    <message>
        <source>%1 is damaged. Restart Frontdesk: it sets the damaged file aside and repairs what it can.</source>
        <translation>%1 ist beschädigt. Starte Frontdesk neu: Es legt die beschädigte Datei beiseite und rettet, was geht.</translation>
    </message>
    <message>
        <source>%1 could not be read or written (%2). Check the disk, then restart Frontdesk.</source>
        <translation>%1 ließ sich nicht lesen oder schreiben (%2). Prüf den Datenträger und starte Frontdesk neu.</translation>
    </message>
    <message>
        <source>The local copy of your conversations was damaged. It was set aside as %1 and is read from the server again.</source>
        <translation>Die lokale Kopie deiner Unterhaltungen war beschädigt. Sie liegt jetzt als %1 beiseite und wird neu vom Server gelesen.</translation>
    </message>
    <message>
        <source>The file with your unsent messages was damaged. %1 and %2 could be read and are kept; the damaged file was set aside as %3.</source>
        <translation>Die Datei mit deinen ungesendeten Nachrichten war beschädigt. %1 und %2 waren lesbar und sind erhalten; die beschädigte Datei liegt als %3 beiseite.</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent change(s)</source>
        <translation>
            <numerusform>%n ungesendete Änderung</numerusform>
            <numerusform>%n ungesendete Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n Entwurf</numerusform>
            <numerusform>%n Entwürfe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsent change(s) are in a form that this version does not know. They are kept and not sent.</source>
        <translation>
            <numerusform>%n ungesendete Änderung hat eine Form, die diese Version nicht kennt. Sie bleibt erhalten und wird nicht gesendet.</numerusform>
            <numerusform>%n ungesendete Änderungen haben eine Form, die diese Version nicht kennt. Sie bleiben erhalten und werden nicht gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is neither waiting nor refused any more, so nothing was changed.</source>
        <translation>Es wartet nicht mehr und ist nicht mehr abgelehnt; deshalb wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; is no longer on this computer. Attach it again.</source>
        <translation>Die Datei „%1“ ist nicht mehr auf diesem Computer. Hänge sie noch einmal an.</translation>
    </message>
    <message>
        <source>What has arrived of &quot;%1&quot; is not what was announced. Try again.</source>
        <translation>Was von „%1“ angekommen ist, ist nicht das Angekündigte. Versuche es noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check that it is a file and that you may read it.</source>
        <translation>%1 kann nicht gelesen werden. Prüfe, ob es eine Datei ist und ob du sie lesen darfst.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty, so there is nothing to send.</source>
        <translation>„%1“ ist leer, es gibt also nichts zu senden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too large: a file may have at most %2.</source>
        <translation>„%1“ ist zu groß: Eine Datei darf höchstens %2 haben.</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>It is on its way to the server and cannot be called back</source>
        <translation>Es ist schon unterwegs zum Server und lässt sich nicht zurückholen</translation>
    </message>
    <message>
        <source>The server has gone back to an earlier state, as after restoring a backup. Recent messages may be missing from it; this computer now shows what the server has.</source>
        <translation>Der Server ist auf einen früheren Stand zurückgegangen, etwa nach dem Einspielen einer Sicherung. Neuere Nachrichten können dort fehlen; dieser Computer zeigt jetzt, was der Server hat.</translation>
    </message>
    <message>
        <source>The server had this and has lost it, as after restoring a backup. Send it again, or discard it.</source>
        <translation>Der Server hatte dies und hat es verloren, etwa nach dem Einspielen einer Sicherung. Sende es noch einmal oder verwirf es.</translation>
    </message>
    <message>
        <source>The server&apos;s snapshot does not say where it was taken</source>
        <translation>Das Abbild des Servers sagt nicht, an welcher Stelle es entstand</translation>
    </message>
    <message>
        <source>The server&apos;s journal page does not continue where this client is</source>
        <translation>Die Seite aus dem Journal des Servers schließt nicht an den hiesigen Stand an</translation>
    </message>
    <message>
        <source>What is kept here belongs to %1. It is neither shown to %2 nor sent in their name.</source>
        <translation>Was hier aufbewahrt ist, gehört %1. Es wird %2 weder gezeigt noch unter diesem Namen gesendet.</translation>
    </message>
    <message>
        <source>The sign-in has expired. Sign in again.</source>
        <translation>Die Anmeldung ist abgelaufen. Melde dich neu an.</translation>
    </message>
</context>
<context>
    <name>TableBar</name>
    <message>
        <source>%1, changed</source>
        <comment>a saved view</comment>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Ansicht: %1</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message numerus="yes">
        <source>%n conditions</source>
        <translation>
            <numerusform>%n Bedingung</numerusform>
            <numerusform>%n Bedingungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>TableHeading</name>
    <message>
        <source>%1, sorted from the last to the first</source>
        <translation>%1, absteigend sortiert</translation>
    </message>
    <message>
        <source>%1, sorted from the first to the last</source>
        <translation>%1, aufsteigend sortiert</translation>
    </message>
    <message>
        <source>Alt and an arrow key make it wider or narrower</source>
        <translation>Alt und eine Pfeiltaste machen die Spalte breiter oder schmaler</translation>
    </message>
</context>
<context>
    <name>TasksPart</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <translation>%1, fällig %2</translation>
    </message>
    <message>
        <source>Overdue: %1</source>
        <translation>Überfällig: %1</translation>
    </message>
    <message>
        <source>Another task</source>
        <translation>Noch eine Aufgabe</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Day on which it is due</source>
        <translation>Tag, an dem sie fällig ist</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add the task</source>
        <translation>Aufgabe hinzufügen</translation>
    </message>
</context>
<context>
    <name>TeamDialog</name>
    <message>
        <source>New team</source>
        <translation>Neues Team</translation>
    </message>
    <message>
        <source>Change the team</source>
        <translation>Team ändern</translation>
    </message>
    <message>
        <source>Make the team</source>
        <translation>Team anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Find people</source>
        <translation>Personen finden</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Nobody is here yet</source>
        <translation>Noch ist niemand hier</translation>
    </message>
    <message>
        <source>Nobody is called “%1”</source>
        <translation>Niemand heißt „%1“</translation>
    </message>
    <message>
        <source>People appear here as soon as the server has told about them.</source>
        <translation>Personen erscheinen hier, sobald der Server von ihnen berichtet.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>TeamsSection</name>
    <message>
        <source>Teams and visibility</source>
        <translation>Teams und Sichtbarkeit</translation>
    </message>
    <message>
        <source>Who sees whose contacts and deals</source>
        <translation>Wer wessen Kontakte und Deals sieht</translation>
    </message>
    <message>
        <source>Contacts, companies and deals that belong to somebody, and what is about them. Managers and admins see all, and everybody sees what is nobody&apos;s.</source>
        <translation>Kontakte, Firmen und Deals, für die jemand zuständig ist, und alles dazu. Wer leitet oder verwaltet, sieht alle; wofür niemand zuständig ist, sehen alle.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Their team</source>
        <translation>Ihr Team</translation>
    </message>
    <message>
        <source>Their owner</source>
        <translation>Zuständige</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>There are no teams yet</source>
        <translation>Es gibt noch keine Teams</translation>
    </message>
    <message>
        <source>Another team</source>
        <translation>Noch ein Team</translation>
    </message>
    <message>
        <source>People of one team see what belongs to each other when that is chosen above</source>
        <translation>Im selben Team sehen alle, wofür die anderen zuständig sind, wenn das oben gewählt ist</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Neues Team</translation>
    </message>
</context>
<context>
    <name>TestPart</name>
    <message>
        <source>Goes the whole way to the server, step by step, beside the connection. Nothing is sent in your name.</source>
        <translation>Geht Schritt für Schritt den ganzen Weg zum Server, neben der Verbindung. In deinem Namen wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>Schritte des Tests</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Ctrl K</source>
        <translation>Strg K</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Search or jump to…</source>
        <translation>Suchen oder springen zu …</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Cannot write: %1</source>
        <translation>Das kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>a column: when</comment>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Last change</source>
        <comment>a column: when</comment>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Your role lets you read only</source>
        <translation>Deine Rolle lässt dich nur lesen</translation>
    </message>
    <message>
        <source>Line %1: </source>
        <translation>Zeile %1: </translation>
    </message>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>There is nothing in %1</source>
        <translation>In %1 steht nichts</translation>
    </message>
    <message>
        <source>The headings of %1 cannot be read: %2</source>
        <translation>Die Überschriften von %1 können nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 has no column “%2”</source>
        <translation>%1 hat keine Spalte „%2“</translation>
    </message>
    <message>
        <source>There is no field “%1”</source>
        <translation>Es gibt kein Feld „%1“</translation>
    </message>
    <message>
        <source>%1 has fewer columns now</source>
        <translation>%1 hat jetzt weniger Spalten</translation>
    </message>
    <message>
        <source>Problems</source>
        <comment>a column</comment>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>There is a file %1 already</source>
        <translation>Es gibt schon eine Datei %1</translation>
    </message>
    <message>
        <source>There is nobody called “%1”</source>
        <translation>Es gibt niemanden, der „%1“ heißt</translation>
    </message>
    <message>
        <source>There are several people called “%1”: name the owner by what they log in with</source>
        <translation>Es gibt mehrere, die „%1“ heißen: Nenne den Zuständigen bei seinem Anmeldenamen</translation>
    </message>
    <message>
        <source>There is no contact called “%1”</source>
        <translation>Es gibt keinen Kontakt, der „%1“ heißt</translation>
    </message>
    <message>
        <source>There are several contacts called “%1”</source>
        <translation>Es gibt mehrere Kontakte, die „%1“ heißen</translation>
    </message>
    <message>
        <source>There is no pipeline called “%1”</source>
        <translation>Es gibt keine Pipeline, die „%1“ heißt</translation>
    </message>
    <message>
        <source>There is no stage called “%1” in the pipeline</source>
        <translation>In der Pipeline gibt es keine Phase, die „%1“ heißt</translation>
    </message>
    <message>
        <source>Several pipelines have a stage “%1”: name the pipeline</source>
        <translation>Mehrere Pipelines haben eine Phase „%1“: Nenne die Pipeline</translation>
    </message>
</context>
<context>
    <name>TransferButton</name>
    <message>
        <source>Files</source>
        <comment>import and export</comment>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Import und Export</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Aus einer Datei importieren …</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>Was zu sehen ist exportieren …</translation>
    </message>
</context>
<context>
    <name>UndoLine</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>UnreadLine</name>
    <message>
        <source>New messages</source>
        <translation>Neue Nachrichten</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>%1 (%2)</source>
        <comment>view, how many it finds</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Save as a new view</source>
        <translation>Als neue Ansicht sichern</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>Änderungen sichern</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>In den Papierkorb</translation>
    </message>
</context>
<context>
    <name>ViewNameDialog</name>
    <message>
        <source>Save as a new view</source>
        <translation>Als neue Ansicht sichern</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Everybody in the team can choose it.</source>
        <translation>Alle im Team können sie wählen.</translation>
    </message>
</context>
<context>
    <name>WallDialog</name>
    <message>
        <source>The wall</source>
        <translation>Die Wand</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Seconds that a page stays</source>
        <translation>Sekunden, die eine Seite bleibt</translation>
    </message>
</context>
<context>
    <name>WallPageRow</name>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
</context>
<context>
    <name>WallView</name>
    <message>
        <source>Dashboard on a wall: %1</source>
        <translation>Dashboard auf einer Wand: %1</translation>
    </message>
    <message>
        <source>An arrow key turns the page, Space stops the turning, Esc leaves</source>
        <translation>Eine Pfeiltaste blättert, die Leertaste hält das Blättern an, Esc verlässt die Wand</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Stopped here</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Leave the wall (Esc)</source>
        <translation>Wand verlassen (Esc)</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>Dashboard – Frontdesk</source>
        <translation>Dashboard – Frontdesk</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Join a team</source>
        <translation>Einem Team beitreten</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Welcome to Frontdesk</source>
        <translation>Willkommen bei Frontdesk</translation>
    </message>
    <message>
        <source>Whoever looks after the server gave you these three.</source>
        <translation>Diese drei hast du von der Person, die den Server betreut.</translation>
    </message>
    <message>
        <source>Conversations stay on this computer. Nothing else needs to be installed.</source>
        <translation>Unterhaltungen bleiben auf diesem Computer. Sonst muss nichts installiert werden.</translation>
    </message>
    <message>
        <source>Answer people, alone or with a team. It works offline, too.</source>
        <translation>Antworte Menschen, allein oder im Team. Auch offline.</translation>
    </message>
    <message>
        <source>Use Frontdesk on its own, with its server inside</source>
        <translation>Frontdesk für sich, mit eigenem Server darin</translation>
    </message>
    <message>
        <source>Sign in to your team&apos;s server</source>
        <translation>Am Server deines Teams anmelden</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Umsehen</translation>
    </message>
    <message>
        <source>Try it with a sample team that answers you</source>
        <translation>Probier es mit einem Beispielteam, das dir antwortet</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>As others see it</source>
        <translation>So, wie andere ihn sehen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>WhoseButton</name>
    <message>
        <source>Whose figures: %1</source>
        <translation>Wessen Zahlen: %1</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
</context>
<context>
    <name>frontdesk::Launcher</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>It is not known any more which workspace was open. Choose one.</source>
        <translation>Es ist nicht mehr bekannt, welcher Arbeitsbereich offen war. Wähle einen.</translation>
    </message>
    <message>
        <source>Nothing is stored of this account any more. Sign in once again.</source>
        <translation>Von diesem Konto ist nichts mehr gespeichert. Melde dich noch einmal an.</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>Kein Arbeitsbereich ist offen.</translation>
    </message>
</context>
<context>
    <name>frontdesk::charts::ChartCursor</name>
    <message>
        <source>%1, %2</source>
        <comment>a series such as a weekday, and a category such as an hour</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ActivityModel</name>
    <message>
        <source>You</source>
        <comment>who did it</comment>
        <translation>Du</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::AuditExport</name>
    <message>
        <source>Audit log</source>
        <comment>a file&apos;s name</comment>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Say which file is to be written.</source>
        <translation>Sag, welche Datei geschrieben werden soll.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::AuditModel</name>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::BulkActions</name>
    <message numerus="yes">
        <source>%1 of %n record(s) was changed.</source>
        <translation>
            <numerusform>%1 von %n Eintrag wurde geändert.</numerusform>
            <numerusform>%1 von %n Einträgen wurden geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) got the tag “%1”.</source>
        <translation>
            <numerusform>%n Eintrag bekam das Schlagwort „%1“.</numerusform>
            <numerusform>%n Einträge bekamen das Schlagwort „%1“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tag “%1” was taken from %n record(s).</source>
        <translation>
            <numerusform>Das Schlagwort „%1“ wurde von %n Eintrag entfernt.</numerusform>
            <numerusform>Das Schlagwort „%1“ wurde von %n Einträgen entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are in the bin.</source>
        <translation>
            <numerusform>%n Eintrag ist im Papierkorb.</numerusform>
            <numerusform>%n Einträge sind im Papierkorb.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were taken out of the bin.</source>
        <translation>
            <numerusform>%n Eintrag wurde aus dem Papierkorb geholt.</numerusform>
            <numerusform>%n Einträge wurden aus dem Papierkorb geholt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) stay as they are: the field cannot be empty again.</source>
        <translation>
            <numerusform>%n Datensatz bleibt, wie er ist: Das Feld kann nicht wieder leer sein.</numerusform>
            <numerusform>%n Datensätze bleiben, wie sie sind: Das Feld kann nicht wieder leer sein.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ComposerModel</name>
    <message numerus="yes">
        <source>%Ln character(s) too long to be sent in one message</source>
        <translation>
            <numerusform>%Ln Zeichen zu lang für eine Nachricht</numerusform>
            <numerusform>%Ln Zeichen zu lang für eine Nachricht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ConflictListModel</name>
    <message>
        <source>%1 changed this before you, and you had not seen it.</source>
        <translation>%1 hat das vor dir geändert, und du hattest es nicht gesehen.</translation>
    </message>
    <message>
        <source>%1 changed this after you without having seen it.</source>
        <translation>%1 hat das nach dir geändert, ohne deine Änderung gesehen zu haben.</translation>
    </message>
    <message>
        <source>%1 changed this after %2 without having seen it.</source>
        <translation>%1 hat das nach %2 geändert, ohne es gesehen zu haben.</translation>
    </message>
    <message>
        <source>You</source>
        <comment>who set a value</comment>
        <translation>Du</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>Today 09:41</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>You changed this on two devices, one of which had not seen the other&apos;s change.</source>
        <translation>Du hast das auf zwei Geräten geändert, von denen eines die Änderung des anderen nicht gesehen hatte.</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ConnectionHistoryModel</name>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Meldet sich an</translation>
    </message>
    <message>
        <source>Catching up on what happened meanwhile</source>
        <translation>Holt nach, was inzwischen geschah</translation>
    </message>
    <message>
        <source>Online, everything received</source>
        <translation>Online, alles empfangen</translation>
    </message>
    <message>
        <source>Waiting before the next attempt</source>
        <translation>Wartet vor dem nächsten Versuch</translation>
    </message>
    <message>
        <source>The sign-in is no longer valid</source>
        <translation>Die Anmeldung gilt nicht mehr</translation>
    </message>
    <message>
        <source>This version and the server do not fit</source>
        <translation>Diese Version und der Server passen nicht zusammen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened, why</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ConnectionStatus</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <comment>seconds to the next attempt</comment>
        <translation>in %1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>changes to be sent</comment>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <comment>waiting to be sent</comment>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <comment>changes</comment>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>events, gaps</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gap(s)</source>
        <translation>
            <numerusform>%Ln Lücke</numerusform>
            <numerusform>%Ln Lücken</numerusform>
        </translation>
    </message>
    <message>
        <source>Change %1 of the team&apos;s journal</source>
        <translation>Änderung %1 im Journal des Teams</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>changes, gaps</comment>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <comment>fetched</comment>
        <translation>
            <numerusform>%Ln Änderung</numerusform>
            <numerusform>%Ln Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s), kept until you decide</source>
        <translation>
            <numerusform>%n Änderung, aufbewahrt, bis du entscheidest</numerusform>
            <numerusform>%n Änderungen, aufbewahrt, bis du entscheidest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s), kept for a newer version</source>
        <translation>
            <numerusform>%n Ereignis, aufbewahrt für eine neuere Version</numerusform>
            <numerusform>%n Ereignisse, aufbewahrt für eine neuere Version</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Wartet auf den Schlüsselbund</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ConnectionTestModel</name>
    <message>
        <source>It fails at: %1</source>
        <comment>a step of the test</comment>
        <translation>Es scheitert an: %1</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Test läuft …</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>All is well, in %1 ms</source>
        <translation>Alles in Ordnung, in %1 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ConversationListModel</name>
    <message>
        <source>You</source>
        <comment>who wrote the newest message</comment>
        <translation>Du</translation>
    </message>
    <message>
        <source>typing…</source>
        <comment>the other person of a conversation</comment>
        <translation>schreibt …</translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 schreibt …</translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n Person schreibt …</numerusform>
            <numerusform>%n Personen schreiben …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ConversationPage</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n Mitglied</numerusform>
            <numerusform>%n Mitglieder</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline: you can read and write, everything is sent when you are back</source>
        <translation>Offline: Du kannst lesen und schreiben, gesendet wird, sobald du wieder verbunden bist</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::Crm</name>
    <message>
        <source>“%1” is in the bin.</source>
        <translation>„%1“ liegt im Papierkorb.</translation>
    </message>
    <message>
        <source>You</source>
        <comment>an owner</comment>
        <translation>Du</translation>
    </message>
    <message>
        <source>None</source>
        <comment>of the choices</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>“%1” is not among what you see any more.</source>
        <translation>„%1“ gehört nicht mehr zu dem, was du siehst.</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::DashboardModel</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>Wird aktualisiert</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Write a number, or nothing.</source>
        <translation>Gib eine Zahl ein oder nichts.</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>a figure, its value, why that is an alarm</comment>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::DealBoardModel</name>
    <message>
        <source>more than can be shown</source>
        <translation>mehr, als angezeigt werden kann</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::Directory</name>
    <message>
        <source>Unknown person</source>
        <translation>Unbekannte Person</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>%1, before the connection was lost</source>
        <comment>Last seen 09:41</comment>
        <translation>%1, bevor die Verbindung abbrach</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::DraftFiles</name>
    <message>
        <source>Only files of this computer can be attached.</source>
        <translation>Nur Dateien dieses Computers können angehängt werden.</translation>
    </message>
    <message>
        <source>Picture %1.png</source>
        <translation>Bild %1.png</translation>
    </message>
    <message numerus="yes">
        <source>A message can have at most %n file(s).</source>
        <translation>
            <numerusform>Eine Nachricht kann höchstens %n Datei haben.</numerusform>
            <numerusform>Eine Nachricht kann höchstens %n Dateien haben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::DuplicateGroupsModel</name>
    <message>
        <source> and </source>
        <comment>Maya Okafor and M. Okafor</comment>
        <translation> und </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ExportModel</name>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>vCard 4</source>
        <translation>vCard 4</translation>
    </message>
    <message>
        <source>vCard 3</source>
        <translation>vCard 3</translation>
    </message>
    <message>
        <source>Companies</source>
        <comment>a file&apos;s name</comment>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Deals</source>
        <comment>a file&apos;s name</comment>
        <translation>Deals</translation>
    </message>
    <message>
        <source>Contacts</source>
        <comment>a file&apos;s name</comment>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Say which file is to be written.</source>
        <translation>Sag, welche Datei geschrieben werden soll.</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::FieldListModel</name>
    <message>
        <source>Write at least one choice.</source>
        <translation>Gib mindestens eine Möglichkeit ein.</translation>
    </message>
    <message>
        <source>The field “%1” is in the bin.</source>
        <translation>Das Feld „%1“ ist im Papierkorb.</translation>
    </message>
    <message>
        <source>%1, required</source>
        <comment>type of a field</comment>
        <translation>%1, Pflichtfeld</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::FilterListModel</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>You</source>
        <comment>an owner</comment>
        <translation>Du</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::FlightModel</name>
    <message>
        <source>Nothing is recorded yet</source>
        <translation>Noch ist nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>Online %1 of %2, lost %n time(s)</source>
        <translation>
            <numerusform>%1 von %2 online, %n-mal verloren</numerusform>
            <numerusform>%1 von %2 online, %n-mal verloren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Online %1 of %2, never lost</source>
        <translation>%1 von %2 online, nie verloren</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ImportColumnsModel</name>
    <message>
        <source>Left out</source>
        <comment>a column</comment>
        <translation>Weggelassen</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ImportModel</name>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>Tag zuerst</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>Monat zuerst</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Only contacts can be imported from cards.</source>
        <translation>Aus Karten können nur Kontakte importiert werden.</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::ImportProblemsModel</name>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::PipelineListModel</name>
    <message>
        <source>%1, %2</source>
        <comment>6 stages, 12 deals</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n Phase</numerusform>
            <numerusform>%n Phasen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s)</source>
        <translation>
            <numerusform>%n Deal</numerusform>
            <numerusform>%n Deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) are in it: move them to another pipeline first.</source>
        <translation>
            <numerusform>%n Deal ist darin: Verschieb ihn erst in eine andere Pipeline.</numerusform>
            <numerusform>%n Deals sind darin: Verschieb sie erst in eine andere Pipeline.</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <comment>the first stage of a pipeline</comment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Won</source>
        <comment>a stage</comment>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Lost</source>
        <comment>a stage</comment>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>The pipeline “%1” is in the bin.</source>
        <translation>Die Pipeline „%1“ ist im Papierkorb.</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::Pipelines</name>
    <message>
        <source>%1: %2</source>
        <comment>pipeline: stage</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::RecordFilesModel</name>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::RecordMerge</name>
    <message>
        <source>Nothing else names what goes to the bin.</source>
        <translation>Nichts anderes nennt, was in den Papierkorb kommt.</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s), task(s), note(s) or people move along.</source>
        <translation>
            <numerusform>%n Geschäft, Aufgabe, Notiz oder Person zieht mit um.</numerusform>
            <numerusform>%n Geschäfte, Aufgaben, Notizen oder Personen ziehen mit um.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was merged into this.</source>
        <translation>„%1“ wurde hiermit zusammengeführt.</translation>
    </message>
    <message>
        <source>This was merged into “%1”.</source>
        <translation>Dies wurde mit „%1“ zusammengeführt.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) became one: “%1”.</source>
        <translation>
            <numerusform>%n Eintrag wurde einer: „%1“.</numerusform>
            <numerusform>%n Einträge wurden einer: „%1“.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>frontdesk::models::RecordPage</name>
    <message>
        <source>Note: %1</source>
        <comment>a field of a note</comment>
        <translation>Notiz: %1</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::RecordPicture</name>
    <message>
        <source>Choose a picture of the kind PNG, JPEG or WebP.</source>
        <translation>Wähle ein Bild der Art PNG, JPEG oder WebP.</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::RefusedChangesModel</name>
    <message>
        <source>%1 was not accepted: %2</source>
        <translation>%1 wurde nicht angenommen: %2</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>%1 wurde nicht gespeichert: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Maya Okafor: Job, “Owner”,</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::RelatedRecordsModel</name>
    <message>
        <source>%1 · closes %2</source>
        <comment>Proposal · closes 4 Dec</comment>
        <translation>%1 · Abschluss %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>Incoming call, 12 min · Lena, yesterday</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::SavedViewsModel</name>
    <message>
        <source>The view “%1” is in the bin.</source>
        <translation>Die Ansicht „%1“ ist im Papierkorb.</translation>
    </message>
    <message>
        <source>The view “%1” has been changed by somebody else meanwhile. Save again to replace that, or choose the view again to see it.</source>
        <translation>Die Ansicht „%1“ wurde inzwischen von jemand anderem geändert. Speichere noch einmal, um das zu ersetzen, oder wähle die Ansicht erneut, um es zu sehen.</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::SearchModel</name>
    <message>
        <source>Nobody is called “%1”</source>
        <translation>Niemand heißt „%1“</translation>
    </message>
    <message>
        <source>No conversation is called “%1”</source>
        <translation>Keine Unterhaltung heißt „%1“</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>who wrote it, in which group</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>You to %1</source>
        <translation>Du an %1</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln message(s)</source>
        <translation>
            <numerusform>Mehr als %Ln Nachricht</numerusform>
            <numerusform>Mehr als %Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Older messages are still being made searchable; this search goes on by itself.</source>
        <translation>Ältere Nachrichten werden noch durchsuchbar gemacht; diese Suche geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Only what is on this computer was searched: there is no connection to the server.</source>
        <translation>Nur dieser Computer wurde durchsucht: Es gibt keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>The server is being searched for what is not on this computer.</source>
        <translation>Der Server wird nach dem durchsucht, was nicht auf diesem Computer ist.</translation>
    </message>
    <message>
        <source>Only this computer could be searched, the server could not: %1</source>
        <translation>Nur dieser Computer konnte durchsucht werden, der Server nicht: %1</translation>
    </message>
    <message>
        <source>This computer and the server were searched.</source>
        <translation>Dieser Computer und der Server wurden durchsucht.</translation>
    </message>
    <message>
        <source>This computer and the server were searched. The server is still making older messages searchable.</source>
        <translation>Dieser Computer und der Server wurden durchsucht. Der Server macht ältere Nachrichten noch durchsuchbar.</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::StageListModel</name>
    <message numerus="yes">
        <source>There can be at most %n stages.</source>
        <translation>
            <numerusform>Es kann höchstens %n Phase geben.</numerusform>
            <numerusform>Es kann höchstens %n Phasen geben.</numerusform>
        </translation>
    </message>
    <message>
        <source>There must be a stage for deals that are won, and one for those that are lost.</source>
        <translation>Es muss eine Phase für gewonnene Deals geben und eine für verlorene.</translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) stand in “%1”: move them to another stage first.</source>
        <translation>
            <numerusform>%n Deal steht in „%1“: Verschieb ihn erst in eine andere Phase.</numerusform>
            <numerusform>%n Deals stehen in „%1“: Verschieb sie erst in eine andere Phase.</numerusform>
        </translation>
    </message>
    <message>
        <source>The stage “%1” was removed.</source>
        <translation>Die Phase „%1“ wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::StatusListModel</name>
    <message>
        <source>There must be at least one status.</source>
        <translation>Es muss mindestens einen Status geben.</translation>
    </message>
    <message numerus="yes">
        <source>There can be at most %n statuses.</source>
        <translation>
            <numerusform>Es kann höchstens %n Status geben.</numerusform>
            <numerusform>Es kann höchstens %n Status geben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Blue</source>
        <comment>a colour</comment>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <comment>a colour</comment>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Amber</source>
        <comment>a colour</comment>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Red</source>
        <comment>a colour</comment>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Grey</source>
        <comment>a colour</comment>
        <translation>Grau</translation>
    </message>
    <message>
        <source>The status “%1” was removed.</source>
        <translation>Der Status „%1“ wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::TeamsModel</name>
    <message>
        <source>Nobody is in it yet</source>
        <translation>Noch ist niemand darin</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::WallModel</name>
    <message>
        <source>Sales</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Owners and losses</source>
        <translation>Zuständige und Verluste</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Write a number from %1 to %2.</source>
        <translation>Gib eine Zahl von %1 bis %2 ein.</translation>
    </message>
</context>
<context>
    <name>frontdesk::models::Workspace</name>
    <message>
        <source>%1: %2 changed it before you, to “%3”. That stays until one of you decides; yours, “%4”, is kept.</source>
        <translation>%1: %2 hat es vor dir in „%3“ geändert. Das gilt, bis jemand von euch entscheidet; deine Änderung, „%4“, geht nicht verloren.</translation>
    </message>
    <message>
        <source>%1: %2 changed it after you without having seen it, to “%4”. Yours, “%3”, stays until one of you decides.</source>
        <translation>%1: %2 hat es nach dir in „%4“ geändert, ohne deine Änderung gesehen zu haben. Deine, „%3“, gilt, bis jemand von euch entscheidet.</translation>
    </message>
    <message>
        <source>Reminder: %1</source>
        <translation>Erinnerung: %1</translation>
    </message>
</context>
<context>
    <name>frontdesk::tour::Tour</name>
    <message>
        <source>The folder %1 cannot be made</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>Could you have a look at the invoice before noon?</source>
        <translation>Kannst du dir die Rechnung bis Mittag ansehen?</translation>
    </message>
    <message>
        <source>I will send you the receipt as soon as I am back.</source>
        <translation>Ich schicke dir die Quittung, sobald ich wieder da bin.</translation>
    </message>
    <message>
        <source>“%1” was not reached. What was seen:
%2</source>
        <translation>„%1“ wurde nicht erreicht. Zu sehen war:
%2</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source> Thank you!</source>
        <translation> Danke!</translation>
    </message>
    <message>
        <source>Refunds Europe</source>
        <translation>Erstattungen Europa</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Rücksendungen</translation>
    </message>
</context>
</TS>
