package engine

// LibraryVersion is the version of the chart library, Apache ECharts.
const LibraryVersion = libraryVersion
