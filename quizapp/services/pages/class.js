"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const keyOf = (row, place) => {
    const key = row.cells[place].dataset.key;
    return key === undefined || key === "" ? null : key;
  };
  const sort = (place, down) => {
    const rows = [...body.rows];
    const numeric = rows.every((row) => { const key = keyOf(row, place); return key === null || !isNaN(key); });
    rows.sort((a, b) => {
      const left = keyOf(a, place), right = keyOf(b, place);
      if (left === null || right === null) return (left === null) - (right === null);
      const order = numeric ? left - right : left.localeCompare(right);
      return down ? -order : order;
    });
    body.append(...rows);
  };
  heads.forEach((head, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const before = head.getAttribute("aria-sort");
      const down = before === null ? head.classList.contains("num") : before === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(place, down);
    });
  });
}
const open = () => {
  const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (place && place.tagName === "DETAILS") place.open = true;
};
window.addEventListener("hashchange", open);
open();
for (const list of document.querySelectorAll(".details")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "all";
  button.textContent = "Open or close all, as for printing";
  button.addEventListener("click", () => {
    const all = [...list.querySelectorAll("details")];
    const wanted = all.some((each) => !each.open);
    for (const each of all) each.open = wanted;
  });
  list.prepend(button);
}
