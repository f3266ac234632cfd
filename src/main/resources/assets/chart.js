// Draws the tables of charts with ECharts. The table stays, folded up below its picture.
"use strict";

(() => {
  // Each at least 3:1 against the ground it stands on; patterns tell the series apart without colour.
  const COLOURS = {
    light: ["#0b5cad", "#b45309", "#0f766e", "#9d174d", "#6d28d9", "#4d5b16"],
    dark: ["#6cb2f7", "#f5a65b", "#4fd1c1", "#f48fb1", "#b79cf7", "#c5d86d"],
  };
  const drawn = [];

  // The ground itself tells whether it is dark, whoever made it so.
  function theme() {
    const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number);
    const dark = 0.299 * r + 0.587 * g + 0.114 * b < 128;
    return { text: getComputedStyle(document.body).color, colours: dark ? COLOURS.dark : COLOURS.light,
      line: dark ? "#5b6b7f" : "#8a96a3", ground: dark ? "#1b2a3a" : "#ffffff" };
  }

  function read(table) {
    const heads = [...table.tHead.rows[0].cells].slice(1);
    const rows = [...table.tBodies[0].rows];
    return {
      categories: rows.map(row => row.cells[0].textContent.trim()),
      series: heads.map((head, i) => ({
        name: head.textContent.trim(),
        data: rows.map(row => row.cells[i + 1].dataset.value).map(value => value === "" ? null : Number(value)),
      })),
    };
  }

  function options(figure, { categories, series }) {
    const { text, colours, line, ground } = theme();
    const kind = figure.dataset.chart;
    const many = series.length > 1;
    const axis = { axisLabel: { color: text }, axisLine: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: line, opacity: 0.4 } } };
    return {
      animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      // Its own description counts from 0 and tells sums nobody asked for; the table says it better.
      aria: { enabled: true, label: { enabled: false }, decal: { show: many && kind !== "line" } },
      color: colours,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      tooltip: { trigger: "axis", renderMode: "richText", backgroundColor: ground, borderColor: line, textStyle: { color: text } },
      legend: many ? { top: 0, textStyle: { color: text } } : undefined,
      grid: { left: 8, right: 16, top: many ? 36 : 16, bottom: 8, containLabel: true },
      xAxis: { type: "category", data: categories, ...axis, splitLine: { show: false } },
      yAxis: { type: "value", ...axis },
      series: series.map(one => ({
        ...one,
        type: kind === "line" ? "line" : "bar",
        stack: kind === "stacked" ? "all" : undefined,
        barMaxWidth: 48,
        symbolSize: 7,
        lineStyle: { width: 2.5 },
      })),
    };
  }

  function draw(figure) {
    const holder = figure.querySelector(".chart-table");
    if (!holder) return;
    const view = document.createElement("div");
    view.className = "chart-view";
    view.setAttribute("role", "img");
    view.setAttribute("aria-label", `${figure.querySelector(".chart-title").textContent.trim()} – ${figure.dataset.table}`);
    const fold = document.createElement("details");
    fold.append(Object.assign(document.createElement("summary"), { textContent: figure.dataset.table }));
    holder.replaceWith(view, fold);
    fold.append(holder);
    const locale = document.documentElement.lang.startsWith("zh") ? "ZH" : "EN";
    const chart = echarts.init(view, null, { renderer: "svg", locale });
    const data = read(holder.querySelector("table"));
    const show = () => chart.setOption(options(figure, data), true);
    show();
    drawn.push(show);
    new ResizeObserver(() => chart.resize()).observe(view);
  }

  const redraw = () => drawn.forEach(show => show());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  new MutationObserver(redraw).observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme", "class"] });
  window.reachCharts = root => root.querySelectorAll(".chart:not([data-drawn])").forEach(figure => {
    figure.dataset.drawn = "true";
    draw(figure);
  });
})();
