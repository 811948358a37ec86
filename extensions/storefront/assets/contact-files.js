// Files in a contact form: uploaded one by one as soon as they are chosen, each with its progress, each removable.
// Loaded only on pages whose form asks for files; without it they are sent with the form.
window.samlaFiles = (form, input, page) => {
  "use strict";

  const { uploadsAt, tell, changed } = page;
  const MOST = 5;
  const MOST_BYTES = 10 * 1024 * 1024;
  const KINDS = ["image/png", "image/jpeg", "application/pdf"];
  const list = form.querySelector("[data-samla-file-list]");
  const inTransit = new Set();

  input.addEventListener("change", () => {
    const files = [...input.files];
    // They go their own way: the form itself carries only their tokens.
    input.value = "";
    const room = MOST - list.children.length;
    const good = files.filter(({ type, size }) => KINDS.includes(type) && size > 0 && size <= MOST_BYTES);
    changed(good.length < files.length || files.length > room ? "bad-file" : null);
    for (const file of good.slice(0, room)) inTransit.add(add(file));
  });

  /** Shows a file and sends it; the promise ends when it has arrived or is gone. */
  function add(file) {
    const row = document.createElement("li");
    const bar = document.createElement("progress");
    const remove = document.createElement("button");
    const request = new XMLHttpRequest();
    row.append(file.name, bar, remove);
    row.className = "samla-contact__upload";
    bar.max = 1;
    bar.value = 0;
    remove.type = "button";
    remove.className = "samla-contact__remove";
    remove.textContent = "×";
    remove.setAttribute("aria-label", named(input.dataset.removing, file));
    bar.setAttribute("aria-label", named(input.dataset.uploading, file));
    list.append(row);
    tell(named(input.dataset.uploading, file));

    return new Promise((done) => {
      const end = (code) => {
        if (code) row.remove();
        if (code) changed(code);
        done();
      };
      remove.addEventListener("click", () => {
        const token = row.querySelector("input");
        request.abort();
        row.remove();
        if (token)
          void fetch(uploadsAt, { method: "POST", body: new URLSearchParams({ drop: token.value }) });
        input.focus();
        done();
      });
      request.upload.addEventListener("progress", ({ loaded, total }) => (bar.value = loaded / total));
      request.addEventListener("error", () => end("file-failed"));
      request.addEventListener("timeout", () => end("file-failed"));
      request.addEventListener("load", () => {
        const token = tokenIn(request);
        if (!token) return end(request.status === 413 || request.status === 422 ? "bad-file" : "file-failed");
        bar.remove();
        row.append(hidden(token), remove);
        tell(named(input.dataset.uploaded, file));
        end(null);
      });
      const body = new FormData();
      body.append("file", file);
      request.open("POST", uploadsAt);
      request.timeout = 120000;
      request.send(body);
    });
  }

  function tokenIn(request) {
    try {
      return JSON.parse(request.responseText).file.token;
    } catch {
      return null;
    }
  }

  function hidden(token) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "upload";
    field.value = token;
    return field;
  }

  const named = (text, { name }) => (text || "").replace("[name]", name);

  return {
    count: () => list.children.length,
    arrived: () => Promise.all(inTransit),
    clear: () => list.replaceChildren(),
  };
};
