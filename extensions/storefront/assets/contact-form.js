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
    // One id per message, kept through every retry: the app takes each id only once.
    let submissionId = newId();
    let sending = false;

    form.noValidate = true;
    // Firefox keeps a button disabled over a reload in the middle of sending.
    button.disabled = false;

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (sending) return;
      const problems = problemsIn(form);
      showErrors(form, problems, "fix");
      if (Object.keys(problems).length > 0) return;

      setSending(true);
      const answer = await send(form, { submission_id: submissionId, elapsed_ms: elapsedSince(shownAt) });
      setSending(false);
      if (answer.ok) thank(answer);
      else showErrors(form, answer.errors, "fix");
    });

    form.addEventListener("input", (event) => {
      if (event.target.getAttribute("aria-invalid") === "true") recheck(form, event.target);
    });
    form.addEventListener("focusout", (event) => {
      if (event.target.type === "email" && event.target.value.trim()) recheck(form, event.target);
    });

    block.querySelector("[data-samla-again]").addEventListener("click", () => {
      submissionId = newId();
      const message = field(form, "message");
      message.value = "";
      thanks.hidden = true;
      form.hidden = false;
      message.focus();
    });

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

  function problemsIn(form) {
    const problems = {};
    for (const slot of form.querySelectorAll("[data-samla-error]")) {
      const input = field(form, slot.dataset.samlaError);
      const problem = input && problemWith(input);
      if (problem) problems[input.name] = problem;
    }
    return problems;
  }

  function problemWith(input) {
    if (input.required && !input.value.trim()) return "required";
    if (input.type === "email" && input.validity.typeMismatch) return "invalid-email";
    return null;
  }

  function recheck(form, input) {
    const slot = form.querySelector(`[data-samla-error="${input.name}"]`);
    if (slot) mark(input, slot, problemWith(input));
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
    const body = new URLSearchParams(new FormData(form));
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
    // Only secure pages have randomUUID; a storefront previewed over plain http still needs an id.
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function elapsedSince(shownAt) {
    // The page may be read long before this script arrives: count from the first paint, not from our start.
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
