// SPDX-License-Identifier: GPL-3.0-or-later
// The people, conversations and messages of the gallery.

function person(userId, displayName, initials, presence, presenceText, role = "agent", about = "") {
    return { userId, name: userId, displayName, initials, avatarKey: userId, presence, presenceText, isMe: userId === "lena", role, about };
}

export const people = [
    person("amira", "Amira Haddad", "AH", "online", "Online", "agent", "Refunds and returns"),
    person("chen", "Chen Wei", "CW", "offline", "Last seen Tuesday, 18:02"),
    person("elvin", "Elvin Quliyev", "EQ", "offline", "Last seen yesterday, 17:40"),
    person("jonas", "Jonas Weber", "JW", "dnd", "Do not disturb", "agent", "Billing, on Fridays also the front desk in Lyon"),
    person("lena", "Lena Roth", "LR", "online", "Online", "admin"),
    person("maya", "Maya Okafor", "MO", "online", "Online"),
    person("piotr", "Piotr Zieliński", "PZ", "away", "Away since 09:12"),
    person("priya", "Priya Nair", "PN", "dnd", "Do not disturb"),
    person("salma", "سلمى حداد", "سح", "away", "Away since 08:40"),
    person("tomas", "Tomás Rivera", "TR", "online", "Online", "admin")
];

function conversation(conversationId, kind, title, initials, lastAuthor, lastText, timeText, more = {}) {
    return Object.assign({
        conversationId, kind, title, initials, avatarKey: conversationId, lastText, lastAuthor, lastAt: 0, timeText, unread: 0, presence: "",
        typingText: "", deliveryState: "", hasDraft: false, draftText: "", pending: false, firstLabel: "", labelCount: 0, labelsText: "", conflicts: 0,
        closed: false, open: !more.closed
    }, more);
}

export const conversations = [
    conversation("maya", "direct", "Maya Okafor", "MO", "You", "Wonderful. I have noted it on your account.", "09:41", { presence: "online", typingText: "typing…" }),
    conversation("tomas", "direct", "Tomás Rivera", "TR", "", "The invoice still shows the old address, could you look?", "09:38", { presence: "online", unread: 3, firstLabel: "billing", labelCount: 1, labelsText: "billing" }),
    conversation("refunds", "group", "Refunds EU", "RE", "Jonas", "I can take the two from Lyon", "09:30", { unread: 1, firstLabel: "refunds", labelCount: 3, labelsText: "refunds, urgent, EU", conflicts: 1 }),
    conversation("salma", "direct", "سلمى حداد", "سح", "", "شكراً جزيلاً، وصلت الشحنة", "09:12", { presence: "away" }),
    conversation("priya", "direct", "Priya Nair", "PN", "You", "Sent the replacement label", "08:57", { presence: "dnd", deliveryState: "delivered" }),
    conversation("elvin", "direct", "Elvin Quliyev", "EQ", "", "Sabah zəng edərəm", "Yesterday", { presence: "offline", hasDraft: true, draftText: "Gözəl, saat onda mənə uyğundur" }),
    conversation("jonas", "direct", "Jonas Weber", "JW", "", "Anbei die unterschriebene Fassung", "Yesterday", { presence: "dnd" }),
    conversation("chen", "direct", "Chen Wei", "CW", "", "收到,谢谢!", "Tue", { presence: "offline" }),
    conversation("amira", "direct", "Amira Haddad", "AH", "You", "Snoozed until Friday", "Tue", { presence: "online", deliveryState: "read" }),
    conversation("billing", "group", "Billing", "B", "Lena", "closed 14 of 15", "Mon", { unread: 128 })
];

let made = 0;

function message(authorId, authorName, initials, text, timeText, more = {}) {
    const own = authorId === "lena";
    return Object.assign({
        messageId: "m" + ++made, authorId, authorName, initials, avatarKey: authorId, text, own, at: 0, timeText, fullTimeText: "20 November 2026, " + timeText + ":12",
        dayText: "", startsGroup: true, endsGroup: true, delivery: own ? "read" : "", refusal: "", firstUnread: false, revealed: false, edited: false, editedTime: "", editRefused: "", editText: "", files: []
    }, more);
}

const maya = (text, time, more) => message("maya", "Maya Okafor", "MO", text, time, more);
const own = (text, time, more) => message("lena", "You", "LR", text, time, more);

