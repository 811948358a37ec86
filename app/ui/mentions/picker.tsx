// Choosing the colleague who is named in a note.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAgent } from "../agent.tsx";
import { useDirectory } from "../directory.tsx";
import { findChoices } from "../find-choices.ts";
import { Finder, OptionName, type Place } from "../finder/finder.tsx";

interface Colleague {
  id: string;
  name: string;
}

export function MentionPicker(props: {
  at: Place | null;
  onChoose: (colleague: Colleague) => void;
  onClose: (typed: string | null) => void;
}) {
  const { t } = useTranslation();
  const agent = useAgent();
  const { agents } = useDirectory();
  const [typed, setTyped] = useState("");
  const [moved, setMoved] = useState<string | null>(null);
  const find = (text: string) =>
    findChoices(
      agents.filter(({ id }) => id !== agent.id),
      text,
    );
  const shown = find(typed);
  const current = shown.find(({ id }) => id === moved) ?? shown[0];
  const onTyped = (text: string) => {
    // Nobody was meant: the sentence goes on.
    if (text.endsWith(" ") && !find(text).length) return props.onClose(text);
    setTyped(text);
    setMoved(null);
  };
  return (
    <Finder
      title={t("compose.mention.label")}
      find={t("compose.mention.find")}
      testId="mention-picker"
      at={props.at}
      typed={typed}
      onTyped={onTyped}
      shown={shown}
      current={current}
      onMove={(colleague) => setMoved(colleague?.id ?? null)}
      onTake={props.onChoose}
      onTap={props.onChoose}
      onClose={props.onClose}
      optionOf={({ name }) => <OptionName>{name}</OptionName>}
      nothing={<p>{t("compose.mention.none")}</p>}
    />
  );
}
