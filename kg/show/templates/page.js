"use strict";
// What every page needs: theme, lit words, filters of cards, tables that sort.
(() => {
  const root = document.documentElement;
  const remembered = {
    get: () => { try { return localStorage.getItem("kg-theme"); } catch { return null; } },
    set: (value) => { try { localStorage.setItem("kg-theme", value); } catch { /* private mode */ } },
  };

  function setTheme(dark) {
    root.dataset.theme = dark ? "dark" : "light";
    const button = document.getElementById("theme");
    button.setAttribute("aria-pressed", String(dark));
    button.textContent = dark ? "Light" : "Dark";
    root.dispatchEvent(new Event("kg-theme"));
  }
  const kept = remembered.get();
  setTheme(kept ? kept === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  document.getElementById("theme").addEventListener("click", () => {
    const dark = root.dataset.theme !== "dark";
    remembered.set(dark ? "dark" : "light");
    setTheme(dark);
  });

  // Paper is light: what is drawn or coloured for the dark is so again after it.
  let dark = false;
  addEventListener("beforeprint", () => { dark = root.dataset.theme === "dark"; if (dark) setTheme(false); });
  addEventListener("afterprint", () => { if (dark) setTheme(true); });

  const current = document.querySelector("header nav [aria-current]");
  if (current) current.parentElement.scrollLeft = current.offsetLeft - current.parentElement.offsetLeft - 60;

  const anchor = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; } };

  function light() {
    const wanted = anchor().replace(/^n-/, "");
    for (const mark of document.querySelectorAll("mark[data-statements]")) {
      mark.classList.toggle("lit", mark.dataset.statements.split(" ").includes(wanted));
    }
    for (const row of document.querySelectorAll("[data-statement]")) {
      const lit = row.dataset.statement === wanted;
      row.classList.toggle("lit", lit);
      const list = row.closest(".margin");
      if (lit && list && list.scrollHeight > list.clientHeight) list.scrollTop = row.offsetTop - list.offsetTop - 60;
    }
    const stretch = wanted && document.getElementById(wanted);
    if (stretch && stretch.matches("details")) stretch.open = true;
  }
  addEventListener("hashchange", light);
  light();

  // The innermost statement of a mark, the one with fewest words, is the one meant by a click.
  function meant(mark) {
    const size = (key) => [...document.querySelectorAll(`mark[data-statements~="${CSS.escape(key)}"]`)].reduce((n, m) => n + m.textContent.length, 0);
    return mark.dataset.statements.split(" ").sort((a, b) => size(a) - size(b))[0];
  }
  function pointed(keys, on) {
    for (const key of keys) document.getElementById(`n-${key}`)?.classList.toggle("pointed", on);
    for (const mark of document.querySelectorAll("mark[data-statements]")) {
      mark.classList.toggle("pointed", on && mark.dataset.statements.split(" ").some((key) => keys.includes(key)));
    }
  }
  for (const mark of document.querySelectorAll(".reader mark[data-statements]")) {
    mark.addEventListener("click", () => { if (getSelection().isCollapsed) location.hash = `n-${meant(mark)}`; });
    mark.addEventListener("mouseenter", () => pointed(mark.dataset.statements.split(" "), true));
    mark.addEventListener("mouseleave", () => pointed(mark.dataset.statements.split(" "), false));
  }
  for (const row of document.querySelectorAll(".margin [data-statement]")) {
    row.addEventListener("mouseenter", () => pointed([row.dataset.statement], true));
    row.addEventListener("mouseleave", () => pointed([row.dataset.statement], false));
  }

  // Filters of cards: what is chosen stands behind the # and goes along to the other pages.
  const filters = document.getElementById("filters");
  const rows = window.kgCards ?? [];
  const COLUMNS = { type: 2, actors: 3, outlets: 4, words: 5 };
  const chosen = () => [...filters.querySelectorAll("[name]")].filter((item) => item.value.trim()).map((item) => [item.name, item.value.trim()]);
  const fits = (row, [name, value]) => (name === "words" ? row[5].includes(value.toLowerCase()) : [row[COLUMNS[name]]].flat().includes(value));
  function sift() {
    const wanted = chosen();
    const found = rows.filter((row) => wanted.every((one) => fits(row, one)));
    const kept = new Set(found.map((row) => row[1]));
    for (const card of document.querySelectorAll("[data-card]")) card.hidden = !kept.has(card.id);
    for (const section of document.querySelectorAll("main section:has([data-card])")) section.hidden = !section.querySelector("[data-card]:not([hidden])");
    const here = document.querySelectorAll("[data-card]:not([hidden])").length;
    const query = wanted.length ? `#${new URLSearchParams(wanted)}` : "";
    for (const link of document.querySelectorAll("[data-page]")) {
      const there = found.filter((row) => row[0] === link.dataset.page).length;
      const number = link.textContent.split(" ")[0];
      link.textContent = wanted.length ? `${number} (${there})` : number;
      link.href = link.dataset.page + query;
      link.classList.toggle("none", wanted.length > 0 && !there);
    }
    const other = found.length - here;
    filters.querySelector("output").textContent = wanted.length || !other
      ? `${found.length} of ${rows.length} cards match${other ? `, ${other} of them on other pages` : ""}`
      : `${rows.length} cards, ${here} on this page`;
    if (!wanted.length && !other) filters.querySelector("output").textContent = `${rows.length} card${rows.length === 1 ? "" : "s"}`;
    const more = document.getElementById("elsewhere") ?? filters.appendChild(Object.assign(document.createElement("span"), { id: "elsewhere" }));
    const next = other && !here ? found[0] : null;
    more.replaceChildren();
    if (next) {
      const way = document.createElement("a");
      way.href = next[0] + query;
      way.textContent = "go to the first of them";
      more.append(way);
    }
    return query;
  }
  if (filters) {
    filters.hidden = false;
    if (location.hash.includes("=")) {
      for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
        const item = filters.querySelector(`[name="${CSS.escape(name)}"]`);
        if (item) item.value = value;
      }
    }
    const changed = () => history.replaceState(null, "", sift() || "#");
    filters.addEventListener("input", changed);
    filters.addEventListener("submit", (event) => event.preventDefault());
    filters.addEventListener("reset", () => setTimeout(changed));
    sift();
  }

  const value = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
  const compare = (a, b) => (a !== "" && b !== "" && !Number.isNaN(Number(a)) && !Number.isNaN(Number(b)) ? Number(a) - Number(b) : a.localeCompare(b, "en"));
  function sort(table, head, column) {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows].sort((a, b) => compare(value(a, column), value(b, column)) * (down ? -1 : 1));
    table.tBodies[0].append(...rows);
  }
  function spreadsheet(table) {
    const cell = (text) => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
    const lines = [...table.rows].filter((row) => !row.hidden).map((row) => [...row.cells].map((c) => cell(c.textContent.trim())).join(","));
    return URL.createObjectURL(new Blob([`${lines.join("\r\n")}\r\n`], { type: "text/csv" }));
  }
  function tools(table) {
    const bar = document.createElement("div");
    bar.className = "tools";
    const input = Object.assign(document.createElement("input"), { type: "search", placeholder: "words in a row", autocomplete: "off" });
    const label = document.createElement("label");
    label.append("Find ", input);
    const told = document.createElement("output");
    const rowsOf = [...table.tBodies[0].rows];
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      for (const row of rowsOf) row.hidden = !row.textContent.toLowerCase().includes(wanted);
      told.textContent = wanted ? `${rowsOf.filter((row) => !row.hidden).length} of ${rowsOf.length} rows` : "";
    });
    const save = Object.assign(document.createElement("button"), { type: "button", textContent: "Save CSV" });
    save.addEventListener("click", () => Object.assign(document.createElement("a"), { download: table.dataset.file ?? "table.csv", href: spreadsheet(table) }).click());
    bar.append(label, save, told);
    table.closest(".scroll").before(bar);
  }
  for (const table of document.querySelectorAll("table.searched")) tools(table);
  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", () => sort(table, head, column));
      head.replaceChildren(button);
    });
  }

  // A table that is wider than its place becomes a list: each row a block, each cell with its
  // column's name, so that no column is out of sight.
  const broad = [...document.querySelectorAll(".scroll > table.sortable")];
  for (const table of broad) {
    const heads = [...table.tHead.rows[0].cells].map((head) => head.textContent);
    for (const row of table.tBodies[0].rows) [...row.cells].forEach((cell, n) => { if (n) cell.dataset.label = heads[n]; });
  }
  // A chart beside it makes room first.
  function stack() {
    const over = () => broad.filter((table) => table.offsetWidth > table.parentElement.clientWidth + 1);
    for (const table of broad) {
      table.parentElement.classList.remove("stacked");
      table.closest(".measured")?.classList.remove("apart");
    }
    for (const table of over()) table.closest(".measured")?.classList.add("apart");
    for (const table of over()) table.parentElement.classList.add("stacked");
  }
  stack();
  addEventListener("resize", stack);

  // A map that is wider than the screen begins in its middle.
  for (const { parentElement: frame } of document.querySelectorAll("svg.map")) frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
})();
