// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    enum State { Offline, Connecting, Authenticating, CatchingUp, Online, Waiting, SignInNeeded, Incompatible }

    property int state: ConnectionStatus.Online
    readonly property bool online: state === ConnectionStatus.Online
    property string badgeText: ""
    property string badgeKind: "ok"
    property string stateText: ""
    property int attempt: 0
    property int secondsToRetry: -1
    property int waiting: 0
    property string waitingText: ""
    property int latency: -1
    property list<real> latencies
    property list<real> latencyTimes
    property string latencySummary: ""
    property string transport: ""
    property string server: ""
    property string received: ""
    property int gaps: 0
    property string clockSkew: ""
    property string lastError: ""
    property string certificateProblem: ""
    property string certificate: ""
    property int reconnects: 0
    property string transportNote: ""
    property string heartbeat: ""
    property string traffic: ""
    property string receivedUpTo: ""
    property list<string> gapTexts
    property string fetched: ""
    property string refused: ""
    property string notUnderstood: ""
    property ConnectionHistoryModel history: ConnectionHistoryModel { }
    property ConnectionProblemsModel problems: ConnectionProblemsModel { }
    property ConnectionTestModel test: ConnectionTestModel { }
    property FlightModel flight: FlightModel { }

    property int reconnectsAsked: 0

    function reconnectNow() { ++reconnectsAsked; }
    function goOffline() { state = ConnectionStatus.Offline; }
    function copyReport(): string { return "report"; }
}
