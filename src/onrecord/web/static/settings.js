"use strict";
// What this browser keeps for its person: other keys, closed texts, saved filters.
(() => {
  const kept = (name, without) => { try { return JSON.parse(localStorage.getItem(name)) || without; } catch { return without; } };
  const keep = (name, value) => localStorage.setItem(name, JSON.stringify(value));
  const tell = (words) => { document.getElementById("told").textContent = words; };
  const all = (selector) => [...document.querySelectorAll(selector)];

  const veil = () => {
    const text = document.querySelector(".text[data-graphic]"), bar = document.querySelector(".veil");
    if (!text || !bar || !kept("veil", false) || text.dataset.open) return;
    text.classList.add("veiled");
    bar.hidden = false;
  };
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-unveil]")) return;
    const text = document.querySelector(".text");
    text.dataset.open = "yes";
    text.classList.remove("veiled");
    event.target.closest(".veil").hidden = true;
  });

  const filters = () => {
    const bar = document.querySelector("[data-saved]");
    if (!bar) return;
    bar.querySelectorAll("a, .forget").forEach((node) => node.remove());
    for (const [name, query] of Object.entries(kept("filters", {}))) {
      const link = Object.assign(document.createElement("a"), { href: "/" + query, textContent: name, className: "button" });
      const forget = Object.assign(document.createElement("button"), { type: "button", textContent: "×", className: "forget", title: "Forget " + name });
      forget.setAttribute("aria-label", "Forget the filter " + name);
      forget.onclick = () => { const now = kept("filters", {}); delete now[name]; keep("filters", now); filters(); };
      bar.prepend(link, forget);
    }
  };
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-save-filter]")) return;
    const query = new URLSearchParams(location.search);
    for (const [name, value] of [...query]) if (!value) query.delete(name);
    if (![...query].length) { tell("Filter first; then save what you see."); return; }
    keep("filters", { ...kept("filters", {}), [[...query.values()].join(", ")]: "?" + query });
    filters();
  });

  const form = document.querySelector("[data-settings]");
  if (form) {
    const inputs = all("input.key"), bound = Object.entries(kept("keys", {}));
    const fill = () => inputs.forEach((input) => {
      const other = bound.find(([, was]) => was === input.dataset.default);
      input.value = other ? other[0] : input.dataset.default;
    });
    fill();
    form.elements.veil.checked = kept("veil", false);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = inputs.map((input) => input.value || input.dataset.default);
      const twice = given.find((key, at) => given.indexOf(key) !== at);
      if (twice || given.some((key) => /[1-9]/.test(key))) { tell(twice ? `The key ${twice} is given twice.` : "1 to 9 take rivals."); return; }
      const keys = {};
      inputs.forEach((input, at) => { if (given[at] !== input.dataset.default) { keys[given[at]] = input.dataset.default; keys[input.dataset.default] ??= ""; } });
      keep("keys", keys);
      keep("veil", form.elements.veil.checked);
      tell("Saved.");
    });
    form.querySelector("[data-reset]").onclick = () => { keep("keys", {}); inputs.forEach((input) => { input.value = input.dataset.default; }); tell("As they were."); };
  }
  const afresh = () => { veil(); filters(); };
  document.addEventListener("htmx:afterSettle", afresh);
  afresh();
})();
