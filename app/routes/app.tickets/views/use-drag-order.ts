import { useState, type DragEvent } from "react";

/** Where what is dragged would go: above or below this one. */
interface Over {
  id: string;
  below: boolean;
}

/** Views are dragged to another place among these ids; a finger uses the menu. */
export function useDragOrder(ids: readonly string[], place: (id: string, before: string | null) => void) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return {
    /** what an item needs for it */
    propsFor: (id: string) => ({
      draggable: true,
      "data-dragged": dragged === id,
      "data-drop": over?.id === id && dragged !== id ? (over.below ? "below" : "above") : undefined,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = "move";
        setDragged(id);
      },
      onDragOver: (event: DragEvent) => {
        if (!dragged) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "move";
        const { top, height } = event.currentTarget.getBoundingClientRect();
        const below = event.clientY > top + height / 2;
        if (over?.id !== id || over.below !== below) setOver({ id, below });
      },
      onDrop: (event: DragEvent) => {
        if (!dragged) return;
        event.preventDefault();
        if (over && over.id !== dragged) {
          const rest = ids.filter((one) => one !== dragged);
          const at = rest.indexOf(over.id) + (over.below ? 1 : 0);
          place(dragged, rest[at] ?? null);
        }
        end();
      },
      onDragEnd: end,
    }),
  };
}
