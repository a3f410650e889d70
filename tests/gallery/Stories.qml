// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

// Stories of one part of the program.
QtObject {
    default property list<NamedStory> all
}