export const direct = [
    maya("Hello, is somebody there?", "17:20", { dayText: "Yesterday" }),
    own("Yes, good evening Maya. What can I do for you?", "17:21"),
    maya("Never mind, it works now. I will write again if it comes back.", "17:26"),
    maya("Hi! My card is declined at the last step, but the bank says everything is fine.", "09:34", { dayText: "Today", endsGroup: false }),
    maya("This is what I see: “Address could not be verified”.", "09:34", { startsGroup: false }),
    own("Thanks, that helps. The address on the card has no house number, so the check fails. Could you try 12B Marina Road exactly as on the statement?", "09:36", { delivery: "read" }),
    maya("That worked, thank you!! 🎉", "09:40", { firstUnread: true }),
    own("Wonderful. I have noted it on your account so it will not happen again.", "09:41", { delivery: "delivered" })
];

export const deliveries = [
    own("Read by somebody else", "09:30", { delivery: "read", dayText: "Today" }),
    own("On a device of another member", "09:31", { delivery: "delivered" }),
    own("In the server's journal", "09:32", { delivery: "sent" }),
    own("Handed to the connection", "09:33", { delivery: "sending" }),
    own("Here is your receipt. It waits for the connection, and a restart does not lose it.", "09:41", { delivery: "queued" }),
    own("This one the server would not take.", "09:41", { delivery: "refused", refusal: "You are no longer a member of this conversation." })
];

export const edits = [
    maya("Could you send it to 12 Marina Road? I had written 21 before.", "09:36", { dayText: "Today", edited: true, editedTime: "20 November 2026, 09:38:02" }),
    own("It goes out today, to 12B Marina Road.", "09:39", { edited: true, editedTime: "20 November 2026, 09:40:51" }),
    own("The label says Friday.", "09:41", { delivery: "queued", edited: true, editedTime: "20 November 2026, 09:42:10" }),
    own("The parcel has number 4821.", "09:43", { editRefused: "You are no longer a member of this conversation.", editText: "The parcel has number 4812." })
];

export const conflicts = [{
    conflictId: "c1", fieldName: "Name of the group", sentence: "Jonas Weber changed this before you, and you had not seen it.",
    kept: "Refunds EU", keptBy: "Jonas Weber", keptTime: "Today 09:02", keptOwn: false,
    wanted: "Refunds Europe", wantedBy: "You", wantedTime: "Today 08:57", wantedOwn: true, before: "Returns", longest: 200, mayType: true
}];

export const profileConflicts = [{
    conflictId: "c2", fieldName: "About you", sentence: "Tomás Rivera changed this after you without having seen it.",
    kept: "Front desk, and everything about cards", keptBy: "You", keptTime: "Yesterday 17:20", keptOwn: true,
    wanted: "Front desk", wantedBy: "Tomás Rivera", wantedTime: "Today 08:15", wantedOwn: false, before: "", longest: 200, mayType: true
}];

export const refusedChanges = [
    { changeId: "r1", text: "Name of the group, “ ”, was not accepted: A group needs a name.", value: "Refunds", valueName: "Name of the group", longest: 200, mayBeEmpty: false },
    { changeId: "r2", text: "Your message “Who takes the early shift?” was not accepted: You are not a member of this conversation.", value: "", valueName: "", longest: 200, mayBeEmpty: false }
];

export const group = [
    message("jonas", "Jonas Weber", "JW", "Guten Morgen zusammen! Wer übernimmt heute die Rückerstattungen aus Lyon?", "09:21", { dayText: "Today", endsGroup: false }),
    message("jonas", "Jonas Weber", "JW", "Es sind zwei offen.", "09:21", { startsGroup: false }),
    message("amira", "Amira Haddad", "AH", "I have the three from Madrid already.", "09:24"),
    message("salma", "سلمى حداد", "سح", "صباح الخير، سأتابع طلبات القاهرة اليوم، وقد وصلتني رسالة من العميل تؤكد أن الشحنة كاملة ولا ينقصها شيء.", "09:26"),
    message("chen", "Chen Wei", "CW", "好的，上海的两单我来处理。", "09:27"),
    own("Perfect. <b>Please</b> note the case number in every one: https://desk.acme.example/cases/4821", "09:28", { delivery: "read" }),
    message("jonas", "Jonas Weber", "JW", "I can take the two from Lyon", "09:30")
];

export function long(count) {
    const rows = [];
    for (let i = 0; i < count; ++i) {
        rows.push(i % 3 === 0 ? own("Message number " + i + " with some more words so that some rows are taller than others. ".repeat(i % 4), "09:0" + i % 10)
                              : maya("Answer number " + i, "09:0" + i % 10));
    }
    return rows;
}

