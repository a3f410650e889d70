// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property bool allowed: true
    property bool workspaceAllowed: true
    property PipelineListModel pipelines: PipelineListModel { }
    property BinListModel deletedPipelines: BinListModel { }
    property BinListModel deletedFields: BinListModel { }
    property FieldListModel fields: FieldListModel { } // of any kind
    property StatusListModel statuses: StatusListModel { }
    property RecordPage workspace: RecordPage { }
    property string revenueTarget: "50000.00 EUR"
    property RecordPage page: null
    property StageListModel stages: null
    property var pages: ({}) // by record, for open()
    property StageListModel sampleStages: StageListModel { }

    function fieldsOf(kind: string): FieldListModel { return fields; }
    function open(record: string) {
        page = pages[record] ?? null;
        stages = record.startsWith("pipeline:") && page ? sampleStages : null;
    }
}
