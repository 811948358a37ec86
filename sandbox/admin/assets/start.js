// Tabs that each hold a part of the sandbox in a frame. The frames are of this origin, so one can lead to another.

const frames = document.getElementById("frames");
const tabs = [...document.querySelectorAll('[role="tab"]')];
const idOf = (tab) => tab.id.replace("tab-", "");
const frameOf = (tab) => document.getElementById(`frame-${idOf(tab)}`);

function open(tab, address) {
  let frame = frameOf(tab);
  if (!frame) {
    frame = document.createElement("iframe");
    frame.id = `frame-${idOf(tab)}`;
    frame.name = idOf(tab);
    frame.title = tab.title;
    frame.addEventListener("load", () => settle(tab, frame));
    frame.src = address ?? tab.getAttribute("href");
    frames.append(frame);
  } else if (address) {
    frame.src = address;
  }
  for (const other of tabs) {
    const chosen = other === tab;
    other.setAttribute("aria-selected", String(chosen));
    other.tabIndex = chosen ? 0 : -1;
    const held = frameOf(other);
    if (held) held.hidden = !chosen;
  }
  tab.classList.remove("new");
  tab.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (location.hash !== `#${idOf(tab)}`) history.replaceState(null, "", `#${idOf(tab)}`);
}

/** A link from one part into another opens in the other's tab. */
function settle(tab, frame) {
  const { pathname, search } = frame.contentWindow.location;
  const owner = tabs.find((one) => belongs(pathname, one));
  if (owner && owner !== tab) {
    frame.src = frame.dataset.last ?? tab.getAttribute("href");
    open(owner, pathname + search);
  } else {
    frame.dataset.last = pathname + search;
    if (frame.hidden) open(tab);
  }
}

const belongs = (pathname, tab) => {
  const home = tab.getAttribute("href");
  if (home.startsWith("/admin")) return pathname.startsWith("/admin");
  return `${pathname}/`.startsWith(home.endsWith("/") ? home : `${home}/`);
};

const byHash = () => tabs.find((tab) => `#${idOf(tab)}` === location.hash);

for (const tab of tabs) {
  tab.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(tab);
  });
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    next.focus();
    open(next);
  });
}
window.addEventListener("hashchange", () => byHash() && open(byHash()));

const story = document.getElementById("story");
const toggle = document.getElementById("story-toggle");
const showStory = (on) => {
  story.hidden = !on;
  toggle.setAttribute("aria-expanded", String(on));
  localStorage.setItem("story", on ? "open" : "closed");
};
toggle.addEventListener("click", () => showStory(story.hidden));
document.getElementById("story-close").addEventListener("click", () => showStory(false));
showStory(localStorage.getItem("story") !== "closed");

open(byHash() ?? tabs[0]);

// A dot on the mailbox tab when mail comes in while another tab is open.
const mailbox = tabs.find((tab) => idOf(tab) === "mailbox");
let known = null;
setInterval(async () => {
  if (document.hidden) return;
  const mails = await fetch("/control/mail").then(
    (response) => response.json(),
    () => null,
  );
  if (!mails) return;
  if (known !== null && mails.length > known && mailbox.getAttribute("aria-selected") !== "true")
    mailbox.classList.add("new");
  known = mails.length;
}, 3000);
