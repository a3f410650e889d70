// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What is done to it is kept in `calls`, for tests.
QtObject {
    property string proxyMode: "system"
    property string proxyAddress: ""
    property string proxyUser: ""
    property bool proxyPasswordKept: false
    property string authorityFile: ""
    property string proxyProblem: ""
    property string authorityProblem: ""
    property var calls: []

    function setProxy(address: string, user: string, password: string): bool {
        calls = calls.concat([["setProxy", address, user, password]]);
        proxyProblem = address.includes(" ") ? "“" + address + "” is not the address of a proxy" : "";
        if (proxyProblem !== "")
            return false;
        proxyAddress = address;
        proxyUser = user;
        proxyPasswordKept = proxyPasswordKept || password !== "";
        return true;
    }
    function setAuthorityFile(file: string): bool {
        calls = calls.concat([["setAuthorityFile", file]]);
        authorityProblem = file.endsWith(".pem") || file === "" ? "" : "There is no certificate in " + file;
        if (authorityProblem === "")
            authorityFile = file;
        return authorityProblem === "";
    }
}
