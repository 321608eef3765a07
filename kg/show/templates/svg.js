"use strict";
// The picture as SVG text, made with the DOM so that labels are escaped by the browser.
window.kgSvg = ({ network, nodes, edges, bands, box, css, band }) => {
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
    svg.append(make("text", { x: 0, y: from - band[1] + 16, "text-anchor": "middle", "font-size": 13, "font-weight": 600, fill: css("--muted") }, title.toUpperCase()));
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

  for (const e of edges.get().filter((item) => !item.hidden)) {
    const a = size(e.from), b = size(e.to);
    const [x1, y1] = port(a, b), [x2, y2] = port(b, a);
    const bend = (x2 - x1) * 0.45;
    const d = e.smooth ? `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}` : `M${x1} ${y1}L${x2} ${y2}`;
    const line = make("path", { d, fill: "none", stroke: e.color.color, "stroke-width": e.width, "stroke-opacity": e.color.opacity });
    if (e.dashes) line.setAttribute("stroke-dasharray", "9 6");
    svg.append(line);
    if (e.arrows === "to") {
      const slope = e.smooth && Math.abs(x2 - x1) > 1 ? (Math.sign(x2 - x1) > 0 ? 0 : 180) : Math.atan2(y2 - y1, x2 - x1) * 180 / Math.PI;
      svg.append(make("path", { d: "M0 0L-9 4L-9 -4Z", fill: e.color.color, "fill-opacity": e.color.opacity, transform: `translate(${x2} ${y2}) rotate(${slope})` }));
    }
    if (e.label) {
      svg.append(make("text", { x: (x1 + x2) / 2, y: (y1 + y2) / 2 + 4, "text-anchor": "middle", "font-size": 13, fill: e.font.color, stroke: css("--page"), "stroke-width": 5, "paint-order": "stroke" }, e.label));
    }
  }

  const plain = (text) => text.replaceAll(/<\/?b>/g, "").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
  const words = (node, x, y, step) => {
    const lines = node.label.split("\n");
    const text = make("text", { "text-anchor": "middle", "font-size": node.font.size, fill: css("--ink"), opacity: node.opacity });
    lines.forEach((line, i) => {
      const parts = node.font.bold ? line.split(/(<b>.*?<\/b>)/) : [line];
      const row = make("tspan", { x, y: y + (i - (lines.length - 1) / 2) * step + 5 });
      for (const part of parts) {
        const bold = node.font.bold && part.startsWith("<b>");
        const content = node.font.bold ? plain(part) : part;
        row.append(bold ? make("tspan", { "font-weight": 700, "font-size": node.font.bold.size, fill: css("--dispute") }, content) : content);
      }
      text.append(row);
    });
    svg.append(text);
  };
  for (const node of nodes.get().filter((item) => !item.hidden)) {
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
