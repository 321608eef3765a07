"use strict";
// One picture of pyvis: panel, search, filters, focus, deep link, saving. All text becomes text
// nodes: no markup of an article is ever parsed.
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const { mode, title, info, said, bands, disputes, box, note } = read("graph-data");
  const picture = read("graph-picture");
  const root = document.documentElement;
  const stage = document.getElementById("stage");
  const canvas = document.getElementById("mynetwork");
  const panel = document.getElementById("content");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const [left, top, right, bottom] = box;
  const ABOVE = 66, BELOW = 50, BAND = 360, SMALLEST = 0.85, LARGEST = 1, CORNER = 7;
  let chosen = null, zoom = 1;

  const css = (name) => getComputedStyle(root).getPropertyValue(name).trim();

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value !== null) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  };

  const options = typeof picture.options === "string" ? JSON.parse(picture.options) : picture.options;
  const nodes = new vis.DataSet(picture.nodes.map((n) => ({ ...n, title: tip(n.id) })));
  const edges = new vis.DataSet(picture.edges);
  const network = new vis.Network(canvas, { nodes, edges }, options);

  function tip(id) {
    const d = info[id], s = said[id];
    return s
      ? make("div", {}, make("strong", {}, s.who), ` ${s.cue}`, make("div", {}, s.words), make("div", { class: "muted" }, s.where))
      : make("div", {}, make("strong", {}, d.label), make("div", { class: "muted" }, d.type));
  }

  // vis ends a line where it meets the box; here the lines of who says what, and those between
  // boxes of different height, end in the middle of a side, at a point of their own.
  const ends = new Map();
  function port(id, towards) {
    const { left: west, right: east, top: north, bottom: south } = network.getBoundingBox(id);
    const side = towards < (west + east) / 2 ? "west" : "east";
    const key = `${side} ${id}`;
    if (!ends.has(key)) {
      ends.set(key, id);
      nodes.add({ id: key, x: side === "west" ? west + CORNER : east - CORNER, y: (north + south) / 2, shape: "dot", size: 1, opacity: 0, chosen: false, kind: "port" });
    }
    return key;
  }
  function route() {
    for (const e of picture.edges.filter((x) => x.smooth && x.smooth.type === "cubicBezier")) {
      const [a, b] = [e.from, e.to].map((id) => network.getPosition(id).x);
      if (Math.abs(a - b) < 160) continue;
      edges.update({ id: e.id, from: said[e.from] ? port(e.from, b) : e.from, to: said[e.to] ? port(e.to, a) : e.to });
    }
  }

  // The picture keeps a size at which it can be read; the stage scrolls over what has no room.
  function scale() {
    const across = stage.clientWidth / (right - left), down = stage.clientHeight / (bottom - top);
    const whole = Math.min(across, down);
    return Math.min(LARGEST, Math.max(SMALLEST, whole < SMALLEST ? across : whole)) * zoom;
  }

  // Paper takes the picture as it was on the screen, as wide as the paper.
  function fit() {
    if (matchMedia("print").matches) return;
    root.style.removeProperty("--drawn");
    const s = scale();
    root.style.setProperty("--drawn", `${Math.ceil((bottom - top) * s)}px`);
    const width = Math.max(stage.clientWidth, Math.floor((right - left) * s));
    const height = Math.max(stage.clientHeight, Math.floor((bottom - top) * s));
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    network.setSize(`${width}px`, `${height}px`);
    const rest = Math.max(0, height / s - (bottom - top)) / 2;
    network.moveTo({ position: { x: (left + right) / 2, y: top + height / s / 2 - rest }, scale: s });
    network.redraw();
  }

  function show(id, behavior = still ? "auto" : "smooth") {
    const at = network.canvasToDOM(network.getPosition(id));
    stage.scrollTo({ left: at.x - stage.clientWidth / 2, top: at.y - stage.clientHeight / 2, behavior });
  }

  const TITLE = "600 14px system-ui, Noto Sans, sans-serif";
  const measuring = () => Object.assign(document.createElement("canvas").getContext("2d"), { font: TITLE });
  function shortened(context, text) {
    let kept = text;
    while (kept.length > 8 && context.measureText(kept).width > 2 * BAND - 24) kept = `${kept.slice(0, -2).trimEnd()}…`;
    return kept;
  }

  network.on("beforeDrawing", (context) => {
    context.save();
    context.textAlign = "center";
    context.font = TITLE;
    for (const [heading, from, to] of bands) {
      context.fillStyle = css("--band");
      context.beginPath();
      context.roundRect(-BAND, from - ABOVE, 2 * BAND, to - from + ABOVE + BELOW, 14);
      context.fill();
      context.fillStyle = css("--muted");
      context.fillText(shortened(context, heading), 0, from - ABOVE + 19);
    }
    context.restore();
  });

  const near = new Map(Object.keys(info).map((id) => [id, new Set()]));
  for (const e of picture.edges) {
    near.get(e.from).add(e.to);
    near.get(e.to).add(e.from);
  }
  // Of a statement also who says what stands against it, of an actor what stands against theirs.
  function neighbours(id) {
    const kept = new Set([id, ...near.get(id)]);
    if (mode === "story") {
      for (const node of [...kept]) {
        if (said[node] && info[node]) near.get(node).forEach((n) => kept.add(n));
      }
    }
    return kept;
  }

  const hex = (colour) => [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  const mixed = (a, b, share) => `#${hex(a).map((x, i) => Math.round(x + (hex(b)[i] - x) * share).toString(16).padStart(2, "0")).join("")}`;
  const ink = (e) => (e.kind === "about" ? mixed(css("--tie"), css("--dispute"), e.against) : css(e.ink));

  const original = new Map(picture.edges.map((e) => [e.id, e]));

  function boxed(n, on) {
    const line = css(n.ink ?? (n.camp ? `--${n.camp}` : "--box-line"));
    const fill = css(n.ink ? "--card" : n.camp ? `--${n.camp}-box` : "--box");
    return { background: fill, border: line, highlight: { background: css("--mark"), border: line }, hover: { background: css("--mark"), border: line }, number: on ? line : null };
  }

  function paint() {
    const kept = chosen ? neighbours(chosen) : null;
    const faded = "rgba(128,128,128,.3)";
    nodes.update(nodes.get({ filter: (n) => n.kind !== "port" }).map((n) => {
      const on = !kept || kept.has(n.id);
      const font = { ...n.font, color: on ? css("--ink") : faded, strokeColor: css("--page") };
      const look = { id: n.id, opacity: on ? 1 : 0.13, font };
      if (n.shape === "box") {
        const { number, ...colour } = boxed(n, on);
        look.color = colour;
        if (font.bold) font.bold = { ...font.bold, color: number ?? faded };
        if (font.ital) font.ital = { ...font.ital, color: on ? css("--muted") : faded };
      }
      return look;
    }));
    edges.update(picture.edges.map((e) => {
      const touched = chosen && (e.from === chosen || e.to === chosen);
      const on = !kept || (kept.has(e.from) && kept.has(e.to) && (mode === "story" || touched));
      const slight = e.far && !touched;
      const colour = ink(e);
      return {
        id: e.id,
        width: slight ? 1 : e.width,
        label: slight ? undefined : e.label,
        color: { color: colour, highlight: colour, hover: colour, inherit: false, opacity: on ? (slight ? 0.35 : 1) : 0.06 },
        font: { ...e.font, color: on ? colour : faded, background: css(mode === "story" ? "--band" : "--page") },
      };
    }));
  }

  function choose(id, move) {
    chosen = id;
    paint();
    if (id) {
      network.selectNodes([id]);
      if (move) show(id);
    } else {
      network.unselectAll();
    }
    history.replaceState(null, "", id ? `#${encodeURIComponent(id)}` : "#");
    describe(id);
  }

  const jump = (id, text = info[id].label) => make("button", { class: "link", type: "button", click: () => choose(id, true) }, text);
  const list = (ids) => make("ul", {}, ...ids.map((id) => make("li", {}, jump(id), said[id] ? make("span", { class: "muted" }, ` — ${said[id].who}`) : "")));
  const back = (text) => make("button", { type: "button", click: () => choose(null) }, text);

  // Who says it, in which words, and where they stand.
  function quoted(id, { value = "", lit = false, self = false } = {}) {
    const s = said[id];
    const camp = (picture.nodes.find((n) => n.id === id) || {}).camp;
    return make("div", { class: `quoted ${camp || ""}` },
      make("div", { class: "who" }, info[id] && !self ? jump(id, s.who) : make("strong", {}, s.who), make("span", { class: "cue" }, ` ${s.cue}`)),
      value ? make("div", { class: "figure" }, value) : null,
      make("blockquote", {}, lit ? make("mark", {}, s.words) : s.words),
      make("div", { class: "muted" }, s.href ? make("a", { href: s.href }, "in the article") : null, s.href ? " · " : "", s.where),
      ...s.notes.map((text) => make("span", { class: "chip note" }, text)));
  }

  const versus = (d, shown) => make("div", { class: "versus" }, make("strong", {}, d.text), " ", make("span", { class: "chip type" }, d.type),
    ...d.quoted.filter(([id]) => id !== shown).map(([id, value]) => quoted(id, { value })));

  const plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
  function share(e) {
    const n = Math.round(e.against * e.count);
    if (!n) return "";
    return n === e.count ? ", accusing or denying" : `, ${n} of them accusing or denying`;
  }
  const about = (e) => make("div", { class: "versus plain" },
    make("strong", {}, `${info[e.from].label} about ${info[e.to].label}`),
    make("div", { class: "muted" }, `${plural(e.count, "statement")}${share(e)}`),
    ...e.statements.map((id) => quoted(id)),
    e.count > e.statements.length ? make("div", { class: "muted" }, `${e.count - e.statements.length} not shown; the dossier holds them`) : null);

  function overview() {
    if (mode === "story") {
      panel.append(make("h2", {}, disputes.length ? "Open disputes" : "No dispute was found"), ...disputes.map((d) => versus(d)));
      panel.append(make("h2", {}, "All statements drawn"), list(Object.keys(info).filter((n) => info[n].kind === "statement")));
      return;
    }
    const strongest = [...picture.edges].sort((a, b) => b.count - a.count);
    panel.append(make("h2", {}, "Who says most about whom"), make("p", { class: "muted" }, note),
      make("ul", {}, ...strongest.slice(0, 30).map((e) => make("li", {}, jump(e.from), " about ", jump(e.to), make("span", { class: "muted" }, ` — ${plural(e.count, "statement")}${share(e)}`)))));
    if (strongest.length > 30) panel.append(make("p", { class: "muted" }, `${plural(strongest.length - 30, "line")} not shown in this list; choose an actor to see theirs`));
  }

  function describeActor(id) {
    const d = info[id];
    panel.append(make("span", { class: "chip" }, d.type),
      d.href ? make("p", {}, make("a", { href: d.href }, "Dossier: all that they said and that was said about them")) : "");
    if (mode === "story") {
      const voiced = picture.edges.filter((e) => e.kind === "voices" && e.from === id).map((e) => e.to);
      const loyal = (from, to) => picture.edges.filter((e) => e.kind === "acts_for" && e[from] === id).map((e) => e[to]);
      for (const [heading, ids] of [["Acts for", loyal("from", "to")], ["Acting for them", loyal("to", "from")]]) {
        if (ids.length) panel.append(make("h3", {}, heading), list(ids));
      }
      panel.append(make("h3", {}, `Said (${voiced.length} drawn)`), ...voiced.map((said_) => quoted(said_)));
      return;
    }
    const ties = picture.edges.filter((e) => e.from === id || e.to === id).sort((a, b) => b.count - a.count);
    panel.append(...ties.map(about));
  }

  function describe(id) {
    panel.replaceChildren();
    panel.parentElement.scrollTop = 0;
    if (!id) return overview();
    panel.append(back("← Overview"), make("h2", {}, info[id].label));
    if (!said[id]) return describeActor(id);
    const against = disputes.filter((d) => d.members.includes(id));
    const value = against.flatMap((d) => d.quoted).find(([key, figure]) => key === id && figure)?.[1] ?? "";
    panel.append(said[id].act ? make("span", { class: "chip" }, said[id].act) : "", quoted(id, { value, lit: true, self: true }));
    if (against.length) panel.append(make("h3", {}, "Disputed"), ...against.map((d) => versus(d, id)));
    return undefined;
  }

  function clicked(event) {
    if (event.nodes.length) return choose(ends.get(event.nodes[0]) ?? event.nodes[0], false);
    const edge = event.edges.length ? edges.get(event.edges[0]) : null;
    if (edge && edge.kind === "about") {
      choose(null);
      panel.replaceChildren(back("← Overview"), about(edge));
      return undefined;
    }
    return choose(null);
  }

  function find(event) {
    const wanted = event.target.value.trim().toLowerCase();
    const ids = Object.keys(info);
    const found = ids.find((id) => info[id].label.toLowerCase() === wanted)
      ?? ids.find((id) => `${info[id].label} ${said[id] ? said[id].words : ""}`.toLowerCase().includes(wanted));
    choose(wanted && found ? found : null, true);
  }

  function filter() {
    const off = new Set([...document.querySelectorAll("#legend input:not(:checked)")].map((item) => item.dataset.key));
    const gone = new Set(picture.nodes.filter((n) => off.has(`n:${n.kind}`) || off.has(`t:${n.type}`)).map((n) => n.id));
    nodes.update(picture.nodes.map((n) => ({ id: n.id, hidden: gone.has(n.id) })));
    edges.update(picture.edges.map((e) => ({ id: e.id, hidden: off.has(`e:${e.kind}`) || gone.has(e.from) || gone.has(e.to) })));
  }

  const plain = title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "");
  const file = (plain.length > 60 ? plain.slice(0, 61).replace(/-[^-]*$/, "") : plain) || "graph";
  const save = (kind, href) => make("a", { download: `${file}.${kind}`, href }).click();

  function png() {
    const drawn = canvas.querySelector("canvas");
    const copy = document.createElement("canvas");
    copy.width = drawn.width;
    copy.height = drawn.height;
    const context = copy.getContext("2d");
    context.fillStyle = css("--page");
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(drawn, 0, 0);
    save("png", copy.toDataURL("image/png"));
  }

  const on = (id, event, action) => document.getElementById(id)?.addEventListener(event, action);
  const resized = (factor) => () => { zoom = Math.min(3, Math.max(0.3, zoom * factor)); fit(); };
  on("all", "click", () => { zoom = 1; choose(null); fit(); stage.scrollTo(0, 0); });
  on("in", "click", resized(1.25));
  on("out", "click", resized(0.8));
  on("find", "change", find);
  on("legend", "change", filter);
  on("png", "click", png);
  on("svg", "click", () => save("svg", URL.createObjectURL(new Blob([window.kgSvg({ network, nodes, edges, bands, box, css, band: [BAND, ABOVE, BELOW], shortened: (text) => shortened(measuring(), text) })], { type: "image/svg+xml" }))));
  network.on("click", clicked);
  root.addEventListener("kg-theme", paint);
  new ResizeObserver(fit).observe(stage);
  addEventListener("hashchange", () => { const id = decodeURIComponent(location.hash.slice(1)); if (info[id] && id !== chosen) choose(id, true); });

  const linked = decodeURIComponent(location.hash.slice(1));
  fit();
  route();
  choose(info[linked] ? linked : null, true);
  // A network that is larger than the stage begins with the actor who has most lines.
  if (!chosen && mode === "network" && picture.nodes.length) {
    const most = picture.nodes.reduce((a, b) => (near.get(b.id).size > near.get(a.id).size ? b : a));
    show(most.id, "auto");
  }
  window.kgGraph = { network, nodes, edges, scale, picture };
  root.dataset.ready = "true";
  performance.mark("kg-ready");
})();
