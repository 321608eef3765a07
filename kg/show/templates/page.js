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

  function light() {
    const wanted = decodeURIComponent(location.hash.slice(1));
    for (const mark of document.querySelectorAll("mark[data-statements]")) {
      mark.classList.toggle("lit", mark.dataset.statements.split(" ").includes(wanted));
    }
    for (const row of document.querySelectorAll("[data-statement]")) {
      row.classList.toggle("lit", row.dataset.statement === wanted);
    }
  }
  addEventListener("hashchange", light);
  light();

  const filters = document.getElementById("filters");
  function sift() {
    const wanted = [...filters.querySelectorAll("select")].filter((s) => s.value).map((s) => [s.name, s.value]);
    const cards = [...document.querySelectorAll("[data-card]")];
    for (const card of cards) {
      card.hidden = !wanted.every(([name, value]) => card.dataset[name].split(" ").includes(value));
    }
    const shown = cards.filter((card) => !card.hidden).length;
    filters.querySelector("output").textContent = `${shown} of ${cards.length} shown`;
  }
  if (filters) {
    filters.hidden = false;
    filters.addEventListener("change", sift);
    filters.addEventListener("reset", () => setTimeout(sift));
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
  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", () => sort(table, head, column));
      head.replaceChildren(button);
    });
  }
})();
