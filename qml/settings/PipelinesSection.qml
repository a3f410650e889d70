// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The pipelines that deals go through, one a row; the one that is open shows its stages.
SettingsSection {
    id: section

    required property CrmSetup setup

    title: qsTr("Pipelines")

    Repeater {
        model: section.setup.pipelines

        OpenableRow {
            id: row

            required property string record
            required property string kept

            open: section.setup.page?.record === record
            onToggled: section.setup.open(open ? "" : record)
            onBinAsked: {
                problem = kept;
                if (kept === "")
                    section.setup.pipelines.moveToBin(record);
            }
            Layout.fillWidth: true

            Lazy {
                active: row.open
                visible: active
                implicitHeight: item?.implicitHeight ?? 0
                Layout.fillWidth: true

                PipelineEditor {
                    objectName: "pipelineEditor"
                    anchors.left: parent?.left
                    anchors.right: parent?.right
                    page: section.setup.page
                    stages: section.setup.stages
                }
            }
        }
    }
    AddRow {
        objectName: "newPipeline"
        placeholder: qsTr("New pipeline")
        verdict: section.setup.pipelines.problemWith(typed)
        onAsked: name => section.setup.open(section.setup.pipelines.add(name))
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
        Layout.bottomMargin: Theme.space8
    }
    BinRows {
        objectName: "pipelinesBin"
        bin: section.setup.deletedPipelines
        Layout.fillWidth: true
    }
}
