package charts

import "warraq/charts/engine"

// LibraryVersion is the version of the chart library, Apache ECharts.
const LibraryVersion = engine.LibraryVersion
