"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const tell = (words) => { document.getElementById("told").textContent = words; };
  const motion = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  let current = null; // id of the record in hand
  let advancing = false; // after a change the next open records are shown

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
  const picked = () => { // the selected stretch of the report, in code points
    const chosen = getSelection(), text = document.querySelector(".text");
    if (!text || !chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer)) return null;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = [...before.toString()].length, words = range.toString();
    return { start, end: start + [...words].length, words };
  };
  const report = () => "/report/" + encodeURIComponent(document.querySelector(".report").dataset.report);
  const send = (path, values) => htmx.ajax("POST", path, { source: document.body, target: "main", select: "main", swap: "outerHTML", values });
  const pick = (what) => {
    const values = picked();
    if (!values) { tell("Select words of the report first."); return; }
    if (what === "split" && !current) { tell("Go to the record to split first."); return; }
    send(report() + (what === "split" ? `/record/${encodeURIComponent(current)}/split` : `/select/${what}`), values);
  };
  const merge = () => {
    const node = card();
    if (!node) return;
    const held = all(".record.held");
    if (node.classList.contains("held")) { node.classList.remove("held"); tell(""); return; }
    const same = held.filter((other) => other.dataset.kind === node.dataset.kind);
    if (same.length) { send(report() + `/record/${encodeURIComponent(current)}/merge`, { others: same.map((other) => other.dataset.id).join(" ") }); return; }
    held.forEach((other) => other.classList.remove("held"));
    node.classList.add("held");
    tell("Marked. Go to the record to keep and press the key again; Esc forgets it.");
  };
  const open = () => records().filter((node) => !node.dataset.verdict);
  const seen = (node) => { // its line is on the screen, not only part of it
    const line = node.querySelector("header").getBoundingClientRect(), panel = node.closest(".records").getBoundingClientRect();
    return line.top >= Math.max(0, panel.top) && line.bottom <= Math.min(innerHeight, panel.bottom);
  };
  const onward = () => { // the next open records, or the first that is looked at by itself
    const plain = records().find((node) => node.matches("[data-plain]")), rest = open();
    if (plain) { show(null); plain.scrollIntoView({ block: "start", behavior: "instant" }); }
    else if (rest.length) show(rest[0].dataset.id, "key");
    else finish();
  };
  const finish = () => tell("All are decided. Enter: the report is done, and the next one opens.");
  const acceptShown = () => {
    const shown = records().filter((node) => node.matches("[data-plain]") && seen(node));
    if (!shown.length) { onward(); return; }
    advancing = true;
    send(report() + "/accept-all", { records: shown.map((node) => node.dataset.id).join(" ") });
  };
  const enter = () => {
    const node = card(), rest = open().filter((other) => other !== node);
    if (!open().length) { if (document.querySelector(".report")) press("D"); return; }
    if (node && !node.dataset.verdict) press("a");
    if (!rest.length) { finish(); return; }
    show((rest.find((other) => node && node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) || rest[0]).dataset.id, "key");
  };
  const press = (key) => {
    key = CSS.escape(key);
    const inHand = card() && card().querySelector(`[data-key="${key}"]`);
    const button = inHand || document.querySelector(`.report > .reading [data-key="${key}"], .progress [data-key="${key}"], .pair.lit [data-key="${key}"], .picked:not([hidden]) [data-key="${key}"]`);
    if (button) button.click();
    return Boolean(button);
  };
  const actions = {
    j: () => rows(1) || step(1), ArrowDown: () => rows(1) || step(1),
    k: () => rows(-1) || step(-1), ArrowUp: () => rows(-1) || step(-1),
    J: () => go("next"), K: () => go("before"),
    Enter: enter,
    s: () => { const marked = current ? pieces(current) : []; if (marked.length) marked[0].scrollIntoView({ block: "center", behavior: motion }); },
    m: merge,
    Escape: () => { all(".record.held").forEach((node) => node.classList.remove("held")); tell(""); all(".slot").forEach((slot) => slot.replaceChildren()); if (card()) card().focus(); },
    "?": () => document.getElementById("sheet").showModal(),
    q: () => { location.href = "/"; },
    "/": () => document.getElementById("find").focus(),
  };
  const bound = (() => { try { return JSON.parse(localStorage.getItem("keys") || "{}"); } catch { return {}; } })();

  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("input, textarea, select, dialog");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (field) {
      const rival = /^[1-9]$/.test(event.key) && !event.target.matches("input:not([type=checkbox]), textarea") && event.target.closest("article");
      const taken = rival && rival.querySelector(`.acts > button[data-key="${CSS.escape(event.key)}"]`);
      if (taken) { taken.click(); event.preventDefault(); }
      if (event.key === "Escape" && !event.target.closest("dialog")) { event.target.blur(); actions.Escape(); }
      return;
    }
    if (document.querySelector(".acts .htmx-request[hx-get]")) return; // a form is coming: what is typed was meant for it
    const key = bound[event.key] ?? event.key;
    if (key === "Enter" && event.target.closest("a, button, summary")) return;
    if (actions[key]) { actions[key](); event.preventDefault(); }
    else if (key.length === 1 && press(key)) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const close = event.target.closest("[data-close]");
    if (close) { close.closest(".slot").replaceChildren(); if (card()) card().focus(); return; }
    const reason = event.target.closest("[data-reason]");
    if (reason) { const form = reason.closest("form"); form.elements.reason.value = reason.dataset.reason; form.requestSubmit(); return; }
    const keep = event.target.closest("[data-keep]");
    if (keep) { keep.closest(".clash").remove(); if (card()) card().focus(); return; }
    const rival = event.target.closest("[data-rival]");
    if (rival) { rival.closest("article").querySelector(`.acts > button[data-key="${CSS.escape(rival.dataset.rival)}"]`).click(); return; }
    const chosen = event.target.closest("[data-pick]");
    if (chosen) { pick(chosen.dataset.pick); return; }
    if (event.target.closest("[data-accept-shown]")) { acceptShown(); return; }
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
    const form = event.detail.target.isConnected && event.detail.target.querySelector("form.edit"); // the one that was sent is gone
    const first = form && form.querySelector("input:not([type=hidden]), select");
    if (first) { first.focus(); return; }
    if (advancing) { advancing = false; onward(); }
    else if (current && card()) show(current, document.activeElement === document.body ? "key" : "swap");
    const done = document.querySelector(".records progress");
    if (done) {
      const decided = records().filter((node) => node.dataset.verdict).length;
      done.value = decided;
      done.parentElement.querySelector("b").textContent = decided;
    }
  });
  document.addEventListener("selectionchange", () => { const bar = document.querySelector(".picked"); if (bar) bar.hidden = !picked(); });
  document.addEventListener("mousedown", (event) => { if (event.target.closest("[data-pick]")) event.preventDefault(); }); // keeps the selection
  document.addEventListener("chosen", (event) => { show(event.detail.id, "key"); if (event.detail.edit) press("e"); });
  const here = document.querySelector(".bar nav [aria-current]");
  if (here) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.offsetLeft - 80;
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