export const activities = [
    ["amira", "Amira Haddad", "AH", "Amira Haddad sent a message in Refunds EU", "09:41", "Today", "refunds"],
    ["tomas", "Tomás Rivera", "TR", "Tomás Rivera sent 3 messages to you", "09:38", "", "tomas"],
    ["salma", "سلمى حداد", "سح", "سلمى حداد sent you 2 messages", "09:12", "", "salma"],
    ["jonas", "Jonas Weber", "JW", "Jonas Weber added Chen Wei to Refunds EU", "09:30", "", "refunds"],
    ["lena", "You", "LR", "You renamed Returns to Refunds EU", "09:02", "", "refunds"],
    ["chen", "Chen Wei", "CW", "Chen Wei joined the workspace", "18:02", "Yesterday", ""],
    ["maya", "Maya Okafor", "MO", "Maya Okafor moved Opening order – Harbour Books to Proposal", "17:45", "", "", "deal:d1"],
    ["maya", "Maya Okafor", "MO", "Maya Okafor started a conversation with you", "17:20", "", "maya"]
].map(([avatarKey, actorName, initials, sentence, timeText, dayText, conversationId, record], index) => ({
    activityId: "a" + index, actorName, initials, avatarKey, verb: "Create", objectType: "Note", sentence, timeText,
    fullTimeText: "20 November 2026, " + timeText + ":05", dayText, conversationId, record: record ?? ""
}));

export const history = [
    ["09:41:32", "Waiting 4 s before attempt 3", "warn"],
    ["09:41:28", "Connecting failed: host unreachable", "error"],
    ["09:41:20", "Connecting, attempt 2", "warn"],
    ["09:41:02", "Connection lost: no heartbeat for 45 s", "error"],
    ["08:57:10", "Online after catching up 12 events in 31 ms", "ok"]
].map(([timeText, text, kind]) => ({ timeText, text, kind }));

export function latencies(count) {
    const values = [];
    for (let i = 0; i < count; ++i)
        values.push(i % 17 === 9 ? 41 : 11 + (i * 7) % 5);
    return values;
}

export function latencyTimes(count) {
    const times = [];
    for (let i = 0; i < count; ++i)
        times.push(1790000000000 + i * 60000);
    return times;
}

export const certificate = [
    "Issued to: desk.acme.example",
    "Issued by: Acme Internal CA",
    "For: desk.acme.example, chat.acme.example",
    "Valid from 3 November 2025 to 3 November 2026",
    "Fingerprint (SHA-256): 4F:09:1C:77:A2:5E:D8:33:90:1B:6D:0A:EE:41:C5:72:18:9F:64:D0:3B:A7:52:8C:E6:15:F9:2A:70:BD:08:43"
].join("\n");

export const problems = [
    ["09:41:28", "desk.acme.example cannot be reached: Host unreachable"],
    ["09:41:02", "The server has not been heard for 45 s"],
    ["07:12:44", "The certificate of desk.acme.example has run out", certificate]
].map(([timeText, text, facts]) => ({ timeText, text, certificate: facts ?? "" }));

// The test up to a step, which has that outcome.
export function testSteps(until, outcome) {
    const found = ["192.0.2.17", "Port 443", "TLS 1.3, certificate of desk.acme.example", "WebSocket", "Accepted", "The server answers", "Nothing is missing"];
    const took = [8, 14, 31, 22, 9, 12, 17];
    return ["Finding the server", "Reaching it", "Encryption", "Handshake", "Sign-in", "Round trip", "Catching up"].map((title, index) => {
        const passed = index < until;
        const here = index === until;
        const failed = here && outcome === "failed";
        return {
            title,
            outcome: passed ? "passed" : here ? outcome : until >= 0 && outcome === "failed" ? "notReached" : "waiting",
            outcomeText: passed ? "Passed" : here ? (failed ? "Failed" : "Running") : outcome === "failed" ? "Not reached" : "Waiting",
            timeText: passed || failed ? took[index] + " ms" : "",
            text: passed ? found[index] : failed ? "The certificate of desk.acme.example has expired on 3 November 2026. Whoever looks after the server must renew it." : "",
            hint: failed ? "Compare this computer's clock first. If it is right, nothing can be done here: the server needs another certificate." : "",
            certificate: failed ? certificate : ""
        };
    });
}

