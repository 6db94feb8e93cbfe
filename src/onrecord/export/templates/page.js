"use strict";
(() => {
  const pieces = [...document.querySelectorAll(".text span[data-ids]")];
  const cards = [...document.querySelectorAll(".card")];
  const spansOf = new Map();
  for (const piece of pieces) {
    for (const id of piece.dataset.ids.split(" ")) {
      if (!spansOf.has(id)) spansOf.set(id, []);
      spansOf.get(id).push(piece);
    }
  }
  let current = null;
  const clear = () => {
    document.querySelectorAll(".lit").forEach((node) => node.classList.remove("lit"));
    if (current) current.setAttribute("aria-pressed", "false");
    current = null;
  };
  const near = { block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" };
  const show = (id, from) => {
    const card = document.getElementById(id);
    if (!card) return;
    clear();
    current = card;
    card.classList.add("lit");
    card.setAttribute("aria-pressed", "true");
    const marked = spansOf.get(id) || [];
    marked.forEach((piece) => piece.classList.add("lit"));
    if (from === "card" && marked.length) marked[0].scrollIntoView({ ...near, block: "center" });
    if (from === "text") card.scrollIntoView(near);
  };
  for (const piece of pieces) {
    piece.addEventListener("click", () => {
      const shown = piece.dataset.ids.split(" ").filter((id) => {
        const card = document.getElementById(id);
        return card && getComputedStyle(card).display !== "none";
      });
      if (!shown.length) return;
      const at = current ? shown.indexOf(current.id) : -1;
      show(shown[(at + 1) % shown.length], "text");
    });
  }
  for (const card of cards) {
    card.addEventListener("click", () => show(card.id, "card"));
    card.addEventListener("keydown", (event) => {
      const shown = cards.filter((other) => other.offsetParent !== null);
      const at = shown.indexOf(card);
      if (event.key === "Enter" || event.key === " ") show(card.id, "card");
      else if (event.key === "ArrowDown" && shown[at + 1]) shown[at + 1].focus();
      else if (event.key === "ArrowUp" && shown[at - 1]) shown[at - 1].focus();
      else return;
      event.preventDefault();
      if (event.key.startsWith("Arrow")) show(document.activeElement.id, "card");
    });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
  for (const key of document.querySelectorAll(".key")) {
    key.addEventListener("click", () => {
      const off = document.body.classList.toggle("hide-" + key.dataset.kind);
      key.setAttribute("aria-pressed", String(!off));
    });
  }
})();
