// Whether Enter sends what is written in a chat, as this browser's agent likes it: at first with a keyboard it does, on
// a telephone it begins a new line.
import { keptStore, readBoolean } from "../../../ui/kept.ts";
import { useStore } from "../../../ui/store.ts";

const choice = keptStore<boolean | null>("enter-sends", null, readBoolean);

export function useEnterSends(): [boolean, (sends: boolean) => void] {
  const chosen = useStore(choice, null);
  const keyboard = typeof window !== "undefined" && matchMedia("(pointer: fine)").matches;
  return [chosen ?? keyboard, (sends) => choice.change(() => sends)];
}