export const flightSpans = [
    [0, 0.08, "online"], [0.08, 0.33, "unknown"], [0.33, 0.34, "trying"], [0.34, 0.52, "online"], [0.52, 0.535, "trying"], [0.535, 0.61, "online"],
    [0.61, 0.64, "offline"], [0.64, 0.93, "online"], [0.93, 0.945, "trying"], [0.945, 1, "online"]
].map(([from, to, kind]) => ({ from, to, kind }));

export const flightTicks = [[0.09, "12:00"], [0.34, "18:00"], [0.59, "00:00"], [0.84, "06:00"]].map(([at, text]) => ({ at, text }));

export function flightCurves() {
    return flightSpans.filter(span => span.kind === "online").map(span => {
        const points = [];
        for (let at = span.from; at < span.to; at += 1 / 288) {
            const step = Math.round(at * 288);
            points.push({ at, latency: step % 41 === 7 ? 184 : 24 + (step * 7) % 19 });
        }
        return points;
    });
}

function hit(conversationId, number, heading, initials, text, words, timeText, insideWords = false) {
    const marks = words.map(word => ({ from: text.indexOf(word), length: word.length }));
    return { messageId: "h" + ++made, conversationId, number, heading, initials, avatarKey: conversationId, snippet: { text, marks }, timeText,
        fullTimeText: "20 November 2026, 09:36:12", insideWords, onServerOnly: false };
}

export const hits = [
    hit("maya", 12, "You to Maya Okafor", "LR", "Could you try 12B Marina Road exactly as on the statement?", ["Marina", "Ro"], "09:36"),
    hit("tomas", 40, "Tomás Rivera", "TR", "…we moved from Marina Row to the new warehouse in Málaga, the old one is closed since the first of the month and nobody answers there", ["Marina", "Ro"], "3 Oct"),
    hit("salma", 7, "سلمى حداد", "سح", "وصلت الشحنة إلى Marina Road شكراً جزيلاً", ["Marina", "Ro"], "12 Sep"),
    hit("chen", 3, "Chen Wei in Refunds EU", "CW", "寄到 Marina Road 的包裹收到了,谢谢!", ["Marina", "Ro"], "2 Sep"),
    hit("priya", 9, "Priya Nair", "PN", "The submarinas of the railroads museum are a gift from us", ["marina", "ro"], "28 Aug", true)
];

function contact(id, title, initials, company, status, statusText, email, changedAt, owner, more = {}) {
    return Object.assign({ record: "contact:" + id, title, initials, avatarKey: id, statusColor: { lead: "accent", qualified: "warn", customer: "ok" }[status] ?? "neutral", waiting: false, conflicts: 0, selected: false,
        cells: { company, status: statusText, emails: email, changedAt, owner } }, more);
}

export const contacts = [
    contact("maya", "Maya Okafor", "MO", "Okafor Studio", "customer", "Customer", "maya@okafor.example", "09:41", "You", { conflicts: 1 }),
    contact("tomas", "Tomás Rivera", "TR", "Rivera e Hijos", "customer", "Customer", "tomas@rivera.example", "09:38", "You"),
    contact("salma", "سلمى حداد", "سح", "حداد للتجارة", "lead", "Lead", "salma@haddad.example", "09:12", "Amira Haddad"),
    contact("priya", "Priya Nair", "PN", "Nair Logistics", "qualified", "Qualified", "priya@nair.example", "08:57", "Jonas Weber", { waiting: true }),
    contact("elvin", "Elvin Quliyev", "EQ", "Xəzər Soft", "customer", "Customer", "elvin@xezer.example", "Yesterday", "You"),
    contact("anke", "Anke Weber", "AW", "Weber GmbH", "customer", "Customer", "anke@weber.example", "Yesterday", "Jonas Weber"),
    contact("chen", "Chen Wei", "CW", "晨星科技", "lead", "Lead", "chen@chenxing.example", "Tue", "Piotr Zieliński"),
    contact("noor", "Noor Haddad", "NH", "Cedar Clinic", "inactive", "Inactive", "", "Tue", "Amira Haddad"),
    contact("sita", "Sita Gurung", "SG", "Sewa Nepal", "qualified", "Qualified", "sita@sewa.example", "Mon", "You"),
    contact("grace", "Grace Hopper-Lee", "GH", "Lee & Daughters", "customer", "Customer", "grace@lee.example", "12 Nov", "You"),
    contact("zoe", "Zoë Martens", "ZM", "Atelier Zoë", "lead", "Lead", "zoe@atelier.example", "9 Nov", "")
];

