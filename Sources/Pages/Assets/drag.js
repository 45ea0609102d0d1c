// Rows that bear data-drag can be dragged onto rows that bear data-drop; the drop fills in and sends the form #drag, which does
// what the row's own link does by its form. Without this file nothing is missing but the dragging.
"use strict";
(() => {
  const form = document.getElementById("drag");
  if (!form) return;
  let moved = null;
  const fill = (fields) => {
    for (const [name, value] of new URLSearchParams(fields)) {
      const field = form.elements.namedItem(name);
      if (field) field.value = value;
    }
  };
  for (const mark of document.querySelectorAll("[data-drag]")) {
    const row = mark.closest("tr");
    if (!row) continue;
    row.draggable = true;
    row.classList.add("movable");
    row.addEventListener("dragstart", (event) => {
      moved = mark;
      row.classList.add("moved");
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", "");
    });
    row.addEventListener("dragend", () => {
      moved = null;
      row.classList.remove("moved");
    });
  }
  for (const place of document.querySelectorAll("[data-drop]")) {
    const row = place.closest("tr");
    if (!row) continue;
    const isOther = () => moved && moved.closest("tr") !== row;
    row.addEventListener("dragover", (event) => {
      if (!isOther()) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
      row.classList.add("goal");
    });
    row.addEventListener("dragleave", () => row.classList.remove("goal"));
    row.addEventListener("drop", (event) => {
      row.classList.remove("goal");
      if (!isOther()) return;
      event.preventDefault();
      fill(moved.dataset.drag);
      fill(place.dataset.drop);
      moved = null;
      form.submit();
    });
  }
})();
