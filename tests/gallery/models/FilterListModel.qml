// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
SampleList {
    property var calls: []

    function record(name: string, argument: var) {
        calls = calls.concat([[name, argument]]);
    }
    function fields(): var { return [{ value: "name", text: "Name" }, { value: "status", text: "Status" }, { value: "emails", text: "E-mail" }, { value: "changedAt", text: "Last change" }]; }
    function testsOf(row: int): var { return [{ value: "is", text: "is" }, { value: "isNot", text: "is not" }, { value: "isEmpty", text: "is empty" }]; }
    function choicesOf(row: int): var { return [{ value: "lead", text: "Lead" }, { value: "customer", text: "Customer" }]; }
    function add(field: string) { record("add", field); }
    function setField(row: int, field: string) { record("setField", [row, field]); }
    function setTest(row: int, test: string) { record("setTest", [row, test]); }
    function setText(row: int, text: string) { record("setText", [row, text]); }
    function removeAt(row: int) {
        record("removeAt", row);
        values = values.filter((value, place) => place !== row);
    }
}
