-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE commands(position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, name TEXT NOT NULL, fields TEXT NOT NULL, state TEXT NOT NULL, refusal_code TEXT NOT NULL DEFAULT '', refusal_message TEXT NOT NULL DEFAULT '');
INSERT INTO commands VALUES(10,'01a22474-9988-7174-ad4e-1aa793f12683',1795907950984,'message:send','{"conversation":"0197f000-0000-7000-8000-000000000000","text":"Nobody reads this"}','refused','conversation.unknown','There is no such conversation, or you are not in it.');
INSERT INTO commands VALUES(11,'01a22474-99a0-7a7a-848a-a64ff842f74d',1795907951008,'record:change','{"base":4,"record":"conversation:01a22474-98fd-7237-bd37-b2fbea4a85af","set":{"title":"Better"},"was":{"title":"Night shift 2"}}','queued','','');
INSERT INTO commands VALUES(12,'01a22474-99a5-7fc9-86a2-22f076c072be',1795907951013,'message:send','{"conversation":"01a22474-98fd-7237-bd37-b2fbea4a85af","text":"Written on a train"}','queued','','');
INSERT INTO commands VALUES(13,'01a22474-99a8-7059-ac88-defb6d2f5f93',1795907951016,'message:edit','{"conversation":"01a22474-98fd-7237-bd37-b2fbea4a85af","message":"01a22474-9900-7fa4-9f51-1269ae99fc88","text":"Good evening, order 4713 is late"}','queued','','');
INSERT INTO commands VALUES(14,'01a22474-99ab-7f9f-a985-68f596a33e6b',1795907951019,'own:set','{"key":"setting:theme","value":{"name":"dark"}}','queued','','');
CREATE TABLE drafts(conversation TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO drafts VALUES('01a22474-98fd-7237-bd37-b2fbea4a85af','half a sent');
CREATE TABLE settled(id TEXT PRIMARY KEY, at INTEGER NOT NULL, name TEXT NOT NULL, fields TEXT NOT NULL, settled_at INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO settled VALUES('01a22474-98fd-7b1d-8e54-af9b096e26b5',1795907950845,'conversation:create','{"conversation":"01a22474-98fd-7237-bd37-b2fbea4a85af","kind":"group","members":["01a22474-962c-7fa9-8c5b-47ad1b532dcd"],"title":"Night shift"}',1795907950848);
INSERT INTO settled VALUES('01a22474-9900-7fa4-9f51-1269ae99fc88',1795907950848,'message:send','{"conversation":"01a22474-98fd-7237-bd37-b2fbea4a85af","text":"Good evening, Bjørn’s order 4711 is late"}',1795907950862);
INSERT INTO settled VALUES('01a22474-9902-74fc-aedf-843282996f27',1795907950850,'record:change','{"add":{"labels":["vip","late"]},"base":1,"record":"conversation:01a22474-98fd-7237-bd37-b2fbea4a85af"}',1795907950869);
INSERT INTO settled VALUES('01a22474-9926-7655-a89b-e6c86df7ba99',1795907950886,'message:edit','{"conversation":"01a22474-98fd-7237-bd37-b2fbea4a85af","message":"01a22474-9900-7fa4-9f51-1269ae99fc88","text":"Good evening, Bjørn’s order 4712 is late"}',1795907950899);
INSERT INTO settled VALUES('01a22474-9933-71c9-adba-aee0c478a119',1795907950899,'record:change','{"base":2,"record":"conversation:01a22474-98fd-7237-bd37-b2fbea4a85af","remove":{"labels":["late"]}}',1795907950913);
INSERT INTO settled VALUES('01a22474-994d-78b3-9b0b-1e862fd86dba',1795907950925,'record:change','{"base":3,"record":"conversation:01a22474-98fd-7237-bd37-b2fbea4a85af","set":{"title":"Night shift 2"},"was":{"title":"Night shift"}}',1795907950951);
CREATE INDEX settled_by_time ON settled(settled_at);
PRAGMA user_version=3;
