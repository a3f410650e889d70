-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE commands(position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, name TEXT NOT NULL, fields TEXT NOT NULL, state TEXT NOT NULL, refusal_code TEXT NOT NULL DEFAULT '', refusal_message TEXT NOT NULL DEFAULT '');
INSERT INTO commands VALUES(6,'01a22775-5fed-7000-bcac-0be21efbe1e6',1795958333421,'message:send','{"conversation":"01a2272e-3435-7f6d-a8dc-e175b6146282","text":"Written where there is no network"}','queued','','');
INSERT INTO commands VALUES(7,'01a22775-5fee-7000-9068-add8fc25cee5',1795958333422,'record:create','{"record":"contact:01a22775-5fee-7e90-8c4a-5d0b180d2ef6","set":{"name":"Imke Vos"}}','queued','','');
CREATE TABLE drafts(conversation TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO drafts VALUES('01a2272e-3435-7f6d-a8dc-e175b6146282','The invoice is attached');
CREATE TABLE draft_files(conversation TEXT PRIMARY KEY, files TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO draft_files VALUES('01a2272e-3435-7f6d-a8dc-e175b6146282','[{"hash":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae","name":"Invoice.pdf","size":3,"type":"application/pdf"}]');
CREATE TABLE settled(id TEXT PRIMARY KEY, at INTEGER NOT NULL, name TEXT NOT NULL, fields TEXT NOT NULL, settled_at INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO settled VALUES('01a2272e-2e39-7000-8093-8d8cf1f99331',1795953667641,'record:create','{"record":"company:01a2272e-2e39-7a75-82dd-47ed454263b6","set":{"name":"Harbour Tea"}}',1795953667778);
INSERT INTO settled VALUES('01a2272e-2f55-7000-9f69-106755ffadb5',1795953667925,'record:create','{"add":{"emails":["noor@harbour.example"]},"record":"contact:01a2272e-2f55-77e3-9fc9-46926bbe3e97","set":{"company":"01a2272e-2e39-7a75-82dd-47ed454263b6","name":"Noor Haddad"}}',1795953668217);
INSERT INTO settled VALUES('01a2272e-30ec-7000-be9b-d1f4bbdf38f5',1795953668332,'record:create','{"record":"contact:01a2272e-30ec-7c72-9744-a22ec5099e01","set":{"name":"Søren Vik"}}',1795953668742);
INSERT INTO settled VALUES('01a2272e-30f9-7000-b4ab-1ecc5f03ddc9',1795953668345,'record:change','{"after":["01a2272e-2f55-7000-9f69-106755ffadb5"],"base":1,"record":"contact:01a2272e-2f55-77e3-9fc9-46926bbe3e97","set":{"status":"customer"},"was":{"status":null}}',1795953668775);
INSERT INTO settled VALUES('01a2272e-3435-7000-86af-485658587fb9',1795953669173,'conversation:create','{"conversation":"01a2272e-3435-7f6d-a8dc-e175b6146282","kind":"group","members":["01a1f849-a3c2-788c-8724-ead3a7b9b8b9"],"title":"Harbour"}',1795953669278);
CREATE INDEX settled_by_time ON settled(settled_at);
CREATE INDEX commands_by_record ON commands(CASE WHEN json_valid(fields) THEN json_extract(fields, '$.record') END) WHERE name IN ('record:create', 'record:change');
CREATE INDEX settled_by_record ON settled(CASE WHEN json_valid(fields) THEN json_extract(fields, '$.record') END) WHERE name IN ('record:create', 'record:change');
PRAGMA user_version=5;