function field(name, label, text, type, more = {}) {
    return Object.assign({ field: name, label, text, editText: text, type, reference: "", refersTo: "", longest: 200, waiting: false, entries: [],
        editorsText: "", editorsInitials: "", editorsAvatar: "" }, more);
}

function entries(...texts) {
    return texts.map(text => ({ modelData: text }));
}

export const contactFields = [
    field("givenName", "First name", "Maya", "text"),
    field("familyName", "Last name", "Okafor", "text"),
    field("company", "Company", "Okafor Studio", "record", { reference: "company:okafor", refersTo: "company" }),
    field("job", "Job", "Founder", "text", { waiting: true }),
    field("address", "Address", "12B Marina Road, Lagos", "lines"),
    field("owner", "Owner", "You", "person"),
    field("status", "Status", "Customer", "choice", { editText: "customer" }),
    field("emails", "E-mail", "maya@okafor.example", "list", { entries: entries("maya@okafor.example", "studio@okafor.example") }),
    field("phones", "Phone", "+234 80 5550 0142", "list", { entries: entries("+234 80 5550 0142") }),
    field("tags", "Tags", "design, Lagos", "list", { entries: entries("design", "Lagos") })
];

// The same while colleagues are at it.
const editors = {
    job: { editorsText: "Amira is typing here", editorsInitials: "AH", editorsAvatar: "amira" },
    status: { editorsText: "Jonas is changing this", editorsInitials: "JW", editorsAvatar: "jonas" },
    phones: { editorsText: "Piotr is typing here", editorsInitials: "PZ", editorsAvatar: "piotr" }
};
export const contactFieldsEdited = contactFields.map(row => Object.assign({}, row, editors[row.field]));
export const viewers = [
    { name: "Amira Haddad", initials: "AH", avatarKey: "amira" },
    { name: "Jonas Weber", initials: "JW", avatarKey: "jonas" },
    { name: "Piotr Zieliński", initials: "PZ", avatarKey: "piotr" }
];

function related(record, title, detail, more = {}) {
    return Object.assign({ record, title, initials: "", avatarKey: record, detail, amount: "", done: false, open: !more.done, due: "", overdue: false, waiting: false, body: "" }, more);
}

export const contactDeals = [related("deal:annual", "Annual plan, 12 seats", "Proposal · closes 4 Dec", { amount: "€ 8,640" })];
export const contactTasks = [
    related("task:call", "Call about renewal", "You", { due: "Tomorrow" }),
    related("task:offer", "Send the offer again", "You", { due: "Monday, 16 November", overdue: true }),
    related("task:welcome", "Welcome letter", "Amira Haddad", { done: true })
];
export const contactNotes = [related("note:2", "Takes the annual plan if the seats can grow in spring.", "Outgoing call, 12 min · Amira Haddad, Wed", { body: "Takes the annual plan if the seats can grow in spring.", mentions: [], version: 1, own: false }),
    related("note:1", "Prefers to be called in the afternoon.", "Jonas Weber, Tue", { body: "Prefers to be called in the afternoon. @Lena Roth, she asked for the invoice to go to the studio.", mentions: [], version: 3, own: true })];

function entry(sentence, time, actor, initials, avatarKey) {
    return { sentence, time, fullTime: "20 November 2026, 14:02:11", actor, initials, avatarKey, record: "contact:maya" };
}

export const contactHistory = [
    entry("You set Job: Designer → Founder", "09:40", "Lena Roth", "LR", "lena"),
    entry("Amira Haddad · Outgoing call, 12 min: Takes the annual plan if the seats can grow in spring.", "Wed", "Amira Haddad", "AH", "amira"),
    entry("Lena Roth moved Annual plan, 12 seats to Proposal", "Tue", "Lena Roth", "LR", "lena"),
    entry("Jonas Weber: Prefers to be called in the afternoon. Asked for the invoice to go to the studio.", "Tue", "Jonas Weber", "JW", "jonas"),
    entry("Amira Haddad created this", "3 Nov", "Amira Haddad", "AH", "amira")
];

export const phoneConflict = [{
    conflictId: "phone", fieldName: "Job", sentence: "Amira Haddad changed this before you, and you had not seen it.", kept: "Head of design", keptBy: "Amira Haddad", keptTime: "Today 09:12",
    keptOwn: false, wanted: "Founder", wantedBy: "You", wantedTime: "Today 09:40", wantedOwn: true, before: "Designer", longest: 200, mayType: true, mayBeEmpty: true
}];

