"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const tell = (words) => { document.getElementById("told").textContent = words; };
  const motion = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  let current = null; // id of the record in hand

  const records = () => all("article.record");
  const card = () => current && document.getElementById("r-" + current);
  const pieces = (id) => all(".text span[data-ids]").filter((piece) => piece.dataset.ids.split(" ").includes(id));

  const show = (id, from) => {
    all(".lit").forEach((node) => node.classList.remove("lit"));
    current = id;
    const node = card();
    if (!node) return;
    node.classList.add("lit");
    const marked = pieces(id);
    marked.forEach((piece) => piece.classList.add("lit"));
    if (from !== "text" && marked.length) marked[0].scrollIntoView({ block: "center", behavior: motion });
    node.scrollIntoView({ block: "nearest", behavior: motion });
    if (from !== "swap") node.focus({ preventScroll: true });
  };

  const step = (by) => {
    const list = records();
    if (!list.length) return;
    const at = list.findIndex((node) => node.dataset.id === current);
    show(list[Math.min(list.length - 1, Math.max(0, at < 0 ? 0 : at + by))].dataset.id, "key");
  };
  const go = (name) => {
    const page = document.querySelector(".report");
    if (page && page.dataset[name]) location.href = "/report/" + encodeURIComponent(page.dataset[name]);
  };
  const rows = (by) => {
    const links = all("[data-row]");
    if (!links.length) return false;
    const at = links.indexOf(document.activeElement);
    links[Math.min(links.length - 1, Math.max(0, at + by))].focus();
    return true;
  };
  const press = (key) => {
    const inHand = card() && card().querySelector(`[data-key="${key}"]`);
    const button = inHand || document.querySelector(`.report > .reading [data-key="${key}"], .progress [data-key="${key}"], .pair.lit [data-key="${key}"]`);
    if (button) button.click();
    return Boolean(button);
  };
  const actions = {
    j: () => rows(1) || step(1), ArrowDown: () => rows(1) || step(1),
    k: () => rows(-1) || step(-1), ArrowUp: () => rows(-1) || step(-1),
    J: () => go("next"), K: () => go("before"),
    Enter: () => { if (card()) { press("a"); step(1); } },
    s: () => { const marked = current ? pieces(current) : []; if (marked.length) marked[0].scrollIntoView({ block: "center", behavior: motion }); },
    Escape: () => { all(".slot").forEach((slot) => slot.replaceChildren()); if (card()) card().focus(); },
    "?": () => document.getElementById("sheet").showModal(),
    "/": () => document.getElementById("find").focus(),
  };
  const bound = (() => { try { return JSON.parse(localStorage.getItem("keys") || "{}"); } catch { return {}; } })();

  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("input, textarea, select, dialog");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (field) {
      if (event.key === "Escape" && !event.target.closest("dialog")) { event.target.blur(); actions.Escape(); }
      return;
    }
    const key = bound[event.key] || event.key;
    if (key === "Enter" && event.target.closest("a, button, summary")) return;
    if (actions[key]) { actions[key](); event.preventDefault(); }
    else if (key.length === 1 && press(key)) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const close = event.target.closest("[data-close]");
    if (close) { close.closest(".slot").replaceChildren(); if (card()) card().focus(); return; }
    const reason = event.target.closest("[data-reason]");
    if (reason) { const form = reason.closest("form"); form.elements.reason.value = reason.dataset.reason; form.requestSubmit(); return; }
    if (event.target.closest("[data-sheet]")) { actions["?"](); return; }
    const piece = event.target.closest(".text span[data-ids]");
    if (piece) {
      const ids = piece.dataset.ids.split(" ").filter((id) => document.getElementById("r-" + id));
      if (ids.length) show(ids[(ids.indexOf(current) + 1) % ids.length], "text");
      return;
    }
    const node = event.target.closest("article.record");
    if (node && !event.target.closest("button, input, select, textarea, label")) show(node.dataset.id, "card");
  });

  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-counted]")) return;
    const count = event.target.closest("form").querySelector(".count");
    if (count) count.textContent = `${event.target.value.length} of ${event.target.maxLength}`;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    const form = event.detail.target.querySelector && event.detail.target.querySelector("form.edit");
    const first = form && form.querySelector("input, select");
    if (first) { first.focus(); return; }
    if (current && card()) show(current, "swap");
    const done = document.querySelector("progress");
    if (done) {
      const decided = records().filter((node) => node.dataset.verdict).length;
      done.value = decided;
      done.parentElement.querySelector("b").textContent = decided;
    }
  });
  if (location.hash.startsWith("#r-")) show(decodeURIComponent(location.hash.slice(3)), "key");
  document.addEventListener("focusin", (event) => {
    const pair = event.target.closest(".pair");
    if (!pair) return;
    all(".pair.lit").forEach((node) => node.classList.remove("lit"));
    pair.classList.add("lit");
  });
  document.addEventListener("htmx:responseError", (event) => tell(event.detail.xhr.responseText || "This did not work."));
  document.addEventListener("htmx:sendError", () => tell("The desk does not answer: is it still running?"));
  document.addEventListener("htmx:beforeSwap", (event) => { if (event.detail.xhr.status < 400) tell(""); });
})();
