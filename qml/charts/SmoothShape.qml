// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes

// A Shape with smooth edges: on a graphics card only a layer with several samples has them, the software renderer always does.
Shape {
    layer.enabled: GraphicsInfo.api !== GraphicsInfo.Software
    layer.samples: 4
}
