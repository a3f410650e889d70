// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Models
import "samples.mjs" as Samples

// Contacts from files and into files.
Stories {
    NamedStory {
        name: "import-file"
        Story {
            onPrepare: app => app.workspace.crm.fileImport.unfinished = "fair-2026.csv"
            onBuilt: view => {
                view.place = "contacts";
                view.importFile("contact");
            }
        }
    }
    NamedStory { name: "import-columns"; Story { onBuilt: view => importing(view, { step: ImportModel.Columns, problems: Samples.importProblems.slice(0, 1) }) } }
    NamedStory {
        name: "import-trial"
        Story { onBuilt: view => importing(view, { step: ImportModel.Trial, rows: 2140, made: 2097, there: 40, wrong: 3, companies: 118, notes: 64, problems: Samples.importProblems }) }
    }
    NamedStory { name: "import-running"; Story { onBuilt: view => importing(view, { step: ImportModel.Running, busy: true, progress: 0.43, rows: 920, made: 901, there: 17, wrong: 2 }) } }
    NamedStory {
        name: "import-line"
        Story {
            onPrepare: app => Object.assign(app.workspace.crm.fileImport, { step: ImportModel.Running, busy: true, progress: 0.43 })
            onBuilt: view => view.place = "contacts"
        }
    }
    NamedStory {
        name: "import-finished"
        Story {
            onBuilt: view => importing(view, { step: ImportModel.Finished, rows: 2140, made: 2097, there: 40, wrong: 3, companies: 118, notes: 64, problems: Samples.importProblems,
                mendFile: "/home/lena/Documents/people-to-mend.csv", leftOut: "BDAY, PHOTO" })
        }
    }
    NamedStory { name: "import-cancelled"; Story { onBuilt: view => importing(view, { step: ImportModel.Finished, complete: false, rows: 920, made: 901, there: 17, wrong: 2 }) } }
    NamedStory {
        name: "export"
        Story {
            onBuilt: view => {
                view.place = "contacts";
                view.exportShown("contact");
                app.workspace.crm.fileExport.replaces = true;
            }
        }
    }
    NamedStory {
        name: "export-done"
        Story {
            onBuilt: view => {
                view.place = "contacts";
                view.exportShown("contact");
                app.workspace.crm.fileExport.written = 1204;
            }
        }
    }
}