function deal(id, title, contact, value, expectedClose, more = {}) {
    return Object.assign({ record: "deal:" + id, title, initials: "", avatarKey: id, statusColor: "", waiting: false, conflicts: 0, selected: false,
        cells: { contact, company: "", value, expectedClose, owner: "You" } }, more);
}

export const teams = [
    { record: "team:north", name: "North", membersText: "Amira Haddad, Lena Roth, Maya Okafor" },
    { record: "team:south", name: "South", membersText: "Jonas Weber, Piotr Zieliński, Tomás Rivera" },
    { record: "team:new", name: "Trade fair", membersText: "Nobody is in it yet" }
];
export const auditEntries = [
    ["Lena Roth", "LR", "lena", "10:24", "You moved Annual plan to Proposal"],
    ["", "", "", "10:02", "Somebody could not sign in as “amira” from 203.0.113.9, 4 times"],
    ["Amira Haddad", "AH", "amira", "09:58", "Amira Haddad set Phone: +234 1 270 0000 → +234 803 555 0142 of Maya Okafor"],
    ["Jonas Weber", "JW", "jonas", "09:41", "Jonas Weber signed in from 198.51.100.7 (Frontdesk on Linux)"],
    ["", "", "", "Yesterday", "Jonas Weber has another role: agent → manager"],
    ["Lena Roth", "LR", "lena", "Yesterday", "Lena Roth changed Who sees whose contacts and deals: everyone → team of Workspace"],
    ["Lena Roth", "LR", "lena", "Mon", "Lena Roth changed Stages of Sales"]
].map(([actor, initials, avatarKey, time, sentence]) => ({ actor, initials, avatarKey, time, sentence, fullTime: "28 November 2026, " + time + ":12", record: "" }));
export const savedViews = [
    { record: "segment:eu", name: "Customers in the EU", countText: "1,204", current: false },
    { record: "segment:cold", name: "Not heard of for a month", countText: "87", current: true }
];
function condition(field, display, test, testText, input, more = {}) {
    return Object.assign({ field, display, test, testText, input, text: "", shown: "", refersTo: "", needsValue: true, problem: "" }, more);
}
export const conditions = [
    condition("status", "Status", "is", "is", "choice", { text: "customer", shown: "Customer" }),
    condition("changedAt", "Last change", "atMost", "until", "day", { text: "yesterday", problem: "Write a date such as 29/11/2026." }),
    condition("emails", "E-mail", "isNotEmpty", "is not empty", "text", { needsValue: false })
];
export const foundRecords = [
    { record: "contact:maya", kind: "contact", title: "Maya Okafor", detail: "Contact · Okafor Studio · maya@okafor.example", initials: "MO", avatarKey: "maya" },
    { record: "deal:annual", kind: "deal", title: "Annual plan, 12 seats", detail: "Deal · € 8,640 · Proposal", initials: "AP", avatarKey: "annual" },
    { record: "task:call", kind: "task", title: "Call Maya about renewal", detail: "Task · Tomorrow 17:00 · Maya Okafor", initials: "CM", avatarKey: "call" }
];
export const duplicateGroups = [
    { title: "Maya Okafor and M. Okafor", reason: "The same e-mail address" },
    { title: "Anke Weber and Weber, Anke", reason: "Alike names" }
];
export const importColumns = [
    { heading: "Vorname", sample: "Maya · Tomás · Salma", target: "givenName", targetText: "First name" },
    { heading: "Nachname", sample: "Okafor · Rivera · Haddad", target: "familyName", targetText: "Last name" },
    { heading: "E-Mail", sample: "maya@okafor.example · tomas@rivera.example", target: "emails", targetText: "E-mail" },
    { heading: "Telefon geschäftlich", sample: "+49 30 123-45 · +34 911 234 567", target: "phones", targetText: "Phone" },
    { heading: "Firma", sample: "Okafor Studio · Rivera y Hijos", target: "company", targetText: "Company" },
    { heading: "Kd.-Nr.", sample: "10042 · 10043 · 10051", target: "", targetText: "Left out" },
    { heading: "Bemerkung", sample: "", target: "note", targetText: "Note" }
];
export const importProblems = [
    { line: "Line 3", words: "E-mail: “no address” is not an e-mail address" },
    { line: "Line 18", words: "There is nobody called “Ms Reception”" },
    { line: "Line 207", words: "The name is missing; E-mail: “x” is not an e-mail address" }
];
export const mergeRecords = [{ value: "contact:maya", text: "Maya Okafor", detail: "3 Nov" }, { value: "contact:mo", text: "M. Okafor", detail: "Tue" }];
function merging(field, label, result, united, ...texts) {
    return { field, label, result, united, choosable: texts.length > 1, choices: texts.map((text, value) => ({ modelData: { value, text, chosen: value === 0 } })) };
}
export const mergeFields = [
    merging("name", "Name", "Maya Okafor", false, "Maya Okafor", "M. Okafor"),
    merging("company", "Company", "Okafor Studio", false, "Okafor Studio"),
    merging("job", "Job", "Founder", false, "Founder", "Designer"),
    merging("emails", "E-mail", "maya@okafor.example, studio@okafor.example", true)
];

