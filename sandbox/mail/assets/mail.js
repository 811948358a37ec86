// Keeps an open mailbox fresh: asks now and then whether anything changed, and swaps only the live parts,
// so that what someone is typing stays. Also gives each mail's frame the height of its content.

// inside the sandbox's tabs, the tabs lead to the other parts
if (window.top !== window) document.body.classList.add("framed");

const fit = (frame) => {
  const document = frame.contentDocument;
  if (!document?.documentElement) return;
  // a document is never lower than its frame: shrink first, then measure
  frame.style.height = "0";
  frame.style.height = `${document.documentElement.scrollHeight + 2}px`;
};

const fitAll = () => {
  for (const frame of document.querySelectorAll("iframe.mail")) {
    frame.addEventListener("load", () => fit(frame));
    fit(frame);
  }
};
addEventListener("resize", fitAll);
addEventListener("toggle", fitAll, true);
fitAll();

let { revision } = document.body.dataset;
const look = async () => {
  if (document.hidden) return;
  const answer = await fetch("/mail/revision").then((response) => response.text());
  if (answer !== revision) await refresh();
  revision = answer;
};

const refresh = async () => {
  const fresh = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const wasOpen = new Map([...document.querySelectorAll("details[id]")].map((part) => [part.id, part.open]));
  for (const part of document.querySelectorAll("[data-live]")) {
    const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    if (!next || next.innerHTML === part.dataset.shown) continue;
    for (const details of next.querySelectorAll("details[id]")) {
      if (wasOpen.get(details.id)) details.open = true;
    }
    part.dataset.shown = next.innerHTML;
    part.innerHTML = next.innerHTML;
  }
  fitAll();
};

setInterval(() => look().catch(() => {}), 1200);
document.addEventListener("visibilitychange", () => look().catch(() => {}));
