import type { LabelColor } from "../../../tickets/label.ts";
import type { Doing } from "./doing.ts";

/** Labels on and off, and made in passing. */
export function labelVerbs({ t, ask, current, directory: { labels }, say }: Doing) {
  const known = (id: string) => [...labels, ...current().labels].find((one) => one.id === id);
  const without = (id: string) => current().labels.filter((one) => one.id !== id);
  const add = (id: string, label = known(id)) =>
    ask({ labels: label ? [...without(id), label] : without(id) }, "POST", "labels", { labelId: id });
  const remove = (id: string) => ask({ labels: without(id) }, "DELETE", "labels", { labelId: id });
  return {
    addLabel: (id: string) =>
      void say(add(id), t("state.toast.labelAdded", { label: known(id)?.name ?? "" }), () => remove(id)),
    removeLabel: (id: string) => {
      const label = known(id);
      void say(remove(id), t("state.toast.labelRemoved", { label: label?.name ?? "" }), () => add(id, label));
    },
    createLabel: (name: string, color: LabelColor) => {
      const made = { id: `new ${name}`, name, color };
      const said = t("state.toast.labelAdded", { label: name });
      void say(ask({ labels: [...current().labels, made] }, "POST", "labels", { name, color }), said);
    },
  };
}
