"use strict";
// The picture as SVG text, made with the DOM so that labels are escaped by the browser.
window.kgSvg = ({ network, nodes, edges, bands, box, css, band, shortened }) => {
  // vis-network counts the corner's radius as part of a box.
  const CORNER = 7;
  const NS = "http://www.w3.org/2000/svg";
  const [left, top, right, bottom] = box;
  const make = (tag, attributes, text) => {
    const element = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const svg = make("svg", { viewBox: `${left} ${top} ${right - left} ${bottom - top}`, width: right - left, height: bottom - top, "font-family": "system-ui, Noto Sans, sans-serif" });
  svg.append(make("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: css("--page") }));

  for (const [title, from, to] of bands) {
    svg.append(make("rect", { x: -band[0], y: from - band[1], width: 2 * band[0], height: to - from + band[1] + band[2], rx: 14, fill: css("--band") }));
    svg.append(make("text", { x: 0, y: from - band[1] + 19, "text-anchor": "middle", "font-size": 14, "font-weight": 600, fill: css("--muted") }, shortened(title)));
  }

  const size = (id) => {
    const found = network.getBoundingBox(id), node = nodes.get(id), at = network.getPosition(id);
    return node.shape === "box"
      ? { ...at, w: (found.right - found.left) / 2 - CORNER, h: (found.bottom - found.top) / 2 - CORNER }
      : { ...at, w: node.size, h: node.size };
  };

  // A line leaves a box at the side that faces the other end.
  const port = (from, to) => {
    const dx = to.x - from.x, dy = to.y - from.y;
    if (Math.abs(dx) >= from.w) return [from.x + Math.sign(dx) * from.w, from.y];
    return [from.x, from.y + Math.sign(dy) * from.h];
  };

  // The path of a line, where its label stands, and which way it arrives.
  const course = (e, [x1, y1], [x2, y2]) => {
    const turn = { curvedCW: 1, curvedCCW: -1 }[e.smooth?.type];
    if (e.smooth?.type === "cubicBezier" && Math.abs(x2 - x1) > 1) {
      const bend = (x2 - x1) * e.smooth.roundness;
      return { d: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`, at: [(x1 + x2) / 2, (y1 + y2) / 2], from: [x2 - bend, y2] };
    }
    if (turn) {
      const via = [(x1 + x2) / 2 + turn * (y2 - y1) * e.smooth.roundness, (y1 + y2) / 2 - turn * (x2 - x1) * e.smooth.roundness];
      return { d: `M${x1} ${y1}Q${via[0]} ${via[1]} ${x2} ${y2}`, at: [(x1 + x2 + 2 * via[0]) / 4, (y1 + y2 + 2 * via[1]) / 4], from: via };
    }
    return { d: `M${x1} ${y1}L${x2} ${y2}`, at: [(x1 + x2) / 2, (y1 + y2) / 2], from: [x1, y1] };
  };

  for (const e of edges.get().filter((item) => !item.hidden)) {
    const a = size(e.from), b = size(e.to);
    const start = port(a, b), end = port(b, a);
    const { d, at, from } = course(e, start, end);
    const line = make("path", { d, fill: "none", stroke: e.color.color, "stroke-width": e.width, "stroke-opacity": e.color.opacity });
    if (e.dashes) line.setAttribute("stroke-dasharray", "9 6");
    svg.append(line);
    if (e.arrows === "to") {
      const slope = Math.atan2(end[1] - from[1], end[0] - from[0]) * 180 / Math.PI;
      svg.append(make("path", { d: "M0 0L-9 4L-9 -4Z", fill: e.color.color, "fill-opacity": e.color.opacity, transform: `translate(${end[0]} ${end[1]}) rotate(${slope})` }));
    }
    if (e.label) {
      svg.append(make("text", { x: at[0], y: at[1] + 4, "text-anchor": "middle", "font-size": 13, fill: e.font.color, stroke: e.font.background, "stroke-width": 5, "paint-order": "stroke" }, e.label));
    }
  }

  const MARKUP = /(<[bi]>.*?<\/[bi]>)/;
  const plain = (text) => text.replaceAll(/<\/?[bi]>/g, "").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
  const words = (node, x, y, step) => {
    const lines = node.label.split("\n");
    const text = make("text", { "text-anchor": "middle", "font-size": node.font.size, fill: css("--ink"), opacity: node.opacity });
    lines.forEach((line, i) => {
      const parts = node.font.bold ? line.split(MARKUP) : [line];
      const row = make("tspan", { x, y: y + (i - (lines.length - 1) / 2) * step + 5 });
      for (const part of parts) {
        const bold = node.font.bold && part.startsWith("<b>");
        const ital = node.font.bold && part.startsWith("<i>");
        const content = node.font.bold ? plain(part) : part;
        const look = bold ? { "font-weight": 700, "font-size": node.font.bold.size, fill: node.font.bold.color } : { "font-style": "italic", fill: node.font.ital?.color };
        row.append(bold || ital ? make("tspan", look, content) : content);
      }
      text.append(row);
    });
    svg.append(text);
  };
  for (const node of nodes.get().filter((item) => !item.hidden && item.kind !== "port")) {
    const at = size(node.id);
    if (node.shape === "box") {
      svg.append(make("rect", { x: at.x - at.w, y: at.y - at.h, width: 2 * at.w, height: 2 * at.h, rx: CORNER, opacity: node.opacity, fill: node.color.background, stroke: node.color.border, "stroke-width": node.borderWidth }));
      words(node, at.x, at.y, 18);
    } else {
      svg.append(make("image", { href: node.image, x: at.x - at.w, y: at.y - at.h, width: 2 * at.w, height: 2 * at.h, opacity: node.opacity }));
      words(node, at.x, at.y + at.h + 9 * node.label.split("\n").length + 4, 17);
    }
  }
  return new XMLSerializer().serializeToString(svg);
};
