// Makes the contact form answer in place. Without this script the same form posts and gets a page back.
(() => {
  "use strict";

  const GIVE_UP_AFTER_MS = 20000;
  const FORM_ERROR_BY_STATUS = { 404: "unavailable", 429: "rate-limited" };

  function takeOver(block, shownAt) {
    const form = block.querySelector("[data-samla-form]");
    const thanks = block.querySelector("[data-samla-thanks]");
    const button = form.querySelector("[data-samla-submit]");
    const buttonLabel = button.textContent;
    const status = form.querySelector("[data-samla-status]");
    const files = form.querySelector("[data-samla-files]");
    // One id per message, kept through every retry: the app takes each id only once.
    let submissionId = newId();
    let sending = false;
    let uploads = null;

    form.noValidate = true;
    // Firefox keeps a button disabled over a reload in the middle of sending.
    button.disabled = false;
    showWhatIsAsked(form);
    if (files) {
      void load(files.dataset.samlaFiles).then(() => {
        if (!window.samlaFiles) return;
        uploads = window.samlaFiles(form, files, {
          uploadsAt: beside(form, "uploads"),
          tell: (text) => (status.textContent = text),
          changed: (code) => mark(files, form.querySelector('[data-samla-error="files"]'), code),
        });
      });
    }

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (sending) return;
      const problems = problemsIn(form, uploads);
      showErrors(form, problems, "fix");
      if (Object.keys(problems).length > 0) return;

      setSending(true);
      await (uploads && uploads.arrived());
      const extra = { submission_id: submissionId, elapsed_ms: elapsedSince(shownAt), proof: await proven() };
      const answer = await send(form, extra);
      setSending(false);
      if (answer.ok) thank(answer);
      else showErrors(form, answer.errors, "fix");
    });

    form.addEventListener("input", (event) => {
      showWhatIsAsked(form);
      if (event.target.getAttribute("aria-invalid") === "true") recheck(form, event.target);
    });
    form.addEventListener("focusout", (event) => {
      if (event.target.type === "email" && event.target.value.trim()) recheck(form, event.target);
    });
    // While the shopper writes there is time for it.
    form.addEventListener("focusin", () => void load(form.dataset.samlaProof).then(proven), { once: true });

    block.querySelector("[data-samla-again]").addEventListener("click", () => {
      submissionId = newId();
      const message = field(form, "message");
      message.value = "";
      if (uploads) uploads.clear();
      thanks.hidden = true;
      form.hidden = false;
      message.focus();
    });

    async function proven() {
      const { samlaProof } = window;
      return samlaProof ? samlaProof(beside(form, "challenge"), submissionId) : "";
    }

    function setSending(on) {
      sending = on;
      button.disabled = on;
      button.textContent = on ? button.dataset.sending : buttonLabel;
      button.classList.toggle("samla-contact__button--sending", on);
      status.textContent = on ? button.dataset.sending : "";
      form.setAttribute("aria-busy", String(on));
    }

    function thank({ number, expect }) {
      const values = { number, email: field(form, "email").value.trim() };
      for (const line of thanks.querySelectorAll("[data-samla-fill]")) fill(line, values);
      const when = thanks.querySelector("[data-samla-expect]");
      if (when && expect) when.textContent = expect;
      form.hidden = true;
      thanks.hidden = false;
      thanks.focus();
    }
  }

  /** Shows the questions whose condition holds; what is hidden is neither required nor sent. */
  function showWhatIsAsked(form) {
    for (const part of form.querySelectorAll("[data-samla-when]")) {
      const other = field(form, part.dataset.samlaWhen);
      const value =
        other && !other.disabled ? (other.type === "checkbox" ? other.checked && "yes" : other.value) : "";
      const asked = !other || part.dataset.samlaIs.split(" ").includes(value);
      part.hidden = !asked;
      for (const input of part.querySelectorAll("input, select, textarea")) {
        input.disabled = !asked;
        input.required = asked && part.hasAttribute("data-samla-required");
      }
    }
  }

  function problemsIn(form, uploads) {
    const problems = {};
    for (const slot of form.querySelectorAll("[data-samla-error]")) {
      const input = field(form, slot.dataset.samlaError);
      const problem = input && !input.disabled && problemWith(input, uploads);
      if (problem) problems[input.name] = problem;
    }
    return problems;
  }

  function problemWith(input, uploads) {
    if (input.type === "file") return input.required && uploads && !uploads.count() ? "required" : null;
    const empty = input.type === "checkbox" ? !input.checked : !input.value.trim();
    if (input.required && empty) return "required";
    if (input.type === "date" && input.validity.badInput) return "invalid-date";
    if (input.type === "email" && input.validity.typeMismatch) return "invalid-email";
    return null;
  }

  function recheck(form, input) {
    const slot = form.querySelector(`[data-samla-error="${input.name}"]`);
    if (slot && input.type !== "file") mark(input, slot, problemWith(input));
  }

  /** Writes each error beside its field and moves the focus to the first; `errors` is `{ field: code }`. */
  function showErrors(form, errors, summary) {
    let first = null;
    for (const slot of form.querySelectorAll("[data-samla-error]")) {
      const input = field(form, slot.dataset.samlaError);
      if (!input) continue;
      mark(input, slot, errors[input.name]);
      if (errors[input.name] && !first) first = input;
    }
    const slot = form.querySelector('[data-samla-error="form"]');
    const code = errors.form || (first ? summary : Object.keys(errors).length > 0 && "try-again");
    slot.textContent = code ? textFor(slot, code) : "";
    if (first) first.focus();
    // The button was disabled while sending and lost the focus.
    else if (code) form.querySelector("[data-samla-submit]").focus();
  }

  function mark(input, slot, code) {
    slot.textContent = code ? textFor(slot, code) : "";
    if (code) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }

  function textFor(slot, code) {
    return slot.getAttribute(`data-${code}`) || slot.getAttribute("data-try-again") || slot.dataset.required;
  }

  /** Posts the form. Answers `{ ok: true, number, expect }` or `{ ok: false, errors }`, also when nothing came back. */
  async function send(form, extra) {
    // A file in it could not go ahead of it.
    const data = new FormData(form);
    const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
    for (const [name, value] of Object.entries(extra)) body.set(name, value);
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), GIVE_UP_AFTER_MS);
    try {
      const response = await fetch(form.getAttribute("action"), {
        method: "POST",
        headers: { Accept: "application/json" },
        body,
        signal: patience.signal,
      });
      const answer = await response.json().catch(() => null);
      if (answer && answer.ok) return answer;
      if (answer && answer.errors && Object.keys(answer.errors).length > 0) return answer;
      return { ok: false, errors: { form: FORM_ERROR_BY_STATUS[response.status] || "try-again" } };
    } catch {
      return { ok: false, errors: { form: "offline" } };
    } finally {
      clearTimeout(timer);
    }
  }

  const beside = (form, verb) => form.getAttribute("action").replace(/contact$/, verb);

  /** Also when the script can't be had: the form works without it. */
  function load(source) {
    return new Promise((done) => {
      const script = document.createElement("script");
      Object.assign(script, { src: source, onload: done, onerror: done });
      document.head.append(script);
    });
  }

  /** Puts values into a "Your number is [number]" template as text, never as markup. */
  function fill(line, values) {
    const missing = !values[line.dataset.samlaFill];
    line.hidden = missing;
    if (missing) return;
    line.textContent = "";
    line.dataset.template.split(/\[(\w+)\]/).forEach((part, index) => {
      const isName = index % 2 === 1;
      const node = isName ? document.createElement("strong") : document.createTextNode(part);
      if (isName) node.textContent = values[part];
      line.append(node);
    });
  }

  function field(form, name) {
    return form.elements.namedItem(name);
  }

  function newId() {
    if (crypto.randomUUID) return crypto.randomUUID();
    // Only secure pages have randomUUID; one previewed over plain http still needs an id.
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function elapsedSince(shownAt) {
    // The page may be read long before this script arrives: count from the first paint.
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return Math.round(performance.now() - (shownAt || (paint ? paint.startTime : 0)));
  }

  function takeOverAll(root, shownAt) {
    for (const block of root.querySelectorAll("[data-samla-contact]:not([data-samla-ready])")) {
      block.setAttribute("data-samla-ready", "");
      takeOver(block, shownAt);
    }
  }

  function start() {
    takeOverAll(document, 0);
    // The theme editor replaces a section's markup whenever the merchant changes a setting.
    document.addEventListener("shopify:section:load", (event) =>
      takeOverAll(event.target, performance.now()),
    );
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