export const stages = [
    { stage: "lead", name: "Lead", kind: "open", sum: "€ 10,550", deals: [deal("chen", "晨星科技 pilot", "Chen Wei", "€ 5,400", "19 Dec"), deal("fjord", "Fjord starter", "Ola Nordmann", "€ 1,250", "30 Dec"), deal("atelier", "Atelier website", "Zoë Martens", "€ 3,900", "11 Dec", { waiting: true })] },
    { stage: "qualified", name: "Qualified", kind: "open", sum: "€ 31,990", deals: [deal("nair", "Nair fleet, 60 seats", "Priya Nair", "€ 31,000", "8 Dec"), deal("sewa", "Sewa helpdesk", "Sita Gurung", "€ 990", "25 Dec")] },
    { stage: "proposal", name: "Proposal", kind: "open", sum: "€ 23,480", deals: [deal("annual", "Annual plan, 12 seats", "Maya Okafor", "€ 8,640", "4 Dec"), deal("weber", "Weber rollout", "Anke Weber", "€ 14,200", "27 Nov", { conflicts: 1 }), deal("print", "Print portal", "Ivo Petrov", "€ 640", "2 Dec")] },
    { stage: "negotiation", name: "Negotiation", kind: "open", sum: "€ 42,000", deals: [deal("lee", "Lee group contract", "Grace Hopper-Lee", "€ 42,000", "5 Dec")] },
    { stage: "won", name: "Won", kind: "won", sum: "€ 9,400", deals: [deal("xezer", "Xəzər upgrade", "Elvin Quliyev", "€ 7,300", "today"), deal("renewal", "Renewal", "Tomás Rivera", "€ 2,100", "Tue")] },
    { stage: "lost", name: "Lost", kind: "lost", sum: "", deals: [] }
];
// Messages of a week by weekday and hour.
export const volume = Array.from({ length: 7 }, (_, day) => Array.from({ length: 24 }, (_, hour) => hour < 6 ? 0
    : Math.max(0, Math.round((day > 4 ? 9 : 42) * Math.exp(-Math.pow(hour - 12 - day % 3, 2) / 14) - 1 + (hour * 7 + day * 5) % 4))));

const tile = (name, label, figure, change, direction, upIs = "good") => ({ name, label, figure, change, direction, upIs, picks: true,
    alarm: "", unit: figure.includes("€") ? "" : figure.includes("%") ? "percent" : /min|d /.test(figure) ? "minutes" : "count" });
export const tiles = [
    tile("conversations.waiting", "Waiting conversations", "37", "8", "down", "bad"),
    tile("conversations.firstResponse", "First response", "1 min 52 s", "14 %", "down", "bad"),
    tile("conversations.resolution", "Resolution time", "5 h 20 min", "9 %", "down", "bad"),
    tile("agents.online", "Agents online", "9 / 12", "", "", "neutral"),
    tile("deals.value", "Pipeline", "€ 412 k", "6 %", "up"),
    tile("deals.forecast", "Weighted forecast", "€ 188 k", "3 %", "down"),
    tile("deals.winRate", "Win rate", "34 %", "4 pt", "up"),
    tile("contacts.new", "New contacts", "58", "11", "up"),
    tile("deals.open", "Open deals", "126", "", "same"),
    tile("month:2026-11", "Revenue against € 50 k", "109 %", "", ""),
    tile("deals.wonValue", "Won", "€ 58 k · US$ 12 k", "", ""),
    tile("deals.lostValue", "Lost", "€ 9.4 k", "22 %", "down", "bad"),
    tile("deals.timeToClose", "Time to close", "31 d 4 h", "9 %", "up", "bad"),
    tile("messages.sent", "Messages", "2,148", "310", "up", "neutral"),
    tile("deals.new", "New deals", "19", "2", "up")
];

