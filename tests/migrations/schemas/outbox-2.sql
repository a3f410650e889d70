-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE commands(position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, name TEXT NOT NULL, fields TEXT NOT NULL, state TEXT NOT NULL, refusal_code TEXT NOT NULL DEFAULT '', refusal_message TEXT NOT NULL DEFAULT '');
INSERT INTO commands VALUES(6,'01a1f849-af76-78c1-a181-ac506f328c10',1795166941046,'message:send','{"conversation":"0197f000-0000-7000-8000-000000000000","text":"Nobody reads this"}','refused','conversation.unknown','There is no such conversation, or you are not in it.');
INSERT INTO commands VALUES(7,'01a1f849-b171-75c7-98de-2390b73bd35e',1795166941553,'message:send','{"conversation":"01a1f849-a776-7eaf-a96b-f68817f07329","text":"Written on a train"}','queued','','');
CREATE TABLE drafts(conversation TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO drafts VALUES('01a1f849-a776-7eaf-a96b-f68817f07329','half a sent');
CREATE TABLE settled(id TEXT PRIMARY KEY, at INTEGER NOT NULL, name TEXT NOT NULL, fields TEXT NOT NULL, settled_at INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO settled VALUES('01a1f849-a776-7eaf-a96b-f68817f07330',1795166939000,'message:send','{"conversation":"01a1f849-a776-7eaf-a96b-f68817f07329","text":"Good evening"}',1795166939100);
CREATE INDEX settled_by_time ON settled(settled_at);
PRAGMA user_version=2;
