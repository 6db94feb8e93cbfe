"use strict";
// Several files are sent one by one, so that each has its outcome at once and the bar tells how far it is.
(() => {
  const form = document.querySelector("form[data-batch]");
  if (!form) return;
  const files = form.elements.files, bar = form.querySelector(".batch");
  const list = () => {
    const there = document.querySelector(".outcomes");
    if (there) return there;
    const made = Object.assign(document.createElement("ul"), { className: "outcomes" });
    form.before(made);
    return made;
  };
  const told = (name, words) => list().append(Object.assign(document.createElement("li"), { className: "error", textContent: `${name}: ${words}` }));
  const send = async (file, first) => {
    const values = new FormData(form);
    values.delete("files");
    values.append("files", file);
    if (!first) values.delete("text");
    const word = JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRF-Token"];
    const answer = await fetch("/add", { method: "POST", body: values, headers: { "X-CSRF-Token": word } });
    const said = await answer.text();
    if (!answer.ok) { told(file.name, said.trim()); return; }
    list().append(...new DOMParser().parseFromString(said, "text/html").querySelectorAll(".outcomes li"));
  };
  document.addEventListener("submit", async (event) => {
    if (event.target !== form || files.files.length < 2) return;
    event.preventDefault();
    event.stopPropagation();
    const all = [...files.files], button = form.querySelector("button.main");
    button.disabled = true;
    bar.hidden = false;
    for (const [at, file] of all.entries()) {
      bar.querySelector("progress").value = at / all.length;
      bar.querySelector("span").textContent = `${at} of ${all.length} files: ${file.name}`;
      try { await send(file, at === 0); } catch { told(file.name, "the desk does not answer"); }
    }
    bar.querySelector("progress").value = 1;
    bar.querySelector("span").textContent = `${all.length} of ${all.length} files`;
    button.disabled = false;
    files.value = "";
  }, true);
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => { if (event.dataTransfer.files.length) { event.preventDefault(); files.files = event.dataTransfer.files; } });
})();