const chart = (categories, names, values, more) => Object.assign({ categories, names, values, texts: [], pattern: "", figures: categories.map((_, index) => "sample:" + index) }, more);
export const revenue = chart(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], ["2026", "2025", "Target"],
    [[21400, 25100, 24200, 29700, 32600, 31700, 38900, 41800, 40900, 49200, 54600, null],
        [18900, 20400, 22800, 21200, 26600, 27100, 28000, 31400, 33800, 32600, 40100, 43400], Array(12).fill(50000)], { pattern: "€ %1", target: 2 });
export const funnel = chart(["Lead", "Qualified", "Proposal", "Negotiation", "Won"], ["This week", "vs last week"],
    [[96000, 121000, 118000, 77000, 58000], [88000, 124000, 101000, 77000, 41000]],
    { pattern: "€ %1", texts: [["€ 96 k", "€ 121 k", "€ 118 k", "€ 77 k", "€ 58 k"], ["€ 88 k", "€ 124 k", "€ 101 k", "€ 77 k", "€ 41 k"]] });
export const reasons = chart(["Too expensive", "Another was faster", "No reason given", "Project was stopped"], ["Lost deals"], [[7, 4, 3, 1]]);
export const owners = chart(["Lena Roth", "Jonas Weiss", "Amira Said", "Piotr Zając", "Nobody"], ["Won"], [[24000, 19500, 9700, 4800, 0]],
    { pattern: "€ %1", texts: [["€ 24 k · 31 open · 412 messages", "€ 20 k · 28 open · 388 messages", "€ 9.7 k · 40 open · 207 messages", "€ 4.8 k · 22 open · 96 messages", "– · 5 open · 0 messages"]] });
export const messagesByHour = chart(Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0")), ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], volume, { figures: [] });

// What managers and admins define.
export const pipelines = [
    { record: "pipeline:sales", name: "Sales EU", detail: "5 stages, 12 deals", kept: "12 deals are in it: move them to another pipeline first.", waiting: false, conflicts: 0 },
    { record: "pipeline:renewals", name: "Renewals", detail: "4 stages, 0 deals", kept: "", waiting: true, conflicts: 1 }
];
export const stageRows = [
    { stage: "lead", name: "Lead", probability: 10, kind: "open", deals: 4 },
    { stage: "qualified", name: "Qualified", probability: 30, kind: "open", deals: 3 },
    { stage: "proposal", name: "Proposal", probability: 50, kind: "open", deals: 5 },
    { stage: "won", name: "Won", probability: 100, kind: "won", deals: 0 },
    { stage: "lost", name: "Lost", probability: 0, kind: "lost", deals: 0 }
];
export const stagesConflict = [{
    conflictId: "stages", fieldName: "Stages", sentence: "Jonas Weber changed this before you, and you had not seen it.",
    kept: "Lead (10 %) → Offer (50 %) → Won (100 %) → Lost (0 %)", keptBy: "Jonas Weber", keptTime: "Today 09:12", keptOwn: false,
    wanted: "Lead (20 %) → Proposal (50 %) → Won (100 %) → Lost (0 %)", wantedBy: "You", wantedTime: "Today 09:14", wantedOwn: true,
    before: "Lead (10 %) → Proposal (50 %) → Won (100 %) → Lost (0 %)", longest: 0, mayType: false
}];
const definition = (record, name, type, detail, more = {}) => Object.assign({ record: "field:" + record, name, type, detail, choices: "", needed: false, waiting: false, conflicts: 0 }, more);
export const definitions = [
    definition("size", "Size", "choice", "Choice, required", { choices: "Small\nMedium\nLarge", needed: true }),
    definition("number", "Customer number", "number", "Number"),
    definition("site", "Portal", "link", "Link")
];
export const deletedDefinitions = [{ record: "field:fax", name: "Fax" }];
export const statuses = [
    { status: "lead", name: "Lead", color: "accent" },
    { status: "qualified", name: "Qualified", color: "warn" },
    { status: "customer", name: "Customer", color: "ok" },
    { status: "inactive", name: "Inactive", color: "neutral" },
    { status: "partner-1", name: "Partner", color: "error" }
];
