"use strict";
// One picture of pyvis: panel, search, filters, focus, deep link, saving. All text becomes text
// nodes: no markup of an article is ever parsed.
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const { mode, info, said, bands, disputes, box, note } = read("graph-data");
  const picture = read("graph-picture");
  const root = document.documentElement;
  const stage = document.getElementById("stage");
  const canvas = document.getElementById("mynetwork");
  const panel = document.getElementById("content");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const [left, top, right, bottom] = box;
  const ABOVE = 60, BELOW = 46, BAND = 360, SMALLEST = 0.82, LARGEST = 1.2;
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
      ? make("div", {}, make("strong", {}, s.who), make("div", {}, s.words), make("div", { class: "muted" }, `${s.where} ${s.date}`))
      : make("div", {}, make("strong", {}, d.label), make("div", { class: "muted" }, d.type));
  }

  // The picture keeps a size at which it can be read; the stage scrolls over it.
  const scale = () => Math.min(LARGEST, Math.max(SMALLEST, stage.clientWidth / (right - left))) * zoom;

  function fit() {
    const s = scale();
    const width = Math.max(stage.clientWidth, Math.floor((right - left) * s));
    const height = Math.max(stage.clientHeight, Math.floor((bottom - top) * s));
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    network.setSize(`${width}px`, `${height}px`);
    const rest = Math.max(0, height / s - (bottom - top)) / 2;
    network.moveTo({ position: { x: (left + right) / 2, y: top + height / s / 2 - Math.min(rest, 40) }, scale: s });
    network.redraw();
  }

  function show(id) {
    const at = network.canvasToDOM(network.getPosition(id));
    stage.scrollTo({ left: at.x - stage.clientWidth / 2, top: at.y - stage.clientHeight / 2, behavior: still ? "auto" : "smooth" });
  }

  network.on("beforeDrawing", (context) => {
    context.save();
    context.textAlign = "center";
    context.font = "600 13px system-ui, Noto Sans, sans-serif";
    for (const [title, from, to] of bands) {
      context.fillStyle = css("--band");
      context.beginPath();
      context.roundRect(-BAND, from - ABOVE, 2 * BAND, to - from + ABOVE + BELOW, 14);
      context.fill();
      context.fillStyle = css("--muted");
      context.fillText(title.toUpperCase(), 0, from - ABOVE + 16);
    }
    context.restore();
  });

  function neighbours(id) {
    const kept = new Set([id, ...network.getConnectedNodes(id)]);
    if (mode === "story") {
      for (const node of [...kept]) {
        if (said[node]) network.getConnectedNodes(node).forEach((n) => kept.add(n));
      }
    }
    return kept;
  }

  const hex = (colour) => [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  const mixed = (a, b, share) => `#${hex(a).map((x, i) => Math.round(x + (hex(b)[i] - x) * share).toString(16).padStart(2, "0")).join("")}`;
  const ink = (e) => (e.kind === "about" ? mixed(css("--tie"), css("--dispute"), e.against) : css(e.ink));

  function paint() {
    const kept = chosen ? neighbours(chosen) : null;
    const faded = "rgba(128,128,128,.3)";
    nodes.update(nodes.map((n) => {
      const on = !kept || kept.has(n.id);
      const look = { id: n.id, opacity: on ? 1 : 0.13, font: { ...n.font, color: on ? css("--ink") : faded, strokeColor: css("--page") } };
      if (n.shape === "box") {
        const line = n.ink ? css(n.ink) : css("--box-line");
        const fill = n.ink ? css("--card") : css("--box");
        look.color = { background: fill, border: line, highlight: { background: css("--mark"), border: line }, hover: { background: css("--mark"), border: line } };
        if (n.font.bold) look.font.bold = { ...n.font.bold, color: on ? css("--dispute") : faded };
      }
      return look;
    }));
    edges.update(edges.map((e) => {
      const touched = chosen && (e.from === chosen || e.to === chosen);
      const on = !kept || (kept.has(e.from) && kept.has(e.to) && (mode === "story" || touched));
      const slight = e.far && !touched;
      const colour = ink(e);
      return {
        id: e.id,
        width: slight ? 1 : picture.edges.find((x) => x.id === e.id).width,
        label: slight ? undefined : picture.edges.find((x) => x.id === e.id).label,
        color: { color: colour, highlight: colour, hover: colour, inherit: false, opacity: on ? (slight ? 0.35 : 1) : 0.06 },
        font: { ...e.font, color: on ? colour : faded, background: css("--page") },
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

  function quoted(id) {
    const s = said[id];
    return make("div", { class: "quoted" },
      make("blockquote", {}, make("mark", {}, s.words)),
      make("div", { class: "muted" }, `${s.who} · `,
        s.href ? make("a", { href: s.href }, `${s.cue || s.act}: the words in the article`) : s.cue, ` · ${s.where} ${s.date}`),
      ...s.notes.map((text) => make("span", { class: "chip" }, `narrator: ${text}`)));
  }

  const versus = (d, shown) => make("div", { class: "versus" }, make("strong", {}, d.text), " ", make("span", { class: "chip" }, d.type),
    ...d.quoted.filter((id) => id !== shown).map((id) => make("div", {}, info[id] ? jump(id, said[id].who) : null, quoted(id))));

  const about = (e) => make("div", { class: "versus" },
    make("strong", {}, `${info[e.from].label} about ${info[e.to].label}`),
    make("div", { class: "muted" }, `${e.count} statement${e.count === 1 ? "" : "s"}, ${Math.round(e.against * 100)} % accusations or denials`),
    ...e.statements.map(quoted),
    e.count > e.statements.length ? make("div", { class: "muted" }, `${e.count - e.statements.length} not shown`) : null);

  function overview() {
    if (mode === "story") {
      panel.append(make("h2", {}, "Open disputes"), ...disputes.map((d) => versus(d)));
      panel.append(make("h2", {}, "All statements drawn"), list(Object.keys(info).filter((n) => info[n].kind === "statement")));
      return;
    }
    const strongest = [...picture.edges].sort((a, b) => b.count - a.count);
    panel.append(make("h2", {}, "Who speaks about whom"), make("p", { class: "muted" }, note),
      make("ul", {}, ...strongest.slice(0, 30).map((e) => make("li", {}, jump(e.from), " about ", jump(e.to), make("span", { class: "muted" }, ` — ${e.count}`)))));
    panel.append(make("h2", {}, "All actors drawn"), list(Object.keys(info)));
  }

  function describeActor(id) {
    const d = info[id];
    panel.append(make("span", { class: "chip" }, d.type),
      d.group === undefined || d.group === null ? null : make("span", { class: "chip" }, `community ${d.group + 1}`),
      d.href ? make("p", {}, make("a", { href: d.href }, "Dossier: all that they said and that was said about them")) : "");
    if (mode === "story") {
      const voiced = edges.get({ filter: (e) => e.kind === "voices" && e.from === id }).map((e) => e.to);
      panel.append(make("h3", {}, `Said (${voiced.length} drawn)`), list(voiced));
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
    panel.append(make("span", { class: "chip" }, said[id].act), make("h3", {}, "In these words"), quoted(id));
    const against = disputes.filter((d) => d.members.includes(id));
    if (against.length) panel.append(make("h3", {}, "Disputed"), ...against.map((d) => versus(d, id)));
    return undefined;
  }

  function clicked(event) {
    if (event.nodes.length) return choose(event.nodes[0], false);
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
    nodes.update(nodes.map((n) => ({ id: n.id, hidden: off.has(`n:${n.kind}`) })));
    edges.update(edges.map((e) => ({ id: e.id, hidden: off.has(`e:${e.kind}`) })));
  }

  const save = (name, href) => make("a", { download: name, href }).click();

  function png() {
    const drawn = canvas.querySelector("canvas");
    const copy = document.createElement("canvas");
    copy.width = drawn.width;
    copy.height = drawn.height;
    const context = copy.getContext("2d");
    context.fillStyle = css("--page");
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(drawn, 0, 0);
    save("graph.png", copy.toDataURL("image/png"));
  }

  const on = (id, event, action) => document.getElementById(id)?.addEventListener(event, action);
  const resized = (factor) => () => { zoom = Math.min(3, Math.max(0.3, zoom * factor)); fit(); };
  on("all", "click", () => { zoom = 1; choose(null); fit(); stage.scrollTo(0, 0); });
  on("in", "click", resized(1.25));
  on("out", "click", resized(0.8));
  on("find", "change", find);
  on("legend", "change", filter);
  on("png", "click", png);
  on("svg", "click", () => save("graph.svg", URL.createObjectURL(new Blob([window.kgSvg({ network, nodes, edges, bands, box, css, band: [BAND, ABOVE, BELOW] })], { type: "image/svg+xml" }))));
  network.on("click", clicked);
  root.addEventListener("kg-theme", paint);
  new ResizeObserver(fit).observe(stage);
  addEventListener("hashchange", () => { const id = decodeURIComponent(location.hash.slice(1)); if (info[id] && id !== chosen) choose(id, true); });

  const linked = decodeURIComponent(location.hash.slice(1));
  fit();
  choose(info[linked] ? linked : null, true);
  window.kgGraph = { network, nodes, edges, scale };
  root.dataset.ready = "true";
})();
