// The world ECharts finds itself in: no clock, no chance, no timers, no locale.
// What it draws depends on the option and on the widths of texts alone.
(function () {
  "use strict";
  // A fixed clock. zrender times itself, and measures text in another way on a
  // slow machine; dates in options are still what they say.
  const RealDate = Date;
  const FixedDate = function (...parts) {
    const date = parts.length ? new RealDate(...parts) : new RealDate(0);
    return new.target ? date : date.toString();
  };
  FixedDate.prototype = RealDate.prototype;
  FixedDate.now = () => 0;
  FixedDate.parse = RealDate.parse;
  FixedDate.UTC = RealDate.UTC;
  globalThis.Date = FixedDate;
  // A fixed sequence (a linear congruential generator modulo 2^31 - 1).
  let seed = 20250409;
  Math.random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  // Nothing is animated, so no timer is ever due.
  globalThis.setTimeout = () => 0;
  globalThis.clearTimeout = () => {};
  // ECharts complains here of an option it does not understand.
  let complaints = [];
  const complain = (...words) => { complaints.push(words.join(" ")); };
  globalThis.console = { log() {}, info() {}, warn: complain, error: complain };

  globalThis.warraqReady = function () {
    echarts.setPlatformAPI({
      measureText: (text, font) => ({ width: warraqMeasure(String(text), String(font)) }),
    });
  };
  globalThis.warraqMap = function (name, outlines) {
    echarts.registerMap(name, JSON.parse(outlines));
  };
  globalThis.warraqDraw = function (option, width, height) {
    complaints = [];
    seed = 20250409;
    const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
    try {
      chart.setOption(JSON.parse(option));
      // Plain shapes: no style sheet, no classes for hovering.
      const svg = chart.getZr().painter.renderToString({ cssAnimation: false, cssEmphasis: false });
      if (complaints.length) throw new Error(complaints.join("; "));
      return svg;
    } finally {
      chart.dispose();
    }
  };
})();
