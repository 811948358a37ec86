// Buttons that work the sandbox's remote control, and the line that says what came of it.

import { postJson } from "./post-json.js";

/** Wires every button with data-control on the page. */
export function wireControls() {
  const outcome = sessionStorage.getItem("outcome");
  sessionStorage.removeItem("outcome");
  const firstOutput = document.querySelector("[data-outcome] output");
  if (outcome && firstOutput) firstOutput.textContent = outcome;
  for (const button of document.querySelectorAll("[data-control]"))
    button.addEventListener("click", pressControl);
}

async function pressControl({ currentTarget: button }) {
  const { control, body, reload } = button.dataset;
  const output = button.closest("[data-outcome]")?.querySelector("output");
  const message = JSON.parse(body);
  const select = button.closest("[data-outcome]")?.querySelector("select");
  if (select) message.customer = select.value;
  for (const field of button.closest("[data-outcome]")?.querySelectorAll("[name]") ?? [])
    message[field.name] = field.value;
  button.disabled = true;
  try {
    const answer = await postJson(control, message);
    const said = answer.statuses
      ? `${answer.topic ?? message.topic ?? "app/uninstalled"} sent. The app answered ${answer.statuses.join(", ")}.`
      : "Done.";
    if (output) output.textContent = said.replace(/answered 0\./, "did not answer within five seconds.");
    if (!reload) return;
    sessionStorage.setItem("outcome", said);
    location.reload();
  } catch (error) {
    if (output) output.textContent = error.message;
  } finally {
    button.disabled = false;
  }
}
