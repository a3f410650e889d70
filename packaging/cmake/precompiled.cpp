// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing: the precompiled header needs a target to belong to (FrontdeskTargets.cmake).
