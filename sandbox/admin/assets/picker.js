// The resource picker: products, variants, orders and customers by name.

import { make } from "./make.js";

/** Lets the person choose; the chosen items, or undefined when they cancelled. */
export async function pick(store, { type = "product", multiple = false }) {
  const items = await (await fetch(`/admin/store/${store}/pickable?type=${encodeURIComponent(type)}`)).json();
  const dialog = make("dialog", { className: "picker" });
  const list = make("div", { className: "picker-list" });
  const search = make("input", { type: "search", placeholder: `Search ${type}s` });
  search.setAttribute("aria-label", `Search ${type}s`);
  const draw = () => {
    const word = search.value.toLowerCase();
    list.replaceChildren(
      ...items
        .filter((item) => item.title.toLowerCase().includes(word))
        .map((item) => {
          const box = make("input", { type: multiple ? "checkbox" : "radio", name: "pick", value: item.id });
          return make("label", {}, box, ` ${item.title}`);
        }),
    );
  };
  search.addEventListener("input", draw);
  draw();
  const form = make(
    "form",
    { method: "dialog" },
    make("h2", { textContent: `Choose ${type}` }),
    search,
    list,
    make(
      "footer",
      {},
      make("button", { className: "button", value: "", textContent: "Cancel" }),
      make("button", { className: "button primary", value: "add", textContent: "Add" }),
    ),
  );
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  const chosen = [...list.querySelectorAll("input:checked")].map((box) =>
    items.find((item) => item.id === box.value),
  );
  const confirmed = dialog.returnValue === "add";
  dialog.remove();
  return confirmed && chosen.length > 0 ? chosen : undefined;
}
